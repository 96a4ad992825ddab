import { formatExpectation, PLACE_COLUMN, ROW_COLUMN } from "../../compute/expectation.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { CLAIMS, claimAddress } from "../../compute/links.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import type { Artifact, Edition } from "../edition.ts";
import { claimPreview } from "../share/preview.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { usesOfClaim } from "./claim-uses.ts";
import { renderNamedQuestion } from "./claims-page.ts";
import { ROWS_SHOWN, renderEvidence } from "./evidence-table.ts";
import { type Html, html } from "./html.ts";
import { renderAsData } from "./list-files.ts";
import { renderPage } from "./page.ts";
import { renderQuestion, renderStatementPages, renderUses, renderVerdict } from "./statement-page.ts";

/** Yields a page for each named claim, and for each statement that prose makes by itself. */
export function* renderClaimPages(edition: Edition): Generator<Artifact> {
  for (const one of edition.named) {
    const body = renderClaimPage(edition, one, usesOfClaim(edition, one));
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
  const wording = siteWording(edition);
  const { words } = wording;
  return renderPage(edition, {
    address,
    title: question,
    description: words.checkedAgainst(words[verdict]),
    language: edition.index.casebook.config.language,
    section: "claims",
    preview: claimPreview(edition, one),
    scripts: ["scroll-regions"],
    content: html`<header class="page-header">
<h1>${renderNamedQuestion(wording, one)}</h1>
</header>
<div class="prose claim-record">
<p>${renderVerdict(wording, verdict, answer)}${claim.by !== undefined && html` ${wording.say("reportedAsWordsOf", claim.by)}`}</p>
${claim.note !== undefined && html`<p>${claim.note}</p>\n`}${renderUses(edition, address, uses)}${one.asked ? renderQuestion(edition, address, one.asked) : renderQuery(wording, one)}${renderRows(wording, one)}${renderEvidence(edition, address, one.evidence)}<p><a href="${linkTo(address, CLAIMS)}">${wording.say("allCheckedStatements")}</a> · ${renderAsData(edition, address, `${CLAIMS}claims`)}</p>
</div>
`,
  });
}

function renderQuery(wording: Wording, { claim: { question } }: CheckedClaim): Html {
  if (question.kind !== "sql") return html``;
  return html`<h2 id="query">${wording.say("theQuery")}</h2>
<pre><code class="language-sql">${question.sql.trim()}</code></pre>
<p>${wording.say("expected", wording.say("fullStop", wording.english(formatExpectation(question.expect))))}</p>
${
  question.notInRecord !== undefined &&
  html`<p>${wording.say("notInRecordWhere")}</p>
<pre><code class="language-sql">${question.notInRecord.trim()}</code></pre>
`
}`;
}

function renderRows(wording: Wording, { rows }: CheckedClaim): Html {
  if (!rows || rows.rows.length === 0) return html``;
  const shown = rows.columns
    .map((name, i) => ({ name, i }))
    .filter(({ name }) => name !== ROW_COLUMN && name !== PLACE_COLUMN);
  const more = rows.rows.length > ROWS_SHOWN;
  return html`<h2 id="rows">${wording.say("whatItGives")}</h2>
<div class="table-scroll" role="group" aria-label="${wording.words.resultOfQuery}" tabindex="0"><table>
<thead>
<tr>${shown.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr>
</thead>
<tbody>
${rows.rows.slice(0, ROWS_SHOWN).map(
  (row) => html`<tr>${shown.map(({ i }) => html`<td>${String(row[i] ?? "—")}</td>`)}</tr>
`,
)}</tbody>
</table></div>
${more && html`<p>${wording.say("firstRows", ROWS_SHOWN, rows.rows.length, rows.isCut)}</p>\n`}`;
}
