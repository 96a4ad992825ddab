import type { Position } from "../base/source.ts";

/** A citable thing, as CSL-JSON has it. */
export interface BibliographicSource {
  readonly id: string;
  /** CSL type, e.g. `article-newspaper`. */
  readonly type: string;
  readonly title?: string;
  readonly authors: readonly PersonName[];
  /** Year, month and day as far as known. */
  readonly issued?: DateParts;
  readonly accessed?: DateParts;
  readonly containerTitle?: string;
  readonly publisher?: string;
  readonly publisherPlace?: string;
  readonly genre?: string;
  readonly number?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly note?: string;
  readonly at: Position;
}

/** `literal` for an institution, else family and given. */
export interface PersonName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}
