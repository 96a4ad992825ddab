import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";
import type { SqlCell } from "../../base/sql.ts";

const TYPES = { text: "STRING", integer: "INT32", real: "DOUBLE" } as const satisfies Record<
  string,
  BasicType
>;

/**
 * Returns a table as a Parquet file whose bytes depend on nothing but the table.
 *
 * It is not compressed: what a compressor writes may change with the version of Node, and repeated words are kept once
 * anyway. Whole numbers have 32 bits.
 */
export function writeParquet(
  columns: readonly { readonly name: string; readonly type: "text" | "integer" | "real" }[],
  rows: readonly (readonly SqlCell[])[],
): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, type }, i) => ({
      name,
      data: rows.map((row) => row[i] ?? null),
      type: TYPES[type],
      nullable: true,
    })),
    codec: "UNCOMPRESSED",
    statistics: false,
    createdBy: "demarche",
    rowGroupSize: 100_000,
  });
  return new Uint8Array(buffer);
}
