import type { CalendarDate } from "../base/edtf.ts";
import type { DateParts, PersonName } from "../model/bibliography.ts";
import type { Case } from "../model/case.ts";
import type { Config } from "../model/config.ts";
import { wordingOf } from "./words/wording.ts";

/** What is needed to cite a page of the site. */
export interface PageCitation {
  /** A key for BibTeX and CSL-JSON, e.g. `japan-2026`. */
  readonly key: string;
  readonly title: string;
  /** Which part of the page, e.g. "Figure 1: Grades by year" or "paragraph 3". */
  readonly part?: string;
  readonly authors: readonly PersonName[];
  readonly containerTitle: string;
  /** When the page was written; else the edition's day. */
  readonly date?: DateParts;
  /** The edition in words, e.g. "edition of 22 November 2026". */
  readonly edition?: string;
  readonly url?: string;
  readonly language: string;
}

/** Returns how a case's page is cited. `url` is the page's absolute address, where the site has one. */
export function citeCase(one: Case, config: Config, url: string | undefined): PageCitation {
  const { title, language, authors } = one;
  const page = { id: one.id.replace(/[^\w-]+/g, "-"), title, language, authors };
  return citePage(page, one.date ?? config.release, config, url);
}

/** Returns how the page of a country is cited: a part of the casebook, by its authors. */
export function citeCountry(
  { id, name }: { readonly id: string; readonly name: string },
  config: Config,
  url: string | undefined,
): PageCitation {
  const { language, authors } = config;
  return citePage({ id: id.toLowerCase(), title: name, language, authors }, config.release, config, url);
}

function citePage(
  page: Pick<Case, "id" | "title" | "language"> & { readonly authors: readonly { readonly name: string }[] },
  date: CalendarDate | undefined,
  config: Config,
  url: string | undefined,
): PageCitation {
  const parts = date && datePartsOf(date);
  const wording = wordingOf(page.language);
  return {
    key: [page.id, parts?.year].filter((part) => part !== undefined).join("-"),
    title: page.title,
    authors: page.authors.map((author) => parsePersonName(author.name)),
    containerTitle: config.title,
    ...(parts ? { date: parts } : {}),
    ...(config.release ? { edition: wording.words.citedEdition(wording.date(config.release)) } : {}),
    ...(url === undefined ? {} : { url }),
    language: page.language,
  };
}

const PARTICLES = new Set(
  "al bin da das de del della den der di do dos du el ibn la le ten ter van vom von zu zur".split(" "),
);

/**
 * Returns the parts of a name written "Ada Example" or "Example, Ada".
 *
 * A name that is one word, or has a word in lower case other than a particle ("van", "de"), is taken for an
 * institution's; so is one in braces (`{World Bank}`).
 */
export function parsePersonName(name: string): PersonName {
  const trimmed = name.trim();
  const braced = /^\{(.+)\}$/.exec(trimmed)?.[1];
  if (braced !== undefined) return { literal: braced };
  const comma = /^([^,]+),\s*([^,]+)$/.exec(trimmed);
  if (comma) return { family: comma[1]?.trim() ?? "", given: comma[2]?.trim() ?? "" };
  const words = trimmed.split(/\s+/);
  const isPerson =
    words.length > 1 &&
    words.length < 6 &&
    words.every((word) => PARTICLES.has(word) || /^\p{Lu}/u.test(word) || !/^\p{L}/u.test(word)) &&
    !PARTICLES.has(words.at(-1) ?? "");
  if (!isPerson) return { literal: trimmed };
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? "")) start--;
  return { family: words.slice(start).join(" "), given: words.slice(0, start).join(" ") };
}

/** Returns a name in reading order: "Ada Example". */
export function formatName(name: PersonName): string {
  return name.literal ?? [name.given, name.family].filter(Boolean).join(" ");
}

/** Returns a name as lists sort it: "Example, Ada". */
export function formatInvertedName(name: PersonName): string {
  return name.literal ?? [name.family, name.given].filter(Boolean).join(", ");
}

/** Returns the plain citation of a page in its language; in English in the manner of the Chicago Manual's bibliography. */
export function formatPageCitation(page: PageCitation): string {
  const [first, ...others] = page.authors;
  const names = first ? [formatInvertedName(first), ...others.map(formatName)] : [];
  return wordingOf(page.language).words.citation({
    names,
    year: page.date?.year,
    title: page.title,
    part: page.part === undefined ? undefined : capitalize(page.part),
    container: page.containerTitle,
    edition: page.edition,
    url: page.url,
  });
}

/** Returns a page's citation as a BibTeX entry. */
export function formatBibtex(page: PageCitation): string {
  const { date } = page;
  const fields: [string, string | undefined][] = [
    ["author", page.authors.map(bibtexName).join(" and ") || undefined],
    ["title", `{${escapeBibtex(page.title)}}`],
    ["booktitle", `{${escapeBibtex(page.containerTitle)}}`],
    ["year", date && String(date.year)],
    ["month", date?.month === undefined ? undefined : String(date.month)],
    ["day", date?.day === undefined ? undefined : String(date.day)],
    [
      "note",
      [page.part, page.edition].flatMap((one) => (one ? [escapeBibtex(capitalize(one))] : [])).join(". ") ||
        undefined,
    ],
    ["url", page.url?.replace(/[{}\\]/g, encodeURIComponent)],
    ["langid", page.language],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return `@incollection{${page.key},\n${lines.join("\n")}\n}\n`;
}

const BIBTEX_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Returns a text for a BibTeX field: characters that TeX gives a meaning are escaped, others stay UTF-8. */
export function escapeBibtex(text: string): string {
  return oneLine(text).replace(
    /[\\{}$&#%_~^]/g,
    (character) => BIBTEX_ESCAPES[character] ?? `\\${character}`,
  );
}

/** Returns a page's citation as a RIS record, with the CR LF line ends that RIS asks for. */
export function formatRis(page: PageCitation): string {
  const { date } = page;
  const pad = (value: number | undefined): string =>
    value === undefined ? "" : String(value).padStart(2, "0");
  const fields: [string, string | undefined][] = [
    ["TY", "CHAP"],
    ...page.authors.map((name): [string, string] => ["AU", formatInvertedName(name)]),
    ["TI", page.title],
    ["T2", page.containerTitle],
    ["SE", page.part],
    ["PY", date && String(date.year)],
    ["DA", date && `${date.year}/${pad(date.month)}/${pad(date.day)}/`],
    ["ET", page.edition],
    ["LA", page.language],
    ["UR", page.url],
    ["ID", page.key],
    ["ER", ""],
  ];
  return fields
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\r\n`]))
    .join("");
}

/** Returns a page's citation as CSL-JSON: an array of one item. */
export function formatCslJson(page: PageCitation): string {
  const item = {
    id: page.key,
    type: "chapter",
    title: page.title,
    author: page.authors,
    "container-title": page.containerTitle,
    ...(page.part === undefined ? {} : { section: page.part }),
    ...(page.date ? { issued: { "date-parts": [datePartsList(page.date)] } } : {}),
    ...(page.edition ? { edition: page.edition } : {}),
    ...(page.url ? { URL: page.url } : {}),
    language: page.language,
  };
  return `${JSON.stringify([item], undefined, 2)}\n`;
}

/** Returns year, month and day of a date as far as it names them; of an interval its first year. */
export function datePartsOf(date: CalendarDate): DateParts {
  const [year = 0, month = 1, day = 1] = date.first.split("-").map(Number);
  if (date.precision === "day") return { year, month, day };
  return date.precision === "month" ? { year, month } : { year };
}

function datePartsList({ year, month, day }: DateParts): number[] {
  return [year, month, day].filter((part) => part !== undefined);
}

function bibtexName(name: PersonName): string {
  return name.literal === undefined
    ? escapeBibtex(formatInvertedName(name))
    : `{${escapeBibtex(name.literal)}}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
