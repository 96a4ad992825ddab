import { compareText } from "../../base/diagnostic.ts";
import { formatCount } from "../../base/format.ts";
import type { SourceUse } from "../../compute/citations.ts";
import { caseAddress, noteId } from "../../compute/links.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import { formatSource, sourceSortKey, sourceUrl } from "../bibliography.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { renderPage } from "./page.ts";

const PAGE = "sources/";

/** Returns the list of sources, each with where it is cited. Its entries' anchors are the sources' ids. */
export function renderSourcesPage(edition: Edition): string {
  const { casebook } = edition.index;
  const sources = [...casebook.sources.values()]
    .map((source) => ({ source, key: sourceSortKey(source) }))
    .sort((a, b) => compareText(a.key, b.key));
  const count = formatCount(sources.length, "source");
  return renderPage(edition, {
    address: PAGE,
    title: "Sources",
    description: `${count} of ${casebook.config.title}, with where each is cited.`,
    language: casebook.config.language,
    section: "sources",
    scripts: [],
    content: html`<header class="page-header">
<h1>Sources</h1>
</header>
<div class="prose">
<p>${count}, each with where it is cited.</p>
</div>
${
  sources.length > 0 &&
  html`<ul class="sources">
${sources.map(({ source }) => renderSource(edition, source))}</ul>
`
}`,
  });
}

function renderSource(edition: Edition, source: BibliographicSource): Html {
  const entry = formatSource(source).map(({ text, isItalic }) =>
    isItalic ? html`<cite>${text}</cite>` : html`${text}`,
  );
  const url = sourceUrl(source);
  const link = url !== undefined && html` <a class="source-link" href="${url}" rel="noopener">${url}</a>`;
  return html`<li id="${source.id}">
<p class="source-entry">${entry}${link}</p>
${
  source.note !== undefined &&
  html`<p class="source-note">${source.note}</p>
`
}${renderUse(edition.uses.get(source.id))}</li>
`;
}

function renderUse(use: SourceUse | undefined): Html {
  const byCase = new Map<string, { title: string; links: Html[] }>();
  for (const { case: one, note } of use?.notes ?? []) {
    const group = byCase.get(one.id) ?? { title: one.title, links: [] };
    const href = linkTo(PAGE, caseAddress(one), noteId(note.label));
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
