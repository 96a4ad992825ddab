import type { Tier } from "../../model/scorecard.ts";
import { stateYears } from "../../model/state-system.ts";
import type { Panel } from "./panel.ts";

/** A tier as a map of today's boundaries shows it. */
export interface MapTier {
  readonly tier: Tier;
  /** The state that had the tier, where the area belonged to another one in the year. */
  readonly asPartOf?: string;
}

/** Areas that became states of their own within the years of scorecards, and the states that graded them along before. */
const PREDECESSORS: Readonly<Record<string, readonly string[]>> = {
  MNE: ["SCG", "YUG"],
  SRB: ["SCG", "YUG"],
  SSD: ["SDN"],
  XKX: ["SRB", "SCG", "YUG"],
};

/**
 * Returns the tiers that a map of today's boundaries shows for a year, by country id: each country's own and, in years
 * before an area was a state, that of the state to which it belonged.
 */
export function computeMapTiers(panel: Panel, year: number): Map<string, MapTier> {
  const row = panel.tiersByYear.get(year) ?? new Map<string, Tier>();
  const shown = new Map([...row].map(([country, tier]): [string, MapTier] => [country, { tier }]));
  for (const [area, states] of Object.entries(PREDECESSORS)) {
    if (row.has(area) || year >= (stateYears(area).from ?? 0)) continue;
    const asPartOf = states.find((state) => row.has(state));
    const tier = asPartOf === undefined ? undefined : row.get(asPartOf);
    if (tier && asPartOf !== undefined) shown.set(area, { tier, asPartOf });
  }
  return shown;
}
