import type { Casebook } from "../../model/casebook.ts";
import { ENTRY_KINDS, type Entry, type EntryLink, type SourceReference } from "../../model/entry.ts";
import { COMMON_COLUMNS, ENTRY_FORMS } from "../../model/entry-fields.ts";
import type { DataFile, DataTable } from "./data-table.ts";

/** Columns of all kinds together, each once. */
const DETAILS = [
  ...new Set(ENTRY_KINDS.flatMap((kind) => ENTRY_FORMS[kind].fields.map((field) => field.name))),
];

const [ID, COUNTRY, ...OTHERS] = COMMON_COLUMNS;

/** Returns entries of one kind or of all as a table whose common columns are those of their files. */
export function tabulateEntries(entries: readonly Entry[], details: readonly string[] = DETAILS): DataTable {
  return {
    columns: [ID, "kind", COUNTRY, "first", "last", ...OTHERS, ...details],
    rows: entries.map((entry) => [
      entry.id,
      entry.kind,
      entry.country,
      entry.date?.first,
      entry.date?.last,
      ...OTHERS.map((column) => cellOf(entry, column)),
      ...details.map((name) => entry.details[name]),
    ]),
  };
}

/** Returns a common cell of an entry as its file writes it; undefined where there is nothing in it. */
export function cellOf(entry: Entry, column: (typeof COMMON_COLUMNS)[number]): string | undefined {
  switch (column) {
    case "date":
      return entry.date?.text;
    case "actors":
      return entry.actors.map((actor) => actor.id).join("; ") || undefined;
    case "sources":
      return entry.sources.map(formatReference).join("; ") || undefined;
    case "links":
      return entry.links.map(formatLink).join("; ") || undefined;
    default:
      return entry[column];
  }
}

function formatReference({ source, locator }: SourceReference): string {
  return locator === undefined ? source : `${source}, ${locator}`;
}

function formatLink({ relation, to }: EntryLink): string {
  return `${relation}:${to}`;
}

/** Returns the record and its actors as data files. */
export function collectRecordFiles(casebook: Casebook): DataFile[] {
  return [
    { path: "entries", label: "Record", table: tabulateEntries(casebook.entries) },
    { path: "actors", label: "Actors", table: tabulateActors(casebook) },
  ];
}

function tabulateActors(casebook: Casebook): DataTable {
  return {
    columns: ["id", "person", "role", "organisation", "kind", "country", "aliases"],
    rows: [...casebook.actors.values()].map((actor) => [
      actor.id,
      actor.person,
      actor.role,
      actor.organisation,
      actor.kind,
      actor.country,
      actor.aliases.join(";") || undefined,
    ]),
  };
}
