import { formatCount } from "../../base/format.ts";
import { evidenceCells } from "../../compute/evidence.ts";
import { formatExpectation, PLACE_COLUMN, ROW_COLUMN } from "../../compute/expectation.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { caseAddress } from "../../compute/links.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import type { Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { claimAddress } from "./claims-page.ts";
import { type Html, html } from "./html.ts";
import { renderPage } from "./page.ts";

/** Most rows of a query, and most cells, that a claim's page shows. */
const ROWS_SHOWN = 100;

/** Returns the page of a named claim: the statement, where it is made, the query, its rows, the verdict, the cells. */
export function renderClaimPage(edition: Edition, one: CheckedClaim): string {
  const { claim, question, answer, verdict } = one;
  const uses = [...edition.claims.values()].filter((use) => use.named === one);
  const address = claimAddress(claim.id);
  return renderPage(edition, {
    address,
    title: question,
    description: `Checked against the record: ${siteWording(edition).words[verdict]}.`,
    language: edition.index.casebook.config.language,
    section: "claims",
    scripts: ["scroll-regions"],
    content: html`<header class="page-header">
<h1>${question}</h1>
</header>
<div class="prose">
<p><span class="verdict verdict-${verdict}">${capitalize(siteWording(edition).words[verdict])}</span>: the record gives ${answer}.${claim.by !== undefined && html` The casebook reports the statement as the words of ${claim.by}.`}</p>
${claim.note !== undefined && html`<p>${claim.note}</p>\n`}${renderUses(edition, address, uses)}${renderQuestion(one)}${renderRows(one)}${renderEvidence(one)}<p><a href="${linkTo(address, "claims/")}">All checked statements</a></p>
</div>
`,
  });
}

function renderUses(edition: Edition, page: string, uses: readonly InlineClaim[]): Html {
  if (uses.length === 0) return html``;
  return html`<h2 id="uses">Where it is said</h2>
<ul>
${uses.map((use) => {
  const one = edition.index.casebook.cases.find((each) => each.id === use.caseId);
  return (
    one &&
    html`<li><a href="${linkTo(page, caseAddress(one), use.id)}">${one.title}</a>: “${use.text}”</li>
`
  );
})}</ul>
`;
}

function renderQuestion({ claim: { question } }: CheckedClaim): Html {
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

function renderEvidence({ evidence }: CheckedClaim): Html {
  const cells = evidenceCells(evidence);
  if (cells.length === 0) return html``;
  return html`<h2 id="evidence">The cells that decided</h2>
<div class="table-scroll" role="group" aria-label="Cells that decided" tabindex="0"><table>
<thead>
<tr><th scope="col">File</th><th scope="col">Line</th><th scope="col">Column</th><th scope="col">Cell</th><th scope="col">Row</th></tr>
</thead>
<tbody>
${cells.slice(0, ROWS_SHOWN).map(
  ({ file, line, field, text, row }) =>
    html`<tr><td>${file}</td><td>${line}</td><td>${field ?? "—"}</td><td>${text}</td><td>${row}</td></tr>
`,
)}</tbody>
</table></div>
${cells.length > ROWS_SHOWN && html`<p>The first ${ROWS_SHOWN} of ${formatCount(cells.length, "cell")}.</p>\n`}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
