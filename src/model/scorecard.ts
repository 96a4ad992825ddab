import type { Position } from "../base/source.ts";

/**
 * The month in which editions come out where nothing else is said. The TIP Report has come out in June or at the end of
 * it, and the companion's data count laws "by June" of a year (`crim1`).
 */
export const RELEASE_MONTH = 6;

/** Who grades whom, on which ordered tiers. */
export interface Scorecard {
  readonly name: string;
  /** A short name for captions and headings, e.g. "TIP Report". */
  readonly short: string;
  readonly grader: string;
  /** The first year of the scorecard. */
  readonly since: number;
  /** The month in which its editions come out, 1 to 12; June where `casebook.yaml` does not say. */
  readonly released: number;
  /** Best first. */
  readonly tiers: readonly Tier[];
}

export interface Tier {
  /** As written in `grades.csv`, e.g. `2WL`. */
  readonly id: string;
  /** e.g. "Tier 2 Watch List". */
  readonly label: string;
  /** For narrow places, e.g. "WL". */
  readonly short: string;
  /** 0 for the best tier, rising. */
  readonly rank: number;
  /** The first year in which the tier exists. */
  readonly since: number;
  /** Other names by which prose may call it, e.g. "Watch List". */
  readonly aliases: readonly string[];
  readonly description?: string;
  /** How long a country may stay in it; absent where the casebook states no such rule. */
  readonly limit?: TierLimit;
}

/** A rule that a country may stay in a tier for so many consecutive editions only. */
export interface TierLimit {
  /** Editions that may be held; the edition after them brings the move. */
  readonly years: number;
  /** Further editions that a waiver can allow. */
  readonly waivers: number;
  /** The first edition that counts. */
  readonly since: number;
  /** Id of the tier to which the move leads. */
  readonly next: string;
  /** Id of the source that states the rule. */
  readonly source: string;
  readonly at: Position;
}
