import isoCountries from "i18n-iso-countries";
import { describe, expect, it } from "vitest";
import { type ColumnChart, drawColumns, layoutColumns } from "../../src/draw/column-chart.ts";
import { createWorldGeometry } from "../../src/draw/world-geometry.ts";
import { drawMapKey, drawWorldMap, type WorldMap } from "../../src/draw/world-map.ts";
import { cowNumber, FORMER_COUNTRIES } from "../../src/model/state-system.ts";
import { readWorldGeometry } from "../../src/publish/site/world-atlas.ts";
import { parseSvg } from "./parse-svg.ts";

const SHARES: ColumnChart = {
  title: "Tier shares by year",
  description: ["Columns by year."],
  years: [2001, 2002, 2003, 2004],
  series: [
    { label: "Tier 1", swatch: "tier-0", values: [0.25, 0.5, 0.5, 0.25], texts: ["1", "2", "2", "1"] },
    { label: "Tier 2", swatch: "tier-1", values: [0.75, 0.5, 0.25, 0.25], texts: ["3", "2", "1", "1"] },
    { label: "Tier 2 Watch List", swatch: "tier-2", values: [0, 0, 0.25, 0.25], texts: ["0", "0", "1", "1"] },
    { label: "Tier 3", swatch: "tier-3", values: [0, 0, 0, 0.25], texts: ["0", "0", "0", "1"] },
  ],
  scale: "share",
  axisLabel: "Share of graded countries",
};

const MOVES: ColumnChart = {
  title: "Countries that changed tier",
  description: ["Columns by year."],
  years: [2002, 2003],
  series: [
    { label: "Up", swatch: "step-3", values: [3, 0] },
    { label: "Down", swatch: "step-0", values: [5, 2], isBelow: true },
  ],
  scale: "count",
  axisLabel: "Countries",
};

/** Two square countries, one tiny one that is only in the fine atlas, and an area without a code. */
const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
];

function atlas(areas: readonly { id?: string; name: string; ring: number[][] }[]): object {
  return {
    type: "Topology",
    arcs: areas.map((one) => one.ring),
    objects: {
      countries: {
        type: "GeometryCollection",
        geometries: areas.map(({ id, name }, i) => ({
          type: "Polygon",
          arcs: [[i]],
          ...(id === undefined ? {} : { id }),
          properties: { name },
        })),
      },
    },
  };
}

const TINY = createWorldGeometry(
  atlas([
    { id: "392", name: "Japan", ring: square(120, 20, 20) },
    { id: "156", name: "China", ring: square(60, 0, 40) },
    { name: "No man's land", ring: square(-40, 0, 20) },
  ]),
  atlas([
    { id: "392", name: "Japan", ring: square(120, 20, 20) },
    { id: "702", name: "Singapore", ring: square(103, 1, 0.5) },
  ]),
  (id) => (id === undefined ? undefined : isoCountries.numericToAlpha3(id)),
);

const MAP: WorldMap = {
  title: "TR tiers, 2001",
  description: ["World map."],
  classes: [
    { label: "Tier 1", swatch: "tier-0", count: 1 },
    { label: "Tier 2", swatch: "tier-1", count: 1 },
  ],
  values: new Map([
    ["JPN", { class: 0, text: "Tier 1" }],
    ["SGP", { class: 1, text: "Tier 2" }],
  ]),
  none: "no tier in 2001",
  keyLabel: "Key",
  dots: new Set(),
  nameOf: () => undefined,
};

describe("column charts", () => {
  for (const width of [640, 340]) {
    it(`draw shares ${width} px wide`, async () => {
      const { svg } = drawColumns(SHARES, { width, idPrefix: "shares", isStandalone: width === 640 });
      parseSvg(svg);
      await expect(svg).toMatchFileSnapshot(`golden/columns-shares-${width}.svg`);
    });
    it(`draw moves on both sides of a line ${width} px wide`, async () => {
      const { svg } = drawColumns(MOVES, { width, idPrefix: "moves", isStandalone: false });
      await expect(svg).toMatchFileSnapshot(`golden/columns-moves-${width}.svg`);
    });
  }

  it("are as high as their numbers", () => {
    const { bars, plot, zeroY } = layoutColumns(SHARES, 640);
    const plotHeight = plot.bottom - plot.top;
    for (const [i, year] of SHARES.years.entries()) {
      const column = bars.filter((bar) => bar.year === year);
      for (const bar of column) {
        expect(bar.height / plotHeight).toBeCloseTo(bar.series.values[i] ?? 0, 6);
        expect(bar.x).toBeGreaterThanOrEqual(plot.left);
        expect(bar.x + bar.width).toBeLessThanOrEqual(plot.right);
      }
      expect(column.reduce((sum, bar) => sum + bar.height, 0)).toBeCloseTo(plotHeight, 6);
    }
    expect(zeroY).toBe(plot.bottom);
    const moves = layoutColumns(MOVES, 640);
    const [up, down] = [moves.bars[0], moves.bars[1]];
    expect((up?.height ?? 0) / (down?.height ?? 1)).toBeCloseTo(3 / 5, 6);
    expect(down?.y).toBeCloseTo(moves.zeroY, 6);
    expect((up?.y ?? 0) + (up?.height ?? 0)).toBeCloseTo(moves.zeroY, 6);
  });
});

describe("maps", () => {
  it("draw areas, dots and a key", async () => {
    const { svg } = drawWorldMap(TINY, MAP, { idPrefix: "map", isStandalone: true });
    parseSvg(svg);
    expect(svg).toContain("<title>Japan: Tier 1</title>");
    expect(svg).toContain("<title>China: no tier in 2001</title>");
    expect(svg).toContain("<title>No man&#39;s land: no tier in 2001</title>");
    expect(svg).toMatch(/<circle[^>]*><title>Singapore: Tier 2<\/title>/);
    expect(drawMapKey(MAP, "map")).toContain("Tier 2 (1)");
    await expect(svg).toMatchFileSnapshot("golden/world-map-tiny.svg");
  });

  it("have areas in true proportion", () => {
    // In an equal-area projection: area on the sphere of a box is Δλ · (sin φ2 − sin φ1).
    const areaOf = (country: string): number => {
      const d = TINY.shapes.find((one) => one.country === country)?.d ?? "";
      const [, start = "", steps = ""] = /^M(-?\d+ ?-?\d+)l(.*)z$/.exec(d) ?? [];
      const numbers = (start + (steps.startsWith("-") ? "" : " ") + steps).match(/-?\d+/g)?.map(Number) ?? [];
      let [x, y, area] = [0, 0, 0];
      for (let i = 2; i < numbers.length; i += 2) {
        const [px, py] = [x, y];
        x += numbers[i] ?? 0;
        y += numbers[i + 1] ?? 0;
        area += px * y - x * py;
      }
      return Math.abs(area) / 2;
    };
    const sphere = (width: number, south: number, north: number): number =>
      width * (Math.sin((north * Math.PI) / 180) - Math.sin((south * Math.PI) / 180));
    expect(areaOf("JPN") / areaOf("CHN")).toBeCloseTo(sphere(20, 20, 40) / sphere(40, 0, 40), 1);
  });

  it("show every state of the world once as an area or a dot", () => {
    const geometry = readWorldGeometry();
    const drawn = new Set([...geometry.shapes, ...geometry.dots].map((one) => one.country));
    const states = Object.keys(isoCountries.getAlpha3Codes()).filter(
      (id) => cowNumber(id) !== undefined && !FORMER_COUNTRIES.has(id),
    );
    expect(states.length).toBeGreaterThan(190);
    expect([...states, "XKX", "HKG", "MAC", "TWN"].filter((id) => !drawn.has(id))).toEqual([]);
    for (const { x, y } of geometry.dots) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(geometry.widthPx);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(geometry.heightPx);
    }
  });
});
