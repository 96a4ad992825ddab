import { yearOf } from "../../base/edtf.ts";
import type { Law } from "../../model/record.ts";
import type { CasebookIndex } from "../casebook-index.ts";

/** How many countries criminalized in whole or in part by a year. */
export interface CriminalizationYear {
  readonly year: number;
  /** Countries with a law of level `full` (or one that strengthens it) that counts by the year. */
  readonly full: number;
  /** Countries with a law of level `partial`, and none of level `full`, that counts by the year. */
  readonly partial: number;
}

/**
 * Returns the spread of criminalization over a run of years, in year order; empty without laws. A law counts from
 * `coded_from`, else from the year of its date, and stays. Countries whose laws the
 * casebook does not hold are not known to have none, so no shares of the world are given.
 */
export function computeCriminalization(
  index: CasebookIndex,
  years: readonly number[],
): CriminalizationYear[] {
  if (index.laws.size === 0) return [];
  const first = [...index.laws.values()].map(firstLawYears);
  return years.map((year) => ({
    year,
    full: first.filter(({ full }) => full <= year).length,
    partial: first.filter(({ full, partial }) => partial <= year && full > year).length,
  }));
}

/** Returns the first year in which a country's laws criminalize in part and in full; infinity for never. */
export function firstLawYears(laws: readonly Law[]): { readonly partial: number; readonly full: number } {
  return {
    partial: firstYear(laws.filter(({ level }) => level === "partial")),
    full: firstYear(laws.filter(({ level }) => level !== "partial")),
  };
}

function firstYear(laws: readonly Law[]): number {
  return Math.min(...laws.map(({ codedFrom, date }) => codedFrom ?? yearOf(date)));
}
