import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Node } from "../read/document.ts";
import type { CasebookIndex } from "./casebook-index.ts";
import { entryAddress } from "./entry-links.ts";
import type { Exhibits } from "./exhibits.ts";
import { canCompareCountries, isWorldPanel, panelOf } from "./panel/panel.ts";
import { paragraphAnchors } from "./paragraph-anchors.ts";
import { isSourceAddress } from "./source-address.ts";

/** What an address in prose leads to. Addresses of pages and assets are relative to the site's root. */
export type LinkTarget =
  | { readonly kind: "external"; readonly href: string }
  /** A place on the same page. */
  | { readonly kind: "anchor"; readonly id: string }
  /** A page of the site, e.g. `case-studies/japan/`; the home page is the empty string. */
  | { readonly kind: "page"; readonly address: string; readonly id?: string; readonly caseId?: string }
  /** A file below `assets/`, e.g. `assets/map.png`. */
  | { readonly kind: "asset"; readonly path: string; readonly suffix: string }
  /** Looks like an address of this site, but nothing is there. */
  | { readonly kind: "missing"; readonly path: string }
  /** An address that is not published as a link, e.g. `javascript:…`. */
  | { readonly kind: "unsafe"; readonly href: string };

const SAFE_SCHEMES = new Set(["http", "https", "mailto", "tel", "ftp", "ftps", "doi", "urn", "geo", "xmpp"]);

/** Pages that every site has, by address. */
export const SITE_PAGES: readonly string[] = [
  "",
  "countries/",
  "entries/",
  "sources/",
  "methods/",
  "data/",
  "search/",
  "a-z/",
];

/**
 * Returns what an address in a case's prose leads to.
 *
 * Addresses with a scheme or a host are external. Other cases are found by file (`japan.md`, `cases/japan.md#notes`) or by
 * slug (`/case-studies/japan/`), files by their path below the casebook (`/assets/map.png`), below `assets/`
 * (`/files/map.png`) or beside the case (`../assets/map.png`); a leading slash means the casebook's root and may be
 * left out. Percent escapes are undone before comparing.
 */
export function resolveHref(index: CasebookIndex, one: Case, href: string): LinkTarget {
  const scheme = schemeOf(href);
  if (scheme !== undefined) {
    return SAFE_SCHEMES.has(scheme) ? { kind: "external", href } : { kind: "unsafe", href };
  }
  if (/^[\\/]{2}/.test(href)) return { kind: "external", href };
  if (href.startsWith("#")) return { kind: "anchor", id: decode(href.slice(1)) };
  const [, path = "", query = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  const id = hash.length > 1 ? decode(hash.slice(1)) : undefined;
  for (const candidate of candidatesOf(decode(path), one)) {
    const page = findPage(index, candidate);
    if (page) return { ...page, ...(id === undefined ? {} : { id }) };
    if (index.casebook.assets.has(candidate)) {
      return { kind: "asset", path: candidate, suffix: query + hash };
    }
  }
  return { kind: "missing", path: href };
}

/** Returns every id to which a link may point on a case's page. */
export function collectAnchors(index: CasebookIndex, one: Case, exhibits: Exhibits): Set<string> {
  const ids = new Set<string>();
  for (const exhibit of exhibits.byCase.get(one.id) ?? []) ids.add(exhibit.id);
  for (const node of index.prose.inCase(one)) {
    const id = idOf(node);
    if (id !== undefined) ids.add(id);
    if (node.type === "note-reference") ids.add(noteReferenceId(node.label, node.occurrence));
  }
  for (const note of one.document.notes) ids.add(noteId(note.label));
  for (const { id } of paragraphAnchors(one).values()) ids.add(id);
  return ids;
}

/** Returns the anchor of a note, e.g. `fn:237`. */
export function noteId(label: string): string {
  return `fn:${label}`;
}

/** Returns the anchor of a reference to a note: `fnref:237`, then `fnref2:237` … */
export function noteReferenceId(label: string, occurrence: number): string {
  return occurrence > 1 ? `fnref${occurrence}:${label}` : `fnref:${label}`;
}

/** Returns the address of a case's page, e.g. `case-studies/japan/`. */
export function caseAddress(one: Case): string {
  return `${one.slug.value}/`;
}

/** Where all checked statements are listed. */
export const CLAIMS = "claims/";

/** Returns the address of a named claim by its id, or of a statement of prose by its key. */
export function claimAddress(key: string): string {
  return `${CLAIMS}${key}/`;
}

/** Returns the address of a country's page, e.g. `countries/jpn/`. */
export function countryAddress(country: string): string {
  return `countries/${country.toLowerCase()}/`;
}

/** Returns the scheme as browsers see it: they skip control characters and spaces before and in it. */
function schemeOf(href: string): string | undefined {
  const head = href.replace(/[^!-\u{10ffff}]/gu, "");
  return /^([a-z][a-z\d+.-]*):/i.exec(head)?.[1]?.toLowerCase();
}

function idOf(node: Node): string | undefined {
  if (node.type === "heading") return node.id;
  if (node.type === "html-block" || node.type === "html-inline") return node.attributes.id;
  return "attributes" in node ? node.attributes?.id : undefined;
}

function candidatesOf(path: string, one: Case): string[] {
  const fromRoot = normalize(path);
  if (path.startsWith("/")) return [fromRoot, `assets/${fromRoot}`];
  const folder = one.document.source.path.split("/").slice(0, -1).join("/");
  return [normalize(`${folder}/${path}`), fromRoot, `assets/${fromRoot}`];
}

function findPage(index: CasebookIndex, path: string): (LinkTarget & { kind: "page" }) | undefined {
  const address = path === "" ? "" : `${path}/`;
  if (SITE_PAGES.includes(address) || isDeclaredPage(index, address) || isWorldPage(index, address))
    return { kind: "page", address };
  const found = findCase(index.casebook, path);
  if (found) return { kind: "page", address: caseAddress(found), caseId: found.id };
  const entryId = /^entries\/(.+)$/.exec(path)?.[1];
  const entry = entryId && index.casebook.entries.find((one) => one.id.toLowerCase() === entryId);
  if (entry) return { kind: "page", address: entryAddress(entry) };
  if (findSourcePage(index.casebook, address)) return { kind: "page", address };
  const country = /^countries\/(.+)$/.exec(path)?.[1];
  const known = index.countries.find((one) => one.toLowerCase() === country);
  return known === undefined ? undefined : { kind: "page", address: countryAddress(known) };
}

/** Pages that a site has only where the casebook holds what they show. */
function isDeclaredPage(index: CasebookIndex, address: string): boolean {
  const { config, hypotheses, claims, analyses } = index.casebook;
  if (address === "compare/") return config.comparison !== undefined || canCompareCountries(panelOf(index));
  if (address === "poster/") return index.grades.size > 0;
  if (address === "hypotheses/") return hypotheses.length > 0;
  if (address === "claims/") return claims.length > 0;
  if (address === "analyses/") return analyses.size > 0;
  if (address.startsWith("analyses/")) return analyses.has(address.slice("analyses/".length, -1));
  return claims.some(({ id }) => address === `claims/${id}/`);
}

/** Pages about all countries: figures, the map of a year, the map of first years. */
function isWorldPage(index: CasebookIndex, address: string): boolean {
  const match = /^world\/(?:map\/(\d{4})\/|joined\/)?$/.exec(address);
  if (!match || !isWorldPanel(panelOf(index))) return false;
  return match[1] === undefined || panelOf(index).years.includes(Number(match[1]));
}

function findSourcePage(casebook: Casebook, address: string): boolean {
  if (!address.startsWith("sources/")) return false;
  return isSourceAddress(casebook, address);
}

const lookups = new WeakMap<Casebook, ReadonlyMap<string, Case>>();

function findCase(casebook: Casebook, path: string): Case | undefined {
  let cases = lookups.get(casebook);
  if (!cases) {
    cases = new Map(
      casebook.cases.flatMap((one) => [
        [one.document.source.path, one] as const,
        [one.slug.value, one] as const,
      ]),
    );
    lookups.set(casebook, cases);
  }
  return cases.get(path);
}

/** Removes `.`, `..` and empty parts; `..` past the root stays at the root. */
function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
