import { formatList } from "../base/format.ts";
import { isCableSource } from "../compute/cables.ts";
import type { BibliographicSource, DateParts } from "../model/bibliography.ts";
import { sourceUrl } from "./bibliography.ts";
import { formatName } from "./citation.ts";
import { type NotePart, NoteText } from "./note-text.ts";

/** One source as a note cites it. */
export interface NoteCitation {
  readonly source: BibliographicSource;
  /** Where in the source, as typed: `p. 13`, `13–15`, `§ 4`. */
  readonly locator?: string;
  /** Words before it, e.g. "see". */
  readonly prefix?: string;
  /** The text names the author already. */
  readonly omitsAuthor?: boolean;
  /** The source was cited in full before. */
  readonly isShort: boolean;
}

/**
 * Returns a note in the manner of the Chicago Manual's notes and bibliography style (17th edition, chapter 14): each source
 * in full the first time and short after that, several joined by semicolons, a full stop at the end.
 */
export function formatNote(citations: readonly NoteCitation[]): NotePart[] {
  const text = new NoteText();
  for (const [i, citation] of citations.entries()) {
    if (i > 0) text.put("; ");
    if (citation.prefix) text.put(`${citation.prefix} `);
    text.startCitation();
    if (citation.isShort) addShort(text, citation);
    else addFull(text, citation);
  }
  const [first] = text.parts;
  if (first && !first.isItalic && citations[0]?.prefix === undefined)
    text.parts[0] = { ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) };
  text.close();
  return text.parts;
}

/** Types whose title is in italics; of others it is in quotation marks, or plain. */
const ITALIC = new Set([
  "book",
  "report",
  "hearing",
  "legislation",
  "bill",
  "motion_picture",
  "dataset",
  "software",
]);
const PLAIN = new Set(["interview", "personal_communication"]);

function addFull(text: NoteText, { source, locator, omitsAuthor }: NoteCitation): void {
  if (!omitsAuthor) text.item(namesOf(source));
  addTitle(text, source);
  if (source.type === "article-journal") addJournal(text, source, locator);
  else {
    addContainer(text, source);
    addImprint(text, source);
    addLocator(text, source, locator ?? (isPeriodical(source) ? pageOf(source) : undefined));
  }
  if (source.accessed) text.item(`accessed ${formatNoteDate(source.accessed)}`);
  const url = sourceUrl(source);
  if (url !== undefined) text.item(url, { href: url });
  const archived = source.provenance?.archived;
  if (archived !== undefined) {
    text.item("archived at ");
    text.put(archived, /^https?:/i.test(archived) ? { href: archived } : {});
  }
}

function addShort(text: NoteText, { source, locator, omitsAuthor }: NoteCitation): void {
  if (isCableSource(source)) {
    text.item(source.number ?? source.id);
  } else {
    const names = source.authors.map((name) => name.family ?? name.literal ?? formatName(name));
    if (!omitsAuthor) text.item(names.length > 3 ? `${names[0]} et al.` : formatList(names));
    if (PLAIN.has(source.type)) text.item(kindOf(source));
    else addTitle(text, source, shortTitle(source));
  }
  addLocator(text, source, locator);
}

function addTitle(text: NoteText, source: BibliographicSource, title = source.title): void {
  if (isCableSource(source)) {
    const number = source.number ?? source.id;
    if (title !== undefined && !title.includes(number)) text.item(quoted(title));
    text.item(`cable ${number}`);
  } else if (PLAIN.has(source.type)) text.item(uncapitalized(title ?? kindOf(source)));
  else if (ITALIC.has(source.type) && (source.containerTitle === undefined || source.type === "hearing"))
    text.item(title ?? source.id, { isItalic: true });
  else text.item(quoted(title ?? source.id));
}

function addContainer(text: NoteText, source: BibliographicSource): void {
  const { type, containerTitle, genre } = source;
  if (containerTitle !== undefined && type === "hearing")
    text.put(`: Hearing before the ${containerTitle}`, { isItalic: true });
  else if (containerTitle !== undefined && type === "chapter") {
    text.item("in ");
    text.put(containerTitle, { isItalic: true });
  } else if (containerTitle !== undefined) text.item(containerTitle, { isItalic: true });
  if (type === "post-weblog") text.put(" (blog)");
  const isSaid = type === "thesis" || isCableSource(source) || PLAIN.has(type);
  if (genre !== undefined && !isSaid) text.item(genre);
  const hasNumber =
    source.number !== undefined && !isCableSource(source) && !source.title?.includes(source.number);
  if (hasNumber) text.item(source.number ?? "");
}

/** Who published it where, and when: in brackets for books, reports and theses, after a comma for the rest. */
function addImprint(text: NoteText, source: BibliographicSource): void {
  const date = source.issued ? formatNoteDate(source.issued) : undefined;
  const author = source.authors.map(formatName).join(", ");
  const publisher = source.publisher === author ? undefined : source.publisher;
  const house = [source.publisherPlace, publisher].filter(Boolean).join(": ");
  if (source.type === "thesis") {
    text.put(` (${[source.genre ?? "thesis", house, date].filter(Boolean).join(", ")})`);
  } else if (
    house !== "" &&
    !isPeriodical(source) &&
    !PLAIN.has(source.type) &&
    source.type !== "broadcast"
  ) {
    if (source.type === "webpage" || source.type === "post-weblog")
      text.item([house, date].filter(Boolean).join(", "));
    else text.put(` (${[house, date].filter(Boolean).join(", ")})`);
  } else {
    text.item(isPeriodical(source) || PLAIN.has(source.type) ? "" : house);
    text.item(date ?? "n.d.");
  }
}

function addJournal(text: NoteText, source: BibliographicSource, locator: string | undefined): void {
  text.item(source.containerTitle ?? "", { isItalic: true });
  if (source.volume !== undefined) text.put(` ${source.volume}`);
  if (source.issue !== undefined) text.item(`no. ${source.issue}`);
  if (source.issued) text.put(` (${source.issued.year})`);
  const page = locator?.replace(/^pp?\.\s*/i, "") ?? source.page;
  if (page !== undefined) text.put(`: ${page}`);
}

function addLocator(text: NoteText, source: BibliographicSource, locator: string | undefined): void {
  if (locator === undefined) return;
  text.item(isPeriodical(source) ? locator : locator.replace(/^pp?\.\s*(?=[\divxlc])/i, ""));
}

function isPeriodical({ type }: BibliographicSource): boolean {
  return type === "article-newspaper" || type === "article-magazine";
}

function pageOf({ page }: BibliographicSource): string | undefined {
  if (page === undefined) return undefined;
  return /^\d/.test(page) ? `${/\D/.test(page) ? "pp." : "p."} ${page}` : page;
}

function namesOf({ authors }: BibliographicSource): string {
  const names = authors.map(formatName);
  return names.length > 3 ? `${names[0]} et al.` : formatList(names);
}

/** The title up to its colon; of one without, its first four words where it is longer than six. */
function shortTitle({ shortTitle: given, title }: BibliographicSource): string | undefined {
  if (given !== undefined || title === undefined) return given;
  const main = title.split(/:\s/)[0] ?? title;
  const words = main.split(/\s+/);
  if (words.length <= 6) return main;
  const cut = words.slice(0, 5).join(" ");
  return cut.replace(/[,;.]?(?:\s(?:a|an|and|the|of|for|in|on|to))*$/i, "");
}

function kindOf({ type, genre }: BibliographicSource): string {
  return genre ?? (type === "interview" ? "interview" : "personal communication");
}

/** In double quotation marks; double ones inside become single. */
function quoted(title: string): string {
  return `“${title.replace(/["“](?=\S)([^"”]*)["”]/g, "‘$1’")}”`;
}

function uncapitalized(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) || /^E-/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** Returns a date as Chicago's notes have it: "October 15, 2004", "March 2008", "2013". */
export function formatNoteDate({ year, month, day }: DateParts): string {
  const name = month === undefined ? undefined : MONTHS[month - 1];
  if (name === undefined) return String(year);
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
}
