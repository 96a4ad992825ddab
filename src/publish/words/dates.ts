import { type CalendarDate, parseDate } from "../../base/edtf.ts";

const FIELDS = {
  day: { year: "numeric", month: "long", day: "numeric" },
  month: { year: "numeric", month: "long" },
  year: { year: "numeric" },
} as const;

/**
 * Returns a function that words a date in a language, with as much precision as it was written with: "22 novembre 2026",
 * "2026年11月". `about` words an uncertain one. Years are those of the Gregorian calendar in Western digits, whatever the
 * language's own, because the sources of a casebook date that way and because these forms are the same in all versions
 * of Unicode's data that Node carries.
 */
export function createDateFormat(
  language: string,
  about: (date: string) => string,
): (date: CalendarDate) => string {
  const tag = new Intl.Locale(language, { calendar: "gregory", numberingSystem: "latn" });
  const formats = Object.entries(FIELDS).map(
    ([precision, fields]) =>
      [precision, new Intl.DateTimeFormat(tag, { ...fields, timeZone: "UTC" })] as const,
  );
  const byPrecision = new Map<string, Intl.DateTimeFormat>(formats);
  const wordDay = (day: string, precision: string): string =>
    (byPrecision.get(precision) as Intl.DateTimeFormat).format(new Date(`${day}T00:00:00Z`));
  const word = (date: CalendarDate): string => {
    if (date.precision !== "interval") {
      const [from, to] = [date.first, date.last].map((day) => wordDay(day, date.precision));
      return date.precision === "year" && from !== to ? `${from}–${to}` : (from as string);
    }
    const ends = date.text.split("/").map((part) => parseDate(part.replace(/[~?%]/g, "")));
    return ends.map((end) => (end ? word(end) : "…")).join("–");
  };
  return (date) => (date.isUncertain ? about(word(date)) : word(date));
}
