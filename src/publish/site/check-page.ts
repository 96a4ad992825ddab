import { caseAddress } from "../../compute/links.ts";
import { recordClaim, recordStatistics } from "../../compute/page-record.ts";
import type { PageRecord } from "../../compute/replay.ts";
import type { Case } from "../../model/case.ts";
import type { Edition } from "../edition.ts";
import { wordingOf } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { claimsOf } from "./checked-statements.ts";
import { type Html, html, rawHtml } from "./html.ts";
import { SITE_FILES } from "./page.ts";

/**
 * Returns the button that has the reader's browser judge a case's statements and compute its statistics anew, with the
 * record that it needs for that; nothing where a case has neither. The record stands in the page, so that a page that
 * was saved or is read from the disk can be checked, too.
 */
export function renderCheckPage(edition: Edition, one: Case): Html {
  const record = recordOf(edition, one);
  if (record.claims.length + record.statistics.length === 0) return html``;
  const wording = wordingOf(one.language);
  const { words } = wording;
  const script = linkTo(caseAddress(one), `${SITE_FILES}check-page.js`);
  const said = {
    here: words.checkHere,
    differs: words.checkDiffers,
    summary: words.checkSummary,
    same: words.checkSame,
    disagree: words.checkDisagree,
    notReplayed: words.checkNotReplayed,
    broken: words.checkBroken,
    holds: words.holds,
    fails: words.fails,
    "not-in-record": words["not-in-record"],
    unclear: words.checkUnclear,
    quoted: words.checkQuoted,
    analysis: words.checkAnalysis,
    "too-many-rows": words.checkTooManyRows,
  };
  return html`<section class="check-page needs-scripts" aria-label="${words.checkThisPage}">
<button type="button" data-script="${script}" data-words="${JSON.stringify(said)}">${wording.say("checkThisPage")}</button>
<p class="check-help">${wording.say("checkHelp")}</p>
<p class="check-result" role="status"></p>
<script type="application/json" id="check-record">${rawHtml(JSON.stringify(record).replaceAll("<", "\\u003c"))}</script>
</section>
`;
}

function recordOf(edition: Edition, one: Case): PageRecord {
  const tables = (edition.exhibits.byCase.get(one.id) ?? []).flatMap(({ id, content }) =>
    content.type === "statistics" ? [{ id, country: content.country }] : [],
  );
  return {
    claims: claimsOf(edition, one).map((claim) => recordClaim(edition.index, claim)),
    statistics: tables.flatMap(({ id, country }) => recordStatistics(edition.index, country, id)),
  };
}
