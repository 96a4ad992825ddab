import edtf from "edtf";

/** A date of the Extended Date/Time Format with as much precision as it was written with. */
export interface CalendarDate {
  /** As written, e.g. `2004-06` or `2004/2005`. */
  readonly text: string;
  /** The earliest day it can mean, `YYYY-MM-DD`. */
  readonly first: string;
  /** The latest day it can mean, `YYYY-MM-DD`. */
  readonly last: string;
  readonly precision: "day" | "month" | "year" | "interval";
  /** Written with `~`, `?` or `%`. */
  readonly isUncertain: boolean;
}

/** The part of what the `edtf` package returns that is used here. */
interface Parsed {
  readonly min: number;
  readonly max: number;
  readonly precision: number;
}

/** Year, month and day of EDTF. The package takes other numbers too, as milliseconds since 1970. */
const DATE = /^[\dX]{4}[?~%]?(?:-[\dX]{2}[?~%]?){0,2}$/;

/** Returns the date that a text names, or undefined where it is not an EDTF date with both ends known. */
export function parseDate(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  if (!parsedDates.has(trimmed)) parsedDates.set(trimmed, readDate(trimmed));
  return parsedDates.get(trimmed);
}

/** The same few dates come again and again. */
const parsedDates = new Map<string, CalendarDate | undefined>();

/** A year, month or day without any sign: what nearly all dates are, and the package takes a millisecond for its first ones. */
const PLAIN = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

function readPlainDate(text: string): CalendarDate | undefined {
  const [, year, month, day] = PLAIN.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return plainDate(text, "year", `${year}-01-01`, `${year}-12-31`);
  const days = daysInMonth(Number(year), Number(month));
  if (day === undefined) return plainDate(text, "month", `${text}-01`, `${text}-${days}`);
  return Number(day) <= days ? plainDate(text, "day", text, text) : undefined;
}

function plainDate(
  text: string,
  precision: "day" | "month" | "year",
  first: string,
  last: string,
): CalendarDate {
  return { text, first, last, precision, isUncertain: false };
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function readDate(trimmed: string): CalendarDate | undefined {
  const plain = readPlainDate(trimmed);
  if (plain) return plain;
  const parts = trimmed.split("/");
  if (parts.length > 2 || !parts.every((part) => DATE.test(part))) return undefined;
  try {
    const parsed = edtf(trimmed) as Parsed;
    const first = isoDay(parsed.min);
    const last = isoDay(parsed.max);
    if (first === undefined || last === undefined || first > last) return undefined;
    return {
      text: trimmed,
      first,
      last,
      precision: parts.length === 2 ? "interval" : precisionOf(parsed),
      isUncertain: /[~?%]/.test(trimmed),
    };
  } catch {
    return undefined;
  }
}

/** Returns the year in which a date begins. */
export function yearOf(date: CalendarDate): number {
  return Number(date.first.slice(0, 4));
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Returns a date for a reader: "14 June 2004", "June 2004", "2004", "2004–2005"; "about" before an uncertain one. */
export function formatDate(date: CalendarDate): string {
  const about = date.isUncertain ? "about " : "";
  const year = date.first.slice(0, 4);
  const month = MONTHS[Number(date.first.slice(5, 7)) - 1];
  switch (date.precision) {
    case "year":
      return `${about}${year === date.last.slice(0, 4) ? year : `${year}–${date.last.slice(0, 4)}`}`;
    case "month":
      return `${about}${month} ${year}`;
    case "day":
      return `${about}${Number(date.first.slice(8))} ${month} ${year}`;
    case "interval":
      return `${about}${date.text
        .split("/")
        .map((part) => parseDate(part.replace(/[~?%]/g, "")))
        .map((part) => (part ? formatDate(part) : "…"))
        .join("–")}`;
  }
}

/** Returns a day's position in years, e.g. 2004.5 for 2 July 2004. Takes `YYYY-MM-DD`. */
export function decimalYear(day: string): number {
  const year = Number(day.slice(0, 4));
  const from = Date.UTC(year, 0, 1);
  const to = Date.UTC(year + 1, 0, 1);
  const at = Date.UTC(year, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return year + (at - from) / (to - from);
}

function precisionOf(parsed: Parsed): CalendarDate["precision"] {
  return parsed.precision === 3 ? "day" : parsed.precision === 2 ? "month" : "year";
}

function isoDay(time: number): string | undefined {
  if (!Number.isFinite(time)) return undefined;
  const day = new Date(time).toISOString().slice(0, 10);
  return /^\d{4}-/.test(day) ? day : undefined;
}
