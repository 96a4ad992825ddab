import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Failure } from "../base/effects.ts";
import { csvLine, inChunks } from "../import/csv-lines.ts";
import type { ImportInput } from "../import/input.ts";

/** Bytes that are read at a time. */
const PIECE = 1024 * 1024;

/** Largest file of those that are held as a whole: Parquet, and R's, unpacked. */
const MAX_WHOLE = 256 * 1024 * 1024;

/**
 * Opens a file for an import, to be read in pieces as often as it is needed. A Parquet file and a data frame of R become the
 * CSV that says the same, so line 2 of a finding is the first row. Throws a {@link Failure} where it cannot be read.
 */
export async function openInput(name: string): Promise<ImportInput> {
  let size: number;
  try {
    const stat = statSync(name);
    if (!stat.isFile()) throw new Failure(`${name} is not a file.`, { exitCode: 2 });
    size = stat.size;
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(`${name} cannot be read.`, { hint: "Check its name.", exitCode: 2, cause });
  }
  const format = formatOf(name);
  if (format === "text") return { name, open: () => readPieces(name) };
  if (size > MAX_WHOLE) throw tooLarge(name, format);
  return format === "Parquet" ? openParquet(name) : openRds(name, format);
}

type Format = "text" | "Parquet" | "R" | "packed";

function formatOf(name: string): Format {
  const [first = new Uint8Array()] = readPieces(name, 4);
  if (String.fromCharCode(...first) === "PAR1") return "Parquet";
  if (first[0] === 0x58 && first[1] === 0x0a) return "R";
  return first[0] === 0x1f && first[1] === 0x8b ? "packed" : "text";
}

function tooLarge(name: string, format: Format): Failure {
  const what = format === "Parquet" ? "a Parquet file" : "a file of R";
  return new Failure(`${name} is larger than ${what} may be (256 MB).`, {
    hint: "Write the columns and years that you need to a CSV file.",
    exitCode: 2,
  });
}

/** A data frame of R, which is mostly packed with gzip. */
async function openRds(name: string, format: Format): Promise<ImportInput> {
  const { isRdsTable, readRds } = await import("../read/rds.ts");
  const read = readRds(format === "packed" ? unpack(name) : readFileSync(name));
  if (isRdsTable(read)) return openRows(name, read.columns, () => read.rows);
  throw new Failure(`${name} cannot be read: ${read.problem}.`, {
    hint: "A data frame that R's `saveRDS` wrote can be read; else write a CSV file.",
    exitCode: 2,
  });
}

function unpack(name: string): Uint8Array {
  try {
    return gunzipSync(readFileSync(name), { maxOutputLength: MAX_WHOLE });
  } catch (cause) {
    if ((cause as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(name, "R");
    throw new Failure(`${name} is packed with gzip, and damaged.`, { exitCode: 2, cause });
  }
}

async function openParquet(name: string): Promise<ImportInput> {
  const { isParquetTable, readParquet } = await import("../read/parquet.ts");
  const read = await readParquet(readFileSync(name));
  if (!isParquetTable(read)) {
    throw new Failure(`${name} cannot be read: ${read.problem}.`, {
      hint: "Is the file whole? Else write it as CSV, e.g. with duckdb.",
      exitCode: 2,
    });
  }
  return openRows(name, read.columns, () => mapRows(read.rows, (row) => row.map(textOf)));
}

function* mapRows<T>(rows: Iterable<T>, map: (row: T) => readonly string[]): Generator<readonly string[]> {
  for (const row of rows) yield map(row);
}

/** Returns rows as the CSV that says the same. */
function openRows(
  name: string,
  columns: readonly string[],
  rows: () => Iterable<readonly string[]>,
): ImportInput {
  const encoder = new TextEncoder();
  return {
    name,
    *open() {
      yield encoder.encode(csvLine(columns));
      const lines = (function* () {
        for (const row of rows()) yield csvLine(row);
      })();
      for (const chunk of inChunks(lines, PIECE)) yield encoder.encode(chunk);
    },
  };
}

/** A cell as CSV has it: days and instants in ISO 8601, what has parts as JSON. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  if (typeof cell === "object") return JSON.stringify(cell, (_, value) => plain(value));
  return String(cell);
}

function plain(value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

function* readPieces(name: string, length = PIECE): Generator<Uint8Array> {
  const file = openSync(name, "r");
  try {
    const piece = new Uint8Array(length);
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece))
      yield piece.subarray(0, size);
  } finally {
    closeSync(file);
  }
}
