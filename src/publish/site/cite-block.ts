import {
  formatBibtex,
  formatCslJson,
  formatPageCitation,
  formatRis,
  type PageCitation,
} from "../citation.ts";
import type { Wording } from "../words/wording.ts";
import { type Html, html, joinHtml } from "./html.ts";

/** Stands for a paragraph in the citation that `cite.ts` makes into that of a paragraph. */
export const ANY_PARAGRAPH = { id: "p-any-paragraph", number: 987_654_321 } as const;

/** Returns the citation of a part of a page: a figure, a table, a paragraph. `id` is its anchor. */
export function citePart(page: PageCitation, part: string, id: string): PageCitation {
  return {
    ...page,
    key: `${page.key}-${id.replace(/[^\w-]+/g, "-")}`,
    part,
    ...(page.url === undefined ? {} : { url: `${page.url}#${encodeURIComponent(id)}` }),
  };
}

/**
 * Returns a citation in words, for download in three forms and for copying in four. `summary` names what is cited; the
 * files are called `stem` and their ending.
 */
export function renderCiteBlock(summary: Html, stem: string, citation: PageCitation, wording: Wording): Html {
  const forms = [
    ["BibTeX", "bib", "application/x-bibtex", formatBibtex(citation)],
    ["RIS", "ris", "application/x-research-info-systems", formatRis(citation)],
    ["CSL-JSON", "json", "application/vnd.citationstyles.csl+json", formatCslJson(citation)],
  ] as const;
  const links = forms.map(
    ([label, ending, type, text]) =>
      html`<a href="data:${type};charset=utf-8,${encodeURIComponent(text)}" download="${`${stem}.${ending}`}">${label}</a>`,
  );
  const copies = [wording.say("plainText"), ...forms.map(([label]) => html`${label}`)].map(
    (label) => html`<button type="button">${label}</button>`,
  );
  return html`<details class="cite">
<summary>${summary}</summary>
<p class="citation">${formatPageCitation(citation)}</p>
<p class="downloads">${wording.say("download", joinHtml(links, " · "))}</p>
<p class="copies needs-scripts" data-copied="${wording.words.copied}">${wording.say("copy")} ${joinHtml(copies, " ")} <span role="status"></span></p>
</details>
`;
}

/** Returns what `cite.ts` makes the citation of a paragraph from; browsers show nothing of it. */
export function renderParagraphCite(page: PageCitation, stem: string, wording: Wording): Html {
  const { id, number } = ANY_PARAGRAPH;
  const words = wording.words.paragraphNumber(number);
  const block = renderCiteBlock(
    wording.say("citeNamed", words),
    `${stem}-${id}`,
    citePart(page, words, id),
    wording,
  );
  return html`<template class="cite-paragraph" data-id="${id}" data-number="${number}">${block}</template>
`;
}
