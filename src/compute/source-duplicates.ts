import type { BibliographicSource } from "../model/bibliography.ts";
import { formatCableNumber } from "../model/cable-id.ts";
import type { Casebook } from "../model/casebook.ts";
import { cableOf } from "./cables.ts";
import { normalizeAddress, normalizeWords } from "./note-identity.ts";

/** Two sources of the bibliography that seem to be one. */
export interface SourcePair {
  readonly first: BibliographicSource;
  readonly second: BibliographicSource;
  /** What they share, for a sentence: "the same DOI". */
  readonly because: string;
}

/**
 * Returns the sources that repeat an earlier one, each with the first: the same DOI; the same address, unless title and
 * year both differ; or the same title and year, unless their authors or containers differ.
 */
export function findDuplicateSources(casebook: Casebook): SourcePair[] {
  const pairs: SourcePair[] = [];
  const seen = new Map<string, BibliographicSource[]>();
  for (const source of casebook.sources.values()) {
    if (cableOf(source)) continue;
    const pair = keysOf(source).flatMap(({ key, because, isSame }) => {
      const first = seen.get(key)?.find((other) => isSame(other));
      return first ? [{ first, second: source, because }] : [];
    })[0];
    if (pair) pairs.push(pair);
    for (const { key } of keysOf(source)) {
      const others = seen.get(key);
      if (others) others.push(source);
      else seen.set(key, [source]);
    }
  }
  return pairs;
}

interface Key {
  readonly key: string;
  readonly because: string;
  readonly isSame: (other: BibliographicSource) => boolean;
}

function keysOf(source: BibliographicSource): Key[] {
  const keys: Key[] = [];
  const doi = doiOf(source);
  if (doi !== undefined) keys.push({ key: `doi ${doi}`, because: "the same DOI", isSame: () => true });
  else if (source.url !== undefined) {
    const isSame = (other: BibliographicSource): boolean =>
      titleOf(other) === titleOf(source) || other.issued?.year === source.issued?.year;
    keys.push({ key: `url ${normalizeAddress(source.url)}`, because: "the same address", isSame });
  }
  if (titleOf(source) !== "") {
    const key = `title ${titleOf(source)} ${source.issued?.year ?? ""}`;
    const isSame = (other: BibliographicSource): boolean =>
      agree(authorOf(other), authorOf(source)) && agree(containerOf(other), containerOf(source));
    keys.push({ key, because: "the same title and year", isSame });
  }
  return keys;
}

function doiOf({ doi, url }: BibliographicSource): string | undefined {
  const inUrl = /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/i.exec(url ?? "")?.[1];
  const found = doi?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, "") ?? inUrl;
  return found?.toLowerCase();
}

function titleOf({ title }: BibliographicSource): string {
  return normalizeWords(title ?? "");
}

function authorOf({ authors: [first] }: BibliographicSource): string {
  return normalizeWords(first?.family ?? first?.literal ?? "");
}

function containerOf({ containerTitle }: BibliographicSource): string {
  return normalizeWords(containerTitle ?? "").replace(/^the /, "");
}

function agree(a: string, b: string): boolean {
  return a === "" || b === "" || a === b;
}

/** Returns cables that share a record number and differ in its suffix, each with the first of them. */
export function findSuffixVariants(casebook: Casebook): SourcePair[] {
  const seen = new Map<string, BibliographicSource>();
  const pairs: SourcePair[] = [];
  for (const source of casebook.sources.values()) {
    const cable = cableOf(source);
    if (!cable) continue;
    const number = formatCableNumber(cable);
    const first = seen.get(number);
    if (first) pairs.push({ first, second: source, because: `the same record number, ${number}` });
    else seen.set(number, source);
  }
  return pairs;
}
