import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cycle, computeCycle } from "../../src/compute/cycle.ts";
import { drawLaneChart, type LaneChartOptions } from "../../src/draw/lane-chart.ts";
import { layoutLaneChart } from "../../src/draw/lane-chart-layout.ts";
import { describeLaneChart, tabulateLaneChart } from "../../src/draw/lane-chart-text.ts";
import { ENTRY_KINDS, type Entry } from "../../src/model/entry.ts";
import { wordingOf } from "../../src/publish/words/wording.ts";
import { buildEntry, buildLaw } from "../support/build-entry.ts";
import { hasSharedData, readSharedTimeline, TIP_TIERS } from "../support/shared-data.ts";
import { hasSharedRecord, readSharedEntries } from "../support/shared-entries.ts";
import { arbitraryTimeline } from "./arbitrary-timeline.ts";
import { EPSILON, expectApart } from "./expect-apart.ts";
import { findByClass, numberOf, parseSvg } from "./parse-svg.ts";

const SIZES = [
  ["wide", 720],
  ["narrow", 360],
] as const;

function readJapan(): Cycle {
  const entries = [
    ...readSharedEntries(),
    buildEntry("committee", "outcome", { date: "2004-04", details: { type: "institution" } }),
    buildEntry("telephone", "contact", { date: "2008-05~", details: { level: "deputy-vice-minister" } }),
  ];
  return computeCycle(readSharedTimeline("JPN"), { entries, laws: [buildLaw("jpn-2005", "2005")] }, 6);
}

function expectTidy(cycle: Cycle, width: number): void {
  const scene = layoutLaneChart(cycle, width, { heading: [cycle.timeline.country.name, "the cycle"] });
  const lanes = scene.groups.flatMap((group) => group.lanes);
  const words = [
    ...scene.heading.map(({ box }) => box),
    ...scene.key.map(({ box }) => box),
    scene.stripTitle.box,
    ...scene.groups.map(({ title }) => title.box),
    ...lanes.map(({ labelBox }) => labelBox),
    ...(scene.note ? [scene.note.box] : []),
  ];
  const marks = lanes.flatMap((lane) => lane.marks.map(({ box }) => box));
  expectApart([...words, ...marks], width, scene.heightPx);
  for (const lane of lanes) {
    for (const { box } of lane.marks) {
      expect(box.x).toBeGreaterThanOrEqual(scene.frame.left - EPSILON);
      expect(box.x + box.width).toBeLessThanOrEqual(scene.frame.right + EPSILON);
      expect(box.y).toBeGreaterThanOrEqual(lane.top - EPSILON);
      expect(box.y + box.height).toBeLessThanOrEqual(lane.bottom + EPSILON);
    }
  }
  const { svg } = drawLaneChart(cycle, {
    width,
    idPrefix: "c",
    isStandalone: false,
    hrefOf: ({ id }) => `../../entries/${id}/`,
  });
  expect(svg).not.toMatch(/NaN|undefined|Infinity| style=|<style/);
  const elements = parseSvg(svg);
  expect(findByClass(elements, "lc-mark")).toHaveLength(marks.length);
  for (const mark of findByClass(elements, "lc-mark"))
    expect(mark.attributes.href).toMatch(/^\.\.\/\.\.\/entries\//);
}

const WORD = fc.constantFrom(
  "minister",
  "deputy-vice-minister",
  "ngo",
  "anger",
  "harming-relations",
  "<&>",
  "条約",
);

function arbitraryEntry(first: number, last: number): fc.Arbitrary<Entry> {
  const date = fc
    .tuple(
      fc.integer({ min: first - 2, max: last + 2 }),
      fc.constantFrom("", "-01", "-06-14", "-12-31", "~", "-06?", "/2090"),
    )
    .map(([year, rest]) => `${year}${rest}`);
  return fc
    .tuple(fc.constantFrom(...ENTRY_KINDS), fc.option(date), WORD, fc.nat())
    .map(([kind, when, word, n]) =>
      buildEntry(`e${n}`, kind, {
        ...(when === null ? {} : { date: when }),
        details: { level: word, code: `${word};anger`, type: word },
      }),
    );
}

function arbitraryCycle(): fc.Arbitrary<Cycle> {
  return arbitraryTimeline().chain((timeline) => {
    const { first, last } = timeline.years;
    return fc
      .array(arbitraryEntry(first, last), { maxLength: 60 })
      .map((entries) =>
        computeCycle(timeline, { entries, laws: [buildLaw("law", String(first), "XXX")] }, 6),
      );
  });
}

describe("the lane chart of Japan", () => {
  it.for(SIZES)("has not changed, %s", async ([size, width], context) => {
    if (!hasSharedData || !hasSharedRecord) context.skip("skipped: no shared data");
    const { svg } = drawLaneChart(readJapan(), {
      width,
      idPrefix: "cycle",
      isStandalone: true,
      theme: "light",
      hasHeading: true,
    });
    await expect(`${svg.replace(/></g, ">\n<")}\n`).toMatchFileSnapshot(`golden/lanes-jpn-${size}.svg`);
  });

  it.for(SIZES)("is tidy, %s", ([, width], context) => {
    if (!hasSharedData || !hasSharedRecord) context.skip("skipped: no shared data");
    expectTidy(readJapan(), width);
  });

  it("has a mark for each dated entry of the lanes' kinds, and names the others", (context) => {
    if (!hasSharedData || !hasSharedRecord) context.skip("skipped: no shared data");
    const cycle = readJapan();
    const entries = readSharedEntries();
    const undated = entries.filter(({ date }) => date === undefined);
    // Each entry has one code, so one mark; the committee, the telephone call and the law are added.
    const rows = tabulateLaneChart(cycle);
    expect(rows).toHaveLength(entries.length + 3);
    expect(rows.filter(({ lane }) => lane === "without a date")).toHaveLength(undated.length);
    expect(describeLaneChart(cycle).paragraphs.at(-1)).toBe(
      `Not drawn: ${undated.length} entries without a date.`,
    );
  });
});

describe("the drawing", () => {
  const timeline = {
    country: { id: "JPN", name: "Japan" },
    scorecard: "TIP Report",
    years: { first: 2001, last: 2010 },
    tiers: TIP_TIERS,
    grades: [
      { year: 2003, tier: TIP_TIERS[1] },
      { year: 2004, tier: TIP_TIERS[2] },
    ],
    moves: [{ from: 2003, to: 2004, before: TIP_TIERS[1], after: TIP_TIERS[2], direction: "down" as const }],
    laws: [],
    governments: [],
  };
  const entries = [
    buildEntry("day", "outcome", { date: "2004-04-15", details: { type: "institution" } }),
    buildEntry("month", "reaction", { date: "2004-06", details: { code: "anger; objection" } }),
    buildEntry("year", "pressure", { date: "2005", actors: ["media"] }),
    buildEntry("interval", "recommendation", { date: "1999/2003-12-31" }),
    buildEntry("about", "contact", { date: "2009~", details: { level: "minister" } }),
    buildEntry("early", "contact", { date: "1999", details: { level: "minister" } }),
    buildEntry("never", "contact", { details: { level: "minister" } }),
    buildEntry("said", "testimony", { date: "2005" }),
  ];
  const cycle = computeCycle(timeline, { entries, laws: [buildLaw("law", "2005-06-22")] }, 6);
  const { svg } = drawLaneChart(cycle, {
    width: 720,
    idPrefix: "c",
    isStandalone: false,
    hrefOf: ({ id }) => `#${id}`,
  });
  const elements = parseSvg(svg);
  const labels = elements.filter(({ text }) => /^20\d\d$/.test(text));
  /** x of a moment, by the labels of the axis alone. */
  const xAt = (year: number): number => {
    const [x1, x2] = [numberOf(labels[0], "x"), numberOf(labels.at(-1), "x")];
    const [y1, y2] = [Number(labels[0]?.text) + 0.5, Number(labels.at(-1)?.text) + 0.5];
    return x1 + ((year - y1) * (x2 - x1)) / (y2 - y1);
  };
  const shapeOf = (id: string) => {
    const at = elements.findIndex(({ attributes }) => attributes.href === `#${id}`);
    const shape = elements.slice(at + 1).find(({ name }) => name === "circle" || name === "rect");
    return { link: elements[at], shape };
  };

  it("puts days and months as dots at their middle", () => {
    expect(numberOf(shapeOf("day").shape, "cx")).toBeCloseTo(xAt(2004 + 105.5 / 366), 1);
    expect(numberOf(shapeOf("month").shape, "cx")).toBeCloseTo(xAt(2004 + 167 / 366), 1);
    expect(numberOf(shapeOf("law").shape, "cx")).toBeCloseTo(xAt(2005 + 172.5 / 365), 1);
  });

  it("puts years and intervals as bars over their columns, cut at the axis", () => {
    for (const [id, from, to] of [
      ["year", 2005, 2006],
      ["interval", 2001, 2004],
      ["about", 2009, 2010],
    ] as const) {
      const { shape } = shapeOf(id);
      expect(shape?.name).toBe("rect");
      expect(Math.abs(numberOf(shape, "x") - xAt(from))).toBeLessThan(2);
      expect(Math.abs(numberOf(shape, "x") + numberOf(shape, "width") - xAt(to))).toBeLessThan(2);
    }
  });

  it("draws what is uncertain hollow", () => {
    expect(shapeOf("about").link?.classes).toContain("lc-hollow");
    expect(
      findByClass(elements, "lc-mark").filter(({ classes }) => classes.includes("lc-hollow")),
    ).toHaveLength(1);
  });

  it("puts the committee of April 2004 before the rule of the June edition", () => {
    const rule = findByClass(elements, "tl-rule").map(
      ({ attributes }) => /^M([\d.]+),/.exec(attributes.d ?? "")?.[1],
    );
    expect(rule).toHaveLength(1);
    expect(Number(rule[0])).toBeCloseTo(xAt(2004 + 5.5 / 12), 1);
    expect(numberOf(shapeOf("day").shape, "cx")).toBeLessThan(Number(rule[0]));
  });

  it("says in words what it shows", () => {
    expect(describeLaneChart(cycle)).toEqual({
      title: "Japan: TIP Report tiers, contacts, pressure, reactions, outcomes and laws, 2001–2010",
      subject: "TIP Report tiers, contacts, pressure, reactions, outcomes and laws, 2001–2010",
      paragraphs: [
        expect.stringContaining("Tier 2 Watch List"),
        "Contacts by level. Minister: 1 entry (2009); Recommendations: 1 entry (1999–2003).",
        "Pressure by kind of actor. Media: 1 entry (2005).",
        "Reactions by code. Objection: 1 entry (2004); Anger: 1 entry (2004).",
        "Outcomes by kind. Institution: 1 entry (2004).",
        "Laws. Laws: 1 entry (2005).",
        "Not drawn: 1 entry without a date; 1 outside of 2001–2010.",
      ],
    });
  });

  it("tabulates every mark, and what is not drawn", () => {
    expect(tabulateLaneChart(cycle).map(({ mark, date, lane }) => [mark.id, date, lane])).toEqual([
      ["about", "about 2009", "Minister"],
      ["interval", "1999–31 December 2003", "Recommendations"],
      ["year", "2005", "Media"],
      ["month", "June 2004", "Objection"],
      ["month", "June 2004", "Anger"],
      ["day", "15 April 2004", "Institution"],
      ["law", "22 June 2005", "Laws"],
      ["early", "1999", "outside of the years"],
      ["never", "", "without a date"],
    ]);
  });
});

describe("lane chart layout", () => {
  it("is tidy for any cycle", () => {
    fc.assert(
      fc.property(arbitraryCycle(), fc.constantFrom(720, 360, 320, 1000), (cycle, width) =>
        expectTidy(cycle, width),
      ),
      { numRuns: 150 },
    );
  });

  it("is well-formed and the same each time for any cycle", () => {
    fc.assert(
      fc.property(arbitraryCycle(), (cycle) => {
        const draw = () =>
          drawLaneChart(structuredClone(cycle), {
            width: 360,
            idPrefix: "c",
            isStandalone: true,
            theme: "light",
            hasHeading: true,
          }).svg;
        const svg = draw();
        expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
        expect(draw()).toBe(svg);
      }),
      { numRuns: 50 },
    );
  });

  it("is for each page, file and language what it would be without the others", () => {
    fc.assert(
      fc.property(arbitraryCycle(), (cycle) => {
        const looks: LaneChartOptions[] = [
          { width: 360, idPrefix: "a", isStandalone: false, hrefOf: ({ id }) => `../${id}/` },
          { width: 360, idPrefix: "b", isStandalone: false, hrefOf: ({ id }) => `../../${id}/` },
          { width: 360, idPrefix: "b", isStandalone: false, wording: wordingOf("ja") },
          { width: 384, idPrefix: "c", isStandalone: true, theme: "light" },
          { width: 384, idPrefix: "c", isStandalone: true, theme: "adaptive", hasHeading: true },
        ];
        for (const look of looks)
          expect(drawLaneChart(cycle, look).svg).toBe(drawLaneChart(structuredClone(cycle), look).svg);
      }),
      { numRuns: 30 },
    );
  });
});
