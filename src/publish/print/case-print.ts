import { formatDate } from "../../base/edtf.ts";
import { placeOf } from "../../base/source.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { caseAddress } from "../../compute/links.ts";
import { drawTimeline } from "../../draw/timeline.ts";
import type { Case } from "../../model/case.ts";
import type { PageCitation } from "../citation.ts";
import { citeCase, formatPageCitation } from "../citation.ts";
import type { Edition } from "../edition.ts";
import { absoluteUrl } from "../site/addresses.ts";
import { renderArticle } from "../site/case-page.ts";
import { claimsOf, countVerdicts } from "../site/checked-statements.ts";
import type { CountryFigures } from "../site/figures.ts";
import type { Words } from "../words/en.ts";
import { wordingOf } from "../words/wording.ts";
import { readMarkup } from "./markup-tree.ts";
import type { ClaimMark, PrintBlock, PrintNode } from "./print-node.ts";
import { PRINT_WORDS } from "./print-words.ts";
import { type PageReading, readPage } from "./read-page.ts";
import { fitTables } from "./table-fit.ts";

/** How a print reaches what is not in the edition. */
export interface PrintContext {
  readonly edition: Edition;
  readonly figuresOf: (country: string) => CountryFigures;
  /** Returns a file below `assets/`. */
  readonly readAsset: (path: string) => Uint8Array | undefined;
  /** Pictures of the print; filled while pages are read. */
  readonly files: Map<string, string | Uint8Array>;
}

/** A page's text as templates set it. */
export interface SetText {
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly body: readonly PrintBlock[];
  readonly notes: Readonly<Record<string, readonly PrintNode[]>>;
  readonly unreferenced: readonly (readonly PrintNode[])[];
  readonly claims: readonly SetClaim[];
  /** How many statements hold and how many do not. */
  readonly summary: string;
  readonly words: typeof PRINT_WORDS;
  /** Where links of the text may lead. */
  readonly ids: ReadonlySet<string>;
}

interface SetClaim {
  readonly id: string;
  readonly n: number;
  readonly mark: ClaimMark;
  readonly statement: string;
  readonly verdict: string;
  readonly decided: string;
  readonly evidence: string;
}

/** How many places of the evidence are listed for a statement, as on the page. */
const EVIDENCE_SHOWN = 3;

/** Pictures that the typesetter takes. */
const PICTURE = /\.(png|jpe?g|gif|webp|svg)$/i;

/** Returns the text of a case. `isInBook` has links to other cases stay within the print. */
export function readCase(one: Case, context: PrintContext, isInBook: boolean): SetText {
  const { edition, figuresOf } = context;
  const article = renderArticle(edition, one, citationOf(edition, one), figuresOf).text;
  const prefix = `${one.id}/`;
  const reading = createReading(context, caseAddress(one), prefix, isInBook);
  const text = readPage(readMarkup(article), {
    ...reading,
    drawingOf: (id) => drawExhibit(one, id, context),
  });
  const claims = claimsOf(edition, one);
  const { words } = wordingOf(one.language);
  return {
    id: one.id,
    title: one.title,
    byline: bylineOf(one),
    body: fitTables(text.body),
    notes: text.notes,
    unreferenced: text.unreferenced,
    ids: new Set([...text.ids, ...(isInBook ? [one.id] : [])]),
    claims: claims.map((claim) => setClaim(claim, prefix, words)),
    summary: claims.length > 0 ? words.checkedSummary(countVerdicts(claims)) : "",
    words: PRINT_WORDS,
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
  const date = one.date ? [formatDate(one.date)] : [];
  return [one.authors.map((author) => author.name).join(", "), ...date].filter(Boolean).join(" · ");
}

/** Returns the plain citation of a case. */
export function citeInWords(edition: Edition, one: Case): string {
  return formatPageCitation(citationOf(edition, one));
}

/** Returns how links and pictures of a page are found; `page` is its address, e.g. `case-studies/japan/`. */
export function createReading(
  context: PrintContext,
  page: string,
  prefix: string,
  isInBook: boolean,
): PageReading {
  const { casebook } = context.edition.index;
  const cases = new Map(casebook.cases.map((one) => [caseAddress(one), one.id]));
  return {
    prefix,
    drawingOf: () => undefined,
    imageOf: (src) => {
      const path = siteAddress(page, src)?.path;
      const bytes = path !== undefined && PICTURE.test(path) ? context.readAsset(path) : undefined;
      if (!bytes || path === undefined) return undefined;
      const file = `/${path}`;
      context.files.set(file, bytes);
      return file;
    },
    targetOf: (href) => {
      if (/^[a-z][a-z\d+.-]*:/i.test(href)) return { href };
      if (href.startsWith("#")) return { id: prefix + decode(href.slice(1)) };
      const target = siteAddress(page, href);
      if (!target) return undefined;
      const other = isInBook ? cases.get(target.path) : undefined;
      if (other !== undefined)
        return { id: target.hash === "" ? other : `${other}/${decode(target.hash.slice(1))}` };
      return casebook.config.url === undefined
        ? undefined
        : { href: absoluteUrl(casebook.config.url, target.path) + target.hash };
    },
  };
}

/** Returns the path below the site's root to which a relative link leads. */
function siteAddress(page: string, href: string): { path: string; hash: string } | undefined {
  if (!URL.canParse(href, `http://site/${page}`)) return undefined;
  const url = new URL(href, `http://site/${page}`);
  return url.host === "site" ? { path: decode(url.pathname.slice(1)), hash: url.hash } : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function drawExhibit(
  one: Case,
  id: string,
  { edition, figuresOf, files }: PrintContext,
): ReturnType<PageReading["drawingOf"]> {
  const exhibit = edition.exhibits.byCase.get(one.id)?.find((each) => each.id === id);
  if (!exhibit || (exhibit.content.type !== "timeline" && exhibit.content.type !== "cycle")) return undefined;
  const { type, country } = exhibit.content;
  const figures = figuresOf(country);
  const src = `/${type}-${country.toLowerCase()}.svg`;
  if (type === "cycle") {
    if (!files.has(src)) files.set(src, figures.record.drawPrint());
    return { src, floats: true, alt: figures.record.text.paragraphs.join(" ") };
  }
  if (!files.has(src)) files.set(src, drawTimelineForPrint(figures));
  return { src, floats: true, alt: figures.description.join(" ") };
}

/** Returns a country's timeline without heading, in plain light colours. */
export function drawTimelineForPrint({ timeline }: CountryFigures): string {
  return drawTimeline(timeline, { width: 664, idPrefix: "timeline-", isStandalone: true, theme: "light" })
    .svg;
}

function setClaim(claim: InlineClaim, prefix: string, words: Words): SetClaim {
  const places = claim.evidence.map(placeOf).map((place) => `${place.file}:${place.line}`);
  const shown = [...new Set(places)];
  const more = shown.length > EVIDENCE_SHOWN ? ` and ${shown.length - EVIDENCE_SHOWN} more` : "";
  const isReported = claim.named?.claim.by !== undefined && claim.verdict === "fails";
  return {
    id: `${prefix}verdict-${claim.id}`,
    n: Number(claim.id.replace(/^\D+/, "")),
    mark: isReported ? "reported" : claim.verdict,
    statement: words.quotation(claim.text),
    verdict: words[claim.verdict],
    decided: `${claim.question.replace(/\?$/, "")}? ${claim.answer}.`,
    evidence: `${shown.slice(0, EVIDENCE_SHOWN).join(", ").replaceAll("/", "/\u200b")}${more}`,
  };
}
