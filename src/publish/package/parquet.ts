import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";
import type { SqlCell } from "../../base/sql.ts";

const TYPES = {
  text: "STRING",
  integer: "INT32",
  real: "DOUBLE",
  boolean: "BOOLEAN",
} as const satisfies Record<string, BasicType>;

/** A column as it is written. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: keyof typeof TYPES;
}

/**
 * Returns the types of a query's columns by what they hold: whole numbers only where all fit into 32 bits, words where
 * there are several kinds, or nothing at all.
 */
export function inferColumns(
  names: readonly string[],
  rows: readonly (readonly SqlCell[])[],
): ParquetColumn[] {
  return names.map((name, i) => {
    const kinds = new Set(rows.map((row) => kindOf(row[i] ?? null)).filter((kind) => kind !== undefined));
    if (kinds.size === 2 && kinds.has("integer") && kinds.has("real")) return { name, type: "real" };
    const [kind = "text"] = kinds;
    return { name, type: kinds.size === 1 ? kind : "text" };
  });
}

function kindOf(cell: SqlCell): keyof typeof TYPES | undefined {
  if (cell === null) return undefined;
  if (typeof cell === "boolean") return "boolean";
  if (typeof cell === "string") return "text";
  return cell === (cell | 0) ? "integer" : "real";
}

/**
 * Returns a table as a Parquet file whose bytes depend on nothing but the table.
 *
 * It is not compressed: what a compressor writes may change with the version of Node, and repeated words are kept once
 * anyway. Whole numbers have 32 bits.
 */
export function writeParquet(
  columns: readonly ParquetColumn[],
  rows: readonly (readonly SqlCell[])[],
): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, type }, i) => ({
      name,
      data: rows.map((row) => asType(row[i] ?? null, type)),
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

function asType(cell: SqlCell, type: ParquetColumn["type"]): SqlCell {
  return type === "text" && cell !== null ? String(cell) : cell;
}
