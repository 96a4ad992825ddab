import type { Verdict } from "../../compute/checked-statement.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { CLAIMS, caseAddress, claimAddress } from "../../compute/links.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import type { Edition } from "../edition.ts";
import { en } from "../words/en.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { casesOfClaim } from "./claim-uses.ts";
import { renderClaimsForm, valuesOfNamed, valuesOfUnnamed } from "./claims-explorer.ts";
import type { DataFile } from "./data-table.ts";
import { formatRow } from "./explorer.ts";
import { type Html, html } from "./html.ts";
import { renderAsData } from "./list-files.ts";
import { renderPage } from "./page.ts";

const HEADINGS = [
  ["fails", "contradictedByRecord"],
  ["not-in-record", "notInRecord"],
  ["holds", "inAgreement"],
] as const;

/** Returns the statements of a casebook that are made in prose alone, without a name. */
export function unnamedClaims(edition: Edition): InlineClaim[] {
  return [...edition.claims.values()].filter((claim) => claim.named === undefined);
}

/** Returns the page of all claims, by verdict: the named ones, and those that stand in prose alone. */
export function renderClaimsPage(edition: Edition): string {
  const { config } = edition.index.casebook;
  const inline = unnamedClaims(edition);
  const count = edition.named.length + inline.length;
  const wording = siteWording(edition);
  const { words } = wording;
  return renderPage(edition, {
    address: CLAIMS,
    title: words.checkedStatements,
    description: words.claimsDescription(count, config.title),
    language: config.language,
    section: "claims",
    scripts: ["explore-list"],
    content: html`<header class="page-header">
<h1>${wording.say("checkedStatements")}</h1>
</header>
<div class="prose">
<p>${wording.say("claimsHeld", count)} ${renderAsData(edition, CLAIMS, `${CLAIMS}claims`)}</p>
</div>
<explore-list>
${renderClaimsForm(edition, inline)}<div class="prose" data-rows>
${HEADINGS.map(([verdict, heading]) => renderVerdict(edition, inline, verdict, wording.say(heading)))}</div>
</explore-list>
`,
  });
}

function renderVerdict(
  edition: Edition,
  inline: readonly InlineClaim[],
  verdict: Verdict,
  heading: Html,
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
  const { claim, answer } = checked;
  const wording = siteWording(edition);
  const by = claim.by !== undefined && html` (${wording.say("asSaidBy", claim.by)})`;
  const row = formatRow(valuesOfNamed(edition, checked));
  return html`<li data-row="${row}"><a href="${linkTo(CLAIMS, claimAddress(claim.id))}">${renderNamedQuestion(wording, checked)}</a>${by}: ${wording.english(html`${answer}.`)}</li>
`;
}

/** Returns what a named statement asks: its author's own words, or those that are computed. */
export function renderNamedQuestion(wording: Wording, { claim, question }: CheckedClaim): Html {
  return claim.text === undefined ? wording.english(question) : html`${question}`;
}

function renderInline(edition: Edition, claim: InlineClaim): Html {
  const one = edition.index.casebook.cases.find((each) => each.id === claim.caseId);
  const wording = siteWording(edition);
  const said = one && html` (<a href="${linkTo(CLAIMS, caseAddress(one), claim.id)}">${one.title}</a>)`;
  const row = formatRow(valuesOfUnnamed(claim));
  return html`<li data-row="${row}"><a href="${linkTo(CLAIMS, claimAddress(claim.key))}">${wording.words.quotation(claim.text)}</a> – ${wording.english(html`${claim.question} ${claim.answer}.`)}${said}</li>
`;
}

/** Returns the claims as a table, named ones first. */
export function claimsFile(edition: Edition): DataFile {
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
          casesOfClaim(edition, one).join(";"),
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
