import { createHash } from "node:crypto";
import type { CalendarDate } from "../../base/edtf.ts";
import type { Casebook } from "../../model/casebook.ts";
import { wordingOf } from "../words/wording.ts";
import type { PrintStandard } from "./print-job.ts";

/** What stands at the end of a print: lines of a term and its words. */
export type Colophon = readonly (readonly [string, string])[];

/** Returns of which edition and which data a print is, and how it was made, in a language. */
export function composeColophon(casebook: Casebook, standard: PrintStandard, language: string): Colophon {
  const { config } = casebook;
  const { words, date } = wordingOf(language);
  const vintages = vintagesOf(casebook);
  const lines: [string, string][] = [];
  if (config.release) lines.push([words.edition, `${config.title}, ${date(config.release)}`]);
  if (config.url !== undefined) lines.push([words.address, config.url]);
  if (config.licence !== undefined) lines.push([words.licenceTerm, config.licence]);
  if (vintages.length > 0) lines.push([words.dataAsOf, vintages.join(words.partSeparator)]);
  lines.push([words.checksum, words.checksumOf(checksumOf(casebook))]);
  lines.push([words.setWith, words.setIn(standard === "ua-1" ? "PDF/UA-1" : "PDF/A-2b")]);
  return lines;
}

/** Returns the SHA-256 of every text file's path and content, in path order, as 64 hexadecimal digits. */
export function checksumOf(casebook: Casebook): string {
  const known = checksums.get(casebook);
  if (known !== undefined) return known;
  const { files } = casebook;
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) {
    hash.update(`${path}\0${files.get(path)?.text ?? ""}\0`);
  }
  const checksum = hash.digest("hex");
  checksums.set(casebook, checksum);
  return checksum;
}

/** Every print of a casebook names it. */
const checksums = new WeakMap<Casebook, string>();

/**
 * Returns when a print says that it was made, in seconds since 1970: noon of the edition's day; without one, of the
 * newest vintage of its data or date of its cases; else of 1 January 2000.
 */
export function madeAtOf(casebook: Casebook): number {
  const days = [
    ...casebook.quoted.map((one) => one.vintage),
    ...[...casebook.series.values()].map((one) => one.vintage ?? ""),
    ...casebook.cases.flatMap((one) => [one.date, one.modified].map((date) => dayOf(date))),
  ].filter((day) => /^\d{4}-\d\d-\d\d$/.test(day) && Number.isFinite(Date.parse(day)));
  const day = dayOf(casebook.config.release) || days.sort().at(-1) || "2000-01-01";
  return Date.parse(`${day}T12:00:00Z`) / 1000;
}

function dayOf(date: CalendarDate | undefined): string {
  return date?.first ?? "";
}

function vintagesOf({ series, quoted, sources }: Casebook): string[] {
  const ofSeries = [...series.values()].flatMap((one) =>
    one.vintage === undefined ? [] : [`${one.label}: ${one.vintage}`],
  );
  const ofQuoted = quoted.map((one) => `${sources.get(one.source)?.title ?? one.source}: ${one.vintage}`);
  return [...new Set([...ofSeries, ...ofQuoted])];
}
