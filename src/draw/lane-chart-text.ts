import type { Cycle, CycleGroup, CycleMark } from "../compute/cycle.ts";
import { formatYearRange } from "../model/year-range.ts";
import { ENGLISH_FIGURES, type FigureWording } from "./figure-words.ts";
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

/** Returns what the picture says: the tiers and their changes, then each group's lanes with counts and years. */
export function describeLaneChart(cycle: Cycle, wording: FigureWording = ENGLISH_FIGURES): LaneChartText {
  const { words } = wording;
  const { timeline, groups } = cycle;
  const parts = [words.tiersSubject(timeline.scorecard), ...groups.map(({ id }) => words.cycleSubjects[id])];
  const subject = words.subjectOfYears(wording.list(parts), formatYearRange(timeline.years));
  const grades = describeTimeline({ ...timeline, laws: [], governments: [] }, wording).paragraphs[0] ?? "";
  const rest = describeRest(cycle, wording);
  const paragraphs = [
    grades,
    ...groups.map((group) => describeGroup(group, wording)),
    ...(rest === "" ? [] : [rest]),
  ];
  return {
    title: words.figureTitle(timeline.country.name, subject),
    subject,
    paragraphs: paragraphs.filter((paragraph) => paragraph !== ""),
  };
}

/** Returns the data behind the picture, one row for each mark in a lane; what has no date or lies outside comes last. */
export function tabulateLaneChart(cycle: Cycle, wording: FigureWording = ENGLISH_FIGURES): LaneRow[] {
  const { words } = wording;
  const rowOf = (mark: CycleMark, group: string, lane: string): LaneRow => ({
    mark,
    date: mark.date ? wording.date(mark.date) : "",
    group,
    lane,
  });
  return [
    ...cycle.groups.flatMap(({ id, lanes }) =>
      lanes.flatMap(({ label, marks }) =>
        marks.map((mark) => rowOf(mark, words.cycleGroups[id], words.laneName(label))),
      ),
    ),
    ...cycle.outside.map((mark) => rowOf(mark, words.notDrawnGroup, words.outsideOfTheYears)),
    ...cycle.undated.map((mark) => rowOf(mark, words.notDrawnGroup, words.withoutDate)),
  ];
}

function describeGroup({ id, lanes }: CycleGroup, { words }: FigureWording): string {
  const parts = lanes.map(({ label, marks }) =>
    words.laneWithEntries(words.laneName(label), marks.length, spanOf(marks)),
  );
  return words.groupOfLanes(words.cycleGroups[id], parts.join(words.partSeparator));
}

function spanOf(marks: readonly CycleMark[]): string {
  const dates = marks.flatMap(({ date }) => date ?? []);
  const first = dates.reduce((year, date) => Math.min(year, Number(date.first.slice(0, 4))), 9999);
  const last = dates.reduce((year, date) => Math.max(year, Number(date.last.slice(0, 4))), 0);
  return formatYearRange({ first, last });
}
