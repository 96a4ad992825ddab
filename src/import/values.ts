import { createMissing, isMissingReason, type Missing, type MissingReason } from "../base/missing.ts";
import { LARGEST } from "../model/read-cells.ts";
import type { Tier } from "../model/scorecard.ts";

/** Cells that say that there is nothing. */
const NOTHING = new Set(["", "na", "n/a", "nan", "null", "none", ".", "..", "-", "—"]);

/** Tells whether a cell says that it has no value. */
export function isNothing(cell: string): boolean {
  return NOTHING.has(cell.trim().toLowerCase());
}

const GROUPED = /^[-+]?\d{1,3}(?:[,\u00a0\u202f' ]\d{3})+(?:\.\d+)?$/;
const PLAIN = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * Returns the number that a cell holds, or a missing value (by default `not-coded`) for a cell that says there is none;
 * undefined where it is neither. Takes `2e3`, `385e3`, `2001.0`, U+2212 as a minus, and thousands between commas or blanks.
 */
export function parseNumberCell(
  cell: string,
  nothing: MissingReason = "not-coded",
): number | Missing | undefined {
  const text = cell.trim().replace("\u2212", "-");
  if (isNothing(text)) return createMissing(nothing);
  if (isMissingReason(text)) return createMissing(text);
  const digits = GROUPED.test(text) ? text.replace(/[,\u00a0\u202f' ]/g, "") : text;
  if (!PLAIN.test(digits)) return undefined;
  const number = Number(digits);
  return Math.abs(number) <= LARGEST ? number : undefined;
}

/** Returns the year that a cell holds, 1000 to 3000, or undefined: `2e3` and `2000.0` are 2000, a date gives its year. */
export function parseYearCell(cell: string): number | undefined {
  const text = cell.trim();
  const year = Number(/^(\d{4})-\d{2}(?:-\d{2})?$/.exec(text)?.[1] ?? (PLAIN.test(text) ? text : Number.NaN));
  return Number.isInteger(year) && year >= 1000 && year <= 3000 ? year : undefined;
}

/** Returns a date cell as EDTF (`1998-01-27`, `2004`), or undefined where it is none. */
export function parseDateCell(cell: string): string | undefined {
  const text = cell.trim();
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  if (day !== undefined && month !== undefined && Number(month) <= 12)
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text) ? text : undefined;
}

/** Codes that stand where a tier would, in the files of the TIP Report's readers. */
const TIER_REASONS: Readonly<Record<string, MissingReason>> = {
  "555": "not-in-report",
  "666": "special-case",
};

/**
 * Returns what a cell says of a grade: the tier's id, or the reason why there is none; undefined where it says neither.
 * A tier is known by id, label or alias, whatever blanks and capitals; 2.5 is the watch list, 555 not in the report,
 * 666 a special case.
 */
export function parseTierCell(cell: string, tiers: readonly Tier[]): string | undefined {
  const text = cell.trim();
  if (isNothing(text)) return "not-coded";
  if (isMissingReason(text)) return text;
  const number = PLAIN.test(text) ? String(Number(text)) : text;
  const reason = TIER_REASONS[number];
  if (reason) return reason;
  if (number === "2.5")
    return tiers.find((tier) => namesOf(tier).some((name) => name.includes("watchlist")))?.id;
  const wanted = letters(number);
  return tiers.find((tier) => namesOf(tier).includes(wanted))?.id;
}

function namesOf({ id, label, aliases }: Tier): string[] {
  return [id, label, ...aliases].map(letters);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, "");
}
