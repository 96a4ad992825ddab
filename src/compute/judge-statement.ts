import { isMissing, type Missing } from "../base/missing.ts";
import type { PrintedNumber, PrintedShare } from "../base/printed-number.ts";
import type { Counts, Verdict } from "./checked-statement.ts";

/** Holds a stated tier against those of the years it is about, by id: one that differs decides, else one that is missing. */
export function judgeTiers(stated: string, found: readonly (string | Missing)[]): Verdict {
  if (found.some((tier) => !isMissing(tier) && tier !== stated)) return "fails";
  return found.some((tier) => isMissing(tier)) ? "not-in-record" : "holds";
}

/**
 * Holds a printed number against a value, to the printed precision; a printed share such as "70 of 5,798" against both
 * counts. Without a value the record cannot tell.
 */
export function judgeNumber(
  printed: PrintedNumber | PrintedShare,
  value: number | Missing,
  counts: Counts | undefined,
): Verdict {
  if (isMissing(value)) return "not-in-record";
  return agrees(printed, value, counts) ? "holds" : "fails";
}

function agrees(printed: PrintedNumber | PrintedShare, value: number, counts: Counts | undefined): boolean {
  if ("whole" in printed) {
    return !!counts && isWithin(printed.part, counts.about) && isWithin(printed.whole, counts.available);
  }
  return isWithin(printed, value);
}

function isWithin({ value, tolerance }: PrintedNumber, found: number): boolean {
  return Math.abs(found - value) <= tolerance * (1 + 1e-9);
}
