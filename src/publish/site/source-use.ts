import type { SourceUse } from "../../compute/citations.ts";
import { caseAddress, noteId } from "../../compute/links.ts";
import type { Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { type Html, html, joinHtml } from "./html.ts";

/** Returns where a source is cited, as a paragraph on a page. */
export function renderUse(page: string, use: SourceUse | undefined, wording: Wording): Html {
  const { words } = wording;
  const byCase = new Map<string, { title: string; links: Html[] }>();
  for (const { case: one, note } of use?.notes ?? []) {
    const group = byCase.get(one.id) ?? { title: one.title, links: [] };
    const href = linkTo(page, caseAddress(one), noteId(note.label));
    const word = note.number === undefined ? words.noteWithoutNumber : words.noteInText(note.number);
    group.links.push(html`<a href="${href}" aria-label="${words.noteOfCase(one.title, word)}">${word}</a>`);
    byCase.set(one.id, group);
  }
  const parts = [
    ...[...byCase.values()].map(({ title, links }) => words.notesOfCase(title, wording.row(links))),
    ...(use?.files ?? []).map(({ path, rows }) => words.rowsOfFile(html`<code>${path}</code>`, rows)),
  ];
  if (parts.length === 0)
    return html`<p class="cited-in">${wording.say("notCited")}</p>
`;
  return html`<p class="cited-in">${wording.say("citedInThese", joinHtml(parts, words.partSeparator))}</p>
`;
}
