import { cellBeside, type Position } from "../../base/source.ts";
import type { Casebook } from "../../model/casebook.ts";
import { type Country, suggestCountry } from "../../model/country.ts";
import { isYearIn } from "../../model/year-range.ts";
import { defineCheck } from "../define-check.ts";

const OK = { name: "in order", files: { "grades.csv": "country,year,tier\nJPN,2004,2WL\n" }, expect: [] };

export const countryUndeclared = defineCheck({
  code: "country/undeclared",
  severity: "error",
  rule: "`countries.csv` names places by ISO 3166-1 alpha-3 code, or declares them with three letters and a name.",
  why: "Ids are what every file has in common.",
  mend: "Use the ISO code, or give the place a name.",
  examples: [
    { name: "declared", files: { "countries.csv": "country,name\nXKX,Kosovo\n" }, expect: [] },
    {
      name: "neither",
      files: { "countries.csv": "country,name\nKos,\n" },
      expect: ["countries.csv:2:1 `Kos` is not an ISO 3166-1 code, and the row does not declare a place."],
    },
  ],
});

export const countrySharedName = defineCheck({
  code: "country/shared-name",
  severity: "error",
  rule: "No two places have a name or alias in common.",
  why: "A case, a row of an import or a hint that has the name would go to one of them, and nobody could say why.",
  mend: "Leave the name to one of them.",
  examples: [
    {
      name: "one each",
      files: { "countries.csv": "country,name,aliases\nKOR,South Korea,ROK\n" },
      expect: [],
    },
    {
      name: "an alias of two",
      files: { "countries.csv": "country,aliases\nKOR,Korea\nPRK,korea\n" },
      expect: ["countries.csv:3:5 `korea` is a name of PRK and of KOR."],
    },
    {
      name: "the name of another",
      files: { "countries.csv": "country,name\nXCY,Cyprus\n" },
      expect: ["countries.csv:2:5 `Cyprus` is a name of XCY and of CYP."],
    },
  ],
});

export const countryUnknown = defineCheck({
  code: "country/unknown",
  severity: "error",
  rule: "Every row and case is about a country that ISO 3166-1 lists or `countries.csv` declares.",
  why: "A misspelt code silently drops a country from every count.",
  mend: "Use the ISO 3166-1 alpha-3 code, or declare the place in `countries.csv`.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: { "grades.csv": "country,year,tier\nJPM,2004,2WL\n" },
      expect: ["grades.csv:2:1 `JPM` is not a country."],
    },
    {
      name: "compared with",
      files: {
        "record/comparisons.csv":
          "id,country,summary,claim,compared_country\njpn-1,JPN,Unfair.,unfair,KOR;CNA\n",
      },
      expect: ["record/comparisons.csv:2:26 `CNA` is not a country."],
    },
    {
      name: "of a hypothesis",
      files: {
        "hypotheses.yaml": "hypotheses:\n  - {id: grade, statement: It moved., prior: 0.5, country: JPM}\n",
      },
      expect: ["hypotheses.yaml:2:60 `JPM` is not a country."],
    },
    {
      name: "in a case's header",
      files: { "cases/a.md": "title: A\ncountry: Jpan\n\nProse.\n" },
      expect: ["cases/a.md:2:10 `Jpan` is not a country."],
    },
  ],
  *run({ index, damaged }) {
    const { countries } = index.casebook;
    if (damaged.has("countries.csv")) return;
    for (const { country, at } of countryRows(index.casebook)) {
      if (countries.has(country)) continue;
      yield {
        message: `\`${country}\` is not a country.`,
        at: countryCell(at),
        hint: suggestCountry(country, countries),
      };
    }
  },
});

export const countryNoState = defineCheck({
  code: "country/no-such-state",
  severity: "error",
  rule: "A grade or law is of a state that existed that year.",
  why: "A grade of Montenegro in 2004 would count twice what Serbia and Montenegro got once.",
  mend: "Use the state of that year, e.g. SCG for Serbia and Montenegro 2003–2006, or declare other years in `countries.csv` (`from`, `to`).",
  examples: [
    {
      name: "after independence",
      files: { "grades.csv": "country,year,tier\nSSD,2012,2WL\nMNE,2006,2\n" },
      expect: [],
    },
    {
      name: "before independence",
      files: { "grades.csv": "country,year,tier\nMNE,2004,2WL\n" },
      expect: ["grades.csv:2:5 Montenegro was not a state in 2004."],
    },
    {
      name: "after the end",
      files: { "grades.csv": "country,year,tier\nSCG,2008,2\n" },
      expect: ["grades.csv:2:5 Serbia and Montenegro was not a state in 2008."],
    },
  ],
  *run({ index }) {
    const { grades, laws, countries, config } = index.casebook;
    const rows = [
      ...grades
        .filter(({ year }) => isYearIn(config.years, year))
        .map((grade) => ({ ...grade, header: "year" })),
      ...laws.map((law) => ({ ...law, year: Number(law.date.last.slice(0, 4)), header: "date" })),
    ];
    for (const { country, year, at, header } of rows) {
      const state = countries.get(country);
      if (!state || (year >= (state.from ?? 0) && year <= (state.to ?? 9999))) continue;
      yield {
        message: `${state.name} was not a state in ${year}.`,
        at: "header" in at ? cellBeside(at, header) : at,
        hint: yearsInWords(state),
      };
    }
  },
});

function* countryRows(casebook: Casebook): Generator<{ country: string; at: Position }> {
  const { grades, governments, laws, grants, quoted, series, aid, entries, library, hypotheses } = casebook;
  for (const list of [grades, governments, laws, grants, quoted, entries]) yield* list;
  for (const { details, at } of entries) {
    for (const country of details["compared_country"]?.split("; ") ?? []) {
      yield { country, at: "header" in at ? cellBeside(at, "compared_country") : at };
    }
  }
  for (const one of series.values()) yield* one.rows;
  if (aid) yield* aid.rows;
  yield* library.posts.values();
  yield* library.counts;
  for (const { country, countryAt, at } of hypotheses) {
    if (country !== undefined) yield { country, at: countryAt ?? at };
  }
}

function countryCell(at: Position): Position {
  return "header" in at && at.header !== "compared_country" ? cellBeside(at, "country") : at;
}

function yearsInWords(state: Country): string {
  if (state.from !== undefined && state.to !== undefined) {
    return `It was one from ${state.from} to ${state.to}; countries.csv can say otherwise (from, to).`;
  }
  return state.from !== undefined
    ? `It is one since ${state.from}; countries.csv can say otherwise (from).`
    : `It was one until ${state.to}; countries.csv can say otherwise (to).`;
}
