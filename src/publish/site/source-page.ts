import { parseDate } from "../../base/edtf.ts";
import { isMissing } from "../../base/missing.ts";
import { type CableMonths, formatMonths } from "../../compute/cable-dating.ts";
import { cableOf, monthsOfCable, placeOfCable } from "../../compute/cables.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { countryAddress } from "../../compute/links.ts";
import { sourceAddress } from "../../compute/source-address.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import { formatSource, sourceUrl } from "../bibliography.ts";
import { formatNote } from "../chicago.ts";
import type { Artifact, RecordEdition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { isShown } from "./document-page.ts";
import { type Html, html } from "./html.ts";
import { renderAsData } from "./list-files.ts";
import { renderPage } from "./page.ts";
import { renderUse } from "./source-use.ts";

/** Yields the page of every source: its entry, when and where a cable was sent, where it comes from, what rests on it. */
export function* renderSourcePages(edition: RecordEdition): Generator<Artifact> {
  const { casebook } = edition.index;
  for (const source of casebook.sources.values()) {
    const address = sourceAddress(casebook, source.id);
    if (address !== undefined)
      yield { path: `${address}index.html`, body: renderSourcePage(edition, source, address) };
  }
}

function renderSourcePage(edition: RecordEdition, source: BibliographicSource, address: string): string {
  const { config } = edition.index.casebook;
  const wording = siteWording(edition);
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
${renderEntry(source)}${renderFacts(edition, source, address)}<h2>${wording.say("whereCited")}</h2>
${renderUse(address, edition.uses.get(source.id), wording)}${renderEntries(edition, source, address)}<p><a href="${linkTo(address, "sources/", source.id)}">${wording.say("allSources")}</a> · ${renderAsData(edition, address, "sources/sources")}</p>
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

function renderFacts(edition: RecordEdition, source: BibliographicSource, page: string): Html {
  const facts = [...cableFacts(edition, source, page), ...provenanceFacts(edition, source)];
  facts.push(["id", html`<code>${source.id}</code>`]);
  const wording = siteWording(edition);
  return html`<h2>${wording.say("whatIsKnown")}</h2>
<dl class="facts">
${facts.map(
  ([name, value]) => html`<div><dt>${wording.say(name)}</dt><dd>${value}</dd></div>
`,
)}</dl>
`;
}

/** The facts of the record that rest on a source. */
function renderEntries(edition: RecordEdition, { id }: BibliographicSource, page: string): Html {
  const { index } = edition;
  const entries = [...(index.entriesBySource.get(id) ?? [])].map((entry) => ({
    entry,
    locator: entry.sources.find((one) => one.source === id)?.locator,
  }));
  if (entries.length === 0) return html``;
  return html`<h2>${siteWording(edition).say("whatRestsOnIt")}</h2>
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

type FactName =
  | "id"
  | "recordNumber"
  | "sent"
  | "from"
  | "obtained"
  | "archivedCopy"
  | "licenceTerm"
  | "text"
  | "mayBeShown";
type Fact = [name: FactName, value: Html | string];

function cableFacts(edition: RecordEdition, source: BibliographicSource, page: string): Fact[] {
  const { index } = edition;
  const { casebook } = index;
  const wording = siteWording(edition);
  const cable = cableOf(source);
  if (!cable) return [];
  const months = monthsOfCable(casebook, cable);
  const place = placeOfCable(casebook, cable);
  const country = place && nameOf(casebook, place.country);
  const sent = isMissing(months)
    ? wording.say("monthNotKnown", cable.year, wording.english(formatMonths(months)))
    : wording.say("bySerialNumber", wordMonths(wording, months));
  const facts: Fact[] = [
    ["recordNumber", wording.say("cableSerial", cable.serial, cable.year, cable.post)],
    ["sent", sent],
  ];
  if (place) {
    const hasPage = index.countries.includes(place.country);
    const link = hasPage
      ? html`<a href="${linkTo(page, countryAddress(place.country))}">${country}</a>`
      : country;
    facts.push(["from", wording.say("cityIn", place.city, link)]);
  }
  return facts;
}

function wordMonths(wording: Wording, months: CableMonths): string {
  if (wording.isEnglish) return formatMonths(months);
  const [from, to] = [months.from, months.to].map(({ year, month }) => {
    const date = parseDate(`${year}-${String(month).padStart(2, "0")}`);
    return date ? wording.date(date) : String(year);
  });
  return from === to || from === undefined || to === undefined
    ? (from ?? "")
    : wording.words.monthsFromTo(from, to);
}

function provenanceFacts(edition: RecordEdition, source: BibliographicSource): Fact[] {
  const { casebook } = edition.index;
  const wording = siteWording(edition);
  const { accessed, provenance } = source;
  if (!provenance) return [];
  const { obtained, archived, licence, mayShow } = provenance;
  const facts: Fact[] = [];
  if (obtained !== undefined) facts.push(["obtained", obtained]);
  else if (accessed) facts.push(["obtained", wording.say("fromItsAddress")]);
  if (archived !== undefined)
    facts.push(["archivedCopy", /^https?:\/\//i.test(archived) ? link(archived) : archived]);
  if (licence !== undefined) facts.push(["licenceTerm", licence]);
  if (isShown(casebook, source.id))
    facts.push(["text", html`<a href="text/">${wording.say("readHere")}</a>`]);
  facts.push(["mayBeShown", wording.say(mayShow ? "yes" : "no")]);
  return facts;
}

function link(url: string): Html {
  return html`<a class="source-link" href="${url}" rel="noopener">${url}</a>`;
}
