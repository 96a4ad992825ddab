import { cellBeside, type Position } from "../../base/source.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { Series } from "../../model/series.ts";
import {
  type CasebookTable,
  countryColumn,
  integerColumn,
  realColumn,
  reasonColumn,
  sourceColumn,
  splitMissing,
  type TableRow,
  textColumn,
} from "./table.ts";

/** Returns the series of a casebook, aid last. */
export function allSeries({ series, aid }: Casebook): Series[] {
  return [...series.values(), ...(aid ? [aid] : [])];
}

/** What each series measures. */
export const measuresTable: CasebookTable = {
  name: "measures",
  define: () => ({
    name: "measures",
    label: "Measures",
    description: "One measured column of a series, with its unit, where it is taken from and when.",
    key: ["series", "measure"],
    columns: [
      textColumn("series", "the series", { isNeeded: true }),
      textColumn("measure", "the column", { isNeeded: true }),
      textColumn("label", "the column in words", { isNeeded: true }),
      textColumn("unit", "the unit of its numbers"),
      realColumn("lowest", "the lowest possible value"),
      realColumn("highest", "the highest possible value"),
      sourceColumn("where the series is taken from"),
      textColumn("licence", "licence of the numbers"),
      textColumn("vintage", "when they were taken from the source (EDTF)"),
      textColumn("description", "what the series is"),
    ],
  }),
  rows: (casebook) =>
    allSeries(casebook).flatMap(({ id, columns, source, licence, vintage, description, at }) =>
      columns.map(({ id: measure, label, unit, range }): TableRow => {
        const [lowest, highest] = range ?? [];
        return [at, id, measure, label, unit, lowest, highest, source, licence, vintage, description];
      }),
    ),
};

/** Every number of every series. */
export const seriesTable: CasebookTable = {
  name: "series",
  define: () => ({
    name: "series",
    label: "Series",
    description:
      "One number of a series, or the reason why there is none: a measure of one country in one year.",
    key: ["series", "country", "year", "measure"],
    columns: [
      textColumn("series", "the series; `record/aid` is aid", { isNeeded: true }),
      countryColumn(),
      integerColumn("year", "the year", { isNeeded: true }),
      textColumn("measure", "the column of the series; its unit stands in `measures`", { isNeeded: true }),
      realColumn("value", "the number, in the unit that `measures` names", { reason: "reason" }),
      reasonColumn("number"),
      sourceColumn("where the row, or else the series, is taken from"),
    ],
  }),
  rows: (casebook) => allSeries(casebook).flatMap((one) => [...seriesRows(one)]),
};

function* seriesRows(series: Series): Generator<TableRow> {
  for (const { country, year, values, source, at } of series.rows) {
    for (const { id } of series.columns) {
      const value = values[id];
      if (value === undefined) continue;
      const cell = "header" in at ? cellAt(at, id, series) : at;
      yield [cell, series.id, country, year, id, ...splitMissing(value), source ?? series.source];
    }
  }
}

/** As `cellBeside`, which reads the header line anew for each cell: too slow for a whole panel. */
function cellAt(at: Extract<Position, { header: string }>, header: string, series: Series): Position {
  const known = columnsOf.get(series) ?? new Map<string, number>();
  columnsOf.set(series, known);
  const column = known.get(header) ?? cellBeside(at, header).column;
  known.set(header, column);
  return { ...at, column, header };
}

const columnsOf = new WeakMap<Series, Map<string, number>>();
