import { createMissing, isMissing, type Missing } from "../base/missing.ts";
import type { CableId } from "../model/cable-id.ts";
import type { MonthEnd } from "../model/library.ts";

/** A month of a year. */
export interface Month {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
}

/** The months between which a cable was sent, both included; the same month twice where the index has no gap. */
export interface CableMonths {
  readonly from: Month;
  readonly to: Month;
}

/** Month-end serials by post and year, in order of month. */
export type SerialIndex = ReadonlyMap<string, readonly MonthEnd[]>;

/** Returns month-end serials by post and year. */
export function createSerialIndex(monthEnds: readonly MonthEnd[]): SerialIndex {
  const index = new Map<string, MonthEnd[]>();
  for (const end of monthEnds) {
    const key = keyOf(end);
    const ends = index.get(key);
    if (ends) ends.push(end);
    else index.set(key, [end]);
  }
  for (const ends of index.values()) ends.sort((a, b) => a.month - b.month || a.lastSerial - b.lastSerial);
  return index;
}

/**
 * Returns the months in which a cable was sent, by its serial number.
 *
 * Serials rise through a year, so a cable was sent after the last month whose last serial is below its own, and not
 * after the first month whose last serial is not. Months that the index lacks widen the bracket. A serial past the last
 * one known, or a post and year without rows, gives a `Missing`; so do rows whose serials do not rise.
 */
export function bracketCable(index: SerialIndex, cable: CableId): CableMonths | Missing {
  const ends = index.get(keyOf(cable));
  if (!ends) return createMissing("not-available", `no serials known for ${cable.post} in ${cable.year}`);
  const rises = ends.every(({ lastSerial }, i) => i === 0 || lastSerial >= (ends[i - 1]?.lastSerial ?? 0));
  if (!rises)
    return createMissing("not-available", `the serials of ${cable.post} in ${cable.year} do not rise`);
  const at = ends.findIndex(({ lastSerial }) => lastSerial >= cable.serial);
  const end = ends[at];
  if (!end) {
    const last = ends.at(-1)?.lastSerial;
    return createMissing(
      "not-available",
      `the last serial known for ${cable.post} in ${cable.year} is ${last}`,
    );
  }
  const before = ends[at - 1];
  const { year } = cable;
  return {
    from: { year, month: before ? Math.min(before.month + 1, end.month) : 1 },
    to: { year, month: end.month },
  };
}

/** Tells whether a date, as far as it is known, can lie in the months. */
export function canBeWithin(months: CableMonths, date: { year: number; month?: number }): boolean {
  const first = date.year * 12 + (date.month ?? 1);
  const last = date.year * 12 + (date.month ?? 12);
  return first <= ordinal(months.to) && last >= ordinal(months.from);
}

const NAMES = "January February March April May June July August September October November December".split(
  " ",
);

/** Returns months for a reader: "May 2009", "March to May 2009"; of a `Missing` its reason. */
export function formatMonths(months: CableMonths | Missing): string {
  if (isMissing(months)) return months.detail ?? months.missing;
  const { from, to } = months;
  const last = `${NAMES[to.month - 1]} ${to.year}`;
  return ordinal(from) === ordinal(to) ? last : `${NAMES[from.month - 1]} to ${last}`;
}

function ordinal({ year, month }: Month): number {
  return year * 12 + month;
}

function keyOf({ post, year }: { post: string; year: number }): string {
  return `${post} ${year}`;
}
