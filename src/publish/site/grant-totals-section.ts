import { formatCount, formatNumber } from "../../base/format.ts";
import {
  type GrantTotal,
  totalGrantsByPurpose,
  totalGrantsByRecipient,
} from "../../compute/panel/grant-totals.ts";
import type { Edition } from "../edition.ts";
import { type CountrySection, renderSection } from "./country-section.ts";
import { type Html, html } from "./html.ts";

/** Below so many grants the list itself says it all. */
const FEW = 3;

/** Returns a country's grants added up by purpose and by recipient; nothing where there are only a few. */
export function renderGrantTotals(edition: Edition, country: string): Html {
  const grants = edition.index.grants.get(country) ?? [];
  const heading =
    grants.length > 0 &&
    html`<h2>Grants</h2>
`;
  if (grants.length < FEW) return html`${heading}`;
  const overlap = grants.some((grant) => grant.purposes.length > 1);
  return html`${heading}${renderSection(
    edition,
    country,
    sectionOf("grants-by-purpose", "Grants by purpose", "Purpose", {
      totals: totalGrantsByPurpose(grants),
      lead: overlap
        ? html`<p>A grant with several purposes counts in each of them.</p>
`
        : undefined,
    }),
  )}${renderSection(
    edition,
    country,
    sectionOf("grants-by-recipient", "Grants by recipient", "Recipient", {
      totals: totalGrantsByRecipient(grants),
    }),
  )}`;
}

function sectionOf(
  id: string,
  title: string,
  head: string,
  { totals, lead }: { totals: readonly GrantTotal[]; lead?: Html | undefined },
): CountrySection {
  return {
    id,
    title,
    level: 3,
    columns: [head, "Grants", "Amount"],
    numbers: [1, 2],
    foldAbove: 8,
    ...(lead ? { lead } : {}),
    rows: totals.map((one) => [html`${one.of}`, html`${one.grants}`, renderAmount(one)]),
  };
}

function renderAmount({ grants, amount, withoutAmount }: GrantTotal): Html {
  if (withoutAmount === grants) return html`not known`;
  const without =
    withoutAmount > 0 &&
    html` <span class="unit">${formatCount(withoutAmount, "grant")} without an amount left out</span>`;
  return html`${formatNumber(amount, "number")}${without}`;
}
