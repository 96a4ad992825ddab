import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison } from "../../src/compute/comparison.ts";
import { correlate } from "../../src/compute/correlation.ts";
import { doBoxesOverlap } from "../../src/draw/figure-frame.ts";
import { describeScatter, drawScatter, layoutScatter } from "../../src/draw/scatter.ts";
import { crossesBox } from "../../src/draw/scatter-labels.ts";
import { hasSharedData, readSharedRows } from "../support/shared-data.ts";
import { findByClass, parseSvg } from "./parse-svg.ts";

function compare(points: readonly (readonly [name: string, x: number, y: number])[]): Comparison {
  return {
    x: { label: "Favourability of conditions" },
    y: { label: "Influence", range: [0, 15] },
    points: points.map(([name, x, y]) => ({ country: name.slice(0, 3).toUpperCase(), name, x, y })),
    missing: [],
    correlation: correlate(points.map(([, x, y]) => [x, y])),
  };
}

function readCases(): Comparison {
  const [favourability, influence] = readSharedRows("cases_favorability_influence.csv");
  const read = (text = ""): number => Number(text.replace("−", "-"));
  const names = Object.keys(favourability ?? {}).filter((name) => name !== "Countries");
  return compare(names.map((name) => [name, read(favourability?.[name]), read(influence?.[name])] as const));
}

function expectTidy(comparison: Comparison, width: number): number {
  const { marks, plot } = layoutScatter(comparison, width);
  const labels = marks.flatMap(({ label }) => label ?? []);
  for (const [i, { box }] of labels.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(plot.x);
    expect(box.x + box.width).toBeLessThanOrEqual(plot.x + plot.width);
    expect(box.y).toBeGreaterThanOrEqual(plot.y);
    expect(box.y + box.height).toBeLessThanOrEqual(plot.y + plot.height);
    for (const other of labels.slice(i + 1)) expect(doBoxesOverlap(box, other.box)).toBe(false);
    for (const other of labels) {
      if (other.box !== box && other.leader) expect(crossesBox(other.leader, box)).toBe(false);
    }
    for (const { x, y } of marks) {
      expect(doBoxesOverlap(box, { x: x - 4, y: y - 4, width: 8, height: 8 })).toBe(false);
    }
  }
  return labels.length;
}

describe("the scatter plot", () => {
  it.for([720, 360])("names all 15 cases at %d px", (width, context) => {
    if (!hasSharedData) context.skip("skipped: no shared data");
    expect(expectTidy(readCases(), width)).toBe(15);
  });

  it.for([720, 360])("has not changed at %d px", async (width, context) => {
    if (!hasSharedData) context.skip("skipped: no shared data");
    const { svg } = drawScatter(readCases(), {
      width,
      idPrefix: "cases",
      isStandalone: true,
      theme: "light",
    });
    const name = `golden/scatter-cases-${width === 720 ? "wide" : "narrow"}.svg`;
    await expect(`${svg.replace(/></g, ">\n<")}\n`).toMatchFileSnapshot(name);
  });

  it("says r, p and who stands at the ends", (context) => {
    if (!hasSharedData) context.skip("skipped: no shared data");
    expect(describeScatter(readCases())).toEqual([
      "Pearson’s r = 0.788 over 15 countries, p < 0.001.",
      "Favourability of conditions: from −4 (Zimbabwe) to 3 (Mozambique and Kazakhstan).",
      "Influence: from 2 (Zimbabwe) to 13 (Armenia and Indonesia).",
    ]);
  });

  it("draws equal points once, with all their names", () => {
    const comparison = compare([
      ["Chad", 1, 2],
      ["Oman", 1, 2],
      ["Israel", 2, 3],
    ]);
    const { svg } = drawScatter(comparison, { width: 360, idPrefix: "s", isStandalone: false });
    const elements = parseSvg(svg);
    expect(findByClass(elements, "tl-point")).toHaveLength(2);
    expect(findByClass(elements, "sc-name").map(({ text }) => text)).toContain("Chad, Oman");
  });

  it("draws without points, with one, and with extremes", () => {
    for (const points of [
      [],
      [["Chad", 1, 2]],
      [
        ["Chad", -1e9, 0],
        ["Oman", 1e9, 1e-9],
      ],
    ] as const) {
      const { svg } = drawScatter(compare(points), { width: 360, idPrefix: "s", isStandalone: false });
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("is tidy for any points", () => {
    const name = fc.constantFrom("Chad", "United Arab Emirates", "大韓民国", "Bosnia and Herzegovina");
    const value = fc.integer({ min: -4, max: 15 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, value, value), { maxLength: 60 }),
        fc.constantFrom(720, 360),
        (points, width) => void expectTidy(compare(points), width),
      ),
      { numRuns: 60 },
    );
  });
});
