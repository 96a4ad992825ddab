import type { CalendarDate } from "../base/edtf.ts";
import type { Position } from "../base/source.ts";
import type { Scorecard } from "./scorecard.ts";
import type { YearRange } from "./year-range.ts";

/** What `casebook.yaml` says. */
export interface Config {
  readonly title: string;
  readonly description?: string;
  readonly authors: readonly Author[];
  /** BCP 47 tag. */
  readonly language: string;
  readonly licence?: string;
  /** Absolute address of the published site, ending in a slash. */
  readonly url?: string;
  /** Day of this edition. */
  readonly release?: CalendarDate;
  /** The day to which series are pinned. */
  readonly asOf?: CalendarDate;
  /** Years that the casebook covers; others are findings. */
  readonly years: YearRange;
  readonly scorecard: Scorecard & { readonly description?: string };
  readonly statistics?: StatisticsTable;
  readonly timeline: TimelineConfig;
  readonly comparison?: ComparisonConfig;
  readonly at: Position;
}

export interface Author {
  readonly name: string;
  readonly orcid?: string;
}

/** The declared statistics table. */
export interface StatisticsTable {
  readonly years: YearRange;
  readonly caption: string;
  readonly rows: readonly StatisticRow[];
}

export const AGGREGATIONS = ["sum", "mean", "first", "last", "min", "max"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** How one statistic is made. */
export interface StatisticRow {
  readonly id: string;
  readonly label: string;
  /** `quoted`, `record/grants`, `record/aid` or `series/<id>`. */
  readonly from: string;
  /** The column; may be left out where there is only one. */
  readonly column?: string;
  readonly aggregation: Aggregation;
  readonly years: YearRange;
  /** What a year without a number counts as. */
  readonly absent: "missing" | "zero";
  /** The result is multiplied by this. */
  readonly scale: number;
  readonly unit?: string;
  /** `dollars`, `percent`, `number` or a d3-format specifier. */
  readonly format: string;
  readonly at: Position;
}

/** Two columns of series, as `series.column`, by which countries are compared. */
export interface ComparisonConfig {
  readonly x: { readonly value: string; readonly at: Position };
  readonly y: { readonly value: string; readonly at: Position };
}

export interface TimelineConfig {
  /** Absent: the casebook's years. */
  readonly years?: YearRange;
  /** Id of a series, or `series.column`. */
  readonly index?: { readonly value: string; readonly at: Position };
  readonly label?: string;
  /** Image paths that the computed figure replaces; `{country}` stands for the ISO code in either case. */
  readonly standsFor: readonly string[];
}
