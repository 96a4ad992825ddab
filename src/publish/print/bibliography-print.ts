import { compareText } from "../../base/diagnostic.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import type { Case } from "../../model/case.ts";
import { formatSource, sourceSortKey, sourceUrl } from "../bibliography.ts";
import type { Edition } from "../edition.ts";
import type { PrintInline } from "./print-node.ts";

/** A source in full. */
export interface SetSource {
  readonly id: string;
  readonly c: readonly PrintInline[];
}

/** Returns the place of a source in a print, as on the page of sources. */
export function bibliographyId(source: string): string {
  return `sources/${source}`;
}

/** Returns the sources that the notes of a case cite, in the order of a bibliography. */
export function citedInCase(edition: Edition, one: Case): BibliographicSource[] {
  return [...edition.index.casebook.sources.values()]
    .filter((source) => edition.uses.get(source.id)?.notes.some((note) => note.case.id === one.id))
    .map((source) => ({ source, key: sourceSortKey(source) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ source }) => source);
}

/** Returns a source as an entry of the bibliography: the words of the page of sources, with its address. */
export function composeBibliographyEntry(source: BibliographicSource): SetSource {
  const url = sourceUrl(source);
  const words = formatSource(source).map(
    ({ text, isItalic }): PrintInline =>
      isItalic ? { t: "em", c: [{ t: "text", v: text }] } : { t: "text", v: text },
  );
  const link: PrintInline[] =
    url === undefined
      ? []
      : [
          { t: "text", v: " " },
          { t: "link", href: url, c: [{ t: "text", v: url }] },
        ];
  return { id: bibliographyId(source.id), c: [...words, ...link] };
}
