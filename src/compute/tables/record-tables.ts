import { yearOf } from "../../base/edtf.ts";
import { cellBeside } from "../../base/source.ts";
import { LAW_LEVELS } from "../../model/record.ts";
import {
  type CasebookTable,
  countryColumn,
  integerColumn,
  realColumn,
  reasonColumn,
  sourceColumn,
  splitMissing,
  textColumn,
} from "./table.ts";

/** Who governed. */
export const governmentsTable: CasebookTable = {
  name: "governments",
  define: () => ({
    name: "governments",
    label: "Governments",
    description: "One term of a head of government or state; who returns has two.",
    identity: ["country", "person", "date_from"],
    columns: [
      countryColumn(),
      textColumn("person", "the name in full", { isNeeded: true }),
      textColumn("family_name", "the name that labels show", { isNeeded: true }),
      textColumn("office", "the office"),
      textColumn("date_from", "first day, as far as it is known (EDTF)", { isNeeded: true }),
      textColumn("date_to", "last day (EDTF); empty while the term goes on"),
      sourceColumn(),
    ],
  }),
  rows: ({ governments }) =>
    governments.map((one) => [
      one.at,
      one.country,
      one.person,
      one.familyName,
      one.office,
      one.start.text,
      one.end?.text,
      one.source,
    ]),
};

const LEVEL_LABELS: Readonly<Record<(typeof LAW_LEVELS)[number], string>> = {
  partial: "some forms of trafficking are crimes",
  full: "all forms of trafficking are crimes",
  strengthened: "a law that was there has been strengthened",
};

/** What was made law. */
export const lawsTable: CasebookTable = {
  name: "laws",
  define: () => ({
    name: "laws",
    label: "Laws",
    description: "One law, with the level of criminalization that it brings.",
    key: ["id"],
    columns: [
      textColumn("id", "the law", { isNeeded: true }),
      countryColumn(),
      textColumn("date", "when it was enacted, as far as it is known (EDTF)", { isNeeded: true }),
      integerColumn("year", "the year of that", { isNeeded: true }),
      textColumn("level", "how far it goes", {
        isNeeded: true,
        codes: LAW_LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] })),
      }),
      textColumn("title", "its title"),
      integerColumn("coded_from", "the first year whose report could count it, where data say so"),
      sourceColumn(),
      textColumn("note", "what the casebook adds"),
    ],
  }),
  rows: ({ laws }) =>
    laws.map((law) => [
      law.at,
      law.id,
      law.country,
      law.date.text,
      yearOf(law.date),
      law.level,
      law.title,
      law.codedFrom,
      law.source,
      law.note,
    ]),
};

/** What was given. */
export const grantsTable: CasebookTable = {
  name: "grants",
  define: ({ config: { statistics } }) => {
    const unit = statistics?.rows.find((row) => row.from === "record/grants" && row.scale === 1)?.unit;
    return {
      name: "grants",
      label: "Grants",
      description: "One grant.",
      key: ["id"],
      columns: [
        textColumn("id", "the grant", { isNeeded: true }),
        countryColumn("the country in which it is spent"),
        integerColumn("year", "the year of the grant", { isNeeded: true }),
        textColumn("recipient", "who gets it"),
        textColumn("subrecipient", "to whom it is passed on"),
        realColumn("amount", "its amount", { reason: "reason", ...(unit === undefined ? {} : { unit }) }),
        reasonColumn("amount"),
        textColumn("purposes", "what for, separated by semicolons"),
        textColumn("recipient_type", "kind of recipient"),
        sourceColumn(),
        textColumn("note", "what the casebook adds"),
      ],
    };
  },
  rows: ({ grants }) =>
    grants.map((grant) => [
      "header" in grant.at ? cellBeside(grant.at, "amount") : grant.at,
      grant.id,
      grant.country,
      grant.year,
      grant.recipient,
      grant.subrecipient,
      ...splitMissing(grant.amount),
      grant.purposes.join(";"),
      grant.recipientType,
      grant.source,
      grant.note,
    ]),
};

/** Printed statistics whose yearly numbers the casebook does not hold. */
export const quotedTable: CasebookTable = {
  name: "quoted",
  define: () => ({
    name: "quoted",
    label: "Quoted statistics",
    description: "One printed statistic whose yearly numbers the casebook does not hold.",
    identity: ["statistic", "country", "vintage"],
    columns: [
      textColumn("statistic", "the statistic", { isNeeded: true }),
      countryColumn(),
      realColumn("value", "its value, in the unit that `statistics` names", { reason: "reason" }),
      reasonColumn("value"),
      integerColumn("year_from", "the first year that it is about", { isNeeded: true }),
      integerColumn("year_to", "the last year that it is about", { isNeeded: true }),
      sourceColumn("where it is printed"),
      textColumn("vintage", "which edition of the source's data, in its words or as a date", {
        isNeeded: true,
      }),
      textColumn("note", "what the casebook adds"),
    ],
  }),
  rows: ({ quoted }) =>
    quoted.map((one) => [
      one.at,
      one.statistic,
      one.country,
      ...splitMissing(one.value),
      one.years.first,
      one.years.last,
      one.source,
      one.vintage,
      one.note,
    ]),
};
