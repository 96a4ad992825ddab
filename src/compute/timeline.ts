import type { CalendarDate } from "../base/edtf.ts";
import type { Missing } from "../base/missing.ts";
import type { Tier } from "../model/scorecard.ts";
import type { YearRange } from "../model/year-range.ts";

/** All that the timeline of one country shows, in data terms. Years without anything are absent, never filled. */
export interface Timeline {
  readonly country: { readonly id: string; readonly name: string };
  readonly scorecard: string;
  /** The x axis. */
  readonly years: YearRange;
  /** The scorecard's tiers, best first. */
  readonly tiers: readonly Tier[];
  /** One per year with an entry in `grades.csv`, in year order. */
  readonly grades: readonly TimelineGrade[];
  /** Where consecutive graded years differ; `to` is the year of the new grade. */
  readonly moves: readonly TimelineMove[];
  readonly index?: TimelineIndex;
  readonly laws: readonly TimelineLaw[];
  /** In order of start; only those that touch the axis. */
  readonly governments: readonly TimelineGovernment[];
}

export interface TimelineGrade {
  readonly year: number;
  readonly tier: Tier | Missing;
}

export interface TimelineMove {
  readonly from: number;
  readonly to: number;
  readonly before: Tier;
  readonly after: Tier;
  readonly direction: "up" | "down";
}

export interface TimelineIndex {
  readonly label: string;
  readonly unit?: string;
  readonly range: readonly [number, number];
  /** One per row of the series, in year order. */
  readonly values: readonly { readonly year: number; readonly value: number | Missing }[];
}

export interface TimelineLaw {
  readonly label: string;
  readonly enacted: CalendarDate;
}

export interface TimelineGovernment {
  readonly person: string;
  readonly familyName: string;
  /** `YYYY-MM-DD`. */
  readonly start: string;
  /** `YYYY-MM-DD`; absent while in office at the axis' end. */
  readonly end?: string;
}
