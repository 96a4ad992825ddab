import { type Note, plainText } from "../read/document.ts";
import { addressesOf } from "./note-identity.ts";

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

/** Returns the first address of a note whose year none of the years printed in the note agrees with. */
export function findDateAgainstAddress(note: Note): AddressDate | undefined {
  const text = plainText(note.blocks)
    .replace(/\S+:\/\/\S+/g, " ")
    .replace(ACCESS, " ");
  const printed = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) => Number(match[0]));
  if (printed.length === 0) return undefined;
  for (const url of addressesOf(note)) {
    const year = yearInAddress(url);
    if (year !== undefined && !printed.includes(year)) return { url, year, printed };
  }
  return undefined;
}
