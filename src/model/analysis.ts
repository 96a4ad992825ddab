import type { Position } from "../base/source.ts";
import type { Variable } from "./variable.ts";
import type { YearRange } from "./year-range.ts";

/** The methods that an analysis may name. */
export const METHOD_IDS = [
  "mean-difference",
  "correlation",
  "survival",
  "cox",
  "panel-regression",
  "event-study",
  "transitions",
  "stays",
  "tier-model",
] as const;
export type MethodId = (typeof METHOD_IDS)[number];

/** A variable in one of the places of an analysis. */
export interface AnalysisVariable {
  /** Short, without blanks where the author gave it; by it prose refers to results. */
  readonly name: string;
  /** For readers. */
  readonly label?: string;
  readonly is: Variable;
  readonly at: Position;
}

/** A word with where it stands. */
export interface PlacedWord {
  readonly word: string;
  readonly at: Position;
}

/** Which country-years an analysis looks at: those of the casebook where nothing is said. */
export interface Sample {
  readonly countries?: readonly PlacedWord[];
  readonly groups?: readonly PlacedWord[];
  readonly except: readonly PlacedWord[];
  readonly years?: YearRange;
}

/** What all analyses have. */
interface Common {
  /** The file's name without ending. */
  readonly id: string;
  readonly title: string;
  readonly question?: string;
  /** What the author wants said beside the result. */
  readonly note?: string;
  readonly sample: Sample;
  /** Numbers of the tiers by id, where they are not 1 for the best, 2 … */
  readonly tierCodes: ReadonlyMap<string, number>;
  /** Share of intervals that cover the true value, e.g. 0.95. */
  readonly level: number;
  readonly at: Position;
  /** Where `method` stands. */
  readonly methodAt: Position;
}

/** What the country-years are counted by. */
export type AnalysisUnit = "country-year" | "country";

interface Terms {
  readonly treatment: AnalysisVariable;
  readonly controls: readonly AnalysisVariable[];
}

export interface MeanDifferenceAnalysis extends Common {
  readonly method: "mean-difference";
  readonly outcome: AnalysisVariable;
  /** 1 for the first group, 0 for the second. */
  readonly by: AnalysisVariable;
  readonly unit: AnalysisUnit;
  readonly variances: "welch" | "pooled";
}

export interface CorrelationAnalysis extends Common {
  readonly method: "correlation";
  readonly outcome: AnalysisVariable;
  readonly with: AnalysisVariable;
  readonly unit: AnalysisUnit;
  readonly kind: "pearson" | "spearman";
}

export interface SurvivalAnalysis extends Common {
  readonly method: "survival";
  /** The event happens in the first year in which it is above 0. */
  readonly event: AnalysisVariable;
  /** The clock starts in the first year in which it is above 0. */
  readonly entry: AnalysisVariable;
  readonly by?: AnalysisVariable;
  readonly interval: "plain" | "log" | "log-log";
  readonly rho: number;
}

export interface CoxAnalysis extends Common, Terms {
  readonly method: "cox";
  readonly event: AnalysisVariable;
  /** The clock starts then for each country; in the sample's first year for all where absent. */
  readonly entry?: AnalysisVariable;
  readonly ties: "efron" | "breslow";
  readonly errors: "clustered" | "model";
}

export interface RegressionAnalysis extends Common, Terms {
  readonly method: "panel-regression";
  readonly outcome: AnalysisVariable;
  readonly effects: "none" | "unit" | "period" | "two-way";
  readonly errors: "classical" | "HC1" | "CR0" | "CR1";
}

export interface EventStudyAnalysis extends Common {
  readonly method: "event-study";
  readonly outcome: AnalysisVariable;
  readonly event: AnalysisVariable;
  readonly window: { readonly from: number; readonly to: number };
}

export interface TransitionsAnalysis extends Common {
  readonly method: "transitions";
}

export interface StaysAnalysis extends Common {
  readonly method: "stays";
  readonly tier: PlacedWord;
}

export interface TierModelAnalysis extends Common, Terms {
  readonly method: "tier-model";
  /** Whether the next year's movement (down, same, up) or its tier is modelled. */
  readonly outcome: "movement" | "tier";
  readonly errors: "clustered" | "model";
}

/** A declared analysis of `analyses/<id>.yaml`. */
export type Analysis =
  | MeanDifferenceAnalysis
  | CorrelationAnalysis
  | SurvivalAnalysis
  | CoxAnalysis
  | RegressionAnalysis
  | EventStudyAnalysis
  | TransitionsAnalysis
  | StaysAnalysis
  | TierModelAnalysis;

/** Returns the variables of an analysis by the key under which they are declared, in the order of the file's form. */
export function variablesOf(
  analysis: Analysis,
): { readonly role: string; readonly variable: AnalysisVariable }[] {
  const found: { role: string; variable: AnalysisVariable }[] = [];
  const add = (role: string, variable: AnalysisVariable | undefined): void => {
    if (variable) found.push({ role, variable });
  };
  if ("outcome" in analysis && typeof analysis.outcome === "object") add("outcome", analysis.outcome);
  if ("event" in analysis) add("event", analysis.event);
  if ("entry" in analysis) add("entry", analysis.entry);
  if ("with" in analysis) add("with", analysis.with);
  if ("by" in analysis) add("by", analysis.by);
  if ("treatment" in analysis) {
    add("treatment", analysis.treatment);
    for (const one of analysis.controls) add("controls", one);
  }
  return found;
}
