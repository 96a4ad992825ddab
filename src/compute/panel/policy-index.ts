import { createMissing, isMissing, type Missing } from "../../base/missing.ts";
import type { Series, SeriesColumn } from "../../model/series.ts";
import type { CasebookIndex } from "../casebook-index.ts";

/** The series by which the casebook measures policy, and the column of its total. */
export interface IndexColumn {
  readonly series: Series;
  readonly column: SeriesColumn;
  /** The series' other columns: the parts of the total. */
  readonly components: readonly SeriesColumn[];
}

/** Returns the index that `figures.timeline.index` names, `series` or `series.column`; undefined without one. */
export function findIndexColumn({ casebook }: CasebookIndex): IndexColumn | undefined {
  const [id = "", columnId] = casebook.config.timeline.index?.value.split(".") ?? [];
  const series = casebook.series.get(id);
  const column =
    columnId === undefined ? series?.columns[0] : series?.columns.find((one) => one.id === columnId);
  return series && column && { series, column, components: series.columns.filter((one) => one !== column) };
}

const tables = new WeakMap<CasebookIndex, ReadonlyMap<number, ReadonlyMap<string, number>>>();

/** Returns the index's numbers by year, then country; country-years without a number are absent. */
export function indexByYear(index: CasebookIndex): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const found = tables.get(index);
  if (found) return found;
  const table = new Map<number, Map<string, number>>();
  const column = findIndexColumn(index);
  for (const { country, year, values } of column?.series.rows ?? []) {
    const value = values[column?.column.id ?? ""];
    if (typeof value !== "number") continue;
    const row = table.get(year) ?? new Map<string, number>();
    if (!row.has(country)) row.set(country, value);
    table.set(year, row);
  }
  tables.set(index, table);
  return table;
}

/** Returns the index of a country in a year, or why there is no number. */
export function indexValue(index: CasebookIndex, country: string, year: number): number | Missing {
  const value = indexByYear(index).get(year)?.get(country);
  if (value !== undefined) return value;
  const column = findIndexColumn(index);
  if (!column) return createMissing("not-available", "the casebook has no index");
  const row = index.series
    .get(column.series.id)
    ?.get(country)
    ?.find((one) => one.year === year);
  const reason = row?.values[column.column.id];
  return isMissing(reason) ? reason : createMissing("not-coded", `no index of ${year}`);
}

/** Means of the index in a year, of the casebook's cases and of all others. */
export interface CaseComparison {
  readonly year: number;
  readonly cases: MeanOf;
  readonly others: MeanOf;
}

export interface MeanOf {
  /** Countries with a number. */
  readonly n: number;
  readonly mean: number | Missing;
}

/**
 * Returns by year the mean index of countries with a case and of all others. Countries without a number in the year are
 * left out, so that early years are about fewer countries; n says how many. Source: figure A1.4 of the companion.
 */
export function compareCases(index: CasebookIndex): CaseComparison[] {
  const cases = new Set(index.casebook.cases.flatMap((one) => one.country ?? []));
  return [...indexByYear(index)]
    .sort(([a], [b]) => a - b)
    .map(([year, row]) => {
      const values = [...row];
      return {
        year,
        cases: meanOf(values.filter(([id]) => cases.has(id)).map(([, value]) => value)),
        others: meanOf(values.filter(([id]) => !cases.has(id)).map(([, value]) => value)),
      };
    });
}

function meanOf(values: readonly number[]): MeanOf {
  const n = values.length;
  return {
    n,
    mean: n === 0 ? createMissing("not-available") : values.reduce((a, b) => a + b, 0) / n,
  };
}
