import { describe, expect, it } from "vitest";
import {
  computeChiSquareTail,
  computeFTail,
  computeIncompleteBeta,
  computeNormalQuantile,
  computeNormalTail,
  computeTQuantile,
  computeTTail,
} from "./distributions.ts";

function expectRelative(actual: number, expected: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-12);
}

describe("distributions", () => {
  it("agree with closed forms", () => {
    for (const x of [0, 0.001, 0.2, 0.5, 0.9, 0.999, 1]) {
      expect(computeIncompleteBeta(x, 1, 1)).toBeCloseTo(x, 13);
      expect(computeIncompleteBeta(x, 3, 1)).toBeCloseTo(x ** 3, 13);
      expect(computeIncompleteBeta(x, 1, 4)).toBeCloseTo(1 - (1 - x) ** 4, 13);
      expect(computeIncompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
    }
    for (const x of [0.1, 1, 4, 30, 200]) {
      expectRelative(computeChiSquareTail(x, 2), Math.exp(-x / 2));
      expectRelative(computeChiSquareTail(x, 4), Math.exp(-x / 2) * (1 + x / 2));
      expectRelative(computeTTail(x, 1), (2 / Math.PI) * Math.atan(1 / x));
      expectRelative(computeTTail(x, 2), 4 / (x * x + 2) / (2 * (1 + x / Math.sqrt(x * x + 2))));
      expectRelative(computeFTail(x, 2, 6), (1 + x / 3) ** -3);
    }
  });

  it("find the tables' values", () => {
    // Abramowitz & Stegun, table 26.1: Q(1) = 0.158655253931457, Q(5) = 2.866515719e-7; Φ⁻¹(0.975).
    expectRelative(computeNormalTail(-1), 2 * 0.15865525393145705);
    expect(computeNormalTail(5) / 2).toBeCloseTo(2.866515719e-7, 15);
    expectRelative(computeNormalQuantile(0.975), 1.959963984540054);
    expect(computeNormalQuantile(0.025)).toBeCloseTo(-computeNormalQuantile(0.975), 13);
    expect(computeNormalQuantile(0.5)).toBe(0);
    // R: qt(0.975, 10), qt(0.995, 3)
    expect(computeTQuantile(0.975, 10)).toBeCloseTo(2.228139, 6);
    expect(computeTQuantile(0.995, 3)).toBeCloseTo(5.840909, 6);
    // In closed form: tan(0.475 π) with one degree of freedom, (2p−1) √(1/(2p(1−p))) with two.
    expectRelative(computeTQuantile(0.975, 2), 0.95 * Math.sqrt(1 / (2 * 0.975 * 0.025)));
    expectRelative(computeTQuantile(0.975, 1), Math.tan(0.475 * Math.PI));
  });
});
