import { formatCount } from "../../base/format.ts";
import type { SourceUse } from "../../compute/citations.ts";
import { caseAddress, noteId } from "../../compute/links.ts";
import { linkTo } from "./addresses.ts";
import { type Html, html, joinHtml } from "./html.ts";

/** Returns where a source is cited, as a paragraph on a page. */
export function renderUse(page: string, use: SourceUse | undefined): Html {
  const byCase = new Map<string, { title: string; links: Html[] }>();
  for (const { case: one, note } of use?.notes ?? []) {
    const group = byCase.get(one.id) ?? { title: one.title, links: [] };
    const href = linkTo(page, caseAddress(one), noteId(note.label));
    const word = note.number === undefined ? "a note" : `note ${note.number}`;
    group.links.push(html`<a href="${href}" aria-label="${`${one.title}, ${word}`}">${word}</a>`);
    byCase.set(one.id, group);
  }
  const parts = [
    ...[...byCase.values()].map(({ title, links }) => html`${title}, ${joinHtml(links, ", ")}`),
    ...(use?.files ?? []).map(({ path, rows }) => html`<code>${path}</code> (${formatCount(rows, "row")})`),
  ];
  if (parts.length === 0)
    return html`<p class="cited-in">Not cited.</p>
`;
  return html`<p class="cited-in">Cited in: ${joinHtml(parts, "; ")}.</p>
`;
}
