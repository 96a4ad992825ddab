import type { CalendarDate } from "../base/edtf.ts";
import type { Missing } from "../base/missing.ts";
import type { Position } from "../base/source.ts";
import type { YearRange } from "./year-range.ts";

export const LAW_LEVELS = ["partial", "full", "strengthened"] as const;
export type LawLevel = (typeof LAW_LEVELS)[number];

/** A law, with the level of criminalization that it brings. */
export interface Law {
  readonly id: string;
  readonly country: string;
  readonly date: CalendarDate;
  readonly level: LawLevel;
  readonly title?: string;
  /** The first year whose report could count it, where data say so. */
  readonly codedFrom?: number;
  readonly source?: string;
  readonly note?: string;
  readonly at: Position;
}

/** Money given for a purpose. Amounts in the currency that the statistic's unit names. */
export interface Grant {
  readonly id: string;
  readonly country: string;
  readonly year: number;
  readonly recipient: string;
  readonly subrecipient?: string;
  readonly amount: number | Missing;
  readonly purposes: readonly string[];
  readonly recipientType?: string;
  readonly source?: string;
  readonly note?: string;
  readonly at: Position;
}

/** A printed statistic whose yearly data the casebook does not hold. */
export interface QuotedStatistic {
  readonly statistic: string;
  readonly country: string;
  readonly value: number | Missing;
  readonly years: YearRange;
  readonly source: string;
  /** Which edition of the source's data, in the source's words or as a date. */
  readonly vintage: string;
  readonly note?: string;
  readonly at: Position;
}
