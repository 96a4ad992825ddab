import type { Source } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import { ENTRY_KINDS, type Entry, type EntryKind } from "./entry.ts";
import { ENTRY_FORMS } from "./entry-fields.ts";
import type { ReactionCodebook } from "./reaction-codes.ts";
import { type ActorBook, readActors } from "./read-actors.ts";
import { readReactionCodes } from "./read-codebook.ts";
import { readEntryTable } from "./read-entries.ts";
import { readEntryList } from "./read-entry-list.ts";
import type { Scorecard } from "./scorecard.ts";

const KIND_OF_TABLE: ReadonlyMap<string, EntryKind> = new Map(
  ENTRY_KINDS.map((kind) => [`record/${ENTRY_FORMS[kind].file}.csv`, kind]),
);

/** The tables of the record, its actors and its codes. */
export const RECORD_TABLES: readonly string[] = [
  "actors.csv",
  "codebooks/reactions.csv",
  ...KIND_OF_TABLE.keys(),
];

/** Tells whether a file is a list of entries; `record/aid.yaml` is the codebook of a table. */
export function isEntryList(path: string): boolean {
  return /^record\/[^/]+\.yaml$/.test(path) && path !== "record/aid.yaml";
}

/** The record of a casebook. */
export interface LoadedRecord {
  readonly actors: ActorBook["actors"];
  readonly codebook: ReactionCodebook;
  readonly entries: readonly Entry[];
}

/** Reads actors, codes and entries: tables in the order of kinds, then lists in the order of names. */
export function loadRecord(
  files: { readonly paths: readonly string[]; text(path: string): Source | undefined },
  scorecard: Scorecard,
  report: Report,
): LoadedRecord {
  const textOf = (path: string) => (files.paths.includes(path) ? files.text(path) : undefined);
  const actors = readActors(textOf("actors.csv"), report);
  const codes = readReactionCodes(textOf("codebooks/reactions.csv"), report);
  const context = { actors, codes, scorecard };
  const entries: Entry[] = [];
  for (const [path, kind] of KIND_OF_TABLE) {
    const source = textOf(path);
    if (source) entries.push(...readEntryTable(source, kind, context, report));
  }
  for (const path of files.paths.filter(isEntryList).sort()) {
    const source = files.text(path);
    if (source) entries.push(...readEntryList(source, context, report));
  }
  return { actors: actors.actors, codebook: codes, entries };
}
