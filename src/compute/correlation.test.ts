import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasSharedData, readSharedRows } from "../../test/support/shared-data.ts";
import { isMissing } from "../base/missing.ts";
import { type Correlation, correlate, correlateRanks, rankValues } from "./correlation.ts";

function of(pairs: readonly (readonly [number, number])[]): Correlation {
  const result = correlate(pairs);
  if (isMissing(result)) throw new Error(result.detail);
  return result;
}

/**
 * A second method for the p value: Student's density integrated by Simpson's rule from 0 to |t|, its constant by the
 * recurrence Γ(x+1) = xΓ(x) from Γ(½) = √π and Γ(1) = 1.
 */
function tailBySimpson(r: number, freedom: number): number {
  const t = Math.abs(r) * Math.sqrt(freedom / (1 - r * r));
  const gamma = (x: number): number =>
    x === 0.5 ? Math.sqrt(Math.PI) : x === 1 ? 1 : (x - 1) * gamma(x - 1);
  const scale = gamma((freedom + 1) / 2) / (Math.sqrt(freedom * Math.PI) * gamma(freedom / 2));
  const density = (x: number): number => scale * (1 + (x * x) / freedom) ** (-(freedom + 1) / 2);
  const steps = 20_000;
  const width = t / steps;
  let sum = density(0) + density(t);
  for (let i = 1; i < steps; i++) sum += density(i * width) * (i % 2 === 1 ? 4 : 2);
  return 1 - 2 * ((sum * width) / 3);
}

describe("correlate", () => {
  it("finds r = 0.788 over the companion's 15 cases", (context) => {
    if (!hasSharedData) context.skip("no shared data");
    const [favourability, influence] = readSharedRows("cases_favorability_influence.csv");
    const names = Object.keys(favourability ?? {}).filter((name) => name !== "Countries");
    const read = (text = ""): number => Number(text.replace("−", "-"));
    const pairs = names.map((name) => [read(favourability?.[name]), read(influence?.[name])] as const);
    expect(pairs).toHaveLength(15);
    const { r, p } = of(pairs);
    expect(r).toBeCloseTo(0.788, 3);
    expect(r.toFixed(2)).toBe("0.79");
    expect(Number(p).toFixed(2)).toBe("0.00");
    expect(p).toBeCloseTo(tailBySimpson(r, 13), 9);
  });

  it("finds the published values of Anscombe's quartet", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const { r, p } = of(x.map((one, i) => [one, y[i] ?? 0] as const));
    // R: cor.test(anscombe$x1, anscombe$y1)
    expect(r).toBeCloseTo(0.8164205, 7);
    expect(p).toBeCloseTo(0.00217, 5);
  });

  it("finds values worked out by hand", () => {
    // Deviations −1, 0, 1 and −1, 1, 0: r = 1/2; with one degree of freedom p = 1 − (2/π) atan(t), t = 1/√3.
    const { r, p } = of([
      [1, 1],
      [2, 3],
      [3, 2],
    ]);
    expect(r).toBeCloseTo(0.5, 12);
    expect(p).toBeCloseTo(2 / 3, 12);
    expect(
      of([
        [0, 0],
        [1, -2],
        [2, -4],
      ]),
    ).toMatchObject({ r: expect.closeTo(-1, 12), p: expect.closeTo(0, 7) });
  });

  it("leaves pairs out that miss a value, and counts them", () => {
    const missing = { missing: "not-coded" } as const;
    expect(
      correlate([
        [1, 1],
        [2, missing],
        [2, 3],
        [missing, 4],
        [3, 2],
      ]),
    ).toMatchObject({
      pairs: 3,
      leftOut: 2,
      r: expect.closeTo(0.5, 12),
    });
  });

  it("is missing where it does not exist", () => {
    expect(correlate([])).toMatchObject({ missing: "not-applicable" });
    expect(correlate([[1, 2]])).toMatchObject({ detail: "fewer than two pairs" });
    expect(
      correlate([
        [1, 2],
        [1, 3],
      ]),
    ).toMatchObject({ detail: "a variable does not vary" });
    expect(
      of([
        [1, 2],
        [2, 3],
      ]).p,
    ).toMatchObject({ detail: "fewer than three pairs" });
  });

  it("agrees with the second method, is symmetric, and does not depend on order, shift or scale", () => {
    const value = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 30 }), (pairs) => {
        const one = correlate(pairs);
        if (isMissing(one) || Math.abs(one.r) > 0.99) return;
        expect(one.p).toBeCloseTo(tailBySimpson(one.r, pairs.length - 2), 8);
        expect(of(pairs.map(([x, y]) => [y, x])).r).toBeCloseTo(one.r, 12);
        expect(of(pairs.toReversed()).r).toBeCloseTo(one.r, 12);
        expect(of(pairs.map(([x, y]) => [3 * x + 7, -2 * y])).r).toBeCloseTo(-one.r, 12);
      }),
      { numRuns: 60 },
    );
  });
});

describe("correlateRanks", () => {
  it("finds a published value, and its p value by the t approximation", () => {
    // Ten pairs without ties: Σd² = 194, ρ = 1 − 6·194/990 = −29/165 (the textbook example of IQ and hours of television).
    const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
    const result = correlateRanks(iq.map((x, i) => [x, hours[i] ?? 0] as const));
    if (isMissing(result)) throw new Error(result.detail);
    expect(result.r).toBeCloseTo(-29 / 165, 12);
    expect(result.p).toBeCloseTo(tailBySimpson(29 / 165, 8), 9);
  });

  it("shares ranks between equal values and follows any rising change of scale", () => {
    expect(rankValues([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
    const value = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 20 }), (pairs) => {
        const scaled = pairs.map(([x, y]) => [x ** 3, Math.exp(y / 10)] as const);
        expect(correlateRanks(scaled)).toEqual(correlateRanks(pairs));
        const ranks = pairs.map(([x], i) => [rankValues(pairs.map(([one]) => one))[i] ?? x, 0] as const);
        expect(ranks.reduce((sum, [rank]) => sum + rank, 0)).toBe((pairs.length * (pairs.length + 1)) / 2);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the interval of a correlation", () => {
  it("is Fisher's, as R prints for Anscombe's first set", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const { interval } = of(x.map((one, i) => [one, y[i] ?? 0] as const));
    // R: cor.test(anscombe$x1, anscombe$y1)$conf.int
    expect(interval).toEqual([expect.closeTo(0.4243912, 6), expect.closeTo(0.9506933, 6)]);
  });

  it("is missing where it does not exist", () => {
    const line = [1, 2, 3, 4].map((x) => [x, 2 * x] as const);
    expect(of(line).interval).toMatchObject({ detail: "the pairs lie on a line" });
    expect(of(line.slice(0, 3)).interval).toMatchObject({ detail: "fewer than four pairs" });
  });
});
