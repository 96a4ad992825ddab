import { isMissing } from "../../base/missing.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { entriesOf } from "../../compute/link-lookup.ts";
import { countryAddress } from "../../compute/links.ts";
import {
  kindOfLikelihoods,
  type Tracing,
  type TracingStep,
  traceHypothesis,
} from "../../compute/process-tracing.ts";
import type { TracedHypothesis } from "../../model/hypothesis.ts";
import type { Artifact, Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import type { DataTable } from "./data-table.ts";
import { tableFiles } from "./exhibit-files.ts";
import { downloadsOf, renderDownloads } from "./exhibits.ts";
import { type Html, html } from "./html.ts";
import { renderPage } from "./page.ts";

/** The address of the page of hypotheses. */
export const HYPOTHESES_ADDRESS = "hypotheses/";

/** Yields the page on which hypotheses are updated step by step, with its data; nothing where the casebook has none. */
export function* renderHypothesesPage(edition: Edition): Generator<Artifact> {
  const { config, hypotheses } = edition.index.casebook;
  if (hypotheses.length === 0) return;
  const page = HYPOTHESES_ADDRESS;
  const wording = siteWording(edition);
  const { words } = wording;
  const traced = hypotheses.map((one) => ({ one, tracing: traceHypothesis(one, one.evidence) }));
  const downloads = downloadsOf(`${page}steps`);
  yield {
    path: `${page}index.html`,
    body: renderPage(edition, {
      address: page,
      title: words.hypotheses,
      description: words.hypothesesDescription(hypotheses.length, config.title),
      language: config.language,
      section: undefined,
      scripts: ["scroll-regions"],
      content: html`<header class="page-header">
<h1>${wording.say("hypotheses")}</h1>
</header>
<div class="prose">
<p>${wording.say("hypothesesLead")}</p>
</div>
${traced.map(({ one, tracing }) => renderHypothesis(edition, one, tracing))}${renderDownloads({ page, downloads, wording })}`,
    }),
  };
  yield* tableFiles(`${page}steps`, tabulateSteps(traced.map(({ tracing }) => tracing)));
}

/** Returns links from a country's page to the hypotheses on it; nothing where there are none. */
export function renderHypothesisLinks(edition: Edition, country: string): Html {
  const own = edition.index.casebook.hypotheses.filter((one) => one.country === country);
  if (own.length === 0) return html``;
  const page = countryAddress(country);
  return html`<h2>${siteWording(edition).say("hypotheses")}</h2>
<ul>
${own.map(
  ({ id, statement }) => html`<li><a href="${linkTo(page, HYPOTHESES_ADDRESS, id)}">${statement}</a></li>
`,
)}</ul>
`;
}

function renderHypothesis(edition: Edition, one: TracedHypothesis, { steps, posterior }: Tracing): Html {
  const { casebook } = edition.index;
  const country =
    one.country !== undefined &&
    edition.index.countries.includes(one.country) &&
    html` <a href="${linkTo(HYPOTHESES_ADDRESS, countryAddress(one.country))}">${nameOf(casebook, one.country)}</a>.`;
  const wording = siteWording(edition);
  const end = isMissing(posterior)
    ? wording.say("notDefined", wording.missing(posterior))
    : formatProbability(posterior);
  return html`<h2 id="${one.id}">${one.statement}</h2>
<p>${wording.say("priorAndPosterior", formatProbability(one.prior), end)}${country}</p>
${steps.length === 0 ? html`<p>${wording.say("noEvidenceYet")}</p>` : renderSteps(edition, one.id, steps)}`;
}

function renderSteps(edition: Edition, id: string, steps: readonly TracingStep[]): Html {
  const wording = siteWording(edition);
  const numbers = wording.sayAll("ifTrue", "ifFalse", "ratio", "probability");
  return html`<div class="table-scroll" role="group" aria-label="${wording.words.evidenceOn(id)}" tabindex="0"><table class="list-table steps-table">
<thead>
<tr>${wording.sayAll("evidence", "kind").map((head) => html`<th scope="col">${head}</th>`)}${numbers.map((head) => html`<th scope="col" class="align-right">${head}</th>`)}</tr>
</thead>
<tbody>
${steps.map((step) => renderStep(step, edition))}</tbody>
</table></div>
`;
}

function renderStep(
  { evidence, likelihoodRatio: ratio, before, after }: TracingStep,
  edition: Edition,
): Html {
  const { summary, entry, kind, likelihoodIfTrue, likelihoodIfFalse, isFound } = evidence;
  const meant = kindOfLikelihoods(likelihoodIfTrue, likelihoodIfFalse);
  const wording = siteWording(edition);
  const isThere = entriesOf(edition.index.casebook).some((one) => one.id === entry);
  const name =
    entry === undefined
      ? html`${summary}`
      : isThere
        ? html`<a href="${linkTo(HYPOTHESES_ADDRESS, entryAddress({ id: entry }))}">${summary}</a>`
        : wording.say("evidenceNotInRecord", summary, entry);
  return html`<tr><th scope="row">${isFound ? name : wording.say("lookedForInVain", name)}</th><td>${meant === kind ? wording.sayOf("evidenceKinds", kind) : wording.say("byItsNumbers", wording.sayOf("evidenceKinds", kind), wording.sayOf("evidenceKinds", meant))}</td><td class="align-right">${formatProbability(likelihoodIfTrue)}</td><td class="align-right">${formatProbability(likelihoodIfFalse)}</td><td class="align-right">${formatRatio(ratio)}</td><td class="align-right">${formatProbability(before)} → ${formatProbability(after)}</td></tr>
`;
}

function tabulateSteps(tracings: readonly Tracing[]): DataTable {
  return {
    columns: [
      "hypothesis",
      "step",
      "evidence",
      "kind",
      "found",
      "if_true",
      "if_false",
      "ratio",
      "before",
      "after",
    ],
    rows: tracings.flatMap(({ hypothesis, steps }) =>
      steps.map(({ evidence, likelihoodRatio: ratio, before, after }, i) => [
        hypothesis.id,
        i + 1,
        evidence.id,
        evidence.kind,
        evidence.isFound ? "yes" : "no",
        evidence.likelihoodIfTrue,
        evidence.likelihoodIfFalse,
        Number.isFinite(ratio) ? ratio : "infinite",
        before,
        after,
      ]),
    ),
  };
}

/** Returns a probability with three decimals; 1 and 0 only where it is certain. */
function formatProbability(value: number): string {
  if (value === 0 || value === 1) return String(value);
  if (value > 0.9995) return "> 0.999";
  return value < 0.0005 ? "< 0.001" : value.toFixed(3);
}

function formatRatio(ratio: number): string {
  return Number.isFinite(ratio) ? String(Number(ratio.toPrecision(3))) : "∞";
}
