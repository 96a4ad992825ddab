import type { Casebook } from "../model/casebook.ts";
import type { Entry, EntryLink, LinkRelation } from "../model/entry.ts";
import type { Grade } from "../model/grade.ts";
import type { Law } from "../model/record.ts";
import type { CasebookIndex } from "./casebook-index.ts";

/** What a link of an entry leads to. */
export type EntryTarget =
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "law"; readonly law: Law }
  | { readonly kind: "grade"; readonly grade: Grade };

/** An entry that points to another, and how. */
export interface BackLink {
  readonly relation: LinkRelation;
  readonly from: Entry;
}

/** Returns what a link leads to, or undefined where nothing is there: an entry, a law, or a grade of the country. */
export function findTarget(index: CasebookIndex, from: Entry, link: EntryLink): EntryTarget | undefined {
  const year = /^grade:(\d{4})$/.exec(link.to)?.[1];
  if (year !== undefined) {
    const grade = index.grades.get(from.country)?.get(Number(year));
    return grade && { kind: "grade", grade };
  }
  const entry = index.entryById.get(link.to);
  if (entry) return { kind: "entry", entry };
  const law = lawsById(index.casebook).get(link.to);
  return law && { kind: "law", law };
}

/** Returns the first and the last day that a target can be dated to; undefined where nobody knows when it was. */
export function datesOf(target: EntryTarget): { first: string; last: string } | undefined {
  switch (target.kind) {
    case "entry":
      return target.entry.date;
    case "law":
      return target.law.date;
    case "grade":
      return { first: `${target.grade.year}-01-01`, last: `${target.grade.year}-12-31` };
  }
}

/** Returns for every entry that others point to, by id, which do, in file order. */
export function collectBackLinks(casebook: Casebook): Map<string, BackLink[]> {
  const found = new Map<string, BackLink[]>();
  for (const from of casebook.entries) {
    for (const { relation, to } of from.links) {
      const links = found.get(to);
      if (links) links.push({ relation, from });
      else found.set(to, [{ relation, from }]);
    }
  }
  return found;
}

/** Returns the address of an entry's page, e.g. `entries/jpn-044/`. */
export function entryAddress(entry: { readonly id: string }): string {
  return `entries/${entry.id.toLowerCase()}/`;
}

const laws = new WeakMap<Casebook, ReadonlyMap<string, Law>>();

function lawsById(casebook: Casebook): ReadonlyMap<string, Law> {
  const known = laws.get(casebook) ?? new Map(casebook.laws.map((law) => [law.id, law]));
  laws.set(casebook, known);
  return known;
}
