import { isMissing } from "../../base/missing.ts";
import { codesOf } from "../../model/country-codes.ts";
import {
  type CasebookTable,
  countryColumn,
  integerColumn,
  reasonColumn,
  sourceColumn,
  textColumn,
} from "./table.ts";

/** All places that can be graded, with their codes in other data. */
export const countriesTable: CasebookTable = {
  name: "countries",
  define: () => ({
    name: "countries",
    label: "Countries",
    description:
      "One place that can be graded: those of ISO 3166-1, states that are no more, and those that the casebook declares.",
    key: ["id"],
    columns: [
      textColumn("id", "ISO 3166-1 alpha-3 code, or three letters that the casebook declares", {
        isNeeded: true,
      }),
      textColumn("name", "common English name, or the one that the casebook declares", { isNeeded: true }),
      integerColumn("cow", "Correlates of War state number"),
      integerColumn("gw", "Gleditsch–Ward state number"),
      textColumn("alpha2", "ISO 3166-1 alpha-2 code; XK for Kosovo, which ISO leaves to its users"),
      textColumn("alpha3", "ISO 3166-1 alpha-3 code, only where ISO lists the place"),
      textColumn("wb", "code in the World Development Indicators; CHI for Guernsey and for Jersey"),
      integerColumn("state_from", "first year in which it was a state, where it became one since 1989"),
      integerColumn("state_to", "last year in which it was a state, where it is none"),
    ],
  }),
  rows: ({ countries }) =>
    [...countries.values()].map(({ id, name, cow, from, to, groups }) => {
      const { gw, alpha2, alpha3, worldBank } = codesOf(id);
      return [groups[0]?.at, id, name, cow, gw, alpha2, alpha3, worldBank, from, to];
    }),
};

/** Which countries belong together, and when. */
export const groupsTable: CasebookTable = {
  name: "groups",
  define: () => ({
    name: "groups",
    label: "Groups of countries",
    description: "One span of years in which a country belongs to a group, such as `developed`.",
    identity: ["country", "name", "year_from"],
    columns: [
      countryColumn(),
      textColumn("name", "the group", { isNeeded: true }),
      integerColumn("year_from", "first year; 0 where the casebook names none", { isNeeded: true }),
      integerColumn("year_to", "last year; 9999 where the casebook names none", { isNeeded: true }),
    ],
  }),
  rows: ({ countries }) =>
    [...countries.values()].flatMap(({ id, groups }) =>
      groups.map(({ group, years, at }) => [at, id, group, years.first, years.last] as const),
    ),
};

/** The scorecard's tiers. */
export const tiersTable: CasebookTable = {
  name: "tiers",
  define: () => ({
    name: "tiers",
    label: "Tiers",
    description: "One tier of the scorecard, best first.",
    key: ["id"],
    columns: [
      textColumn("id", "the tier, as `grades` writes it", { isNeeded: true }),
      textColumn("label", "its name", { isNeeded: true }),
      integerColumn("rank", "its place in the order; 1 is the best", { isNeeded: true }),
      integerColumn("since", "the first year in which it exists", { isNeeded: true }),
    ],
  }),
  rows: ({ config: { scorecard, at } }) =>
    scorecard.tiers.map(({ id, label, rank, since }) => [at, id, label, rank + 1, since]),
};

/** What the scorecard said. */
export const gradesTable: CasebookTable = {
  name: "grades",
  define: ({ config: { scorecard } }) => ({
    name: "grades",
    label: "Grades",
    description: `What the ${scorecard.name} said of one country in one year.`,
    key: ["country", "year"],
    columns: [
      countryColumn(),
      integerColumn("year", "the edition of the scorecard", { isNeeded: true }),
      textColumn("tier", "the tier", {
        reason: "reason",
        refersTo: "tiers",
        codes: scorecard.tiers.map(({ id, label }) => ({ value: id, label })),
      }),
      integerColumn("rank", "the tier's place in the order; 1 is the best", { reason: "reason" }),
      reasonColumn("tier"),
      sourceColumn(),
      integerColumn("line", "the line of `grades.csv` in the casebook"),
      textColumn("note", "what the casebook adds"),
    ],
  }),
  rows: ({ grades }) =>
    grades.map(({ country, year, tier, source, note, at }) => {
      const [id, rank, reason] = isMissing(tier)
        ? [undefined, undefined, tier.missing]
        : [tier.id, tier.rank + 1, undefined];
      return [at, country, year, id, rank, reason, source, "line" in at ? at.line : undefined, note];
    }),
};
