import { nameOf } from "../../compute/casebook-index.ts";
import {
  type BackLink,
  collectBackLinks,
  type EntryTarget,
  entryAddress,
  findTarget,
} from "../../compute/entry-links.ts";
import { countryAddress } from "../../compute/links.ts";
import type { Entry, EntryLink } from "../../model/entry.ts";
import { ENTRY_FORMS } from "../../model/entry-fields.ts";
import { formatActor } from "../../model/read-actors.ts";
import type { Artifact, RecordEdition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { renderSourceLink } from "./exhibits.ts";
import { type Html, html } from "./html.ts";
import { renderAsData } from "./list-files.ts";
import { renderPage } from "./page.ts";
import { RECORD, RECORD_SCRIPTS, renderRecordData, renderRecordExplorer } from "./record-explorer.ts";
import { renderEntryDate } from "./record-section.ts";

/** Yields the list of entries and a page for each. */
export function* renderEntryPages(edition: RecordEdition): Generator<Artifact> {
  const all = [...edition.index.entries.values()].flat().sort(byDate);
  yield { path: `${RECORD}index.html`, body: renderEntriesPage(edition, all) };
  yield* renderRecordData(edition, all);
  const backLinks = collectBackLinks(edition.index.casebook);
  for (const entry of edition.index.casebook.entries) {
    const links = backLinks.get(entry.id) ?? [];
    yield { path: `${entryAddress(entry)}index.html`, body: renderEntryPage(edition, entry, links) };
  }
}

function renderEntriesPage(edition: RecordEdition, all: readonly Entry[]): string {
  const { casebook, entries } = edition.index;
  const wording = siteWording(edition);
  const { words } = wording;
  const countries = [...entries.keys()].map(
    (id) => html`<a href="${linkTo(RECORD, countryAddress(id))}">${nameOf(casebook, id)}</a>`,
  );
  return renderPage(edition, {
    address: RECORD,
    title: words.theRecord,
    description: words.recordDescription(all.length, casebook.config.title),
    language: casebook.config.language,
    section: "record",
    scripts: RECORD_SCRIPTS,
    content: html`<header class="page-header">
<h1>${wording.say("theRecord")}</h1>
</header>
<div class="prose">
<p>${
      all.length === 0
        ? wording.say("noEntries")
        : html`${wording.say("recordOf", all.length, wording.row(countries))} ${renderAsData(edition, RECORD, `${RECORD}entries`)}`
    }</p>
</div>
${renderRecordExplorer(edition, all)}`,
  });
}

function byDate(a: Entry, b: Entry): number {
  const [first, second] = [a.date?.first ?? "~", b.date?.first ?? "~"];
  return first < second ? -1 : first > second ? 1 : 0;
}

function renderEntryPage(edition: RecordEdition, entry: Entry, backLinks: readonly BackLink[]): string {
  const { casebook } = edition.index;
  const wording = siteWording(edition);
  const address = entryAddress(entry);
  const country = nameOf(casebook, entry.country);
  return renderPage(edition, {
    address,
    title: wording.words.titleOfEntry(country, entry.id),
    description: entry.summary,
    language: casebook.config.language,
    section: "record",
    scripts: [],
    content: html`<header class="page-header">
<p class="entry-kind">${wording.sayOf("entryKinds", entry.kind)} · ${entry.id}</p>
<h1>${entry.summary}</h1>
<dl class="facts">
${factsOf(edition, entry, address).map(
  ([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>
`,
)}</dl>
</header>
<div class="prose">
${
  entry.quote !== undefined &&
  html`<blockquote><p>${entry.quote}</p></blockquote>
`
}${
  entry.note !== undefined &&
  html`<p>${entry.note}</p>
`
}${renderSources(edition, entry, address)}${renderLinks(edition, entry, backLinks, address)}<p><a href="${linkTo(address, RECORD)}">${wording.say("theRecord")}</a> · ${renderAsData(edition, address, `${RECORD}entries`)}</p>
</div>
`,
  });
}

function factsOf(edition: RecordEdition, entry: Entry, page: string): [Html, Html][] {
  const { casebook } = edition.index;
  const wording = siteWording(edition);
  const { words } = wording;
  const actors = entry.actors.map(
    (actor) =>
      html`<li>${wording.say("actorOfKind", formatActor(actor), words.kindOfActor(actor.kind))}</li>`,
  );
  const facts: [Html, Html][] = [
    [
      wording.say("country"),
      html`<a href="${linkTo(page, countryAddress(entry.country), "record")}">${nameOf(casebook, entry.country)}</a>`,
    ],
    [wording.say("date"), renderDate(entry, wording)],
    [wording.say("stage"), wording.sayOf("stages", entry.stage)],
  ];
  if (actors.length > 0) facts.push([wording.say("actors"), html`<ul>${actors}</ul>`]);
  for (const { name } of ENTRY_FORMS[entry.kind].fields) {
    const value = entry.details[name];
    if (value !== undefined)
      facts.push([wording.say("detailName", name), formatDetail(edition, name, value)]);
  }
  return facts;
}

function renderDate(entry: Entry, wording: Wording): Html {
  const date = renderEntryDate(entry, wording);
  if (!entry.date) return date;
  const precision = wording.words.precisions[entry.date.precision];
  const words = entry.date.isUncertain ? wording.words.approximate(precision) : precision;
  return wording.say("dateKnownTo", date, words);
}

function formatDetail(edition: RecordEdition, name: string, value: string): Html {
  const { codebook, config } = edition.index.casebook;
  const wording = siteWording(edition);
  if (name === "code") return html`${codebook.get(value)?.label ?? value}`;
  if (name === "compared_tier")
    return html`${config.scorecard.tiers.find((one) => one.id === value)?.label ?? value}`;
  if (name !== "compared_country") return wording.say("detailValue", value);
  return wording.row(value.split("; ").map((id) => nameOf(edition.index.casebook, id)));
}

function renderSources(edition: RecordEdition, entry: Entry, page: string): Html {
  if (entry.sources.length === 0) return html``;
  return html`<h2>${siteWording(edition).say("sources")}</h2>
<ul>
${entry.sources.map(
  ({
    source,
    locator,
  }) => html`<li>${renderSourceLink({ edition, page }, source)}${locator !== undefined && `, ${locator}`}</li>
`,
)}</ul>
`;
}

function renderLinks(
  edition: RecordEdition,
  entry: Entry,
  backLinks: readonly BackLink[],
  page: string,
): Html {
  const groups = new Map<string, Html[]>();
  const add = (word: string, item: Html) => groups.set(word, [...(groups.get(word) ?? []), item]);
  const wording = siteWording(edition);
  const { relations } = wording.words;
  for (const link of entry.links) add(relations[link.relation][0], renderForth(edition, entry, link, page));
  for (const { relation, from } of backLinks)
    add(relations[relation][1], renderEntryLink(from, page, wording));
  if (groups.size === 0) return html``;
  return html`<h2>${wording.say("links")}</h2>
${[...groups].map(
  ([word, items]) => html`<h3${wording.markOfWord("relations")}>${word}</h3>
<ul>
${items.map(
  (item) => html`<li>${item}</li>
`,
)}</ul>
`,
)}`;
}

function renderForth(edition: RecordEdition, entry: Entry, link: EntryLink, page: string): Html {
  const target: EntryTarget | undefined = findTarget(edition.index, entry, link);
  if (!target) return html`${link.to}`;
  const wording = siteWording(edition);
  if (target.kind === "entry") return renderEntryLink(target.entry, page, wording);
  if (target.kind === "law") {
    return html`<a href="${linkTo(page, countryAddress(target.law.country), "laws")}">${target.law.title ?? target.law.id}</a>`;
  }
  const { country, year } = target.grade;
  const words = wording.say("theGradeOf", nameOf(edition.index.casebook, country), year);
  return html`<a href="${linkTo(page, countryAddress(country), "grades")}">${words}</a>`;
}

function renderEntryLink(entry: Entry, page: string, wording: Wording): Html {
  return html`<a href="${linkTo(page, entryAddress(entry))}">${entry.summary}</a> <span class="unit">${wording.row([wording.sayOf("entryKinds", entry.kind), renderEntryDate(entry, wording)])}</span>`;
}
