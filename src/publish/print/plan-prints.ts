import type { Case } from "../../model/case.ts";
import { BOOK_PATH, casePrintPath, type Edition } from "../edition.ts";
import { chooseFonts } from "../script-fonts.ts";
import { POSTER_PDF } from "../share/poster-page.ts";
import { descriptionOf } from "../site/case-description.ts";
import { createFigures } from "../site/figures.ts";
import { briefPath, roadPrintPath } from "../site/road-page.ts";
import { composeBook } from "./book-print.ts";
import { bylineOf, citeInWords, readCase, readCasePage, type SetText } from "./case-print.ts";
import { composeColophon, madeAtOf } from "./colophon.ts";
import { composeBrief, drawBrief } from "./country-brief.ts";
import { dropDeadLinks } from "./dead-links.ts";
import type { PrintContext } from "./page-reading.ts";
import { composePoster } from "./poster-print.ts";
import { printColoursOf } from "./print-colours.ts";
import { PRINT_FONTS } from "./print-fonts.ts";
import type { PrintJob, PrintStandard } from "./print-job.ts";
import { languageOf, shorten } from "./print-language.ts";
import { editionLineOf, printWordsOf } from "./print-words.ts";
import { composeRoad } from "./road-print.ts";

/** A print in the making. */
export interface PlannedPrint {
  readonly path: string;
  readonly case?: Case;
  readonly job: PrintJob;
  /** Characters that no typeface has. */
  readonly missing: readonly string[];
}

/** What a print says, before its typefaces are chosen. */
interface Draft {
  readonly path: string;
  readonly case?: Case;
  readonly template: PrintJob["template"];
  readonly data: Readonly<Record<string, unknown>> & { readonly lang: string };
  readonly files: PrintJob["files"];
}

/** Yields a job for each case, the book, each country's brief and letter, and the poster. */
export function* planPrints(
  edition: Edition,
  readAsset: PrintContext["readAsset"],
  standard: PrintStandard,
): Generator<PlannedPrint> {
  const madeAt = madeAtOf(edition.index.casebook);
  const colours = printColoursOf(edition.index.casebook);
  for (const { path, case: one, template, data, files } of draftPrints(edition, readAsset, standard)) {
    const json = JSON.stringify(data);
    const { fonts, missing } = chooseFonts(wordsOf(json, files), REGULAR_FACES, data.lang);
    const job = {
      template,
      data: json,
      fonts: fonts.flatMap((font) => font.files),
      families: fonts.map(({ family }) => family),
      colours,
      files,
      standard,
      madeAt,
    };
    yield { path, ...(one && { case: one }), job, missing };
  }
}

/** Other faces have the characters of the regular ones. */
const REGULAR_FACES = PRINT_FONTS.filter((file) => /-Regular\.ttf$/.test(file));

function* draftPrints(
  edition: Edition,
  readAsset: PrintContext["readAsset"],
  standard: PrintStandard,
): Generator<Draft> {
  const { casebook, countries } = edition.index;
  const { config } = casebook;
  const figuresOf = createFigures(edition.index);
  const sharedIn = (language: string) => ({
    ...languageOf(language),
    colophon: composeColophon(casebook, standard, language),
    words: printWordsOf(language),
    series: config.title,
  });
  const book = { edition, figuresOf, readAsset, files: new Map<string, string | Uint8Array>() };
  const chapters: SetText[] = [];
  for (const one of casebook.cases) {
    const files = new Map<string, string | Uint8Array>();
    const context = { ...book, files };
    const page = readCasePage(one, context);
    if (!one.translation) chapters.push(readCase(one, page, book, true));
    const texts = dropDeadLinks([readCase(one, page, context, false)]);
    const data = {
      ...sharedIn(one.language),
      head: shorten(one.title),
      title: one.title,
      authors: one.authors.map((author) => author.name),
      description: descriptionOf(one) ?? one.title,
      byline: bylineOf(one),
      citation: citeInWords(edition, one),
      texts,
    };
    yield { path: casePrintPath(one), case: one, template: "case", data, files };
  }
  if (casebook.cases.length > 0) {
    const data = { ...languageOf(config.language), ...composeBook(book, standard, chapters) };
    yield { path: BOOK_PATH, template: "book", data, files: book.files };
  }
  for (const country of countries) {
    const data = {
      ...sharedIn(config.language),
      authors: config.authors.map((author) => author.name),
      byline: editionLineOf(config),
      ...composeBrief(edition, figuresOf(country)),
    };
    yield {
      path: briefPath(country),
      template: "brief",
      data,
      files: drawBrief(edition, figuresOf(country)),
    };
  }
  for (const country of countries) {
    const files = new Map<string, string | Uint8Array>();
    const data = composeRoad({ edition, figuresOf, readAsset, files }, figuresOf(country));
    if (data) yield { path: roadPrintPath(country), template: "letter", data, files };
  }
  const poster = composePoster(edition);
  if (poster) {
    const data = { ...sharedIn(config.language), ...poster.data };
    yield { path: POSTER_PDF, template: "poster", data, files: poster.files };
  }
}

/** Returns all that a print sets as one text, that of its drawings included. */
function wordsOf(json: string, files: PrintJob["files"]): string {
  return [json, ...[...files.values()].filter((content) => typeof content === "string")].join("\n");
}
