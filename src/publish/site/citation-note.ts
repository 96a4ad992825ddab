import { citedSources } from "../../compute/citations.ts";
import type { Case } from "../../model/case.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { CitationItem, Note } from "../../read/document.ts";
import { formatNote } from "../chicago.ts";
import { escapeHtml } from "./html.ts";

/**
 * Returns the text of a note that was made from a citation, as HTML. A source is cited in full the first time in the
 * case's notes, hand-written ones that are named after it included, and short after that.
 */
export function renderCitation(casebook: Casebook, one: Case, note: Note): string {
  const citations = (formsOf(casebook, one).get(note) ?? []).flatMap(({ item, isShort }) => {
    const { key, ...rest } = item;
    const source = casebook.sources.get(key);
    return source ? [{ ...rest, source, isShort, omitsAuthor: rest.omitsAuthor && isShort }] : [];
  });
  return formatNote(citations)
    .map(({ text, isItalic, href }) => {
      const words = escapeHtml(text);
      if (href !== undefined) return `<a href="${escapeHtml(href)}" rel="noopener">${words}</a>`;
      return isItalic ? `<em>${words}</em>` : words;
    })
    .join("");
}

/** A source of a note's citation, and whether an earlier one cites it in full. */
interface Form {
  readonly item: CitationItem;
  readonly isShort: boolean;
}

const forms = new WeakMap<Case, ReadonlyMap<Note, readonly Form[]>>();

/** Notes come in the order of their numbers. */
function formsOf(casebook: Casebook, one: Case): ReadonlyMap<Note, readonly Form[]> {
  const known = forms.get(one);
  if (known) return known;
  const found = new Map<Note, readonly Form[]>();
  const seen = new Set<string>();
  for (const note of one.document.notes) {
    const list: Form[] = [];
    for (const item of note.citation ?? []) {
      list.push({ item, isShort: seen.has(item.key) });
      seen.add(item.key);
    }
    if (note.citation) found.set(note, list);
    else for (const id of citedSources(casebook, note)) seen.add(id);
  }
  forms.set(one, found);
  return found;
}
