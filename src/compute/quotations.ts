import type { Position } from "../base/source.ts";
import { lineColumnAt } from "../base/source.ts";
import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Note } from "../read/document.ts";
import { cableWordsOf } from "./cables.ts";
import { citedSources } from "./citations.ts";
import { quotedIn } from "./quotation-marks.ts";
import { findQuotation } from "./quoted-text.ts";
import { type Mark, type Run, runsOf } from "./sentences.ts";

/** Words in quotation marks that a note ties to a source. */
export interface Quotation {
  readonly case: Case;
  readonly words: string;
  /** The notes at the first mark behind it. */
  readonly notes: readonly Note[];
  /** Ids of the sources that they cite. */
  readonly sources: readonly string[];
  /** Without the text of its source it is not in the record, never "holds". */
  readonly verdict: "holds" | "fails" | "not-in-record";
  /** Where it was found: the source, and the line of its text in `documents/`, from 1. */
  readonly found?: { readonly source: string; readonly line: number };
  readonly at: Position;
}

const computed = new WeakMap<Casebook, readonly Quotation[]>();

/** Returns the quotations of all cases whose note names a source, each held against the text of the source. */
export function quotationsOf(casebook: Casebook): readonly Quotation[] {
  let found = computed.get(casebook);
  if (!found) {
    found = casebook.cases.flatMap((one) => quotationsIn(casebook, one));
    computed.set(casebook, found);
  }
  return found;
}

const byNote = new WeakMap<Casebook, ReadonlyMap<Note, readonly Quotation[]>>();

/** Returns the quotations that a note stands behind. */
export function quotationsOfNote(casebook: Casebook, note: Note): readonly Quotation[] {
  let found = byNote.get(casebook);
  if (!found) {
    const groups = new Map<Note, Quotation[]>();
    for (const quotation of quotationsOf(casebook)) {
      for (const one of quotation.notes) {
        const group = groups.get(one);
        if (group) group.push(quotation);
        else groups.set(one, [quotation]);
      }
    }
    found = groups;
    byNote.set(casebook, found);
  }
  return found.get(note) ?? [];
}

function quotationsIn(casebook: Casebook, one: Case): Quotation[] {
  const sourced = new Map(
    one.document.notes.flatMap((note) => {
      const sources = sourcesOf(casebook, note);
      return sources.length === 0 ? [] : [[note.label, sources] as const];
    }),
  );
  if (sourced.size === 0) return [];
  const notes = new Map(one.document.notes.map((note) => [note.label, note]));
  return runsOf(one.document).flatMap((run) =>
    quotedIn(run.text).flatMap(({ words, end }): Quotation[] => {
      const marks = marksBehind(run, end).filter(({ offset }) => isTied(words, run.text.slice(end, offset)));
      const cited = marks.flatMap(({ node }) => notes.get(node.label) ?? []);
      const sources = [...new Set(cited.flatMap((note) => sourced.get(note.label) ?? []))];
      const [first] = marks;
      if (!first || sources.length === 0) return [];
      const at = placeOf(one, run, { words, mark: first });
      return [{ case: one, words, notes: cited, sources, at, ...judge(casebook, sources, words) }];
    }),
  );
}

function judge(
  casebook: Casebook,
  sources: readonly string[],
  words: string,
): Pick<Quotation, "verdict" | "found"> {
  const texts = sources.map((id) => ({ id, text: casebook.library.texts.get(id) }));
  for (const { id, text } of texts) {
    const offset = text && findQuotation(text, words);
    if (text && offset !== undefined)
      return { verdict: "holds", found: { source: id, line: lineColumnAt(text, offset).line } };
  }
  return { verdict: texts.every(({ text }) => text) ? "fails" : "not-in-record" };
}

/** Sources that a note cites; of a note by hand also the cables of the bibliography that it names. */
function sourcesOf(casebook: Casebook, note: Note): string[] {
  const cited = citedSources(casebook, note);
  return cited.length > 0 ? cited : cableWordsOf(note).filter((word) => casebook.sources.has(word));
}

/** Farthest that a note may stand behind the words that it ties to its source, in characters. */
const MAX_BETWEEN = 2000;

/** Returns the first mark behind an offset and those at the same place, unless a sentence begins between. */
function marksBehind(run: Run, end: number): Mark[] {
  const index = indexOfMark(run.marks, end);
  const first = run.marks[index];
  if (!first || first.offset - end > MAX_BETWEEN) return [];
  const between = run.text.slice(end, first.offset);
  const closing = run.text.slice(Math.max(0, end - 8), end);
  if (/[.!?]['"”’)]*\s+\p{Lu}/u.test(between)) return [];
  if (/[.!?]['”’]+$/.test(closing) && /^\s+\p{Lu}/u.test(between)) return [];
  const marks: Mark[] = [];
  for (let i = index; run.marks[i]?.offset === first.offset; i++) marks.push(run.marks[i] as Mark);
  return marks;
}

/** Returns the index of the first mark that does not stand before an offset. */
function indexOfMark(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A single word may be in quotation marks for its own sake; it is a quotation only directly before the mark. */
function isTied(words: string, between: string): boolean {
  return /[\p{L}\p{N}]\P{L}*\s\P{L}*[\p{L}\p{N}]/u.test(words) || !/[\p{L}\p{N}]/u.test(between);
}

/** Where the words stand in the file; their note's mark where they cannot be found again. */
function placeOf(one: Case, run: Run, { words, mark }: { words: string; mark: Mark }): Position {
  const { source } = one.document;
  const from = Math.max(run.span.start, mark.node.start - 2 * (words.length + MAX_BETWEEN));
  const before = source.text.slice(from, mark.node.start);
  const pattern = words
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 4)
    .join("[^\\p{L}\\p{N}]+");
  const match = pattern === "" ? undefined : [...before.matchAll(new RegExp(pattern, "gu"))].at(-1);
  if (!match) return { source, start: mark.node.start, end: mark.node.end };
  const start = from + match.index;
  return { source, start, end: start + match[0].length };
}
