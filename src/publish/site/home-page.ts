import { caseAddress } from "../../compute/links.ts";
import { originalsOf } from "../../compute/translations.ts";
import { tierColour } from "../../draw/palette.ts";
import type { Case } from "../../model/case.ts";
import type { Edition } from "../edition.ts";
import { renderPosterLink } from "../share/poster-page.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { descriptionOf } from "./case-description.ts";
import { downloadsOf, renderDownloads } from "./exhibits.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { renderPage } from "./page.ts";
import { renderTierExplorer, TIER_EXPLORER_SCRIPTS } from "./tier-explorer.ts";
import { renderVersionLinks } from "./versions.ts";

/** Returns the home page: what the scorecard is, the cases, and the grades of all countries by year. */
export function renderHomePage(edition: Edition): string {
  const { config } = edition.index.casebook;
  return renderPage(edition, {
    address: "",
    title: config.title,
    description: config.description,
    language: config.language,
    section: "cases",
    scripts: TIER_EXPLORER_SCRIPTS,
    content: html`<header class="page-header home-header">
<h1>${config.title}</h1>
${
  config.description !== undefined &&
  html`<p class="lead">${config.description}</p>
`
}${renderCounts(edition)}</header>
${renderCases(edition)}${renderScorecard(edition)}${renderGrid(edition)}`,
  });
}

function renderCounts(edition: Edition): Html {
  const { index } = edition;
  const { config, grades, sources } = index.casebook;
  const wording = siteWording(edition);
  const counts = [
    wording.say("caseCount", originalsOf(index.casebook).length),
    wording.say("countryCount", index.countries.length),
    wording.say("gradeCount", grades.length),
    wording.say("sourceCount", sources.size),
  ];
  const authors = wording.list(config.authors.map((author) => author.name));
  const release = config.release && wording.say("editionOn", wording.time(config.release));
  return html`<p class="byline">${joinHtml([authors, release, ...counts], " · ")}</p>
`;
}

function renderCases(edition: Edition): Html {
  const cases = originalsOf(edition.index.casebook);
  const wording = siteWording(edition);
  return html`<section aria-labelledby="cases">
<h2 id="cases">${wording.say("cases")}</h2>
${
  cases.length === 0
    ? html`<p>${wording.say("noCases")}</p>
`
    : html`<ul class="case-list">
${cases.map((one) => renderCaseEntry(edition, one, wording))}</ul>
`
}</section>
`;
}

function renderCaseEntry(edition: Edition, one: Case, wording: Wording): Html {
  const excerpt = descriptionOf(one);
  const authors = wording.list(one.authors.map((author) => author.name));
  return html`<li>
<h3><a href="${linkTo("", caseAddress(one))}"${one.language.startsWith("en") ? "" : html` hreflang="${one.language}"`}>${one.title}</a>${renderVersionLinks(edition, one, "")}</h3>
${
  excerpt !== undefined &&
  html`<p>${excerpt}</p>
`
}<p class="byline">${joinHtml([authors, one.date && wording.date(one.date)], " · ")}</p>
</li>
`;
}

function renderScorecard(edition: Edition): Html {
  const { scorecard } = edition.index.casebook.config;
  const wording = siteWording(edition);
  const name = html`<strong>${scorecard.name}</strong>`;
  return html`<section aria-labelledby="scorecard">
<h2 id="scorecard">${wording.say("scorecard")}</h2>
<div class="prose">
<p>${wording.say("scorecardBy", name, scorecard.grader, scorecard.since)}${
    scorecard.description !== undefined && ` ${scorecard.description}`
  }</p>
</div>
<dl class="tiers">
${scorecard.tiers.map(
  (
    tier,
  ) => html`<div><dt><span class="tier-name tier-c${tierColour(tier.rank, scorecard.tiers.length)}">${tier.label}</span>${
    tier.since > scorecard.since && html` <span class="unit">${wording.say("sinceYear", tier.since)}</span>`
  }</dt><dd>${tier.description ?? ""}</dd></div>
`,
)}</dl>
</section>
`;
}

function renderGrid(edition: Edition): Html {
  const grid = renderTierExplorer(edition, "");
  if (grid.text === "") return grid;
  const wording = siteWording(edition);
  return html`<section aria-labelledby="grades">
<h2 id="grades">${wording.say("gradesByCountryAndYear")}</h2>
${grid}${renderDownloads({
  page: "",
  wording,
  label: wording.words.allGrades,
  downloads: downloadsOf("grades"),
})}${renderPosterLink(edition, "")}</section>
`;
}
