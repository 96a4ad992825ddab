import { formatDate, yearOf } from "../base/edtf.ts";
import { formatNumber } from "../base/format.ts";
import { formatMissing, isMissing } from "../base/missing.ts";
import type { Timeline } from "../compute/timeline.ts";
import { yearsOf } from "../model/year-range.ts";

/** A table of text: as many cells in every row as there are columns. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What stands for a tier or a number of which the casebook has no row. */
const NO_ENTRY = "no entry";

/** What stands for a number of documents that nobody counted; none to be had is 0. */
const NOT_COUNTED = "not counted";

/**
 * Returns the data behind a timeline, one row a year: the tier or the reason why there is none, the index (only where
 * the casebook has one) or the reason, the laws of that year with their dates, the governments in office in it, and the
 * number of documents to be had (only where `documents.csv` counts some year).
 * A year of which the casebook says nothing has {@link NO_ENTRY}. Laws dated outside of the years have no row.
 */
export function tabulateTimeline(timeline: Timeline): DataTable {
  const { index, documents } = timeline;
  const grades = new Map(timeline.grades.map(({ year, tier }) => [year, tier]));
  const values = new Map(index?.values.map(({ year, value }) => [year, value]));
  const counts = new Map(documents?.years.map(({ year, available }) => [year, available]));
  const rows = yearsOf(timeline.years).map((year) => {
    const tier = grades.get(year);
    const value = values.get(year);
    return [
      String(year),
      tier === undefined ? NO_ENTRY : isMissing(tier) ? formatMissing(tier) : tier.label,
      ...(index ? [value === undefined ? NO_ENTRY : formatValue(value)] : []),
      lawsOf(timeline, year).join("; "),
      governmentsOf(timeline, year).join("; "),
      ...(documents ? [String(counts.get(year) ?? NOT_COUNTED)] : []),
    ];
  });
  const columns = [
    "Year",
    `${timeline.scorecard} tier`,
    ...(index ? [index.unit ? `${index.label} (${index.unit})` : index.label] : []),
    "Laws",
    "Governments",
    ...(documents ? ["Documents to be had"] : []),
  ];
  return { columns, rows };
}

function formatValue(value: Parameters<typeof formatMissing>[0] | number): string {
  return isMissing(value) ? formatMissing(value) : formatNumber(value, "number");
}

function lawsOf({ laws }: Timeline, year: number): string[] {
  return laws
    .filter(({ enacted }) => yearOf(enacted) === year)
    .map(({ label, enacted }) =>
      enacted.text === String(year) ? label : `${label} (${formatDate(enacted)})`,
    );
}

function governmentsOf({ governments }: Timeline, year: number): string[] {
  return governments
    .filter(({ start, end }) => Number(start.slice(0, 4)) <= year && Number(end?.slice(0, 4) ?? year) >= year)
    .map(({ person }) => person);
}
