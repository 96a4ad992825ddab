import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";

/** A Parquet file's rows, with cells as they are in JavaScript: whole numbers of 64 bits are `bigint`. */
export interface ParquetTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Why a Parquet file cannot be read. */
export interface ParquetProblem {
  readonly problem: string;
}

/** Most rows and cells that are read: a small file may claim to hold any number of them. */
const MAX_ROWS = 5_000_000;
const MAX_CELLS = 50_000_000;

/**
 * Returns the rows of a Parquet file, whatever of the format's compressions it uses, or why it cannot be read. The bytes
 * are all that is read: no file is opened and no address called.
 */
export async function readParquet(bytes: Uint8Array): Promise<ParquetTable | ParquetProblem> {
  const file = bufferOf(bytes);
  try {
    const metadata = await parquetMetadataAsync(file);
    const columns = columnsOf(metadata);
    const count = Number(metadata.num_rows);
    if (count > MAX_ROWS || count * columns.length > MAX_CELLS) {
      return { problem: `it holds ${count} rows of ${columns.length} columns, which is too much` };
    }
    const rows = await parquetReadObjects({ file, metadata, compressors, utf8: true });
    return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Tells whether a Parquet file could be read. */
export function isParquetTable(result: ParquetTable | ParquetProblem): result is ParquetTable {
  return "rows" in result;
}

/** The names below the root, in the file's order; a nested column counts as one. */
function columnsOf({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  let index = 1;
  const skip = (): void => {
    const children = schema[index++]?.num_children ?? 0;
    for (let i = 0; i < children; i++) skip();
  };
  for (let i = 0; i < (schema[0]?.num_children ?? 0); i++) {
    const name = schema[index]?.name;
    if (name !== undefined) names.push(name);
    skip();
  }
  return names;
}

function bufferOf(bytes: Uint8Array): AsyncBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  const own = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return { byteLength, slice: (start, end) => own.slice(start, end) };
}
