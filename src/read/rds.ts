import { RdsReader, type RNumbers, type RValue } from "./rds-values.ts";

/** A data frame of R: columns in order, cells as R writes them to CSV, `NA` where there is none. */
export interface RdsTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Why a file of R cannot be read as a table. */
export interface RdsProblem {
  readonly problem: string;
}

/**
 * Returns the data frame that R's `saveRDS` wrote, unpacked, or why there is none. Factors are their labels, days and instants ISO 8601,
 * numbers as precise as they are. Nothing of the file is run: functions and environments in it are passed over.
 *
 * Source: R Internals, "Serialization Formats".
 */
export function readRds(bytes: Uint8Array): RdsTable | RdsProblem {
  try {
    return tableOf(new RdsReader(bytes).readAll());
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Tells whether a data frame could be read. */
export function isRdsTable(result: RdsTable | RdsProblem): result is RdsTable {
  return "rows" in result;
}

function tableOf(value: RValue): RdsTable {
  if (value.type !== "list" || !textsOf(value.attributes.get("class")).includes("data.frame")) {
    throw new Error("it holds no data frame");
  }
  const columns = textsOf(value.attributes.get("names")).map((name) => name ?? "");
  const cells = value.values.map((column, i) => cellsOf(column, columns[i] ?? ""));
  const count = cells[0]?.length ?? 0;
  if (columns.length !== cells.length || cells.some((column) => column.length !== count)) {
    throw new Error("its columns are not equally long");
  }
  const rows = Array.from({ length: count }, (_, row) => cells.map((column) => column[row] ?? NA));
  return { columns, rows };
}

const NA = "NA";

function cellsOf(column: RValue, name: string): readonly string[] {
  switch (column.type) {
    case "text":
      return column.values.map((cell) => cell ?? NA);
    case "logical":
      return column.values.map((cell) => (cell === null ? NA : cell === 0 ? "FALSE" : "TRUE"));
    case "integer":
    case "double":
      return column.values.map(formatterOf(column));
    default:
      throw new Error(`its column \`${name}\` holds no plain values`);
  }
}

function formatterOf({ attributes }: RNumbers): (cell: number | null) => string {
  const kinds = textsOf(attributes.get("class"));
  if (kinds.includes("factor")) {
    const labels = textsOf(attributes.get("levels"));
    return (cell) => (cell === null ? NA : (labels[cell - 1] ?? NA));
  }
  if (kinds.includes("Date")) return (cell) => instantOf(cell, 86_400_000).slice(0, 10);
  if (kinds.includes("POSIXct")) return (cell) => instantOf(cell, 1000);
  return (cell) => (cell === null ? NA : String(cell));
}

function instantOf(cell: number | null, unitMs: number): string {
  const instant = cell === null ? undefined : new Date(Math.round(cell * unitMs));
  return instant && !Number.isNaN(instant.getTime()) ? instant.toISOString() : NA;
}

function textsOf(value: RValue | undefined): readonly (string | null)[] {
  return value?.type === "text" ? value.values : [];
}
