/** The record number of a diplomatic cable: `09TOKYO1185_a` is year 2009, post TOKYO, serial 1185, suffix `a`. */
export interface CableId {
  /** Four digits; two-digit years below 50 are 20yy, others 19yy. */
  readonly year: number;
  /** Where it was sent from, in capitals without blanks, e.g. `KUALALUMPUR`. */
  readonly post: string;
  /** Starts again every year and rises with the date. */
  readonly serial: number;
  /** A letter after an underscore: another document under the same number. */
  readonly suffix?: string;
}

/** Why a text is not one record number. */
export type CableIdProblem =
  /** Several numbers without anything between them. */
  | { readonly problem: "run-together"; readonly ids: readonly string[] }
  /** A post and a serial, but no year before them. */
  | { readonly problem: "no-year" }
  | { readonly problem: "not-a-cable" };

/** Years below it belong to this century. */
const PIVOT = 50;

const ONE = /^(\d{2})([A-Z]{4,})(\d{1,7})(?:_([a-z]))?$/;
/** Where a further number begins: `07TOKYO102807TOKYO1030` is two. */
const START = /(?=\d{2}[A-Z]{4,}\d)/;

/**
 * Returns the parts of a record number, or why it is none. Blanks around it and the backslash that Markdown wants before
 * the underscore are passed over.
 */
export function parseCableId(text: string): CableId | CableIdProblem {
  const id = text.trim().replaceAll("\\_", "_");
  const [, year, post, serial, suffix] = ONE.exec(id) ?? [];
  if (year !== undefined && post !== undefined && serial !== undefined) {
    const short = Number(year);
    return {
      year: short + (short < PIVOT ? 2000 : 1900),
      post,
      serial: Number(serial),
      ...(suffix === undefined ? {} : { suffix }),
    };
  }
  const ids = id.split(START);
  if (ids.length > 1 && ids.every((part) => ONE.test(part))) return { problem: "run-together", ids };
  return { problem: /^[A-Z]{4,}\d+(?:_[a-z])?$/.test(id) ? "no-year" : "not-a-cable" };
}

/** Tells whether {@link parseCableId} found a record number. */
export function isCableId(parsed: CableId | CableIdProblem): parsed is CableId {
  return "serial" in parsed;
}

/** Returns a record number without its suffix, e.g. `09TOKYO1185`. */
export function formatCableNumber({ year, post, serial }: CableId): string {
  return `${String(year % 100).padStart(2, "0")}${post}${serial}`;
}

/** Words that begin like a record number, wherever they stand in a text. */
const CANDIDATE = /(?<![A-Za-z0-9])(?:\d{2})?[A-Z]{4,}\d+(?:[A-Z]{4,}\d+)*(?:_[a-z])?(?![A-Za-z0-9])/g;

/** Returns the words of a text that are record numbers, run together or without a year among them, with their offsets. */
export function findCableWords(text: string): { word: string; offset: number }[] {
  return [...text.matchAll(CANDIDATE)].map((match) => ({ word: match[0], offset: match.index }));
}
