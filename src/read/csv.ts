import { CsvError, type Options, parse } from "csv-parse/sync";
import { formatCount } from "../base/format.ts";
import { findNearest, suggest } from "../base/nearest.ts";
import {
  type CellPosition,
  positionOfFile,
  positionOfLine,
  type Source,
  type SpanPosition,
} from "../base/source.ts";
import type { Report } from "./report.ts";

/** A CSV file with a header. Cells are trimmed. */
export interface CsvTable {
  readonly source: Source;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** 1-based line at which the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The columns that a file may have. */
export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Other columns are data of their own. */
  readonly allowsOthers?: boolean;
}

/** Longest record that is read, in characters. */
const MAX_RECORD = 1_000_000;

/** Most columns that are read. */
const MAX_COLUMNS = 1000;

/** Most rows that are read, and most of another length than the header's. */
const MAX_ROWS = 500_000;
const MAX_RAGGED = 1000;

/**
 * Returns a CSV file's header and rows. Reports what keeps it from being read: no header, a quote that is not closed,
 * columns that are missing, unknown or there twice, rows with too many or too few cells. Blank lines, and rows of
 * nothing but commas, are passed over; so are rows of another length than the header's, whose cells may be moved.
 */
export function readCsv(source: Source, columns: Columns, report: Report): CsvTable {
  const records = parseRecords(source, report);
  const [first, ...rest] = records;
  if (!first) {
    report("csv/empty", {
      message: "The file has no header row.",
      at: positionOfFile(source),
      hint: `Begin it with \`${columns.required.join(",")}\`.`,
    });
    return { source, header: [], rows: [] };
  }
  const header = first.cells.map((cell) => cell.toLowerCase().replaceAll(" ", "_"));
  if (!isReadable(source, first, header, columns, report)) return { source, header: [], rows: [] };
  checkHeader(source, first, header, columns, report);
  const isWhole = (row: CsvRow) => row.cells.length === header.length;
  for (const row of rest) {
    if (isWhole(row)) {
      reportFormulas(source, row, header, report);
      continue;
    }
    report("csv/ragged-row", {
      message: `The row has ${formatCount(row.cells.length, "cell")}; the header has ${header.length}.`,
      at: positionOfLine(source, row.line),
      hint: "Quote cells that hold a comma; end short rows with commas.",
    });
  }
  return { source, header, rows: rest.filter(isWhole) };
}

/** What begins a formula in a spreadsheet; a sign alone or before a digit does not. */
const FORMULA = /^(?:[=@]|[+-](?=[\p{L}(]))/u;

function reportFormulas(source: Source, row: CsvRow, header: readonly string[], report: Report): void {
  for (const [column, cell] of row.cells.entries()) {
    if (!FORMULA.test(cell)) continue;
    report("csv/formula", {
      message: `A spreadsheet takes \`${cell.slice(0, 40)}\` for a formula.`,
      at: { source, line: row.line, column, header: header[column] ?? "" },
      hint: "Begin the cell with another character, or in quotation marks of its own.",
    });
  }
}

/** Returns where a cell stands; a column that the file lacks gives the row's first cell. */
export function cellAt(table: CsvTable, row: CsvRow, column: string): CellPosition {
  const index = Math.max(0, table.header.indexOf(column));
  return { source: table.source, line: row.line, column: index, header: column };
}

/** Returns a cell's text; the empty string where the column or the cell is not there. */
export function cellOf(table: CsvTable, row: CsvRow, column: string): string {
  const index = table.header.indexOf(column);
  return index < 0 ? "" : (row.cells[index] ?? "");
}

function parseRecords(source: Source, report: Report): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let ragged = 0;
  try {
    const options: Options<string[]> & { info: true } = {
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MAX_RECORD,
      record_delimiter: ["\r\n", "\n"],
    };
    options.on_record = (found) => {
      const { record, info } = found as unknown as { record: string[]; info: { lines: number } };
      const cells = record.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== "")) {
        rows.push({ line, cells });
        if (cells.length !== rows[0]?.cells.length) ragged++;
        if (rows.length > MAX_ROWS || ragged > MAX_RAGGED) throw new TooManyRows();
      }
      line = info.lines + 1;
      return null;
    };
    parse(source.text, options);
  } catch (error) {
    if (error instanceof TooManyRows) {
      report("csv/too-many-rows", {
        message:
          ragged > MAX_RAGGED
            ? `More than ${MAX_RAGGED} rows have another length than the header; reading stops here.`
            : `The file has more than ${MAX_ROWS} rows; reading stops here.`,
        at: positionOfLine(source, line),
        hint: "Check that this is the right file.",
      });
      return rows.filter((row) => row.cells.length === rows[0]?.cells.length);
    }
    if (!(error instanceof CsvError)) throw error;
    const isLong = error.code === "CSV_MAX_RECORD_SIZE";
    report("csv/syntax", {
      message: isLong
        ? "A row is longer than a million characters."
        : "A quotation mark opens here and is never closed.",
      at: isLong ? positionOfLine(source, line) : openQuote(source, line),
      hint: isLong
        ? "Look for a quotation mark that is not closed."
        : 'Close the quote; write `""` for a quotation mark inside a quoted cell.',
    });
    return rows;
  }
  return rows;
}

/** Ends the reading of a file that goes on too long. */
class TooManyRows extends Error {}

/** Returns where the quotation mark stands that opens after a record's beginning and is never closed. */
function openQuote(source: Source, line: number): SpanPosition {
  const { text, lineStarts } = source;
  let open = -1;
  for (let i = lineStarts[line - 1] ?? 0; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (open < 0) {
      if (i === 0 || /[,\n]/.test(text[i - 1] ?? "")) open = i;
    } else if (text[i + 1] === '"') i++;
    else open = -1;
  }
  return open < 0 ? positionOfLine(source, line) : { source, start: open, end: open + 1 };
}

/** Tells whether the first row can be a header; one that names none of the columns is reported as a whole. */
function isReadable(
  source: Source,
  { line }: CsvRow,
  header: readonly string[],
  columns: Columns,
  report: Report,
): boolean {
  const at = positionOfLine(source, line);
  const hint = `Begin the file with \`${columns.required.join(",")}\`.`;
  const separator = /[;\t|]/.exec(header[0] ?? "")?.[0];
  if (header.length === 1 && separator !== undefined) {
    report("csv/separator", {
      message: `The cells are separated by ${SEPARATORS[separator]}, not by commas.`,
      at,
      hint: "Save the file as comma-separated (CSV UTF-8).",
    });
    return false;
  }
  if (header.length > MAX_COLUMNS) {
    report("csv/too-many-columns", {
      message: `The file has ${header.length} columns; it may have ${MAX_COLUMNS}.`,
      at: { ...at, end: at.start },
      hint: "Write one row a country and year, with the years below each other.",
    });
    return false;
  }
  const isNamed = columns.required.some((name) => findNearest(name, header) !== undefined);
  if (!isNamed) {
    report("csv/missing-column", { message: "The first row names no column of this file.", at, hint });
  }
  return isNamed;
}

const SEPARATORS: Readonly<Record<string, string>> = { ";": "semicolons", "\t": "tabs", "|": "bars" };

function checkHeader(
  source: Source,
  row: CsvRow,
  header: readonly string[],
  columns: Columns,
  report: Report,
): void {
  const known = [...columns.required, ...columns.optional];
  const at = (index: number) => ({ source, line: row.line, column: index, header: header[index] ?? "" });
  const misspelt = new Set<string | undefined>();
  const seen = new Set<string>();
  header.forEach((name, index) => {
    if (name === "") {
      report("csv/unknown-column", {
        message: `Column ${index + 1} has no name.`,
        at: at(index),
        hint: "Name it, or take the comma away from every row.",
      });
    } else if (seen.has(name)) {
      report("csv/duplicate-column", {
        message: `The column \`${name}\` is there twice.`,
        at: at(index),
        hint: "Rename or remove one of them.",
      });
    } else if (!known.includes(name) && !columns.allowsOthers) {
      misspelt.add(findNearest(name, known));
      report("csv/unknown-column", {
        message: `\`${name}\` is not a column of this file.`,
        at: at(index),
        hint: suggest(name, known, `Known columns: ${known.join(", ")}.`),
      });
    }
    seen.add(name);
  });
  for (const name of columns.required) {
    if (seen.has(name) || misspelt.has(name)) continue;
    const near = findNearest(name, header);
    report("csv/missing-column", {
      message: `The column \`${name}\` is missing.`,
      at: positionOfLine(source, row.line),
      hint:
        columns.allowsOthers && near !== undefined
          ? `Is it \`${near}\`? Write \`${name}\`.`
          : `The file needs: ${columns.required.join(", ")}.`,
    });
  }
}
