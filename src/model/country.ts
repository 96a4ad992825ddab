import { findNearest } from "../base/nearest.ts";
import type { Position } from "../base/source.ts";
import type { YearRange } from "./year-range.ts";

/** A place that can be graded. */
export interface Country {
  /** ISO 3166-1 alpha-3, or declared in `countries.csv`. */
  readonly id: string;
  /** Common English name, or the one declared. */
  readonly name: string;
  readonly adjective?: string;
  readonly aliases: readonly string[];
  /** Correlates of War number, where the state has one. */
  readonly cow?: number;
  /** Years in which the place was a state of its own; open ends are absent. */
  readonly from?: number;
  readonly to?: number;
  readonly groups: readonly Membership[];
}

export interface Membership {
  readonly group: string;
  /** Open ends are 0 and 9999. */
  readonly years: YearRange;
  readonly at: Position;
}

/** Returns a hint at the country that a word may mean, by its id, name or alias. */
export function suggestCountry(word: string, countries: ReadonlyMap<string, Country>): string {
  const ids = new Map<string, Country>();
  for (const one of countries.values()) {
    for (const name of [...one.aliases, one.name, one.id]) ids.set(name.toLowerCase(), one);
  }
  const meant = ids.get(word.toLowerCase());
  if (meant) return `Write its code: ${meant.id}.`;
  const near = findNearest(word, word.length <= 3 ? countries.keys() : ids.keys());
  const found = near === undefined ? undefined : ids.get(near.toLowerCase());
  return found
    ? `Did you mean \`${found.id}\` (${found.name})?`
    : "Use an ISO 3166-1 alpha-3 code, or declare it in countries.csv.";
}
