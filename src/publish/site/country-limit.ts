import { formatCount } from "../../base/format.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { computeLimitStanding } from "../../compute/tier-limit.ts";
import { formatYearRange } from "../../model/year-range.ts";
import type { Edition } from "../edition.ts";
import { renderSourceLink } from "./exhibits.ts";
import { type Html, html } from "./html.ts";

/** Says how long a country may still stay in the tier of its last grade; nothing where the casebook states no limit. */
export function renderLimit(edition: Edition, country: string): Html {
  const { casebook } = edition.index;
  const standing = computeLimitStanding(edition.index, country);
  if (!standing) return html``;
  const { tier, rule, spell, clock } = standing;
  const next = casebook.config.scorecard.tiers.find(({ id }) => id === rule.next)?.label ?? rule.next;
  const waived =
    rule.waivers > 0 && html`, and for up to ${formatCount(rule.waivers, "more year")} by waiver`;
  const latest = rule.waivers > 0 && html`, in ${clock.movesWithWaivers} if every waiver is granted`;
  const counted =
    clock.held === 0
      ? "none counts so far"
      : `${clock.held === 1 ? "one counts" : `${clock.held} count`} so far`;
  const source = renderSourceLink({ edition, page: countryAddress(country) }, rule.source);
  return html`<p id="limit">${nameOf(casebook, country)} was in ${tier.label} in ${formatYearRange(spell)}. A country may stay there for ${formatCount(rule.years, "year")}, counted from ${rule.since}${waived}; then it moves to ${next} (${source}). Of these years ${counted}: the move is due in ${clock.moves}${latest}.</p>
`;
}
