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
  /** For the second citation in a case, where the title up to its colon does not do. */
  readonly shortTitle?: string;
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
  readonly provenance?: Provenance;
  readonly at: Position;
}

/** How a source came to be at hand: the members of CSL-JSON's `custom` that Demarche knows. */
export interface Provenance {
  /** How it was obtained, in words, e.g. "request under the Freedom of Information Act, 2014". */
  readonly obtained?: string;
  /** An archived copy: an address, or where it is kept. */
  readonly archived?: string;
  readonly licence?: string;
  /** Its text in `documents/` may be published. */
  readonly mayShow: boolean;
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
