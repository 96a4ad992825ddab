import { isMissing, type Missing } from "../../base/missing.ts";
import type { Cells } from "./frame.ts";
import type { SampleFrame } from "./sample.ts";

/** When something first happened to a country: in a year, never so far, or nobody knows because no value is there. */
export interface Happening {
  readonly year?: number;
  readonly unknown?: Missing;
}

/**
 * Returns the first year up to the sample's last in which a variable is above 0, for the country at a place of the frame.
 * Years before the sample's first count: what happened then happened. Unknown where the variable has no value at all.
 */
export function firstYearAbove({ frame, years }: SampleFrame, cells: Cells, country: number): Happening {
  let unknown: Missing | undefined;
  let isKnown = false;
  for (let year = frame.years.first; year <= years.last; year++) {
    const value = cells[country * frame.width + year - frame.years.first];
    if (value === undefined) continue;
    if (isMissing(value)) {
      unknown ??= value;
      continue;
    }
    isKnown = true;
    if (value > 0) return { year };
  }
  return isKnown || unknown === undefined ? {} : { unknown };
}
