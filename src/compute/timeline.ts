import { type CalendarDate, yearOf } from "../base/edtf.ts";
import { createMissing, isMissing, type Missing } from "../base/missing.ts";
import type { Law } from "../model/record.ts";
import type { Tier } from "../model/scorecard.ts";
import { isYearIn, type YearRange } from "../model/year-range.ts";
import { type CasebookIndex, nameOf } from "./casebook-index.ts";
import { coverageOf, type YearCoverage } from "./document-coverage.ts";

/** All that the timeline of one country shows, in data terms. Years without anything are absent, never filled. */
export interface Timeline {
  readonly country: { readonly id: string; readonly name: string };
  readonly scorecard: string;
  /** The x axis. */
  readonly years: YearRange;
  /** The scorecard's tiers, best first. */
  readonly tiers: readonly Tier[];
  /** One per year with an entry in `grades.csv`, in year order. */
  readonly grades: readonly TimelineGrade[];
  /** Where consecutive graded years differ; `to` is the year of the new grade. */
  readonly moves: readonly TimelineMove[];
  readonly index?: TimelineIndex;
  readonly laws: readonly TimelineLaw[];
  /** In order of start; only those that touch the axis. */
  readonly governments: readonly TimelineGovernment[];
  /** Absent where `documents.csv` counts nothing on the country in these years. */
  readonly documents?: TimelineDocuments;
}

/** What evidence there could be, by year. */
export interface TimelineDocuments {
  /** One per year of the axis. */
  readonly years: readonly YearCoverage[];
  /** Runs of years in which somebody looked for documents and there are none. */
  readonly without: readonly YearRange[];
}

export interface TimelineGrade {
  readonly year: number;
  readonly tier: Tier | Missing;
}

export interface TimelineMove {
  readonly from: number;
  readonly to: number;
  readonly before: Tier;
  readonly after: Tier;
  readonly direction: "up" | "down";
}

export interface TimelineIndex {
  readonly label: string;
  readonly unit?: string;
  readonly range: readonly [number, number];
  /** One per row of the series, in year order. */
  readonly values: readonly { readonly year: number; readonly value: number | Missing }[];
}

export interface TimelineLaw {
  readonly label: string;
  readonly enacted: CalendarDate;
}

export interface TimelineGovernment {
  readonly person: string;
  readonly familyName: string;
  /** `YYYY-MM-DD`. */
  readonly start: string;
  /** `YYYY-MM-DD`; absent while in office at the axis' end. */
  readonly end?: string;
}

/** Returns what the timeline of a country shows; a country without any data has an empty one. */
export function computeTimeline(index: CasebookIndex, country: string): Timeline {
  const { config } = index.casebook;
  const years = config.timeline.years ?? config.years;
  const grades = [...(index.grades.get(country)?.values() ?? [])]
    .filter((grade) => isYearIn(years, grade.year))
    .sort((a, b) => a.year - b.year)
    .map(({ year, tier }) => ({ year, tier }));
  const values = timelineIndex(index, country, years);
  const documents = timelineDocuments(index, country, years);
  return {
    country: { id: country, name: nameOf(index.casebook, country) },
    scorecard: config.scorecard.short,
    years,
    tiers: config.scorecard.tiers,
    grades,
    moves: computeMoves(grades),
    ...(values ? { index: values } : {}),
    laws: (index.laws.get(country) ?? [])
      .filter((law) => isYearIn(years, yearOf(law.date)))
      .map((law) => ({ label: labelOf(law), enacted: law.date })),
    governments: (index.governments.get(country) ?? [])
      .filter(
        (one) =>
          yearOf(one.start) <= years.last && Number((one.end?.last ?? "9999").slice(0, 4)) >= years.first,
      )
      .map((one) => ({
        person: one.person,
        familyName: one.familyName,
        start: one.start.first,
        ...(one.end ? { end: one.end.last } : {}),
      })),
    ...(documents ? { documents } : {}),
  };
}

/** Returns the changes of tier between consecutive graded years, however far apart; years without a tier are skipped. */
export function computeMoves(grades: readonly TimelineGrade[]): TimelineMove[] {
  const moves: TimelineMove[] = [];
  let before: { year: number; tier: Tier } | undefined;
  for (const { year, tier } of grades) {
    if (isMissing(tier)) continue;
    if (before && before.tier.rank !== tier.rank) {
      const direction = tier.rank < before.tier.rank ? "up" : "down";
      moves.push({ from: before.year, to: year, before: before.tier, after: tier, direction });
    }
    before = { year, tier };
  }
  return moves;
}

const LAW_LABELS = {
  partial: "Partial criminalization",
  full: "Full criminalization",
  strengthened: "Strengthened",
} as const;

function labelOf(law: Law): string {
  return LAW_LABELS[law.level];
}

function timelineIndex(index: CasebookIndex, country: string, years: YearRange): TimelineIndex | undefined {
  const { timeline } = index.casebook.config;
  const [id = "", name] = timeline.index?.value.split(".") ?? [];
  const series = index.casebook.series.get(id);
  const column = series?.columns.find((one) => name === undefined || one.id === name);
  if (!series || !column) return undefined;
  const values = (index.series.get(id)?.get(country) ?? [])
    .filter((row) => isYearIn(years, row.year))
    .map((row) => ({ year: row.year, value: row.values[column.id] ?? createMissing("not-coded") }));
  const highest = values.reduce((top, { value }) => (isMissing(value) ? top : Math.max(top, value)), 0);
  return {
    label: timeline.label ?? series.label,
    ...(column.unit ? { unit: column.unit } : {}),
    range: [0, column.range?.[1] ?? highest],
    values,
  };
}

function timelineDocuments(
  index: CasebookIndex,
  country: string,
  years: YearRange,
): TimelineDocuments | undefined {
  const coverage = coverageOf(index.casebook, country, years);
  if (coverage.every(({ available }) => available === undefined)) return undefined;
  const without: { first: number; last: number }[] = [];
  for (const { year, available } of coverage) {
    if (available !== 0) continue;
    const run = without.at(-1);
    if (run && run.last === year - 1) run.last = year;
    else without.push({ first: year, last: year });
  }
  return { years: coverage, without };
}
