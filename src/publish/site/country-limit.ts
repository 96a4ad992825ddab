import { nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { computeLimitStanding } from "../../compute/tier-limit.ts";
import { formatYearRange } from "../../model/year-range.ts";
import type { Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { renderSourceLink } from "./exhibits.ts";
import { type Html, html } from "./html.ts";

/** Says how long a country may still stay in the tier of its last grade; nothing where the casebook states no limit. */
export function renderLimit(edition: Edition, country: string): Html {
  const { casebook } = edition.index;
  const standing = computeLimitStanding(edition.index, country);
  if (!standing) return html``;
  const { tier, rule, spell, clock } = standing;
  const next = casebook.config.scorecard.tiers.find(({ id }) => id === rule.next)?.label ?? rule.next;
  const latest = rule.waivers > 0 ? clock.movesWithWaivers : undefined;
  const wording = siteWording(edition);
  const source = renderSourceLink({ edition, page: countryAddress(country) }, rule.source);
  return html`<p id="limit">${wording.say("limitSpell", nameOf(casebook, country), tier.label, formatYearRange(spell))} ${wording.say("limitRule", rule, next, source)} ${wording.say("limitClock", clock.held, clock.moves, latest)}</p>
`;
}
