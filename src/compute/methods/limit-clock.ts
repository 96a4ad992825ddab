import type { Spell } from "./spells.ts";

/** A rule that a state may be held for so many consecutive periods only. */
export interface LimitRule {
  /** Periods that may be held; the period after them brings the automatic move. */
  readonly limit: number;
  /** Further periods that a waiver can allow; 0 where there is none. */
  readonly waivers: number;
  /** The first period that counts; earlier ones of a spell do not. */
  readonly since: number;
}

/** Where the clock of a spell stands at its last known period. */
export interface LimitClock {
  /** Periods that count so far. */
  readonly held: number;
  /** Periods left before the automatic move; 0: the next period moves, unless waived. */
  readonly left: number;
  /** The same if every waiver is granted. */
  readonly leftWithWaivers: number;
  /** The period of the automatic move without and with every waiver. */
  readonly moves: number;
  readonly movesWithWaivers: number;
  /** Periods held beyond the limit, which only waivers explain. */
  readonly waived: number;
}

/**
 * Returns the clock of a spell under a limit: how many periods are left until the automatic move.
 *
 * The rule is the caller's to state, since rules change; a casebook declares it with its source as `limit` of a tier.
 */
export function computeLimitClock(spell: Spell, rule: LimitRule): LimitClock {
  const begins = Math.max(spell.first, rule.since);
  const held = Math.max(0, spell.last - begins + 1);
  const left = Math.max(0, rule.limit - held);
  const most = rule.limit + rule.waivers;
  return {
    held,
    left,
    leftWithWaivers: Math.max(0, most - held),
    moves: begins + rule.limit,
    movesWithWaivers: begins + most,
    waived: Math.max(0, held - rule.limit),
  };
}
