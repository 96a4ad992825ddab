import { analysesOf, type ComputedAnalysis } from "../../compute/analysis/analyses.ts";
import { methodEntry } from "../../compute/analysis/method-book.ts";
import type { AnalysisResult, ResultTable } from "../../compute/analysis/result.ts";
import { formatResult } from "../../compute/analysis/result-words.ts";
import { caseAddress } from "../../compute/links.ts";
import type { Artifact, Edition } from "../edition.ts";
import { figureFileOptions } from "../share/figure-credit.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import {
  ANALYSES_ADDRESS,
  analysisAddress,
  analysisDownloads,
  analysisFiles,
  describeAccount,
  describeVintage,
  embedOfAnalysis,
  renderResultFigure,
  renderResultTable,
  shareAnalysis,
} from "./analysis-exhibit.ts";
import {
  downloadsOf,
  type ExhibitView,
  exhibitLabel,
  renderDownloads,
  renderSourceLink,
} from "./exhibits.ts";
import { type Html, type HtmlValue, html, joinHtml, renderCode } from "./html.ts";
import { renderAsData } from "./list-files.ts";
import { METHODS_ADDRESS, methodAnchor } from "./methods-section.ts";
import { renderPage } from "./page.ts";

/** Yields the list of analyses and a page for each, with their files; nothing where the casebook declares none. */
export function* renderAnalysisPages(edition: Edition): Generator<Artifact> {
  const all = analysesOf(edition.index);
  if (all.length === 0) return;
  yield { path: `${ANALYSES_ADDRESS}index.html`, body: renderList(edition, all) };
  for (const one of all) {
    if (!one.result) continue;
    const { head, files } = shareAnalysis(edition, one.result);
    yield {
      path: `${analysisAddress(one.analysis.id)}index.html`,
      body: renderAnalysis(edition, one.result, head),
    };
    yield* files;
    yield* analysisFiles(
      one.result,
      figureFileOptions(edition.index.casebook, analysisAddress(one.analysis.id)),
    );
  }
}

function renderList(edition: Edition, all: readonly ComputedAnalysis[]): string {
  const { config } = edition.index.casebook;
  const wording = siteWording(edition);
  const { words } = wording;
  return renderPage(edition, {
    address: ANALYSES_ADDRESS,
    title: words.analyses,
    description: words.analysesDescription(all.length, config.title),
    language: config.language,
    section: "analyses",
    scripts: ["scroll-regions"],
    content: html`<header class="page-header">
<h1>${wording.say("analyses")}</h1>
</header>
<div class="prose">
<p>${wording.say("analysesLead")} ${renderAsData(edition, ANALYSES_ADDRESS, `${ANALYSES_ADDRESS}analyses`)}</p>
</div>
<div class="table-scroll" role="group" aria-label="${words.analyses}" tabindex="0"><table class="list-table">
<thead>
<tr>${wording.sayAll("analysis", "method", "result").map((head) => html`<th scope="col">${head}</th>`)}</tr>
</thead>
<tbody>
${all.map(
  ({ analysis, result }) =>
    html`<tr><th scope="row"><a href="${linkTo(ANALYSES_ADDRESS, analysisAddress(analysis.id))}">${analysis.title}</a></th><td>${wording.english(methodEntry(analysis.method).title)}</td><td>${result?.problem ? wording.say("noResult", wording.english(result.problem.detail)) : wording.english(result?.summary.at(-1) ?? "")}</td></tr>
`,
)}</tbody>
</table></div>
`,
  });
}

function renderAnalysis(edition: Edition, result: AnalysisResult, head: Html | undefined): string {
  const { analysis } = result;
  const { config } = edition.index.casebook;
  const address = analysisAddress(analysis.id);
  const method = methodEntry(analysis.method);
  const wording = siteWording(edition);
  return renderPage(edition, {
    address,
    title: analysis.title,
    description: analysis.question ?? (wording.isEnglish ? result.summary[0] : undefined),
    language: config.language,
    section: "analyses",
    ...(head ? { head } : {}),
    scripts: ["scroll-regions", "figures", "cite"],
    content: html`<header class="page-header">
<h1>${analysis.title}</h1>
${analysis.question !== undefined && html`<p class="lead">${analysis.question}</p>\n`}</header>
<div class="prose">
<p><a href="${linkTo(address, METHODS_ADDRESS, methodAnchor(method.id))}">${wording.english(method.title)}</a>${wording.words.sentenceSeparator}${describeAccount(wording, result)}</p>
${result.problem ? html`<p class="no-result">${wording.say("thereIsNoResult", wording.english(result.problem.detail))}</p>\n` : html`<ul${wording.englishMark}>\n${result.summary.map((one) => html`<li>${one}</li>\n`)}</ul>\n`}${analysis.note !== undefined && html`<p>${analysis.note}</p>\n`}<h2 id="caveats">${wording.say("whatToKnow")}</h2>
<ul${wording.englishMark}>
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
  const view = (id: string, caption: HtmlValue, files: ExhibitView["downloads"]): ExhibitView => ({
    edition,
    wording,
    page,
    id,
    caption: html`${caption}.`,
    downloads: files,
  });
  const tableFiles = (table: ResultTable, i: number): ExhibitView["downloads"] =>
    downloadsOf(page + (i === 0 ? "table" : table.id));
  const shown = view("figure", result.analysis.title, analysisDownloads(result.analysis.id, "figure"));
  const figure = renderResultFigure({ ...shown, ...embedOfAnalysis(result) }, result);
  return html`<h2 id="result">${wording.say("theResult")}</h2>
${figure}${result.facts.length > 0 && renderFacts(wording, result)}${result.tables.map((table, i) => renderResultTable(view(`table-${table.id}`, wording.english(table.title), tableFiles(table, i)), table))}`;
}

function renderFacts(wording: Wording, { facts }: AnalysisResult): Html {
  return html`<dl class="facts"${wording.englishMark}>
${facts.map(
  (one) => html`<div><dt>${one.label}</dt><dd>${formatResult(one.value, one.kind)}</dd></div>
`,
)}</dl>
`;
}

function renderSample(edition: Edition, { account, data }: AnalysisResult, page: string): Html {
  const wording = siteWording(edition);
  const { words } = wording;
  return html`<h2 id="sample">${wording.say("theSample")}</h2>
<p>${wording.say("sampleCounts", account.considered, account.rows, words.rowsAre(account.rowsAre))}</p>
${
  account.dropped.length > 0 &&
  html`<div class="table-scroll" role="group" aria-label="${words.leftOut}" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">${wording.say("leftOutBecause")}</th>${wording.sayAll("rows", "countries").map((head) => html`<th scope="col" class="align-right">${head}</th>`)}</tr>
</thead>
<tbody>
${account.dropped.map((one) => html`<tr><th scope="row">${wording.english(one.reason)}</th><td class="align-right">${one.rows}</td><td class="align-right">${one.countries}</td></tr>\n`)}</tbody>
</table></div>
`
}<p>${wording.say(
    "restsOn",
    joinHtml(
      account.rests.map(
        (one) =>
          html`${describeVintage(wording, one)}${one.source !== undefined && html` (${renderSourceLink({ edition, page }, one.source)})`}`,
      ),
      words.partSeparator,
    ),
  )}</p>
${data && html`<p>${wording.say("rowsAsTaken")}</p>\n${renderDownloads({ page, wording, downloads: downloadsOf(`${page}rows`) })}`}`;
}

function renderDeclaration(edition: Edition, { analysis }: AnalysisResult): Html {
  const text = edition.index.casebook.files.get(`analyses/${analysis.id}.yaml`)?.text ?? "";
  return html`<h2 id="declaration">${siteWording(edition).say("howDeclared")}</h2>
<pre><code class="language-yaml">${text.trimEnd()}</code></pre>
`;
}

function renderUses(edition: Edition, id: string, page: string): Html {
  const wording = siteWording(edition);
  const uses = edition.index.casebook.cases.flatMap((one) =>
    (edition.exhibits.byCase.get(one.id) ?? [])
      .filter(({ content }) => content.type === "analysis" && content.analysis === id)
      .map(
        (exhibit) =>
          html`<a href="${linkTo(page, caseAddress(one), exhibit.id)}">${wording.say("exhibitIn", exhibitLabel(exhibit, wording), one.title)}</a>`,
      ),
  );
  return html`<p>${uses.length > 0 && html`${wording.say("shownAs", wording.row(uses))} `}<a href="${linkTo(page, ANALYSES_ADDRESS)}">${wording.say("allAnalyses")}</a></p>
`;
}
