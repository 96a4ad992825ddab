import { createMissing, isMissing, type Missing } from "../../base/missing.ts";
import { type CasebookIndex, gradedYears } from "../casebook-index.ts";
import { type Panel, panelOf } from "./panel.ts";
import { findIndexColumn, indexValue } from "./policy-index.ts";

/** The series that says in which year countries came into the report, where that is not the first graded year. */
export const JOINED_SERIES = "year-joined";

/** The year in which a country came into the report, and whether data say so or the first tier does. */
export interface EntryYear {
  readonly year: number;
  readonly basis: "series" | "first-grade";
}

/**
 * Returns the year in which a country came into the report: the number that `series/year-joined.csv` has for it, else
 * its first year with a tier. `Missing("not-in-report")` for a country that has neither.
 */
export function findEntryYear(index: CasebookIndex, country: string): EntryYear | Missing {
  const column = index.casebook.series.get(JOINED_SERIES)?.columns[0]?.id;
  const row = index.series.get(JOINED_SERIES)?.get(country)?.at(-1);
  const stated = column === undefined ? undefined : row?.values[column];
  if (typeof stated === "number" && Number.isInteger(stated)) return { year: stated, basis: "series" };
  const first = gradedYears(index, country)[0];
  return first
    ? { year: first.year, basis: "first-grade" }
    : createMissing("not-in-report", "never had a tier");
}

/** What has become of a country since it came into the report, by one year. */
export interface TimeInReport {
  readonly year: number;
  /** Years in the report; the first counts as 1, and absences after it count too. */
  readonly years: number;
  /** Points of the index gained since the year of entry. */
  readonly change: number | Missing;
  /** The same a year in the report. */
  readonly changePerYear: number | Missing;
}

/**
 * Returns the time in the report and the change of the index since entering, for a year.
 *
 * time = year − entry + 1; change = index(year) − index(entry); change a year = change / time. Missing before entry, and
 * the changes where the index lacks either year. Source: the companion's `time.in.report`, `change.since.entering` and
 * `change.time.report`, e.g. Japan in 2013: 13 years, 10 − 8 = 2, 2/13.
 */
export function computeTimeInReport(
  index: CasebookIndex,
  country: string,
  year: number,
): TimeInReport | Missing {
  const entry = findEntryYear(index, country);
  if (isMissing(entry)) return entry;
  if (year < entry.year) return createMissing("not-in-report", `came into the report in ${entry.year}`);
  const years = year - entry.year + 1;
  const change = subtract(indexValue(index, country, year), indexValue(index, country, entry.year));
  return { year, years, change, changePerYear: isMissing(change) ? change : change / years };
}

/**
 * Returns what is said of a country's time in the report on its page: for the last year in which the index has a number
 * for it, else for the panel's last year.
 */
export function latestTimeInReport(index: CasebookIndex, country: string): TimeInReport | Missing {
  const column = findIndexColumn(index);
  const rows = column ? (index.series.get(column.series.id)?.get(country) ?? []) : [];
  const last = rows.findLast((row) => column && typeof row.values[column.column.id] === "number")?.year;
  const year = last ?? panelOf(index).years.at(-1);
  return year === undefined
    ? createMissing("not-in-report", "nobody has a tier")
    : computeTimeInReport(index, country, year);
}

/** Countries that came into the report in a year. */
export interface YearJoined {
  readonly year: number;
  /** By name. */
  readonly countries: readonly string[];
}

/**
 * Returns the countries by the year in which they came into the report, in year order. Countries of the panel and of
 * `series/year-joined.csv` count, those without such a year do not.
 */
export function computeYearsJoined(index: CasebookIndex, panel: Panel): YearJoined[] {
  const stated = index.series.get(JOINED_SERIES)?.keys() ?? [];
  const years = new Map<number, string[]>();
  for (const country of new Set([...panel.countries, ...stated])) {
    const entry = findEntryYear(index, country);
    if (isMissing(entry)) continue;
    years.set(entry.year, [...(years.get(entry.year) ?? []), country]);
  }
  return [...years].map(([year, countries]) => ({ year, countries })).sort((a, b) => a.year - b.year);
}

function subtract(a: number | Missing, b: number | Missing): number | Missing {
  if (isMissing(a)) return a;
  return isMissing(b) ? b : a - b;
}
