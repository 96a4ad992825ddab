import type { Missing } from "../base/missing.ts";
import type { Position } from "../base/source.ts";
import type { YearRange } from "./year-range.ts";

/** A country × year panel of one or more measured columns, with its codebook. */
export interface Series {
  /** The file's name without ending, e.g. `policy-index`. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly source?: string;
  readonly licence?: string;
  /** When the numbers were taken from the source, EDTF. */
  readonly vintage?: string;
  /** The day to which the casebook was pinned, EDTF; the numbers are the newest of that day. */
  readonly pinnedTo?: string;
  readonly columns: readonly SeriesColumn[];
  readonly rows: readonly SeriesRow[];
  readonly at: Position;
}

export interface SeriesColumn {
  /** The CSV header. */
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  /** Lowest and highest possible value. */
  readonly range?: readonly [number, number];
}

export interface SeriesRow {
  readonly country: string;
  readonly year: number;
  /** By column id. */
  readonly values: Readonly<Record<string, number | Missing>>;
  /** Id of the row's own source, where the file has such a column. */
  readonly source?: string;
  readonly at: Position;
}

/** Returns the years that a series' rows cover, or undefined for an empty series. */
export function yearsCovered(series: Series): YearRange | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of series.rows) {
    first = Math.min(first, row.year);
    last = Math.max(last, row.year);
  }
  return first <= last ? { first, last } : undefined;
}
