import type { CalendarDate } from "../base/edtf.ts";
import type { Position } from "../base/source.ts";

/** One term of a head of government or state. A person who returns has two terms. */
export interface Government {
  readonly country: string;
  /** In full, e.g. "Yukio Hatoyama". */
  readonly person: string;
  /** What labels show, e.g. "Hatoyama". */
  readonly familyName: string;
  readonly office?: string;
  readonly start: CalendarDate;
  /** Absent while the term goes on. */
  readonly end?: CalendarDate;
  readonly source?: string;
  readonly at: Position;
}
