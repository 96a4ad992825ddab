import { parse } from "csv-parse/sync";
import { Failure } from "../base/effects.ts";

/** One record of a delimited file. */
export interface ImportRow {
  /** 1-based line at which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Longest record, in characters; what is longer has a quotation mark that is never closed. */
const MAX_RECORD = 1_000_000;

/** Characters that are parsed at a time. */
const BLOCK = 256 * 1024;

/**
 * Yields the records of a delimited text in order, blank lines left out, holding one block of whole records at a time.
 * Throws a {@link Failure} where a quotation mark is not closed.
 */
export function* readRecords(texts: Iterable<string>, delimiter: string): Generator<ImportRow> {
  let rest = "";
  let line = 1;
  for (const text of texts) {
    rest += text;
    if (rest.length < BLOCK) continue;
    const end = endOfRecords(rest, delimiter);
    if (end === 0 && rest.length > MAX_RECORD) throw unclosed(line);
    const block = rest.slice(0, end);
    rest = rest.slice(end);
    yield* readBlock(block, delimiter, line);
    line += countLines(block);
  }
  yield* readBlock(rest, delimiter, line);
}

function* readBlock(block: string, delimiter: string, line: number): Generator<ImportRow> {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, trim: false, bom: line === 1 };
  try {
    if (!block.includes('"')) {
      const records = parse(block, { ...options, quote: null, skip_empty_lines: false }) as string[][];
      for (let i = 0; i < records.length; i++) {
        const cells = records[i] as string[];
        if (cells.length > 1 || cells[0]?.trim()) yield { line: line + i, cells };
      }
      return;
    }
    const records = parse(block, { ...options, skip_empty_lines: true, info: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    for (const { record, info } of records) {
      const lines = record.reduce((sum, cell) => sum + (cell.includes("\n") ? countLines(cell) : 0), 0);
      yield { line: line + info.lines - 1 - lines, cells: record };
    }
  } catch (error) {
    if ((error as { code?: string }).code === "CSV_QUOTE_NOT_CLOSED") throw unclosed(line);
    throw error;
  }
}

function unclosed(line: number): Failure {
  return new Failure(`A quotation mark that opens at line ${line} or below it is never closed.`, {
    hint: "Close it, or double it where it is part of the cell.",
    exitCode: 2,
  });
}

/** Returns the offset after the last line end that is not within quotation marks. */
function endOfRecords(text: string, delimiter: string): number {
  if (!text.includes('"')) return text.lastIndexOf("\n") + 1;
  const separator = delimiter.charCodeAt(0);
  let isQuoted = false;
  let before = 10;
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) {
      if (isQuoted) isQuoted = false;
      else if (before === 10 || before === separator || before === 34) isQuoted = true;
    } else if (code === 10 && !isQuoted) end = i + 1;
    before = code;
  }
  return end;
}

function countLines(text: string): number {
  let count = 0;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) count++;
  return count;
}

/** Returns the separator of a header line: the one of comma, semicolon and tab that stands in it most often. */
export function findDelimiter(text: string): string {
  const header = text.slice(0, text.search(/\r?\n|$/));
  const counts = [",", ";", "\t"].map((one) => ({ one, count: header.split(one).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).one;
}
