import { formatCount } from "../../base/format.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import {
  type BackLink,
  collectBackLinks,
  type EntryTarget,
  entryAddress,
  findTarget,
} from "../../compute/entry-links.ts";
import { countryAddress } from "../../compute/links.ts";
import type { Entry, EntryLink, LinkRelation } from "../../model/entry.ts";
import { ENTRY_FORMS, STAGE_LABELS } from "../../model/entry-fields.ts";
import { formatActor } from "../../model/read-actors.ts";
import type { Artifact, Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import { renderSourceLink } from "./exhibits.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { renderPage } from "./page.ts";
import { RECORD, RECORD_SCRIPTS, renderRecordData, renderRecordExplorer } from "./record-explorer.ts";
import { renderEntryDate } from "./record-section.ts";

/** Yields the list of entries and a page for each. */
export function* renderEntryPages(edition: Edition): Generator<Artifact> {
  const all = [...edition.index.entries.values()].flat().sort(byDate);
  yield { path: `${RECORD}index.html`, body: renderEntriesPage(edition, all) };
  yield* renderRecordData(edition, all);
  const backLinks = collectBackLinks(edition.index.casebook);
  for (const entry of edition.index.casebook.entries) {
    const links = backLinks.get(entry.id) ?? [];
    yield { path: `${entryAddress(entry)}index.html`, body: renderEntryPage(edition, entry, links) };
  }
}

function renderEntriesPage(edition: Edition, all: readonly Entry[]): string {
  const { casebook, entries } = edition.index;
  const countries = [...entries.keys()].map(
    (id) => html`<a href="${linkTo(RECORD, countryAddress(id))}">${nameOf(casebook, id)}</a>`,
  );
  return renderPage(edition, {
    address: RECORD,
    title: "The record",
    description: `${formatCount(all.length, "entry", "entries")} of ${casebook.config.title}, each with its sources.`,
    language: casebook.config.language,
    section: "record",
    scripts: RECORD_SCRIPTS,
    content: html`<header class="page-header">
<h1>The record</h1>
</header>
<div class="prose">
<p>${
      all.length === 0
        ? "The casebook has no entries."
        : html`${formatCount(all.length, "entry", "entries")}, by stage and year. Countries: ${joinHtml(countries, ", ")}.`
    }</p>
</div>
${renderRecordExplorer(edition, all)}`,
  });
}

function byDate(a: Entry, b: Entry): number {
  const [first, second] = [a.date?.first ?? "~", b.date?.first ?? "~"];
  return first < second ? -1 : first > second ? 1 : 0;
}

function renderEntryPage(edition: Edition, entry: Entry, backLinks: readonly BackLink[]): string {
  const { casebook } = edition.index;
  const address = entryAddress(entry);
  const country = nameOf(casebook, entry.country);
  return renderPage(edition, {
    address,
    title: `${country}, ${entry.id}`,
    description: entry.summary,
    language: casebook.config.language,
    section: "record",
    scripts: [],
    content: html`<header class="page-header">
<p class="entry-kind">${ENTRY_FORMS[entry.kind].label} · ${entry.id}</p>
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
}${renderSources(edition, entry, address)}${renderLinks(edition, entry, backLinks, address)}</div>
`,
  });
}

function factsOf(edition: Edition, entry: Entry, page: string): [string, Html][] {
  const { casebook } = edition.index;
  const actors = entry.actors.map((actor) => html`<li>${formatActor(actor)} (${actor.kind})</li>`);
  const facts: [string, Html][] = [
    [
      "Country",
      html`<a href="${linkTo(page, countryAddress(entry.country), "record")}">${nameOf(casebook, entry.country)}</a>`,
    ],
    ["Date", html`${renderEntryDate(entry)}${entry.date && ` (${precisionOf(entry)})`}`],
    ["Stage", html`${STAGE_LABELS[entry.stage]}`],
  ];
  if (actors.length > 0) facts.push(["Actors", html`<ul>${actors}</ul>`]);
  for (const { name } of ENTRY_FORMS[entry.kind].fields) {
    const value = entry.details[name];
    if (value !== undefined) facts.push([labelOf(name), html`${formatDetail(edition, name, value)}`]);
  }
  return facts;
}

function precisionOf({ date }: Entry): string {
  if (!date) return "";
  const precision = date.precision === "interval" ? "a span of time" : `known to the ${date.precision}`;
  return date.isUncertain ? `${precision}, approximate` : precision;
}

const LABELS: Readonly<Record<string, string>> = {
  attributed: "Attributed to the grader",
  by: "Pressure by",
  code: "Reaction",
  compared_country: "Compared with",
  compared_tier: "Tier of the other",
};

function labelOf(name: string): string {
  return LABELS[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function formatDetail({ index }: Edition, name: string, value: string): string {
  const { codebook, config } = index.casebook;
  if (name === "code") return codebook.get(value)?.label ?? value;
  if (name === "compared_tier") return config.scorecard.tiers.find((one) => one.id === value)?.label ?? value;
  if (name !== "compared_country") return value.replaceAll("-", " ");
  return value
    .split("; ")
    .map((id) => nameOf(index.casebook, id))
    .join(", ");
}

function renderSources(edition: Edition, entry: Entry, page: string): Html {
  if (entry.sources.length === 0) return html``;
  return html`<h2>Sources</h2>
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

/** A relation as the entry that has it and as the one that it points to would say it. */
const RELATIONS: Readonly<Record<LinkRelation, readonly [forth: string, back: string]>> = {
  answers: ["Answers", "Answered by"],
  follows: ["Follows", "Followed by"],
  "attributed-by": ["Attributed by", "Says what caused"],
  restates: ["Restates", "Restated by"],
  about: ["About", "Discussed by"],
};

function renderLinks(edition: Edition, entry: Entry, backLinks: readonly BackLink[], page: string): Html {
  const groups = new Map<string, Html[]>();
  const add = (word: string, item: Html) => groups.set(word, [...(groups.get(word) ?? []), item]);
  for (const link of entry.links) add(RELATIONS[link.relation][0], renderForth(edition, entry, link, page));
  for (const { relation, from } of backLinks) add(RELATIONS[relation][1], renderEntryLink(from, page));
  if (groups.size === 0) return html``;
  return html`<h2>Links</h2>
${[...groups].map(
  ([word, items]) => html`<h3>${word}</h3>
<ul>
${items.map(
  (item) => html`<li>${item}</li>
`,
)}</ul>
`,
)}`;
}

function renderForth(edition: Edition, entry: Entry, link: EntryLink, page: string): Html {
  const target: EntryTarget | undefined = findTarget(edition.index, entry, link);
  if (!target) return html`${link.to}`;
  if (target.kind === "entry") return renderEntryLink(target.entry, page);
  if (target.kind === "law") {
    return html`<a href="${linkTo(page, countryAddress(target.law.country), "laws")}">${target.law.title ?? target.law.id}</a>`;
  }
  const { country, year } = target.grade;
  const words = `The grade of ${nameOf(edition.index.casebook, country)} in ${year}`;
  return html`<a href="${linkTo(page, countryAddress(country), "grades")}">${words}</a>`;
}

function renderEntryLink(entry: Entry, page: string): Html {
  return html`<a href="${linkTo(page, entryAddress(entry))}">${entry.summary}</a> <span class="unit">${ENTRY_FORMS[entry.kind].label}, ${renderEntryDate(entry)}</span>`;
}
