import { type CalendarDate, parseDate } from "../base/edtf.ts";
import { formatList } from "../base/format.ts";
import { createMissing, isMissingReason, MISSING_REASONS, type Missing } from "../base/missing.ts";
import { suggest } from "../base/nearest.ts";
import type { Position } from "../base/source.ts";
import { type CsvRow, type CsvTable, cellAt, cellOf } from "../read/csv.ts";
import type { Report } from "../read/report.ts";
import { parseYearRange, type YearRange } from "./year-range.ts";

/** Reads the cells of one row as values; what a cell cannot mean is reported and becomes undefined. */
export interface RowReader {
  /** A cell's text, or undefined where it is empty. */
  text(column: string): string | undefined;
  /** A cell that must not be empty. */
  needed(column: string): string | undefined;
  year(column: string): number | undefined;
  yearRange(column: string): YearRange | undefined;
  date(column: string): CalendarDate | undefined;
  /** A number, or the reason why there is none; an empty cell is `not-coded`. */
  number(column: string): number | Missing | undefined;
  oneOf<T extends string>(column: string, values: readonly T[]): T | undefined;
  /** Parts between semicolons. */
  list(column: string): string[];
  at(column: string): Position;
}

/** Where the cells of one row stand and what they hold, whatever the file's form. */
export interface Cells {
  has(column: string): boolean;
  text(column: string): string | undefined;
  at(column: string): Position;
}

/** Returns a reader of one row's cells. */
export function createRowReader(table: CsvTable, row: CsvRow, report: Report): RowReader {
  const cells = {
    has: (column: string) => table.header.includes(column),
    at: (column: string) => cellAt(table, row, column),
    text: (column: string) => cellOf(table, row, column) || undefined,
  };
  return createReader(cells, report);
}

/** Returns a reader of cells. */
export function createReader({ has, at, text }: Cells, report: Report): RowReader {
  const needed = (column: string) => {
    const value = text(column);
    if (value === undefined && has(column)) {
      report("csv/empty-cell", {
        message: `The cell \`${column}\` is empty.`,
        at: at(column),
        hint: "Fill it in, or remove the row.",
      });
    }
    return value;
  };
  return {
    at,
    text,
    needed,
    year: (column) => readYear(needed(column), column, at, report),
    yearRange: (column) => readRange(needed(column), column, at, report),
    date: (column) => readDate(needed(column), column, at, report),
    number: (column) => readNumber(text(column), column, at, report),
    oneOf: (column, values) => readOneOf(needed(column), column, values, at, report),
    list: (column) =>
      (text(column) ?? "")
        .split(";")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
  };
}

type At = RowReader["at"];

function readYear(value: string | undefined, column: string, at: At, report: Report): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{4}$/.test(value)) return Number(value);
  report("value/not-a-year", {
    message: `\`${value}\` is not a year.`,
    at: at(column),
    hint: "Write four digits, e.g. 2004; one row a year.",
  });
  return undefined;
}

function readRange(value: string | undefined, column: string, at: At, report: Report): YearRange | undefined {
  const range = value === undefined ? undefined : parseYearRange(value);
  if (value !== undefined && !range) {
    report("value/not-a-year", {
      message: `\`${value}\` is not a year or a range of years.`,
      at: at(column),
      hint: "Write it as 2004 or 2001-2013.",
    });
  }
  return range;
}

function readDate(
  value: string | undefined,
  column: string,
  at: At,
  report: Report,
): CalendarDate | undefined {
  const date = value === undefined ? undefined : parseDate(value);
  if (value !== undefined && !date) {
    report("value/not-a-date", {
      message: `\`${value}\` is not a date.`,
      at: at(column),
      hint: "Write it as far as it is known: 2004, 2004-06 or 2004-06-14; 2004~ for about 2004.",
    });
  }
  return date;
}

/** Largest number on either side of zero; sums, ranges and axes of such numbers stay finite. */
export const LARGEST = 1e24;

/** Plain and exponent notation, ASCII or true minus; no thousands separators. */
const NUMBER = /^[-−+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

function readNumber(
  value: string | undefined,
  column: string,
  at: At,
  report: Report,
): number | Missing | undefined {
  if (value === undefined) return createMissing("not-coded");
  if (isMissingReason(value)) return createMissing(value);
  const number = NUMBER.test(value) ? Number(value.replace("−", "-")) : Number.NaN;
  if (Math.abs(number) <= LARGEST) return number;
  if (!Number.isNaN(number)) {
    report("value/not-a-number", {
      message: `\`${value.slice(0, 80)}\` is too large to compute with.`,
      at: at(column),
      hint: "Correct the number, or give the column in a larger unit.",
    });
    return undefined;
  }
  const isGrouped = /^[-−+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(value);
  report("value/not-a-number", {
    message: `\`${value.slice(0, 80)}\` is not a number.`,
    at: at(column),
    hint: isGrouped
      ? `Write it without commas: ${value.replaceAll(",", "")}.`
      : `Write digits without units, or the reason why there is no number: ${formatList(MISSING_REASONS, "or")}.`,
  });
  return undefined;
}

function readOneOf<T extends string>(
  value: string | undefined,
  column: string,
  values: readonly T[],
  at: At,
  report: Report,
): T | undefined {
  if (value === undefined) return undefined;
  const found = values.find((one) => one === value.toLowerCase());
  if (found === undefined) {
    report("value/not-allowed", {
      message: `\`${value}\` is not a ${column.replaceAll("_", " ")} that this file knows.`,
      at: at(column),
      hint: suggest(value, values, `Use one of ${values.join(", ")}.`),
    });
  }
  return found;
}
