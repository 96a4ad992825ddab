import { formatInvertedName, parsePersonName } from "../citation.ts";
import type { Edition } from "../edition.ts";
import { collectDataFiles } from "../site/data-tables.ts";
import { renderMethodsPage } from "../site/methods-page.ts";
import { renderSourcesPage } from "../site/sources-page.ts";
import { siteWording } from "../words/wording.ts";
import type { SetText } from "./case-print.ts";
import { composeColophon } from "./colophon.ts";
import { dropDeadLinks } from "./dead-links.ts";
import { findByName, readMarkup } from "./markup-tree.ts";
import { limitNesting } from "./nesting.ts";
import { createReading, type PrintContext } from "./page-reading.ts";
import type { PrintStandard } from "./print-job.ts";
import { languageOf, shorten } from "./print-language.ts";
import { printWordsOf } from "./print-words.ts";
import { readPage } from "./read-page.ts";
import { fitTables } from "./table-fit.ts";

/**
 * Returns what the book of a casebook sets: all cases (`chapters`), sources, methods and verdicts; pictures go to the
 * context's files.
 */
export function composeBook(
  context: PrintContext,
  standard: PrintStandard,
  chapters: readonly SetText[],
): Record<string, unknown> {
  const { edition } = context;
  const { casebook } = edition.index;
  const { config } = casebook;
  const wording = siteWording(edition);
  const { words } = wording;
  const texts = dropDeadLinks([
    ...chapters,
    readPlainPage(context, "sources", words.sources, renderSourcesPage(edition)),
    readPlainPage(
      context,
      "methods",
      words.methodsTitle,
      renderMethodsPage(edition, collectDataFiles(edition.index)),
    ),
  ]);
  const authors = config.authors.map((author) => author.name);
  return {
    ...languageOf(config.language),
    title: config.title,
    authors,
    head: shorten(config.title),
    isBook: true,
    description: config.description ?? config.title,
    byline: [wording.list(authors), config.release && wording.date(config.release)]
      .filter(Boolean)
      .join(" · "),
    citation: citeBook(edition),
    texts,
    colophon: composeColophon(casebook, standard, config.language),
    words: printWordsOf(config.language),
  };
}

/** Returns a page that is no case for the book: its main part without its title. */
function readPlainPage(context: PrintContext, id: string, title: string, page: string): SetText {
  const main = findByName(readMarkup(page), "main") ?? readMarkup("");
  const body = { ...main, children: [...main.children] };
  const text = readPage(
    body,
    createReading(context, {
      page: `${id}/`,
      prefix: `${id}/`,
      isInBook: true,
      sources: [...context.edition.index.casebook.sources.values()],
    }),
  );
  return {
    ...text,
    ...languageOf(context.edition.index.casebook.config.language),
    id,
    title,
    byline: "",
    body: fitTables(limitNesting(text.body)),
    sources: [],
    claims: [],
    summary: "",
    words: printWordsOf(context.edition.index.casebook.config.language),
    ids: new Set([...text.ids, id]),
  };
}

function citeBook(edition: Edition): string {
  const { index } = edition;
  const { config } = index.casebook;
  const { words, list, date } = siteWording(edition);
  const names = list(
    config.authors.map(({ name }, i) => (i === 0 ? formatInvertedName(parsePersonName(name)) : name)),
  );
  return words.bookCitation({
    names,
    title: config.title,
    edition: config.release && words.editionLine(date(config.release)),
    url: config.url,
  });
}
