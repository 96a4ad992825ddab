import { yearOf } from "../base/edtf.ts";
import { isMissing, type Missing } from "../base/missing.ts";
import type { Timeline } from "../compute/timeline.ts";
import { yearsOf } from "../model/year-range.ts";
import { ENGLISH_FIGURES, type FigureWording, wordMissing } from "./figure-words.ts";

/** A table of text: as many cells in every row as there are columns. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Returns the data behind a timeline, one row a year: the tier or the reason why there is none, the index (only where
 * the casebook has one) or the reason, the laws of that year with their dates, the governments in office in it, and the
 * number of documents to be had (only where `documents.csv` counts some year).
 * A year of which the casebook says nothing has "no entry", and a year whose documents nobody counted "not counted". Laws dated outside of the years have no row.
 */
export function tabulateTimeline(timeline: Timeline, wording: FigureWording = ENGLISH_FIGURES): DataTable {
  const { words } = wording;
  const { index, documents } = timeline;
  const grades = new Map(timeline.grades.map(({ year, tier }) => [year, tier]));
  const values = new Map(index?.values.map(({ year, value }) => [year, value]));
  const counts = new Map(documents?.years.map(({ year, available }) => [year, available]));
  const rows = yearsOf(timeline.years).map((year) => {
    const tier = grades.get(year);
    const value = values.get(year);
    return [
      String(year),
      tier === undefined ? words.noEntry : isMissing(tier) ? wordMissing(wording, tier) : tier.label,
      ...(index ? [value === undefined ? words.noEntry : formatValue(value, wording)] : []),
      lawsOf(timeline, year, wording).join(words.partSeparator),
      governmentsOf(timeline, year).join(words.partSeparator),
      ...(documents ? [String(counts.get(year) ?? words.notCounted)] : []),
    ];
  });
  const columns = [
    words.year,
    words.tierPanel(timeline.scorecard),
    ...(index ? [index.unit ? `${index.label} (${index.unit})` : index.label] : []),
    words.laws,
    words.governments,
    ...(documents ? [words.documents] : []),
  ];
  return { columns, rows };
}

function formatValue(value: Missing | number, wording: FigureWording): string {
  return isMissing(value) ? wordMissing(wording, value) : wording.number(value);
}

function lawsOf({ laws }: Timeline, year: number, { words, date }: FigureWording): string[] {
  return laws
    .filter(({ enacted }) => yearOf(enacted) === year)
    .map(({ label, enacted }) => {
      const name = words.lawName(label);
      return enacted.text === String(year) ? name : words.lawAt(name, date(enacted));
    });
}

function governmentsOf({ governments }: Timeline, year: number): string[] {
  return governments
    .filter(({ start, end }) => Number(start.slice(0, 4)) <= year && Number(end?.slice(0, 4) ?? year) >= year)
    .map(({ person }) => person);
}
