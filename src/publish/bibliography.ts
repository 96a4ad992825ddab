import { formatList } from "../base/format.ts";
import type { BibliographicSource, DateParts } from "../model/bibliography.ts";
import { formatYearRuns } from "../model/year-range.ts";
import { formatInvertedName, formatName } from "./citation.ts";

/** A piece of a bibliography entry; titles of books, reports and periodicals are set in italics. */
export interface CitationPart {
  readonly text: string;
  readonly isItalic: boolean;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** Types whose own title is set in italics; others are quoted, or plain where {@link PLAIN_TYPES} says so. */
const ITALIC_TYPES = new Set(["book", "report", "motion_picture", "dataset", "software", "legislation"]);
const PLAIN_TYPES = new Set(["interview", "personal_communication", "document"]);

/**
 * Returns a source as an entry of a bibliography, in the manner of the Chicago Manual's notes and bibliography style:
 * who, title, where it appeared, what it is, who published it, when, which pages, DOI or address, when it was read.
 * What the source does not say is left out.
 */
export function formatSource(source: BibliographicSource): CitationPart[] {
  const parts: CitationPart[] = [];
  const add = (text: string, isItalic = false): void => {
    if (text !== "") parts.push({ text, isItalic });
  };
  const authors = namesOf(source);
  if (authors !== "") add(`${closed(authors)} `);
  addTitle(source, add);
  const tail = [
    [source.volume && `vol. ${source.volume}`, source.issue && `no. ${source.issue}`]
      .filter(Boolean)
      .join(", "),
    source.genre ?? "",
    source.number !== undefined && !source.title?.includes(source.number) ? source.number : "",
    [source.publisherPlace, source.publisher].filter(Boolean).join(": "),
    source.issued ? formatDateParts(source.issued) : "no date",
    source.page === undefined ? "" : `${/\D/.test(source.page) ? "pp." : "p."} ${source.page}`,
  ].filter(Boolean);
  const joined = tail.join(", ");
  add(source.containerTitle ? `, ${joined}.` : ` ${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`);
  if (source.accessed) add(` Accessed ${formatDateParts(source.accessed)}.`);
  return parts;
}

/** Returns the address of a source: its DOI's where it has one, else its URL. */
export function sourceUrl(source: BibliographicSource): string | undefined {
  if (source.doi !== undefined) {
    return `https://doi.org/${source.doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, "")}`;
  }
  return source.url !== undefined && /^https?:\/\//i.test(source.url) ? source.url : undefined;
}

/** Returns titles with their years, editions of one title on one line: "Trafficking in Persons Report, 2001–2015". */
export function groupTitles(sources: readonly BibliographicSource[]): string[] {
  const years = new Map<string, number[]>();
  for (const source of sources) {
    const title = source.title ?? source.id;
    const year = source.issued?.year;
    years.set(title, [...(years.get(title) ?? []), ...(year === undefined ? [] : [year])]);
  }
  return [...years].map(([title, all]) => [title, formatYearRuns(all)].filter(Boolean).join(", "));
}

/** Returns the text by which sources are put in order: first author, else title; then date. */
export function sourceSortKey(source: BibliographicSource): string {
  const [first] = source.authors;
  const name = first ? formatInvertedName(first) : (source.title ?? source.id);
  const { year = 0, month = 0, day = 0 } = source.issued ?? {};
  const date = [year, month, day].map((part) => String(part).padStart(4, "0")).join("");
  const plain = name.normalize("NFD").replace(/[\p{M}“”‘’"']/gu, "");
  return `${plain.replace(/^(?:the|an?) /i, "").toLowerCase()}\u0000${date}\u0000${source.title ?? ""}`;
}

/** Returns a date as far as it is known: "14 June 2004", "June 2004", "2004". */
export function formatDateParts({ year, month, day }: DateParts): string {
  const name = month === undefined ? undefined : MONTHS[month - 1];
  return [name === undefined ? undefined : day, name, year].filter((part) => part !== undefined).join(" ");
}

function namesOf(source: BibliographicSource): string {
  const [first, ...others] = source.authors;
  if (!first) return "";
  const names = [formatInvertedName(first), ...others.map(formatName)];
  return names.length > 7 ? `${names[0]} et al.` : formatList(names);
}

function addTitle(source: BibliographicSource, add: (text: string, isItalic?: boolean) => void): void {
  const title = source.title ?? source.id;
  const isPart = source.containerTitle !== undefined;
  if (!isPart && ITALIC_TYPES.has(source.type)) {
    add(title, true);
    add(".");
  } else if (PLAIN_TYPES.has(source.type)) {
    add(closed(title));
  } else {
    add(`“${requoted(closed(title))}”`);
  }
  if (source.containerTitle !== undefined) {
    add(" ");
    add(source.containerTitle, true);
  }
}

/** Inside quotation marks, double ones become single. */
function requoted(text: string): string {
  return text.replaceAll("“", "‘").replaceAll("”", "’");
}

function closed(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
