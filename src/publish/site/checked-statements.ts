import { placeOf } from "../../base/source.ts";
import type { Verdict } from "../../compute/checked-statement.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { caseAddress, claimAddress } from "../../compute/links.ts";
import type { Case } from "../../model/case.ts";
import { walk } from "../../read/document.ts";
import type { Edition } from "../edition.ts";
import type { VerdictCounts } from "../words/en.ts";
import { type Wording, wordingOf } from "../words/wording.ts";
import { fragment, linkTo } from "./addresses.ts";
import { type Html, html } from "./html.ts";

const EVIDENCE_SHOWN = 3;

/** Returns the list of a case's statements that were held against the record; nothing where there are none. */
export function renderCheckedStatements(edition: Edition, one: Case): Html {
  const claims = claimsOf(edition, one);
  if (claims.length === 0) return html``;
  const page = caseAddress(one);
  const wording = wordingOf(one.language);
  return html`<section class="checked" aria-labelledby="checked-heading" data-switch="${wording.words.markInText}">
<h2 id="checked-heading">${wording.say("checkedStatements")}</h2>
<p>${wording.say("checkedSummary", countVerdicts(claims))}</p>
<details>
<summary>${wording.say("allCheckedStatements")}</summary>
<ol>
${claims.map((claim) => renderClaim(claim, page, wording))}</ol>
<p><a href="${linkTo(page, "claims/")}">${wording.say("allCheckedOfCasebook")}</a></p>
</details>
</section>
`;
}

/** Returns a case's statements that were held against the record, in reading order. */
export function claimsOf(edition: Edition, one: Case): InlineClaim[] {
  const claims: InlineClaim[] = [];
  if (edition.claims.size === 0) return claims;
  const blocks = [...one.document.blocks, ...one.document.notes.flatMap((note) => note.blocks)];
  for (const node of walk(blocks)) {
    const claim = node.type === "inline-directive" ? edition.claims.get(node) : undefined;
    if (claim) claims.push(claim);
  }
  return claims;
}

/** Returns how many of a page's statements hold, contradict the record, or are not in it. */
export function countVerdicts(claims: readonly InlineClaim[]): VerdictCounts {
  const count = (verdict: Verdict): number => claims.filter((claim) => claim.verdict === verdict).length;
  return {
    all: claims.length,
    holds: count("holds"),
    fails: count("fails"),
    notInRecord: count("not-in-record"),
  };
}

function renderClaim(claim: InlineClaim, page: string, wording: Wording): Html {
  const places = claim.evidence.map(placeOf);
  const shown = [...new Set(places.map((place) => `${place.file}:${place.line}`))];
  const more =
    shown.length > EVIDENCE_SHOWN && html` ${wording.say("andMore", shown.length - EVIDENCE_SHOWN)}`;
  const evidence =
    shown.length > 0 &&
    html` <span class="evidence">${shown.slice(0, EVIDENCE_SHOWN).join(", ")}${more}</span>`;
  return html`<li><a href="${fragment(claim.id)}">${wording.words.quotation(claim.text)}</a> <a class="verdict verdict-${claim.verdict}" href="${linkTo(page, claimAddress(claim.key))}">${wording.say(claim.verdict)}</a>: ${wording.english(`${claim.question.replace(/\?$/, "")}? ${claim.answer}.`)}${evidence}</li>
`;
}
