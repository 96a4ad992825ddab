import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasOracle, must, readNumber, readOracle } from "../../../test/support/oracle.ts";
import { computeSurvivalCurve } from "./kaplan-meier.ts";
import { computeLimitClock } from "./limit-clock.ts";
import { findSpells, measureSpells } from "./spells.ts";
import { computeTransitions, type StateRow } from "./transition-matrix.ts";

const TIERS = ["1", "2", "2.5", "3"];

function readTiers(): StateRow[] {
  return readOracle("panel.csv")
    .filter((row) => row.tier !== "NA")
    .map((row) => ({ unit: row.cow ?? "", period: readNumber(row, "year"), state: row.tier ?? "" }));
}

const ROWS = fc
  .uniqueArray(
    fc.record({
      unit: fc.constantFrom("a", "b", "c"),
      period: fc.integer({ min: 1, max: 12 }),
      state: fc.constantFrom("1", "2", "3"),
    }),
    { selector: (row) => `${row.unit}${row.period}`, minLength: 1, maxLength: 30 },
  )
  .map((rows): StateRow[] => rows);

describe("computeTransitions", () => {
  it("counts as many moves and downgrades as R's panel of lags", (context) => {
    if (!hasOracle) context.skip("no shared data");
    const { transitions } = computeTransitions(readTiers(), TIERS);
    const known = readOracle("panel.csv").filter((row) => row.downgrade !== "NA");
    expect(transitions.reduce((sum, one) => sum + one.count, 0)).toBe(known.length);
    for (const { from, to, count } of transitions) {
      expect(known.filter((row) => row.tier_lag === from && row.tier === to)).toHaveLength(count);
    }
    const worse = transitions.filter((one) => Number(one.to) > Number(one.from));
    expect(worse.reduce((sum, one) => sum + one.count, 0)).toBe(
      known.filter((row) => row.downgrade === "1").length,
    );
  });

  it("finds shares and intervals worked out by hand", () => {
    const rows = [..."1122"].map((state, period) => ({ unit: "a", period, state }));
    const { transitions, stays, leftOut } = computeTransitions(rows, ["1", "2"]);
    expect(transitions.map((one) => [one.from, one.to, one.count, one.share])).toEqual([
      ["1", "1", 1, 0.5],
      ["1", "2", 1, 0.5],
      ["2", "1", 0, 0],
      ["2", "2", 1, 1],
    ]);
    // Wilson's interval of 1 in 2: ½ ± z/(2√(2 + z²)); of 1 in 1: from 1/(1 + z²).
    const square = 1.959963984540054 ** 2;
    expect(transitions[0]?.upper).toBeCloseTo(0.5 + Math.sqrt(square / (2 + square)) / 2, 10);
    expect(transitions[3]?.lower).toBeCloseTo(1 / (1 + square), 10);
    expect(stays).toEqual([
      { state: "1", moves: 2, expectedPeriods: 2 },
      { state: "2", moves: 1, expectedPeriods: { missing: "not-applicable", detail: "never left" } },
    ]);
    expect(leftOut).toBe(1);
  });

  it("has rows that sum to 1, in any order of rows", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const matrix = computeTransitions(rows, ["1", "2", "3"]);
        for (const { state, moves } of matrix.stays) {
          const mine = matrix.transitions.filter((one) => one.from === state);
          expect(mine.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 12);
          expect(mine.reduce((sum, one) => sum + one.count, 0)).toBe(moves);
        }
        expect(matrix.stays.reduce((sum, one) => sum + one.moves, matrix.leftOut)).toBe(rows.length);
        expect(computeTransitions(rows.toReversed(), ["1", "2", "3"])).toEqual(matrix);
      }),
    );
  });
});

describe("findSpells", () => {
  it("covers every period in the state once, in any order of rows", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const spells = findSpells(rows, "2");
        expect(spells.reduce((sum, spell) => sum + spell.length, 0)).toBe(
          rows.filter((row) => row.state === "2").length,
        );
        expect(findSpells(rows.toReversed(), "2")).toEqual(spells);
      }),
    );
  });

  it("knows Japan's one year on the watch list and measures all stays", (context) => {
    if (!hasOracle) context.skip("no shared data");
    const spells = findSpells(readTiers(), "2.5");
    expect(spells.filter((spell) => spell.unit === "740")).toEqual([
      { unit: "740", first: 2004, last: 2004, length: 1, before: "2", after: "2" },
    ]);
    const curve = must(computeSurvivalCurve(measureSpells(spells, { firstPossible: 2004 })));
    // A second method: the share of stays known in both ends that lasted longer than a year bounds the curve from below.
    const whole = spells.filter((spell) => spell.before !== undefined && spell.after !== undefined);
    expect(curve.points[0]?.survival).toBeGreaterThanOrEqual(
      whole.filter((spell) => spell.length > 1).length / whole.length - 0.05,
    );
    expect(curve.n).toBeGreaterThan(100);
  });

  it("counts stays of unknown beginning only when asked", () => {
    const rows = [1, 2].map((period) => ({ unit: "a", period, state: "2" }));
    const spells = findSpells(rows, "2");
    expect(measureSpells(spells)).toEqual([]);
    expect(measureSpells(spells, { began: "any" })).toEqual([{ stop: 2, event: false }]);
    expect(measureSpells(spells, { firstPossible: 1 })).toHaveLength(1);
  });
});

describe("computeLimitClock", () => {
  const rule = { limit: 2, waivers: 2, since: 2009 };

  it("counts down to the automatic downgrade, waivers apart", () => {
    expect(computeLimitClock({ unit: "a", first: 2012, last: 2012, length: 1 }, rule)).toEqual({
      held: 1,
      left: 1,
      leftWithWaivers: 3,
      moves: 2014,
      movesWithWaivers: 2016,
      waived: 0,
    });
  });

  it("does not count years before the rule", () => {
    const clock = computeLimitClock({ unit: "a", first: 2005, last: 2012, length: 8 }, rule);
    expect(clock).toMatchObject({ held: 4, left: 0, leftWithWaivers: 0, movesWithWaivers: 2013, waived: 2 });
    expect(computeLimitClock({ unit: "a", first: 2005, last: 2007, length: 3 }, rule)).toMatchObject({
      held: 0,
      left: 2,
    });
  });

  it("moves the real countries that used every waiver in 2013", (context) => {
    if (!hasOracle) context.skip("no shared data");
    // China, Russia and Uzbekistan: on the list since before 2009, Tier 3 in 2013.
    for (const unit of ["710", "365", "704"]) {
      const spell = findSpells(readTiers(), "2.5").find((one) => one.unit === unit && one.last === 2012);
      if (spell === undefined) throw new Error(`no spell of ${unit} ends in 2012`);
      expect(spell.after).toBe("3");
      expect(computeLimitClock(spell, rule).movesWithWaivers).toBe(2013);
    }
  });
});
