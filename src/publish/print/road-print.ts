import { computeRoad } from "../../compute/road.ts";
import { absoluteUrl } from "../site/addresses.ts";
import type { CountryFigures } from "../site/figures.ts";
import { renderRoadLetter, roadAddress, roadTitle } from "../site/road-letter.ts";
import { describeRoad } from "../site/road-page.ts";
import type { SetText } from "./case-print.ts";
import { dropDeadLinks } from "./dead-links.ts";
import { readMarkup } from "./markup-tree.ts";
import { createReading, type PrintContext } from "./page-reading.ts";
import { languageOf, shorten } from "./print-language.ts";
import { editionLineOf, printWordsOf } from "./print-words.ts";
import { readPage } from "./read-page.ts";
import { fitTables } from "./table-fit.ts";

/** Returns what the letter on a country's road sets, of the words of its page; nothing for a country without one. */
export function composeRoad(
  context: PrintContext,
  figures: CountryFigures,
): (Record<string, unknown> & { readonly lang: string }) | undefined {
  const { edition } = context;
  const road = computeRoad(edition.index, figures.country);
  if (!road) return undefined;
  const { config } = edition.index.casebook;
  const page = roadAddress(figures.country);
  const title = roadTitle(edition, road);
  return {
    ...languageOf(config.language),
    title,
    head: shorten(title),
    authors: config.authors.map(({ name }) => name),
    description: describeRoad(edition, road),
    series: config.title,
    byline: editionLineOf(config),
    address: config.url === undefined ? "" : absoluteUrl(config.url, page),
    words: printWordsOf(config.language),
    texts: dropDeadLinks([readLetter(context, page, renderRoadLetter(edition, road, figures).text)]),
  };
}

function readLetter(context: PrintContext, page: string, markup: string): SetText {
  const { language } = context.edition.index.casebook.config;
  const reading = createReading(context, { page, prefix: "", isInBook: false, sources: [] });
  const text = readPage(readMarkup(markup), reading);
  return {
    ...text,
    ...languageOf(language),
    id: page,
    title: "",
    byline: "",
    body: fitTables(text.body).map((block) => (block.t === "table" ? { ...block, floats: false } : block)),
    sources: [],
    claims: [],
    summary: "",
    words: printWordsOf(language),
  };
}
