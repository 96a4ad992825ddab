import { formatCount } from "../../base/format.ts";
import { gradedYears, nameOf } from "../../compute/casebook-index.ts";
import { caseAddress, countryAddress } from "../../compute/links.ts";
import { isWorldPanel, panelOf } from "../../compute/panel/panel.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import { COMPARE_ADDRESS } from "./compare-countries.ts";
import { hasComparison } from "./compare-page.ts";
import { renderTier } from "./exhibits.ts";
import { html, joinHtml } from "./html.ts";
import { HYPOTHESES_ADDRESS } from "./hypotheses-page.ts";
import { renderPage } from "./page.ts";
import { WORLD_ADDRESS } from "./world-addresses.ts";

/** Returns the list of countries with their latest grade and their cases. */
export function renderCountriesPage(edition: Edition): string {
  const { index } = edition;
  const { casebook } = index;
  const { scorecard } = casebook.config;
  const page = "countries/";
  const rows = index.countries.map((id) => {
    const graded = gradedYears(index, id);
    const last = graded.at(-1);
    const cases = casebook.cases.filter((one) => one.country === id);
    const links = cases.map((one) => html`<a href="${linkTo(page, caseAddress(one))}">${one.title}</a>`);
    return html`<tr><th scope="row"><a href="${linkTo(page, countryAddress(id))}">${nameOf(casebook, id)}</a></th><td>${
      last ? html`${renderTier(edition, last)} <span class="unit">${last.year}</span>` : "—"
    }</td><td class="align-right">${graded.length}</td><td>${joinHtml(links, ", ")}</td></tr>
`;
  });
  return renderPage(edition, {
    address: page,
    title: "Countries",
    description: `${formatCount(index.countries.length, "country", "countries")} in ${casebook.config.title}, with their grades.`,
    language: casebook.config.language,
    section: "countries",
    scripts: ["scroll-regions"],
    content: html`<header class="page-header">
<h1>Countries</h1>
</header>
<div class="prose">
<p>${formatCount(index.countries.length, "country", "countries")} with data in this casebook.${hasComparison(edition) && html` <a href="${linkTo(page, COMPARE_ADDRESS)}">Compare them.</a>`}${isWorldPanel(panelOf(index)) && html` <a href="${linkTo(page, WORLD_ADDRESS)}">See them all, year by year and on maps.</a>`}${index.casebook.hypotheses.length > 0 && html` <a href="${linkTo(page, HYPOTHESES_ADDRESS)}">Hypotheses weighed against the evidence.</a>`}</p>
</div>
<div class="table-scroll" role="group" aria-label="Countries" tabindex="0"><table class="list-table">
<thead>
<tr><th scope="col">Country</th><th scope="col">Latest ${scorecard.short} grade</th><th scope="col" class="align-right">Graded years</th><th scope="col">Cases</th></tr>
</thead>
<tbody>
${rows}</tbody>
</table></div>
`,
  });
}
