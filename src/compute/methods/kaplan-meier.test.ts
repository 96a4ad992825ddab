import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  expectDigits,
  hasOracle,
  must,
  type OracleRow,
  readNumber,
  readOracle,
} from "../../../test/support/oracle.ts";
import { isMissing } from "../../base/missing.ts";
import { computeSurvivalCurve, type Duration, type IntervalScale } from "./kaplan-meier.ts";
import { computeLogRank } from "./log-rank.ts";

const OUTCOMES = ["full", "any"];
const GROUPINGS = ["g_ever", "g_first"];

function readDurations(outcome: string, grouping: string, stratum: string): Duration[] {
  return readOracle(`km_data_${outcome}.csv`)
    .filter((row) => row[grouping] === stratum)
    .map((row) => ({ stop: readNumber(row, "time"), event: row.event === "1" }));
}

function expectSame(actual: unknown, row: OracleRow, column: string): void {
  if (row[column] === "NA") expect(actual, column).toMatchObject({ missing: "not-applicable" });
  else expectDigits(actual, readNumber(row, column), 12);
}

describe("computeSurvivalCurve", () => {
  it("agrees with R's survfit on every point, interval and median", (context) => {
    if (!hasOracle) context.skip("no shared data");
    const estimates = readOracle("km_estimates.csv");
    const summaries = readOracle("km_summary.csv");
    let compared = 0;
    for (const outcome of OUTCOMES) {
      for (const grouping of GROUPINGS) {
        const strata = ["0", "1"].map((stratum) => readDurations(outcome, grouping, stratum));
        const horizon = Math.max(...strata.flat().map((row) => row.stop));
        for (const [i, rows] of strata.entries()) {
          const isHere = (row: OracleRow): boolean =>
            row.outcome === outcome && row.grouping === grouping && row.stratum === String(i);
          for (const interval of ["plain", "log", "log-log"] as const satisfies IntervalScale[]) {
            const curve = must(computeSurvivalCurve(rows, { interval, horizon }));
            const expected = estimates.filter((row) => isHere(row) && row.conf_type === interval);
            expect(curve.points).toHaveLength(expected.length);
            for (const [k, row] of expected.entries()) {
              const point = curve.points[k];
              expectSame(point?.time, row, "time");
              expectSame(point?.atRisk, row, "n_risk");
              expectSame(point?.events, row, "n_event");
              expectSame(point?.censored, row, "n_censor");
              expectSame(point?.survival, row, "surv");
              expectSame(point?.standardError, row, "std_err");
              expectSame(point?.lower, row, "lower");
              expectSame(point?.upper, row, "upper");
              expectSame(point?.cumulativeHazard, row, "cumhaz");
              compared++;
            }
          }
          const curve = must(computeSurvivalCurve(rows, { horizon }));
          const summary = summaries.find(isHere) ?? {};
          expectSame(curve.n, summary, "n");
          expectSame(curve.events, summary, "events");
          expectSame(curve.median.time, summary, "median");
          expectSame(curve.median.lower, summary, "lcl");
          expectSame(curve.median.upper, summary, "ucl");
          expectSame(curve.restrictedMean.mean, summary, "rmean");
          expectSame(curve.restrictedMean.standardError, summary, "se_rmean");
        }
      }
    }
    expect(compared).toBe(estimates.length);
  });

  it("is the empirical share where nobody is lost, whatever the order of rows", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 }), (times) => {
        const rows = times.map((stop) => ({ stop, event: true }));
        const curve = must(computeSurvivalCurve(rows));
        for (const { time, survival } of curve.points) {
          expect(survival).toBeCloseTo(times.filter((one) => one > time).length / times.length, 12);
        }
        expect(curve.restrictedMean.mean).toBeCloseTo(
          times.reduce((sum, one) => sum + one, 0) / times.length,
          10,
        );
        expect(computeSurvivalCurve(rows.toReversed())).toEqual(curve);
      }),
    );
  });

  it("counts only those under watch when some enter late", () => {
    const rows = [
      { stop: 2, event: true },
      { stop: 5, event: false },
      { start: 3, stop: 4, event: true },
    ];
    const { points } = must(computeSurvivalCurve(rows));
    expect(points.map((point) => [point.time, point.atRisk])).toEqual([
      [2, 2],
      [4, 2],
      [5, 1],
    ]);
    expect(points.at(-1)?.survival).toBeCloseTo(0.25, 12);
  });

  it("says why there is no curve and no median", () => {
    expect(computeSurvivalCurve([])).toMatchObject({ problem: "too-few-rows" });
    const curve = must(computeSurvivalCurve([{ stop: 3, event: false }]));
    expect(isMissing(curve.median.time)).toBe(true);
    expect(curve.points[0]).toMatchObject({ survival: 1, lower: 1, upper: 1 });
  });
});

describe("computeLogRank", () => {
  it("agrees with R's survdiff for rho 0 and 1", (context) => {
    if (!hasOracle) context.skip("no shared data");
    const rows = readOracle("km_logrank.csv");
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      const groups = ["0", "1"].map((one) => readDurations(row.outcome ?? "", row.grouping ?? "", one));
      const test = must(computeLogRank(groups, readNumber(row, "rho")));
      expectSame(test.chiSquare, row, "chisq");
      expectSame(test.freedom, row, "df");
      expectDigits(test.p, readNumber(row, "p"), 11);
      for (const i of [0, 1]) {
        expectSame(test.groups[i]?.observed, row, `obs${i}`);
        expectSame(test.groups[i]?.expected, row, `exp${i}`);
      }
    }
  });

  it("does not depend on the order of groups and rows, and is 0 for two alike", () => {
    const duration = fc.record({ stop: fc.integer({ min: 1, max: 9 }), event: fc.boolean() });
    const group = fc.array(duration, { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(group, group, group, (a, b, c) => {
        const test = computeLogRank([a, b, c]);
        const other = computeLogRank([c.toReversed(), a, b.toReversed()]);
        if (isMissing(test) || isMissing(other)) return;
        expect(other.chiSquare).toBeCloseTo(test.chiSquare, 8);
        const same = computeLogRank([a, a]);
        if (!isMissing(same)) expect(same.chiSquare).toBeCloseTo(0, 10);
      }),
    );
  });

  it("says why there is no test", () => {
    const lost = [{ stop: 1, event: false }];
    expect(computeLogRank([lost, []])).toMatchObject({ problem: "too-few-rows" });
    expect(computeLogRank([lost, lost])).toMatchObject({ problem: "no-events" });
    const late = [{ start: 5, stop: 6, event: true }];
    expect(computeLogRank([[{ stop: 1, event: true }], late])).toMatchObject({ problem: "no-variation" });
  });
});
