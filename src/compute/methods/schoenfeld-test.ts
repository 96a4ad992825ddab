import { computeChiSquareTail } from "./distributions.ts";
import { countRisk, type Duration } from "./kaplan-meier.ts";
import { dot, factorPositive } from "./positive-matrix.ts";
import type { LikelihoodPass } from "./risk-sets.ts";

/** The tests of one coefficient each, and of all together, that it does not change with time. */
export interface ProportionalityTest {
  readonly terms: readonly {
    readonly term: string;
    readonly chiSquare: number;
    readonly freedom: 1;
    readonly p: number;
  }[];
  readonly all: { readonly chiSquare: number; readonly freedom: number; readonly p: number };
}

/**
 * Returns Grambsch and Therneau's test of proportional hazards: the score test of β(t) = β + θ g(t) at θ = 0, with
 * g(t) = 1 − S(t−), S the Kaplan–Meier curve of all rows. A small p says that a hazard ratio changes over time.
 *
 * `pass` is the partial likelihood at its maximum. With U(t) and V(t) of each time, the score of θ is Σ g U and its variance
 * Σ g²V − (Σ gV)(Σ V)⁻¹(Σ gV). With a single time of events nothing can change: χ² is 0.
 *
 * Source: Grambsch & Therneau (1994), Biometrika 81; R's `cox.zph` of survival 3, `transform = "km"`.
 */
export function testProportionality(
  rows: readonly Duration[],
  pass: LikelihoodPass,
  terms: readonly string[],
): ProportionalityTest {
  const size = terms.length;
  const clock = transformTimes(rows);
  const events = pass.times.reduce((sum, one) => sum + one.events, 0);
  const middle = pass.times.reduce((sum, one) => sum + one.events * (clock.get(one.time) ?? 0), 0) / events;
  const zeros = (): number[][] => terms.map(() => new Array<number>(size).fill(0));
  const score = new Array<number>(size).fill(0);
  const crossed = zeros();
  const squared = zeros();
  for (const one of pass.times) {
    const g = (clock.get(one.time) ?? 0) - middle;
    for (let i = 0; i < size; i++) {
      score[i] = (score[i] ?? 0) + g * (one.score[i] ?? 0);
      const cross = crossed[i] ?? [];
      const square = squared[i] ?? [];
      for (let j = 0; j < size; j++) {
        const information = one.information[i * size + j] ?? 0;
        cross[j] = (cross[j] ?? 0) + g * information;
        square[j] = (square[j] ?? 0) + g * g * information;
      }
    }
  }
  const known = factorPositive(pass.information);
  const explained = crossed.map((row) => known.solve(row));
  const variance = squared.map((row, i) =>
    row.map((value, j) => value - dot(crossed[i] ?? [], explained[j] ?? [])),
  );
  const describe = (chiSquare: number, freedom: number): { chiSquare: number; p: number } => ({
    chiSquare,
    p: computeChiSquareTail(chiSquare, freedom),
  });
  return {
    terms: terms.map((term, j) => {
      const spread = variance[j]?.[j] ?? 0;
      const isTestable = spread > 1e-12 * (squared[j]?.[j] ?? 0);
      return { term, freedom: 1, ...describe(isTestable ? (score[j] ?? 0) ** 2 / spread : 0, 1) };
    }),
    all: { freedom: size, ...describe(dot(score, factorPositive(variance).solve(score)), size) },
  };
}

/** 1 − S just before each time. */
function transformTimes(rows: readonly Duration[]): ReadonlyMap<number, number> {
  let survival = 1;
  return new Map(
    countRisk(rows).map(({ time, atRisk, events }) => {
      const before = 1 - survival;
      survival *= 1 - events / atRisk;
      return [time, before];
    }),
  );
}
