import type { Finding } from "../../base/diagnostic.ts";
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
import {
  bylineOf,
  citeInWords,
  createReading,
  type PrintContext,
  readCase,
  type SetText,
} from "./case-print.ts";
import { composeColophon, madeAtOf } from "./colophon.ts";
import { briefPath, composeBrief } from "./country-brief.ts";
import { dropDeadLinks } from "./dead-links.ts";
import { collectMissingGlyphs } from "./font-coverage.ts";
import { findByName, readMarkup } from "./markup-tree.ts";
import type { PrintAnswer, PrintJob, PrintStandard } from "./print-job.ts";
import { PRINT_WORDS } from "./print-words.ts";
import { readPage } from "./read-page.ts";
import { fitTables } from "./table-fit.ts";
import { createTypesetter } from "./typesetter.ts";

/** What could not be set as it was written. */
export interface PrintProblem extends Finding {
  readonly code: "print/missing-glyph" | "print/not-set" | "print/not-accessible";
}

/** The PDFs of a casebook. */
export interface PrintedCasebook {
  /** By path below the site's root. */
  readonly pdfs: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly PrintProblem[];
}

/** A print in the making. */
interface Planned {
  readonly path: string;
  readonly case?: Case;
  readonly job: PrintJob;
}

/**
 * Sets every case and the whole casebook as PDF, in worker threads.
 *
 * What cannot be set is a problem, and its PDF is left out; letters that no typeface has are problems too. The same
 * edition gives the same bytes.
 */
export async function printCasebook(
  edition: Edition,
  readAsset: PrintContext["readAsset"],
  standard: PrintStandard = "ua-1",
): Promise<PrintedCasebook> {
  const typesetter = createTypesetter();
  const pdfs = new Map<string, Uint8Array>();
  const problems: PrintProblem[] = [];
  try {
    const running: Promise<void>[] = [];
    const found: (readonly PrintProblem[])[] = [];
    for (const planned of planPrints(edition, readAsset, standard)) {
      const place = found.length;
      const missing = collectMissingGlyphs(JSON.stringify(planned.job.data));
      found.push([]);
      running.push(
        typesetter.typeset(planned.job).then((answer) => {
          if ("pdf" in answer) pdfs.set(planned.path, answer.pdf);
          found[place] = missing.length > 0 ? lackOf(planned, missing) : problemsOf(planned, answer);
        }),
      );
    }
    await Promise.all(running);
    problems.push(...found.flat());
  } finally {
    await typesetter.close();
  }
  return { pdfs: new Map([...pdfs].sort(([a], [b]) => (a < b ? -1 : 1))), problems };
}

/** Yields a job for each case, each country's brief and the book. */
export function* planPrints(
  edition: Edition,
  readAsset: PrintContext["readAsset"],
  standard: PrintStandard,
): Generator<Planned> {
  const { casebook } = edition.index;
  const figuresOf = createFigures(edition.index);
  const shared = {
    colophon: composeColophon(casebook, standard),
    words: PRINT_WORDS,
    head: shorten(casebook.config.title),
  };
  const madeAt = madeAtOf(casebook);
  for (const one of casebook.cases) {
    const files = new Map<string, string | Uint8Array>();
    const text = dropDeadLinks([readCase(one, { edition, figuresOf, readAsset, files }, false)]);
    const data = {
      ...shared,
      ...languageOf(one.language),
      title: one.title,
      series: casebook.config.title,
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
      ...shared,
      ...languageOf(casebook.config.language),
      series: casebook.config.title,
      authors: casebook.config.authors.map((author) => author.name),
      byline: casebook.config.release ? `Edition of ${formatDate(casebook.config.release)}` : "",
      ...composeBrief(edition, figuresOf(country)),
    };
    yield { path: briefPath(country), job: { template: "brief", data, files: new Map(), standard, madeAt } };
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
    description: config.description ?? config.title,
    byline: [formatList(authors), config.release && formatDate(config.release)].filter(Boolean).join(" · "),
    citation: citeBook(edition),
    texts,
    colophon: composeColophon(casebook, standard),
    words: PRINT_WORDS,
  };
  return { template: "book", data, files, standard, madeAt: madeAtOf(casebook) };
}

/** Returns a page that is no case for the book: its main part without its title. */
function readPlainPage(context: PrintContext, id: string, title: string, page: string): SetText {
  const main = findByName(readMarkup(page), "main") ?? readMarkup("");
  const body = { ...main, children: [...main.children] };
  const text = readPage(body, createReading(context, `${id}/`, `${id}/`, true));
  return {
    ...text,
    id,
    title,
    byline: "",
    body: fitTables(text.body),
    claims: [],
    summary: "",
    words: PRINT_WORDS,
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

/** Of a book nothing is said: its cases say it, each with the place. */
function lackOf(planned: Planned, missing: readonly string[]): PrintProblem[] {
  if (!planned.case) return [];
  const shown = missing
    .slice(0, 10)
    .map((one) => `\`${one}\` (U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")})`);
  const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : "";
  const { source } = planned.case.document;
  const start = Math.max(0, source.text.indexOf(missing[0] ?? ""));
  return [
    {
      code: "print/missing-glyph",
      message: `The print’s typefaces have no ${formatList(shown)}${more}.`,
      hint: "The page shows it; the PDF has a box in its place, and not the mark of its standard. Write it in another script besides.",
      at: { source, start, end: start + (missing[0]?.length ?? 0) },
    },
  ];
}

function problemsOf({ path, case: one }: Planned, answer: PrintAnswer): PrintProblem[] {
  const at = one && { at: { source: one.document.source, start: 0, end: 0 } };
  if (!("pdf" in answer)) {
    const message = `\`${path}\` cannot be set: ${answer.problem}.`;
    return [{ code: "print/not-set", message, hint: "The page is published without it.", ...at }];
  }
  if (answer.refused === undefined) return [];
  return [
    {
      code: "print/not-accessible",
      message: `\`${path}\` does not meet its standard: ${answer.refused}.`,
      hint: "It is published all the same, tagged but without the standard’s mark.",
      ...at,
    },
  ];
}
