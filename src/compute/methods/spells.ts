import type { Duration } from "./kaplan-meier.ts";
import type { StateRow } from "./transition-matrix.ts";

/** A stay of a unit in one state over consecutive periods. */
export interface Spell {
  readonly unit: string;
  /** First and last period, both included. */
  readonly first: number;
  readonly last: number;
  /** Periods, from 1. */
  readonly length: number;
  /** The state in the period before; absent where that is unknown, so that the stay may have begun earlier. */
  readonly before?: string;
  /** The state in the period after; absent where that is unknown, so that the stay may last longer. */
  readonly after?: string;
}

/**
 * Returns the stays in a state, by unit and first period. A period without a state ends a stay without saying how. A unit has
 * one state a period.
 */
export function findSpells(rows: readonly StateRow[], state: string): Spell[] {
  const stateAt = new Map(rows.map((row) => [`${row.unit}\n${row.period}`, row.state]));
  return rows
    .filter((row) => row.state === state && stateAt.get(`${row.unit}\n${row.period - 1}`) !== state)
    .map(({ unit, period }) => {
      let last = period;
      while (stateAt.get(`${unit}\n${last + 1}`) === state) last++;
      const before = stateAt.get(`${unit}\n${period - 1}`);
      const after = stateAt.get(`${unit}\n${last + 1}`);
      return {
        unit,
        first: period,
        last,
        length: last - period + 1,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      };
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.first - b.first));
}

/**
 * Returns spells as durations for {@link computeSurvivalCurve}: the event is leaving the state; a spell whose end is unknown is
 * last seen at its length. Spells that may have begun earlier count from their first known period, unless `began` is
 * "known": then only spells with a known period before them stay, or that begin in `firstPossible`, when the state came to be.
 */
export function measureSpells(
  spells: readonly Spell[],
  options: { readonly began?: "any" | "known"; readonly firstPossible?: number } = {},
): Duration[] {
  const { began = "known", firstPossible } = options;
  return spells
    .filter((spell) => began === "any" || spell.before !== undefined || spell.first === firstPossible)
    .map((spell) => ({ stop: spell.length, event: spell.after !== undefined }));
}
