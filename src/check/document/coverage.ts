import type { Finding } from "../../base/diagnostic.ts";
import { formatList } from "../../base/format.ts";
import { isCableSource } from "../../compute/cables.ts";
import { type CasebookIndex, nameOf } from "../../compute/casebook-index.ts";
import { yearsWithoutDocuments } from "../../compute/document-coverage.ts";
import { findHowOften } from "../../compute/how-often.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { Entry } from "../../model/entry.ts";
import { formatYearRange, parseYearRange, type YearRange, yearsOf } from "../../model/year-range.ts";
import { type CheckContext, defineCheck } from "../define-check.ts";
import { exampleCase } from "../prose.ts";

const COUNTS = "country,year,available,read\nJPN,2004,0,0\nJPN,2005,0,0\nJPN,2006,1273,8\n";
const BASE = {
  "grades.csv": "country,year,tier\nJPN,2004,2WL\nJPN,2005,2\nJPN,2006,2\n",
  "documents.csv": COUNTS,
};
const CABLE = { "sources.json": '[{"id":"07TOKYO1028","type":"document","genre":"diplomatic cable"}]\n' };

function contact(date: string): Record<string, string> {
  const row = `jpn-1,JPN,${date},minister,A meeting.,07TOKYO1028`;
  return { "record/contacts.csv": `id,country,date,level,summary,sources\n${row}\n` };
}

export const coverageNoDocuments = defineCheck({
  code: "coverage/no-documents",
  severity: "note",
  rule: "Where `documents.csv` counts documents, what is said of a year rests on some: statements about grades, sentences without a note on how much happened, claims over the record’s entries, and entries that rest on cables alone.",
  why: "That nothing is heard of a year may mean that nothing happened, or that nothing was kept.",
  mend: "Say in the text that there are no documents for the year, name another source, or correct `documents.csv`.",
  examples: [
    {
      name: "years with documents",
      files: {
        ...BASE,
        ...CABLE,
        ...contact("2006"),
        ...exampleCase("It was :grade[Tier 2]{years=2005-2006}. Meetings were rare in 2006."),
      },
      expect: [],
    },
    {
      name: "a grade of a year without",
      files: { ...BASE, ...exampleCase("It was :grade[Tier 2 Watch List]{years=2004}.") },
      expect: [
        "cases/japan.md:5:8 “Tier 2 Watch List” is about 2004, for which documents.csv counts no documents on Japan.",
      ],
    },
    {
      name: "how much happened before",
      files: {
        ...BASE,
        ...exampleCase("The first fact.\nMeetings were infrequent before 2006, and rare in 2006."),
      },
      expect: [
        "cases/japan.md:6:15 “infrequent” tells how much happened in 2004 and 2005, for which documents.csv counts no documents on Japan.",
      ],
    },
    {
      name: "a claim over entries",
      files: {
        ...BASE,
        "claims.yaml":
          "- id: quiet\n  country: JPN\n  sql: SELECT id FROM entries WHERE year BETWEEN 2004 AND 2005\n  expect: {rows: 0}\n",
        ...exampleCase("It was :claim[quiet]{#quiet}."),
      },
      expect: [
        "claims.yaml:1:7 The claim `quiet` asks the entries of 2004 and 2005, for which documents.csv counts no documents on Japan.",
      ],
    },
    {
      name: "an entry that rests on a cable",
      files: { ...BASE, ...CABLE, ...contact("2004/2005") },
      expect: [
        "record/contacts.csv:2:1 The contact `jpn-1` is dated 2004–2005, for which documents.csv counts no documents on Japan, yet it rests on cables alone.",
      ],
    },
  ],
  *run(context) {
    const { casebook } = context.index;
    if (casebook.library.counts.length === 0) return;
    yield* gradeFindings(context);
    yield* proseFindings(context.index);
    yield* claimFindings(context);
    for (const entry of casebook.entries) yield* entryFindings(casebook, entry);
  },
});

function* gradeFindings({ index: { casebook }, claims }: CheckContext): Generator<Finding> {
  for (const { node, kind, caseId, text, at } of claims) {
    if (kind !== "grade") continue; // a number of a series rests on the series
    const { years: written, year, country: named } = node.attributes.values;
    const years = parseYearRange(written ?? year ?? "");
    const country = named ?? casebook.cases.find(({ id }) => id === caseId)?.country;
    if (!years || country === undefined || !isWithoutDocuments(casebook, country, years)) continue;
    yield {
      message: `“${text}” is about ${formatYearRange(years)}, ${noDocuments(casebook, country)}.`,
      at,
      hint: "Say that it rests on data alone, or correct documents.csv.",
    };
  }
}

/** A sentence need only touch a year without: the quiet and the busy years are compared with each other. */
function* proseFindings({ casebook }: CasebookIndex): Generator<Finding> {
  for (const one of casebook.cases) {
    const { country } = one;
    if (country === undefined) continue;
    const without = new Set(yearsWithoutDocuments(casebook, country, casebook.config.years));
    if (without.size === 0) continue;
    for (const { word, years, span } of findHowOften(one, casebook.config.years)) {
      const touched = years.filter((year) => without.has(year));
      if (touched.length === 0) continue;
      yield {
        message: `“${word}” tells how much happened in ${formatYears(touched)}, ${noDocuments(casebook, country)}.`,
        at: { source: one.document.source, ...span },
        hint: "Say from where it is known, in a note, or that nothing can be known.",
      };
    }
  }
}

function* claimFindings({ index: { casebook }, named }: CheckContext): Generator<Finding> {
  for (const { claim } of named) {
    const { question, country } = claim;
    if (question.kind !== "sql" || country === undefined || !/\bentries\b/i.test(question.sql)) continue;
    const years = [...new Set(question.sql.match(/\b(?:19|20)\d\d\b/g))].map(Number).sort();
    const isWithout = years.every((year) =>
      isWithoutDocuments(casebook, country, { first: year, last: year }),
    );
    if (years.length === 0 || !isWithout) continue;
    yield {
      message: `The claim \`${claim.id}\` asks the entries of ${formatYears(years)}, ${noDocuments(casebook, country)}.`,
      at: claim.at,
      hint: "Give it a `not_in_record:`, or correct documents.csv.",
    };
  }
}

/** What is told of contacts and reactions; outcomes and factors are known from elsewhere. */
const TOLD = new Set(["contact", "recommendation", "pressure", "reaction", "comparison"]);

function* entryFindings(casebook: Casebook, entry: Entry): Generator<Finding> {
  const { kind, country, date, sources } = entry;
  if (!TOLD.has(kind) || !date || sources.length === 0) return;
  const isOnCables = sources.every(({ source }) => {
    const found = casebook.sources.get(source);
    return found !== undefined && isCableSource(found);
  });
  const years = { first: Number(date.first.slice(0, 4)), last: Number(date.last.slice(0, 4)) };
  if (!isOnCables || !isWithoutDocuments(casebook, country, years)) return;
  yield {
    message: `The ${kind} \`${entry.id}\` is dated ${formatYearRange(years)}, ${noDocuments(casebook, country)}, yet it rests on cables alone.`,
    at: entry.at,
    hint: "Check its date, or say in its note that the cable looks back.",
  };
}

/** Tells whether every year of a range is known to have no documents. */
function isWithoutDocuments(casebook: Casebook, country: string, years: YearRange): boolean {
  return yearsWithoutDocuments(casebook, country, years).length === yearsOf(years).length;
}

function noDocuments(casebook: Casebook, country: string): string {
  return `for which documents.csv counts no documents on ${nameOf(casebook, country)}`;
}

function formatYears(years: readonly number[]): string {
  return formatList(years.map(String));
}
