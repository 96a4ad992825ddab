import type { Missing } from "../../base/missing.ts";
import { type CasebookIndex, nameOf } from "../../compute/casebook-index.ts";
import { drawPoster, type Poster } from "../../draw/poster.ts";
import type { Tier } from "../../model/scorecard.ts";
import { yearsOf } from "../../model/year-range.ts";
import type { Artifact, Edition } from "../edition.ts";
import { linkTo } from "../site/addresses.ts";
import { type Html, html, joinHtml } from "../site/html.ts";
import { renderPage } from "../site/page.ts";
import { siteWording } from "../words/wording.ts";
import { creditOf } from "./figure-credit.ts";

/** Where the poster lies. */
export const POSTER_ADDRESS = "poster/";
export const POSTER_SVG = `${POSTER_ADDRESS}tier-grid-poster.svg`;
export const POSTER_PDF = `${POSTER_ADDRESS}tier-grid-poster.pdf`;

/** Returns what the poster of a casebook's grades shows; undefined where there are none. */
export function createPoster(edition: Edition): Poster | undefined {
  const { index } = edition;
  const { casebook } = index;
  const { scorecard, release } = casebook.config;
  const graded = index.countries.filter((country) => index.grades.has(country));
  const years = graded.flatMap((country) => [...(index.grades.get(country)?.keys() ?? [])]);
  if (years.length === 0) return undefined;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const countries = graded
    .map((country) => ({ name: nameOf(casebook, country), grades: tiersOf(index, country) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const { words, date } = siteWording(edition);
  const parts = [
    words.posterSubtitle(countries.length, scorecard.grader),
    release && words.citedEdition(date(release)),
  ];
  return {
    title: `${scorecard.name}, ${first}–${last}`,
    subtitle: parts.filter(Boolean).join(" · "),
    noTier: words.noTier,
    tiers: scorecard.tiers,
    years: yearsOf({ first, last }),
    countries,
    credit: creditOf(casebook, POSTER_ADDRESS),
  };
}

function tiersOf(index: CasebookIndex, country: string): ReadonlyMap<number, Tier | Missing> {
  return new Map([...(index.grades.get(country) ?? [])].map(([year, { tier }]) => [year, tier]));
}

/** Yields the poster's page and the poster as SVG; nothing where the casebook has no grades. */
export function* renderPoster(edition: Edition): Generator<Artifact> {
  const poster = createPoster(edition);
  if (!poster) return;
  const { config } = edition.index.casebook;
  const wording = siteWording(edition);
  const { words } = wording;
  const { svg, sheet } = drawPoster(poster);
  const [first = 0, last = 0] = [poster.years[0], poster.years.at(-1)];
  const files = [
    ...(edition.prints?.has(POSTER_PDF) ? [{ name: "PDF", path: POSTER_PDF }] : []),
    { name: "SVG", path: POSTER_SVG },
  ];
  const links = files.map(
    ({ name, path }) => html`<a href="${linkTo(POSTER_ADDRESS, path)}" download>${name}</a>`,
  );
  const description = words.posterDescription(poster.countries.length, first, last);
  yield { path: POSTER_SVG, body: svg };
  yield {
    path: `${POSTER_ADDRESS}index.html`,
    body: renderPage(edition, {
      address: POSTER_ADDRESS,
      title: words.posterTitle(config.scorecard.short),
      description,
      language: config.language,
      section: "countries",
      scripts: [],
      content: html`<header class="page-header">
<h1>${wording.say("posterTitle", config.scorecard.short)}</h1>
<p class="lead">${wording.say("posterDescription", poster.countries.length, first, last)}</p>
</header>
<p class="downloads">${wording.say("download", joinHtml(links, " · "))}</p>
<figure class="poster"><a href="${linkTo(POSTER_ADDRESS, POSTER_SVG)}"><img src="${linkTo(POSTER_ADDRESS, POSTER_SVG)}" alt="${description}" width="${sheet.widthMm * 2}" height="${sheet.heightMm * 2}"></a></figure>
<div class="prose"><p>${wording.say("posterSheet", sheet.name)} <a href="${linkTo(POSTER_ADDRESS, "countries/")}">${wording.say("countries")}</a></p></div>
`,
    }),
  };
}

/** Returns a link to the poster for a page that shows the grades; nothing where there is none. */
export function renderPosterLink(edition: Edition, page: string): Html | undefined {
  if (edition.index.grades.size === 0) return undefined;
  return html`<p class="downloads"><a href="${linkTo(page, POSTER_ADDRESS)}">${siteWording(edition).say("posterLink")}</a></p>
`;
}
