import type { Config } from "../../model/config.ts";
import { wordingOf } from "../words/wording.ts";

/** Words that a print puts around those of its pages. */
export interface PrintWords {
  readonly contents: string;
  readonly cite: string;
  readonly verdicts: string;
  readonly sources: string;
  /** What the margin's signs mean; `{page}` is where the list of verdicts begins. */
  readonly signs: string;
  readonly arrows: string;
  readonly columns: readonly string[];
  readonly unreferenced: string;
  readonly colophon: string;
}

/** Returns of which edition a print of the casebook is, in the casebook's language; empty where it declares none. */
export function editionLineOf({ language, release }: Config): string {
  const { words, date } = wordingOf(language);
  return release ? words.editionLine(date(release)) : "";
}

/** Returns the words of a print in a language. */
export function printWordsOf(language: string): PrintWords {
  const { words } = wordingOf(language);
  return {
    contents: words.contents,
    cite: words.howToCite,
    verdicts: words.checkedStatements,
    sources: words.sources,
    signs: words.signsInMargin("{page}"),
    arrows: words.arrowsInMargin,
    columns: ["", words.statement, words.verdict, words.howDecided],
    unreferenced: words.notesWithoutReference,
    colophon: words.aboutThisPrint,
  };
}
