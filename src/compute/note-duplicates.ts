import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Note } from "../read/document.ts";
import { citedSource } from "./citations.ts";
import {
  identifyNote,
  isFullFormOf,
  type NoteIdentity,
  type ShortCitation,
  sharesSource,
} from "./note-identity.ts";

/** A note that names what an earlier note of the case names already. */
export interface RepeatedNote {
  readonly case: Case;
  readonly first: Note;
  readonly note: Note;
  /** Both have the same words. */
  readonly isSame: boolean;
}

/** A note by hand, not tied to the bibliography by its label. */
interface LooseNote {
  readonly note: Note;
  readonly identity: NoteIdentity;
  readonly source: string | undefined;
}

/**
 * Returns the notes that name a source again which an earlier one names, each with the first that does. Two notes that
 * are both named after sources of the bibliography are left out: what they cite is settled.
 */
export function findRepeatedNotes(casebook: Casebook): RepeatedNote[] {
  return casebook.cases.flatMap((one) => {
    const seen: LooseNote[] = [];
    const found: RepeatedNote[] = [];
    for (const loose of looseNotes(casebook, one)) {
      const firsts = firstsOf(seen, loose);
      for (const first of firsts) {
        const isSame = first.identity.words === loose.identity.words;
        found.push({ case: one, first: first.note, note: loose.note, isSame });
      }
      seen.push(loose);
    }
    return found;
  });
}

/** The first earlier note with the same words; else, for each cable, address and title, the first that shares it. */
function firstsOf(seen: readonly LooseNote[], loose: LooseNote): LooseNote[] {
  const others = seen.filter(
    (other) =>
      (other.source === undefined || loose.source === undefined) &&
      sharesSource(other.identity, loose.identity),
  );
  const same = others.find((other) => other.identity.words === loose.identity.words);
  if (same) return [same];
  const firsts: LooseNote[] = [];
  for (const other of others) {
    if (!firsts.some((first) => sharesSource(first.identity, other.identity))) firsts.push(other);
  }
  return firsts;
}

/** A short citation that no note of its case spells out. */
export interface DanglingNote {
  readonly case: Case;
  readonly note: Note;
  readonly short: ShortCitation;
  /** The source of the bibliography that it seems to mean. */
  readonly source?: string;
}

/** Returns the notes that are a short citation and nothing else, where no other note of the case has the full form. */
export function findDanglingNotes(casebook: Casebook): DanglingNote[] {
  return casebook.cases.flatMap((one) => {
    const loose = looseNotes(casebook, one);
    return loose.flatMap(({ note, identity, source }) => {
      const { short } = identity;
      if (!short || source !== undefined) return [];
      if (loose.some((other) => isFullFormOf(other.identity, short))) return [];
      const meant = sourceMeant(casebook, short);
      return [{ case: one, note, short, ...(meant === undefined ? {} : { source: meant }) }];
    });
  });
}

function looseNotes(casebook: Casebook, one: Case): LooseNote[] {
  return one.document.notes
    .filter((note) => note.blocks.length > 0)
    .map((note) => ({ note, identity: identifyNote(note), source: citedSource(casebook, note.label) }));
}

function sourceMeant(casebook: Casebook, { name, year }: ShortCitation): string | undefined {
  for (const source of casebook.sources.values()) {
    if (source.issued?.year !== Number(year)) continue;
    if (source.authors.some(({ family, literal }) => (family ?? literal) === name)) return source.id;
  }
  return undefined;
}
