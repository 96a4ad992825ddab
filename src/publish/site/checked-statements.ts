import { placeOf } from "../../base/source.ts";
import type { InlineClaim, Verdict } from "../../compute/inline-claims.ts";
import { caseAddress } from "../../compute/links.ts";
import type { Case } from "../../model/case.ts";
import { walk } from "../../read/document.ts";
import type { Edition } from "../edition.ts";
import { fragment, linkTo } from "./addresses.ts";
import { type Html, html } from "./html.ts";

/** How a verdict is worded for a reader. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  holds: "holds",
  fails: "fails",
  "not-in-record": "not in the record",
};

const EVIDENCE_SHOWN = 3;

/** Returns the list of a case's statements that were held against the record; nothing where there are none. */
export function renderCheckedStatements(edition: Edition, one: Case): Html {
  const claims = claimsOf(edition, one);
  if (claims.length === 0) return html``;
  return html`<section class="checked" aria-labelledby="checked-heading">
<h2 id="checked-heading">Checked statements</h2>
<p>${summarizeClaims(claims)}</p>
<details>
<summary>All checked statements</summary>
<ol>
${claims.map(renderClaim)}</ol>
<p><a href="${linkTo(caseAddress(one), "claims/")}">All checked statements of the casebook</a></p>
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

/** Says how many of a page's statements hold, contradict the record, or are not in it. */
export function summarizeClaims(claims: readonly InlineClaim[]): string {
  const count = (verdict: Verdict): number => claims.filter((claim) => claim.verdict === verdict).length;
  const parts = [
    [count("holds"), "hold", "holds"],
    [count("fails"), "contradict it", "contradicts it"],
    [count("not-in-record"), "are not in it", "is not in it"],
  ] as const;
  const words = parts.filter(([n]) => n > 0).map(([n, many, single]) => `${n} ${n === 1 ? single : many}`);
  const statements = claims.length === 1 ? "One statement" : `${claims.length} statements`;
  return `${statements} of this page ${claims.length === 1 ? "was" : "were"} held against the record: ${words.join(", ")}.`;
}

function renderClaim(claim: InlineClaim): Html {
  const places = claim.evidence.map(placeOf);
  const shown = [...new Set(places.map((place) => `${place.file}:${place.line}`))];
  const more = shown.length > EVIDENCE_SHOWN ? ` and ${shown.length - EVIDENCE_SHOWN} more` : "";
  const evidence =
    shown.length > 0 &&
    html` <span class="evidence">${shown.slice(0, EVIDENCE_SHOWN).join(", ")}${more}</span>`;
  return html`<li><a href="${fragment(claim.id)}">“${claim.text}”</a> <span class="verdict verdict-${claim.verdict}">${VERDICT_WORDS[claim.verdict]}</span>: ${claim.question}? ${claim.answer}.${evidence}</li>
`;
}
