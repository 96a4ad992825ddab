import type { ImportRow } from "./records.ts";
import type { ImportedTable, ImportWork } from "./work.ts";

export const IMPORT_KINDS = [
  "all",
  "panel",
  "leaders",
  "grants",
  "aid",
  "cables",
  "case",
  "bibliography",
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A form of file that is known by its columns. */
export interface Shape {
  readonly kind: ImportKind;
  /** What it is, in words. */
  readonly label: string;
  /** The columns by which it is known, as {@link plainHeader} gives them. */
  readonly needs: readonly string[];
  /** Columns that it must not have. */
  readonly lacks?: readonly string[];
  /** Returns what is done with each row, and at the end. */
  begin(file: ImportedTable, work: ImportWork): RowTaker;
}

/** What a shape does with the rows of a file. */
export interface RowTaker {
  take(row: ImportRow): void;
  /** Called after the last row. */
  end?(): void;
}
