import { yearOf } from "../../base/edtf.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { type Entry, STAGES, type Stage } from "../../model/entry.ts";
import type { Edition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { attribute, type Html, html } from "./html.ts";
import { renderAsData } from "./list-files.ts";

/** Where entries are listed: the page, the rank of the stages' headings, and whether they name the country. */
export interface EntryListView {
  readonly wording: Wording;
  readonly page: string;
  readonly headings: "h2" | "h3";
  readonly nameOf?: (country: string) => string;
  /** What a script that narrows the list is to know of an entry. */
  readonly rowOf?: (entry: Entry) => string;
}

/** Returns a country's section "The record": its entries by stage and year; nothing where it has none. */
export function renderRecordSection(edition: Edition, country: string, page: string): Html {
  const entries = edition.index.entries.get(country) ?? [];
  if (entries.length === 0) return html``;
  const all = linkTo(page, "entries/");
  const wording = siteWording(edition);
  return html`<h2 id="record">${wording.say("theRecord")}</h2>
<div class="prose">
<p>${wording.say("recordOfCountry", entries.length, all)} ${renderAsData(edition, page, "entries/entries")}</p>
</div>
${renderEntryStages(entries, { wording, page, headings: "h3" })}`;
}

/** Returns entries, which are in order of date, by stage and year. */
export function renderEntryStages(entries: readonly Entry[], view: EntryListView): Html {
  const stages = STAGES.map((stage) => ({ stage, own: entries.filter((one) => one.stage === stage) }));
  return html`${stages.map(({ stage, own }) => own.length > 0 && renderStage(stage, own, view))}`;
}

function renderStage(stage: Stage, entries: readonly Entry[], view: EntryListView): Html {
  const { wording } = view;
  const years = new Map<number | undefined, Entry[]>();
  for (const entry of entries) {
    const year = entry.date && yearOf(entry.date);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  const group = view.rowOf !== undefined && html` data-group`;
  const heading = html`${wording.sayOf("stages", stage)} (${group ? html`<span data-count>${entries.length}</span>` : entries.length})`;
  const id = `record-${stage}`;
  const title =
    view.headings === "h2" ? html`<h2 id="${id}">${heading}</h2>` : html`<h3 id="${id}">${heading}</h3>`;
  const groups = [...years].map(([year, own]) => renderYear(year, own, view));
  const list = html`${title}
<dl class="record-years">
${groups}</dl>
`;
  return group
    ? html`<div class="record-stage"${group}>
${list}</div>
`
    : list;
}

function renderYear(year: number | undefined, entries: readonly Entry[], view: EntryListView): Html {
  return html`<div${view.rowOf && html` data-group`}><dt>${year ?? view.wording.say("undated")}</dt><dd><ul>
${entries.map(
  (
    entry,
  ) => html`<li${attribute("data-row", view.rowOf?.(entry))}><a href="${linkTo(view.page, entryAddress(entry))}">${entry.summary}</a> <span class="unit">${describe(entry, view)}</span></li>
`,
)}</ul></dd></div>
`;
}

function describe(entry: Entry, { nameOf, wording }: EntryListView): Html {
  return wording.row([
    nameOf?.(entry.country),
    wording.sayOf("entryKinds", entry.kind),
    entry.date && entry.date.precision !== "year" && wording.date(entry.date),
  ]);
}

/** Returns an entry's date in a `time` element where it is a single one. */
export function renderEntryDate({ date }: Entry, wording: Wording): Html {
  if (!date) return wording.say("notKnown");
  const isPlain = /^\d{4}(-\d{2}){0,2}$/.test(date.text);
  return html`<time${attribute("datetime", isPlain ? date.text : date.first)}>${wording.date(date)}</time>`;
}
