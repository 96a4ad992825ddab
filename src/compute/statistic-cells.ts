import { cellBeside, type Position } from "../base/source.ts";
import type { StatisticRow } from "../model/config.ts";
import { isYearIn } from "../model/year-range.ts";
import type { CasebookIndex } from "./casebook-index.ts";

/** Returns the cells from which a statistic of a country is computed; its declaration where there are none. */
export function statisticCells(index: CasebookIndex, row: StatisticRow, country: string): Position[] {
  const { from, column, years } = row;
  const id = from.replace(/^series\//, "");
  const rows =
    from === "record/grants" ? index.grants.get(country) : (index.series.get(id)?.get(country) ?? []);
  const name = column ?? (from === "record/grants" ? "amount" : undefined);
  const cells = (rows ?? [])
    .filter((one) => isYearIn(years, one.year))
    .map(({ at }) => ("header" in at && name !== undefined ? cellBeside(at, name) : at));
  return cells.length > 0 ? cells : [row.at];
}
