/** A piece of text, marked where it matches. */
export type Piece = readonly [text: string, isMatch: boolean];

export interface Hit {
  readonly address: string;
  readonly title: readonly Piece[];
  readonly beside: readonly Piece[];
  /** A passage of the text in which a word was found; empty where none was. */
  readonly passage: readonly Piece[];
}

export interface HitGroup {
  readonly id: string;
  readonly label: string;
  /** How many there are; `hits` are the best of them. */
  readonly count: number;
  readonly hits: readonly Hit[];
}

/** What the page asks. */
export interface Question {
  readonly query: string;
  /** Counts up, so that a late answer is known as such. */
  readonly id: number;
  /** A group of which all hits are wanted. */
  readonly all?: string;
}

/** What the worker says: an answer, or that there is more to find than before. */
export type Answer =
  | { readonly type: "found"; readonly id: number; readonly groups: readonly HitGroup[] }
  | { readonly type: "loaded"; readonly isAll: boolean }
  | { readonly type: "failed" };
