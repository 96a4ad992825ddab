import type { Missing } from "../base/missing.ts";
import type { Position } from "../base/source.ts";
import type { Tier } from "./scorecard.ts";

/** What the scorecard said of a country in a year: a tier, or the reason why there is none. */
export interface Grade {
  readonly country: string;
  readonly year: number;
  readonly tier: Tier | Missing;
  /** Id of the source. */
  readonly source?: string;
  readonly note?: string;
  readonly at: Position;
}
