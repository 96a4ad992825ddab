import { describe, expect, it } from "vitest";
import { parseDate } from "../base/edtf.ts";
import { createMissing } from "../base/missing.ts";
import type { Timeline } from "../compute/timeline.ts";
import { tabulateTimeline } from "./timeline-table.ts";

const TIER = { id: "A", label: "Grade A", short: "A", rank: 0, since: 2000, aliases: [] };

function law(label: string, date: string): Timeline["laws"][number] {
  const enacted = parseDate(date);
  if (!enacted) throw new Error(`not a date: ${date}`);
  return { label, enacted };
}

const TIMELINE: Timeline = {
  country: { id: "XXX", name: "Ruritania" },
  scorecard: "Review",
  years: { first: 2003, last: 2005 },
  tiers: [TIER],
  grades: [
    { year: 2003, tier: TIER },
    { year: 2004, tier: createMissing("not-in-report") },
  ],
  moves: [],
  index: {
    label: "Score",
    range: [0, 10],
    values: [
      { year: 2003, value: 4.5 },
      { year: 2004, value: createMissing("not-available", "the survey was cancelled") },
    ],
  },
  laws: [law("First act", "2004"), law("Second act", "2004-06")],
  governments: [
    { person: "Ada One", familyName: "One", start: "1998-01-01", end: "2004-02-01" },
    { person: "Bo Two", familyName: "Two", start: "2004-02-01" },
  ],
};

describe("tabulateTimeline", () => {
  it("gives one row a year with reasons in place of missing values", () => {
    expect(tabulateTimeline(TIMELINE)).toEqual({
      columns: ["Year", "Review tier", "Score", "Laws", "Governments"],
      rows: [
        ["2003", "Grade A", "4.5", "", "Ada One"],
        [
          "2004",
          "not in the report",
          "the survey was cancelled",
          "First act; Second act (June 2004)",
          "Ada One; Bo Two",
        ],
        ["2005", "no entry", "no entry", "", "Bo Two"],
      ],
    });
  });

  it("leaves the index out where there is none", () => {
    const { index: _, ...rest } = TIMELINE;
    expect(tabulateTimeline(rest).columns).toEqual(["Year", "Review tier", "Laws", "Governments"]);
    expect(tabulateTimeline(rest).rows.every((row) => row.length === 4)).toBe(true);
  });

  it("has the documents to be had where some year is counted, and tells none from not counted", () => {
    const documents = {
      years: [
        { year: 2003, available: 0, read: 0 },
        { year: 2004, available: 12, read: 3 },
        { year: 2005, available: undefined, read: undefined },
      ],
      without: [{ first: 2003, last: 2003 }],
    };
    const { columns, rows } = tabulateTimeline({ ...TIMELINE, documents });
    expect(columns.at(-1)).toBe("Documents to be had");
    expect(rows.map((row) => row.at(-1))).toEqual(["0", "12", "not counted"]);
  });
});
