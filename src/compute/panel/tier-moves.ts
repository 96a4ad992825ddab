import type { Tier } from "../../model/scorecard.ts";
import type { Panel } from "./panel.ts";

/** Who changed tier, came and went between a year's edition and the one before. */
export interface YearMoves {
  readonly year: number;
  /** The edition before, with which the year is compared. */
  readonly previous: number;
  readonly up: readonly TierMove[];
  readonly down: readonly TierMove[];
  /** Countries with a tier in both editions, and the same one. */
  readonly same: number;
  /** Countries with a tier in this edition but not in the one before. */
  readonly entered: readonly string[];
  /** Countries with a tier in the edition before but not in this one. */
  readonly left: readonly string[];
}

export interface TierMove {
  readonly country: string;
  readonly from: Tier;
  readonly to: Tier;
}

/**
 * Returns the moves of each edition but the first, in year order. Editions are the years in which any country has a tier;
 * only neighbouring editions are compared, so a country that was away for a year leaves and enters, and does not move.
 */
export function computeMovers(panel: Panel): YearMoves[] {
  return panel.years.slice(1).map((year, i) => {
    const previous = panel.years[i] ?? year;
    const before = panel.tiersByYear.get(previous) ?? new Map<string, Tier>();
    const after = panel.tiersByYear.get(year) ?? new Map<string, Tier>();
    const moved = [...after].flatMap(([country, to]): TierMove[] => {
      const from = before.get(country);
      return from ? [{ country, from, to }] : [];
    });
    return {
      year,
      previous,
      up: moved.filter(({ from, to }) => to.rank < from.rank),
      down: moved.filter(({ from, to }) => to.rank > from.rank),
      same: moved.filter(({ from, to }) => to.rank === from.rank).length,
      entered: [...after.keys()].filter((country) => !before.has(country)),
      left: [...before.keys()].filter((country) => !after.has(country)),
    };
  });
}

/** Where countries went from one edition to the next, over all neighbouring editions. */
export interface TierTransitions {
  /** Rows and columns, best first. */
  readonly tiers: readonly Tier[];
  /** `counts[from][to]`, both in the order of `tiers`. */
  readonly counts: readonly (readonly number[])[];
  /** By tier of origin: countries that had no tier in the next edition. */
  readonly left: readonly number[];
  /** By tier of arrival: countries that had no tier in the edition before. */
  readonly entered: readonly number[];
}

/**
 * Returns how often countries went from each tier to each other between neighbouring editions. Every pair of editions
 * counts each country once that has a tier in either; the first edition brings no arrivals.
 */
export function computeTransitions(panel: Panel): TierTransitions {
  const { tiers } = panel;
  const position = new Map(tiers.map((tier, i) => [tier.id, i]));
  const counts = tiers.map(() => tiers.map(() => 0));
  const left = tiers.map(() => 0);
  const entered = tiers.map(() => 0);
  const add = (list: number[] | undefined, tier: Tier): void => {
    const at = position.get(tier.id);
    if (list && at !== undefined) list[at] = (list[at] ?? 0) + 1;
  };
  panel.years.slice(1).forEach((year, i) => {
    const before = panel.tiersByYear.get(panel.years[i] ?? year) ?? new Map<string, Tier>();
    const after = panel.tiersByYear.get(year) ?? new Map<string, Tier>();
    for (const [country, from] of before) {
      const to = after.get(country);
      if (to) add(counts[position.get(from.id) ?? -1], to);
      else add(left, from);
    }
    for (const [country, to] of after) if (!before.has(country)) add(entered, to);
  });
  return { tiers, counts, left, entered };
}
