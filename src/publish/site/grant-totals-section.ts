import {
  type GrantTotal,
  totalGrantsByPurpose,
  totalGrantsByRecipient,
} from "../../compute/panel/grant-totals.ts";
import type { Edition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { type CountrySection, renderSection } from "./country-section.ts";
import { type Html, html } from "./html.ts";

/** Below so many grants the list itself says it all. */
const FEW = 3;

/** Returns a country's grants added up by purpose and by recipient; nothing where there are only a few. */
export function renderGrantTotals(edition: Edition, country: string): Html {
  const grants = edition.index.grants.get(country) ?? [];
  const wording = siteWording(edition);
  const heading =
    grants.length > 0 &&
    html`<h2>${wording.say("grants")}</h2>
`;
  if (grants.length < FEW) return html`${heading}`;
  const overlap = grants.some((grant) => grant.purposes.length > 1);
  return html`${heading}${renderSection(
    edition,
    country,
    sectionOf(wording, ["grants-by-purpose", "grantsByPurpose", "purpose"], {
      totals: totalGrantsByPurpose(grants),
      lead: overlap
        ? html`<p>${wording.say("severalPurposes")}</p>
`
        : undefined,
    }),
  )}${renderSection(
    edition,
    country,
    sectionOf(wording, ["grants-by-recipient", "grantsByRecipient", "recipient"], {
      totals: totalGrantsByRecipient(grants),
    }),
  )}`;
}

function sectionOf(
  wording: Wording,
  [id, title, head]: readonly [
    id: string,
    title: "grantsByPurpose" | "grantsByRecipient",
    head: "purpose" | "recipient",
  ],
  { totals, lead }: { totals: readonly GrantTotal[]; lead?: Html | undefined },
): CountrySection {
  return {
    id,
    title: wording.say(title),
    level: 3,
    columns: wording.sayAll(head, "grants", "amount"),
    numbers: [1, 2],
    foldAbove: 8,
    ...(lead ? { lead } : {}),
    rows: totals.map((one) => [html`${one.of}`, html`${one.grants}`, renderAmount(one, wording)]),
  };
}

function renderAmount({ grants, amount, withoutAmount }: GrantTotal, wording: Wording): Html {
  if (withoutAmount === grants) return wording.say("notKnown");
  const without =
    withoutAmount > 0 && html` <span class="unit">${wording.say("withoutAmount", withoutAmount)}</span>`;
  return html`${wording.number(amount)}${without}`;
}
