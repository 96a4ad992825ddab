import type { Tier } from "../../model/scorecard.ts";
import type { Panel } from "./panel.ts";

/** How the graded countries of a year spread over the tiers. */
export interface TierShares {
  readonly year: number;
  /** Countries with a tier in the year. */
  readonly rated: number;
  /** Best tier first; tiers that do not exist yet are left out unless a country has one. */
  readonly shares: readonly TierShare[];
}

export interface TierShare {
  readonly tier: Tier;
  readonly count: number;
  /** 0–1, of the year's rated countries. */
  readonly share: number;
}

/**
 * Returns the tier shares of each year with a graded country, in year order: n(year, tier) over the sum of n(year, tier).
 * Country-years without a tier count nowhere, whatever the reason. Source: figure 3.5 of the companion's analysis.
 */
export function computeTierShares(panel: Panel): TierShares[] {
  return panel.years.map((year) => {
    const row = panel.tiersByYear.get(year) ?? new Map<string, Tier>();
    const counts = new Map<string, number>();
    for (const tier of row.values()) counts.set(tier.id, (counts.get(tier.id) ?? 0) + 1);
    return {
      year,
      rated: row.size,
      shares: panel.tiers.flatMap((tier) => {
        const count = counts.get(tier.id) ?? 0;
        return count === 0 && tier.since > year ? [] : [{ tier, count, share: count / row.size }];
      }),
    };
  });
}
