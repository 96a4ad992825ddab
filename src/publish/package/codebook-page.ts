import type { TableColumn } from "../../compute/tables/table.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "../site/addresses.ts";
import { renderSourceLink } from "../site/exhibits.ts";
import { type Html, html, joinHtml, renderCode } from "../site/html.ts";
import { findLicence, renderLicence } from "../site/licences.ts";
import { renderDatasetMetadata } from "../site/metadata.ts";
import { renderPage } from "../site/page.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { codeLists, describeMissing, describeType, KEY_RULE, MISSING_RULE, seriesFacts } from "./codebook.ts";
import { formatDataCitation } from "./data-citation.ts";
import { DATA_FOLDER, PACKAGE_TEXTS } from "./data-package.ts";
import type { PackageTable } from "./package-tables.ts";
import { DATABASE_PATH } from "./table-files.ts";

/** Returns the page of the data: what there is to download, and the codebook, in the site's furniture. */
export function renderCodebookPage(edition: Edition, tables: readonly PackageTable[]): string {
  const { config } = edition.index.casebook;
  const wording = siteWording(edition);
  const { words } = wording;
  return renderPage(edition, {
    address: DATA_FOLDER,
    title: words.dataTitle,
    description: words.dataDescription(config.title),
    language: config.language,
    section: "methods",
    scripts: ["scroll-regions"],
    head: renderDatasetMetadata(config, {
      name: config.title,
      description: config.description ?? words.dataOfCasebook(config.title),
      address: DATA_FOLDER,
      files: tables.map(({ path }) => `${DATA_FOLDER}${path}.csv`),
    }),
    content: html`<header class="page-header">
<h1>${wording.say("dataTitle")}</h1>
</header>
<div class="prose">
${renderDownloads(edition, tables)}${renderUse(wording)}<h2 id="reading">${wording.say("missingAndKeys")}</h2>
<p${wording.englishMark}>${renderCode(MISSING_RULE)}</p>
<p${wording.englishMark}>${renderCode(KEY_RULE)}</p>
</div>
${tables.map((table) => renderTable(edition, table))}`,
  });
}

function renderDownloads(edition: Edition, tables: readonly PackageTable[]): Html {
  const { config } = edition.index.casebook;
  const licence = config.licence === undefined ? undefined : findLicence(config.licence);
  const wording = siteWording(edition);
  const files = [
    [PACKAGE_TEXTS.descriptor, "descriptor"],
    [DATABASE_PATH, "database"],
    [PACKAGE_TEXTS.codebook, "codebook"],
    [PACKAGE_TEXTS.checksums, "checksums"],
    [PACKAGE_TEXTS.cff, "cff"],
    [PACKAGE_TEXTS.bibtex, "bibtex"],
  ] as const;
  const kinds = ["csv", "json"].map(
    (kind) => html`<a href="codebook.${kind}" download>${kind.toUpperCase()}</a>`,
  );
  const methods = html`<a href="${linkTo(DATA_FOLDER, "methods/", "downloads")}">${wording.say("methodsTitle")}</a>`;
  return html`<p>${wording.say("packageLead", tables.length)}</p>
<dl class="facts">
${files.map(
  ([path, kind]) =>
    html`<div><dt><a href="${path}" download>${path}</a></dt><dd>${wording.sayOf("packageFiles", kind)}</dd></div>
`,
)}</dl>
<p>${wording.say("codebookAsTable", joinHtml(kinds, " · "))} ${wording.say("filesForReading", methods)}</p>
<p>${
    licence
      ? html`${wording.say("licence", renderLicence(licence))} ${wording.say("dataFromElsewhere")}`
      : wording.say("noLicence")
  }</p>
<p>${wording.say("citeAs", wording.english(formatDataCitation(config)))}</p>
<h2 id="tables">${wording.say("tables")}</h2>
<ul>
${tables.map(
  ({ name, definition, rows }) =>
    html`<li>${wording.say("tableWithRows", html`<a href="${`#table-${name}`}">${wording.english(definition.label)}</a>`, html`<code>${name}</code>`, rows.length)}</li>
`,
)}</ul>
`;
}

/** The same question in three languages that readers of data speak. */
function renderUse(wording: Wording): Html {
  return html`<h2 id="use">${wording.say("howToAsk")}</h2>
<p>${wording.say("howToAskLead")}</p>
<pre tabindex="0" aria-label="${wording.words.examples}"><code>duckdb -c "SELECT tier, count(*) FROM 'tables/grades.parquet' WHERE year = 2004 GROUP BY tier"

sqlite3 ${DATABASE_PATH} "SELECT tier, count(*) FROM grades WHERE year = 2004 GROUP BY tier"

demarche query --data . "SELECT tier, count(*) FROM grades WHERE year = 2004 GROUP BY tier"

R:       grades &lt;- read.csv("tables/grades.csv", na.strings = "", colClasses = c(tier = "character"))
Python:  grades = pandas.read_parquet("tables/grades.parquet")
</code></pre>
`;
}

function renderTable(edition: Edition, { name, path, definition, rows, series }: PackageTable): Html {
  const id = `table-${name}`;
  const wording = siteWording(edition);
  const { words } = wording;
  const links = ["csv", "parquet"].map(
    (kind) =>
      html`<a href="${linkTo(DATA_FOLDER, `${DATA_FOLDER}${path}.${kind}`)}" download aria-label="${words.fileAs(wording.isEnglish ? definition.label : name, kind === "csv" ? "CSV" : "Parquet")}">${kind === "csv" ? "CSV" : "Parquet"}</a>`,
  );
  const facts = series ? seriesFacts(series) : [];
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${wording.english(definition.label)} <code>${name}</code></h2>
<p>${wording.english(renderCode(definition.description))} ${wording.say("rowCount", rows.length)} ${
    definition.key &&
    wording.say("keyIs", wording.row(definition.key.map((one) => html`<code>${one}</code>`)))
  } ${joinHtml(links, " · ")}</p>
${
  facts.length > 0 &&
  html`<dl class="facts">
${facts.map(
  ([term, value]) =>
    html`<div><dt>${wording.say(term)}</dt><dd>${term === "source" ? renderSourceLink({ edition, page: DATA_FOLDER }, value) : value}</dd></div>
`,
)}</dl>
`
}<div class="table-scroll" role="group" aria-label="${words.columnsOf(name)}" tabindex="0"><table class="list-table">
<thead>
<tr>${wording.sayAll("column", "columnType", "whatItSays", "missingColumn").map((head) => html`<th scope="col">${head}</th>`)}</tr>
</thead>
<tbody>
${definition.columns.map(
  (column) =>
    html`<tr><th scope="row"><code>${column.name}</code></th><td>${wording.english(describeType(column))}</td><td>${renderDescription(wording, column)}</td><td>${wording.english(renderCode(describeMissing(column)))}</td></tr>
`,
)}</tbody>
</table></div>
${codeLists(definition).map(
  ({ columns, codes }) => html`<p>${wording.say(
    "codesOf",
    wording.row(columns.map((one) => html`<code>${one}</code>`)),
    wording.row(codes.map(({ value, label }) => html`<code>${value}</code> (${wording.english(label)})`)),
  )}</p>
`,
)}</section>
`;
}

function renderDescription(wording: Wording, { description, refersTo }: TableColumn): Html {
  const words = wording.english(renderCode(description));
  if (refersTo === undefined) return words;
  const link = html`<a href="${`#table-${refersTo}`}"><code>${refersTo}.id</code></a>`;
  return wording.say("refersTo", words, link);
}
