import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectDigits, hasOracle, must, readNumber, readOracle } from "../../../test/support/oracle.ts";
import { isMissing } from "../../base/missing.ts";
import { type Effects, fitPanel, type PanelRow } from "./panel-regression.ts";

const MODELS: Readonly<Record<string, { readonly terms: readonly string[]; readonly effects: Effects }>> = {
  F0: { terms: ["downgrade"], effects: "none" },
  F1: { terms: ["downgrade"], effects: "two-way" },
  F2: { terms: ["downgrade", "p"], effects: "two-way" },
  F3: { terms: ["downgrade", "p", "tier"], effects: "two-way" },
};

function readPanel(terms: readonly string[]): PanelRow[] {
  return readOracle("fe_data.csv").map((row) => ({
    unit: row.cow ?? "",
    period: readNumber(row, "year"),
    y: readNumber(row, "dp_next"),
    x: terms.map((term) => readNumber(row, term)),
  }));
}

describe("fitPanel", () => {
  it("agrees with R's lm and its sandwiches, pooled and with two-way effects", (context) => {
    if (!hasOracle) context.skip("no shared data");
    const rows = readOracle("fe_results.csv");
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      const { terms, effects } = MODELS[row.model ?? ""] ?? { terms: [], effects: "none" };
      const fit = must(fitPanel(readPanel(terms), terms, { effects }));
      const j = fit.coefficients.findIndex((one) => one.term === row.term);
      const one = fit.coefficients[j];
      // F2's coefficient is −0.00009, the small rest of a difference of large numbers.
      expectDigits(one?.estimate, readNumber(row, "coef"), 9, 1e-3);
      expectDigits(fit.standardErrors.classical[j], readNumber(row, "se_classical"));
      expectDigits(fit.standardErrors.HC1[j], readNumber(row, "se_HC1"));
      expectDigits(fit.standardErrors.CR0[j], readNumber(row, "se_CR0"));
      expectDigits(fit.standardErrors.CR1[j], readNumber(row, "se_CR1"));
      expectDigits(one?.statistic, readNumber(row, "t_CR1"), 9, 1e-2);
      expectDigits(one?.p, readNumber(row, "p_CR1_tG1"), 8, 1e-60);
      expect([fit.rows, fit.parameters, fit.clusters]).toEqual(
        ["N", "K", "G"].map((name) => readNumber(row, name)),
      );
      expectDigits(fit.rSquared, readNumber(row, "r2"));
      expectDigits(fit.sigma, readNumber(row, "sigma"));
    }
  });

  const PANEL = fc
    .array(fc.record({ unit: fc.integer({ min: 0, max: 7 }), period: fc.integer({ min: 0, max: 5 }) }), {
      minLength: 25,
      maxLength: 60,
    })
    .chain((cells) =>
      fc
        .array(
          fc.tuple(
            fc.integer({ min: -9, max: 9 }),
            fc.integer({ min: -9, max: 9 }),
            fc.integer({ min: 0, max: 3 }),
          ),
          {
            minLength: cells.length,
            maxLength: cells.length,
          },
        )
        .map((numbers) =>
          cells.map(({ unit, period }, i): PanelRow => {
            const [y = 0, a = 0, b = 0] = numbers[i] ?? [];
            return { unit: `u${unit}`, period, y, x: [a, b] };
          }),
        ),
    );
  const AB = ["a", "b"];

  it("equals a regression with a dummy for each unit and period", () => {
    fc.assert(
      fc.property(PANEL, (rows) => {
        const fit = fitPanel(rows, AB, { errors: "HC1" });
        const units = [...new Set(rows.map((row) => row.unit))].slice(1);
        const periods = [...new Set(rows.map((row) => row.period))].slice(1);
        const dummies = [...units, ...periods.map(String)];
        const wide = rows.map((row) => ({
          ...row,
          x: [
            ...row.x,
            ...units.map((unit) => (unit === row.unit ? 1 : 0)),
            ...periods.map((period) => (period === row.period ? 1 : 0)),
          ],
        }));
        const other = fitPanel(wide, [...AB, ...dummies], { effects: "none", errors: "HC1" });
        if (isMissing(fit) || isMissing(other)) return;
        expect(other.parameters).toBe(fit.parameters);
        for (const j of [0, 1]) {
          expectDigits(other.coefficients[j + 1]?.estimate, fit.coefficients[j]?.estimate ?? 0, 8, 1);
          expectDigits(other.standardErrors.HC1[j + 1], fit.standardErrors.HC1[j] ?? 0, 8, 1);
          expectDigits(other.standardErrors.CR1[j + 1], fit.standardErrors.CR1[j] ?? 0, 8, 1);
        }
        expectDigits(other.rSquared, fit.rSquared, 8, 1);
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of rows, and scales with its covariates", () => {
    fc.assert(
      fc.property(PANEL, fc.integer({ min: 2, max: 40 }), (rows, scale) => {
        const fit = fitPanel(rows, AB);
        const turned = fitPanel(rows.toReversed(), AB);
        const scaled = fitPanel(
          rows.map((row) => ({ ...row, x: [(row.x[0] ?? 0) * scale, row.x[1] ?? 0] })),
          AB,
        );
        if (isMissing(fit) || isMissing(turned) || isMissing(scaled)) return;
        for (const j of [0, 1]) {
          const one = fit.coefficients[j];
          expectDigits(turned.coefficients[j]?.estimate, one?.estimate ?? 0, 8, 1);
          expectDigits(turned.coefficients[j]?.standardError, one?.standardError ?? 0, 8, 1);
          const by = j === 0 ? scale : 1;
          expectDigits((scaled.coefficients[j]?.estimate ?? 0) * by, one?.estimate ?? 0, 8, 1);
          expectDigits(scaled.coefficients[j]?.statistic, one?.statistic ?? 0, 7, 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("changes CR0 as theory says when clusters stand twice: not at all within, by √2 apart", () => {
    fc.assert(
      fc.property(PANEL, (rows) => {
        const options = { effects: "none" } as const;
        const fit = fitPanel(rows, AB, options);
        const within = fitPanel([...rows, ...rows], AB, options);
        const copies = rows.map((row) => ({ ...row, unit: `${row.unit} again` }));
        const apart = fitPanel([...rows, ...copies], AB, options);
        if (isMissing(fit) || isMissing(within) || isMissing(apart)) return;
        for (const j of [0, 1, 2]) {
          expectDigits(within.coefficients[j]?.estimate, fit.coefficients[j]?.estimate ?? 0, 8, 1);
          expectDigits(apart.coefficients[j]?.estimate, fit.coefficients[j]?.estimate ?? 0, 8, 1);
          expectDigits(within.standardErrors.CR0[j], fit.standardErrors.CR0[j] ?? 0, 8, 1);
          expectDigits(apart.standardErrors.CR0[j], (fit.standardErrors.CR0[j] ?? 0) / Math.SQRT2, 8, 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives reasons, never NaN", () => {
    const row = (unit: string, period: number, y: number, ...x: number[]): PanelRow => ({
      unit,
      period,
      y,
      x,
    });
    const rows = [
      row("a", 1, 1, 1, 5),
      row("a", 2, 3, 2, 5),
      row("b", 1, 2, 4, 6),
      row("b", 2, 5, 1, 6),
      row("b", 3, 1, 0, 6),
    ];
    expect(fitPanel(rows, ["x", "z"], { effects: "unit" })).toMatchObject({
      problem: "collinear",
      terms: ["z"],
    });
    expect(fitPanel(rows.slice(0, 2), ["x"], { effects: "none" })).toMatchObject({ problem: "too-few-rows" });
    const one = rows.map((it) => ({ ...it, unit: "a", x: [it.x[0] ?? 0] }));
    expect(fitPanel(one, ["x"], { effects: "none" })).toMatchObject({
      detail: "there are fewer than two clusters",
    });
    const exact = rows.map((it) => ({ ...it, y: 2 * (it.x[0] ?? 0) + 1, x: [it.x[0] ?? 0] }));
    expect(fitPanel(exact, ["x"], { effects: "none" })).toMatchObject({ problem: "no-variation" });
    expect(fitPanel([], ["x"])).toMatchObject({ problem: expect.any(String) });
  });
});
