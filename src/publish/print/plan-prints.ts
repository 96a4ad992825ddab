import { formatDate } from "../../base/edtf.ts";
import { formatList } from "../../base/format.ts";
import type { Case } from "../../model/case.ts";
import { formatInvertedName, parsePersonName } from "../citation.ts";
import { BOOK_PATH, casePrintPath, type Edition } from "../edition.ts";
import { descriptionOf } from "../site/case-description.ts";
import { collectDataFiles } from "../site/data-tables.ts";
import { createFigures } from "../site/figures.ts";
import { renderMethodsPage } from "../site/methods-page.ts";
import { renderSourcesPage } from "../site/sources-page.ts";
import { bylineOf, citeInWords, readCase, type SetText } from "./case-print.ts";
import { composeColophon, madeAtOf } from "./colophon.ts";
import { briefPath, composeBrief, drawBrief } from "./country-brief.ts";
import { dropDeadLinks } from "./dead-links.ts";
import { findByName, readMarkup } from "./markup-tree.ts";
import { createReading, type PrintContext } from "./page-reading.ts";
import type { PrintJob, PrintStandard } from "./print-job.ts";
import { printWordsOf } from "./print-words.ts";
import { readPage } from "./read-page.ts";
import { fitTables } from "./table-fit.ts";

/** A print in the making. */
export interface PlannedPrint {
  readonly path: string;
  readonly case?: Case;
  readonly job: PrintJob;
}

/** Yields a job for each case, each country's brief and the book. */
export function* planPrints(
  edition: Edition,
  readAsset: PrintContext["readAsset"],
  standard: PrintStandard,
): Generator<PlannedPrint> {
  const { casebook } = edition.index;
  const { config } = casebook;
  const figuresOf = createFigures(edition.index);
  const sharedIn = (language: string) => ({
    ...languageOf(language),
    colophon: composeColophon(casebook, standard, language),
    words: printWordsOf(language),
    series: casebook.config.title,
  });
  const madeAt = madeAtOf(casebook);
  for (const one of casebook.cases) {
    const files = new Map<string, string | Uint8Array>();
    const text = dropDeadLinks([readCase(one, { edition, figuresOf, readAsset, files }, false)]);
    const data = {
      ...sharedIn(one.language),
      head: shorten(one.title),
      title: one.title,
      authors: one.authors.map((author) => author.name),
      description: descriptionOf(one) ?? one.title,
      byline: bylineOf(one),
      citation: citeInWords(edition, one),
      texts: text,
    };
    yield { path: casePrintPath(one), case: one, job: { template: "case", data, files, standard, madeAt } };
  }
  for (const country of edition.index.countries) {
    const data = {
      ...sharedIn(config.language),
      authors: config.authors.map((author) => author.name),
      byline: config.release ? `Edition of ${formatDate(config.release)}` : "",
      ...composeBrief(edition, figuresOf(country)),
    };
    yield {
      path: briefPath(country),
      job: { template: "brief", data, files: drawBrief(figuresOf(country)), standard, madeAt },
    };
  }
  if (casebook.cases.length > 0) yield { path: BOOK_PATH, job: planBook(edition, readAsset, standard) };
}

function planBook(edition: Edition, readAsset: PrintContext["readAsset"], standard: PrintStandard): PrintJob {
  const { casebook } = edition.index;
  const { config } = casebook;
  const files = new Map<string, string | Uint8Array>();
  const context: PrintContext = { edition, figuresOf: createFigures(edition.index), readAsset, files };
  const texts = dropDeadLinks([
    ...casebook.cases.map((one) => readCase(one, context, true)),
    readPlainPage(context, "sources", "Sources", renderSourcesPage(edition)),
    readPlainPage(
      context,
      "methods",
      "Methods and data",
      renderMethodsPage(edition, collectDataFiles(edition.index)),
    ),
  ]);
  const authors = config.authors.map((author) => author.name);
  const data = {
    ...languageOf(config.language),
    title: config.title,
    authors,
    head: shorten(config.title),
    isBook: true,
    description: config.description ?? config.title,
    byline: [formatList(authors), config.release && formatDate(config.release)].filter(Boolean).join(" · "),
    citation: citeBook(edition),
    texts,
    colophon: composeColophon(casebook, standard, config.language),
    words: printWordsOf(config.language),
  };
  return { template: "book", data, files, standard, madeAt: madeAtOf(casebook) };
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
    id,
    title,
    byline: "",
    body: fitTables(text.body),
    sources: [],
    claims: [],
    summary: "",
    words: printWordsOf(context.edition.index.casebook.config.language),
    ids: new Set([...text.ids, id]),
  };
}

function citeBook({ index }: Edition): string {
  const { config } = index.casebook;
  const names = formatList(
    config.authors.map(({ name }, i) => (i === 0 ? formatInvertedName(parsePersonName(name)) : name)),
  );
  const edition = config.release ? ` Edition of ${formatDate(config.release)}.` : "";
  const url = config.url === undefined ? "" : ` ${config.url}.`;
  return `${names && `${names.replace(/\.$/, "")}. `}${config.title}.${edition}${url}`;
}

/** Returns language and region as the typesetter takes them; hyphenation follows the language. */
function languageOf(tag: string): { lang: string; region: string | null } {
  const [lang = "", ...rest] = tag.split("-");
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part));
  return {
    lang: /^[a-z]{2,3}$/i.test(lang) ? lang.toLowerCase() : "en",
    region: region?.toUpperCase() ?? null,
  };
}

const HEAD_LETTERS = 60;

/** Returns a title for the head of a page. */
function shorten(title: string): string {
  if (title.length <= HEAD_LETTERS) return title;
  return `${title.slice(0, HEAD_LETTERS).replace(/\s+\S*$/, "")}…`;
}
