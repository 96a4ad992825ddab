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

/** Tells whether a note gives the full form of a short citation: the name, the year, and more beside them. */
export function isFullFormOf(identity: NoteIdentity, short: ShortCitation): boolean {
  if (identity.short) return false;
  const words = identity.words.split(" ");
  return words.includes(normalizeWords(short.name)) && words.includes(short.year);
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

/** Tells whether two notes name a source in common: a cable, an address, or a title, whole or its beginning. */
export function sharesSource(a: NoteIdentity, b: NoteIdentity): boolean {
  if (a.words === b.words && a.words !== "") return true;
  if (a.short ? isFullFormOf(b, a.short) : b.short && isFullFormOf(a, b.short)) return true;
  return (
    a.cables.some((cable) => b.cables.includes(cable)) ||
    a.addresses.some((address) => b.addresses.includes(address)) ||
    a.titles.some((title) => b.titles.some((other) => isBeginning(title, other) || isBeginning(other, title)))
  );
}

function isBeginning(short: string, long: string): boolean {
  return long === short || long.startsWith(`${short} `);
}
