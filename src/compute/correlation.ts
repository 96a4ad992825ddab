import { createMissing, isMissing, type Missing } from "../base/missing.ts";

/** How closely two variables lie on a line. */
export interface Correlation {
  /** Pearson's r, −1 to 1. */
  readonly r: number;
  /** Number of pairs with both values. */
  readonly pairs: number;
  /** Pairs left out because a value is missing. */
  readonly leftOut: number;
  /** Two-sided p value of r = 0, 0 to 1; missing for fewer than three pairs. */
  readonly p: number | Missing;
}

/**
 * Returns Pearson's correlation of two variables given in pairs.
 *
 * r = Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²). The p value is that of a two-sided t test of r = 0 with n − 2 degrees of
 * freedom, t = r √((n−2)/(1−r²)), as in R's `cor.test`. Pairs with a missing value are left out and counted. Fewer than two
 * pairs, or a variable that does not vary, give `Missing("not-applicable")`.
 *
 * Source: Student (1908), "Probable Error of a Correlation Coefficient"; R's `cor.test`.
 */
export function correlate(
  pairs: readonly (readonly [x: number | Missing, y: number | Missing])[],
): Correlation | Missing {
  const complete = pairs.flatMap(([x, y]) => (isMissing(x) || isMissing(y) ? [] : [[x, y] as const]));
  const n = complete.length;
  if (n < 2) return createMissing("not-applicable", "fewer than two pairs");
  const meanX = complete.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = complete.reduce((sum, [, y]) => sum + y, 0) / n;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [x, y] of complete) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  if (xx === 0 || yy === 0) return createMissing("not-applicable", "a variable does not vary");
  const r = Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy))));
  const p = n < 3 ? createMissing("not-applicable", "fewer than three pairs") : pOfCorrelation(r, n - 2);
  return { r, pairs: n, leftOut: pairs.length - n, p };
}

/** With t² / (ν + t²) = r², the two-sided tail of Student's t is I(1 − r²; ν/2, 1/2). */
function pOfCorrelation(r: number, freedom: number): number {
  return incompleteBeta(1 - r * r, freedom / 2, 0.5);
}

/**
 * Returns the regularized incomplete beta function I(x; a, b), 0 to 1, for a, b > 0.
 *
 * By its continued fraction with Lentz's method, on the side of the mean where that converges fast; about 1e-14 exact.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22 and 8.17.4.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  return front * betaFraction(x, a, b);
}

const TINY = 1e-300;
const MAX_STEPS = 10_000;

function betaFraction(x: number, a: number, b: number): number {
  const guard = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MAX_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 / guard(1 + term * d);
      c = guard(1 + term / c);
      change = c * d;
      fraction *= change;
    }
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

const LANCZOS_FIRST = 0.99999999999980993;
const LANCZOS: readonly number[] = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0 by Lanczos' approximation with g = 7 and 9 terms, about 1e-15 exact. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x - 1 + 7.5;
  const sum = LANCZOS.reduce((total, term, i) => total + term / (x + i), LANCZOS_FIRST);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}
