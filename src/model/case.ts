import type { CalendarDate } from "../base/edtf.ts";
import type { Located } from "../base/source.ts";
import type { Document } from "../read/document.ts";
import type { NamedClaim } from "./claim.ts";
import type { Author } from "./config.ts";

/** Of which case a case is a translation, by its file's name. */
export interface Translation {
  /** Id of the original. */
  readonly of: string;
  /** BCP 47 tag of the file's name, e.g. `ja` of `japan.ja.md`. */
  readonly language: string;
}

/** The written account of one country. */
export interface Case {
  /** The file's name without ending. */
  readonly id: string;
  readonly title: string;
  /** Absent where neither header, title nor file name tell it. */
  readonly country?: string;
  /** The page's address without slashes at its ends, e.g. `case-studies/japan`. */
  readonly slug: Located<string>;
  readonly date?: CalendarDate;
  readonly modified?: CalendarDate;
  readonly authors: readonly Author[];
  readonly excerpt?: string;
  readonly language: string;
  /** Absent of an original. */
  readonly translation?: Translation;
  readonly pdf?: Located<string>;
  /** Named claims of the header. */
  readonly claims?: readonly NamedClaim[];
  readonly document: Document;
}
