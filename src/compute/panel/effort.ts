import type { CasebookIndex } from "../casebook-index.ts";

/** How much of what embassies in a country wrote was about the grader's subject, in a year. */
export interface YearEffort {
  readonly year: number;
  /** Cables that can be had, of all posts in the country. */
  readonly available: number;
  /** Those about the subject. */
  readonly about: number;
  /** about / available, 0–1. */
  readonly share: number;
}

const tables = new WeakMap<CasebookIndex, ReadonlyMap<string, readonly YearEffort[]>>();

/**
 * Returns a country's effort by year, in year order; empty where `cables.csv` does not count the cables of its posts.
 *
 * share = Σ `tip_cables` over the year's rows / Σ `cables`. Rows without a number add nothing; a year in which no row
 * counts cables, or none of the subject, is left out, as is one with no cables at all. Posts are placed in countries by
 * `posts.csv`. Source: `prop_tip_wl` of the companion, dated by the record number.
 */
export function computeEffort(index: CasebookIndex, country: string): readonly YearEffort[] {
  let table = tables.get(index);
  if (!table) {
    table = tabulateEffort(index);
    tables.set(index, table);
  }
  return table.get(country) ?? [];
}

/** Returns the sum of several years, with the share of the sums. Undefined for no years. */
export function sumEffort(years: readonly YearEffort[]): Omit<YearEffort, "year"> | undefined {
  const available = years.reduce((total, one) => total + one.available, 0);
  const about = years.reduce((total, one) => total + one.about, 0);
  return available === 0 ? undefined : { available, about, share: about / available };
}

function tabulateEffort({ casebook }: CasebookIndex): Map<string, YearEffort[]> {
  const { monthEnds, posts } = casebook.library;
  const sums = new Map<string, Map<number, { available?: number; about?: number }>>();
  for (const { post, year, cables, tipCables } of monthEnds) {
    const country = posts.get(post)?.country;
    if (country === undefined) continue;
    const years = sums.get(country) ?? new Map<number, { available?: number; about?: number }>();
    sums.set(country, years);
    const sum = years.get(year) ?? {};
    years.set(year, sum);
    if (cables !== undefined) sum.available = (sum.available ?? 0) + cables;
    if (tipCables !== undefined) sum.about = (sum.about ?? 0) + tipCables;
  }
  const table = new Map<string, YearEffort[]>();
  for (const [country, years] of sums) {
    const rows = [...years].flatMap(([year, { available, about }]): YearEffort[] =>
      available === undefined || about === undefined || available === 0
        ? []
        : [{ year, available, about, share: about / available }],
    );
    if (rows.length > 0)
      table.set(
        country,
        rows.sort((a, b) => a.year - b.year),
      );
  }
  return table;
}
