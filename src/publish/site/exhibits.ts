import { isMissing } from "../../base/missing.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import type { ComputedExhibit, Exhibit } from "../../compute/exhibits.ts";
import { sourceAddress } from "../../compute/source-address.ts";
import type { Statistic } from "../../compute/statistics.ts";
import { tierColour } from "../../draw/palette.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import type { Grade } from "../../model/grade.ts";
import type { Edition, RecordEdition } from "../edition.ts";
import { type Embed, renderEmbedCode } from "../share/embed.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import type { DataTable } from "./data-table.ts";
import type { CountryFigures } from "./figures.ts";
import { attribute, type Html, html, joinHtml, rawHtml } from "./html.ts";
import { renderYearReader, renderYearTable } from "./year-reader.ts";

/** A file offered beside a page. */
export interface Download {
  readonly label: string;
  /** The file's address, e.g. `countries/jpn/timeline.svg`. */
  readonly path: string;
}

/** Returns the files whose address is `stem` with an ending; CSV and JSON where no endings are given. */
export function downloadsOf(stem: string, kinds: readonly string[] = ["csv", "json"]): Download[] {
  return kinds.map((kind) => ({ label: kind.toUpperCase(), path: `${stem}.${kind}` }));
}

/** What a figure or table on a page is shown with. */
export interface ExhibitView {
  readonly edition: Edition;
  readonly wording: Wording;
  /** The page's address. */
  readonly page: string;
  readonly id: string;
  /** "Figure 1"; absent on pages where exhibits are not numbered. */
  readonly label?: string;
  readonly caption: Html;
  readonly downloads: readonly Download[];
  /** How it is cited, where it has a number. */
  readonly cite?: Html;
  /** Its small page, which others may show in a frame. */
  readonly embed?: Embed;
}

const LABEL_WORDS = { figure: "figureNumber", table: "tableNumber" } as const;

/** Returns an exhibit's name in a page's language, e.g. "Figure 1". */
export function exhibitLabel({ kind, number }: Exhibit, { words }: Wording): string {
  return words[LABEL_WORDS[kind]](number);
}

/** Returns a figure's drawings for wide and narrow columns, of which a page shows one, with its caption. */
export function renderDrawings(view: ExhibitView, wide: Html, narrow: Html): Html {
  return html`<figure>
<div class="figure-frame"${view.wording.figureMark}>
<div class="figure-wide">${wide}</div>
<div class="figure-narrow" hidden>${narrow}</div>
</div>
<figcaption>${captionOf(view)}</figcaption>
</figure>
${renderOpenLarge(view)}`;
}

/** Returns the button that opens a figure as large as the window. */
export function renderOpenLarge({ wording, label }: Pick<ExhibitView, "wording" | "label">): Html {
  return html`<div class="figure-tools needs-scripts"><button type="button" class="figure-open" data-name="${label ?? wording.words.figure}" data-close="${wording.words.close}">${wording.say("openLarge", label)}</button></div>
`;
}

/** Returns the timeline of a country: two drawings for wide and narrow columns, caption, description, data, files. */
export function renderTimelineExhibit(view: ExhibitView, figures: CountryFigures, authorsAlt?: string): Html {
  const wide = rawHtml(figures.drawInline("wide", view.id));
  const narrow = rawHtml(figures.drawInline("narrow", view.id));
  return html`<div class="exhibit exhibit-figure" id="${view.id}">
${renderDrawings(view, wide, narrow)}${renderYearReader(view, figures)}<details>
<summary>${view.wording.say("descriptionAndData", view.label)}</summary>
${
  authorsAlt !== undefined &&
  authorsAlt !== "" &&
  html`<p>${authorsAlt}</p>
`
}${figures.description.map(
  (sentence) => html`<p${view.wording.figureTextMark}>${sentence}</p>
`,
)}${renderYearTable(view, figures)}</details>
${renderDownloads(view)}${renderShare(view, wide)}</div>
`;
}

/**
 * Returns the statistics of a country, each with how it was made; quoted ones say so and name their source. Roles are
 * spelled out because narrow pages set the rows as blocks, which takes a table's meaning away in some browsers.
 */
export function renderStatisticsExhibit(view: ExhibitView, statistics: readonly Statistic[]): Html {
  const { wording } = view;
  return renderTableExhibit(
    view,
    html`<thead>
<tr role="row"><th scope="col" role="columnheader">${wording.say("statistic")}</th><th scope="col" role="columnheader" class="align-right">${wording.say("value")}</th><th scope="col" role="columnheader">${wording.say("basis")}</th></tr>
</thead>
<tbody>
${statistics.map((statistic) => statisticRow(view, statistic))}</tbody>
`,
    "statistics-table",
  );
}

/** Returns the grades of a country by year, with the reason where there is none, notes and sources. */
export function renderGradesExhibit(view: ExhibitView, grades: readonly Grade[]): Html {
  const { wording } = view;
  const hasNotes = grades.some((grade) => grade.note !== undefined);
  return renderTableExhibit(
    view,
    html`<thead>
<tr><th scope="col">${wording.say("year")}</th><th scope="col">${wording.say("grade")}</th><th scope="col">${wording.say("source")}</th>${hasNotes && html`<th scope="col">${wording.say("noteColumn")}</th>`}</tr>
</thead>
<tbody>
${grades.map(
  (
    grade,
  ) => html`<tr><th scope="row">${grade.year}</th><td>${renderTier(view.edition, grade, wording)}</td><td>${renderSourceLink(view, grade.source)}</td>${hasNotes && html`<td>${grade.note ?? ""}</td>`}</tr>
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
export function renderCaptionedTable(
  view: Pick<ExhibitView, "id" | "label" | "caption" | "wording">,
  table: Html,
): Html {
  return html`<figure>
<figcaption id="${`${view.id}-caption`}">${captionOf(view)}</figcaption>
<div class="table-scroll" role="group" aria-label="${view.label ?? view.wording.words.table}" tabindex="0">${table}</div>
</figure>
`;
}

/** Returns "Figure 1: caption". */
export function captionOf({
  label,
  caption,
  wording,
}: Pick<ExhibitView, "label" | "caption" | "wording">): Html {
  if (label === undefined) return caption;
  const name = caption.text === "" ? label : wording.words.withColon(label);
  const number = html`<span class="exhibit-label"${wording.markOfWord("figureNumber")}>${name}</span>`;
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

/** Returns what stands below an exhibit: links to its files, on one line, and how it is cited. */
export function renderDownloads({
  page,
  downloads,
  label,
  wording,
  cite,
}: Pick<ExhibitView, "page" | "downloads" | "label" | "wording" | "cite">): Html {
  if (downloads.length === 0) return html`${cite}`;
  const links = downloads.map(
    ({ label: kind, path }) =>
      html`<a href="${linkTo(page, path)}" download aria-label="${wording.words.downloadAs(label, kind)}">${kind}</a>`,
  );
  return html`<p class="downloads">${wording.say("download", joinHtml(links, " · "))}</p>
${cite}`;
}

/** Returns the code by which others show a figure; nothing where it has no small page. */
export function renderShare(
  { edition, wording, label, embed }: Pick<ExhibitView, "edition" | "wording" | "label" | "embed">,
  drawing: Html,
): Html | undefined {
  const { config } = edition.index.casebook;
  return embed && renderEmbedCode(config, embed, drawing, { wording, label });
}

/** Returns a grade as text: the tier's name with its colour, or the reason why there is none. */
export function renderTier(
  edition: Edition,
  grade: Pick<Grade, "tier">,
  wording = siteWording(edition),
): Html {
  if (isMissing(grade.tier)) return html`<span class="no-grade">${wording.missing(grade.tier)}</span>`;
  const count = edition.index.casebook.config.scorecard.tiers.length;
  return html`<span class="tier-name tier-c${tierColour(grade.tier.rank, count)}">${grade.tier.label}</span>`;
}

/** Returns a link to a source's entry in the list of sources; its id where the list does not have it. */
export function renderSourceLink(
  view: { readonly edition: RecordEdition; readonly page: string },
  id: string | undefined,
): Html {
  if (id === undefined) return html``;
  const { casebook } = view.edition.index;
  const source = casebook.sources.get(id);
  const address = sourceAddress(casebook, id);
  if (!source || address === undefined) return html`${id}`;
  return html`<a href="${linkTo(view.page, address)}">${sourceName(source)}</a>`;
}

/** A short name that tells apart the editions of a yearly report: "Trafficking in Persons Report, 2004". */
function sourceName({ id, title, issued }: BibliographicSource): string {
  const name = title ?? id;
  return issued === undefined || name.includes(String(issued.year)) ? name : `${name}, ${issued.year}`;
}

/** Returns the caption of a computed figure or table whose author left it open. */
export function composeCaption(
  edition: Edition,
  type: ComputedExhibit,
  figures: CountryFigures,
  wording: Wording,
): Html {
  const { config } = edition.index.casebook;
  const name = nameOf(edition.index.casebook, figures.country);
  const before = wording.isolate(wording.words.withColon(name));
  switch (type) {
    case "timeline":
      return html`${before} ${wording.figureText(figures.subject)}`;
    case "statistics":
      return html`${before} ${config.statistics ? wording.isolate(config.statistics.caption) : wording.say("statistics")}`;
    case "grades":
      return wording.say("gradesOfCountry", wording.isolate(name), wording.isolate(config.scorecard.short));
    case "cycle":
      return html`${before} ${wording.figureText(figures.record.text.subject)}`;
    case "tests":
      return html`${before} ${wording.say("testsOfOutcomes")}`;
  }
}

function statisticRow(view: ExhibitView, { row, text, value, quoted, basis }: Statistic): Html {
  const unit = row.unit !== undefined && html`<span class="unit">${row.unit}</span>`;
  const missing = isMissing(value) ? ' class="align-right missing-value"' : ' class="align-right"';
  const source = renderSourceLink(view, quoted?.source);
  const vintage =
    quoted &&
    html` <span class="vintage">${view.wording.say("sourceAsOf", source, quoted.vintage)}${quoted.note !== undefined && ` ${quoted.note}.`}</span>`;
  return html`<tr role="row"${attribute("class", quoted ? "quoted" : undefined)}><th scope="row" role="rowheader">${row.label}${unit && html` ${unit}`}</th><td role="cell"${rawHtml(missing)}>${text}${quoted && html` <span class="quoted-mark">${view.wording.say("quoted")}</span>`}</td><td role="cell">${view.wording.english(basis)}${vintage}</td></tr>
`;
}
