import { formatDate, yearOf } from "../../base/edtf.ts";
import { formatCount } from "../../base/format.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { type Entry, STAGES, type Stage } from "../../model/entry.ts";
import { ENTRY_FORMS, STAGE_LABELS } from "../../model/entry-fields.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import { attribute, type Html, html } from "./html.ts";

/** Where entries are listed: the page, the rank of the stages' headings, and whether they name the country. */
export interface EntryListView {
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
  return html`<h2 id="record">The record</h2>
<div class="prose">
<p>${formatCount(entries.length, "entry", "entries")}, each with its sources; <a href="${all}">all entries of the casebook</a>.</p>
</div>
${renderEntryStages(entries, { page, headings: "h3" })}`;
}

/** Returns entries, which are in order of date, by stage and year. */
export function renderEntryStages(entries: readonly Entry[], view: EntryListView): Html {
  const stages = STAGES.map((stage) => ({ stage, own: entries.filter((one) => one.stage === stage) }));
  return html`${stages.map(({ stage, own }) => own.length > 0 && renderStage(stage, own, view))}`;
}

function renderStage(stage: Stage, entries: readonly Entry[], view: EntryListView): Html {
  const years = new Map<string, Entry[]>();
  for (const entry of entries) {
    const year = entry.date ? String(yearOf(entry.date)) : "Undated";
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  const group = view.rowOf !== undefined && html` data-group`;
  const heading = html`${STAGE_LABELS[stage]} (${group ? html`<span data-count>${entries.length}</span>` : entries.length})`;
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

function renderYear(year: string, entries: readonly Entry[], view: EntryListView): Html {
  return html`<div${view.rowOf && html` data-group`}><dt>${year}</dt><dd><ul>
${entries.map(
  (
    entry,
  ) => html`<li${attribute("data-row", view.rowOf?.(entry))}><a href="${linkTo(view.page, entryAddress(entry))}">${entry.summary}</a> <span class="unit">${describe(entry, view)}</span></li>
`,
)}</ul></dd></div>
`;
}

function describe(entry: Entry, { nameOf }: EntryListView): string {
  const parts = [
    nameOf?.(entry.country),
    ENTRY_FORMS[entry.kind].label,
    entry.date && entry.date.precision !== "year" ? formatDate(entry.date) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** Returns an entry's date in a `time` element where it is a single one. */
export function renderEntryDate({ date }: Entry): Html {
  if (!date) return html`not known`;
  const isPlain = /^\d{4}(-\d{2}){0,2}$/.test(date.text);
  return html`<time${attribute("datetime", isPlain ? date.text : date.first)}>${formatDate(date)}</time>`;
}
