import type { Casebook } from "../../model/casebook.ts";
import { collectUses } from "../citations.ts";
import { caseAddress } from "../links.ts";
import { type CasebookTable, integerColumn, type TableRow, textColumn } from "./table.ts";

/** What is cited. */
export const sourcesTable: CasebookTable = {
  name: "sources",
  define: () => ({
    name: "sources",
    label: "Sources",
    description: "One citable thing.",
    key: ["id"],
    columns: [
      textColumn("id", "the source; of a cable its record number", { isNeeded: true }),
      textColumn("type", "kind of source, in the words of CSL", { isNeeded: true }),
      textColumn("title", "its title"),
      integerColumn("year", "year of publication"),
      integerColumn("month", "month of publication", { range: [1, 12] }),
      integerColumn("day", "day of publication", { range: [1, 31] }),
      textColumn("url", "its address"),
    ],
  }),
  rows: ({ sources }) =>
    [...sources.values()].map((source) => [
      source.at,
      source.id,
      source.type,
      source.title,
      source.issued?.year,
      source.issued?.month,
      source.issued?.day,
      source.url,
    ]),
};

/** The written accounts. */
export const casesTable: CasebookTable = {
  name: "cases",
  define: () => ({
    name: "cases",
    label: "Cases",
    description: "One written account of a country.",
    key: ["id"],
    columns: [
      textColumn("id", "the case", { isNeeded: true }),
      textColumn("title", "its title", { isNeeded: true }),
      textColumn("country", "the country that it is about", { refersTo: "countries" }),
      textColumn("date", "when it was written (EDTF)"),
      textColumn("address", "its page, relative to the site", { isNeeded: true }),
    ],
  }),
  rows: ({ cases }) =>
    cases.map((one) => [one.slug.at, one.id, one.title, one.country, one.date?.text, caseAddress(one)]),
};

/** Where a case cites a source. */
export const citationsTable: CasebookTable = {
  name: "citations",
  define: () => ({
    name: "citations",
    label: "Citations",
    description: "One source that a note of a case cites.",
    identity: ["case_id", "note", "source"],
    columns: [
      textColumn("case_id", "the case", { refersTo: "cases", isNeeded: true }),
      integerColumn("note", "the number of the note; empty where nothing leads to the note"),
      textColumn("source", "the source that it cites", { refersTo: "sources", isNeeded: true }),
    ],
  }),
  rows: citationRows,
};

function* citationRows(casebook: Casebook): Generator<TableRow> {
  for (const [source, { notes }] of collectUses(casebook)) {
    for (const { case: one, note } of notes) {
      const at = { source: one.document.source, start: note.span.start, end: note.span.end };
      yield [at, one.id, note.number, source];
    }
  }
}
