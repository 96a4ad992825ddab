import { formatCount, formatNumber } from "../base/format.ts";
import { createMissing, formatMissing, isMissing, type Missing } from "../base/missing.ts";
import type { Aggregation, StatisticRow } from "../model/config.ts";
import type { QuotedStatistic } from "../model/record.ts";
import { formatYearRange, isYearIn, type YearRange } from "../model/year-range.ts";
import type { CasebookIndex } from "./casebook-index.ts";

/** One row of a country's statistics table. */
export interface Statistic {
  readonly row: StatisticRow;
  /** In the declared scale and unit. */
  readonly value: number | Missing;
  /** As printed; "—" for a missing value. */
  readonly text: string;
  /** Where the value was not computed but taken over from print. */
  readonly quoted?: QuotedStatistic;
  /** The years it is about. */
  readonly years: YearRange;
  /** "Sum, 2001–2013; 12 of 13 years without a number count as 0." */
  readonly basis: string;
}

/** Numbers of one country, as an aggregation takes them: one a year at most. */
export interface YearlyNumber {
  readonly year: number;
  readonly value: number | Missing;
}

/**
 * Returns the declared statistics of a country, in declared order; empty where the casebook declares none. Of a country
 * without a single row in the data a statistic is missing, also where `absent` is `zero`: nobody looked.
 */
export function computeStatistics(index: CasebookIndex, country: string): readonly Statistic[] {
  const byCountry = known.get(index) ?? new Map<string, readonly Statistic[]>();
  known.set(index, byCountry);
  const statistics =
    byCountry.get(country) ??
    (index.casebook.config.statistics?.rows ?? []).map((row) =>
      row.from === "quoted" ? quotedStatistic(index, country, row) : computedStatistic(index, country, row),
    );
  byCountry.set(country, statistics);
  return statistics;
}

/** A page may state dozens of a country's numbers, and its table shows them again. */
const known = new WeakMap<CasebookIndex, Map<string, readonly Statistic[]>>();

/**
 * Returns the numbers of a country from `record/grants` (the total of each year), `record/aid` or `series/<id>`, in file or
 * year order; undefined where the casebook has no such data or the column is not named and not the only one.
 */
export function findNumbers(
  index: CasebookIndex,
  from: string,
  column: string | undefined,
  country: string,
): YearlyNumber[] | undefined {
  const { casebook } = index;
  if (from === "record/grants") {
    if (column !== undefined && column !== "amount") return undefined;
    return yearlyTotals(
      (index.grants.get(country) ?? []).map(({ year, amount }) => ({ year, value: amount })),
    );
  }
  const series = from === "record/aid" ? casebook.aid : casebook.series.get(from.replace(/^series\//, ""));
  if (!series) return undefined;
  const id = column ?? (series.columns.length === 1 ? series.columns[0]?.id : undefined);
  if (id === undefined || !series.columns.some((one) => one.id === id)) return undefined;
  return (index.series.get(series.id)?.get(country) ?? []).map((row) => ({
    year: row.year,
    value: row.values[id] ?? createMissing("not-coded"),
  }));
}

/** Adds up the numbers of each year; a year that has missing ones only stays missing, for the reason of the first. */
function yearlyTotals(numbers: readonly YearlyNumber[]): YearlyNumber[] {
  const totals = new Map<number, number | Missing>();
  for (const { year, value } of numbers) {
    const known = totals.get(year);
    if (known === undefined || isMissing(known)) {
      if (known === undefined || !isMissing(value)) totals.set(year, value);
    } else if (!isMissing(value)) totals.set(year, known + value);
  }
  return [...totals].map(([year, value]) => ({ year, value }));
}

/**
 * Returns an aggregate over the years of a range.
 *
 * Missing numbers are left out, or count as 0 where `absent` is `zero` (then years without any number do too).
 * Without a single number the result is `Missing("not-available")`. `first` and `last` go by year.
 */
export function aggregate(
  numbers: readonly YearlyNumber[],
  how: Aggregation,
  years: YearRange,
  absent: "missing" | "zero",
): number | Missing {
  const within = numbers.filter((one) => isYearIn(years, one.year));
  const present = within
    .flatMap((one) => (isMissing(one.value) ? [] : [{ year: one.year, value: one.value }]))
    .sort((a, b) => a.year - b.year);
  const values = present.map((one) => one.value);
  if (absent === "zero") {
    const withNumber = new Set(present.map((one) => one.year));
    for (let year = years.first; year <= years.last; year++) if (!withNumber.has(year)) values.push(0);
  }
  if (values.length === 0) {
    return createMissing("not-available", `no number in ${formatYearRange(years)}`);
  }
  const value = combine(values, present, how);
  return Number.isFinite(value)
    ? value
    : createMissing("not-available", "the numbers are too large to add up");
}

function combine(
  values: readonly number[],
  present: readonly { readonly value: number }[],
  how: Aggregation,
): number {
  switch (how) {
    case "sum":
      return values.reduce((a, b) => a + b, 0);
    case "mean":
      return values.reduce((a, b) => a + b, 0) / values.length;
    case "min":
      return values.reduce((a, b) => Math.min(a, b));
    case "max":
      return values.reduce((a, b) => Math.max(a, b));
    case "first":
      return present[0]?.value ?? 0;
    case "last":
      return present.at(-1)?.value ?? 0;
  }
}

function computedStatistic(index: CasebookIndex, country: string, row: StatisticRow): Statistic {
  const numbers = findNumbers(index, row.from, row.column, country) ?? [];
  if (numbers.length === 0) {
    const value = createMissing("not-available", `no row for ${country} in ${row.from}`);
    return { row, value, text: printed(value, row), years: row.years, basis: `${formatMissing(value)}.` };
  }
  const raw = aggregate(numbers, row.aggregation, row.years, row.absent);
  const value = isMissing(raw) ? raw : scaled(raw, row.scale);
  return {
    row,
    value,
    text: printed(value, row),
    years: row.years,
    basis: `${basisOf(row, row.years)}${coverage(numbers, row)}.`,
  };
}

/** A millionth is a division by a million: 124673 becomes 0.124673, where 124673 × 1e-6 is 0.12467299999999999. */
function scaled(value: number, scale: number): number {
  const divisor = Math.round(1 / scale);
  return scale < 1 && Math.abs(divisor * scale - 1) < 1e-12 ? value / divisor : value * scale;
}

function quotedStatistic(index: CasebookIndex, country: string, row: StatisticRow): Statistic {
  const quoted = index.casebook.quoted.find((one) => one.statistic === row.id && one.country === country);
  if (!quoted) {
    const value = createMissing("not-available", "no yearly data and no printed figure in the casebook");
    return { row, value, text: printed(value, row), years: row.years, basis: `${formatMissing(value)}.` };
  }
  return {
    row,
    value: quoted.value,
    text: printed(quoted.value, row),
    quoted,
    years: quoted.years,
    basis: `${basisOf(row, quoted.years)}; quoted, not computed here.`,
  };
}

function basisOf(row: StatisticRow, years: YearRange): string {
  const names: Record<Aggregation, string> = {
    sum: "Sum",
    mean: "Mean",
    min: "Lowest",
    max: "Highest",
    first: "First",
    last: "Last",
  };
  return `${names[row.aggregation]}, ${formatYearRange(years)}`;
}

function coverage(numbers: readonly YearlyNumber[], row: StatisticRow): string {
  const years = row.years.last - row.years.first + 1;
  const present = new Set(
    numbers.filter((one) => isYearIn(row.years, one.year) && !isMissing(one.value)).map((one) => one.year),
  );
  const without = years - present.size;
  if (without === 0) return "";
  const rule = row.absent === "zero" ? `count${without === 1 ? "s" : ""} as 0` : "left out";
  return `; ${without} of ${formatCount(years, "year")} without a number ${rule}`;
}

function printed(value: number | Missing, row: StatisticRow): string {
  return isMissing(value) ? "—" : formatNumber(value, row.format, row.scale);
}
