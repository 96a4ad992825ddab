import { formatCount } from "../../../base/format.ts";
import { type Html, type HtmlValue, html } from "../../site/html.ts";

/** English words of the list of sources, the pages of sources and of their texts, and of addresses that do not exist. */
export const sources = {
  sourcesDescription: (count: number, title: string): string =>
    `${formatCount(count, "source")} of ${title}, with where each is cited.`,
  sourcesAre: (count: number): string => `${formatCount(count, "source")}, each with where it is cited.`,
  aboutSource: (title: string): string => `About ${title}`,
  aboutLink: "about",
  aboutThisSource: "About this source",
  allSources: "All sources",
  noteInText: (number: number): string => `note ${number}`,
  noteWithoutNumber: "a note",
  noteOfCase: (title: string, note: string): string => `${title}, ${note}`,
  notesOfCase: (title: HtmlValue, notes: HtmlValue): Html => html`${title}, ${notes}`,
  rowsOfFile: (path: HtmlValue, rows: number): Html => html`${path} (${formatCount(rows, "row")})`,
  notCited: "Not cited.",
  citedInThese: (places: HtmlValue): Html => html`Cited in: ${places}.`,

  whatIsKnown: "What is known about it",
  whereCited: "Where it is cited",
  whatRestsOnIt: "What rests on it",
  id: "Id",
  recordNumber: "Record number",
  cableSerial: (serial: number, year: number, post: string): string =>
    `serial ${serial} of ${year}, post ${post}`,
  sent: "Sent",
  bySerialNumber: (months: HtmlValue): Html => html`${months}, by its serial number`,
  monthNotKnown: (year: number, reason: HtmlValue): Html => html`${year}; its month is not known: ${reason}`,
  monthsFromTo: (from: string, to: string): string => `${from} to ${to}`,
  cityIn: (city: string, country: HtmlValue): Html => html`${city}, ${country}`,
  obtained: "Obtained",
  fromItsAddress: "from its address",
  archivedCopy: "Archived copy",
  text: "Text",
  readHere: "read it here",
  mayBeShown: "May be shown",
  yes: "yes",
  no: "no",
  textOf: (title: string): string => `Text of ${title}`,

  pageNotFound: "Page not found",
  nothingAtAddress:
    "There is nothing at this address. It may have been mistyped, or the page may have moved.",
};
