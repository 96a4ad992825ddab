import { computeChiSquareTail } from "./distributions.ts";
import { createNoEstimate, type NoEstimate } from "./estimate.ts";
import { countRisk, type Duration } from "./kaplan-meier.ts";
import { dot, factorPositive } from "./positive-matrix.ts";

/** A test that the groups have one survival curve. */
export interface LogRankTest {
  readonly chiSquare: number;
  readonly freedom: number;
  readonly p: number;
  /** In the order of the groups handed in; weighted events where rho is not 0. */
  readonly groups: readonly { readonly n: number; readonly observed: number; readonly expected: number }[];
}

/**
 * Returns the log-rank test of two or more groups, or with `rho` Harrington and Fleming's family: each time weighs
 * S(t−)^rho, S the Kaplan–Meier curve of all together. 0 is the log-rank test, 1 Peto and Peto's, which weighs early times.
 *
 * Rows must have no missing value. Fewer than two groups with somebody at risk give `too-few-rows`; no event gives
 * `no-events`.
 *
 * Source: Harrington & Fleming (1982), Biometrika 69; R's `survdiff`.
 */
export function computeLogRank(
  groups: readonly (readonly Duration[])[],
  rho: number = 0,
): LogRankTest | NoEstimate {
  const filled = groups.filter((rows) => rows.length > 0);
  if (filled.length < 2) return createNoEstimate("too-few-rows", "fewer than two groups have rows");
  const all = filled.flat();
  if (!all.some((row) => row.event)) return createNoEstimate("no-events", "no event happened");
  const byTime = filled.map((rows) => ({
    rows,
    counts: new Map(countRisk(rows).map((one) => [one.time, one])),
  }));
  const observed = filled.map(() => 0);
  const expected = filled.map(() => 0);
  const variance = filled.map(() => filled.map(() => 0));
  let survival = 1;
  for (const { time, atRisk, events } of countRisk(all)) {
    if (events === 0) continue;
    const weight = survival ** rho;
    survival *= 1 - events / atRisk;
    const inGroup = byTime.map(
      ({ rows }) => rows.filter((row) => (row.start ?? 0) < time && row.stop >= time).length,
    );
    const spread = atRisk > 1 ? (weight ** 2 * events * (atRisk - events)) / (atRisk - 1) : 0;
    for (const [i, { counts }] of byTime.entries()) {
      const share = (inGroup[i] ?? 0) / atRisk;
      observed[i] = (observed[i] ?? 0) + weight * (counts.get(time)?.events ?? 0);
      expected[i] = (expected[i] ?? 0) + weight * events * share;
      const row = variance[i] ?? [];
      for (const [j, other] of inGroup.entries()) {
        row[j] = (row[j] ?? 0) + spread * share * ((i === j ? 1 : 0) - other / atRisk);
      }
    }
  }
  // The differences sum to 0, so that one group at least is a combination of the others.
  const factor = factorPositive(variance);
  const freedom = factor.rank;
  if (freedom === 0) {
    return createNoEstimate("no-variation", "the groups are never at risk at the same time");
  }
  const difference = observed.map((one, i) => one - (expected[i] ?? 0));
  const chiSquare = dot(difference, factor.solve(difference));
  return {
    chiSquare,
    freedom,
    p: computeChiSquareTail(chiSquare, freedom),
    groups: filled.map((rows, i) => ({
      n: rows.length,
      observed: observed[i] ?? 0,
      expected: expected[i] ?? 0,
    })),
  };
}
