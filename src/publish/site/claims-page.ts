import { formatCount } from "../../base/format.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { CLAIMS, caseAddress, claimAddress } from "../../compute/links.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import type { Verdict } from "../../compute/statement.ts";
import type { Edition } from "../edition.ts";
import { en } from "../words/en.ts";
import { linkTo } from "./addresses.ts";
import { renderClaimsForm, valuesOfNamed, valuesOfUnnamed } from "./claims-explorer.ts";
import type { DataFile } from "./data-tables.ts";
import { formatRow } from "./explorer.ts";
import { type Html, html } from "./html.ts";
import { renderPage } from "./page.ts";

const HEADINGS: readonly (readonly [Verdict, string])[] = [
  ["fails", "Contradicted by the record"],
  ["not-in-record", "Not in the record"],
  ["holds", "In agreement with the record"],
];

/** Tells whether a casebook states anything that was held against its record. */
export function hasClaims(edition: Edition): boolean {
  return edition.named.length > 0 || edition.claims.size > 0;
}

/** Returns the statements of a casebook that are made in prose alone, without a name. */
export function unnamedClaims(edition: Edition): InlineClaim[] {
  return [...edition.claims.values()].filter((claim) => claim.named === undefined);
}

/** Returns the page of all claims, by verdict: the named ones, and those that stand in prose alone. */
export function renderClaimsPage(edition: Edition): string {
  const { config } = edition.index.casebook;
  const inline = unnamedClaims(edition);
  const count = formatCount(edition.named.length + inline.length, "statement");
  return renderPage(edition, {
    address: CLAIMS,
    title: "Checked statements",
    description: `${count} of ${config.title} that were held against its record, with their verdicts.`,
    language: config.language,
    section: "claims",
    scripts: ["explore-list"],
    content: html`<header class="page-header">
<h1>Checked statements</h1>
</header>
<div class="prose">
<p>${count} of the cases ${edition.named.length + inline.length === 1 ? "was" : "were"} held against the record. Each holds, fails, or is not in the record. As data: <a href="../data/claims.csv" download>CSV</a>, <a href="../data/claims.json" download>JSON</a>.</p>
</div>
<explore-list>
${renderClaimsForm(edition, inline)}<div class="prose" data-rows>
${HEADINGS.map(([verdict, heading]) => renderVerdict(edition, inline, verdict, heading))}</div>
</explore-list>
`,
  });
}

function renderVerdict(
  edition: Edition,
  inline: readonly InlineClaim[],
  verdict: Verdict,
  heading: string,
): Html {
  const named = edition.named.filter((one) => one.verdict === verdict);
  const others = inline.filter((one) => one.verdict === verdict);
  if (named.length + others.length === 0) return html``;
  return html`<div data-group>
<h2 id="${verdict}">${heading}</h2>
<ul class="claims">
${named.map((one) => renderNamed(edition, one))}${others.map((claim) => renderInline(edition, claim))}</ul>
</div>
`;
}

function renderNamed(edition: Edition, checked: CheckedClaim): Html {
  const { claim, question, answer } = checked;
  const by = claim.by !== undefined && html` (according to ${claim.by})`;
  const row = formatRow(valuesOfNamed(edition, checked));
  return html`<li data-row="${row}"><a href="${linkTo(CLAIMS, claimAddress(claim.id))}">${question}</a>${by}: ${answer}.</li>
`;
}

function renderInline(edition: Edition, claim: InlineClaim): Html {
  const one = edition.index.casebook.cases.find((each) => each.id === claim.caseId);
  const said = one && html` (<a href="${linkTo(CLAIMS, caseAddress(one), claim.id)}">${one.title}</a>)`;
  const row = formatRow(valuesOfUnnamed(claim));
  return html`<li data-row="${row}"><a href="${linkTo(CLAIMS, claimAddress(claim.key))}">“${claim.text}”</a> – ${claim.question} ${claim.answer}.${said}</li>
`;
}

/** Returns the claims as a table, named ones first. */
export function claimsFile(edition: Edition): DataFile {
  const ordered = [...edition.claims.values()];
  return {
    path: "claims",
    label: "Checked statements",
    table: {
      columns: ["id", "kind", "text", "verdict", "answer", "by", "country", "cases", "query"],
      rows: [
        ...edition.named.map((one) => [
          one.claim.id,
          one.claim.question.kind,
          one.question,
          en[one.verdict],
          one.answer,
          one.claim.by,
          one.claim.country,
          [...new Set(ordered.filter((use) => use.named === one).map((use) => use.caseId))].join(";"),
          one.claim.question.kind === "sql" ? one.claim.question.sql.trim() : undefined,
        ]),
        ...unnamedClaims(edition).map((claim) => [
          claim.key,
          claim.kind,
          claim.text,
          en[claim.verdict],
          claim.answer,
          undefined,
          undefined,
          claim.caseId,
          undefined,
        ]),
      ],
    },
  };
}
