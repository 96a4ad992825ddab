import type { Note } from "../read/document.ts";
import { cableWordsOf } from "./cables.ts";
import { type NoteText, textOfNote } from "./note-text.ts";

/** What a hand-written note says about its source, as far as its text tells. */
export interface NoteIdentity {
  /** Words of the note without punctuation, in lower case, one blank between. */
  readonly words: string;
  /** Record numbers of cables, without suffix. */
  readonly cables: readonly string[];
  /** Addresses without scheme, fragment and slash at the end. */
  readonly addresses: readonly string[];
  /** Titles of at least three words, as {@link words}. */
  readonly titles: readonly string[];
  /** Family name and year of a note that holds nothing else but perhaps a page: "Onishi 2005." */
  readonly short?: ShortCitation;
}

export interface ShortCitation {
  readonly name: string;
  readonly year: string;
  readonly locator?: string;
}

/** Returns what a note says about its source. */
export function identifyNote(note: Note): NoteIdentity {
  const read = textOfNote(note);
  const short = readShortCitation(read.text);
  return {
    words: normalizeWords(read.text),
    cables: cableWordsOf(note).map((word) => word.replace(/_[a-z]$/, "")),
    addresses: read.addresses.map(normalizeAddress),
    titles: titlesOf(read)
      .map(normalizeWords)
      .filter((title) => title.split(" ").length >= 3),
    ...(short ? { short } : {}),
  };
}

/** Returns an address without scheme, `www.`, fragment and slash at the end. */
export function normalizeAddress(url: string): string {
  return url
    .replace(/^[a-z]+:\/\/(?:www\.)?/i, "")
    .replace(/#.*$/s, "")
    .replace(/\/+$/, "")
    .toLowerCase();
}

/** Returns the words of a text without punctuation and marks, in lower case. */
export function normalizeWords(text: string): string {
  const plain = text.replace(/[’'‘]/g, "").replace(/[“”–—…]/g, " ");
  if (/^[\0-\x7f]*$/.test(plain)) return plain.toLowerCase().replace(NOT_ALPHANUMERIC, " ").trim();
  return plain
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What separates words in ASCII, where a class of Unicode's letters takes ten times as long. */
const NOT_ALPHANUMERIC = /[^a-z0-9]{2,}|[^a-z0-9 ]/g;

/** "Name 1996", "Name and Other 1996, 42.", "Name 1996: 42": a name, a year, perhaps a page, and nothing else. */
const SHORT =
  /^(?:see\s+)?(\p{Lu}[\p{L}’'-]+)(?:\s+(?:and|&)\s+\p{Lu}[\p{L}’'-]+|\s+et al\.?)?,?\s+\(?((?:19|20)\d\d)[a-z]?\)?(?:[,:]?\s+(?:pp?\.\s*)?(\d+(?:[-–]\d+)?))?\.?$/u;

/** Returns the parts of a note that is an author-date citation and nothing else. */
export function readShortCitation(text: string): ShortCitation | undefined {
  const [, name, year, locator] = SHORT.exec(text.trim()) ?? [];
  if (name === undefined || year === undefined) return undefined;
  return { name, year, ...(locator === undefined ? {} : { locator }) };
}

/** Titles in quotation marks; where there are none, those in italics, which else name the newspaper or the site. */
function titlesOf({ text, emphases }: NoteText): readonly string[] {
  const quoted = text.includes("“") ? [...text.matchAll(/“([^“”]+)”/g)].map((match) => match[1] ?? "") : [];
  return quoted.length > 0 ? quoted : emphases;
}

/** Most words of a title by which it is found, and most words of a note that may be an author's name. */
const MAX_TITLE_WORDS = 12;
const MAX_NAME_WORDS = 60;

/** Keys under which a note is found by another that names the same source, and those by which it finds one. */
export interface NoteKeys {
  readonly stored: readonly string[];
  readonly wanted: readonly string[];
}

/**
 * Returns the keys of a note: two notes name a source in common where one wants what the other stores. That is a cable,
 * an address, a title or the beginning of one, or a short citation and its full form.
 */
export function keysOfNote(identity: NoteIdentity): NoteKeys {
  const shared = [
    ...identity.cables.map((cable) => `cable ${cable}`),
    ...identity.addresses.map((address) => `address ${address}`),
  ];
  if (identity.words !== "") shared.push(wordsKey(identity));
  const stored = [...shared];
  const wanted = [...shared];
  for (const title of identity.titles) {
    stored.push(`title ${title}`);
    wanted.push(`beginning ${title}`);
    for (const beginning of beginningsOf(title)) {
      stored.push(`beginning ${beginning}`);
      wanted.push(`title ${beginning}`);
    }
  }
  if (identity.short) {
    stored.push(`short ${shortKey(identity.short)}`);
    wanted.push(`full ${shortKey(identity.short)}`);
  } else {
    for (const key of fullKeys(identity)) {
      stored.push(`full ${key}`);
      wanted.push(`short ${key}`);
    }
  }
  return { stored, wanted };
}

/**
 * Returns a note's coarse keys: two notes name a source in common only where they share one of them, or where one is the
 * full form of the other ({@link mayBeFull}). Much cheaper than {@link keysOfNote}, and most notes share none.
 */
export function coarseKeysOfNote({ words, cables, addresses, titles }: NoteIdentity): string[] {
  return [words, ...cables, ...addresses, ...titles.map(firstThreeWords)];
}

function firstThreeWords(title: string): string {
  let end = -1;
  for (let i = 0; i < 3; i++) {
    end = title.indexOf(" ", end + 1);
    if (end < 0) return title;
  }
  return title.slice(0, end);
}

/** Tells whether a note may be the full form of a short citation: it has its name and its year. */
export function mayBeFull({ words }: NoteIdentity, { name, year }: ShortCitation): boolean {
  return words.includes(year) && words.includes(normalizeWords(name));
}

/** The key that notes of the same words share. */
export function wordsKey({ words }: NoteIdentity): string {
  return `words ${words}`;
}

/** The key of a short citation and of every note that has its name and its year among other words. */
export function shortKey({ name, year }: ShortCitation): string {
  return `${normalizeWords(name)} ${year}`;
}

/** Returns the keys of the short citations of which a note may be the full form. */
export function fullKeys({ words, short }: NoteIdentity): string[] {
  if (short) return [];
  const all = words.split(" ");
  const years = [...new Set(all.filter((word) => /^(?:19|20)\d\d$/.test(word)))].slice(0, 4);
  return years.flatMap((year) => all.slice(0, MAX_NAME_WORDS).map((word) => `${word} ${year}`));
}

function beginningsOf(title: string): string[] {
  const words = title.split(" ").slice(0, MAX_TITLE_WORDS);
  return words.slice(2).map((_, i) => words.slice(0, i + 3).join(" "));
}
