import type { Asked, AskedResult, Verdict } from "../../compute/checked-statement.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { CLAIMS, caseAddress, claimAddress } from "../../compute/links.ts";
import { type QuotedWords, quoteDirectives } from "../../compute/sentences.ts";
import { queryOfStatement } from "../../compute/statement-query.ts";
import type { Case } from "../../model/case.ts";
import type { InlineDirective } from "../../read/document.ts";
import type { Artifact, Edition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { analysisAddress } from "./analysis-exhibit.ts";
import { unnamedClaims } from "./claims-page.ts";
import { renderEvidence } from "./evidence-table.ts";
import { type Html, html, renderCode } from "./html.ts";
import { renderAsData } from "./list-files.ts";
import { renderPage } from "./page.ts";

/** Yields a page for each `:grade` and `:value` of the prose; statements of one case that say the same share one. */
export function* renderStatementPages(edition: Edition): Generator<Artifact> {
  const groups = new Map<string, InlineClaim[]>();
  for (const claim of unnamedClaims(edition)) {
    const group = groups.get(claim.key);
    if (group) group.push(claim);
    else groups.set(claim.key, [claim]);
  }
  for (const [key, group] of groups) {
    yield { path: `${claimAddress(key)}index.html`, body: renderStatementPage(edition, group) };
  }
}

function renderStatementPage(edition: Edition, group: readonly InlineClaim[]): string {
  const [{ key, question, answer, verdict, evidence, asked } = fail()] = group;
  const address = claimAddress(key);
  const wording = siteWording(edition);
  const { words } = wording;
  return renderPage(edition, {
    address,
    title: question.replace(/\?$/, ""),
    description: words.checkedAgainst(words[verdict]),
    language: edition.index.casebook.config.language,
    section: "claims",
    scripts: ["scroll-regions"],
    content: html`<header class="page-header">
<h1>${wording.english(question.replace(/\?$/, ""))}</h1>
</header>
<div class="prose claim-record">
<p>${renderVerdict(wording, verdict, answer)}</p>
${renderUses(edition, address, group)}${asked && renderQuestion(edition, address, asked)}${renderEvidence(edition, address, evidence)}<p><a href="${linkTo(address, CLAIMS)}">${wording.say("allCheckedStatements")}</a> · ${renderAsData(edition, address, `${CLAIMS}claims`)}</p>
</div>
`,
  });
}

/** Returns a verdict with what the record gives, as a sentence. */
export function renderVerdict(wording: Wording, verdict: Verdict, answer: string): Html {
  const words = wording.words[verdict];
  const name = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return wording.say(
    "recordGives",
    html`<span class="verdict verdict-${verdict}">${name}</span>`,
    wording.english(answer),
  );
}

function fail(): never {
  throw new Error("a page of no statement");
}

/** Returns where statements are made, each within its sentence. */
export function renderUses(edition: Edition, page: string, uses: readonly InlineClaim[]): Html {
  if (uses.length === 0) return html``;
  return html`<h2 id="uses">${siteWording(edition).say("whereItIsSaid")}</h2>
<ul class="said">
${uses.map((use) => {
  const one = edition.index.casebook.cases.find((each) => each.id === use.caseId);
  if (!one) return html``;
  const { before, words, after } = quotesOf(one).get(use.node) ?? { before: "", words: use.text, after: "" };
  return html`<li><q>${before}<mark>${words}</mark>${after}</q> <a href="${linkTo(page, caseAddress(one), use.id)}">${one.title}</a></li>
`;
})}</ul>
`;
}

const quotes = new WeakMap<Case, ReadonlyMap<InlineDirective, QuotedWords>>();

function quotesOf(one: Case): ReadonlyMap<InlineDirective, QuotedWords> {
  const found = quotes.get(one) ?? quoteDirectives(one.document);
  quotes.set(one, found);
  return found;
}

/** Returns what a `:grade` or `:value` asks, in words and as SQL. */
export function renderQuestion(edition: Edition, page: string, asked: Asked): Html {
  const { index } = edition;
  const wording = siteWording(edition);
  if (asked.kind === "result") return renderResultQuestion(edition, page, asked);
  const { asks, expects, sql } = queryOfStatement(index, asked);
  return html`<h2 id="query">${wording.say("whatIsAsked")}</h2>
<p>${wording.english(renderCode(asks))}</p>
<p>${wording.say("expected", wording.english(renderCode(expects)))}</p>
<p>${wording.say("sameAsQuery")}</p>
<pre><code class="language-sql">${sql}</code></pre>
`;
}

function renderResultQuestion(
  edition: Edition,
  page: string,
  { analysis: id, of, isBelow, printed }: AskedResult,
): Html {
  const analysis = edition.index.casebook.analyses.get(id);
  if (!analysis) return html``;
  const wording = siteWording(edition);
  const link = html`<a href="${linkTo(page, analysisAddress(analysis.id))}">${analysis.title}</a>`;
  const value = isBelow ? wording.say("below", printed.plain) : html`${printed.plain}`;
  return html`<h2 id="query">${wording.say("whatIsAsked")}</h2>
<p>${wording.say("resultAsked", html`<code>${of}</code>`, link)}</p>
<p>${wording.say("expected", wording.say("fullStop", value))}</p>
`;
}
