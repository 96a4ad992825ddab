import { compareText } from "../../base/diagnostic.ts";
import { isMissing } from "../../base/missing.ts";
import type { Tier } from "../../model/scorecard.ts";
import { type CasebookIndex, nameOf } from "../casebook-index.ts";

/** The grades of all countries, the other way round: by year, then country. */
export interface Panel {
  readonly tiers: readonly Tier[];
  /** Years in which at least one country has a tier, rising. */
  readonly years: readonly number[];
  /** Tiers by year, then country id, in order of name. Countries without a tier in the year are absent. */
  readonly tiersByYear: ReadonlyMap<number, ReadonlyMap<string, Tier>>;
  /** Country ids by year, then tier id, in order of name. */
  readonly membersByYear: ReadonlyMap<number, ReadonlyMap<string, readonly string[]>>;
  /** Countries with a tier in some year, by name. */
  readonly countries: readonly string[];
  /** Most countries with a tier in one year. */
  readonly widest: number;
}

/** Below so many countries in its widest year a casebook is about single countries, and gets no pages about the world. */
export const WORLD_COUNTRIES = 20;

const panels = new WeakMap<CasebookIndex, Panel>();

/** Returns the panel of a casebook, made when it is first asked for. */
export function panelOf(index: CasebookIndex): Panel {
  const found = panels.get(index) ?? createPanel(index);
  panels.set(index, found);
  return found;
}

/** Tells whether the casebook grades enough countries for pages about all of them. */
export function isWorldPanel(panel: Panel): boolean {
  return panel.widest >= WORLD_COUNTRIES;
}

/** With fewer graded countries there is nobody to choose for comparison. */
const COMPARED_COUNTRIES = 5;

/** Tells whether enough countries are graded to choose some for comparison. */
export function canCompareCountries(panel: Panel): boolean {
  return panel.countries.length >= COMPARED_COUNTRIES;
}

function createPanel(index: CasebookIndex): Panel {
  const byYear = new Map<number, Map<string, Tier>>();
  const countries = sortByName(index, [...index.grades.keys()]);
  const graded: string[] = [];
  for (const country of countries) {
    let isGraded = false;
    for (const { year, tier } of index.grades.get(country)?.values() ?? []) {
      if (isMissing(tier)) continue;
      isGraded = true;
      const row = byYear.get(year) ?? new Map<string, Tier>();
      row.set(country, tier);
      byYear.set(year, row);
    }
    if (isGraded) graded.push(country);
  }
  const years = [...byYear.keys()].sort((a, b) => a - b);
  return {
    tiers: index.casebook.config.scorecard.tiers,
    years,
    tiersByYear: byYear,
    membersByYear: new Map([...byYear].map(([year, row]) => [year, membersOf(row)])),
    countries: graded,
    widest: Math.max(0, ...[...byYear.values()].map((row) => row.size)),
  };
}

function membersOf(row: ReadonlyMap<string, Tier>): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const [country, { id }] of row) members.set(id, [...(members.get(id) ?? []), country]);
  return members;
}

/** Returns country ids in order of the countries' names, and of ids where names are the same. */
export function sortByName(index: CasebookIndex, countries: readonly string[]): string[] {
  const named = countries.map((id) => ({ id, name: nameOf(index.casebook, id) }));
  named.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  return named.map(({ id }) => id);
}
