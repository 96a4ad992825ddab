import { analysesOf } from "../../compute/analysis/analyses.ts";
import { METHOD_BOOK, type MethodEntry } from "../../compute/analysis/method-book.ts";
import type { AnalysisResult } from "../../compute/analysis/result.ts";
import type { MethodId } from "../../model/analysis.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import { analysisAddress } from "./analysis-exhibit.ts";
import { type Html, html, joinHtml, renderCode } from "./html.ts";

/** Where the page on methods and data lies. */
export const METHODS_ADDRESS = "methods/";

/** Returns the id under which the methods page describes a method. */
export function methodAnchor(id: MethodId): string {
  return `method-${id}`;
}

/**
 * Returns what the methods page says of the statistical methods: each that an analysis with a page uses, in the order and
 * the words of the method book. Empty where the casebook has no such analysis.
 */
export function renderMethodsSection({ index }: Edition): Html {
  const results = analysesOf(index).flatMap(({ result }) => result ?? []);
  if (results.length === 0) return html``;
  return html`<h2 id="statistical-methods">Statistical methods</h2>
<p>The analyses of this casebook are computed with these methods. Rows with missing values are left out before and counted; the order of rows never matters; an estimate that does not exist is missing with a reason.</p>
${METHOD_BOOK.map((method) =>
  renderMethod(
    method,
    results.filter(({ analysis }) => analysis.method === method.id),
  ),
)}`;
}

function renderMethod(method: MethodEntry, users: readonly AnalysisResult[]): Html {
  if (users.length === 0) return html``;
  const facts: readonly (readonly [string, Html])[] = [
    ["Formula", renderCode(method.formula)],
    ["Missing values", renderCode(method.missing)],
    ["Needs", renderCode(method.needs)],
    ["Source", renderCode(method.source)],
    ["How it is known to be right", renderCode(method.checked)],
    ["To know before believing a result", renderCaveats(method.caveats)],
    ["Used by", renderUsers(users)],
  ];
  return html`<h3 id="${methodAnchor(method.id)}">${method.title}</h3>
<p>${renderCode(method.answers)}</p>
<dl class="definitions">
${facts.map(
  ([term, words]) => html`<div><dt>${term}</dt><dd>${words}</dd></div>
`,
)}</dl>
`;
}

function renderCaveats(caveats: readonly string[]): Html {
  return html`<ul>
${caveats.map((one) => html`<li>${renderCode(one)}</li>\n`)}</ul>`;
}

function renderUsers(users: readonly AnalysisResult[]): Html {
  return joinHtml(
    users.map(
      ({ analysis }) =>
        html`<a href="${linkTo(METHODS_ADDRESS, analysisAddress(analysis.id))}">${analysis.title}</a>`,
    ),
    "; ",
  );
}
