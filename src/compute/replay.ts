import { formatNumber } from "../base/format.ts";
import { createMissing, isMissing, type MissingReason } from "../base/missing.ts";
import { parsePrintedNumber, parsePrintedShare } from "../base/printed-number.ts";
import type { SqlCell } from "../base/sql.ts";
import type { Expectation } from "../model/claim.ts";
import type { Aggregation } from "../model/config.ts";
import type { YearRange } from "../model/year-range.ts";
import type { Verdict } from "./checked-statement.ts";
import { judge } from "./expectation.ts";
import { judgeNumber, judgeTiers } from "./judge-statement.ts";
import { sumEffort } from "./panel/effort.ts";
import { aggregate } from "./statistics.ts";

/** What a page's statements and statistics were judged and computed from, as small as it goes; plain data. */
export interface PageRecord {
  readonly claims: readonly ClaimRecord[];
  readonly statistics: readonly StatisticRecord[];
}

/** Tiers by id, or why there is none; numbers, or `null` where a row has none. */
export type ClaimRecord = { readonly id: string } & (
  | {
      readonly kind: "grade";
      readonly tier: string;
      readonly tiers: readonly (string | { readonly missing: MissingReason })[];
    }
  | { readonly kind: "value"; readonly words?: string; readonly from: NumberRecord }
  | {
      readonly kind: "rows";
      readonly expect: Expectation;
      /** The first column of what the query gave; `null` for all of it where only its length counts. */
      readonly cells: readonly SqlCell[] | null;
      readonly count: number;
      readonly isCut: boolean;
      /** The query for what is lacking gave rows. */
      readonly lacks: boolean;
    }
  | { readonly kind: "not-replayed"; readonly reason: NotReplayed }
);

/** Why a statement is not judged again: nobody could ask it, its numbers are taken from print or from an analysis, its rows are too many. */
export type NotReplayed = "unclear" | "quoted" | "analysis" | "too-many-rows";

/** Numbers, and how one is made of them. */
export type NumberRecord =
  | {
      readonly type: "years";
      readonly numbers: readonly (readonly [number, number | null])[];
      readonly how: Aggregation;
      readonly years: YearRange;
      readonly absent: "missing" | "zero";
      readonly scale: number;
    }
  /** Taken over from print: a statement can be held against it, but it is not computed. */
  | { readonly type: "quoted"; readonly value: number }
  | {
      readonly type: "cables";
      readonly part: "share" | "cables" | "tip_cables";
      readonly years: readonly (readonly [number, number, number])[];
    };

/** A row of a table of statistics. */
export interface StatisticRecord {
  /** Id of the table on the page. */
  readonly table: string;
  /** Its place among the table's rows, from 0. */
  readonly row: number;
  readonly format: string;
  /** Absent where the number is quoted. */
  readonly from?: NumberRecord;
}

/** What replaying gave. */
export type Replayed =
  | { readonly verdict: Verdict; readonly found: string }
  | { readonly reason: NotReplayed };

/**
 * Judges a statement anew from what its page carries, as the build did from the casebook. `words` are the statement's on the
 * page; they are read again where the casebook gives no number of its own.
 */
export function replayClaim(record: ClaimRecord, words: string): Replayed {
  switch (record.kind) {
    case "not-replayed":
      return { reason: record.reason };
    case "grade":
      return {
        verdict: judgeTiers(record.tier, record.tiers),
        found: record.tiers.map((tier) => (isMissing(tier) ? "—" : tier)).join(", "),
      };
    case "value":
      return replayValue(record.words ?? words, record.from);
    case "rows": {
      const cells = record.cells ?? Array.from({ length: record.count }, () => null);
      const rows = { columns: ["value"], rows: cells.map((cell) => [cell]), isCut: record.isCut };
      const { verdict, answer } = judge(rows, record.expect);
      return { verdict: record.lacks ? "not-in-record" : verdict, found: answer };
    }
  }
}

/** Computes a statistic anew and returns it as it is printed. */
export function replayStatistic({ from, format }: StatisticRecord): string | { reason: NotReplayed } {
  if (from?.type !== "years") return { reason: "quoted" };
  const { value } = numberOf(from);
  return isMissing(value) ? "—" : formatNumber(value * from.scale, format, from.scale);
}

function replayValue(words: string, from: NumberRecord): Replayed {
  const { value, counts } = numberOf(from);
  const printed = (counts && parsePrintedShare(words)) ?? parsePrintedNumber(words);
  if (!printed) return { reason: "unclear" };
  return {
    verdict: judgeNumber(printed, value, counts),
    found: isMissing(value) ? "—" : formatNumber(value, ",.8~g"),
  };
}

function numberOf(from: NumberRecord): {
  value: number | ReturnType<typeof createMissing>;
  counts?: { about: number; available: number };
} {
  if (from.type === "quoted") return { value: from.value };
  if (from.type === "years") {
    const numbers = from.numbers.map(([year, value]) => ({
      year,
      value: value ?? createMissing("not-coded"),
    }));
    return { value: aggregate(numbers, from.how, from.years, from.absent) };
  }
  const years = from.years.map(([year, available, about]) => ({
    year,
    available,
    about,
    share: about / available,
  }));
  const sum = sumEffort(years);
  if (!sum) return { value: createMissing("not-available") };
  const value = { share: sum.share, cables: sum.available, tip_cables: sum.about }[from.part];
  return { value, ...(from.part === "share" ? { counts: sum } : {}) };
}
