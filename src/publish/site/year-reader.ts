import { yearOf } from "../../base/edtf.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { countryAddress } from "../../compute/links.ts";
import type { Entry } from "../../model/entry.ts";
import { linkTo } from "./addresses.ts";
import type { ExhibitView } from "./exhibits.ts";
import type { CountryFigures } from "./figures.ts";
import { type Html, html, joinHtml } from "./html.ts";

/** Most entries of a year that are named; a link leads to the others. */
const ENTRIES_SHOWN = 12;

/** Returns the data behind a timeline, one row a year, with the entries of the record in each. */
export function renderYearTable(view: ExhibitView, { country, table }: CountryFigures): Html {
  const byYear = entriesByYear(view, country);
  return html`<div class="table-scroll year-table" role="group" aria-label="${view.wording.words.dataOf(view.label)}" tabindex="0"><table class="data-table">
<thead>
<tr>${table.columns.map((column) => html`<th scope="col">${column}</th>`)}${byYear.size > 0 && html`<th scope="col">${view.wording.say("entries")}</th>`}</tr>
</thead>
<tbody>
${table.rows.map(
  ([year, ...cells]) =>
    html`<tr><th scope="row">${String(year)}</th>${cells.map((cell) => html`<td>${String(cell ?? "")}</td>`)}${byYear.size > 0 && html`<td>${renderEntries(view, country, byYear.get(Number(year)) ?? [])}</td>`}</tr>
`,
)}</tbody>
</table></div>
`;
}

/** Returns the slider that shows a year of a timeline by itself; `year-reader.ts` fills it from the table. */
export function renderYearReader({ wording }: ExhibitView, { timeline: { years } }: CountryFigures): Html {
  return html`<year-reader class="needs-scripts" data-none="${wording.words.nothing}">
<label>${wording.say("yearByYear")} <b class="year-shown" aria-hidden="true"></b>
<input type="range" min="${years.first}" max="${years.last}" step="1" value="${years.last}" autocomplete="off"></label>
<div class="year-facts" role="status" aria-label="${wording.words.yearFacts}" tabindex="0"></div>
</year-reader>
`;
}

function entriesByYear({ edition }: ExhibitView, country: string): Map<number, Entry[]> {
  const byYear = new Map<number, Entry[]>();
  for (const entry of edition.index.entries.get(country) ?? []) {
    if (!entry.date) continue;
    const year = yearOf(entry.date);
    byYear.set(year, [...(byYear.get(year) ?? []), entry]);
  }
  return byYear;
}

function renderEntries(view: ExhibitView, country: string, entries: readonly Entry[]): Html {
  const links = entries
    .slice(0, ENTRIES_SHOWN)
    .map((entry) => html`<a href="${linkTo(view.page, entryAddress(entry))}">${entry.summary}</a>`);
  const more = entries.length - links.length;
  if (more > 0) {
    const all = linkTo(view.page, countryAddress(country), "record");
    links.push(html`<a href="${all}">${view.wording.say("andMore", more)}</a>`);
  }
  return joinHtml(links, view.wording.words.partSeparator);
}
