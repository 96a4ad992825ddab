import { createMissing, isMissing, type Missing } from "../base/missing.ts";
import type { ComparisonConfig } from "../model/config.ts";
import type { Series, SeriesColumn } from "../model/series.ts";
import { type CasebookIndex, nameOf } from "./casebook-index.ts";
import { type Correlation, correlate } from "./correlation.ts";

/** Countries compared by two scores. */
export interface Comparison {
  readonly x: ComparisonAxis;
  readonly y: ComparisonAxis;
  /** Countries with both scores, by name. */
  readonly points: readonly ComparisonPoint[];
  /** Countries of the series that lack a score, by name, with the reason. */
  readonly missing: readonly { readonly country: string; readonly name: string; readonly reason: Missing }[];
  readonly correlation: Correlation | Missing;
}

export interface ComparisonAxis {
  readonly label: string;
  readonly unit?: string;
  /** Lowest and highest possible value, where the codebook says. */
  readonly range?: readonly [number, number];
}

export interface ComparisonPoint {
  readonly country: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Returns the comparison that the casebook declares in `figures.comparison`; undefined without one, or where it names no
 * column of a series. Each country counts once, with the last number that each column has for it.
 */
export function computeComparison(index: CasebookIndex): Comparison | undefined {
  const { comparison } = index.casebook.config;
  return comparison && compareColumns(index, comparison);
}

function compareColumns(index: CasebookIndex, config: ComparisonConfig): Comparison | undefined {
  const x = findColumn(index, config.x.value);
  const y = findColumn(index, config.y.value);
  if (!x || !y) return undefined;
  const countries = new Set([...x.series.rows, ...y.series.rows].map((row) => row.country));
  const scored = [...countries]
    .map((country) => ({
      country,
      name: nameOf(index.casebook, country),
      x: lastValue(index, x, country),
      y: lastValue(index, y, country),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return {
    x: axisOf(x.column),
    y: axisOf(y.column),
    points: scored.flatMap(({ country, name, x: a, y: b }) =>
      isMissing(a) || isMissing(b) ? [] : [{ country, name, x: a, y: b }],
    ),
    missing: scored.flatMap(({ country, name, x: a, y: b }) => {
      const reason = isMissing(a) ? a : isMissing(b) ? b : undefined;
      return reason ? [{ country, name, reason }] : [];
    }),
    correlation: correlate(scored.map((one) => [one.x, one.y])),
  };
}

interface FoundColumn {
  readonly series: Series;
  readonly column: SeriesColumn;
}

function findColumn({ casebook }: CasebookIndex, name: string): FoundColumn | undefined {
  const [id = "", columnId] = name.split(".");
  const series = casebook.series.get(id);
  const column = series?.columns.find((one) => one.id === columnId);
  return series && column && { series, column };
}

function lastValue(index: CasebookIndex, { series, column }: FoundColumn, country: string): number | Missing {
  const rows = index.series.get(series.id)?.get(country) ?? [];
  const values = rows.map((row) => row.values[column.id] ?? createMissing("not-coded"));
  return values.findLast((value) => !isMissing(value)) ?? values.at(-1) ?? createMissing("not-coded");
}

function axisOf({ label, unit, range }: SeriesColumn): ComparisonAxis {
  return { label, ...(unit === undefined ? {} : { unit }), ...(range ? { range } : {}) };
}
