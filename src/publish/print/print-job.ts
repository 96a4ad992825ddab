import type { PrintColours } from "./print-colours.ts";

/** PDF/UA-1 for readers, or PDF/A-2b for archives; the typesetter holds to one at a time. */
export const PRINT_STANDARDS = ["ua-1", "a-2b"] as const;
export type PrintStandard = (typeof PRINT_STANDARDS)[number];

/** What the typesetter is given: a template and all that it sets. Plain data, so that it can be sent to a thread. */
export interface PrintJob {
  readonly template: "case" | "book" | "brief" | "letter" | "poster";
  /** JSON. */
  readonly data: string;
  /** Files of typefaces that it needs besides those of every print. */
  readonly fonts: readonly string[];
  /** The names of these typefaces. */
  readonly families: readonly string[];
  readonly colours: PrintColours;
  /** Pictures by the path that the data names, e.g. `/timeline.svg`. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly standard: PrintStandard;
  /** When the PDF says that it was made, in seconds since 1970; of the edition, never of the clock. */
  readonly madeAt: number;
}

/**
 * A PDF, or why there is none. `refused` says why it could not be given the mark of its standard; in place of the pictures
 * that are `damaged` stand their text alternatives.
 */
export type PrintAnswer =
  | {
      readonly pdf: Uint8Array;
      readonly pages: number;
      readonly refused?: string;
      readonly damaged?: readonly string[];
    }
  | { readonly problem: string };
