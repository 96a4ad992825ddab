import { compareText } from "../base/diagnostic.ts";
import { isMissing, type Missing } from "../base/missing.ts";
import type { Series } from "../model/series.ts";

/** A number of a series that moved between two vintages. */
export interface MovedNumber {
  readonly country: string;
  readonly year: number;
  readonly measure: string;
  /** Absent where the vintage has no such cell. */
  readonly before?: number | Missing;
  readonly after?: number | Missing;
}

/**
 * Returns the cells of two vintages of a series that differ, by country, year and measure: other numbers, numbers that
 * came or went, and other reasons why there is none. Numbers are compared exactly. Of rows that stand twice the last
 * counts. A cell that one vintage lacks and the other has as missing has not moved.
 */
export function diffSeries(before: Series, after: Series): MovedNumber[] {
  const older = cellsOf(before);
  const newer = cellsOf(after);
  const moved: MovedNumber[] = [];
  for (const key of new Set([...older.keys(), ...newer.keys()])) {
    const one = older.get(key);
    const other = newer.get(key);
    if (wordOf(one) === wordOf(other)) continue;
    const [country = "", year = "", measure = ""] = key.split(" ");
    moved.push({
      country,
      year: Number(year),
      measure,
      ...(one === undefined ? {} : { before: one }),
      ...(other === undefined ? {} : { after: other }),
    });
  }
  return moved.sort(
    (a, b) => compareText(a.country, b.country) || a.year - b.year || compareText(a.measure, b.measure),
  );
}

function cellsOf(series: Series): Map<string, number | Missing> {
  const cells = new Map<string, number | Missing>();
  for (const { country, year, values } of series.rows) {
    for (const [measure, value] of Object.entries(values)) cells.set(`${country} ${year} ${measure}`, value);
  }
  return cells;
}

function wordOf(value: number | Missing | undefined): string {
  if (value === undefined) return "not-coded";
  return isMissing(value) ? value.missing : String(value);
}
