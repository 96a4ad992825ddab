import type { Severity } from "../../../base/diagnostic.ts";
import { formatCount } from "../../../base/format.ts";
import type { StatisticRow } from "../../../model/config.ts";
import { type Html, type HtmlValue, html } from "../../site/html.ts";

/** How a statistic of the table is made. `unit` and `column` are absent where the casebook has none. */
export interface StatisticParts {
  readonly aggregation: StatisticRow["aggregation"];
  readonly years: string;
  readonly unit: string | undefined;
}

const AGGREGATIONS: Readonly<Record<StatisticRow["aggregation"], string>> = {
  sum: "Sum",
  mean: "Mean",
  min: "Lowest value",
  max: "Highest value",
  first: "First value",
  last: "Last value",
};

/** English words of the page on methods and data. */
export const methods = {
  methodsTitle: "Methods and data",
  methodsDescription: (title: string): string =>
    `How the figures, tables and verdicts of ${title} were made, and its data to download.`,
  tiersAre: (tiers: string): string => `Its tiers, best first: ${tiers}.`,
  tierExistsSince: (tier: string, year: number): string => `${tier} exists since ${year}.`,
  casebookCovers: (years: string): string => `The casebook covers ${years}.`,
  changesAreCounted:
    "A change of grade is counted between consecutive graded years, however far apart; years without a grade are skipped, not filled in.",
  statisticQuoted: ({ aggregation, years, unit }: StatisticParts): string =>
    `${AGGREGATIONS[aggregation]} over ${years}${unit === undefined ? "" : `, in ${unit}`}. Quoted from print, since the casebook does not hold the yearly numbers; each value is marked and names its source and vintage.`,
  statisticComputed: (
    { aggregation, years, unit }: StatisticParts,
    from: string,
    column: string | undefined,
  ): string =>
    `${AGGREGATIONS[aggregation]} over ${years} of ${from}${column === undefined ? "" : `, column ${column}`}${unit === undefined ? "" : `, in ${unit}`}.`,
  absentIsZero: "Years without a number count as 0.",
  absentIsLeftOut: "Years without a number are left out.",
  series: "Series",
  aid: "Aid",
  takenFromSource: "Taken from the source",
  pinnedTo: "Pinned to",
  years: "Years",
  rows: "Rows",
  columnsOf: (table: string): string => `Columns of ${table}`,
  column: "Column",
  label: "Label",
  unit: "Unit",
  range: "Range",
  missingValues: "Missing values",
  missingRule: (): Html =>
    html`A value that is not there is never 0 and never guessed. It carries one of these reasons: <em>not in the report</em> (the scorecard had no entry), <em>special case</em> (the scorecard treated the country apart), <em>not coded</em> (nobody has looked, or the casebook has no row), <em>not available</em> (looked for and not found), <em>not applicable</em>. In data files the reason stands in a column of its own.`,
  verdictsRule: (): Html =>
    html`Statements in the text about grades and computed numbers are held against the data each time this site is built. A statement <em>holds</em> when the data say the same, to the precision that is printed; it <em>fails</em> when they say otherwise; and it is <em>not in the record</em> when they cannot tell. Each case lists its statements at the end, with the rows that decided, and a statement with a name has a page with its query.`,

  statisticalMethods: "Statistical methods",
  statisticalMethodsLead:
    "The analyses of this casebook are computed with these methods. Rows with missing values are left out before and counted; the order of rows never matters; an estimate that does not exist is missing with a reason.",
  formula: "Formula",
  needs: "Needs",
  howKnownRight: "How it is known to be right",
  toKnowBefore: "To know before believing a result",
  usedBy: "Used by",

  findings: "Findings",
  noFindings: "The checks found nothing to report in this edition.",
  findingsAre: (count: number): string => `${formatCount(count, "finding")} published with this edition.`,
  check: "Check",
  severity: "Severity",
  severities: { error: "error", warning: "warning", note: "note" } as Readonly<Record<Severity, string>>,
  finding: "Finding",
  findingPlace: "Place",

  data: "Data",
  dataLead: (address: string): Html =>
    html`The <a href="${address}">data package</a> holds every table as CSV and Parquet, an SQLite database, and the codebook. The files below are for reading: names and labels are spelled out.`,
  dataFiles: "Data files",
  downloadColumn: "Download",
  fileAs: (label: string, kind: string): string => `${label} as ${kind}`,
  /** By the files' addresses below `data/`; a series has its own label. */
  dataLabels: {
    countries: "Countries",
    sources: "Sources",
    analyses: "Analyses",
    grades: "Grades",
    laws: "Laws",
    governments: "Governments",
    grants: "Grants",
    aid: "Aid",
    quoted: "Quoted statistics",
    entries: "Record",
    actors: "Actors",
    claims: "Checked statements",
  } as Readonly<Record<string, string>>,
  licenceOfCasebook: (licence: HtmlValue): Html => html`Licence of this casebook: ${licence}.`,
  dataFromElsewhere: "Data taken from elsewhere keep the licence of their source.",
  noLicence: "This casebook declares no licence.",
};

/** English words of the page of the data package. */
export const codebook = {
  dataTitle: "Data and codebook",
  dataDescription: (title: string): string =>
    `The data of ${title} to download, with every table, column, unit, code and missing rule.`,
  dataOfCasebook: (title: string): string => `The data of ${title}.`,
  packageFiles: {
    descriptor: "what is in the package, for machines (Frictionless Data Package, version 2)",
    database: "all tables in one SQLite database",
    codebook: "this codebook as Markdown",
    checksums: "checksums of every file, for sha256sum -c",
    cff: "how to cite the data, for machines",
    bibtex: "the same as BibTeX",
  } as Readonly<Record<string, string>>,
  packageLead: (tables: number): string =>
    `${formatCount(tables, "table")}, each as CSV and as Parquet, with one database of them all. They are made from the casebook at every build, so they and the pages say the same.`,
  codebookAsTable: (links: HtmlValue): Html => html`This codebook as a table: ${links}.`,
  filesForReading: (link: HtmlValue): Html =>
    html`Files for reading, with names and labels spelled out, are listed under ${link}.`,
  citeAs: (citation: HtmlValue): Html => html`Cite as: ${citation}`,
  tables: "Tables",
  tableWithRows: (table: HtmlValue, name: HtmlValue, rows: number): Html =>
    html`${table}, ${name}: ${formatCount(rows, "row")}`,
  howToAsk: "How to ask",
  howToAskLead: "What a claim asks the casebook, anybody can ask these files, in the same words.",
  examples: "Examples",
  missingAndKeys: "Missing values and keys",
  rowCount: (rows: number): string => `${formatCount(rows, "row")}.`,
  keyIs: (columns: HtmlValue): Html => html`Key: ${columns}.`,
  columnType: "Type",
  whatItSays: "What it says",
  missingColumn: "Missing",
  refersTo: (description: HtmlValue, table: HtmlValue): Html => html`${description}; refers to ${table}`,
  codesOf: (columns: HtmlValue, codes: HtmlValue): Html => html`Codes of ${columns}: ${codes}.`,
};
