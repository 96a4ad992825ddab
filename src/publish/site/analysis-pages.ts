import { formatCount } from "../../base/format.ts";
import { analysesOf, type ComputedAnalysis } from "../../compute/analysis/analyses.ts";
import { methodEntry } from "../../compute/analysis/method-book.ts";
import type { AnalysisResult, ResultTable } from "../../compute/analysis/result.ts";
import { formatResult } from "../../compute/analysis/result-words.ts";
import { caseAddress } from "../../compute/links.ts";
import type { Artifact, Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import {
  ANALYSES_ADDRESS,
  analysisAddress,
  analysisDownloads,
  analysisFiles,
  describeAccount,
  describeVintage,
  renderResultFigure,
  renderResultTable,
} from "./analysis-exhibit.ts";
import { type ExhibitView, renderDownloads, renderSourceLink } from "./exhibits.ts";
import { type Html, html, joinHtml, renderCode } from "./html.ts";
import { METHODS_ADDRESS, methodAnchor } from "./methods-section.ts";
import { renderPage } from "./page.ts";

/** Yields the list of analyses and a page for each, with their files; nothing where the casebook declares none. */
export function* renderAnalysisPages(edition: Edition): Generator<Artifact> {
  const all = analysesOf(edition.index);
  if (all.length === 0) return;
  yield { path: `${ANALYSES_ADDRESS}index.html`, body: renderList(edition, all) };
  for (const one of all) {
    if (!one.result) continue;
    yield {
      path: `${analysisAddress(one.analysis.id)}index.html`,
      body: renderAnalysis(edition, one.result),
    };
    yield* analysisFiles(one.result);
  }
}

function renderList(edition: Edition, all: readonly ComputedAnalysis[]): string {
  const { config } = edition.index.casebook;
  return renderPage(edition, {
    address: ANALYSES_ADDRESS,
    title: "Analyses",
    description: `${formatCount(all.length, "analysis", "analyses")} of ${config.title}, with samples, results and data.`,
    language: config.language,
    section: "analyses",
    scripts: ["scroll-regions"],
    content: html`<header class="page-header">
<h1>Analyses</h1>
</header>
<div class="prose">
<p>Each was declared in the casebook and computed from it when this site was built. Its page says on which rows it rests, and what it cannot show.</p>
</div>
<div class="table-scroll" role="group" aria-label="Analyses" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">Analysis</th><th scope="col">Method</th><th scope="col">Result</th></tr>
</thead>
<tbody>
${all.map(
  ({ analysis, result }) =>
    html`<tr><th scope="row"><a href="${linkTo(ANALYSES_ADDRESS, analysisAddress(analysis.id))}">${analysis.title}</a></th><td>${methodEntry(analysis.method).title}</td><td>${result?.problem ? `No result: ${result.problem.detail}.` : (result?.summary.at(-1) ?? "")}</td></tr>
`,
)}</tbody>
</table></div>
`,
  });
}

function renderAnalysis(edition: Edition, result: AnalysisResult): string {
  const { analysis } = result;
  const { config } = edition.index.casebook;
  const address = analysisAddress(analysis.id);
  const method = methodEntry(analysis.method);
  return renderPage(edition, {
    address,
    title: analysis.title,
    description: analysis.question ?? result.summary[0],
    language: config.language,
    section: "analyses",
    scripts: ["scroll-regions"],
    content: html`<header class="page-header">
<h1>${analysis.title}</h1>
${analysis.question !== undefined && html`<p class="lead">${analysis.question}</p>\n`}</header>
<div class="prose">
<p><a href="${linkTo(address, METHODS_ADDRESS, methodAnchor(method.id))}">${method.title}</a>. ${describeAccount(result)}</p>
${result.problem ? html`<p class="no-result">There is no result: ${result.problem.detail}.</p>\n` : html`<ul>\n${result.summary.map((one) => html`<li>${one}</li>\n`)}</ul>\n`}${analysis.note !== undefined && html`<p>${analysis.note}</p>\n`}<h2 id="caveats">What to know before believing it</h2>
<ul>
${result.caveats.map((one) => html`<li>${renderCode(one)}</li>\n`)}</ul>
</div>
${renderResults(edition, result, address)}<div class="prose">
${renderSample(edition, result, address)}${renderDeclaration(edition, result)}${renderUses(edition, analysis.id, address)}</div>
`,
  });
}

function renderResults(edition: Edition, result: AnalysisResult, page: string): Html {
  const wording = siteWording(edition);
  if (result.problem) return html``;
  const view = (id: string, caption: string, files: ExhibitView["downloads"]): ExhibitView => ({
    edition,
    wording,
    page,
    id,
    caption: html`${caption}.`,
    downloads: files,
  });
  const tableFiles = (table: ResultTable, i: number): ExhibitView["downloads"] =>
    ["csv", "json"].map((kind) => ({
      label: kind.toUpperCase(),
      path: `${page}${i === 0 ? "table" : table.id}.${kind}`,
    }));
  const figure = renderResultFigure(
    view("figure", result.analysis.title, analysisDownloads(result.analysis.id, "figure")),
    result,
  );
  return html`<h2 id="result">The result</h2>
${figure}${result.facts.length > 0 && renderFacts(result)}${result.tables.map((table, i) => renderResultTable(view(`table-${table.id}`, table.title, tableFiles(table, i)), table))}`;
}

function renderFacts({ facts }: AnalysisResult): Html {
  return html`<dl class="facts">
${facts.map(
  (one) => html`<div><dt>${one.label}</dt><dd>${formatResult(one.value, one.kind)}</dd></div>
`,
)}</dl>
`;
}

function renderSample(edition: Edition, { account, data }: AnalysisResult, page: string): Html {
  const rows = ["csv", "json"].map((kind) => ({ label: kind.toUpperCase(), path: `${page}rows.${kind}` }));
  return html`<h2 id="sample">The sample</h2>
<p>${account.considered} were looked at; ${account.rows} ${account.rowsAre} entered.</p>
${
  account.dropped.length > 0 &&
  html`<div class="table-scroll" role="group" aria-label="Left out" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">Left out because</th><th scope="col" class="align-right">Rows</th><th scope="col" class="align-right">Countries</th></tr>
</thead>
<tbody>
${account.dropped.map((one) => html`<tr><th scope="row">${one.reason}</th><td class="align-right">${one.rows}</td><td class="align-right">${one.countries}</td></tr>\n`)}</tbody>
</table></div>
`
}<p>It rests on ${joinHtml(
    account.rests.map(
      (one) =>
        html`${describeVintage(one)}${one.source !== undefined && html` (${renderSourceLink({ edition, page }, one.source)})`}`,
    ),
    "; ",
  )}.</p>
${data && html`<p>The rows as the method took them:</p>\n${renderDownloads({ page, wording: siteWording(edition), downloads: rows })}`}`;
}

function renderDeclaration(edition: Edition, { analysis }: AnalysisResult): Html {
  const text = edition.index.casebook.files.get(`analyses/${analysis.id}.yaml`)?.text ?? "";
  return html`<h2 id="declaration">How it was declared</h2>
<pre><code class="language-yaml">${text.trimEnd()}</code></pre>
`;
}

function renderUses(edition: Edition, id: string, page: string): Html {
  const uses = edition.index.casebook.cases.flatMap((one) =>
    (edition.exhibits.byCase.get(one.id) ?? [])
      .filter(({ content }) => content.type === "analysis" && content.analysis === id)
      .map(
        (exhibit) =>
          html`<a href="${linkTo(page, caseAddress(one), exhibit.id)}">${exhibit.label} in ${one.title}</a>`,
      ),
  );
  return html`<p>${uses.length > 0 && html`Shown as ${joinHtml(uses, ", ")}. `}<a href="${linkTo(page, ANALYSES_ADDRESS)}">All analyses</a></p>
`;
}
