import type { StatisticRow } from "../../model/config.ts";
import { type Series, yearsCovered } from "../../model/series.ts";
import { formatYearRange } from "../../model/year-range.ts";
import type { Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import type { DataFile } from "./data-table.ts";
import { renderSourceLink } from "./exhibits.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { findLicence, renderLicence } from "./licences.ts";
import { renderDatasetMetadata } from "./metadata.ts";
import { METHODS_ADDRESS, renderMethodsSection } from "./methods-section.ts";
import { renderPage } from "./page.ts";

const PAGE = METHODS_ADDRESS;

/** Returns the page on methods and data: how everything shown was made, what was found, and the data to download. */
export function renderMethodsPage(edition: Edition, files: readonly DataFile[]): string {
  const { config } = edition.index.casebook;
  const wording = siteWording(edition);
  const { words } = wording;
  const description = words.methodsDescription(config.title);
  return renderPage(edition, {
    address: PAGE,
    title: words.methodsTitle,
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
<h1>${wording.say("methodsTitle")}</h1>
</header>
<div class="prose">
${renderScorecard(edition)}${renderStatistics(edition)}${renderSeries(edition)}${renderMethodsSection(edition)}<h2 id="missing">${wording.say("missingValues")}</h2>
<p>${wording.say("missingRule")}</p>
<h2 id="verdicts">${wording.say("checkedStatements")}</h2>
<p>${wording.say("verdictsRule")}</p>
</div>
${renderFindings(edition)}${renderDownloadsSection(edition, files)}`,
  });
}

function renderScorecard(edition: Edition): Html {
  const { config } = edition.index.casebook;
  const { scorecard } = config;
  const wording = siteWording(edition);
  const tiers = scorecard.tiers.map((tier) => tier.label).join(wording.words.listSeparator);
  const late = scorecard.tiers
    .filter((tier) => tier.since > scorecard.since)
    .map((tier) => html` ${wording.say("tierExistsSince", tier.label, tier.since)}`);
  return html`<h2 id="scorecard">${wording.say("scorecard")}</h2>
<p>${wording.say("scorecardBy", scorecard.name, scorecard.grader, scorecard.since)} ${wording.say("tiersAre", tiers)}${late} ${wording.say("casebookCovers", formatYearRange(config.years))} ${wording.say("changesAreCounted")}</p>
`;
}

function renderStatistics(edition: Edition): Html {
  const rows = edition.index.casebook.config.statistics?.rows ?? [];
  if (rows.length === 0) return html``;
  return html`<h2 id="statistics">${siteWording(edition).say("statisticsSection")}</h2>
<dl class="definitions">
${rows.map(
  (row) => html`<div><dt>${row.label}</dt><dd>${describeStatistic(edition, row)}</dd></div>
`,
)}</dl>
`;
}

function describeStatistic(edition: Edition, row: StatisticRow): Html {
  const { index } = edition;
  const wording = siteWording(edition);
  const parts = { aggregation: row.aggregation, years: formatYearRange(row.years), unit: row.unit };
  if (row.from === "quoted") return wording.say("statisticQuoted", parts);
  const series = index.casebook.series.get(row.from.replace(/^series\//, ""));
  const from = series ? `${series.label} (${row.from})` : row.from;
  const absent = wording.say(row.absent === "zero" ? "absentIsZero" : "absentIsLeftOut");
  return html`${wording.say("statisticComputed", parts, from, row.column)} ${absent}`;
}

function renderSeries(edition: Edition): Html {
  const { casebook } = edition.index;
  const all = [...casebook.series.values(), ...(casebook.aid ? [casebook.aid] : [])];
  if (all.length === 0) return html``;
  return html`<h2 id="series">${siteWording(edition).say("series")}</h2>
${all.map((series) => renderCodebook(edition, series))}`;
}

function renderCodebook(edition: Edition, series: Series): Html {
  const covered = yearsCovered(series);
  const licence = series.licence === undefined ? undefined : findLicence(series.licence);
  const wording = siteWording(edition);
  const facts: [Html, Html | string | undefined][] = [
    [
      wording.say("source"),
      series.source === undefined ? undefined : renderSourceLink({ edition, page: PAGE }, series.source),
    ],
    [wording.say("licenceTerm"), licence?.name],
    [wording.say("takenFromSource"), series.vintage],
    [wording.say("pinnedTo"), series.pinnedTo],
    [wording.say("years"), covered && formatYearRange(covered)],
    [wording.say("rows"), String(series.rows.length)],
  ];
  return html`<h3 id="${`series-${series.id.replaceAll("/", "-")}`}">${series.id === "record/aid" && series.label === series.id ? wording.say("aid") : series.label}</h3>
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
<div class="table-scroll" role="group" aria-label="${wording.words.columnsOf(series.label)}" tabindex="0"><table class="list-table">
<thead>
<tr>${wording.sayAll("column", "label", "unit", "range").map((head) => html`<th scope="col">${head}</th>`)}</tr>
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

function renderFindings(edition: Edition): Html {
  const { findings } = edition;
  const wording = siteWording(edition);
  const rows = findings.map(
    ({
      severity,
      message,
      code,
      place,
    }) => html`<tr><th scope="row"><code>${code}</code></th><td>${wording.sayOf("severities", severity)}</td><td>${wording.english(message)}</td><td>${place && html`<code>${place.file}:${place.line}</code>`}</td></tr>
`,
  );
  return html`<section aria-labelledby="findings">
<h2 id="findings">${wording.say("findings")}</h2>
${
  findings.length === 0
    ? html`<p>${wording.say("noFindings")}</p>
`
    : html`<p>${wording.say("findingsAre", findings.length)}</p>
<div class="table-scroll" role="group" aria-label="${wording.words.findings}" tabindex="0"><table class="list-table">
<thead>
<tr>${wording.sayAll("check", "severity", "finding", "findingPlace").map((head) => html`<th scope="col">${head}</th>`)}</tr>
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
  const wording = siteWording(edition);
  const { words } = wording;
  const labelOf = ({ path, label }: DataFile): string => words.dataLabels[path] ?? label;
  const links = (file: DataFile): Html =>
    joinHtml(
      ["csv", "json"].map(
        (kind) =>
          html`<a href="${linkTo(PAGE, `data/${file.path}.${kind}`)}" download aria-label="${words.fileAs(labelOf(file), kind.toUpperCase())}">${kind.toUpperCase()}</a>`,
      ),
      " · ",
    );
  return html`<section aria-labelledby="downloads">
<h2 id="downloads">${wording.say("data")}</h2>
<p>${wording.say("dataLead", linkTo(PAGE, "data/"))}</p>
<div class="table-scroll" role="group" aria-label="${words.dataFiles}" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">${wording.say("data")}</th><th scope="col" class="align-right">${wording.say("rows")}</th><th scope="col">${wording.say("downloadColumn")}</th></tr>
</thead>
<tbody>
${files.map(
  (
    file,
  ) => html`<tr><th scope="row">${labelOf(file)}</th><td class="align-right">${file.table.rows.length}</td><td>${links(file)}</td></tr>
`,
)}</tbody>
</table></div>
<p>${
    licence
      ? html`${wording.say("licenceOfCasebook", renderLicence(licence))} ${wording.say("dataFromElsewhere")}`
      : wording.say("noLicence")
  }</p>
</section>
`;
}
