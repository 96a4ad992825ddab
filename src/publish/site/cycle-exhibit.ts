import { countryAddress } from "../../compute/links.ts";
import type { Artifact, Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { embedOfCountry } from "./country-embeds.ts";
import { type DataTable, formatCsv, formatJson } from "./data-table.ts";
import {
  composeCaption,
  downloadsOf,
  type ExhibitView,
  renderDownloads,
  renderDrawings,
  renderShare,
} from "./exhibits.ts";
import type { CountryFigures } from "./figures.ts";
import { type Html, html, rawHtml } from "./html.ts";
import { linkToMark } from "./record-addresses.ts";
import type { RecordFigures } from "./record-figures.ts";
import { renderTestsExhibit, tabulateTests } from "./tests-table.ts";

/** Exhibits made from the record. */
export type RecordExhibit = "cycle" | "tests";

/** Returns the lane chart of a country: two drawings, caption, description, the entries as a table, files. */
export function renderCycleExhibit(view: ExhibitView, { record, country }: CountryFigures): Html {
  const wide = rawHtml(record.drawInline("wide", view.id, view.page));
  const narrow = rawHtml(record.drawInline("narrow", view.id, view.page));
  const { wording } = view;
  return html`<div class="exhibit exhibit-figure" id="${view.id}">
${renderDrawings(view, wide, narrow)}<details>
<summary>${wording.say("descriptionAndEntries", view.label)}</summary>
${record.text.paragraphs.map(
  (sentence) => html`<p${wording.figureTextMark}>${sentence}</p>
`,
)}${renderEntries(view, record, country)}</details>
${renderDownloads(view)}${renderShare(view, wide)}</div>
`;
}

/** Returns the lane chart and the tests of a country for its page; nothing where it has no entries. */
export function renderRecordSections(edition: Edition, figures: CountryFigures): Html {
  const { record } = figures;
  if (!record.hasEntries) return html``;
  const page = countryAddress(figures.country);
  const wording = siteWording(edition);
  const view = (type: RecordExhibit): ExhibitView => ({
    edition,
    wording,
    page,
    id: type,
    caption: composeCaption(edition, type, figures, wording),
    downloads: downloadsOf(page + type, recordFileKinds(type)),
    ...embedOfCountry(edition, figures, type, wording),
  });
  return html`<h2>${wording.say("cycle")}</h2>
${renderCycleExhibit(view("cycle"), figures)}${
  record.tests.length > 0 &&
  html`<h2>${wording.say("testsSection")}</h2>
${renderTestsExhibit(view("tests"), record.tests)}`
}`;
}

/** Returns the files beside a country's page; none where it has no entries. */
export function recordSectionFiles(figures: CountryFigures): Artifact[] {
  if (!figures.record.hasEntries) return [];
  const page = countryAddress(figures.country);
  return [
    ...recordExhibitFiles(`${page}cycle`, "cycle", figures),
    ...(figures.record.tests.length > 0 ? recordExhibitFiles(`${page}tests`, "tests", figures) : []),
  ];
}

/** Returns the endings of the files of an exhibit. */
export function recordFileKinds(type: RecordExhibit): readonly string[] {
  return type === "cycle" ? ["svg", "png", "csv", "json"] : ["csv", "json"];
}

/** Returns the files of an exhibit; `stem` is their address without ending. */
export function recordExhibitFiles(
  stem: string,
  type: RecordExhibit,
  { record, country }: CountryFigures,
): Artifact[] {
  const table = type === "cycle" ? tabulateCycle(country, record) : tabulateTests(record.tests);
  const files: Artifact[] = [
    { path: `${stem}.csv`, body: formatCsv(table) },
    { path: `${stem}.json`, body: formatJson(table) },
  ];
  if (type === "tests") return files;
  return [
    { path: `${stem}.svg`, body: record.drawFile() },
    { path: `${stem}.png`, body: record.renderPng },
    ...files,
  ];
}

function tabulateCycle(country: string, { rows }: RecordFigures): DataTable {
  return {
    columns: [
      "country",
      "id",
      "type",
      "date",
      "first",
      "last",
      "precision",
      "uncertain",
      "group",
      "lane",
      "summary",
    ],
    rows: rows.map(({ mark: { id, type, date, summary }, group, lane }) => [
      country,
      id,
      type,
      date?.text,
      date?.first,
      date?.last,
      date?.precision,
      date === undefined ? undefined : date.isUncertain ? "yes" : "no",
      group,
      lane,
      summary,
    ]),
  };
}

function renderEntries(view: ExhibitView, { rows }: RecordFigures, country: string): Html {
  const { wording } = view;
  return html`<div class="table-scroll" role="group" aria-label="${wording.words.entriesOf(view.label)}" tabindex="0"><table class="data-table">
<thead>
<tr><th scope="col">${wording.say("entry")}</th><th scope="col">${wording.say("date")}</th><th scope="col">${wording.say("part")}</th><th scope="col">${wording.say("lane")}</th></tr>
</thead>
<tbody>
${rows.map(
  ({ mark, date, group, lane }) =>
    html`<tr><th scope="row"><a href="${linkToMark(view.page, country, mark)}">${mark.summary}</a></th><td>${date}</td><td>${group}</td><td>${lane}</td></tr>
`,
)}</tbody>
</table></div>
`;
}
