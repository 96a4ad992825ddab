import { type CalendarDate, yearOf } from "../base/edtf.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Entry } from "../model/entry.ts";
import type { Law } from "../model/record.ts";
import { entriesOf } from "./link-lookup.ts";
import { byDate } from "./tests-matrix.ts";
import type { Timeline } from "./timeline.ts";

/** All that the lane chart of one country shows: its cycle from grades to outcomes over one axis of years. */
export interface Cycle {
  /** The axis and the grades. */
  readonly timeline: Timeline;
  /** The month of a year's edition, 1 to 12. */
  readonly releaseMonth: number;
  /** Only those with something in them. */
  readonly groups: readonly CycleGroup[];
  /** What belongs into a lane but has no date. */
  readonly undated: readonly CycleMark[];
  /** What belongs into a lane but lies wholly before or after the axis. */
  readonly outside: readonly CycleMark[];
}

/** A step of the cycle. */
export interface CycleGroup {
  readonly id: "diplomacy" | "pressure" | "concern" | "outcome" | "law";
  readonly title: string;
  readonly lanes: readonly CycleLane[];
}

export interface CycleLane {
  readonly id: string;
  readonly label: string;
  /** In order of date. */
  readonly marks: readonly CycleMark[];
}

/** An entry or a law. An entry with two codes has a mark in two lanes. */
export interface CycleMark {
  readonly id: string;
  readonly type: "entry" | "law";
  readonly date?: CalendarDate;
  readonly summary: string;
}

interface Placed {
  readonly group: CycleGroup["id"];
  readonly lane: string;
  readonly mark: CycleMark;
}

const GROUPS: readonly { readonly id: CycleGroup["id"]; readonly title: string }[] = [
  { id: "diplomacy", title: "Contacts by level" },
  { id: "pressure", title: "Pressure by kind of actor" },
  { id: "concern", title: "Reactions by code" },
  { id: "outcome", title: "Outcomes by kind" },
  { id: "law", title: "Laws" },
];

/** Lanes in the order in which they stand; others follow by name. Codes of reactions are in the codebook's groups. */
const LANES: Readonly<Record<CycleGroup["id"], readonly string[]>> = {
  diplomacy: [
    "head of state",
    "minister",
    "vice minister",
    "deputy vice minister",
    "director",
    "deputy director",
    "police or prosecutor",
    "police",
    "prosecutor",
    "legislator",
    "ambassador",
    "other official",
    "ngo",
    "igo",
    "level not coded",
    "recommendation",
  ],
  pressure: ["ngo", "igo", "media", "country", "state", "public", "academic", "unnamed"],
  concern: [
    "funding",
    "comparison",
    "public face saving",
    "embarrassment",
    "objection",
    "anger",
    "arrogance",
    "moving goal",
    "harming relations",
    "other",
    "cooperative",
    "disappointment",
    "appreciation or bragging",
    "how to improve",
  ],
  outcome: [
    "law",
    "action plan",
    "institution",
    "norm",
    "practice",
    "enforcement",
    "ratification",
    "service",
    "stagnation",
    "setback",
  ],
  law: ["law"],
};

/** Names of lanes where the word in the record is not one for a reader. */
const LABELS: Readonly<Record<string, string>> = {
  ngo: "NGO",
  igo: "IGO",
  country: "Other countries",
  recommendation: "Recommendations",
  law: "Laws",
};

/**
 * Returns the lanes of a country: contacts by `level` with the recommendations below them, pressure by the kind of
 * actor `by` whom it is, reactions by `code` (several are separated by semicolons) with the comparisons, outcomes by `type`, and laws.
 *
 * Years are those of the timeline. What has no date or lies wholly outside of them has no mark and is returned apart, so
 * that nothing is dropped silently.
 */
export function computeCycle(
  timeline: Timeline,
  record: { readonly entries: readonly Entry[]; readonly laws: readonly Law[] },
  releaseMonth: number,
): Cycle {
  const placed: Placed[] = [
    ...[...record.entries].sort(byDate).flatMap(placeEntry),
    ...record.laws.map((law): Placed => ({ group: "law", lane: "law", mark: markOfLaw(law) })),
  ];
  const { first, last } = timeline.years;
  const isInside = ({ date }: CycleMark): boolean =>
    date !== undefined && yearOf(date) <= last && Number(date.last.slice(0, 4)) >= first;
  const groups = GROUPS.flatMap(({ id, title }): CycleGroup[] => {
    const lanes = createLanes(
      id,
      placed.filter(({ group, mark }) => group === id && isInside(mark)),
    );
    return lanes.length > 0 ? [{ id, title, lanes }] : [];
  });
  const marks = uniqueMarks(placed.map(({ mark }) => mark));
  return {
    timeline,
    releaseMonth,
    groups,
    undated: marks.filter(({ date }) => date === undefined),
    outside: marks.filter((mark) => mark.date !== undefined && !isInside(mark)),
  };
}

/** Returns the record of a country that its lanes are made from. */
export function recordOf(casebook: Casebook, country: string): { entries: readonly Entry[]; laws: Law[] } {
  return {
    entries: entriesOf(casebook, country),
    laws: casebook.laws.filter((law) => law.country === country),
  };
}

function placeEntry(entry: Entry): Placed[] {
  const { id, kind, date, summary, details } = entry;
  const mark: CycleMark = { id, type: "entry", ...(date ? { date } : {}), summary };
  const place = (group: CycleGroup["id"], lane: string): Placed => ({ group, lane, mark });
  switch (kind) {
    case "contact":
      return [place("diplomacy", wordsOf(details["level"]) || "level not coded")];
    case "recommendation":
      return [place("diplomacy", "recommendation")];
    case "pressure":
      return [place("pressure", wordsOf(details["by"]) || (entry.actors[0]?.kind ?? "unnamed"))];
    case "reaction": {
      const codes = (details["code"] ?? "").split(";").map(wordsOf).filter(Boolean);
      return [...new Set(codes.length > 0 ? codes : ["not coded"])].map((code) => place("concern", code));
    }
    case "comparison":
      return [place("concern", "comparison")];
    case "outcome":
      return [place("outcome", wordsOf(details["type"]) || "kind not coded")];
    default:
      return [];
  }
}

function markOfLaw({ id, date, title }: Law): CycleMark {
  return { id, type: "law", date, summary: title ?? id };
}

/** Turns `deputy-vice-minister` into words. */
function wordsOf(code: string | undefined): string {
  return (code ?? "")
    .trim()
    .toLowerCase()
    .replaceAll(/[-_\s]+/g, " ");
}

function createLanes(group: CycleGroup["id"], placed: readonly Placed[]): CycleLane[] {
  const byLane = new Map<string, CycleMark[]>();
  for (const { lane, mark } of placed) {
    const marks = byLane.get(lane);
    if (marks) marks.push(mark);
    else byLane.set(lane, [mark]);
  }
  const order = (lane: string): string => {
    const at = LANES[group].indexOf(lane);
    return `${at < 0 ? 999 : 100 + at} ${lane}`;
  };
  return [...byLane]
    .sort(([a], [b]) => (order(a) < order(b) ? -1 : 1))
    .map(([lane, marks]) => ({ id: lane, label: labelOf(lane), marks }));
}

function labelOf(lane: string): string {
  return LABELS[lane] ?? lane.charAt(0).toUpperCase() + lane.slice(1);
}

function uniqueMarks(marks: readonly CycleMark[]): CycleMark[] {
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()];
}
