import type { Note } from "../read/document.ts";
import { textOfNote, withoutAddresses } from "./note-text.ts";

/** A year that stands in an address, against the years printed beside it. */
export interface AddressDate {
  readonly url: string;
  readonly year: number;
  /** Years printed, those of access left out. */
  readonly printed: readonly number[];
}

const IN_PATH = /\/((?:19|20)\d\d)\/(?:0?[1-9]|1[0-2])(?:\/|$)/;
const ACCESS = /\b(?:accessed|retrieved|viewed|consulted|last visited)\b.{0,25}?\b\d{4}\b/gis;

/** Returns the year of a `/2006/08/` in an address, or undefined. */
export function yearInAddress(url: string): number | undefined {
  const year = IN_PATH.exec(url.replace(/[?#].*$/s, ""))?.[1];
  return year === undefined ? undefined : Number(year);
}

/** Returns a note's text without its addresses and the days on which they were looked at. */
export function withoutAccess(text: string): string {
  return withoutAddresses(text).replace(ACCESS, " ");
}

/** Returns the first address of a note whose year none of the years printed in the note agrees with. */
export function findDateAgainstAddress(note: Note): AddressDate | undefined {
  const { text, addresses } = textOfNote(note);
  const dated = addresses.flatMap((url) => {
    const year = yearInAddress(url);
    return year === undefined ? [] : [{ url, year }];
  });
  if (dated.length === 0) return undefined;
  const printed = [...withoutAccess(text).matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) =>
    Number(match[0]),
  );
  if (printed.length === 0) return undefined;
  const found = dated.find(({ year }) => !printed.includes(year));
  return found && { ...found, printed };
}
