import { describe, expect, it } from "vitest";
import { parseDate } from "../base/edtf.ts";
import { createMissing } from "../base/missing.ts";
import { computeMoves, type Timeline, type TimelineGrade } from "../compute/timeline.ts";
import type { Tier } from "../model/scorecard.ts";
import { describeTimeline } from "./timeline-text.ts";

const GOOD: Tier = { id: "A", label: "Grade A", short: "A", rank: 0, since: 2000, aliases: [] };
const BAD: Tier = { id: "B", label: "Grade B", short: "B", rank: 1, since: 2000, aliases: [] };

function createTimeline(grades: readonly TimelineGrade[], more: Partial<Timeline> = {}): Timeline {
  return {
    country: { id: "XXX", name: "Ruritania" },
    scorecard: "Review",
    years: { first: 2000, last: 2010 },
    tiers: [GOOD, BAD],
    grades,
    moves: computeMoves(grades),
    laws: [],
    governments: [],
    ...more,
  };
}

function grade(year: number, tier: TimelineGrade["tier"]): TimelineGrade {
  return { year, tier };
}

describe("describeTimeline", () => {
  it("says that there is nothing", () => {
    expect(describeTimeline(createTimeline([]))).toEqual({
      title: "Ruritania: Review tiers and laws, 2000–2010",
      subject: "Review tiers and laws, 2000–2010",
      summary: "Ruritania has no Review tier in 2000–2010.",
      paragraphs: ["Ruritania has no grade in these years.", "Laws: none recorded in these years."],
    });
  });

  it("describes a single year", () => {
    const text = describeTimeline(createTimeline([grade(2004, BAD)]));
    expect(text.summary).toBe("Ruritania was in Grade B in 2004.");
    expect(text.paragraphs[0]).toBe("Ruritania’s Review tier: Grade B in 2004.");
  });

  it("tells tiers by runs, changes with their years, and reasons", () => {
    const grades = [
      ...[2000, 2001, 2002, 2003].map((year) => grade(year, BAD)),
      grade(2004, GOOD),
      grade(2005, createMissing("special-case")),
      grade(2006, createMissing("special-case")),
      grade(2007, BAD),
    ];
    const { summary, paragraphs } = describeTimeline(createTimeline(grades));
    expect(summary).toBe(
      "Ruritania was in Grade B in 2000 and in Grade B in 2007; it was downgraded in 2007 and upgraded in 2004.",
    );
    expect(paragraphs[0]).toBe(
      "Ruritania’s Review tier: Grade B from 2000 to 2003, Grade A in 2004 and Grade B in 2007. " +
        "No tier in 2005–2006 (special case). " +
        "Downgraded once: between 2004 and 2007 (Grade A to Grade B). " +
        "Upgraded once: in 2004 (Grade B to Grade A).",
    );
  });

  it("says when nothing changed", () => {
    const { summary } = describeTimeline(createTimeline([grade(2000, GOOD), grade(2001, GOOD)]));
    expect(summary).toBe("Ruritania was in Grade A in 2000 and still in 2001, without a change of tier.");
  });

  it.each([
    [[], "Score (0 to 10 points): no values in these years."],
    [[[2001, 4]], "Score (0 to 10 points): 4 in 2001."],
    [
      [
        [2001, 4],
        [2002, 4],
      ],
      "Score (0 to 10 points): from 4 in 2001 to 4 in 2002, the same in all 2 years with a value.",
    ],
    [
      [
        [2001, 4],
        [2002, 7.25],
        [2003, undefined],
        [2004, 7.25],
        [2005, 5],
      ],
      "Score (0 to 10 points): from 4 in 2001 to 5 in 2005; highest 7.25 in 2002 and 2004, lowest 4 in 2001. " +
        "No value in 2003 (not coded).",
    ],
  ])("tells an index %#", (pairs, expected) => {
    const values = (pairs as [number, number | undefined][]).map(([year, value]) => ({
      year,
      value: value ?? createMissing("not-coded"),
    }));
    const index = { label: "Score", unit: "points", range: [0, 10] as const, values };
    expect(describeTimeline(createTimeline([], { index })).paragraphs[1]).toBe(expected);
  });

  it("tells laws with their dates and governments with their terms", () => {
    const enacted = parseDate("2004-06-14");
    if (!enacted) throw new Error("not a date");
    const { paragraphs } = describeTimeline(
      createTimeline([], {
        laws: [{ label: "Anti-trafficking act", enacted }],
        governments: [
          { person: "Ada One", familyName: "One", start: "1998-01-01", end: "2004-02-01" },
          { person: "Bo Two", familyName: "Two", start: "2004-02-01", end: "2004-12-01" },
          { person: "Cy Three", familyName: "Three", start: "2004-12-01" },
        ],
      }),
    );
    expect(paragraphs.slice(1)).toEqual([
      "Laws: Anti-trafficking act (14 June 2004).",
      "Governments: Ada One (1998–2004), Bo Two (2004) and Cy Three (from 2004).",
    ]);
  });

  it("tells the years without documents from those that nobody counted", () => {
    const counts = [undefined, 0, 0, 0, 0, 8, 1316, 0, undefined, undefined, 4];
    const documents = {
      years: counts.map((available, i) => ({ year: 2000 + i, available, read: undefined })),
      without: [
        { first: 2001, last: 2004 },
        { first: 2007, last: 2007 },
      ],
    };
    expect(describeTimeline(createTimeline([], { documents })).paragraphs.at(-1)).toBe(
      "Documents to be had: none from 2001 to 2004 and in 2007; not counted in 2000 and in 2008–2009.",
    );
    const all = { years: documents.years.slice(5, 7), without: [] };
    expect(describeTimeline(createTimeline([], { documents: all })).paragraphs.at(-1)).toBe(
      "Documents to be had: some in every counted year.",
    );
  });
});
