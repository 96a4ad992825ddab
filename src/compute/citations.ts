import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Note } from "../read/document.ts";
import { allSeries } from "./tables/series-tables.ts";
import { originalsOf } from "./translations.ts";

/** Where a source is cited. */
export interface SourceUse {
  /** Notes of cases that cite it, in reading order. */
  readonly notes: readonly { readonly case: Case; readonly note: Note }[];
  /** Data files whose rows name it, e.g. `grades.csv`, with the number of rows. */
  readonly files: readonly { readonly path: string; readonly rows: number }[];
}

/**
 * Returns the source that a note cites by its name: the note's label is the source's id, alone or before a colon
 * (`[^capobianco:13]`).
 */
export function citedSource(casebook: Casebook, label: string): string | undefined {
  if (casebook.sources.has(label)) return label;
  const id = label.slice(0, Math.max(0, label.indexOf(":")));
  return casebook.sources.has(id) ? id : undefined;
}

/** Returns the sources that a note cites: those of its citation, or the one that it is named after; each once. */
export function citedSources(casebook: Casebook, note: Note): string[] {
  if (note.citation) return [...new Set(note.citation.map(({ key }) => key))];
  const id = citedSource(casebook, note.label);
  return id === undefined ? [] : [id];
}

/** Returns for every source of the bibliography, in id order, where it is cited; nowhere is two empty lists. */
export function collectUses(casebook: Casebook): Map<string, SourceUse> {
  const notes = new Map<string, { case: Case; note: Note }[]>();
  for (const one of originalsOf(casebook)) {
    for (const note of one.document.notes) {
      for (const id of citedSources(casebook, note))
        notes.set(id, [...(notes.get(id) ?? []), { case: one, note }]);
    }
  }
  const files = new Map<string, Map<string, number>>();
  for (const { source, at } of citingRows(casebook)) {
    const counts = files.get(source) ?? new Map<string, number>();
    counts.set(at.source.path, (counts.get(at.source.path) ?? 0) + 1);
    files.set(source, counts);
  }
  return new Map(
    [...casebook.sources.keys()].map((id) => [
      id,
      {
        notes: notes.get(id) ?? [],
        files: [...(files.get(id) ?? [])].map(([path, rows]) => ({ path, rows })),
      },
    ]),
  );
}

/** Yields every row of data that names a source, known or not. */
export function* citingRows(casebook: Casebook) {
  const lists = [
    casebook.grades,
    casebook.governments,
    casebook.laws,
    casebook.grants,
    casebook.quoted,
    casebook.claims,
    casebook.library.counts,
  ];
  for (const list of lists) {
    for (const { source, at } of list) if (source !== undefined) yield { source, at };
  }
  for (const entry of casebook.entries) {
    for (const { source, at } of entry.sources) yield { source, at: at ?? entry.at };
  }
  for (const { limit } of casebook.config.scorecard.tiers) if (limit) yield limit;
  for (const series of allSeries(casebook)) {
    if (series.source !== undefined) yield { source: series.source, at: series.at };
    for (const { source, at } of series.rows) if (source !== undefined) yield { source, at };
  }
}
