import { nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { computeRoad, type Road } from "../../compute/road.ts";
import type { Artifact, Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import type { CountryFigures } from "./figures.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { renderPage } from "./page.ts";
import { renderRoadLetter, roadAddress, roadTitle } from "./road-letter.ts";

/** Where the letter lies as PDF, e.g. `countries/jpn/road.pdf`. */
export function roadPrintPath(country: string): string {
  return `${countryAddress(country)}road.pdf`;
}

/** Where the one-page brief of a country lies, e.g. `countries/jpn/brief.pdf`. */
export function briefPath(country: string): string {
  return `${countryAddress(country)}brief.pdf`;
}

/** Yields the page of the letter on a country's road to the next grade; nothing where it has the best or none. */
export function* renderRoadPage(edition: Edition, figures: CountryFigures): Generator<Artifact> {
  const { country } = figures;
  const road = computeRoad(edition.index, country);
  if (!road) return;
  const { config } = edition.index.casebook;
  const address = roadAddress(country);
  const wording = siteWording(edition);
  const back = html`<a href="${linkTo(address, countryAddress(country))}">${nameOf(edition.index.casebook, country)}</a>`;
  const pdf = printLink(edition, address, roadPrintPath(country), wording.say("pdfForPrint"));
  yield {
    path: `${address}index.html`,
    body: renderPage(edition, {
      address,
      title: roadTitle(edition, road),
      description: describeRoad(edition, road),
      language: config.language,
      section: "countries",
      scripts: ["scroll-regions"],
      content: html`<article class="letter">
<header class="page-header">
<h1>${roadTitle(edition, road)}</h1>
<p class="downloads">${joinHtml([back, pdf], " · ")}</p>
</header>
${renderRoadLetter(edition, road, figures)}</article>
`,
    }),
  };
}

/** Returns what a letter is about, in one sentence. */
export function describeRoad(edition: Edition, { country, present, next }: Road): string {
  const name = nameOf(edition.index.casebook, country);
  return siteWording(edition).words.roadDescription(name, present.tier.label, next.label);
}

/** Returns links from a country's page to its letter and to what was printed of it; nothing where there is none. */
export function renderCountryPrints(edition: Edition, country: string): Html | undefined {
  const page = countryAddress(country);
  const road = computeRoad(edition.index, country);
  const { words } = siteWording(edition);
  const links = [
    road && html`<a href="${linkTo(page, roadAddress(country))}">${words.roadTo(road.next.label)}</a>`,
    printLink(edition, page, briefPath(country), words.brief),
    printLink(edition, page, roadPrintPath(country), words.letterForPrint),
  ].filter((link) => link !== undefined);
  return links.length === 0 ? undefined : joinHtml(links, " · ");
}

function printLink(edition: Edition, page: string, path: string, words: string | Html): Html | undefined {
  return edition.prints?.has(path) ? html`<a href="${linkTo(page, path)}">${words}</a>` : undefined;
}
