import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { Failure } from "../base/effects.ts";
import { csvLine, inChunks } from "../import/csv-lines.ts";
import type { ImportInput } from "../import/input.ts";

/** Bytes that are read at a time. */
const PIECE = 1024 * 1024;

/** Largest Parquet file that is read, which is held as a whole. */
const MAX_PARQUET = 256 * 1024 * 1024;

/**
 * Opens a file for an import, to be read in pieces as often as it is needed. A Parquet file becomes the CSV that says the
 * same, so line 2 of a finding is its first row. Throws a {@link Failure} where it cannot be read.
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
  if (!startsAsParquet(name)) return { name, open: () => readPieces(name) };
  if (size > MAX_PARQUET) {
    throw new Failure(`${name} is larger than a Parquet file may be (256 MB).`, {
      hint: "Write the columns and years that you need to a CSV file, e.g. with duckdb.",
      exitCode: 2,
    });
  }
  return openParquet(name);
}

function startsAsParquet(name: string): boolean {
  for (const piece of readPieces(name, 4)) return String.fromCharCode(...piece) === "PAR1";
  return false;
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
  const { columns, rows } = read;
  const encoder = new TextEncoder();
  return {
    name,
    *open() {
      yield encoder.encode(csvLine(columns));
      const lines = (function* () {
        for (const row of rows) yield csvLine(row.map(textOf));
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
