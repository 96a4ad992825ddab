import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  CurvesFigure,
  EventFigure,
  ForestFigure,
  MatrixFigure,
} from "../../src/compute/analysis/result.ts";
import { drawEvent, layoutEvent } from "../../src/draw/event-plot.ts";
import { drawForest, layoutForest } from "../../src/draw/forest-plot.ts";
import { drawMatrix, layoutMatrix } from "../../src/draw/matrix-plot.ts";
import type { KeyEntry, PlotScene } from "../../src/draw/plot-kit.ts";
import { drawSurvival, layoutSurvival } from "../../src/draw/survival-plot.ts";
import type { Svg, TimelineOptions } from "../../src/draw/timeline.ts";
import { arbitraryCurves, arbitraryEvent, arbitraryForest, arbitraryMatrix } from "./arbitrary-results.ts";
import { EPSILON, expectApart } from "./expect-apart.ts";
import { findByClass, parseSvg } from "./parse-svg.ts";

const DIFFERENCES: ForestFigure = {
  type: "forest",
  axis: "Difference in the policy index, with 95% intervals",
  reference: 0,
  items: [
    { label: "Downgraded this year", estimate: 0.25, lower: -0.5, upper: 1 },
    {
      label: "Policy index this year, the sum of its three parts",
      estimate: -0.375,
      lower: -0.5,
      upper: -0.25,
    },
    { label: "Tier", estimate: 0, lower: -1, upper: 1 },
  ],
};

const RATIOS: ForestFigure = {
  type: "forest",
  axis: "Hazard ratio of full criminalization, with 95% intervals",
  reference: 1,
  items: [
    { label: "In the report", estimate: 4, lower: 2, upper: 8 },
    { label: "Tier 3", estimate: 0.5, lower: 0.25, upper: 1 },
  ],
};

const CURVES: CurvesFigure = {
  type: "curves",
  axis: "Share without a full law",
  time: "Years in the report",
  groups: [
    {
      label: "first grade on the watch list or in Tier 3",
      n: 40,
      points: [
        { time: 1, survival: 0.75, lower: 0.5, upper: 1, atRisk: 40, censored: 0 },
        { time: 4, survival: 0.25, lower: 0.125, upper: 0.5, atRisk: 30, censored: 2 },
      ],
    },
    {
      label: "other first grade",
      n: 100,
      points: [
        { time: 2, survival: 0.5, lower: 0.25, upper: 0.75, atRisk: 100, censored: 0 },
        {
          time: 6,
          survival: 0,
          lower: { missing: "not-applicable" },
          upper: { missing: "not-applicable" },
          atRisk: 50,
          censored: 0,
        },
      ],
    },
  ],
};

const EVENT: EventFigure = {
  type: "event-study",
  axis: "Difference in the policy index against the year before the event, with 95% intervals",
  lines: [
    {
      label: "by cohorts",
      points: [-2, -1, 0, 1, 2].map((distance) => ({
        distance,
        value: distance / 4,
        lower: distance / 4 - 0.5,
        upper: distance / 4 + 0.25,
      })),
    },
    {
      label: "two-way fixed effects",
      points: [-2, -1, 0, 1, 2].map((distance) => ({ distance, value: 0.5, lower: 0, upper: 1 })),
    },
  ],
};

const MATRIX: MatrixFigure = {
  type: "matrix",
  from: "From",
  to: "To, a year later",
  states: ["Tier 1", "Tier 2", "Tier 2 Watch List"],
  cells: [
    [
      { share: 0.9, count: 90 },
      { share: 0.1, count: 10 },
      { share: 0, count: 0 },
    ],
    [
      { share: 0.25, count: 5 },
      { share: 0.5, count: 10 },
      { share: 0.25, count: 5 },
    ],
    [undefined, undefined, undefined],
  ],
};

const WIDTHS = [720, 360] as const;
const TEXT = { title: "A result", description: ["What it says."] };

function optionsOf(width: number): TimelineOptions {
  return { width, idPrefix: "r", isStandalone: false, theme: "light" };
}

const DRAWINGS: readonly (readonly [name: string, draw: (options: TimelineOptions) => Svg])[] = [
  ["forest-differences", (options) => drawForest(DIFFERENCES, TEXT, options)],
  ["forest-ratios", (options) => drawForest(RATIOS, TEXT, options)],
  ["survival", (options) => drawSurvival(CURVES, TEXT, options)],
  ["event-study", (options) => drawEvent(EVENT, TEXT, options)],
  ["matrix", (options) => drawMatrix(MATRIX, TEXT, options)],
];

describe("drawings of results", () => {
  it.each(DRAWINGS.flatMap(([name, draw]) => WIDTHS.map((width) => [name, width, draw] as const)))(
    "%s has not changed at %d px",
    async (name, width, draw) => {
      const { svg } = draw({ ...optionsOf(width), isStandalone: true });
      const file = `golden/${name}-${width === 720 ? "wide" : "narrow"}.svg`;
      await expect(`${svg.replace(/></g, ">\n<")}\n`).toMatchFileSnapshot(file);
    },
  );

  it.each(DRAWINGS)("%s is one picture with a title and a description", (_, draw) => {
    const elements = parseSvg(draw(optionsOf(720)).svg);
    expect(elements.find(({ name }) => name === "title")?.text).toBe("A result");
    expect(elements.find(({ name }) => name === "desc")?.text).toBe("What it says.");
    expect(elements[0]?.attributes).toMatchObject({ role: "img", "aria-labelledby": "r-title" });
  });
});

/** Returns what a place of an axis means, from two of its ticks as they are printed. */
function readAxis(ticks: readonly { readonly at: number; readonly text: string }[], isLog = false) {
  const read = (text: string): number => Number(text.replace("−", "-").replace("%", "e-2"));
  const known = ticks.map(({ at, text }) => ({ at, value: isLog ? Math.log(read(text)) : read(text) }));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first.at === last.at) throw new Error("an axis with fewer than two ticks");
  const slope = (last.value - first.value) / (last.at - first.at);
  return (at: number): number => {
    const value = first.value + (at - first.at) * slope;
    return isLog ? Math.exp(value) : value;
  };
}

function middleOf({ box }: PlotScene["texts"][number], along: "x" | "y"): number {
  return along === "x" ? box.x + box.width / 2 : box.y + box.height / 2;
}

describe("numbers of drawings, read back from where they stand", () => {
  it.each(WIDTHS)("estimates and intervals at %d px", (width) => {
    for (const figure of [DIFFERENCES, RATIOS]) {
      const { bars, texts, ticks, plot } = layoutForest(figure, optionsOf(width));
      const values = texts.filter((one) => one.box.y > plot.bottom && one.anchor === "middle");
      expect(values).toHaveLength(ticks.length);
      const valueAt = readAxis(
        ticks.map((at, i) => ({ at, text: values[i]?.text ?? "" })),
        figure.reference === 1,
      );
      for (const [i, item] of figure.items.entries()) {
        const bar = bars[i];
        expect(valueAt(bar?.at ?? 0)).toBeCloseTo(item.estimate, 6);
        expect(valueAt(bar?.from ?? 0)).toBeCloseTo(item.lower, 6);
        expect(valueAt(bar?.to ?? 0)).toBeCloseTo(item.upper, 6);
      }
    }
  });

  it("estimates in words beside their bars", () => {
    const texts = layoutForest(DIFFERENCES, optionsOf(720)).texts.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(["0.250 (−0.500 to 1)", "−0.375 (−0.500 to −0.250)", "0 (−1 to 1)"]),
    );
  });

  it.each(WIDTHS)("survival, bands and who is at risk at %d px", (width) => {
    const { curves, texts, plot } = layoutSurvival(CURVES, optionsOf(width));
    const shareAt = readAxis(
      texts
        .filter(({ text }) => text.endsWith("%"))
        .map((one) => ({ at: middleOf(one, "y"), text: one.text })),
    );
    const years = texts.filter((one) => one.box.y > plot.bottom && /^\d+$/.test(one.text));
    const timeAt = readAxis(
      years.slice(0, years.length / 3).map((one) => ({ at: middleOf(one, "x"), text: one.text })),
    );
    for (const [i, group] of CURVES.groups.entries()) {
      const steps = [...(curves[i]?.line ?? "").matchAll(/H([\d.]+)V([\d.]+)/g)];
      expect(steps.map(([, x]) => timeAt(Number(x)))).toEqual(
        group.points.map(({ time }) => expect.closeTo(time, 1)),
      );
      expect(steps.map(([, , y]) => shareAt(Number(y)))).toEqual(
        group.points.map(({ survival }) => expect.closeTo(survival, 3)),
      );
      const last = steps.at(-1);
      expect(curves[i]?.censored).toEqual(
        group.points[1]?.censored === 0
          ? []
          : [[expect.closeTo(Number(last?.[1]), 1), expect.closeTo(Number(last?.[2]), 1)]],
      );
    }
    // At risk at 0, then just before each labelled year.
    const rows = [0, 1].map((i) =>
      years.slice((i + 1) * (years.length / 3), (i + 2) * (years.length / 3)).map(({ text }) => Number(text)),
    );
    expect(rows[0]?.slice(0, 3)).toEqual([40, 40, 30]);
    expect(rows[1]?.slice(0, 3)).toEqual([100, 100, 100]);
  });

  it.each(WIDTHS)("effects by distance at %d px", (width) => {
    const { lines, texts, plot, eventX, zeroY } = layoutEvent(EVENT, optionsOf(width));
    const valueAt = readAxis(
      texts
        .filter(
          (one) =>
            one.anchor === "end" && one.box.x < plot.left && one.box.y < plot.bottom && /\d/.test(one.text),
        )
        .map((one) => ({ at: middleOf(one, "y"), text: one.text })),
    );
    expect(valueAt(zeroY)).toBeCloseTo(0, 6);
    for (const [i, line] of EVENT.lines.entries()) {
      for (const [k, point] of line.points.entries()) {
        const drawn = lines[i]?.[k];
        expect(valueAt(drawn?.y ?? 0)).toBeCloseTo(point.value, 6);
        expect(valueAt(drawn?.from ?? 0)).toBeCloseTo(point.lower, 6);
        expect(valueAt(drawn?.to ?? 0)).toBeCloseTo(point.upper, 6);
        expect((drawn?.x ?? 0) < eventX).toBe(point.distance < 0);
      }
    }
  });

  it("shares and counts of moves, darker with the share, nothing where nobody was", () => {
    const { svg } = drawMatrix(MATRIX, TEXT, optionsOf(720));
    const elements = parseSvg(svg);
    const cells = findByClass(elements, "pl-cell").map(({ attributes }) =>
      Number(attributes["fill-opacity"]),
    );
    expect(cells.map((one) => one / 0.4)).toEqual(
      MATRIX.cells.flat().map((cell) => expect.closeTo(cell?.share ?? 0, 2)),
    );
    const texts = elements.filter(({ name }) => name === "text").map(({ text }) => text);
    const shown = texts.filter((text) => /^\d/.test(text));
    expect(shown).toEqual(
      MATRIX.cells
        .flat()
        .flatMap((cell) => (cell ? [`${(cell.share * 100).toFixed(1)}%`, String(cell.count)] : [])),
    );
  });
});

function expectInside(scene: PlotScene & { key?: readonly KeyEntry[] }, width: number): void {
  const texts = [...scene.texts, ...(scene.key ?? []).flatMap((entry) => entry.texts)];
  expectApart(
    texts.filter(({ text }) => text !== "").map(({ box }) => box),
    width,
    scene.heightPx,
  );
}

const width = fc.constantFrom(...WIDTHS);

describe("any result", () => {
  it("has estimates whose texts stand apart, with bars within the plot", () => {
    fc.assert(
      fc.property(arbitraryForest, width, (figure, px) => {
        const scene = layoutForest(figure, optionsOf(px));
        expectInside(scene, px);
        for (const { from, to, at, y } of scene.bars) {
          for (const x of [from, to, at]) {
            expect(x).toBeGreaterThanOrEqual(scene.plot.left - EPSILON);
            expect(x).toBeLessThanOrEqual(scene.plot.right + EPSILON);
          }
          expect(y).toBeLessThan(scene.plot.bottom);
        }
        expect(drawForest(figure, TEXT, optionsOf(px)).svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });

  it("has curves whose texts stand apart", () => {
    fc.assert(
      fc.property(arbitraryCurves, width, (figure, px) => {
        expectInside(layoutSurvival(figure, optionsOf(px)), px);
        expect(drawSurvival(figure, TEXT, optionsOf(px)).svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });

  it("has effects around an event whose texts stand apart, with bars within the plot", () => {
    fc.assert(
      fc.property(arbitraryEvent, width, (figure, px) => {
        const scene = layoutEvent(figure, optionsOf(px));
        expectInside(scene, px);
        for (const { x, y, from, to } of scene.lines.flat()) {
          expect(x).toBeGreaterThanOrEqual(scene.plot.left - EPSILON);
          expect(x).toBeLessThanOrEqual(scene.plot.right + EPSILON);
          for (const at of [y, from, to]) {
            expect(at).toBeGreaterThanOrEqual(scene.plot.top - EPSILON);
            expect(at).toBeLessThanOrEqual(scene.plot.bottom + EPSILON);
          }
        }
        expect(drawEvent(figure, TEXT, optionsOf(px)).svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });

  it("has moves whose texts stand apart and within their cells", () => {
    fc.assert(
      fc.property(arbitraryMatrix, width, (figure, px) => {
        expectInside(layoutMatrix(figure, optionsOf(px)), px);
        expect(drawMatrix(figure, TEXT, optionsOf(px)).svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});
