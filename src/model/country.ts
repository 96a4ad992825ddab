import type { Position } from "../base/source.ts";
import type { YearRange } from "./year-range.ts";

/** A place that can be graded. */
export interface Country {
  /** ISO 3166-1 alpha-3, or declared in `countries.csv`. */
  readonly id: string;
  /** Common English name, or the one declared. */
  readonly name: string;
  readonly adjective?: string;
  readonly aliases: readonly string[];
  /** Correlates of War number, where the state has one. */
  readonly cow?: number;
  /** Years in which the place was a state of its own; open ends are absent. */
  readonly from?: number;
  readonly to?: number;
  readonly groups: readonly Membership[];
}

export interface Membership {
  readonly group: string;
  /** Open ends are 0 and 9999. */
  readonly years: YearRange;
  readonly at: Position;
}
