import type { CalendarDate } from "../base/edtf.ts";
import type { Position } from "../base/source.ts";

/** Kinds of dated evidence. Laws, grants and governments have files and types of their own. */
export const ENTRY_KINDS = [
  "contact",
  "recommendation",
  "pressure",
  "reaction",
  "comparison",
  "outcome",
  "factor",
  "testimony",
  "alternative",
  "gap",
  "grading",
  "context",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Steps of the scorecard-diplomacy cycle. */
export const STAGES = ["grading", "diplomacy", "indirect-pressure", "concern", "outcome", "context"] as const;
export type Stage = (typeof STAGES)[number];

/** One fact of the record, in one line, with its sources. */
export interface Entry {
  /** Unique in the casebook, e.g. `jpn-074`. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly country: string;
  /** Absent where nobody knows when; then the note says why. */
  readonly date?: CalendarDate;
  readonly stage: Stage;
  readonly summary: string;
  /** Words of the source, without quotation marks. */
  readonly quote?: string;
  readonly actors: readonly Actor[];
  readonly sources: readonly SourceReference[];
  readonly links: readonly EntryLink[];
  readonly note?: string;
  /** Columns of the kind's own, e.g. `level` of a contact, `code` of a reaction; see docs/format.md. */
  readonly details: Readonly<Record<string, string>>;
  readonly at: Position;
}

export const ACTOR_KINDS = [
  "government",
  "grader",
  "embassy",
  "ngo",
  "igo",
  "media",
  "academic",
  "author",
  "country",
  "public",
  "unnamed",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Who acts or speaks. Two role strings of one person resolve to one actor. */
export interface Actor {
  readonly id: string;
  readonly person?: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly kind: ActorKind;
  readonly country?: string;
}

/** A source and where in it. */
export interface SourceReference {
  readonly source: string;
  /** e.g. `p. 13`, `§ 4`. */
  readonly locator?: string;
  readonly at?: Position;
}

export const LINK_RELATIONS = ["answers", "follows", "attributed-by", "restates", "about"] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

/**
 * A tie between entries: an outcome `answers` a recommendation and `follows` a reaction, pressure or grade; it is
 * `attributed-by` testimony; an entry `restates` another; an alternative or a gap is `about` an outcome.
 */
export interface EntryLink {
  readonly relation: LinkRelation;
  /** Id of an entry, of a law, or `grade:2004` for the country's grade of a year. */
  readonly to: string;
  readonly at?: Position;
}
