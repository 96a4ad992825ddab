import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Note } from "../read/document.ts";
import { citedSource } from "./citations.ts";
import {
  coarseKeysOfNote,
  fullKeys,
  identifyNote,
  keysOfNote,
  mayBeFull,
  type NoteIdentity,
  type ShortCitation,
  shortKey,
  wordsKey,
} from "./note-identity.ts";

/** A note that names what an earlier note of the case names already. */
export interface RepeatedNote {
  readonly case: Case;
  readonly first: Note;
  readonly note: Note;
  /** Both have the same words. */
  readonly isSame: boolean;
}

/** A note by hand, and the source that it is named after. */
interface LooseNote {
  readonly note: Note;
  readonly identity: NoteIdentity;
  readonly source: string | undefined;
  readonly order: number;
}

/** The first notes under a key: of all, and of those that no source of the bibliography is tied to. */
interface Firsts {
  readonly any: LooseNote;
  loose?: LooseNote;
}

/**
 * Returns the notes that name a source again which an earlier one names, each with the first that does. Two notes that
 * are both named after sources of the bibliography are left out: what they cite is settled.
 */
export function findRepeatedNotes(casebook: Casebook): readonly RepeatedNote[] {
  return compareNotes(casebook).repeated;
}

/** Returns the notes that are a short citation and nothing else, where no other note of the case has the full form. */
export function findDanglingNotes(casebook: Casebook): readonly DanglingNote[] {
  return compareNotes(casebook).dangling;
}

/** What comparing the notes of each case with each other has found. */
interface Compared {
  readonly repeated: readonly RepeatedNote[];
  readonly dangling: readonly DanglingNote[];
}

const compared = new WeakMap<Casebook, Compared>();

/** Compares the notes once for all that ask, a case at a time: what the notes say is not kept. */
function compareNotes(casebook: Casebook): Compared {
  const known = compared.get(casebook);
  if (known) return known;
  const repeated: RepeatedNote[] = [];
  const dangling: DanglingNote[] = [];
  for (const one of casebook.cases) {
    const notes = readNotes(casebook, one);
    repeated.push(...repeatedAmong(one, notes));
    dangling.push(...danglingAmong(casebook, one, notes));
  }
  const found = { repeated, dangling };
  compared.set(casebook, found);
  return found;
}

function repeatedAmong(one: Case, notes: readonly LooseNote[]): RepeatedNote[] {
  const seen = new Map<string, Firsts>();
  const found: RepeatedNote[] = [];
  for (const loose of notesWithCompany(notes)) {
    const keys = keysOfNote(loose.identity);
    for (const first of firstsOf(seen, loose, keys.wanted)) {
      const isSame = first.identity.words === loose.identity.words;
      found.push({ case: one, first: first.note, note: loose.note, isSame });
    }
    for (const key of keys.stored) {
      const firsts = seen.get(key) ?? { any: loose };
      if (loose.source === undefined) firsts.loose ??= loose;
      seen.set(key, firsts);
    }
  }
  return found;
}

/** Returns the notes that share a source with another as far as coarse keys tell; the others need no closer look. */
function notesWithCompany(notes: readonly LooseNote[]): LooseNote[] {
  const keys = notes.map(({ identity }) => new Set(coarseKeysOfNote(identity)));
  const once = new Set<string>();
  const often = new Set<string>();
  for (const key of keys.flatMap((own) => [...own])) (once.has(key) ? often : once).add(key);
  const shorts = notes.flatMap(({ identity }) => identity.short ?? []);
  return notes.filter(
    ({ identity }, i) =>
      identity.short !== undefined ||
      [...(keys[i] ?? [])].some((key) => often.has(key)) ||
      shorts.some((short) => mayBeFull(identity, short)),
  );
}

/** The first earlier note with the same words; else, for each cable, address and title, the first that shares it. */
function firstsOf(
  seen: ReadonlyMap<string, Firsts>,
  loose: LooseNote,
  wanted: readonly string[],
): readonly LooseNote[] {
  const find = (key: string): LooseNote[] => {
    const firsts = seen.get(key);
    const first = loose.source === undefined ? firsts?.any : firsts?.loose;
    return first ? [first] : [];
  };
  const same = find(wordsKey(loose.identity));
  if (same.length > 0 && loose.identity.words !== "") return same;
  const others = [...new Set(wanted.flatMap(find))].sort((a, b) => a.order - b.order);
  const known = new Set<string>();
  return others.filter(({ identity }) => {
    const keys = keysOfNote(identity);
    const isNew = !keys.wanted.some((key) => known.has(key));
    for (const key of keys.stored) known.add(key);
    return isNew;
  });
}

/** A short citation that no note of its case spells out. */
export interface DanglingNote {
  readonly case: Case;
  readonly note: Note;
  readonly short: ShortCitation;
  /** The source of the bibliography that it seems to mean. */
  readonly source?: string;
}

function danglingAmong(casebook: Casebook, one: Case, notes: readonly LooseNote[]): DanglingNote[] {
  const shorts = notes.flatMap(({ identity }) => identity.short ?? []);
  if (shorts.length === 0) return [];
  const full = new Set(
    notes.flatMap(({ identity }) =>
      shorts.some((short) => mayBeFull(identity, short)) ? fullKeys(identity) : [],
    ),
  );
  return notes.flatMap(({ note, identity, source }) => {
    const { short } = identity;
    if (!short || source !== undefined || full.has(shortKey(short))) return [];
    const meant = sourceMeant(casebook, short);
    return [{ case: one, note, short, ...(meant === undefined ? {} : { source: meant }) }];
  });
}

function readNotes(casebook: Casebook, one: Case): LooseNote[] {
  return one.document.notes
    .filter((note) => note.blocks.length > 0)
    .map((note, order) => ({
      note,
      identity: identifyNote(note),
      source: citedSource(casebook, note.label),
      order,
    }));
}

function sourceMeant(casebook: Casebook, { name, year }: ShortCitation): string | undefined {
  for (const source of casebook.sources.values()) {
    if (source.issued?.year !== Number(year)) continue;
    if (source.authors.some(({ family, literal }) => (family ?? literal) === name)) return source.id;
  }
  return undefined;
}
