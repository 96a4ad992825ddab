import { formatCount } from "../../base/format.ts";
import { formatMissing, isMissing } from "../../base/missing.ts";
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
import { renderDownloads } from "./exhibits.ts";
import { type Html, html } from "./html.ts";
import { renderPage } from "./page.ts";

/** The address of the page of hypotheses. */
export const HYPOTHESES_ADDRESS = "hypotheses/";

/** Yields the page on which hypotheses are updated step by step, with its data; nothing where the casebook has none. */
export function* renderHypothesesPage(edition: Edition): Generator<Artifact> {
  const { config, hypotheses } = edition.index.casebook;
  if (hypotheses.length === 0) return;
  const page = HYPOTHESES_ADDRESS;
  const traced = hypotheses.map((one) => ({ one, tracing: traceHypothesis(one, one.evidence) }));
  const downloads = ["csv", "json"].map((kind) => ({
    label: kind.toUpperCase(),
    path: `${page}steps.${kind}`,
  }));
  yield {
    path: `${page}index.html`,
    body: renderPage(edition, {
      address: page,
      title: "Hypotheses",
      description: `${formatCount(hypotheses.length, "hypothesis", "hypotheses")} weighed against the evidence in ${config.title}.`,
      language: config.language,
      section: undefined,
      scripts: ["scroll-regions"],
      content: html`<header class="page-header">
<h1>Hypotheses</h1>
</header>
<div class="prose">
<p>Each starts from a prior. Evidence multiplies its odds by how much more likely the evidence is if the hypothesis is true than if it is false. The pieces are taken as independent of each other.</p>
</div>
${traced.map(({ one, tracing }) => renderHypothesis(edition, one, tracing))}${renderDownloads({ page, downloads, wording: siteWording(edition) })}`,
    }),
  };
  yield* tableFiles(`${page}steps`, tabulateSteps(traced.map(({ tracing }) => tracing)));
}

/** Returns links from a country's page to the hypotheses on it; nothing where there are none. */
export function renderHypothesisLinks(edition: Edition, country: string): Html {
  const own = edition.index.casebook.hypotheses.filter((one) => one.country === country);
  if (own.length === 0) return html``;
  const page = countryAddress(country);
  return html`<h2>Hypotheses</h2>
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
  const end = isMissing(posterior)
    ? `not defined: ${formatMissing(posterior)}`
    : formatProbability(posterior);
  return html`<h2 id="${one.id}">${one.statement}</h2>
<p>Prior ${formatProbability(one.prior)}, posterior ${end}.${country}</p>
${steps.length === 0 ? html`<p>No evidence is weighed yet.</p>` : renderSteps(edition, one.id, steps)}`;
}

function renderSteps(edition: Edition, id: string, steps: readonly TracingStep[]): Html {
  return html`<div class="table-scroll" role="group" aria-label="${`Evidence on ${id}`}" tabindex="0"><table class="list-table steps-table">
<thead>
<tr><th scope="col">Evidence</th><th scope="col">Kind</th><th scope="col" class="align-right">If true</th><th scope="col" class="align-right">If false</th><th scope="col" class="align-right">Ratio</th><th scope="col" class="align-right">Probability</th></tr>
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
  const words = (name: string): string => name.replaceAll("-", " ");
  const isThere = entriesOf(edition.index.casebook).some((one) => one.id === entry);
  const name =
    entry === undefined
      ? html`${summary}`
      : isThere
        ? html`<a href="${linkTo(HYPOTHESES_ADDRESS, entryAddress({ id: entry }))}">${summary}</a>`
        : html`${summary} (${entry}: not in the record)`;
  return html`<tr><th scope="row">${name}${!isFound && " (looked for, not found)"}</th><td>${words(kind)}${meant !== kind && `; by its numbers a ${words(meant)}`}</td><td class="align-right">${formatProbability(likelihoodIfTrue)}</td><td class="align-right">${formatProbability(likelihoodIfFalse)}</td><td class="align-right">${formatRatio(ratio)}</td><td class="align-right">${formatProbability(before)} → ${formatProbability(after)}</td></tr>
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
