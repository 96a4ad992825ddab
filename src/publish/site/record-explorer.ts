import { yearOf } from "../../base/edtf.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { countryAddress } from "../../compute/links.ts";
import { ACTOR_KINDS, ENTRY_KINDS, type Entry, STAGES } from "../../model/entry.ts";
import type { Artifact, RecordEdition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { type Facet, formatRow, type RowValues, renderExplorerForm } from "./explorer.ts";
import { type Html, html } from "./html.ts";
import { renderEntryStages } from "./record-section.ts";

/** The address of the record. */
export const RECORD = "entries/";

/** The client module of the record's page. */
export const RECORD_SCRIPTS: readonly string[] = ["explore-list"];

/**
 * So many entries one page lists. A longer record is a table of countries and stages there, which leads to the countries' own
 * lists; the script has the entries from a data file, and shows them some at a time.
 */
export const MOST_LISTED = 1000;

const DATA = `${RECORD}list.json`;

/** Returns the record with the form by which a script narrows it. `entries` are in order of date. */
export function renderRecordExplorer(edition: RecordEdition, entries: readonly Entry[]): Html {
  if (entries.length === 0) return html``;
  const wording = siteWording(edition);
  const { words } = wording;
  const form = renderExplorerForm({
    label: words.filterRecord,
    count: words.entriesShown(entries.length),
    wording,
    rows: entries.map(valuesOf),
    facets: createFacets(edition, entries),
  });
  const isLong = entries.length > MOST_LISTED;
  const source =
    isLong && html` data-source="list.json" data-class="record-list" data-more="${words.showMore}"`;
  return html`<explore-list>
${form}<div data-rows${source}>
${isLong ? renderOverview(edition, entries) : renderList(edition, entries)}</div>
</explore-list>
`;
}

/** Yields the entries of a long record as the script reads them: link, summary, what stands beside it, values. */
export function* renderRecordData(edition: RecordEdition, entries: readonly Entry[]): Generator<Artifact> {
  if (entries.length <= MOST_LISTED) return;
  const { words, date: dateOf } = siteWording(edition);
  const lines = entries.map((entry) =>
    JSON.stringify([
      linkTo(RECORD, entryAddress(entry)),
      entry.summary,
      [
        nameOf(edition.index.casebook, entry.country),
        words.entryKinds[entry.kind],
        entry.date && dateOf(entry.date),
      ]
        .filter(Boolean)
        .join(words.listSeparator),
      formatRow(valuesOf(entry)),
    ]),
  );
  yield { path: DATA, body: `[\n${lines.join(",\n")}\n]\n` };
}

function renderList(edition: RecordEdition, entries: readonly Entry[]): Html {
  const { index } = edition;
  const hasSeveral = new Set(entries.map(({ country }) => country)).size > 1;
  return renderEntryStages(entries, {
    wording: siteWording(edition),
    page: RECORD,
    headings: "h2",
    rowOf: (entry) => formatRow(valuesOf(entry)),
    ...(hasSeveral ? { nameOf: (country: string) => nameOf(index.casebook, country) } : {}),
  });
}

function renderOverview(edition: RecordEdition, entries: readonly Entry[]): Html {
  const { casebook } = edition.index;
  const { words } = siteWording(edition);
  const counts = new Map<string, Map<string, number>>();
  for (const { country, stage } of entries) {
    const own = counts.get(country) ?? new Map<string, number>();
    counts.set(country, own.set(stage, (own.get(stage) ?? 0) + 1));
  }
  const stages = STAGES.filter((stage) => entries.some((entry) => entry.stage === stage));
  const rows = [...counts]
    .map(([country, own]) => ({ country, own, name: nameOf(casebook, country) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return html`<div class="table-scroll" role="group" aria-label="${words.recordByCountry}" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">${words.country}</th>${stages.map((stage) => html`<th scope="col" class="align-right">${words.stages[stage]}</th>`)}</tr>
</thead>
<tbody>
${rows.map(
  ({
    country,
    own,
    name,
  }) => html`<tr><th scope="row"><a href="${linkTo(RECORD, countryAddress(country), "record")}">${name}</a></th>${stages.map(
    (stage) => html`<td class="align-right">${own.get(stage) ?? 0}</td>`,
  )}</tr>
`,
)}</tbody>
</table></div>
`;
}

function valuesOf(entry: Entry): RowValues {
  return {
    stage: [entry.stage],
    kind: [entry.kind],
    actor: [...new Set(entry.actors.map((actor) => actor.kind))],
    code: entry.details.code === undefined ? [] : [entry.details.code],
    country: [entry.country.toLowerCase()],
    year: entry.date ? [String(yearOf(entry.date))] : [],
  };
}

function createFacets(edition: RecordEdition, entries: readonly Entry[]): Facet[] {
  const { casebook } = edition.index;
  const { words } = siteWording(edition);
  const years = [...new Set(entries.flatMap(({ date }) => (date ? [yearOf(date)] : [])))].sort(
    (a, b) => a - b,
  );
  const countries = [...new Set(entries.map(({ country }) => country))]
    .map((id) => ({ value: id.toLowerCase(), label: nameOf(casebook, id) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const facet = (name: string, label: string, options: Facet["options"]): Facet => ({
    name,
    label,
    all: words.allOf,
    options,
  });
  return [
    facet(
      "stage",
      words.stage,
      STAGES.map((value) => ({ value, label: words.stages[value] })),
    ),
    facet(
      "kind",
      words.kind,
      ENTRY_KINDS.map((value) => ({ value, label: words.entryKinds[value] })),
    ),
    facet(
      "actor",
      words.actor,
      ACTOR_KINDS.map((value) => ({ value, label: words.actorKinds[value] })),
    ),
    facet(
      "code",
      words.reaction,
      [...casebook.codebook].map(([value, { label }]) => ({ value, label })),
    ),
    facet("country", words.country, countries),
    facet(
      "year",
      words.year,
      years.map((year) => ({ value: String(year), label: String(year) })),
    ),
  ];
}
