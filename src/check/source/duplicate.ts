import { yearInAddress } from "../../compute/address-dates.ts";
import { findDuplicateSources, findSuffixVariants } from "../../compute/source-duplicates.ts";
import { defineCheck } from "../define-check.ts";

const GRADES = "country,year,tier,source\nJPN,2004,2WL,a\nJPN,2005,2,b\n";

function pair(first: string, second: string): Record<string, string> {
  return {
    "grades.csv": GRADES,
    "sources.json": `[{"id":"a","type":"article-newspaper",${first}},\n{"id":"b","type":"article-newspaper",${second}}]\n`,
  };
}

const OK = {
  name: "in order",
  files: pair(
    '"title":"The Report","issued":{"date-parts":[[2004]]}',
    '"title":"The Report","issued":{"date-parts":[[2005]]}',
  ),
  expect: [],
};

export const sourceDuplicate = defineCheck({
  code: "source/duplicate",
  severity: "warning",
  rule: "No source is in the bibliography twice under two ids.",
  why: "What rests on one source would seem to rest on two.",
  mend: "Keep one of the two and cite it in both places.",
  examples: [
    OK,
    {
      name: "the same address",
      files: pair(
        '"title":"A","URL":"http://www.paper.example/a/"',
        '"title":"A.","URL":"https://paper.example/a#x"',
      ),
      expect: ["sources.json:2:7 The source `b` has the same address as `a`."],
    },
    {
      name: "the same title and year",
      files: pair(
        '"title":"Trafficking blots nation’s repute","issued":{"date-parts":[[2004,11,23]]}',
        '"title":"Trafficking Blots Nation\'s Repute","issued":{"date-parts":[[2004]]}',
      ),
      expect: ["sources.json:2:7 The source `b` has the same title and year as `a`."],
    },
  ],
  *run({ index }) {
    for (const { first, second, because } of findDuplicateSources(index.casebook)) {
      yield {
        message: `The source \`${second.id}\` has ${because} as \`${first.id}\`.`,
        at: second.at,
        hint: "Keep one of the two and cite it in both places.",
        related: [{ message: "The first one is here.", at: first.at }],
      };
    }
  },
});

export const cableSuffixVariant = defineCheck({
  code: "cable/suffix-variant",
  severity: "note",
  rule: "A cable is in the bibliography once.",
  why: "A suffix, `09TOKYO1185_a`, may stand for another document or for a second copy of the same one.",
  mend: "Remove one of the two if they are one document; else leave both.",
  examples: [
    OK,
    {
      name: "with and without a suffix",
      files: {
        "grades.csv": "country,year,tier,source\nJPN,2004,2WL,09TOKYO1185\nJPN,2005,2,09TOKYO1185_a\n",
        "sources.json":
          '[{"id":"09TOKYO1185","type":"document"},\n{"id":"09TOKYO1185_a","type":"document"}]\n',
      },
      expect: [
        "sources.json:2:7 The cable `09TOKYO1185_a` has the same record number, 09TOKYO1185, as `09TOKYO1185`.",
      ],
    },
  ],
  *run({ index }) {
    for (const { first, second, because } of findSuffixVariants(index.casebook)) {
      yield {
        message: `The cable \`${second.id}\` has ${because}, as \`${first.id}\`.`,
        at: second.at,
        hint: "Check whether the two are one document.",
        related: [{ message: "The first one is here.", at: first.at }],
      };
    }
  },
});

export const sourceDateAgainstUrl = defineCheck({
  code: "source/date-against-url",
  severity: "warning",
  rule: "The year that the bibliography gives a source is the year in its address.",
  why: "Addresses of newspapers hold the day of the article; a year beside it that differs is a slip.",
  mend: "Correct the year or the address.",
  examples: [
    OK,
    {
      name: "another year",
      files: pair(
        '"title":"A","URL":"http://paper.example/2006/08/15/a","issued":{"date-parts":[[2016,8,15]]}',
        '"title":"B","URL":"http://paper.example/2006/08/15/b","issued":{"date-parts":[[2006,8,15]]}',
      ),
      expect: ["sources.json:1:8 The source `a` is dated 2016; its address is of 2006."],
    },
  ],
  *run({ index }) {
    for (const { id, url, issued, at } of index.casebook.sources.values()) {
      const year = yearInAddress(url ?? "");
      if (year === undefined || !issued || issued.year === year) continue;
      yield {
        message: `The source \`${id}\` is dated ${issued.year}; its address is of ${year}.`,
        at,
        hint: "Correct the year or the address.",
      };
    }
  },
});
