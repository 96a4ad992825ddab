import { nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import type { Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { type Download, renderTableExhibit } from "./exhibits.ts";
import { attribute, type Html, type HtmlValue, html } from "./html.ts";

/** A section of a country's page with a plain table. */
export interface CountrySection {
  readonly id: string;
  readonly title: Html;
  /** 2, unless it stands below another section. */
  readonly level?: 2 | 3;
  readonly columns: readonly HtmlValue[];
  /** The columns that hold numbers, from 0. */
  readonly numbers?: readonly number[];
  readonly rows: readonly (readonly Html[])[];
  /** What stands between the heading and the table. */
  readonly lead?: Html;
  readonly downloads?: readonly Download[];
  /** With more rows than this the table is folded. */
  readonly foldAbove?: number;
}

/** Returns a section with a plain table; nothing where there are no rows. */
export function renderSection(edition: Edition, country: string, section: CountrySection): Html {
  if (section.rows.length === 0) return html``;
  const name = nameOf(edition.index.casebook, country);
  const wording = siteWording(edition);
  const view = {
    edition,
    wording,
    page: countryAddress(country),
    id: section.id,
    caption: wording.say("captionOfCountry", name, section.title),
    downloads: section.downloads ?? [],
  };
  const align = (i: number): Html | undefined =>
    attribute("class", section.numbers?.includes(i) ? "align-right" : undefined);
  const rows = html`<thead>
<tr>${section.columns.map((column, i) => html`<th scope="col"${align(i)}>${column}</th>`)}</tr>
</thead>
<tbody>
${section.rows.map(
  (
    row,
  ) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td${align(i)}>${cell}</td>`))}</tr>
`,
)}</tbody>
`;
  const table = renderTableExhibit(view, rows, "list-table");
  const folded =
    section.rows.length > (section.foldAbove ?? Number.POSITIVE_INFINITY)
      ? html`<details>
<summary>${wording.say("tableOfRows", section.rows.length)}</summary>
${table}</details>
`
      : table;
  const heading = section.level === 3 ? html`<h3>${section.title}</h3>` : html`<h2>${section.title}</h2>`;
  return html`${heading}
${section.lead}${folded}`;
}
