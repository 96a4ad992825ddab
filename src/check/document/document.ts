import { suggest } from "../../base/nearest.ts";
import { positionOfFile } from "../../base/source.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { yearsWithoutDocuments } from "../../compute/document-coverage.ts";
import { formatYearRange, parseYearRange, yearsOf } from "../../model/year-range.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase } from "../prose.ts";

const COUNTS = "country,year,available,read\nJPN,2004,0,0\nJPN,2005,0,0\nJPN,2006,1273,8\n";
const GRADES = "country,year,tier\nJPN,2004,2WL\nJPN,2005,2\nJPN,2006,2\n";

export const coverageNoDocuments = defineCheck({
  code: "coverage/no-documents",
  severity: "note",
  rule: "Where `documents.csv` counts documents, a statement about a grade is about years of which one has some.",
  why: "That nothing is heard of a year may mean that nothing happened, or that nothing was kept.",
  mend: "Say in the text that there are no documents for the year, or correct `documents.csv`.",
  examples: [
    {
      name: "a year with documents",
      files: {
        "grades.csv": GRADES,
        "documents.csv": COUNTS,
        ...exampleCase("It was :grade[Tier 2]{years=2005-2006}."),
      },
      expect: [],
    },
    {
      name: "a year without",
      files: {
        "grades.csv": GRADES,
        "documents.csv": COUNTS,
        ...exampleCase("It was :grade[Tier 2 Watch List]{years=2004}."),
      },
      expect: [
        "cases/japan.md:5:8 “Tier 2 Watch List” is about 2004, for which documents.csv counts no documents on Japan.",
      ],
    },
  ],
  *run({ index, claims }) {
    const { casebook } = index;
    if (casebook.library.counts.length === 0) return;
    for (const { node, kind, caseId, text, at } of claims) {
      if (kind !== "grade") continue; // a number of a series rests on the series
      const { years: written, year, country: named } = node.attributes.values;
      const years = parseYearRange(written ?? year ?? "");
      const country = named ?? casebook.cases.find(({ id }) => id === caseId)?.country;
      if (!years || country === undefined) continue;
      const without = yearsWithoutDocuments(casebook, country, years);
      if (without.length < yearsOf(years).length) continue;
      yield {
        message: `“${text}” is about ${formatYearRange(years)}, for which documents.csv counts no documents on ${nameOf(casebook, country)}.`,
        at,
        hint: "Say that it rests on data alone, or correct documents.csv.",
      };
    }
  },
});

const MEMO = {
  "grades.csv": "country,year,tier,source\nJPN,2004,2WL,memo\n",
  "sources.json": '[{"id":"memo","type":"document"}]\n',
};

export const documentNoSource = defineCheck({
  code: "document/no-source",
  severity: "warning",
  rule: "Every text in `documents/` is named after a source of the bibliography.",
  why: "A text that no source names is held against nothing and shown nowhere.",
  mend: "Rename the file after the source's id, or add the source.",
  examples: [
    { name: "in order", files: { ...MEMO, "documents/memo.txt": "A text.\n" }, expect: [] },
    {
      name: "misspelt",
      files: { ...MEMO, "documents/mem.txt": "A text.\n" },
      expect: ["documents/mem.txt:1:1 No source has the id `mem`."],
    },
  ],
  *run({ index: { casebook }, damaged }) {
    if ([...damaged].some((path) => /^[^/]+\.(json|bib)$/.test(path))) return;
    for (const [id, text] of casebook.library.texts) {
      if (casebook.sources.has(id)) continue;
      yield {
        message: `No source has the id \`${id}\`.`,
        at: positionOfFile(text),
        hint: suggest(id, casebook.sources.keys(), "Add it to sources.json, or rename the file."),
      };
    }
  },
});
