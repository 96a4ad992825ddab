import type { Casebook } from "../model/casebook.ts";
import { type YearRange, yearsOf } from "../model/year-range.ts";

/** What evidence there could be on a country in a year. */
export interface YearCoverage {
  readonly year: number;
  /** Documents that can be had; undefined where nobody counted. */
  readonly available: number | undefined;
  readonly read: number | undefined;
}

/**
 * Returns for each year of a range how many documents on a country can be had and were read, by `documents.csv`. Several
 * rows of one year are added up; a year without a row is unknown, which is not zero.
 */
export function coverageOf(casebook: Casebook, country: string, years: YearRange): YearCoverage[] {
  const rows = casebook.library.counts.filter((row) => row.country === country);
  return yearsOf(years).map((year) => {
    const found = rows.filter((row) => row.year === year);
    const reads = found.flatMap((row) => row.read ?? []);
    return {
      year,
      available: found.length === 0 ? undefined : sum(found.map((row) => row.available)),
      read: reads.length === 0 ? undefined : sum(reads),
    };
  });
}

/**
 * Returns the years of a range in which somebody looked for documents on a country and there are none: what a timeline
 * shades. Years that nobody counted are left out.
 */
export function yearsWithoutDocuments(casebook: Casebook, country: string, years: YearRange): number[] {
  return coverageOf(casebook, country, years)
    .filter(({ available }) => available === 0)
    .map(({ year }) => year);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
