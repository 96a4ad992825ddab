import { compareText } from "../../base/diagnostic.ts";
import { sourceAddress } from "../../compute/source-address.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import { formatSource, sourceSortKey, sourceUrl } from "../bibliography.ts";
import type { RecordEdition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { formatRow } from "./explorer.ts";
import { type Html, html } from "./html.ts";
import { renderAsData } from "./list-files.ts";
import { renderPage } from "./page.ts";
import { renderUse } from "./source-use.ts";
import { renderSourcesForm, valuesOfSource } from "./sources-explorer.ts";

const PAGE = "sources/";

/** Returns the list of sources, each with where it is cited. Its entries' anchors are the sources' ids. */
export function renderSourcesPage(edition: RecordEdition): string {
  const { casebook } = edition.index;
  const sources = [...casebook.sources.values()]
    .map((source) => ({ source, key: sourceSortKey(source) }))
    .sort((a, b) => compareText(a.key, b.key));
  const wording = siteWording(edition);
  const { words } = wording;
  return renderPage(edition, {
    address: PAGE,
    title: words.sources,
    description: words.sourcesDescription(sources.length, casebook.config.title),
    language: casebook.config.language,
    section: "sources",
    scripts: ["explore-list"],
    content: html`<header class="page-header">
<h1>${wording.say("sources")}</h1>
</header>
<div class="prose">
<p>${wording.say("sourcesAre", sources.length)}${sources.length > 0 && html` ${renderAsData(edition, PAGE, `${PAGE}sources`)}`}</p>
</div>
${
  sources.length > 0 &&
  renderList(
    edition,
    sources.map(({ source }) => source),
  )
}`,
  });
}

function renderList(edition: RecordEdition, sources: readonly BibliographicSource[]): Html {
  const counts = new Map<string, number>();
  for (const entry of edition.index.casebook.entries) {
    for (const id of new Set(entry.sources.map(({ source }) => source)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const rows = sources.map((source) => {
    const entries = counts.get(source.id) ?? 0;
    return { source, entries, values: valuesOfSource(edition, source, entries) };
  });
  const wording = siteWording(edition);
  return html`<explore-list>
${renderSourcesForm(edition, rows)}<ul class="sources" data-rows>
${rows.map(({ source, entries, values }) => renderSource(edition, source, { wording, entries, row: formatRow(values) }))}</ul>
</explore-list>
`;
}

function renderSource(
  edition: RecordEdition,
  source: BibliographicSource,
  { wording, entries, row }: { readonly wording: Wording; readonly entries: number; readonly row: string },
): Html {
  const entry = formatSource(source).map(({ text, isItalic }) =>
    isItalic ? html`<cite>${text}</cite>` : html`${text}`,
  );
  const url = sourceUrl(source);
  const own = linkTo(PAGE, sourceAddress(edition.index.casebook, source.id) ?? PAGE);
  const page = html` <a class="source-page" href="${own}" aria-label="${wording.words.aboutSource(source.title ?? source.id)}">${wording.say("aboutLink")}</a>`;
  const link = url !== undefined && html` <a class="source-link" href="${url}" rel="noopener">${url}</a>`;
  return html`<li id="${source.id}" data-row="${row}">
<p class="source-entry">${entry}${link}${page}</p>
${
  source.note !== undefined &&
  html`<p class="source-note">${source.note}</p>
`
}${renderUse(PAGE, edition.uses.get(source.id), wording)}${
  entries > 0 &&
  html`<p class="cited-in">${wording.say("entriesOfSource", entries)}</p>
`
}</li>
`;
}
