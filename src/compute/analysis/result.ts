import type { Missing } from "../../base/missing.ts";
import type { Analysis } from "../../model/analysis.ts";
import type { Comparison } from "../comparison.ts";
import type { NoEstimate } from "../methods/estimate.ts";
import type { SampleAccount } from "./sample.ts";

/** How a number is printed: an estimate, a whole number, a p value, or a share as percent. */
export type ResultKind = "text" | "estimate" | "count" | "p" | "share";

export interface ResultColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: ResultKind;
}

/** A row of a result: `name` is how prose refers to it, `label` what readers see. */
export interface ResultRow {
  readonly name: string;
  readonly label: string;
  readonly cells: readonly (string | number | Missing)[];
}

/** A table of a result. */
export interface ResultTable {
  /** Unique in the result; the first table's rows are the ones that prose names without it. */
  readonly id: string;
  readonly title: string;
  /** Heads the column of the rows' labels. */
  readonly head: string;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly ResultRow[];
}

/** A number of a result besides its tables, e.g. events, or a test. */
export interface ResultFact {
  readonly name: string;
  readonly label: string;
  readonly kind: ResultKind;
  readonly value: string | number | Missing;
}

/** An estimate with its interval, for a forest plot. */
export interface ForestItem {
  readonly label: string;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ForestFigure {
  readonly type: "forest";
  readonly items: readonly ForestItem[];
  readonly axis: string;
  /** Where there is no effect: 0, or 1 for ratios, whose axis is logarithmic. */
  readonly reference: 0 | 1;
}

export interface CurvesFigure {
  readonly type: "curves";
  readonly groups: readonly {
    readonly label: string;
    readonly n: number;
    readonly points: readonly {
      readonly time: number;
      readonly survival: number;
      readonly lower: number | Missing;
      readonly upper: number | Missing;
      readonly atRisk: number;
      /** Last seen then, without the event. */
      readonly censored: number;
    }[];
  }[];
  readonly axis: string;
  readonly time: string;
}

export interface EventFigure {
  readonly type: "event-study";
  readonly axis: string;
  readonly lines: readonly {
    readonly label: string;
    readonly points: readonly {
      readonly distance: number;
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
    }[];
  }[];
}

export interface ScatterFigure {
  readonly type: "scatter";
  readonly comparison: Comparison;
}

export interface MatrixFigure {
  readonly type: "matrix";
  readonly from: string;
  readonly to: string;
  readonly states: readonly string[];
  /** By rows of `from`; undefined where the state was never left nor kept. */
  readonly cells: readonly (readonly ({ readonly share: number; readonly count: number } | undefined)[])[];
}

/** What a result is drawn as. */
export type ResultFigure = ForestFigure | CurvesFigure | EventFigure | ScatterFigure | MatrixFigure;

/** Rows as a method takes them. */
export interface ResultData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What an analysis gives. */
export interface AnalysisResult {
  readonly analysis: Analysis;
  readonly account: SampleAccount;
  /** Why there is no result; then there are no tables. */
  readonly problem?: NoEstimate;
  readonly tables: readonly ResultTable[];
  readonly facts: readonly ResultFact[];
  readonly figure?: ResultFigure;
  /** The rows that the method worked with; absent without a result. */
  readonly data?: ResultData;
  /** What the result says, in sentences with its numbers. */
  readonly summary: readonly string[];
  /** What a reader has to know before believing it: of the method, and of these numbers. */
  readonly caveats: readonly string[];
}

/** What a method's run gives; the rest of the result is the same for all. */
export type MethodOutcome = Pick<AnalysisResult, "account"> &
  Partial<Pick<AnalysisResult, "problem" | "tables" | "facts" | "figure" | "data" | "summary" | "caveats">>;
