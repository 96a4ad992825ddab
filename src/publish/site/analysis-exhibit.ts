import { isMissing } from "../../base/missing.ts";
import { findAnalysis } from "../../compute/analysis/analyses.ts";
import type { AnalysisResult, ResultKind, ResultTable } from "../../compute/analysis/result.ts";
import { formatResult } from "../../compute/analysis/result-words.ts";
import type { Vintage } from "../../compute/analysis/sample.ts";
import { countryAddress } from "../../compute/links.ts";
import type { FileOptions } from "../../draw/drawing-file.ts";
import type { Palettes } from "../../draw/palette.ts";
import { drawResult } from "../../draw/result-figure.ts";
import { formatYearRange } from "../../model/year-range.ts";
import type { Artifact, Edition } from "../edition.ts";
import { renderFigurePng } from "../png.ts";
import { type Embed, embedAddress, pairForEmbed, renderEmbed } from "../share/embed.ts";
import { createOembed } from "../share/oembed.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import type { DataCell, DataTable } from "./data-table.ts";
import { formatCsv, formatJson } from "./data-table.ts";
import {
  type Download,
  type ExhibitView,
  renderDownloads,
  renderDrawings,
  renderShare,
  renderTableExhibit,
} from "./exhibits.ts";
import { type Html, html, joinHtml, rawHtml } from "./html.ts";

/** Where the pages of analyses lie. */
export const ANALYSES_ADDRESS = "analyses/";

/** Returns the address of an analysis' page. */
export function analysisAddress(id: string): string {
  return `${ANALYSES_ADDRESS}${id}/`;
}

/** Returns the files of an analysis that its figure or its table offers. */
export function analysisDownloads(id: string, kind: "figure" | "table"): Download[] {
  const files =
    kind === "figure"
      ? ["figure.svg", "figure.png", "table.csv", "result.json"]
      : ["table.csv", "result.json"];
  return files.map((file) => ({
    label: file.split(".")[1]?.toUpperCase() ?? "",
    path: `${analysisAddress(id)}${file}`,
  }));
}

/** Returns the caption of an analysis whose author left it open: its title. */
export function captionOfAnalysis({ index }: Edition, id: string): Html {
  return html`${endSentence(index.casebook.analyses.get(id)?.title ?? "")}`;
}

/** Returns the figure or the table of an analysis, with what it rests on; a sentence where it has no result. */
export function renderAnalysisExhibit(view: ExhibitView, id: string, kind: "figure" | "table"): Html {
  const computed = findAnalysis(view.edition.index, id);
  const result = computed?.result;
  if (!computed || !result) return html``;
  const more = html` <a href="${linkTo(view.page, analysisAddress(id))}">${view.wording.say("wholeResult")}</a>`;
  const note = html`${describeAccount(view.wording, result)}${view.wording.say("fullStop", more)}`;
  const caption = html`${view.caption} <span class="exhibit-note">${note}</span>`;
  const [table] = result.tables;
  if (result.problem || !table) return renderNoResult({ ...view, caption }, result);
  if (kind === "table") return renderResultTable({ ...view, caption }, table);
  const shown = { ...view, caption, ...embedOfAnalysis(result) };
  return renderResultFigure(shown, result) ?? renderResultTable({ ...view, caption }, table);
}

function renderNoResult(view: ExhibitView, { problem }: AnalysisResult): Html {
  return html`<div class="exhibit exhibit-table" id="${view.id}">
<figure>
<figcaption>${view.label !== undefined && html`<span class="exhibit-label">${view.wording.words.withColon(view.label)}</span> `}${view.caption}</figcaption>
<p class="no-result">${view.wording.say("thereIsNoResult", problem ? view.wording.english(problem.detail) : view.wording.say("nothingToShow"))}</p>
</figure>
</div>
`;
}

/** Returns the drawings of a result for a page; undefined where it has no figure. */
function drawPair(
  result: AnalysisResult,
  { id, page, wording }: Pick<ExhibitView, "id" | "page" | "wording">,
): { readonly wide: Html; readonly narrow: Html } | undefined {
  const draw = (width: number, size: string): Html | undefined => {
    const drawn = drawResult(result, {
      width,
      idPrefix: `${id}-${size}`,
      isStandalone: false,
      hrefOf: (country) => linkTo(page, countryAddress(country)),
    });
    return drawn && wording.english(rawHtml(drawn.svg));
  };
  const [wide, narrow] = [draw(640, "wide"), draw(340, "narrow")];
  return wide && narrow && { wide, narrow };
}

/** Returns the small page of an analysis' figure, which others may show in a frame. */
export function embedOfAnalysis({ analysis, problem }: AnalysisResult): { readonly embed?: Embed } {
  if (problem) return {};
  const address = embedAddress(analysisAddress(analysis.id), "figure");
  return { embed: { address, title: html`${analysis.title}` } };
}

/** Returns what others may show of an analysis: that page, and its offer by oEmbed; nothing where it has no figure. */
export function shareAnalysis(
  edition: Edition,
  result: AnalysisResult,
): { readonly head?: Html; readonly files: readonly Artifact[] } {
  const { embed } = embedOfAnalysis(result);
  const wording = siteWording(edition);
  const drawn = embed && drawPair(result, { id: "figure", page: embed.address, wording });
  if (!drawn) return { files: [] };
  const { id, title } = result.analysis;
  const address = analysisAddress(id);
  const oembed = createOembed(edition, { address, title, embed, drawing: drawn.wide });
  const pages = renderEmbed(edition, {
    ...embed,
    page: address,
    anchor: "figure",
    drawing: pairForEmbed(drawn.wide, drawn.narrow, wording),
    language: wording.language,
  });
  return { ...(oembed ? { head: oembed.head } : {}), files: [...pages, ...(oembed ? [oembed.file] : [])] };
}

/** Returns the drawings of a result with its data behind; undefined where it has no figure. */
export function renderResultFigure(view: ExhibitView, result: AnalysisResult): Html | undefined {
  const drawn = drawPair(result, view);
  const [table] = result.tables;
  if (!drawn || !table) return undefined;
  const { wide, narrow } = drawn;
  return html`<div class="exhibit exhibit-figure" id="${view.id}">
${renderDrawings(view, wide, narrow)}<details>
<summary>${view.wording.say("descriptionAndData", view.label)}</summary>
${result.summary.map(
  (sentence) => html`<p${view.wording.englishMark}>${sentence}</p>
`,
)}<div class="table-scroll" role="group" aria-label="${table.title}"${view.wording.englishMark} tabindex="0"><table class="data-table">
${renderRows(view.wording, table)}</table></div>
</details>
${renderDownloads(view)}${renderShare(view, wide)}</div>
`;
}

/** Returns a table of a result. */
export function renderResultTable(view: ExhibitView, table: ResultTable): Html {
  return renderTableExhibit(view, renderRows(view.wording, table), "result-table");
}

function renderRows(wording: Wording, { head, columns, rows }: ResultTable): Html {
  const align = (kind: ResultKind): Html | false => kind !== "text" && html` class="align-right"`;
  const mark = wording.englishMark;
  return html`<thead${mark}>
<tr><th scope="col">${head}</th>${columns.map((one) => html`<th scope="col"${align(one.kind)}>${one.label}</th>`)}</tr>
</thead>
<tbody${mark}>
${rows.map(
  (row) =>
    html`<tr><th scope="row">${row.label}</th>${columns.map((column, j) => {
      const value = row.cells[j] ?? "";
      const missing = isMissing(value) ? " missing-value" : "";
      return html`<td class="${`${column.kind === "text" ? "" : "align-right"}${missing}`}">${formatResult(value, column.kind)}</td>`;
    })}</tr>
`,
)}</tbody>
`;
}

/** Returns what a result rests on, in sentences: rows, countries, years, what was left out, vintages. */
export function describeAccount(wording: Wording, { account }: AnalysisResult): Html {
  const { words } = wording;
  const used = wording.say(
    "accountRows",
    { rows: account.rows, rowsAre: words.rowsAre(account.rowsAre) },
    account.rowsAre === "countries" ? undefined : account.countries,
    account.years && formatYearRange(account.years),
  );
  const left = account.dropped.reduce((sum, one) => sum + one.rows, 0);
  const main = account.dropped
    .slice(0, 3)
    .map((one) => wording.say("leftOutFor", one.rows, wording.english(one.reason)));
  const reasons = joinHtml(main, words.partSeparator);
  const dropped =
    left > 0 && html` ${wording.say("accountLeftOut", left, reasons, account.dropped.length > main.length)}`;
  const data = account.rests.map((one) => describeVintage(wording, one)).join(words.partSeparator);
  return html`${used}${dropped} ${wording.say("accountData", data)}`;
}

/** Returns a series with its vintage in words. */
export function describeVintage({ words }: Wording, { label, vintage, pinnedTo }: Vintage): string {
  const as = pinnedTo ?? vintage;
  return as === undefined ? label : words.asOf(label, as);
}

/** Returns the figure for print; undefined where there is none. */
export function drawAnalysisPrint(result: AnalysisResult, palettes: Palettes): string | undefined {
  return drawFile(result, 664, { theme: "light", palettes });
}

/** Yields the files beside an analysis' page: figure, tables, rows, and the whole result as JSON. */
export function* analysisFiles(result: AnalysisResult, look: FileOptions): Generator<Artifact> {
  const stem = analysisAddress(result.analysis.id);
  const svg = drawFile(result, 640, look);
  if (svg !== undefined) {
    yield { path: `${stem}figure.svg`, body: svg };
    const light = () => drawFile(result, 640, { ...look, theme: "light" }) ?? "";
    yield { path: `${stem}figure.png`, body: () => renderFigurePng(light()) };
  }
  for (const [i, table] of result.tables.entries()) {
    const data = tabulateResult(table);
    const name = i === 0 ? "table" : table.id;
    yield { path: `${stem}${name}.csv`, body: formatCsv(data) };
    yield { path: `${stem}${name}.json`, body: formatJson(data) };
  }
  if (result.data) {
    yield { path: `${stem}rows.csv`, body: formatCsv(result.data) };
    yield { path: `${stem}rows.json`, body: formatJson(result.data) };
  }
  yield { path: `${stem}result.json`, body: `${JSON.stringify(resultAsData(result), undefined, 2)}\n` };
}

function tabulateResult({ columns, rows }: ResultTable): DataTable {
  const cellOf = (value: ResultTable["rows"][number]["cells"][number]): DataCell =>
    isMissing(value) ? undefined : value;
  return {
    columns: ["name", "label", ...columns.map((one) => one.id)],
    rows: rows.map((row) => [row.name, row.label, ...row.cells.map(cellOf)]),
  };
}

/** The whole result with every digit; missing numbers are `null`. */
function resultAsData(result: AnalysisResult) {
  const { analysis, account, problem, tables, facts, summary, caveats } = result;
  const plain = (value: unknown): unknown => (isMissing(value) ? null : value);
  return {
    id: analysis.id,
    title: analysis.title,
    method: analysis.method,
    problem: problem ? { problem: problem.problem, detail: problem.detail } : null,
    sample: account,
    facts: Object.fromEntries(facts.map((one) => [one.name, plain(one.value)])),
    tables: tables.map((table) => ({
      id: table.id,
      title: table.title,
      rows: table.rows.map((row) => ({
        name: row.name,
        label: row.label,
        ...Object.fromEntries(table.columns.map((one, j) => [one.id, plain(row.cells[j] ?? null)])),
      })),
    })),
    summary,
    caveats,
  };
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function drawFile(result: AnalysisResult, width: number, look: FileOptions): string | undefined {
  if (result.problem) return undefined;
  const idPrefix = `analysis-${result.analysis.id}`;
  return drawResult(result, { width, idPrefix, isStandalone: true, ...look })?.svg;
}
