import { type CalendarDate, parseDate } from "../base/edtf.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Entry } from "../model/entry.ts";
import type { Law } from "../model/record.ts";

/** What a link of the record leads to. */
export type LinkedFact =
  | { readonly type: "entry"; readonly entry: Entry }
  | { readonly type: "law"; readonly law: Law }
  /** `date` is the month in which the edition of the year came out. */
  | { readonly type: "grade"; readonly year: number; readonly date: CalendarDate };

/** Finds what links lead to, and which entries link to a fact. */
export interface LinkLookup {
  /** Returns the entry, law or grade that a link of a country's entry names; undefined where the record has none. */
  find(country: string, to: string): LinkedFact | undefined;
  /** Returns the entries with a link to an id, in file order. */
  entriesTo(id: string): readonly Entry[];
}

/** What links may lead to. */
export interface LinkedRecord {
  readonly entries: readonly Entry[];
  readonly laws: readonly Law[];
  /** Grades, or reasons why there are none; both make an edition that something can follow. */
  readonly grades: readonly { readonly country: string; readonly year: number }[];
}

/** Returns when the edition of a year came out: a month, 1 to 12. */
export function releaseDate(year: number, month: number): CalendarDate | undefined {
  return parseDate(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`);
}

/** Returns the look-up of a record whose editions come out in a month, 1 to 12. Where an id stands twice, the first counts. */
export function createLinkLookup(record: LinkedRecord, month: number): LinkLookup {
  const entries = new Map<string, Entry>();
  const incoming = new Map<string, Entry[]>();
  for (const entry of record.entries) {
    if (!entries.has(entry.id)) entries.set(entry.id, entry);
    for (const { to } of entry.links) {
      const sources = incoming.get(to) ?? [];
      if (!sources.includes(entry)) sources.push(entry);
      incoming.set(to, sources);
    }
  }
  const laws = new Map(record.laws.map((law) => [law.id, law]));
  const grades = new Set(record.grades.map(({ country, year }) => `${country} ${year}`));
  return {
    find(country, to) {
      const year = gradeYear(to);
      if (year !== undefined) {
        const date = grades.has(`${country} ${year}`) ? releaseDate(year, month) : undefined;
        return date && { type: "grade", year, date };
      }
      const entry = entries.get(to);
      if (entry) return { type: "entry", entry };
      const law = laws.get(to);
      return law && { type: "law", law };
    },
    entriesTo: (id) => incoming.get(id) ?? [],
  };
}

/** Returns the look-up of a casebook's record. */
export function createCasebookLookup(casebook: Casebook): LinkLookup {
  const { laws, grades, config } = casebook;
  return createLinkLookup({ entries: entriesOf(casebook), laws, grades }, config.scorecard.released);
}

/** Returns the entries of a casebook, or of one of its countries, in file order. */
export function entriesOf(casebook: Casebook, country?: string): readonly Entry[] {
  const { entries } = casebook;
  return country === undefined ? entries : entries.filter((entry) => entry.country === country);
}

/** Returns the year of `grade:2004`; undefined for any other link. */
export function gradeYear(to: string): number | undefined {
  const digits = /^grade:(\d{4})$/.exec(to)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Returns the date of a fact; undefined where nobody knows it. */
export function dateOf(fact: LinkedFact): CalendarDate | undefined {
  if (fact.type === "entry") return fact.entry.date;
  return fact.type === "law" ? fact.law.date : fact.date;
}
