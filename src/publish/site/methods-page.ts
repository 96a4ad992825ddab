import type { Diagnostic } from "../../base/diagnostic.ts";
import { formatCount } from "../../base/format.ts";
import type { CasebookIndex } from "../../compute/casebook-index.ts";
import type { StatisticRow } from "../../model/config.ts";
import { type Series, yearsCovered } from "../../model/series.ts";
import { formatYearRange } from "../../model/year-range.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import type { DataFile } from "./data-tables.ts";
import { renderSourceLink } from "./exhibits.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { findLicence } from "./licences.ts";
import { renderDatasetMetadata } from "./metadata.ts";
import { METHODS_ADDRESS, renderMethodsSection } from "./methods-section.ts";
import { renderPage } from "./page.ts";

const PAGE = METHODS_ADDRESS;

/** Returns the page on methods and data: how everything shown was made, what was found, and the data to download. */
export function renderMethodsPage(edition: Edition, files: readonly DataFile[]): string {
  const { config } = edition.index.casebook;
  const description = `How the figures, tables and verdicts of ${config.title} were made, and its data to download.`;
  return renderPage(edition, {
    address: PAGE,
    title: "Methods and data",
    description,
    language: config.language,
    section: "methods",
    scripts: ["scroll-regions"],
    head: renderDatasetMetadata(config, {
      name: config.title,
      description: config.description ?? description,
      address: PAGE,
      files: files.map((file) => `data/${file.path}.csv`),
    }),
    content: html`<header class="page-header">
<h1>Methods and data</h1>
</header>
<div class="prose">
${renderScorecard(edition)}${renderStatistics(edition)}${renderSeries(edition)}${renderMethodsSection(edition)}${MISSING}${VERDICTS}</div>
${renderFindings(edition.findings)}${renderDownloadsSection(edition, files)}`,
  });
}

function renderScorecard(edition: Edition): Html {
  const { config } = edition.index.casebook;
  const { scorecard } = config;
  const late = scorecard.tiers.filter((tier) => tier.since > scorecard.since);
  return html`<h2 id="scorecard">The scorecard</h2>
<p>${scorecard.name}, by ${scorecard.grader}, since ${scorecard.since}. Its tiers, best first: ${scorecard.tiers
    .map((tier) => tier.label)
    .join(
      ", ",
    )}.${late.map((tier) => ` ${tier.label} exists since ${tier.since}.`)} The casebook covers ${formatYearRange(config.years)}. A change of grade is counted between consecutive graded years, however far apart; years without a grade are skipped, not filled in.</p>
`;
}

function renderStatistics(edition: Edition): Html {
  const rows = edition.index.casebook.config.statistics?.rows ?? [];
  if (rows.length === 0) return html``;
  return html`<h2 id="statistics">Statistics</h2>
<dl class="definitions">
${rows.map(
  (row) => html`<div><dt>${row.label}</dt><dd>${describeStatistic(edition.index, row)}</dd></div>
`,
)}</dl>
`;
}

const AGGREGATION_WORDS: Readonly<Record<StatisticRow["aggregation"], string>> = {
  sum: "Sum",
  mean: "Mean",
  min: "Lowest value",
  max: "Highest value",
  first: "First value",
  last: "Last value",
};

function describeStatistic(index: CasebookIndex, row: StatisticRow): string {
  const what = `${AGGREGATION_WORDS[row.aggregation]} over ${formatYearRange(row.years)}`;
  const unit = row.unit === undefined ? "" : `, in ${row.unit}`;
  if (row.from === "quoted") {
    return `${what}${unit}. Quoted from print, since the casebook does not hold the yearly numbers; each value is marked and names its source and vintage.`;
  }
  const series = index.casebook.series.get(row.from.replace(/^series\//, ""));
  const from = series ? `${series.label} (${row.from})` : row.from;
  const column = row.column === undefined ? "" : `, column ${row.column}`;
  const absent =
    row.absent === "zero" ? "Years without a number count as 0." : "Years without a number are left out.";
  return `${what} of ${from}${column}${unit}. ${absent}`;
}

function renderSeries(edition: Edition): Html {
  const { casebook } = edition.index;
  const all = [...casebook.series.values(), ...(casebook.aid ? [casebook.aid] : [])];
  if (all.length === 0) return html``;
  return html`<h2 id="series">Series</h2>
${all.map((series) => renderCodebook(edition, series))}`;
}

function renderCodebook(edition: Edition, series: Series): Html {
  const covered = yearsCovered(series);
  const licence = series.licence === undefined ? undefined : findLicence(series.licence);
  const facts: [string, Html | string | undefined][] = [
    [
      "Source",
      series.source === undefined ? undefined : renderSourceLink({ edition, page: PAGE }, series.source),
    ],
    ["Licence", licence?.name],
    ["Taken from the source", series.vintage],
    ["Pinned to", series.pinnedTo],
    ["Years", covered && formatYearRange(covered)],
    ["Rows", String(series.rows.length)],
  ];
  return html`<h3 id="${`series-${series.id.replaceAll("/", "-")}`}">${series.id === "record/aid" && series.label === series.id ? "Aid" : series.label}</h3>
${
  series.description !== undefined &&
  html`<p>${series.description}</p>
`
}<dl class="facts">
${facts.map(
  ([term, value]) =>
    value !== undefined &&
    html`<div><dt>${term}</dt><dd>${value}</dd></div>
`,
)}</dl>
<div class="table-scroll" role="group" aria-label="${`Columns of ${series.label}`}" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">Column</th><th scope="col">Label</th><th scope="col">Unit</th><th scope="col">Range</th></tr>
</thead>
<tbody>
${series.columns.map(
  (
    column,
  ) => html`<tr><th scope="row"><code>${column.id}</code></th><td>${column.label}</td><td>${column.unit ?? ""}</td><td>${column.range ? `${column.range[0]}–${column.range[1]}` : ""}</td></tr>
`,
)}</tbody>
</table></div>
`;
}

const MISSING = html`<h2 id="missing">Missing values</h2>
<p>A value that is not there is never 0 and never guessed. It carries one of these reasons: <em>not in the report</em> (the scorecard had no entry), <em>special case</em> (the scorecard treated the country apart), <em>not coded</em> (nobody has looked, or the casebook has no row), <em>not available</em> (looked for and not found), <em>not applicable</em>. In data files the reason stands in a column of its own.</p>
`;

const VERDICTS = html`<h2 id="verdicts">Checked statements</h2>
<p>Statements in the text about grades and computed numbers are held against the data each time this site is built. A statement <em>holds</em> when the data say the same, to the precision that is printed; it <em>fails</em> when they say otherwise; and it is <em>not in the record</em> when they cannot tell. Each case lists its statements at the end, with the rows that decided, and a statement with a name has a page with its query.</p>
`;

function renderFindings(findings: readonly Diagnostic[]): Html {
  const rows = findings.map(
    ({
      severity,
      message,
      code,
      place,
    }) => html`<tr><th scope="row"><code>${code}</code></th><td>${severity}</td><td>${message}</td><td>${place && html`<code>${place.file}:${place.line}</code>`}</td></tr>
`,
  );
  return html`<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
${
  findings.length === 0
    ? html`<p>The checks found nothing to report in this edition.</p>
`
    : html`<p>${formatCount(findings.length, "finding")} published with this edition.</p>
<div class="table-scroll" role="group" aria-label="Findings" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">Check</th><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">Place</th></tr>
</thead>
<tbody>
${rows}</tbody>
</table></div>
`
}</section>
`;
}

function renderDownloadsSection(edition: Edition, files: readonly DataFile[]): Html {
  const { config } = edition.index.casebook;
  const licence = config.licence === undefined ? undefined : findLicence(config.licence);
  const links = ({ path, label }: DataFile): Html =>
    joinHtml(
      ["csv", "json"].map(
        (kind) =>
          html`<a href="${linkTo(PAGE, `data/${path}.${kind}`)}" download aria-label="${`${label} as ${kind.toUpperCase()}`}">${kind.toUpperCase()}</a>`,
      ),
      " · ",
    );
  return html`<section aria-labelledby="downloads">
<h2 id="downloads">Data</h2>
<p>The <a href="${linkTo(PAGE, "data/")}">data package</a> holds every table as CSV and Parquet, an SQLite database, and the codebook. The files below are for reading: names and labels are spelled out.</p>
<div class="table-scroll" role="group" aria-label="Data files" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">Data</th><th scope="col" class="align-right">Rows</th><th scope="col">Download</th></tr>
</thead>
<tbody>
${files.map(
  (
    file,
  ) => html`<tr><th scope="row">${file.label}</th><td class="align-right">${file.table.rows.length}</td><td>${links(file)}</td></tr>
`,
)}</tbody>
</table></div>
<p>${
    licence
      ? html`Licence of this casebook: ${licence.url === undefined ? licence.name : html`<a href="${licence.url}" rel="license noopener">${licence.name}</a>`}. Data taken from elsewhere keep the licence of their source.`
      : "This casebook declares no licence."
  }</p>
</section>
`;
}
