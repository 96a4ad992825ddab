import { isMissing, type Missing } from "../../base/missing.ts";
import { type Coefficient, createCoefficient, createNoEstimate, type NoEstimate } from "./estimate.ts";

/** One group of numbers in short. */
export interface GroupMean {
  /** Values that are there. */
  readonly n: number;
  readonly leftOut: number;
  readonly mean: number;
  /** With n − 1; in the values' unit. */
  readonly standardDeviation: number;
}

/** The difference of two groups' means, first minus second, in the values' unit. */
export interface MeanDifference extends Coefficient {
  readonly first: GroupMean;
  readonly second: GroupMean;
  /** Degrees of freedom; a fraction for Welch's test. */
  readonly freedom: number;
}

/**
 * Returns the difference in means of two independent groups with its t test and interval.
 *
 * Welch (default): standard error √(s₁²/n₁ + s₂²/n₂), degrees of freedom by Welch and Satterthwaite. Pooled: one variance for
 * both groups, n₁ + n₂ − 2 degrees of freedom; only where the spreads are known to be alike. Missing values are left out and
 * counted. A group of fewer than two values gives `too-few-rows`; two groups without any spread give `no-variation`. The
 * test treats the values as independent: country-years of one country are not, so hand in one mean a country.
 *
 * Source: Welch (1947), "The Generalization of 'Student's' Problem", Biometrika 34; R's `t.test`.
 */
export function computeMeanDifference(
  first: readonly (number | Missing)[],
  second: readonly (number | Missing)[],
  options: { readonly variances?: "welch" | "pooled"; readonly level?: number } = {},
): MeanDifference | NoEstimate {
  const a = describeGroup(first);
  const b = describeGroup(second);
  if (isMissing(a)) return a;
  if (isMissing(b)) return b;
  const varianceA = a.standardDeviation ** 2;
  const varianceB = b.standardDeviation ** 2;
  if (varianceA === 0 && varianceB === 0) return createNoEstimate("no-variation", "the values do not vary");
  const shareA = varianceA / a.n;
  const shareB = varianceB / b.n;
  const isPooled = options.variances === "pooled";
  const freedom = isPooled
    ? a.n + b.n - 2
    : (shareA + shareB) ** 2 / (shareA ** 2 / (a.n - 1) + shareB ** 2 / (b.n - 1));
  const pooled = ((a.n - 1) * varianceA + (b.n - 1) * varianceB) / (a.n + b.n - 2);
  const standardError = Math.sqrt(isPooled ? pooled * (1 / a.n + 1 / b.n) : shareA + shareB);
  const { level } = options;
  const spread = { standardError, freedom, ...(level === undefined ? {} : { level }) };
  return { ...createCoefficient("difference", a.mean - b.mean, spread), first: a, second: b, freedom };
}

/** Returns n, mean and standard deviation (n − 1) of the values that are there; fewer than two give `too-few-rows`. */
export function describeGroup(values: readonly (number | Missing)[]): GroupMean | NoEstimate {
  const there = values.filter((value): value is number => !isMissing(value));
  const n = there.length;
  if (n < 2) return createNoEstimate("too-few-rows", "a group has fewer than two values");
  const mean = there.reduce((sum, value) => sum + value, 0) / n;
  const squares = there.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, leftOut: values.length - n, mean, standardDeviation: Math.sqrt(squares / (n - 1)) };
}
