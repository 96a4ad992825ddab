import { isMissing, type Missing } from "../base/missing.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Entry } from "../model/entry.ts";
import type { Government } from "../model/government.ts";
import type { Grade } from "../model/grade.ts";
import type { Grant, Law } from "../model/record.ts";
import type { Tier } from "../model/scorecard.ts";
import type { SeriesRow } from "../model/series.ts";
import { indexProse, type ProseIndex } from "./prose-index.ts";

/** A casebook with its look-ups, made once for a build. */
export interface CasebookIndex {
  readonly casebook: Casebook;
  /** Grades by country id, then year. Where a country-year stands twice, the first counts. */
  readonly grades: ReadonlyMap<string, ReadonlyMap<number, Grade>>;
  /** By country id, in order of date. */
  readonly laws: ReadonlyMap<string, readonly Law[]>;
  /** By country id, in order of year. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  /** By country id, in order of start. */
  readonly governments: ReadonlyMap<string, readonly Government[]>;
  /** Rows by series id (`record/aid` for aid), then country id, in year order. */
  readonly series: ReadonlyMap<string, ReadonlyMap<string, readonly SeriesRow[]>>;
  /** By country id, in order of date; those without a date last. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** By id. Where an id stands twice, the first counts. */
  readonly entryById: ReadonlyMap<string, Entry>;
  /** By id of a source that they rest on, in the order of the casebook, each once. */
  readonly entriesBySource: ReadonlyMap<string, ReadonlySet<Entry>>;
  readonly prose: ProseIndex;
  /** Ids of countries with at least one grade, case, law, government, entry or series row, by name. */
  readonly countries: readonly string[];
}

/** Returns the look-ups of a casebook. */
export function createIndex(casebook: Casebook): CasebookIndex {
  const grades = new Map<string, Map<number, Grade>>();
  for (const grade of casebook.grades) {
    const years = grades.get(grade.country) ?? new Map<number, Grade>();
    if (!years.has(grade.year)) years.set(grade.year, grade);
    grades.set(grade.country, years);
  }
  const series = new Map<string, ReadonlyMap<string, readonly SeriesRow[]>>();
  for (const one of casebook.series.values()) series.set(one.id, rowsByCountry(one.rows));
  if (casebook.aid) series.set("record/aid", rowsByCountry(casebook.aid.rows));
  return {
    casebook,
    grades,
    grants: sortedGroups(casebook.grants, (grant) => grant.year),
    laws: sortedGroups(casebook.laws, (law) => law.date.first),
    governments: sortedGroups(casebook.governments, (government) => government.start.first),
    series,
    entries: sortedGroups(casebook.entries, (entry) => entry.date?.first ?? "~"),
    entryById: new Map([...casebook.entries].reverse().map((entry) => [entry.id, entry])),
    entriesBySource: groupBySource(casebook.entries),
    prose: indexProse(casebook.cases),
    countries: coveredCountries(casebook),
  };
}

/** Returns a country's tier in a year, or the reason why there is none; `not-coded` where no row says anything. */
export function tierOf(index: CasebookIndex, country: string, year: number): Tier | Missing {
  return (
    index.grades.get(country)?.get(year)?.tier ?? {
      missing: "not-coded",
      detail: `no row in grades.csv for ${country} in ${year}`,
    }
  );
}

/** Returns a country's graded years in order. */
export function gradedYears(index: CasebookIndex, country: string): { year: number; tier: Tier }[] {
  return [...(index.grades.get(country)?.values() ?? [])]
    .flatMap((grade) => (isMissing(grade.tier) ? [] : [{ year: grade.year, tier: grade.tier }]))
    .sort((a, b) => a.year - b.year);
}

/** Returns a country's name, or the id itself where the country is unknown. */
export function nameOf(casebook: Casebook, country: string): string {
  return casebook.countries.get(country)?.name ?? country;
}

function rowsByCountry(rows: readonly SeriesRow[]): Map<string, readonly SeriesRow[]> {
  return sortedGroups(rows, (row) => row.year);
}

function sortedGroups<T extends { country: string }>(
  items: readonly T[],
  key: (item: T) => string | number,
): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.country);
    if (group) group.push(item);
    else groups.set(item.country, [item]);
  }
  for (const group of groups.values()) group.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return groups;
}

function groupBySource(entries: readonly Entry[]): Map<string, Set<Entry>> {
  const groups = new Map<string, Set<Entry>>();
  for (const entry of entries) {
    for (const { source } of entry.sources) {
      const group = groups.get(source);
      if (group) group.add(entry);
      else groups.set(source, new Set([entry]));
    }
  }
  return groups;
}

function coveredCountries(casebook: Casebook): string[] {
  const ids = new Set<string>();
  const { grades, laws, governments, grants, entries } = casebook;
  for (const list of [grades, laws, governments, grants, entries]) {
    for (const item of list) ids.add(item.country);
  }
  for (const series of casebook.series.values()) for (const row of series.rows) ids.add(row.country);
  for (const one of casebook.cases) if (one.country) ids.add(one.country);
  return [...ids]
    .filter((id) => casebook.countries.has(id))
    .sort((a, b) => (nameOf(casebook, a) < nameOf(casebook, b) ? -1 : 1));
}
