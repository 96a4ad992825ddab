/** Why a value is not there. A casebook's cell may hold one of these words in place of a number or a tier. */
export const MISSING_REASONS = [
  "not-in-report",
  "special-case",
  "not-coded",
  "not-available",
  "not-applicable",
] as const;

export type MissingReason = (typeof MISSING_REASONS)[number];

/** A value that is not there, with the reason. Never `NaN`, 0 or the empty string. */
export interface Missing {
  readonly missing: MissingReason;
  /** More about it in one sentence, where there is more to say. */
  readonly detail?: string;
}

/** Returns a missing value. */
export function createMissing(missing: MissingReason, detail?: string): Missing {
  return detail === undefined ? { missing } : { missing, detail };
}

/** Tells whether a value is missing. */
export function isMissing(value: unknown): value is Missing {
  return typeof value === "object" && value !== null && "missing" in value;
}

/** Tells whether a word is one of the reasons. */
export function isMissingReason(word: string): word is MissingReason {
  return (MISSING_REASONS as readonly string[]).includes(word);
}

/** Returns the reason in words for a reader, e.g. "not in the report". */
export function formatMissing(value: Missing): string {
  return value.detail ?? value.missing.replaceAll("-", " ").replace("not in report", "not in the report");
}
