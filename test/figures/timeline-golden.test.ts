import { scaleLinear } from "d3-scale";
import { describe, expect, it } from "vitest";
import { decimalYear } from "../../src/base/edtf.ts";
import { drawTimeline } from "../../src/draw/timeline.ts";
import { hasSharedData, readSharedRows, readSharedTimeline } from "../support/shared-data.ts";
import { findByClass, numberOf, parseSvg, type SvgElement } from "./parse-svg.ts";

const COUNTRIES = ["ARG", "ECU", "HND", "IDN", "ISR", "JPN", "MYS", "TCD", "ZWE"];
const SIZES = [
  ["wide", 720],
  ["narrow", 360],
] as const;

describe.each(COUNTRIES)("timeline of %s", (iso) => {
  it.for(SIZES)("has not changed, %s", async ([size, width], context) => {
    if (!hasSharedData) context.skip("skipped: no shared data");
    const { svg } = drawTimeline(readSharedTimeline(iso), {
      width,
      idPrefix: "timeline",
      isStandalone: true,
      theme: "light",
    });
    await expect(`${svg.replace(/></g, ">\n<")}\n`).toMatchFileSnapshot(
      `golden/timeline-${iso.toLowerCase()}-${size}.svg`,
    );
  });
});

describe.each(COUNTRIES)("the drawing of %s", (iso) => {
  it.for(SIZES)("shows the tiers and the index of the data file, %s", ([, width], context) => {
    if (!hasSharedData) context.skip("skipped: no shared data");
    const rows = readSharedRows("policy_index.csv").filter(
      (row) => row.iso === iso && Number(row.year) >= 2000,
    );
    const { svg } = drawTimeline(readSharedTimeline(iso), { width, idPrefix: "t", isStandalone: false });
    const elements = parseSvg(svg);
    const yearAt = scaleOfYears(elements);
    const levels = levelsOf(elements);
    const drawn = findByClass(elements, "tl-step").flatMap((step) => {
      const first = Math.round(yearAt(numberOf(step, "x1")));
      const count = Math.round(yearAt(numberOf(step, "x2"))) - first;
      return Array.from({ length: count }, (_value, i) => `${first + i} ${levels.get(numberOf(step, "y1"))}`);
    });
    const tierOf = (code: string) => (code === "2.5" ? "Tier 2 Watch List" : `Tier ${code}`);
    const graded = rows.filter(({ tier }) => tier !== "NA");
    expect(drawn).toEqual(graded.map(({ year, tier = "" }) => `${year} ${tierOf(tier)}`));

    const indexAt = scaleOfIndex(elements);
    const points = findByClass(elements, "tl-point").map((point) => {
      const value = Math.round(indexAt(numberOf(point, "cy")) * 10) / 10;
      return `${Math.floor(yearAt(numberOf(point, "cx")))} ${value}`;
    });
    expect(points).toEqual(rows.filter(({ p }) => p !== "NA").map(({ year, p }) => `${year} ${p}`));
  });
});

/** Counts of cables of the embassy in Tokyo, typed from the example's documents.csv. */
const JAPAN_DOCUMENTS = {
  years: [undefined, 0, 0, 0, 0, 8, 1316, 1330, 1526, 1411, 200].map((available, i) => ({
    year: 2000 + i,
    available,
    read: undefined,
  })),
  without: [{ first: 2001, last: 2004 }],
};

describe("the years without documents", () => {
  it.for(SIZES)(
    "are dotted from their start to their end, and named below the axis, %s",
    async ([size, width], context) => {
      if (!hasSharedData) context.skip("skipped: no shared data");
      const timeline = { ...readSharedTimeline("JPN"), documents: JAPAN_DOCUMENTS };
      const options = { width, idPrefix: "timeline", isStandalone: true, theme: "light" } as const;
      const { svg } = drawTimeline(timeline, options);
      const elements = parseSvg(svg);
      const yearAt = scaleOfYears(elements);
      const bands = findByClass(elements, "tl-undocumented").map((band) => {
        const x = numberOf(band, "x");
        return [yearAt(x), yearAt(x + numberOf(band, "width"))];
      });
      const span = [expect.closeTo(2001, 2), expect.closeTo(2005, 2)];
      expect(bands).toEqual([span, span]);
      expect(elements.filter(({ text }) => text === "no documents: 2001–2004")).toHaveLength(1);
      await expect(`${svg.replace(/></g, ">\n<")}\n`).toMatchFileSnapshot(
        `golden/timeline-jpn-documents-${size}.svg`,
      );
    },
  );
});

/** Japan as printed in domain.md and in the Trafficking in Persons Reports, typed here and not read from the data. */
const JAPAN_TIERS = ["2001–2003 Tier 2", "2004–2004 Tier 2 Watch List", "2005–2014 Tier 2"];
const JAPAN_INDEX = [6, 8, 7, 9, 10, 13, 11, 11, 11, 9, 9, 10, 11, 10];

describe.each(SIZES)("the drawing of Japan, %s", (_, width) => {
  it("shows the tiers, index, law and governments at their years", (context) => {
    if (!hasSharedData) context.skip("skipped: no shared data");
    const { svg } = drawTimeline(readSharedTimeline("JPN"), { width, idPrefix: "t", isStandalone: false });
    const elements = parseSvg(svg);
    const yearOf = scaleOfYears(elements);

    const levels = levelsOf(elements);
    const steps = findByClass(elements, "tl-step").map((step) => {
      const first = Math.round(yearOf(numberOf(step, "x1")));
      const last = Math.round(yearOf(numberOf(step, "x2"))) - 1;
      return `${first}–${last} ${levels.get(numberOf(step, "y1"))}`;
    });
    expect(steps).toEqual(JAPAN_TIERS);
    expect(findByClass(elements, "tl-move-down").length).toBe(2);
    expect(findByClass(elements, "tl-move-up").length).toBe(2);

    const points = findByClass(elements, "tl-point");
    expect(points.map((point) => yearOf(numberOf(point, "cx")))).toEqual(
      JAPAN_INDEX.map((_value, i) => expect.closeTo(2000.5 + i, 2)),
    );
    const indexAt = scaleOfIndex(elements);
    expect(points.map((point) => indexAt(numberOf(point, "cy")))).toEqual(
      JAPAN_INDEX.map((value) => expect.closeTo(value, 1)),
    );
    expect(findByClass(elements, "tl-value").map(({ text }) => text)).toEqual(["10", "6", "13"]);

    expect(findByClass(elements, "tl-mark").map((mark) => yearOf(numberOf(mark, "cx")))).toEqual([
      expect.closeTo(2005.5, 2),
    ]);
    const starts = findByClass(elements, "tl-span").map((bar) => yearOf(numberOf(bar, "x")));
    const days = [
      "2000-04-05",
      "2001-04-26",
      "2006-09-26",
      "2007-09-26",
      "2008-09-24",
      "2009-09-16",
      "2010-06-08",
    ];
    expect(starts).toHaveLength(9);
    for (const [i, day] of days.entries())
      expect(Math.abs((starts[i] ?? 0) - decimalYear(day))).toBeLessThan(0.06);
  });

  it("writes only numbers that come from the data or the axes", (context) => {
    if (!hasSharedData) context.skip("skipped: no shared data");
    const { svg } = drawTimeline(readSharedTimeline("JPN"), { width, idPrefix: "t", isStandalone: false });
    const texts = parseSvg(svg)
      .filter(({ name }) => name === "text")
      .flatMap(({ text }) => text.match(/\d+/g) ?? []);
    const years = Array.from({ length: 15 }, (_value, i) => String(2000 + i));
    const allowed = new Set([...years, "0", "5", "10", "15", "1", "2", "3", "6", "13"]);
    expect(texts.filter((text) => !allowed.has(text))).toEqual([]);
  });
});

/** Returns x → year from the labels below the axis. */
function scaleOfYears(elements: readonly SvgElement[]): (x: number) => number {
  const labels = elements.filter(({ name, text }) => name === "text" && /^(19|20)\d\d$/.test(text));
  const [first, second] = [labels[0], labels.at(-1)];
  return scaleLinear(
    [numberOf(first, "x"), numberOf(second, "x")],
    [Number(first?.text) + 0.5, Number(second?.text) + 0.5],
  );
}

/** Returns y → value from the grid lines and labels of the index, 0 and 15. */
function scaleOfIndex(elements: readonly SvgElement[]): (y: number) => number {
  const yOf = (label: string) => {
    const at = elements.findIndex(
      ({ name, text, attributes }) =>
        name === "text" && text === label && attributes["text-anchor"] === "end",
    );
    return numberOf(elements[at - 1], "y1");
  };
  return scaleLinear([yOf("0"), yOf("15")], [0, 15]);
}

/** Returns y → tier from the grid lines of the tiers, each followed by the one or two lines of its label. */
function levelsOf(elements: readonly SvgElement[]): Map<number, string> {
  const levels = new Map<number, string>();
  for (const [i, element] of elements.entries()) {
    if (!element.classes.includes("tl-grid")) continue;
    const words: string[] = [];
    for (let j = i + 1; elements[j]?.attributes["text-anchor"] === "end"; j++) {
      if (!elements[j]?.text.startsWith("from")) words.push(elements[j]?.text ?? "");
    }
    levels.set(numberOf(element, "y1"), words.join(" "));
  }
  return levels;
}
