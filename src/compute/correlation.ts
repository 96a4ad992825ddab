import { createMissing, isMissing, type Missing } from "../base/missing.ts";
import { computeNormalQuantile, computeTTail } from "./methods/distributions.ts";
import { DEFAULT_LEVEL } from "./methods/estimate.ts";

/** How closely two variables go together. */
export interface Correlation {
  /** The coefficient, −1 to 1. */
  readonly r: number;
  /** Number of pairs with both values. */
  readonly pairs: number;
  /** Pairs left out because a value is missing. */
  readonly leftOut: number;
  /** Two-sided p value of r = 0, 0 to 1; missing for fewer than three pairs. */
  readonly p: number | Missing;
  /** The interval, −1 to 1; missing for fewer than four pairs and for a perfect line. */
  readonly interval: readonly [lower: number, upper: number] | Missing;
}

type Pair = readonly [x: number | Missing, y: number | Missing];

/**
 * Returns Pearson's correlation of two variables given in pairs.
 *
 * r = Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²). The p value is that of a two-sided t test of r = 0 with n − 2 degrees of
 * freedom, t = r √((n−2)/(1−r²)); the interval is Fisher's, tanh(atanh r ± z/√(n−3)), both as in R's `cor.test`. Pairs with a
 * missing value are left out and counted. Fewer than two pairs, or a variable that does not vary, give
 * `Missing("not-applicable")`.
 *
 * Source: Student (1908), "Probable Error of a Correlation Coefficient"; Fisher (1921), "On the 'Probable Error' of a
 * Coefficient of Correlation"; R's `cor.test`.
 */
export function correlate(pairs: readonly Pair[], level: number = DEFAULT_LEVEL): Correlation | Missing {
  const complete = keepComplete(pairs);
  return describe(complete, { leftOut: pairs.length - complete.length, level, spread: () => 1 });
}

/**
 * Returns Spearman's rank correlation of two variables given in pairs: Pearson's of their ranks, where equal values share
 * the mean of their ranks.
 *
 * The p value is that of the t test with n − 2 degrees of freedom, as R's `cor.test(exact = FALSE)`; the interval is
 * Fisher's with Bonett and Wright's standard error √((1 + ρ²/2)/(n−3)). Missing values and degenerate cases as in
 * {@link correlate}.
 *
 * Source: Spearman (1904), "The Proof and Measurement of Association between Two Things"; Bonett & Wright (2000),
 * Psychometrika 65.
 */
export function correlateRanks(pairs: readonly Pair[], level: number = DEFAULT_LEVEL): Correlation | Missing {
  const complete = keepComplete(pairs);
  const x = rankValues(complete.map(([one]) => one));
  const y = rankValues(complete.map(([, one]) => one));
  const ranks = x.map((rank, i) => [rank, y[i] ?? 0] as const);
  return describe(ranks, { leftOut: pairs.length - ranks.length, level, spread: (r) => 1 + (r * r) / 2 });
}

/** Returns each value's rank from 1; equal values share the mean of their ranks. */
export function rankValues(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to++;
    for (let i = from; i <= to; i++) ranks[order[i] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

function keepComplete(pairs: readonly Pair[]): (readonly [number, number])[] {
  return pairs.flatMap(([x, y]) => (isMissing(x) || isMissing(y) ? [] : [[x, y] as const]));
}

function describe(
  pairs: readonly (readonly [number, number])[],
  options: { readonly leftOut: number; readonly level: number; readonly spread: (r: number) => number },
): Correlation | Missing {
  const n = pairs.length;
  if (n < 2) return createMissing("not-applicable", "fewer than two pairs");
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  if (xx === 0 || yy === 0) return createMissing("not-applicable", "a variable does not vary");
  const r = Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy))));
  const p =
    n < 3 ? createMissing("not-applicable", "fewer than three pairs") : computePOfCorrelation(r, n - 2);
  return { r, pairs: n, leftOut: options.leftOut, p, interval: fisherInterval(r, n, options) };
}

function computePOfCorrelation(r: number, freedom: number): number {
  return Math.abs(r) === 1 ? 0 : computeTTail(r * Math.sqrt(freedom / (1 - r * r)), freedom);
}

function fisherInterval(
  r: number,
  n: number,
  options: { readonly level: number; readonly spread: (r: number) => number },
): readonly [number, number] | Missing {
  if (n < 4) return createMissing("not-applicable", "fewer than four pairs");
  if (1 - Math.abs(r) < 1e-12) return createMissing("not-applicable", "the pairs lie on a line");
  const half = computeNormalQuantile((1 + options.level) / 2) * Math.sqrt(options.spread(r) / (n - 3));
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}
