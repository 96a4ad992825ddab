import type { Tier, TierLimit } from "../model/scorecard.ts";
import { type CasebookIndex, gradedYears } from "./casebook-index.ts";
import { computeLimitClock, type LimitClock } from "./methods/limit-clock.ts";
import { findSpells, type Spell } from "./methods/spells.ts";

/** Where a country stands under the limit of the tier that it has last. */
export interface LimitStanding {
  readonly tier: Tier;
  readonly rule: TierLimit;
  readonly spell: Spell;
  readonly clock: LimitClock;
}

/**
 * Returns how long a country has been in the tier of its last grade and when a limit moves it on. Undefined where that tier
 * has no limit in `casebook.yaml`. An edition without a grade ends a stay.
 */
export function computeLimitStanding(index: CasebookIndex, country: string): LimitStanding | undefined {
  const years = gradedYears(index, country);
  const last = years.at(-1);
  const rule = last?.tier.limit;
  if (!last || !rule) return undefined;
  const rows = years.map(({ year, tier }) => ({ unit: country, period: year, state: tier.id }));
  const spell = findSpells(rows, last.tier.id).at(-1);
  if (!spell) return undefined;
  const { years: limit, waivers, since } = rule;
  return { tier: last.tier, rule, spell, clock: computeLimitClock(spell, { limit, waivers, since }) };
}
