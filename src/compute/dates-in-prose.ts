import type { TimelineMove } from "./timeline.ts";

/** A time that a sentence names, in months since year 0 (year × 12 + month − 1), both ends included. */
export interface ProseTime {
  /** As a reader would say it: `2005`, `May 2008`, `the time after the edition of June 2008`. */
  readonly words: string;
  readonly first: number;
  readonly last: number;
  /** Whether it is known more closely than by year. */
  readonly isMonth: boolean;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const MONTH = MONTHS.map((name) => (name === "May" ? name : `${name}|${name.slice(0, 3)}\\.`)).join("|");

/** "In March and May 2009", "14 June 2004", "June 14, 2004", "July 2007"; a month without a year is left out. */
const DATED_MONTH = new RegExp(
  `(?<!\\p{L})(?:(${MONTH})\\s*(?:and|or|to|through|until|[-–,])\\s*)?(${MONTH})(?:\\s\\d{1,2}(?:st|nd|rd|th)?)?,?\\s(?:of\\s)?((?:19|20)\\d\\d)(?!\\d)`,
  "gu",
);

/** "After the 2008 Report", "in advance of the 2008 edition". */
const BESIDE_EDITION =
  /\b(after|following|since|before|ahead of|in advance of)\s+the\s+(?:release\s+of\s+the\s+)?((?:19|20)\d\d)\s+(?:[\p{L}-]+\s+)?(?:report|edition|scorecard|review|index)\b/giu;

/** What all of these hold; most sentences do not. */
const YEAR = /(?:19|20)\d\d/;

const YEARS = /(?<![\d$])((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)?\d\d))?(?!\d)/g;

/** "Even as Japan’s Tier 2 rating was restored": what happens in the sentence happens then. */
const AT_A_MOVE = /\b(?:as|when|while|once)\b([^.;:]*?)\b(restored|upgraded|downgraded|demoted)\b/iu;

/**
 * Returns the times that a sentence names, in order: years, a range of them as one each; months with a year; and what lies
 * before or after a year's edition, which comes out in `released`, 1 to 12, up to the end or from the start of that year.
 */
export function timesIn(text: string, released: number): ProseTime[] {
  if (!YEAR.test(text)) return [];
  const times: ProseTime[] = [];
  let rest = text.replace(BESIDE_EDITION, (_, side: string, digits: string) => {
    const year = Number(digits);
    const edition = year * 12 + released - 1;
    const isAfter = /^(after|following|since)$/i.test(side);
    const words = `the time ${isAfter ? "after" : "before"} the edition of ${formatMonth(edition)}`;
    const [first, last] = isAfter ? [edition, year * 12 + 11] : [year * 12, edition];
    times.push({ words, first, last, isMonth: true });
    return " ";
  });
  rest = rest.replace(DATED_MONTH, (_, from: string | undefined, to: string, digits: string) => {
    const last = Number(digits) * 12 + monthOf(to);
    const start = from === undefined ? last : Number(digits) * 12 + monthOf(from);
    const first = start > last ? start - 12 : start;
    const words = first === last ? formatMonth(last) : `${formatMonth(first)} to ${formatMonth(last)}`;
    times.push({ words, first, last, isMonth: true });
    return " ";
  });
  for (const year of yearsIn(rest)) {
    times.push({ words: String(year), first: year * 12, last: year * 12 + 11, isMonth: false });
  }
  return times;
}

/** Returns the years in a text, each once and in order, with those that a range covers: 2001–2003 has three. */
export function yearsIn(text: string): number[] {
  const years = new Set<number>();
  for (const [, from, to] of text.matchAll(YEARS)) {
    const first = Number(from);
    const last = to === undefined ? first : Number(to.length === 2 ? `${from?.slice(0, 2)}${to}` : to);
    for (let year = first; year <= Math.min(last, first + 50); year++) years.add(year);
  }
  return [...years].sort((a, b) => a - b);
}

/**
 * Returns the time of the change of tier at which a sentence says that something happened ("even as the Tier 2 rating was
 * restored"); undefined where it names none, or where several or none of the country's changes would fit.
 */
export function moveIn(text: string, moves: readonly TimelineMove[]): ProseTime | undefined {
  const [, subject = "", verb = ""] = AT_A_MOVE.exec(text) ?? [];
  if (verb === "") return undefined;
  const direction = /restored|upgraded/i.test(verb) ? "up" : "down";
  const turned = moves.filter((move) => move.direction === direction);
  const named = turned.filter((move) => subject.toLowerCase().includes(move.after.label.toLowerCase()));
  const [move, ...others] = named.length > 0 ? named : turned;
  if (!move || others.length > 0) return undefined;
  const words = `the ${direction === "up" ? "upgrade" : "downgrade"} of ${move.to}`;
  return { words, first: move.to * 12, last: move.to * 12 + 11, isMonth: false };
}

/** Returns a month, e.g. `May 2008`, from its number since year 0. */
export function formatMonth(ordinal: number): string {
  return `${MONTHS[ordinal % 12]} ${Math.floor(ordinal / 12)}`;
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.replace(".", "")));
}
