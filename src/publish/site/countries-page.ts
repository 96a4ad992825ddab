import { nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { isWorldPanel, panelOf } from "../../compute/panel/panel.ts";
import { originalsOf } from "../../compute/translations.ts";
import type { Edition } from "../edition.ts";
import { renderPosterLink } from "../share/poster-page.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { COMPARE_ADDRESS } from "./compare-countries.ts";
import { hasComparison } from "./compare-page.ts";
import { downloadsOf, renderDownloads } from "./exhibits.ts";
import { html } from "./html.ts";
import { HYPOTHESES_ADDRESS } from "./hypotheses-page.ts";
import { renderAsData } from "./list-files.ts";
import { renderPage } from "./page.ts";
import { renderTierExplorer, TIER_EXPLORER_SCRIPTS } from "./tier-explorer.ts";
import { renderCaseLink } from "./versions.ts";
import { WORLD_ADDRESS } from "./world-addresses.ts";

/** Returns the page of countries: their grades by year, their cases, and those without a grade. */
export function renderCountriesPage(edition: Edition): string {
  const { index } = edition;
  const { casebook } = index;
  const page = "countries/";
  const wording = siteWording(edition);
  const { words } = wording;
  const ungraded = index.countries.filter((id) => !index.grades.has(id));
  const cases = originalsOf(casebook)
    .filter((one) => one.country !== undefined)
    .map((one) => renderCaseLink(edition, one, page));
  const link = (id: string) =>
    html`<a href="${linkTo(page, countryAddress(id))}">${nameOf(casebook, id)}</a>`;
  return renderPage(edition, {
    address: page,
    title: words.countries,
    description: words.countriesDescription(index.countries.length, casebook.config.title),
    language: casebook.config.language,
    section: "countries",
    scripts: TIER_EXPLORER_SCRIPTS,
    content: html`<header class="page-header">
<h1>${wording.say("countries")}</h1>
</header>
<div class="prose">
<p>${wording.say("countriesWithData", index.countries.length)}${hasComparison(edition) && html` <a href="${linkTo(page, COMPARE_ADDRESS)}">${wording.say("compareThem")}</a>`}${isWorldPanel(panelOf(index)) && html` <a href="${linkTo(page, WORLD_ADDRESS)}">${wording.say("seeThemAll")}</a>`}${index.casebook.hypotheses.length > 0 && html` <a href="${linkTo(page, HYPOTHESES_ADDRESS)}">${wording.say("seeHypotheses")}</a>`}${cases.length > 0 && html` ${wording.say("casesAre", wording.row(cases))}`}${index.countries.length > 0 && html` ${renderAsData(edition, page, `${page}countries`)}`}</p>
</div>
${renderTierExplorer(edition, page)}${
  index.grades.size > 0 &&
  renderDownloads({ page, wording, label: words.allGrades, downloads: downloadsOf(`${page}grades`) })
}${renderPosterLink(edition, page)}${
  ungraded.length > 0 &&
  html`<h2>${wording.say("withoutGrade")}</h2>
<div class="prose"><p>${wording.say("fullStop", wording.row(ungraded.map(link)))}</p></div>
`
}`,
  });
}
