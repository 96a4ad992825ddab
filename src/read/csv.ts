import { CsvError, type Options, parse } from "csv-parse/sync";
import { suggest } from "../base/nearest.ts";
import { type CellPosition, positionOfFile, positionOfLine, type Source } from "../base/source.ts";
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

/**
 * Returns a CSV file's header and rows. Reports what keeps it from being read: no header, a quote that is not closed,
 * columns that are missing, unknown or there twice, rows with too many or too few cells. Blank lines are passed over.
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
  checkHeader(source, first, header, columns, report);
  for (const row of rest) {
    if (row.cells.length === header.length) continue;
    report("csv/ragged-row", {
      message: `The row has ${row.cells.length} cells; the header has ${header.length}.`,
      at: positionOfLine(source, row.line),
      hint: "Quote cells that hold a comma; end short rows with commas.",
    });
  }
  return { source, header, rows: rest };
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
  try {
    const options: Options<string[]> & { info: true } = {
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MAX_RECORD,
    };
    options.on_record = (found) => {
      const { record, info } = found as unknown as { record: string[]; info: { lines: number } };
      const cells = record.map((cell) => cell.trim());
      if (cells.length > 1 || cells[0] !== "") rows.push({ line, cells });
      line = info.lines + 1;
      return null;
    };
    parse(source.text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isLong = error.code === "CSV_MAX_RECORD_SIZE";
    report("csv/syntax", {
      message: isLong
        ? "A row is longer than a million characters."
        : "A quotation mark opens here and is never closed.",
      at: positionOfLine(source, line),
      hint: isLong
        ? "Look for a quotation mark that is not closed."
        : 'Close the quote; write `""` for a quotation mark inside a quoted cell.',
    });
    return rows;
  }
  return rows;
}

function checkHeader(
  source: Source,
  row: CsvRow,
  header: readonly string[],
  columns: Columns,
  report: Report,
): void {
  const known = [...columns.required, ...columns.optional];
  const at = (index: number) => ({ source, line: row.line, column: index, header: header[index] ?? "" });
  header.forEach((name, index) => {
    if (header.indexOf(name) < index) {
      report("csv/duplicate-column", {
        message: `The column \`${name}\` is there twice.`,
        at: at(index),
        hint: "Rename or remove one of them.",
      });
    } else if (!known.includes(name) && (!columns.allowsOthers || name === "")) {
      report("csv/unknown-column", {
        message: `\`${name}\` is not a column of this file.`,
        at: at(index),
        hint: suggest(name, known, `Known columns: ${known.join(", ")}.`),
      });
    }
  });
  for (const name of columns.required) {
    if (header.includes(name)) continue;
    report("csv/missing-column", {
      message: `The column \`${name}\` is missing.`,
      at: positionOfLine(source, row.line),
      hint: `The file needs: ${columns.required.join(", ")}.`,
    });
  }
}
