import { isMissing } from "../../base/missing.ts";
import { formatMonths } from "../../compute/cable-dating.ts";
import { cableOf, monthsOfCable, placeOfCable } from "../../compute/cables.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { countryAddress } from "../../compute/links.ts";
import { sourceAddress } from "../../compute/source-address.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import { formatSource, sourceUrl } from "../bibliography.ts";
import { formatNote } from "../chicago.ts";
import type { Artifact, Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import { isShown } from "./document-page.ts";
import { type Html, html } from "./html.ts";
import { renderPage } from "./page.ts";
import { renderUse } from "./source-use.ts";

/** Yields the page of every source: its entry, when and where a cable was sent, where it comes from, what rests on it. */
export function* renderSourcePages(edition: Edition): Generator<Artifact> {
  const { casebook } = edition.index;
  for (const source of casebook.sources.values()) {
    const address = sourceAddress(casebook, source.id);
    if (address !== undefined)
      yield { path: `${address}index.html`, body: renderSourcePage(edition, source, address) };
  }
}

function renderSourcePage(edition: Edition, source: BibliographicSource, address: string): string {
  const { config } = edition.index.casebook;
  const plain = formatNote([{ source, isShort: false }]).map(({ text }) => text);
  return renderPage(edition, {
    address,
    title: source.title ?? source.id,
    description: plain.join(""),
    language: config.language,
    section: "sources",
    scripts: [],
    content: html`<header class="page-header">
<h1>${source.title ?? source.id}</h1>
</header>
<div class="prose">
${renderEntry(source)}${renderFacts(edition, source, address)}<h2>Where it is cited</h2>
${renderUse(address, edition.uses.get(source.id))}${renderEntries(edition, source, address)}<p><a href="${linkTo(address, "sources/", source.id)}">All sources</a></p>
</div>
`,
  });
}

function renderEntry(source: BibliographicSource): Html {
  const entry = formatSource(source).map(({ text, isItalic }) =>
    isItalic ? html`<cite>${text}</cite>` : text,
  );
  const url = sourceUrl(source);
  return html`<p class="source-entry">${entry}${url !== undefined && html` ${link(url)}`}</p>
${
  source.note !== undefined &&
  html`<p class="source-note">${source.note}</p>
`
}`;
}

function renderFacts(edition: Edition, source: BibliographicSource, page: string): Html {
  const facts = [...cableFacts(edition, source, page), ...provenanceFacts(edition, source)];
  facts.push(["Id", html`<code>${source.id}</code>`]);
  return html`<h2>What is known about it</h2>
<dl class="facts">
${facts.map(
  ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>
`;
}

/** The facts of the record that rest on a source. */
function renderEntries({ index }: Edition, { id }: BibliographicSource, page: string): Html {
  const entries = [...(index.entriesBySource.get(id) ?? [])].map((entry) => ({
    entry,
    locator: entry.sources.find((one) => one.source === id)?.locator,
  }));
  if (entries.length === 0) return html``;
  return html`<h2>What rests on it</h2>
<ul>
${entries.map(
  ({
    entry,
    locator,
  }) => html`<li><a href="${linkTo(page, entryAddress(entry))}">${entry.summary}</a>${locator !== undefined && ` (${locator})`}</li>
`,
)}</ul>
`;
}

type Fact = [name: string, value: Html | string];

function cableFacts({ index }: Edition, source: BibliographicSource, page: string): Fact[] {
  const { casebook } = index;
  const cable = cableOf(source);
  if (!cable) return [];
  const months = monthsOfCable(casebook, cable);
  const place = placeOfCable(casebook, cable);
  const country = place && nameOf(casebook, place.country);
  const sent = isMissing(months)
    ? `${cable.year}; its month is not known: ${formatMonths(months)}`
    : `${formatMonths(months)}, by its serial number`;
  const facts: Fact[] = [["Record number", `serial ${cable.serial} of ${cable.year}, post ${cable.post}`]];
  facts.push(["Sent", sent]);
  if (place) {
    const hasPage = index.countries.includes(place.country);
    const link = hasPage
      ? html`<a href="${linkTo(page, countryAddress(place.country))}">${country}</a>`
      : country;
    facts.push(["From", html`${place.city}, ${link}`]);
  }
  return facts;
}

function provenanceFacts({ index: { casebook } }: Edition, source: BibliographicSource): Fact[] {
  const { accessed, provenance } = source;
  if (!provenance) return [];
  const { obtained, archived, licence, mayShow } = provenance;
  const facts: Fact[] = [];
  if (obtained !== undefined) facts.push(["Obtained", obtained]);
  else if (accessed) facts.push(["Obtained", "from its address"]);
  if (archived !== undefined)
    facts.push(["Archived copy", /^https?:\/\//i.test(archived) ? link(archived) : archived]);
  if (licence !== undefined) facts.push(["Licence", licence]);
  if (isShown(casebook, source.id)) facts.push(["Text", html`<a href="text/">read it here</a>`]);
  facts.push(["May be shown", mayShow ? "yes" : "no"]);
  return facts;
}

function link(url: string): Html {
  return html`<a class="source-link" href="${url}" rel="noopener">${url}</a>`;
}
