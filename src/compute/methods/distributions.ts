/**
 * Tails and quantiles of the distributions that the methods need, from two functions: the incomplete beta and the
 * incomplete gamma. Own code because the libraries that are as exact bring two hundred packages and their loading time
 * to every command.
 */

/** Returns the two-sided tail P(|T| ≥ |t|) of Student's t with `freedom` > 0 degrees of freedom, 0 to 1. */
export function computeTTail(t: number, freedom: number): number {
  const square = t * t;
  // Both sides of the beta's symmetry, so that neither 1 − x nor 1 − I loses digits.
  return square < freedom
    ? 1 - computeIncompleteBeta(square / (freedom + square), 0.5, freedom / 2)
    : computeIncompleteBeta(freedom / (freedom + square), freedom / 2, 0.5);
}

/** Returns the upper tail P(F ≥ f) of the F distribution, 0 to 1, for f ≥ 0 and degrees of freedom > 0. */
export function computeFTail(f: number, numerator: number, denominator: number): number {
  return computeIncompleteBeta(denominator / (denominator + numerator * f), denominator / 2, numerator / 2);
}

/** Returns the upper tail P(χ² ≥ x) with `freedom` > 0 degrees of freedom, 0 to 1; 1 for x ≤ 0. */
export function computeChiSquareTail(x: number, freedom: number): number {
  return x <= 0 ? 1 : computeUpperGamma(freedom / 2, x / 2);
}

/** Returns the two-sided tail P(|Z| ≥ |z|) of the standard normal distribution, 0 to 1. */
export function computeNormalTail(z: number): number {
  return computeChiSquareTail(z * z, 1);
}

/** Returns z with P(Z ≤ z) = `share`, 0 < share < 1, of the standard normal distribution; about 1e-14 exact. */
export function computeNormalQuantile(share: number): number {
  return solveTail(share, computeNormalTail);
}

/** Returns t with P(T ≤ t) = `share`, 0 < share < 1, of Student's t with `freedom` > 0; about 1e-14 exact. */
export function computeTQuantile(share: number, freedom: number): number {
  return solveTail(share, (t) => computeTTail(t, freedom));
}

/** Finds where a symmetric distribution's two-sided tail is 2 min(share, 1 − share), by halving; its sign by the side. */
function solveTail(share: number, tail: (x: number) => number): number {
  if (share === 0.5) return 0;
  const wanted = 2 * Math.min(share, 1 - share);
  let low = 0;
  let high = 1;
  while (tail(high) > wanted) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (tail(middle) > wanted) low = middle;
    else high = middle;
  }
  return share < 0.5 ? -high : high;
}

const TINY = 1e-300;
const MAX_STEPS = 10_000;

function guard(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/**
 * Returns the regularized incomplete beta function I(x; a, b), 0 to 1, for a, b > 0.
 *
 * By its continued fraction with Lentz's method, on the side of the mean where that converges fast; about 1e-14 exact.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22 and 8.17.4.
 */
export function computeIncompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - computeIncompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  return front * betaFraction(x, a, b);
}

function betaFraction(x: number, a: number, b: number): number {
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

/**
 * Returns the regularized upper incomplete gamma function Q(a, x), 0 to 1, for a > 0 and x > 0: by the series below a + 1,
 * by the continued fraction above; about 1e-14 exact.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2.
 */
export function computeUpperGamma(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - computeLogGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n <= MAX_STEPS && term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= MAX_STEPS; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / guard(step * d + b);
    c = guard(b + step / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return front * fraction;
}

function logBeta(a: number, b: number): number {
  return computeLogGamma(a) + computeLogGamma(b) - computeLogGamma(a + b);
}

const LANCZOS_FIRST = 0.99999999999980993;
const LANCZOS: readonly number[] = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Returns ln Γ(x) for x > 0, by Lanczos' approximation with g = 7 and 9 terms; about 1e-15 exact. */
export function computeLogGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - computeLogGamma(1 - x);
  const base = x - 1 + 7.5;
  const sum = LANCZOS.reduce((total, term, i) => total + term / (x + i), LANCZOS_FIRST);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}
