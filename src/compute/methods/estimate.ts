import type { Missing } from "../../base/missing.ts";
import { computeNormalQuantile, computeNormalTail, computeTQuantile, computeTTail } from "./distributions.ts";

/** Why a method gives no estimate. */
export type Problem =
  | "too-few-rows"
  | "no-variation"
  | "no-events"
  | "collinear"
  | "separation"
  | "no-convergence";

/** An estimate that does not exist for these rows: a {@link Missing} that says which of the known ways it fails. */
export interface NoEstimate extends Missing {
  readonly missing: "not-applicable";
  readonly problem: Problem;
  /** One sentence for the reader. */
  readonly detail: string;
  /** The terms at fault, where it is some of them. */
  readonly terms: readonly string[];
}

/** Returns the reason why there is no estimate. */
export function createNoEstimate(
  problem: Problem,
  detail: string,
  terms: readonly string[] = [],
): NoEstimate {
  return { missing: "not-applicable", problem, detail, terms };
}

/** The share of intervals that cover the true value, where a method is not told another. */
export const DEFAULT_LEVEL = 0.95;

/** An estimate with how sure it is. */
export interface Coefficient {
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  /** `estimate / standardError`: t where the errors have degrees of freedom, else z. */
  readonly statistic: number;
  /** Two-sided p value of "it is 0", 0 to 1. */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Returns an estimate with its two-sided test of 0 and its interval: by Student's t with `freedom` degrees of freedom, or by
 * the normal distribution where none is given. `standardError` must be above 0.
 */
export function createCoefficient(
  term: string,
  estimate: number,
  options: { readonly standardError: number; readonly freedom?: number; readonly level?: number },
): Coefficient {
  const { standardError, freedom, level = DEFAULT_LEVEL } = options;
  const statistic = estimate / standardError;
  const half =
    standardError *
    (freedom === undefined
      ? computeNormalQuantile((1 + level) / 2)
      : computeTQuantile((1 + level) / 2, freedom));
  const p = freedom === undefined ? computeNormalTail(statistic) : computeTTail(statistic, freedom);
  return { term, estimate, standardError, statistic, p, lower: estimate - half, upper: estimate + half };
}
