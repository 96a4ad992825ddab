import { formatDate } from "../base/edtf.ts";
import { formatCount, formatList } from "../base/format.ts";
import type { Cycle, CycleGroup, CycleMark } from "../compute/cycle.ts";
import { formatYearRange } from "../model/year-range.ts";
import { describeRest } from "./lane-chart-layout.ts";
import { describeTimeline } from "./timeline-text.ts";

/** A lane chart in words. */
export interface LaneChartText {
  /** "Japan: the cycle of TIP Report tiers, contacts, pressure, …, 2000–2014". */
  readonly title: string;
  /** The title without the country. */
  readonly subject: string;
  /** The grades, then one paragraph a group. */
  readonly paragraphs: readonly string[];
}

/** A row of the data behind a lane chart: an entry or law in a lane. */
export interface LaneRow {
  readonly mark: CycleMark;
  /** e.g. "April 2004"; empty where nobody knows. */
  readonly date: string;
  readonly group: string;
  readonly lane: string;
}

const NOUNS: Readonly<Record<CycleGroup["id"], string>> = {
  diplomacy: "contacts",
  pressure: "pressure",
  concern: "reactions",
  outcome: "outcomes",
  law: "laws",
};

/** Returns what the picture says, in English: the tiers and their changes, then each group's lanes with counts and years. */
export function describeLaneChart(cycle: Cycle): LaneChartText {
  const { timeline, groups } = cycle;
  const parts = [`${timeline.scorecard} tiers`, ...groups.map(({ id }) => NOUNS[id])];
  const subject = `${formatList(parts)}, ${formatYearRange(timeline.years)}`;
  const grades = describeTimeline({ ...timeline, laws: [], governments: [] }).paragraphs[0] ?? "";
  const rest = describeRest(cycle);
  const paragraphs = [grades, ...groups.map(describeGroup), ...(rest === "" ? [] : [rest])];
  return {
    title: `${timeline.country.name}: ${subject}`,
    subject,
    paragraphs: paragraphs.filter((paragraph) => paragraph !== ""),
  };
}

/** Returns the data behind the picture, one row for each mark in a lane; what has no date or lies outside comes last. */
export function tabulateLaneChart(cycle: Cycle): LaneRow[] {
  const rowOf = (mark: CycleMark, group: string, lane: string): LaneRow => ({
    mark,
    date: mark.date ? formatDate(mark.date) : "",
    group,
    lane,
  });
  return [
    ...cycle.groups.flatMap(({ title, lanes }) =>
      lanes.flatMap(({ label, marks }) => marks.map((mark) => rowOf(mark, title, label))),
    ),
    ...cycle.outside.map((mark) => rowOf(mark, "Not drawn", "outside of the years")),
    ...cycle.undated.map((mark) => rowOf(mark, "Not drawn", "without a date")),
  ];
}

function describeGroup({ title, lanes }: CycleGroup): string {
  const parts = lanes.map(
    ({ label, marks }) => `${label}: ${formatCount(marks.length, "entry", "entries")} (${spanOf(marks)})`,
  );
  return `${title}. ${parts.join("; ")}.`;
}

function spanOf(marks: readonly CycleMark[]): string {
  const dates = marks.flatMap(({ date }) => date ?? []);
  const first = dates.reduce((year, date) => Math.min(year, Number(date.first.slice(0, 4))), 9999);
  const last = dates.reduce((year, date) => Math.max(year, Number(date.last.slice(0, 4))), 0);
  return formatYearRange({ first, last });
}
