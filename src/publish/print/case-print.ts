import { placeOf } from "../../base/source.ts";
import { findAnalysis } from "../../compute/analysis/analyses.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { caseAddress, claimAddress } from "../../compute/links.ts";
import type { Palettes } from "../../draw/palette.ts";
import { drawTimeline } from "../../draw/timeline.ts";
import type { Case } from "../../model/case.ts";
import type { PageCitation } from "../citation.ts";
import { citeCase, formatPageCitation } from "../citation.ts";
import type { Edition } from "../edition.ts";
import { absoluteUrl } from "../site/addresses.ts";
import { drawAnalysisPrint } from "../site/analysis-exhibit.ts";
import { renderArticle } from "../site/case-page.ts";
import { claimsOf, countVerdicts } from "../site/checked-statements.ts";
import type { CountryFigures, FindFigures } from "../site/figures.ts";
import type { Words } from "../words/en.ts";
import { wordingOf } from "../words/wording.ts";
import { citedInCase, composeBibliographyEntry, type SetSource } from "./bibliography-print.ts";
import { type Element, readMarkup } from "./markup-tree.ts";
import { limitNesting } from "./nesting.ts";
import { createReading, type PrintContext } from "./page-reading.ts";
import { printPalettesOf } from "./print-colours.ts";
import { languageOf } from "./print-language.ts";
import type { ClaimMark, PrintBlock, PrintNode } from "./print-node.ts";
import { type PrintWords, printWordsOf } from "./print-words.ts";
import { type PageReading, readPage } from "./read-page.ts";
import { fitTables } from "./table-fit.ts";

/** A page's text as templates set it. */
export interface SetText {
  readonly lang: string;
  readonly region: string | null;
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly body: readonly PrintBlock[];
  readonly notes: Readonly<Record<string, readonly PrintNode[]>>;
  readonly unreferenced: readonly (readonly PrintNode[])[];
  /** The sources that its notes cite, in full; empty in a book, which lists all of them once. */
  readonly sources: readonly SetSource[];
  readonly claims: readonly SetClaim[];
  /** How many statements hold and how many do not. */
  readonly summary: string;
  readonly words: PrintWords;
  /** Where links of the text may lead. */
  readonly ids: ReadonlySet<string>;
}

interface SetClaim {
  readonly id: string;
  readonly n: number;
  readonly mark: ClaimMark;
  /** Where its page is, where the site has an address. */
  readonly href?: string;
  readonly statement: string;
  readonly verdict: string;
  readonly decided: string;
  readonly evidence: string;
}

/** How many places of the evidence are listed for a statement, as on the page. */
const EVIDENCE_SHOWN = 3;

/** Returns the markup of a case's page, without the timelines: a print has drawings of its own. */
export function readCasePage(one: Case, { edition, figuresOf }: PrintContext): Element {
  const undrawn: FindFigures = (...country) => ({ ...figuresOf(...country), drawInline: () => "" });
  return readMarkup(renderArticle(edition, one, citationOf(edition, one), undrawn).text);
}

/** Returns the text of a case, of its page. `isInBook` has links to other cases stay within the print. */
export function readCase(one: Case, page: Element, context: PrintContext, isInBook: boolean): SetText {
  const { edition } = context;
  const prefix = `${one.id}/`;
  const cited = isInBook ? [...edition.index.casebook.sources.values()] : citedInCase(edition, one);
  const sources = isInBook ? [] : cited.map(composeBibliographyEntry);
  const reading = createReading(context, { page: caseAddress(one), prefix, isInBook, sources: cited });
  const text = readPage(page, {
    ...reading,
    drawingOf: (id) => drawExhibit(one, id, context),
  });
  const claims = claimsOf(edition, one);
  const { words } = wordingOf(one.language);
  return {
    ...languageOf(one.language),
    id: one.id,
    title: one.title,
    byline: bylineOf(one),
    body: fitTables(limitNesting(text.body)),
    notes: text.notes,
    unreferenced: text.unreferenced,
    sources,
    ids: new Set([...text.ids, ...(isInBook ? [one.id] : []), ...sources.map(({ id }) => id)]),
    claims: claims.map((claim) => setClaim(claim, prefix, words, edition)),
    summary: claims.length > 0 ? words.checkedSummary(countVerdicts(claims)) : "",
    words: printWordsOf(one.language),
  };
}

/** Returns how a case is cited, with the address of its page where the site has one. */
export function citationOf(edition: Edition, one: Case): PageCitation {
  const { config } = edition.index.casebook;
  const url = config.url === undefined ? undefined : absoluteUrl(config.url, caseAddress(one));
  return citeCase(one, config, url);
}

/** Returns a case's authors and date on one line. */
export function bylineOf(one: Case): string {
  const wording = wordingOf(one.language);
  const date = one.date ? [wording.date(one.date)] : [];
  return [one.authors.map((author) => author.name).join(wording.words.listSeparator), ...date]
    .filter(Boolean)
    .join(" · ");
}

/** Returns the plain citation of a case. */
export function citeInWords(edition: Edition, one: Case): string {
  return formatPageCitation(citationOf(edition, one));
}

function drawExhibit(
  one: Case,
  id: string,
  { edition, figuresOf, files }: PrintContext,
): ReturnType<PageReading["drawingOf"]> {
  const exhibit = edition.exhibits.byCase.get(one.id)?.find((each) => each.id === id);
  if (exhibit?.content.type === "analysis")
    return drawAnalysisForPrint(exhibit.content.analysis, { edition, files });
  if (!exhibit || (exhibit.content.type !== "timeline" && exhibit.content.type !== "cycle")) return undefined;
  const { type, country } = exhibit.content;
  const figures = figuresOf(country, one.language);
  const palettes = printPalettesOf(edition.index.casebook);
  const src = `/${type}-${country.toLowerCase()}${one.language === edition.index.casebook.config.language ? "" : `-${one.language}`}.svg`;
  if (type === "cycle") {
    if (!files.has(src)) files.set(src, figures.record.drawPrint(palettes));
    return { src, floats: true, alt: figures.record.text.paragraphs.join(" ") };
  }
  if (!files.has(src)) files.set(src, drawTimelineForPrint(figures, palettes));
  return { src, floats: true, alt: figures.description.join(" ") };
}

function drawAnalysisForPrint(
  id: string,
  { edition, files }: Pick<PrintContext, "edition" | "files">,
): ReturnType<PageReading["drawingOf"]> {
  const result = findAnalysis(edition.index, id)?.result;
  const svg = result && drawAnalysisPrint(result, printPalettesOf(edition.index.casebook));
  if (svg === undefined || !result) return undefined;
  const src = `/analysis-${id}.svg`;
  files.set(src, svg);
  return { src, floats: true, alt: result.summary.join(" ") };
}

/** Returns a country's timeline without heading, in the light colours of its casebook. */
export function drawTimelineForPrint(figures: CountryFigures, palettes: Palettes): string {
  const known = timelines.get(figures);
  if (known !== undefined) return known;
  const { timeline, wording } = figures;
  const options = {
    width: 664,
    idPrefix: "timeline-",
    isStandalone: true,
    theme: "light",
    palettes,
    wording,
  } as const;
  const { svg } = drawTimeline(timeline, options);
  timelines.set(figures, svg);
  return svg;
}

/** Drawings that a case, its chapter in the book and a brief have in common. */
const timelines = new WeakMap<CountryFigures, string>();

function setClaim(claim: InlineClaim, prefix: string, words: Words, edition: Edition): SetClaim {
  const { url } = edition.index.casebook.config;
  const places = claim.evidence.map(placeOf).map((place) => `${place.file}:${place.line}`);
  const shown = [...new Set(places)];
  const more = shown.length > EVIDENCE_SHOWN ? ` ${words.andMore(shown.length - EVIDENCE_SHOWN)}` : "";
  const isReported = claim.named?.claim.by !== undefined && claim.verdict === "fails";
  return {
    id: `${prefix}verdict-${claim.id}`,
    n: Number(claim.id.replace(/^\D+/, "")),
    mark: isReported ? "reported" : claim.verdict,
    statement: words.quotation(claim.text),
    verdict: words[claim.verdict],
    ...(url === undefined ? {} : { href: absoluteUrl(url, claimAddress(claim.key)) }),
    decided: `${claim.question.replace(/\?$/, "")}? ${claim.answer}.`,
    evidence: `${shown.slice(0, EVIDENCE_SHOWN).join(", ").replaceAll("/", "/\u200b")}${more}`,
  };
}
