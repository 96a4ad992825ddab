import type { Missing } from "../base/missing.ts";
import type { Position } from "../base/source.ts";
import type { BibliographicSource } from "../model/bibliography.ts";
import { type CableId, findCableWords, isCableId, parseCableId } from "../model/cable-id.ts";
import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Post } from "../model/library.ts";
import type { Note } from "../read/document.ts";
import { bracketCable, type CableMonths, createSerialIndex, type SerialIndex } from "./cable-dating.ts";
import { textOfNote, withoutAddresses } from "./note-text.ts";

/** A word that is a cable's record number, or was meant as one. */
export interface CableMention {
  readonly word: string;
  readonly at: Position;
  /** The source that has the number, or the note in which it stands. */
  readonly source?: BibliographicSource;
  readonly note?: { readonly case: Case; readonly note: Note };
}

/** Returns the record number of a source; undefined where the source is no cable or its number is malformed. */
export function cableOf(source: BibliographicSource): CableId | undefined {
  if (!isCableSource(source)) return undefined;
  const parsed = parseCableId(cableWord(source));
  return isCableId(parsed) ? parsed : undefined;
}

/** Tells whether a source is a cable: its genre says so, or its number or id is a record number. */
export function isCableSource(source: BibliographicSource): boolean {
  return /\bcable\b/i.test(source.genre ?? "") || isCableId(parseCableId(cableWord(source)));
}

function cableWord(source: BibliographicSource): string {
  return source.number ?? source.id;
}

/** Returns where a cable was sent from, where `posts.csv` has its post. */
export function placeOfCable(casebook: Casebook, cable: CableId): Post | undefined {
  return casebook.library.posts.get(cable.post);
}

/** Returns when a cable was sent, by its serial. */
export function monthsOfCable(casebook: Casebook, cable: CableId): CableMonths | Missing {
  return bracketCable(serialIndexOf(casebook), cable);
}

const indexes = new WeakMap<Casebook, SerialIndex>();

function serialIndexOf(casebook: Casebook): SerialIndex {
  const found = indexes.get(casebook) ?? createSerialIndex(casebook.library.monthEnds);
  indexes.set(casebook, found);
  return found;
}

/**
 * Yields the record numbers of the bibliography and of the cases' notes, malformed ones among them. In notes, a word of
 * capitals and digits without a year is taken for one only if it begins with a post that the casebook knows.
 */
export function* cableMentions(casebook: Casebook): Generator<CableMention> {
  for (const source of casebook.sources.values()) {
    if (isCableSource(source)) yield { word: cableWord(source), at: source.at, source };
  }
  const posts = knownPosts(casebook);
  for (const one of casebook.cases) {
    for (const note of one.document.notes) {
      for (const word of cableWordsOf(note)) {
        const parsed = parseCableId(word);
        const isMeant = isCableId(parsed) || parsed.problem === "run-together" || startsWithPost(word, posts);
        if (isMeant)
          yield { word, at: { source: one.document.source, ...note.span }, note: { case: one, note } };
      }
    }
  }
}

/** Returns the words of a note that look like record numbers, addresses of links left out. */
export function cableWordsOf(note: Note): string[] {
  const { text } = textOfNote(note);
  if (!/[A-Z]{4}\d/.test(text)) return [];
  return findCableWords(withoutAddresses(text)).map(({ word }) => word);
}

function startsWithPost(word: string, posts: ReadonlySet<string>): boolean {
  return posts.has(/^[A-Z]+/.exec(word)?.[0] ?? "");
}

function knownPosts(casebook: Casebook): Set<string> {
  const posts = new Set(casebook.library.posts.keys());
  for (const { post } of casebook.library.monthEnds) posts.add(post);
  for (const source of casebook.sources.values()) {
    const cable = cableOf(source);
    if (cable) posts.add(cable.post);
  }
  return posts;
}
