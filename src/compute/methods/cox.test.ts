import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectDigits, hasOracle, must, readNumber, readOracle } from "../../../test/support/oracle.ts";
import { isMissing } from "../../base/missing.ts";
import { computeConcordance } from "./concordance.ts";
import { type CoxRow, fitCox } from "./cox.ts";

const TERMS: Readonly<Record<string, readonly string[]>> = {
  M1: ["in_report", "tier_c", "down_lag0"],
  M2: ["in_report", "tier1", "tierWL", "tier3", "down_lag0"],
};

function readRows(outcome: string, terms: readonly string[]): CoxRow[] {
  return readOracle(`cox_data_${outcome}.csv`).map((row) => ({
    start: readNumber(row, "t0"),
    stop: readNumber(row, "t1"),
    event: row.event === "1",
    x: terms.map((term) => readNumber(row, term)),
    cluster: row.cow ?? "",
  }));
}

describe("fitCox against R's coxph", () => {
  for (const outcome of ["full", "any"]) {
    for (const model of ["M1", "M2"]) {
      for (const ties of ["efron", "breslow"] as const) {
        it(`agrees on ${outcome}, ${model}, ${ties}`, (context) => {
          if (!hasOracle) context.skip("no shared data");
          const terms = TERMS[model] ?? [];
          const fit = must(fitCox(readRows(outcome, terms), terms, { ties }));
          const pick = (name: string) =>
            readOracle(name).filter(
              (row) => row.outcome === outcome && row.model === model && row.ties === ties,
            );

          const coefficients = pick("cox_coef.csv");
          expect(coefficients.map((row) => row.term)).toEqual(fit.coefficients.map((one) => one.term));
          for (const [j, row] of coefficients.entries()) {
            const one = fit.coefficients[j];
            expectDigits(one?.estimate, readNumber(row, "coef"));
            expectDigits(one?.hazardRatio, readNumber(row, "hr"));
            expectDigits(one?.standardError, readNumber(row, "se"));
            expectDigits(one?.robust.standardError, readNumber(row, "robust_se"));
            expectDigits(one?.statistic, readNumber(row, "z"));
            expectDigits(one?.p, readNumber(row, "p"));
            expectDigits(one?.hazardLower, readNumber(row, "lower"));
            expectDigits(one?.hazardUpper, readNumber(row, "upper"));
          }

          const [summary = {}] = pick("cox_fit.csv");
          expect([fit.rows, fit.clusters, fit.events, fit.score.freedom]).toEqual(
            ["rows", "countries", "events", "df"].map((column) => readNumber(summary, column)),
          );
          expectDigits(fit.logLikelihood.empty, readNumber(summary, "loglik_null"));
          expectDigits(fit.logLikelihood.fitted, readNumber(summary, "loglik"));
          expectDigits(fit.likelihoodRatio.chiSquare, readNumber(summary, "lr"));
          expectDigits(fit.score.chiSquare, readNumber(summary, "score"));
          // R rounds Wald's to two decimals.
          expect(fit.wald.chiSquare).toBeCloseTo(readNumber(summary, "wald"), 1);
          expect(Math.abs(fit.wald.chiSquare - readNumber(summary, "wald"))).toBeLessThan(0.00501);
          expectDigits(fit.concordance.share, readNumber(summary, "concordance"));

          const baseline = pick("cox_basehaz.csv");
          expect(fit.baseline).toHaveLength(baseline.length);
          for (const [k, row] of baseline.entries()) {
            expect(fit.baseline[k]?.time).toBe(readNumber(row, "time"));
            expectDigits(fit.baseline[k]?.cumulativeHazard, readNumber(row, "cumhaz"));
          }

          for (const row of pick("cox_vcov.csv")) {
            const i = terms.indexOf(row.row ?? "");
            const j = terms.indexOf(row.col ?? "");
            expectDigits(fit.covariance[i]?.[j], readNumber(row, "cov"), 8, 1e-6);
          }

          for (const row of pick("cox_zph.csv")) {
            const test =
              row.term === "GLOBAL"
                ? fit.proportionality.all
                : fit.proportionality.terms.find((one) => one.term === row.term);
            expectDigits(test?.chiSquare, readNumber(row, "chisq"), 8);
            expect(test?.freedom).toBe(readNumber(row, "df"));
            expectDigits(test?.p, readNumber(row, "p"), 8);
          }
        });
      }
    }
  }
});

/** Rows of a few units over years, with two covariates. */
const PANEL = fc
  .array(
    fc.record({
      years: fc.integer({ min: 1, max: 6 }),
      event: fc.boolean(),
      x: fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 1 })), {
        minLength: 6,
        maxLength: 6,
      }),
    }),
    { minLength: 15, maxLength: 40 },
  )
  .map((units) =>
    units.flatMap(({ years, event, x }, unit) =>
      Array.from({ length: years }, (_, year): CoxRow => {
        const [a = 0, b = 0] = x[year] ?? [];
        return {
          start: year,
          stop: year + 1,
          event: event && year === years - 1,
          x: [a, b],
          cluster: String(unit),
        };
      }),
    ),
  );

const AB = ["a", "b"];

describe("fitCox", () => {
  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(PANEL, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rows, keys) => {
        const shuffled = rows
          .map((row) => [keys.next().value ?? 0, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
        const fit = fitCox(rows, AB);
        const other = fitCox(shuffled, AB);
        expect("problem" in other && other.problem).toEqual("problem" in fit && fit.problem);
        if (isMissing(fit) || isMissing(other)) return;
        for (const [j, one] of fit.coefficients.entries()) {
          expectDigits(other.coefficients[j]?.estimate, one.estimate, 7, 1);
          expectDigits(other.coefficients[j]?.robust.standardError, one.robust.standardError, 7, 1);
        }
        expect(other.concordance).toEqual(fit.concordance);
      }),
      { numRuns: 50 },
    );
  });

  it("scales and shifts with its covariates", () => {
    fc.assert(
      fc.property(
        PANEL,
        fc.integer({ min: 2, max: 50 }),
        fc.integer({ min: -9, max: 9 }),
        (rows, scale, shift) => {
          const fit = fitCox(rows, AB);
          const other = fitCox(
            rows.map((row) => ({ ...row, x: [(row.x[0] ?? 0) * scale + shift, row.x[1] ?? 0] })),
            AB,
          );
          if (isMissing(fit) || isMissing(other)) return;
          expectDigits(
            (other.coefficients[0]?.estimate ?? 0) * scale,
            fit.coefficients[0]?.estimate ?? 1,
            7,
            1,
          );
          expectDigits(other.coefficients[1]?.estimate, fit.coefficients[1]?.estimate ?? 1, 7, 1);
          expectDigits(other.wald.chiSquare, fit.wald.chiSquare, 7, 1);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("keeps its coefficients and robust errors when every cluster's rows stand twice under the same name", () => {
    // Breslow's likelihood of doubled rows is twice the likelihood (Efron's approximation is not): information doubles, each
    // cluster's score doubles, so the sandwich stays and the model-based errors shrink by √2. Under a new name the copies count
    // as independent and the robust errors shrink by √2, too.
    fc.assert(
      fc.property(PANEL, (rows) => {
        const options = { ties: "breslow" } as const;
        const fit = fitCox(rows, AB, options);
        const same = fitCox([...rows, ...rows], AB, options);
        const renamed = rows.map((row) => ({ ...row, cluster: `${row.cluster} again` }));
        const apart = fitCox([...rows, ...renamed], AB, options);
        if (isMissing(fit) || isMissing(same) || isMissing(apart)) return;
        for (const [j, one] of fit.coefficients.entries()) {
          expectDigits(same.coefficients[j]?.estimate, one.estimate, 7, 1);
          expectDigits(same.coefficients[j]?.robust.standardError, one.robust.standardError, 7, 1);
          expectDigits(same.coefficients[j]?.standardError, one.standardError / Math.SQRT2, 7, 1);
          expectDigits(
            apart.coefficients[j]?.robust.standardError,
            one.robust.standardError / Math.SQRT2,
            7,
            1,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it("finds a value worked out by hand", () => {
    // Times 1, 2, 3 with x = 1, 0, 1, all events: L = e^b/(2e^b+1) · 1/(e^b+1); dL = 0 at e^2b = 1/2.
    const rows = [1, 0, 1].map((x, i) => ({ stop: i + 1, event: true, x: [x], cluster: String(i) }));
    const fit = must(fitCox(rows, ["x"]));
    expect(fit.coefficients[0]?.estimate).toBeCloseTo(-Math.log(2) / 2, 10);
    expect(fit.concordance).toMatchObject({ concordant: 1, discordant: 1, tied: 1, share: 0.5 });
  });

  it("gives reasons, never NaN", () => {
    const at = (stop: number, event: boolean, ...x: number[]): CoxRow => ({
      stop,
      event,
      x,
      cluster: String(stop),
    });
    expect(fitCox([], ["a"])).toMatchObject({ problem: "too-few-rows" });
    expect(fitCox([at(1, false, 1)], ["a"])).toMatchObject({ problem: "no-events" });
    const rows = [at(1, true, 1, 2), at(2, false, 3, 6), at(3, true, 2, 4), at(4, false, 0, 0)];
    expect(fitCox(rows, AB)).toMatchObject({ problem: "collinear", terms: ["b"] });
    expect(
      fitCox(
        rows.map((row) => ({ ...row, x: [7] })),
        ["a"],
      ),
    ).toMatchObject({ problem: "collinear" });
    const separated = Array.from({ length: 20 }, (_, i) => at(1 + (i % 10), i < 10, i < 10 ? 1 : 0));
    expect(fitCox(separated, ["a"])).toMatchObject({ problem: "separation", terms: ["a"] });
    const finite = JSON.stringify(fitCox(separated.slice(0, 5), ["a"]));
    expect(finite).not.toContain("null");
  });
});

describe("computeConcordance", () => {
  it("agrees with counting every pair", () => {
    fc.assert(
      fc.property(PANEL, (rows) => {
        const risks = rows.map((row) => row.x[0] ?? 0);
        const counts = { concordant: 0, discordant: 0, tied: 0 };
        for (const [i, one] of rows.entries()) {
          if (!one.event) continue;
          for (const [j, other] of rows.entries()) {
            const isBelow = (other.start ?? 0) < one.stop && other.stop >= one.stop;
            if (!isBelow || (other.event && other.stop === one.stop)) continue;
            const sign = Math.sign((risks[i] ?? 0) - (risks[j] ?? 0));
            counts[sign > 0 ? "concordant" : sign < 0 ? "discordant" : "tied"]++;
          }
        }
        expect(computeConcordance(rows, risks)).toMatchObject(counts);
      }),
      { numRuns: 50 },
    );
  });
});
