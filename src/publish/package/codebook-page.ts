import { formatCount } from "../../base/format.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "../site/addresses.ts";
import { renderSourceLink } from "../site/exhibits.ts";
import { type Html, html, joinHtml, renderCode } from "../site/html.ts";
import { findLicence } from "../site/licences.ts";
import { renderDatasetMetadata } from "../site/metadata.ts";
import { renderPage } from "../site/page.ts";
import { codeLists, describeMissing, describeType, KEY_RULE, MISSING_RULE, seriesFacts } from "./codebook.ts";
import { formatDataCitation } from "./data-citation.ts";
import { DATA_FOLDER, PACKAGE_TEXTS } from "./data-package.ts";
import type { PackageTable } from "./package-tables.ts";
import { DATABASE_PATH } from "./table-files.ts";

/** Returns the page of the data: what there is to download, and the codebook, in the site's furniture. */
export function renderCodebookPage(edition: Edition, tables: readonly PackageTable[]): string {
  const { config } = edition.index.casebook;
  return renderPage(edition, {
    address: DATA_FOLDER,
    title: "Data and codebook",
    description: `The data of ${config.title} to download, with every table, column, unit, code and missing rule.`,
    language: "en",
    section: "methods",
    scripts: ["scroll-regions"],
    head: renderDatasetMetadata(config, {
      name: config.title,
      description: config.description ?? `The data of ${config.title}.`,
      address: DATA_FOLDER,
      files: tables.map(({ path }) => `${DATA_FOLDER}${path}.csv`),
    }),
    content: html`<header class="page-header">
<h1>Data and codebook</h1>
</header>
<div class="prose">
${renderDownloads(edition, tables)}${renderUse()}<h2 id="reading">Missing values and keys</h2>
<p>${renderCode(MISSING_RULE)}</p>
<p>${renderCode(KEY_RULE)}</p>
</div>
${tables.map((table) => renderTable(edition, table))}`,
  });
}

function renderDownloads(edition: Edition, tables: readonly PackageTable[]): Html {
  const { config } = edition.index.casebook;
  const licence = config.licence === undefined ? undefined : findLicence(config.licence);
  const files: readonly (readonly [string, string])[] = [
    [PACKAGE_TEXTS.descriptor, "what is in the package, for machines (Frictionless Data Package, version 2)"],
    [DATABASE_PATH, "all tables in one SQLite database"],
    [PACKAGE_TEXTS.codebook, "this codebook as Markdown"],
    [PACKAGE_TEXTS.checksums, "checksums of every file, for sha256sum -c"],
    [PACKAGE_TEXTS.cff, "how to cite the data, for machines"],
    [PACKAGE_TEXTS.bibtex, "the same as BibTeX"],
  ];
  return html`<p>${formatCount(tables.length, "table")}, each as CSV and as Parquet, with one database of them all. They are made from the casebook at every build, so they and the pages say the same.</p>
<dl class="facts">
${files.map(
  ([path, words]) =>
    html`<div><dt><a href="${path}" download>${path}</a></dt><dd>${words}</dd></div>
`,
)}</dl>
<p>This codebook as a table: <a href="codebook.csv" download>CSV</a> · <a href="codebook.json" download>JSON</a>. Files for reading, with names and labels spelled out, are listed under <a href="${linkTo(DATA_FOLDER, "methods/", "downloads")}">Methods and data</a>.</p>
<p>${
    licence
      ? html`Licence: ${licence.url === undefined ? licence.name : html`<a href="${licence.url}" rel="license noopener">${licence.name}</a>`}. Data taken from elsewhere keep the licence of their source.`
      : "This casebook declares no licence."
  }</p>
<p>Cite as: ${formatDataCitation(config)}</p>
<h2 id="tables">Tables</h2>
<ul>
${tables.map(
  ({ name, definition, rows }) =>
    html`<li><a href="${`#table-${name}`}">${definition.label}</a>, <code>${name}</code>: ${formatCount(rows.length, "row")}</li>
`,
)}</ul>
`;
}

/** The same question in three languages that readers of data speak. */
function renderUse(): Html {
  return html`<h2 id="use">How to ask</h2>
<p>What a claim asks the casebook, anybody can ask these files, in the same words.</p>
<pre tabindex="0" aria-label="Examples"><code>duckdb -c "SELECT tier, count(*) FROM 'tables/grades.parquet' WHERE year = 2004 GROUP BY tier"

sqlite3 ${DATABASE_PATH} "SELECT tier, count(*) FROM grades WHERE year = 2004 GROUP BY tier"

demarche query --data . "SELECT tier, count(*) FROM grades WHERE year = 2004 GROUP BY tier"

R:       grades &lt;- read.csv("tables/grades.csv", na.strings = "", colClasses = c(tier = "character"))
Python:  grades = pandas.read_parquet("tables/grades.parquet")
</code></pre>
`;
}

function renderTable(edition: Edition, { name, path, definition, rows, series }: PackageTable): Html {
  const id = `table-${name}`;
  const links = ["csv", "parquet"].map(
    (kind) =>
      html`<a href="${linkTo(DATA_FOLDER, `${DATA_FOLDER}${path}.${kind}`)}" download aria-label="${`${definition.label} as ${kind === "csv" ? "CSV" : "Parquet"}`}">${kind === "csv" ? "CSV" : "Parquet"}</a>`,
  );
  const facts = series ? seriesFacts(series) : [];
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${definition.label} <code>${name}</code></h2>
<p>${renderCode(definition.description)} ${formatCount(rows.length, "row")}. ${
    definition.key &&
    html`Key: ${joinHtml(
      definition.key.map((one) => html`<code>${one}</code>`),
      ", ",
    )}.`
  } ${joinHtml(links, " · ")}</p>
${
  facts.length > 0 &&
  html`<dl class="facts">
${facts.map(
  ([term, value]) =>
    html`<div><dt>${term}</dt><dd>${term === "Source" ? renderSourceLink({ edition, page: DATA_FOLDER }, value) : value}</dd></div>
`,
)}</dl>
`
}<div class="table-scroll" role="group" aria-label="${`Columns of ${name}`}" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">Column</th><th scope="col">Type</th><th scope="col">What it says</th><th scope="col">Missing</th></tr>
</thead>
<tbody>
${definition.columns.map(
  (column) =>
    html`<tr><th scope="row"><code>${column.name}</code></th><td>${describeType(column)}</td><td>${renderCode(column.description)}${column.refersTo !== undefined && html`; refers to <a href="${`#table-${column.refersTo}`}"><code>${column.refersTo}.id</code></a>`}</td><td>${renderCode(describeMissing(column))}</td></tr>
`,
)}</tbody>
</table></div>
${codeLists(definition).map(
  ({ columns, codes }) => html`<p>Codes of ${joinHtml(
    columns.map((one) => html`<code>${one}</code>`),
    ", ",
  )}: ${joinHtml(
    codes.map(({ value, label }) => html`<code>${value}</code> (${label})`),
    ", ",
  )}.</p>
`,
)}</section>
`;
}
