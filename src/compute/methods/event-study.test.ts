import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectDigits, hasOracle, must, readNumber, readOracle } from "../../../test/support/oracle.ts";
import { createMissing } from "../../base/missing.ts";
import { computeEventMeans, findBalancedUnits, type PanelValue } from "./event-means.ts";
import { fitEventStudy } from "./event-study.ts";
import { describeMeanReversion } from "./mean-reversion.ts";

const WINDOW = { from: -3, to: 5 };

function readPanel(column: string): PanelValue[] {
  return readOracle("panel.csv")
    .filter((row) => row[column] !== "NA")
    .map((row) => ({ unit: row.cow ?? "", period: readNumber(row, "year"), value: readNumber(row, column) }));
}

function readFirstDowngrades(): ReadonlyMap<string, number> {
  return new Map(readOracle("event_data.csv").map((row) => [row.cow ?? "", readNumber(row, "first_down")]));
}

describe("computeEventMeans", () => {
  it("agrees with R around the first downgrade, for all countries and for the balanced ones", (context) => {
    if (!hasOracle) context.skip("no shared data");
    const events = readFirstDowngrades();
    const panels = { tier: readPanel("tier"), p: readPanel("p") };
    const balanced = findBalancedUnits(panels.p, events, WINDOW);
    const rows = readOracle("event_study.csv");
    expect(rows).toHaveLength(54);
    for (const row of rows) {
      const means = computeEventMeans(panels[row.variable === "tier" ? "tier" : "p"], events, {
        window: WINDOW,
        ...(row.variable === "p_rel" ? { relativeTo: -1 } : {}),
        ...(row.sample === "balanced" ? { among: balanced } : {}),
      });
      const one = means.find((mean) => mean.distance === readNumber(row, "k"));
      expect(one?.n).toBe(readNumber(row, "n"));
      for (const [actual, column] of [
        [one?.mean, "mean"],
        [one?.standardDeviation, "sd"],
        [one?.standardError, "se"],
        [one?.lower, "lower"],
        [one?.upper, "upper"],
      ] as const) {
        expectDigits(actual, readNumber(row, column), 10, 1);
      }
    }
  });
});

/** Controls and two cohorts over the years 0–9, each value base + year's shift + the effect of its cohort at its distance. */
function simulate(effect: (cohort: number, distance: number) => number, noise: () => number = () => 0) {
  const events = new Map<string, number>();
  const rows: PanelValue[] = [];
  for (let unit = 0; unit < 12; unit++) {
    const cohort = [undefined, 4, 6][unit % 3];
    if (cohort !== undefined) events.set(`u${unit}`, cohort);
    for (let period = 0; period < 10; period++) {
      const value =
        unit + period ** 2 / 5 + (cohort === undefined ? 0 : effect(cohort, period - cohort)) + noise();
      rows.push({ unit: `u${unit}`, period, value });
    }
  }
  return { rows, events };
}

describe("fitEventStudy", () => {
  it("with the cohort-weighted form finds the true average where cohorts differ, and the plain form does not", () => {
    const effect = (cohort: number, distance: number): number =>
      distance < 0 ? 0 : cohort === 4 ? 1 + distance : -2 * distance;
    let state = 1;
    const noise = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return (state / 2_147_483_647 - 0.5) * 1e-6;
    };
    const { rows, events } = simulate(effect, noise);
    const study = must(fitEventStudy(rows, events, { window: { from: -3, to: 3 } }));
    expect(study).toMatchObject({ treated: 8, controls: 4, cohorts: [4, 6], cohortsLeftOut: [] });
    for (const one of study.weighted) {
      expect(one.estimate).toBeCloseTo((effect(4, one.distance) + effect(6, one.distance)) / 2, 5);
    }
    const worst = Math.max(
      ...study.plain.map((one, i) => Math.abs(one.estimate - (study.weighted[i]?.estimate ?? 0))),
    );
    expect(worst).toBeGreaterThan(0.05);
  });

  it("equals differences in differences of each cohort's means against the controls', whatever the values", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: -9, max: 9 })), (stream) => {
        const { rows, events } = simulate(
          () => 0,
          () => stream.next().value ?? 0,
        );
        // Within the window of −4…3 every cell of both cohorts is observed.
        const window = { from: -4, to: 3 };
        const study = must(fitEventStudy(rows, events, { window }));
        const meanOf = (cohort: number | undefined, period: number): number => {
          const mine = rows.filter((row) => events.get(row.unit) === cohort && row.period === period);
          return mine.reduce((sum, row) => sum + row.value, 0) / mine.length;
        };
        for (const { distance, estimate } of study.weighted) {
          const effects = [4, 6].map(
            (cohort) =>
              meanOf(cohort, cohort + distance) -
              meanOf(cohort, cohort - 1) -
              meanOf(undefined, cohort + distance) +
              meanOf(undefined, cohort - 1),
          );
          expect(estimate).toBeCloseTo(((effects[0] ?? 0) + (effects[1] ?? 0)) / 2, 8);
        }
        const turned = must(fitEventStudy(rows.toReversed(), events, { window }));
        for (const [i, one] of study.plain.entries())
          expectDigits(turned.plain[i]?.estimate, one.estimate, 8, 1);
      }),
      { numRuns: 15 },
    );
  });

  it("needs controls and a period before", () => {
    const rows = [0, 1, 2].flatMap((period) => ["a", "b"].map((unit) => ({ unit, period, value: period })));
    const window = { from: -1, to: 1 };
    expect(fitEventStudy(rows, new Map([["a", 1]]), { window })).toMatchObject({ problem: "too-few-rows" });
    const more = [...rows, { unit: "c", period: 1, value: 3 }];
    expect(fitEventStudy(more, new Map([["c", 1]]), { window })).toMatchObject({
      detail: "no unit has a value just before its event",
    });
  });

  it("runs on the real panel, where never-downgraded countries are the controls", (context) => {
    if (!hasOracle) context.skip("no shared data");
    const study = must(fitEventStudy(readPanel("p"), readFirstDowngrades(), { window: WINDOW }));
    expect(study.treated).toBeGreaterThan(100);
    expect(study.plain.map((one) => one.distance)).toEqual([-3, -2, 0, 1, 2, 3, 4, 5]);
    // The dip before the downgrade shows in both forms.
    expect(study.plain[1]?.estimate).toBeGreaterThan(0.3);
    expect(study.weighted[1]?.estimate).toBeGreaterThan(0.3);
  });
});

describe("describeMeanReversion", () => {
  it("finds the fall of 0.69 and that the effect of 0.27 vanishes once the index is held", (context) => {
    if (!hasOracle) context.skip("no shared data");
    const downgrades = new Map(
      readOracle("panel.csv").map((row) => [`${row.cow} ${row.year}`, row.downgrade] as const),
    );
    const rows = readPanel("p").map((row) => {
      const downgrade = downgrades.get(`${row.unit} ${row.period}`);
      return { ...row, event: downgrade === "NA" ? createMissing("not-coded") : downgrade === "1" };
    });
    const result = must(describeMeanReversion(rows, readFirstDowngrades()));
    const pick = (model: string, term: string) =>
      readOracle("fe_results.csv").find((row) => row.model === model && row.term === term) ?? {};
    expect(result.rows).toBe(readNumber(pick("F1", "downgrade"), "N"));
    expectDigits(result.effect.estimate, readNumber(pick("F1", "downgrade"), "coef"));
    expectDigits(result.effect.standardError, readNumber(pick("F1", "downgrade"), "se_CR1"));
    expectDigits(result.effectAtLevel.estimate, readNumber(pick("F2", "downgrade"), "coef"), 9, 1e-3);
    expectDigits(result.level.estimate, readNumber(pick("F2", "p"), "coef"));
    expectDigits(result.dip, -0.686131386861314, 12);
    expect(result.note).toBe(
      "On average the outcome falls by 0.69 in the period before a first event, so that a recovery measured from then is overstated. With fixed effects the next change after an event is 0.27 (0.05 to 0.49); with the present level held it is 0.00 (−0.20 to 0.20).",
    );
  });
});
