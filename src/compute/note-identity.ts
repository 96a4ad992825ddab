import { type Note, plainText, walk } from "../read/document.ts";
import { cableWordsOf } from "./cables.ts";

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
  const text = plainText(note.blocks).replace(/\s+/g, " ").trim();
  const short = readShortCitation(text);
  return {
    words: normalizeWords(text),
    cables: cableWordsOf(note).map((word) => word.replace(/_[a-z]$/, "")),
    addresses: addressesOf(note).map(normalizeAddress),
    titles: titlesOf(note, text)
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
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’'‘]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** "Name 1996", "Name and Other 1996, 42.", "Name 1996: 42": a name, a year, perhaps a page, and nothing else. */
const SHORT =
  /^(?:see\s+)?(\p{Lu}[\p{L}’'-]+)(?:\s+(?:and|&)\s+\p{Lu}[\p{L}’'-]+|\s+et al\.?)?,?\s+\(?((?:19|20)\d\d)[a-z]?\)?(?:[,:]?\s+(?:pp?\.\s*)?(\d+(?:[-–]\d+)?))?\.?$/u;

/** Returns the parts of a note that is an author-date citation and nothing else. */
export function readShortCitation(text: string): ShortCitation | undefined {
  const [, name, year, locator] = SHORT.exec(text.trim()) ?? [];
  if (name === undefined || year === undefined) return undefined;
  return { name, year, ...(locator === undefined ? {} : { locator }) };
}

/** How a note's address was written, links of all kinds. */
export function addressesOf(note: Note): string[] {
  const found: string[] = [];
  for (const node of walk(note.blocks)) {
    if (node.type === "link" && /^https?:/i.test(node.href)) found.push(node.href);
  }
  return found;
}

/** Titles in quotation marks; where there are none, those in italics, which else name the newspaper or the site. */
function titlesOf(note: Note, text: string): string[] {
  const quoted = [...text.matchAll(/“([^“”]+)”/g)].map((match) => match[1] ?? "");
  if (quoted.length > 0) return quoted;
  const titles: string[] = [];
  for (const node of walk(note.blocks)) if (node.type === "emphasis") titles.push(plainText(node.children));
  return titles;
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
