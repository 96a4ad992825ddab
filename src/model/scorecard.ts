/** Who grades whom, on which ordered tiers. */
export interface Scorecard {
  readonly name: string;
  /** A short name for captions and headings, e.g. "TIP Report". */
  readonly short: string;
  readonly grader: string;
  /** The first year of the scorecard. */
  readonly since: number;
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
}
