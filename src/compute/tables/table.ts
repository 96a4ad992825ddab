import { isMissing, type Missing } from "../../base/missing.ts";
import type { Position } from "../../base/source.ts";
import type { SqlCell } from "../../base/sql.ts";
import type { Casebook } from "../../model/casebook.ts";

/** A word that a column may hold, and what it means. */
export interface Code {
  readonly value: string;
  readonly label: string;
}

/** A column of a table: what SQL, the data package and the codebook know of it. */
export interface TableColumn {
  readonly name: string;
  readonly type: "text" | "integer" | "real";
  /** What it says, a clause without full stop. */
  readonly description: string;
  readonly unit?: string;
  /** Lowest and highest possible value. */
  readonly range?: readonly [number, number];
  /** The words that it can hold, where they are a closed list. */
  readonly codes?: readonly Code[];
  /** The column that says why this one is empty. */
  readonly reason?: string;
  /** The table whose `id` it names. */
  readonly refersTo?: string;
  /** It is never empty. */
  readonly isNeeded?: boolean;
}

/** A table of the casebook. Names are promises: docs/data-package.md. */
export interface Table {
  readonly name: string;
  readonly label: string;
  /** What a row is, in a sentence. */
  readonly description: string;
  /** Columns that are never empty and no two rows share; absent where there are none. */
  readonly key?: readonly string[];
  /** Columns by which a row is known again in another edition, where there is no key. */
  readonly identity?: readonly string[];
  readonly columns: readonly TableColumn[];
}

/** A row with where it was written. */
export type TableRow = readonly [Position | undefined, ...(SqlCell | undefined)[]];

/** A table with the rows that a casebook gives it. `codes` of a column may depend on the casebook. */
export interface CasebookTable {
  readonly name: string;
  readonly define: (casebook: Casebook) => Table;
  readonly rows: (casebook: Casebook) => Iterable<TableRow>;
}

type More = Omit<TableColumn, "name" | "type" | "description">;

/** Returns a column of words. */
export function textColumn(name: string, description: string, more: More = {}): TableColumn {
  return { name, type: "text", description, ...more };
}

/** Returns a column of whole numbers. */
export function integerColumn(name: string, description: string, more: More = {}): TableColumn {
  return { name, type: "integer", description, ...more };
}

/** Returns a column of numbers. */
export function realColumn(name: string, description: string, more: More = {}): TableColumn {
  return { name, type: "real", description, ...more };
}

/** Returns the column of a country's id, never empty. */
export function countryColumn(description = "country"): TableColumn {
  return textColumn("country", description, { refersTo: "countries", isNeeded: true });
}

/** Returns the column of a source's id. */
export function sourceColumn(description = "where it is taken from"): TableColumn {
  return textColumn("source", description, { refersTo: "sources" });
}

/** Returns the column that says why another one is empty. */
export function reasonColumn(of: string, name = "reason"): TableColumn {
  return textColumn(name, `why there is no ${of}; empty where there is one`, { codes: REASON_CODES });
}

/** The reasons why a value is missing, in words. */
export const REASON_CODES: readonly Code[] = [
  { value: "not-in-report", label: "the scorecard had no entry on the country" },
  { value: "special-case", label: "the scorecard treated the country apart" },
  { value: "not-coded", label: "nobody has looked, or the casebook has no row" },
  { value: "not-available", label: "looked for and not found" },
  { value: "not-applicable", label: "there can be no value" },
];

/** Returns a value and the reason why it is missing, one of them empty. */
export function splitMissing<T extends string | number>(
  value: T | Missing,
): [T | undefined, string | undefined] {
  return isMissing(value) ? [undefined, value.missing] : [value, undefined];
}
