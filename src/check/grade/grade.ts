import { isMissing } from "../../base/missing.ts";
import { cellBeside, type Position } from "../../base/source.ts";
import type { Casebook } from "../../model/casebook.ts";
import { formatYearRange, isYearIn } from "../../model/year-range.ts";
import { defineCheck } from "../define-check.ts";
import { findTwins } from "../twins.ts";

const OK = {
  name: "in order",
  files: { "grades.csv": "country,year,tier\nJPN,2003,2\nJPN,2004,2WL\n" },
  expect: [],
};

export const gradeNotOnScale = defineCheck({
  code: "grade/not-on-scale",
  severity: "error",
  rule: "A tier is one of the scorecard's, or a reason why there is none.",
  why: "Other codes, such as 2.5 or 555, mean different things in different files.",
  mend: "Use an id that `casebook.yaml` declares under `tiers`, or not-in-report, special-case, not-coded.",
  examples: [
    OK,
    {
      name: "a code",
      files: { "grades.csv": "country,year,tier\nJPN,2004,2.5\n" },
      expect: ["grades.csv:2:10 `2.5` is not a tier of the scorecard."],
    },
  ],
});

export const gradeTierTooEarly = defineCheck({
  code: "grade/tier-too-early",
  severity: "error",
  rule: "A tier is given only in years in which the scorecard has it.",
  why: "The Watch List begins in 2004; a Watch List grade of 2003 is a slip in the year or in the tier.",
  mend: "Correct the year or the tier, or the tier's `since` in `casebook.yaml`.",
  examples: [
    OK,
    {
      name: "a watch list before there was one",
      files: { "grades.csv": "country,year,tier\nJPN,2003,2WL\n" },
      expect: ["grades.csv:2:10 Tier 2 Watch List does not exist in 2003; it begins in 2004."],
    },
  ],
  *run({ index }) {
    const { years } = index.casebook.config;
    for (const { tier, year, at } of index.casebook.grades) {
      if (isMissing(tier) || year >= tier.since || !isYearIn(years, year)) continue;
      yield {
        message: `${tier.label} does not exist in ${year}; it begins in ${tier.since}.`,
        at,
        hint: "Correct the year or the tier.",
      };
    }
  },
});

export const gradeDuplicate = defineCheck({
  code: "grade/duplicate",
  severity: "error",
  rule: "A country has one grade a year.",
  why: "Of two grades only one can be true, and counts would have both.",
  mend: "Remove one of the rows.",
  examples: [
    OK,
    {
      name: "twice",
      files: { "grades.csv": "country,year,tier\nJPN,2004,2WL\nJPN,2004,2\n" },
      expect: ["grades.csv:3:1 JPN has two grades in 2004."],
    },
  ],
  *run({ index }) {
    for (const { item, first } of findTwins(index.casebook.grades, (one) => `${one.country} ${one.year}`)) {
      const { country, year, at } = item;
      yield {
        message: `${country} has two grades in ${year}.`,
        at: "header" in at ? cellBeside(at, "country") : at,
        hint: "Remove one of the rows.",
        related: [{ message: "The first one is here.", at: first.at }],
      };
    }
  },
});

export const yearOutOfRange = defineCheck({
  code: "value/year-out-of-range",
  severity: "error",
  rule: "Every row lies within the years that `casebook.yaml` declares.",
  why: "A year such as 9999 or 20004 is a slip or a code, and would stretch every axis.",
  mend: "Correct the year, remove the row, or widen `years`.",
  examples: [
    OK,
    {
      name: "9999",
      files: { "grades.csv": "country,year,tier\nJPN,9999,2\n" },
      expect: ["grades.csv:2:5 9999 lies outside the casebook's years, 2001–2015."],
    },
  ],
  *run({ index }) {
    const { years } = index.casebook.config;
    for (const { year, at } of yearRows(index.casebook)) {
      if (isYearIn(years, year)) continue;
      yield {
        message: `${year} lies outside the casebook's years, ${formatYearRange(years)}.`,
        at: "header" in at ? cellBeside(at, "year") : at,
        hint: "Correct the year, or widen `years` in casebook.yaml.",
      };
    }
  },
});

function* yearRows(casebook: Casebook): Generator<{ year: number; at: Position }> {
  yield* casebook.grades;
  yield* casebook.grants;
  for (const one of casebook.series.values()) yield* one.rows;
  if (casebook.aid) yield* casebook.aid.rows;
}
