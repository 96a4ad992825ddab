import { formatMissing, isMissing } from "../../base/missing.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import type { ComputedExhibit } from "../../compute/exhibits.ts";
import type { Statistic } from "../../compute/statistics.ts";
import { tierColour } from "../../draw/palette.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import type { Grade } from "../../model/grade.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import type { DataTable } from "./data-table.ts";
import type { CountryFigures } from "./figures.ts";
import { attribute, type Html, html, joinHtml, rawHtml } from "./html.ts";

/** A file offered beside a page. */
export interface Download {
  readonly label: string;
  /** The file's address, e.g. `countries/jpn/timeline.svg`. */
  readonly path: string;
}

/** What a figure or table on a page is shown with. */
export interface ExhibitView {
  readonly edition: Edition;
  /** The page's address. */
  readonly page: string;
  readonly id: string;
  /** "Figure 1"; absent on pages where exhibits are not numbered. */
  readonly label?: string;
  readonly caption: Html;
  readonly downloads: readonly Download[];
}

/** Returns a figure's drawings for wide and narrow columns, of which a page shows one, with its caption. */
export function renderDrawings(view: ExhibitView, wide: Html, narrow: Html): Html {
  return html`<figure>
<div class="figure-frame">
<div class="figure-wide">${wide}</div>
<div class="figure-narrow" hidden>${narrow}</div>
</div>
<figcaption>${captionOf(view)}</figcaption>
</figure>
`;
}

/** Returns the timeline of a country: two drawings for wide and narrow columns, caption, description, data, files. */
export function renderTimelineExhibit(view: ExhibitView, figures: CountryFigures, authorsAlt?: string): Html {
  const wide = rawHtml(figures.drawInline("wide", view.id));
  const narrow = rawHtml(figures.drawInline("narrow", view.id));
  return html`<div class="exhibit exhibit-figure" id="${view.id}">
${renderDrawings(view, wide, narrow)}<details>
<summary>Description and data of ${view.label ?? "the figure"}</summary>
${
  authorsAlt !== undefined &&
  authorsAlt !== "" &&
  html`<p>${authorsAlt}</p>
`
}${figures.description.map(
  (sentence) => html`<p>${sentence}</p>
`,
)}${renderDataTable(figures.table, `Data of ${view.label ?? "the figure"}`)}</details>
${renderDownloads(view)}</div>
`;
}

/**
 * Returns the statistics of a country, each with how it was made; quoted ones say so and name their source. Roles are
 * spelled out because narrow pages set the rows as blocks, which takes a table's meaning away in some browsers.
 */
export function renderStatisticsExhibit(view: ExhibitView, statistics: readonly Statistic[]): Html {
  return renderTableExhibit(
    view,
    html`<thead>
<tr role="row"><th scope="col" role="columnheader">Statistic</th><th scope="col" role="columnheader" class="align-right">Value</th><th scope="col" role="columnheader">Basis</th></tr>
</thead>
<tbody>
${statistics.map((statistic) => statisticRow(view, statistic))}</tbody>
`,
    "statistics-table",
  );
}

/** Returns the grades of a country by year, with the reason where there is none, notes and sources. */
export function renderGradesExhibit(view: ExhibitView, grades: readonly Grade[]): Html {
  const hasNotes = grades.some((grade) => grade.note !== undefined);
  return renderTableExhibit(
    view,
    html`<thead>
<tr><th scope="col">Year</th><th scope="col">Grade</th><th scope="col">Source</th>${hasNotes && html`<th scope="col">Note</th>`}</tr>
</thead>
<tbody>
${grades.map(
  (
    grade,
  ) => html`<tr><th scope="row">${grade.year}</th><td>${renderTier(view.edition, grade)}</td><td>${renderSourceLink(view, grade.source)}</td>${hasNotes && html`<td>${grade.note ?? ""}</td>`}</tr>
`,
)}</tbody>
`,
    "grades-table",
  );
}

/** Returns a numbered table: caption, the table in a region that scrolls by itself, files. */
export function renderTableExhibit(view: ExhibitView, rows: Html, className: string): Html {
  return html`<div class="exhibit exhibit-table" id="${view.id}">
${renderCaptionedTable(
  view,
  html`<table class="${className}" role="table" aria-labelledby="${`${view.id}-caption`}">
${rows}</table>`,
)}${renderDownloads(view)}</div>
`;
}

/** Returns a table below its caption, in a region that scrolls by itself while the caption stays. */
export function renderCaptionedTable(view: Pick<ExhibitView, "id" | "label" | "caption">, table: Html): Html {
  return html`<figure>
<figcaption id="${`${view.id}-caption`}">${captionOf(view)}</figcaption>
<div class="table-scroll" role="group" aria-label="${view.label ?? "Table"}" tabindex="0">${table}</div>
</figure>
`;
}

/** Returns "Figure 1: caption". */
export function captionOf({ label, caption }: Pick<ExhibitView, "label" | "caption">): Html {
  if (label === undefined) return caption;
  const number = html`<span class="exhibit-label">${label}${caption.text !== "" && ":"}</span>`;
  return joinHtml([number, caption], " ");
}

/** Returns a table of data, for the details behind a figure and for pages. The first column heads its row. */
export function renderDataTable(table: DataTable, label: string): Html {
  return html`<div class="table-scroll" role="group" aria-label="${label}" tabindex="0"><table class="data-table">
<thead>
<tr>${table.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
</thead>
<tbody>
${table.rows.map(
  (
    row,
  ) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${String(cell ?? "")}</th>` : html`<td>${String(cell ?? "")}</td>`))}</tr>
`,
)}</tbody>
</table></div>
`;
}

/** Returns links to the files beside a page, on one line. */
export function renderDownloads({
  page,
  downloads,
  label,
}: Pick<ExhibitView, "page" | "downloads" | "label">): Html {
  if (downloads.length === 0) return html``;
  const of = label === undefined ? "" : ` ${label}`;
  const links = downloads.map(
    ({ label: kind, path }) =>
      html`<a href="${linkTo(page, path)}" download aria-label="${`Download${of} as ${kind}`}">${kind}</a>`,
  );
  return html`<p class="downloads">Download: ${joinHtml(links, " · ")}</p>
`;
}

/** Returns a grade as text: the tier's name with its colour, or the reason why there is none. */
export function renderTier(edition: Edition, grade: Pick<Grade, "tier">): Html {
  if (isMissing(grade.tier)) return html`<span class="no-grade">${formatMissing(grade.tier)}</span>`;
  const count = edition.index.casebook.config.scorecard.tiers.length;
  return html`<span class="tier-name tier-c${tierColour(grade.tier.rank, count)}">${grade.tier.label}</span>`;
}

/** Returns a link to a source's entry in the list of sources; its id where the list does not have it. */
export function renderSourceLink(view: Pick<ExhibitView, "edition" | "page">, id: string | undefined): Html {
  if (id === undefined) return html``;
  const source = view.edition.index.casebook.sources.get(id);
  if (!source) return html`${id}`;
  return html`<a href="${linkTo(view.page, "sources/", id)}">${sourceName(source)}</a>`;
}

/** A short name that tells apart the editions of a yearly report: "Trafficking in Persons Report, 2004". */
function sourceName({ id, title, issued }: BibliographicSource): string {
  const name = title ?? id;
  return issued === undefined || name.includes(String(issued.year)) ? name : `${name}, ${issued.year}`;
}

/** Returns the caption of a computed figure or table whose author left it open. */
export function composeCaption(edition: Edition, type: ComputedExhibit, figures: CountryFigures): Html {
  const { config } = edition.index.casebook;
  const name = nameOf(edition.index.casebook, figures.country);
  switch (type) {
    case "timeline":
      return html`${`${name}: ${figures.subject}`}`;
    case "statistics":
      return html`${`${name}: ${config.statistics?.caption ?? "statistics"}`}`;
    case "grades":
      return html`${`${name} in the ${config.scorecard.short}`}`;
    case "cycle":
      return html`${`${name}: ${figures.record.text.subject}`}`;
    case "tests":
      return html`${`${name}: tests of outcomes`}`;
  }
}

function statisticRow(view: ExhibitView, { row, text, value, quoted, basis }: Statistic): Html {
  const unit = row.unit !== undefined && html`<span class="unit">${row.unit}</span>`;
  const missing = isMissing(value) ? ' class="align-right missing-value"' : ' class="align-right"';
  const source = quoted && renderSourceLink(view, quoted.source);
  const vintage =
    quoted &&
    html` <span class="vintage">Source: ${source}, as of ${quoted.vintage}.${quoted.note !== undefined && ` ${quoted.note}.`}</span>`;
  return html`<tr role="row"${attribute("class", quoted ? "quoted" : undefined)}><th scope="row" role="rowheader">${row.label}${unit && html` ${unit}`}</th><td role="cell"${rawHtml(missing)}>${text}${quoted && html` <span class="quoted-mark">quoted</span>`}</td><td role="cell">${basis}${vintage}</td></tr>
`;
}
