import type { Position, Source } from "../base/source.ts";

/** What the casebook knows about documents beside the bibliography: serials of cables, posts, counts, and full texts. */
export interface Library {
  /** `cables.csv`, in file order. */
  readonly monthEnds: readonly MonthEnd[];
  /** `posts.csv`, by the post's name in record numbers. */
  readonly posts: ReadonlyMap<string, Post>;
  /** `documents.csv`, in file order. */
  readonly counts: readonly DocumentCount[];
  /** Texts of `documents/`, by the id of their source. */
  readonly texts: ReadonlyMap<string, Source>;
}

/** The last serial number that a post is known to have used in a month. */
export interface MonthEnd {
  /** In capitals without blanks, as in record numbers. */
  readonly post: string;
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly lastSerial: number;
  /** Cables of the month that can be had, where they were counted. */
  readonly cables?: number;
  /** Those about the grader's subject; counts by year stand in one row of the year. */
  readonly tipCables?: number;
  readonly at: Position;
}

/** An embassy or another office that sends cables. */
export interface Post {
  readonly post: string;
  readonly city: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly at: Position;
}

/** How much evidence there could be on a country and year, and how much of it was read. */
export interface DocumentCount {
  readonly country: string;
  readonly year: number;
  /** Documents that can be had; 0 where somebody looked and there are none. */
  readonly available: number;
  readonly read?: number;
  readonly source?: string;
  readonly at: Position;
}
