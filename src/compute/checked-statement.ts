import type { Missing } from "../base/missing.ts";
import type { PrintedNumber, PrintedShare } from "../base/printed-number.ts";
import type { Position } from "../base/source.ts";
import type { Aggregation, StatisticRow } from "../model/config.ts";
import type { Tier } from "../model/scorecard.ts";
import type { YearRange } from "../model/year-range.ts";

/** What the record says of a statement: it agrees, it contradicts, or it cannot tell. */
export type Verdict = "holds" | "fails" | "not-in-record";

/** What a statement says of one thing: two statements on the same thing agree or contradict each other. */
export interface Stated {
  /** Of what, e.g. `grade JPN 2004`. */
  readonly of: string;
  /** A word, or the lowest and highest number that it can mean. */
  readonly says: string | readonly [number, number];
}

/** Attributes and words of a `:grade` or `:value`, or of the short form of a named claim. */
export interface Statement {
  /** Where the attributes name none. */
  readonly country: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly words: string;
  /** Language of the words, a BCP 47 tag; English where absent. */
  readonly language?: string;
}

/** What a statement asks of which table. */
export type Asked = AskedGrade | AskedValue | AskedResult;

/** A number of the result of an analysis. */
export interface AskedResult {
  readonly kind: "result";
  /** Id of the analysis. */
  readonly analysis: string;
  /** Which number, e.g. `downgrade.p`. */
  readonly of: string;
  /** Held where the number is smaller, as of "< 0.001". */
  readonly isBelow: boolean;
  readonly printed: PrintedNumber;
}

export interface AskedGrade {
  readonly kind: "grade";
  readonly country: string;
  readonly years: YearRange;
  readonly tier: Tier;
}

export interface AskedValue {
  readonly kind: "value";
  readonly country: string;
  /** As written, e.g. `tip-grants`, `policy-index.p`. */
  readonly of: string;
  readonly printed: PrintedNumber | PrintedShare;
  readonly from: ValueOrigin;
}

/** Where a value comes from: a declared statistic, a column of a series over some years, or counts of cables. */
export type ValueOrigin =
  | { readonly type: "statistic"; readonly row: StatisticRow }
  | { readonly type: "effort"; readonly part: EffortPart; readonly years: YearRange | undefined }
  | {
      readonly type: "series";
      readonly series: string;
      readonly measure: string;
      readonly years: YearRange;
      readonly how: Aggregation;
    };

/** What a statement may say of the cables of a country: the share on the grader’s subject, or one of the counts. */
export type EffortPart = "share" | "cables" | "tip_cables";

/** Of a share of cables, what was counted. */
export interface Counts {
  readonly about: number;
  readonly available: number;
}

/** A value of the record. */
export interface FoundValue {
  readonly value: number | Missing;
  readonly text: string;
  readonly subject: string;
  readonly evidence: readonly Position[];
  readonly from: ValueOrigin;
  /** Of a share of cables, what was counted. */
  readonly counts?: Counts;
}

/** A statement that was held against the record. */
export interface CheckedStatement {
  /** What was asked, e.g. "Canada’s tier in 2001–2003". */
  readonly question: string;
  /** What the record answers, e.g. "Tier 1 in 2001–2002, Tier 2 in 2003". */
  readonly answer: string;
  readonly verdict: Verdict;
  /** The cells that decided. */
  readonly evidence: readonly Position[];
  /** What it says in a form that can be compared; for contradictions. */
  readonly states: readonly Stated[];
  /** What was asked of a `:grade` or `:value`, for its page; absent of a `:claim`. */
  readonly asked?: Asked;
}

/** Why a statement cannot be checked. */
export interface Unclear {
  readonly message: string;
  readonly hint: string;
  /** What the casebook might hold in a part that cannot be read. */
  readonly lacks?: "country" | "data";
}
