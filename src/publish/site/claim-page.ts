import { formatExpectation, PLACE_COLUMN, ROW_COLUMN } from "../../compute/expectation.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { claimAddress } from "../../compute/links.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import type { Artifact, Edition } from "../edition.ts";
import { claimPreview } from "../share/preview.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { ROWS_SHOWN, renderEvidence } from "./evidence-table.ts";
import { type Html, html } from "./html.ts";
import { renderPage } from "./page.ts";
import { renderQuestion, renderStatementPages, renderUses } from "./statement-page.ts";

/** Yields a page for each named claim, and for each statement that prose makes by itself. */
export function* renderClaimPages(edition: Edition): Generator<Artifact> {
  const uses = new Map<CheckedClaim, InlineClaim[]>(edition.named.map((one) => [one, []]));
  for (const use of edition.claims.values()) if (use.named) uses.get(use.named)?.push(use);
  for (const one of edition.named) {
    const body = renderClaimPage(edition, one, uses.get(one) ?? []);
    yield { path: `${claimAddress(one.claim.id)}index.html`, body };
    const preview = claimPreview(edition, one);
    if (preview) yield preview.file;
  }
  yield* renderStatementPages(edition);
}

/** Returns the page of a named claim: the statement, where it is made, the query, its rows, the verdict, the cells. */
function renderClaimPage(edition: Edition, one: CheckedClaim, uses: readonly InlineClaim[]): string {
  const { claim, question, answer, verdict } = one;
  const address = claimAddress(claim.id);
  return renderPage(edition, {
    address,
    title: question,
    description: `Checked against the record: ${siteWording(edition).words[verdict]}.`,
    language: edition.index.casebook.config.language,
    section: "claims",
    preview: claimPreview(edition, one),
    scripts: ["scroll-regions"],
    content: html`<header class="page-header">
<h1>${question}</h1>
</header>
<div class="prose claim-record">
<p><span class="verdict verdict-${verdict}">${capitalize(siteWording(edition).words[verdict])}</span>: the record gives ${answer}.${claim.by !== undefined && html` The casebook reports the statement as the words of ${claim.by}.`}</p>
${claim.note !== undefined && html`<p>${claim.note}</p>\n`}${renderUses(edition, address, uses)}${one.asked ? renderQuestion(edition, address, one.asked) : renderQuery(one)}${renderRows(one)}${renderEvidence(edition, address, one.evidence)}<p><a href="${linkTo(address, "claims/")}">All checked statements</a></p>
</div>
`,
  });
}

function renderQuery({ claim: { question } }: CheckedClaim): Html {
  if (question.kind !== "sql") return html``;
  return html`<h2 id="query">The query</h2>
<pre><code class="language-sql">${question.sql.trim()}</code></pre>
<p>Expected: ${formatExpectation(question.expect)}.</p>
${
  question.notInRecord !== undefined &&
  html`<p>Not in the record where this gives rows:</p>
<pre><code class="language-sql">${question.notInRecord.trim()}</code></pre>
`
}`;
}

function renderRows({ rows }: CheckedClaim): Html {
  if (!rows || rows.rows.length === 0) return html``;
  const shown = rows.columns
    .map((name, i) => ({ name, i }))
    .filter(({ name }) => name !== ROW_COLUMN && name !== PLACE_COLUMN);
  const more = rows.rows.length > ROWS_SHOWN;
  return html`<h2 id="rows">What it gives</h2>
<div class="table-scroll" role="group" aria-label="Result of the query" tabindex="0"><table>
<thead>
<tr>${shown.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr>
</thead>
<tbody>
${rows.rows.slice(0, ROWS_SHOWN).map(
  (row) => html`<tr>${shown.map(({ i }) => html`<td>${String(row[i] ?? "—")}</td>`)}</tr>
`,
)}</tbody>
</table></div>
${more && html`<p>The first ${ROWS_SHOWN} of ${rows.isCut ? "more than " : ""}${rows.rows.length} rows.</p>\n`}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
