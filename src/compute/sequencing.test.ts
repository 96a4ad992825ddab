import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildEntry, buildLaw } from "../../test/support/build-entry.ts";
import { parseDate } from "../base/edtf.ts";
import { createLinkLookup } from "./link-lookup.ts";
import { compareDates, testSequencing } from "./sequencing.ts";

function order(a: string, b: string): string {
  const [left, right] = [parseDate(a), parseDate(b)];
  if (!left || !right) throw new Error(`not dates: ${a}, ${b}`);
  return compareDates(left, right);
}

describe("compareDates", () => {
  it.each([
    ["2004-04", "2004-06", "before"],
    ["2004-06", "2005", "before"],
    ["2004", "2004-06", "undecidable"],
    ["2004-06-14", "2004-06", "undecidable"],
    ["2004-06-30", "2004-07-01", "before"],
    ["2004-06-30", "2004-06-30", "undecidable"],
    ["2004-02-29", "2004-03", "before"],
    ["2001/2005", "2005-06", "undecidable"],
    ["2001/2004", "2005-01-01", "before"],
    ["2004-12-31", "2004-12-30", "after"],
    // An approximate date reaches its own length to both sides.
    ["2004~", "2005", "undecidable"],
    ["2004~", "2006", "before"],
    ["2004-04?", "2004-06", "before"],
    ["2004-04?", "2004-05", "undecidable"],
    ["2001~/2005~", "2007", "before"],
    ["2001~/2005~", "2006", "undecidable"],
    ["2001~/2005", "2006", "before"],
  ])("%s stands to %s: %s", (a, b, expected) => {
    expect(order(a, b)).toBe(expected);
  });

  /** Independent of the bounds: every day of one against every day of the other. */
  it("agrees with comparing all days one by one", () => {
    const month = fc.tuple(fc.integer({ min: 2003, max: 2005 }), fc.integer({ min: 1, max: 12 }));
    const text = month.chain(([year, m]) =>
      fc.constantFrom(
        `${year}`,
        `${year}-${String(m).padStart(2, "0")}`,
        `${year}-${String(m).padStart(2, "0")}-15`,
      ),
    );
    const daysOf = (date: string): number[] => {
      const days: number[] = [];
      for (let day = Date.UTC(2003, 0, 1); day < Date.UTC(2006, 0, 1); day += 86_400_000) {
        if (new Date(day).toISOString().startsWith(date)) days.push(day);
      }
      return days;
    };
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [daysOf(a), daysOf(b)];
        const isBefore = left.every((one) => right.every((other) => one < other));
        const isAfter = left.every((one) => right.every((other) => one > other));
        expect(order(a, b)).toBe(isBefore ? "before" : isAfter ? "after" : "undecidable");
      }),
      { numRuns: 60 },
    );
  });
});

const GRADES = [{ country: "JPN", year: 2004 }];

function test(
  date: string | undefined,
  links: string[],
  others: Parameters<typeof createLinkLookup>[0]["entries"] = [],
) {
  const outcome = buildEntry("o", "outcome", { ...(date === undefined ? {} : { date }), links });
  const laws = [buildLaw("jpn-2005", "2005-06")];
  return testSequencing(
    outcome,
    createLinkLookup({ entries: [outcome, ...others], laws, grades: GRADES }, 6),
  );
}

describe("testSequencing", () => {
  it("fails for Japan's committee of April 2004 against the report of June 2004", () => {
    expect(test("2004-04", ["follows grade:2004"])).toMatchObject({
      verdict: "fails",
      reason: "The outcome (April 2004) came before the grade of 2004 (June 2004).",
      evidence: ["grade:2004"],
    });
  });

  it("holds for the visa of 2005 against the report of June 2004", () => {
    expect(test("2005", ["follows grade:2004"])).toMatchObject({
      verdict: "holds",
      reason: "The grade of 2004 (June 2004) came before the outcome (2005).",
    });
  });

  it("is undecidable where dates overlap", () => {
    expect(test("2004", ["follows grade:2004"])).toMatchObject({
      verdict: "undecidable",
      missing: "overlap",
      reason:
        "The grade of 2004 (June 2004) and the outcome (2004) overlap, so their dates cannot say which came first.",
    });
  });

  it("is undecidable without a date on either side", () => {
    expect(test(undefined, ["follows grade:2004"])).toMatchObject({
      verdict: "undecidable",
      missing: "no-date",
    });
    expect(test("2005", ["answers r"], [buildEntry("r", "recommendation")])).toMatchObject({
      verdict: "undecidable",
      missing: "no-date",
      evidence: ["r"],
    });
  });

  it("is undecidable where a link leads nowhere, also to a grade that is not in the record", () => {
    for (const to of ["x", "grade:2001"]) {
      const result = test("2005", [`follows ${to}`, "follows grade:2004"]);
      expect(result).toMatchObject({ verdict: "undecidable", missing: "no-target", evidence: [] });
      expect(result.pairs.map(({ verdict }) => verdict)).toEqual(["undecidable", "holds"]);
    }
  });

  it("fails where the outcome is before any one cause, and holds only where all are before it", () => {
    const early = buildEntry("p", "pressure", { date: "2003" });
    expect(test("2004-04", ["follows p", "follows grade:2004"], [early]).verdict).toBe("fails");
    expect(test("2004-07", ["follows p", "follows grade:2004"], [early])).toMatchObject({
      verdict: "holds",
      evidence: ["p", "grade:2004"],
    });
    expect(test("2004", ["follows p", "follows grade:2004"], [early]).verdict).toBe("undecidable");
  });

  it("takes laws as causes, and looks at no other kind of link", () => {
    expect(test("2006", ["follows jpn-2005"]).reason).toBe(
      "The law jpn-2005 (June 2005) came before the outcome (2006).",
    );
    expect(test("2006", ["restates jpn-2005"])).toMatchObject({
      verdict: "not-in-record",
      missing: "no-link",
    });
  });

  it("takes the month of the edition from its caller", () => {
    const outcome = buildEntry("o", "outcome", { date: "2004-04", links: ["follows grade:2004"] });
    const lookup = createLinkLookup({ entries: [outcome], laws: [], grades: GRADES }, 3);
    expect(testSequencing(outcome, lookup).verdict).toBe("holds");
  });
});
