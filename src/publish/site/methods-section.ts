import { analysesOf } from "../../compute/analysis/analyses.ts";
import { METHOD_BOOK, type MethodEntry } from "../../compute/analysis/method-book.ts";
import type { AnalysisResult } from "../../compute/analysis/result.ts";
import type { MethodId } from "../../model/analysis.ts";
import type { Edition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
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
export function renderMethodsSection(edition: Edition): Html {
  const { index } = edition;
  const wording = siteWording(edition);
  const results = analysesOf(index).flatMap(({ result }) => result ?? []);
  if (results.length === 0) return html``;
  return html`<h2 id="statistical-methods">${wording.say("statisticalMethods")}</h2>
<p>${wording.say("statisticalMethodsLead")}</p>
${METHOD_BOOK.map((method) =>
  renderMethod(
    wording,
    method,
    results.filter(({ analysis }) => analysis.method === method.id),
  ),
)}`;
}

function renderMethod(wording: Wording, method: MethodEntry, users: readonly AnalysisResult[]): Html {
  if (users.length === 0) return html``;
  const english = (text: string): Html => wording.english(renderCode(text));
  const facts: readonly (readonly [Html, Html])[] = [
    [wording.say("formula"), english(method.formula)],
    [wording.say("missingValues"), english(method.missing)],
    [wording.say("needs"), english(method.needs)],
    [wording.say("source"), english(method.source)],
    [wording.say("howKnownRight"), english(method.checked)],
    [wording.say("toKnowBefore"), renderCaveats(wording, method.caveats)],
    [wording.say("usedBy"), renderUsers(wording, users)],
  ];
  return html`<h3 id="${methodAnchor(method.id)}">${wording.english(method.title)}</h3>
<p>${english(method.answers)}</p>
<dl class="definitions">
${facts.map(
  ([term, words]) => html`<div><dt>${term}</dt><dd>${words}</dd></div>
`,
)}</dl>
`;
}

function renderCaveats(wording: Wording, caveats: readonly string[]): Html {
  return html`<ul${wording.englishMark}>
${caveats.map((one) => html`<li>${renderCode(one)}</li>\n`)}</ul>`;
}

function renderUsers(wording: Wording, users: readonly AnalysisResult[]): Html {
  return joinHtml(
    users.map(
      ({ analysis }) =>
        html`<a href="${linkTo(METHODS_ADDRESS, analysisAddress(analysis.id))}">${analysis.title}</a>`,
    ),
    wording.words.partSeparator,
  );
}
