import { citedSources } from "../../compute/citations.ts";
import type { Case } from "../../model/case.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { Note } from "../../read/document.ts";
import { formatNote } from "../chicago.ts";
import { escapeHtml } from "./html.ts";

/**
 * Returns the text of a note that was made from a citation, as HTML. A source is cited in full the first time in the
 * case's notes, hand-written ones that are named after it included, and short after that.
 */
export function renderCitation(casebook: Casebook, one: Case, note: Note): string {
  const seen = sourcesBefore(casebook, one, note);
  const citations = (note.citation ?? []).flatMap(({ key, ...item }) => {
    const source = casebook.sources.get(key);
    if (!source) return [];
    const isShort = seen.has(key);
    seen.add(key);
    return [{ source, isShort, ...item, omitsAuthor: item.omitsAuthor && isShort }];
  });
  return formatNote(citations)
    .map(({ text, isItalic, href }) => {
      const words = escapeHtml(text);
      if (href !== undefined) return `<a href="${escapeHtml(href)}" rel="noopener">${words}</a>`;
      return isItalic ? `<em>${words}</em>` : words;
    })
    .join("");
}

/** Notes come in the order of their numbers. */
function sourcesBefore(casebook: Casebook, one: Case, note: Note): Set<string> {
  const seen = new Set<string>();
  for (const other of one.document.notes) {
    if (other === note) break;
    for (const id of citedSources(casebook, other)) seen.add(id);
  }
  return seen;
}
