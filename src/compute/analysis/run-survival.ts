import { isMissing, type Missing } from "../../base/missing.ts";
import type { SurvivalAnalysis } from "../../model/analysis.ts";
import { computeSurvivalCurve, type Duration, type SurvivalCurve } from "../methods/kaplan-meier.ts";
import { computeLogRank, type LogRankTest } from "../methods/log-rank.ts";
import { firstYearAbove } from "./happening.ts";
import type { CurvesFigure, MethodOutcome, ResultFact, ResultTable } from "./result.ts";
import { capitalize, countFact, formatEstimate, formatLevel, formatResult, sayP } from "./result-words.ts";
import { accountOf, DropList, describeReason, nameVariable, type SampleFrame } from "./sample.ts";

/** A country under watch. */
interface Watched extends Duration {
  readonly country: string;
  readonly year: number;
  readonly group: number;
}

/** A group with its curve. */
export interface GroupCurve {
  readonly label: string;
  readonly name: string;
  readonly curve: SurvivalCurve;
}

/** Returns the survival curves of an analysis, by group where it has `by`, with the test that they are the same. */
export function runSurvival(sample: SampleFrame, analysis: SurvivalAnalysis): MethodOutcome {
  const { index } = sample.frame;
  const { watched, considered, drops } = watch(sample, analysis);
  const account = accountOf(sample, watched, { considered, drops, rowsAre: "countries" });
  const names = analysis.by ? nameGroups(nameVariable(index, analysis.by)) : ["All"];
  const groups = names.map((label, i) => ({
    label,
    rows: watched.filter((one) => !analysis.by || one.group === (names.length === 2 ? 1 - i : i)),
  }));
  const curves: GroupCurve[] = [];
  for (const [i, { label, rows }] of groups.entries()) {
    const curve = computeSurvivalCurve(rows, { interval: analysis.interval, level: analysis.level });
    if (isMissing(curve)) return { account, problem: { ...curve, detail: `${label}: ${curve.detail}` } };
    curves.push({ label, name: analysis.by ? (i === 0 ? "yes" : "no") : "all", curve });
  }
  const test =
    analysis.by &&
    computeLogRank(
      groups.map((one) => one.rows),
      analysis.rho,
    );
  if (test && isMissing(test)) return { account, problem: test };
  const event = nameVariable(index, analysis.event);
  return {
    account,
    tables: [
      summaryTable(curves, analysis, event),
      ...(test ? [logRankTable(curves, test, analysis.rho)] : []),
      ...curves.map(curveTable),
    ],
    data: {
      columns: ["country", "entry", "time", "event", ...(analysis.by ? [analysis.by.name] : [])],
      rows: watched.map((one) => [
        one.country,
        one.year,
        one.stop,
        one.event ? 1 : 0,
        ...(analysis.by ? [one.group] : []),
      ]),
    },
    facts: survivalFacts(watched, test || undefined),
    figure: drawCurves(curves, `Share without ${event}`, "Years since entry"),
    summary: describeCurves(curves, test || undefined, event),
  };
}

/** Yes first: the group that is asked about. */
function nameGroups(label: string): readonly string[] {
  return [`${capitalize(label)}: yes`, `${capitalize(label)}: no`];
}

function watch(sample: SampleFrame, { event, entry, by }: SurvivalAnalysis) {
  const { frame, years } = sample;
  const { index } = frame;
  const [happens, enters, groups] = [sample.column(event), sample.column(entry), by && sample.column(by)];
  const drops = new DropList();
  const watched: Watched[] = [];
  let considered = 0;
  for (const [i, country] of frame.countries.entries()) {
    const start = firstYearAbove(sample, enters, i);
    if (!sample.has(country, start.year ?? years.first)) {
      if (start.year !== undefined && start.year < years.first && sample.has(country, years.first)) {
        considered++;
        drops.add("entered before the sample’s first year", country);
      }
      continue;
    }
    considered++;
    const end = firstYearAbove(sample, happens, i);
    const group = groups && start.year !== undefined ? sample.at(groups, i, start.year) : 0;
    const why = start.unknown
      ? `entry: ${describeReason(start.unknown)}`
      : start.year === undefined
        ? "never entered"
        : end.unknown
          ? `${nameVariable(index, event)}: ${describeReason(end.unknown)}`
          : end.year !== undefined && end.year < start.year
            ? "had the event before entry"
            : isMissing(group) && by
              ? `${nameVariable(index, by)}: ${describeReason(group)}`
              : undefined;
    if (why !== undefined || start.year === undefined || isMissing(group)) {
      drops.add(why ?? "", country);
      continue;
    }
    const stop = (end.year ?? years.last) - start.year + 1;
    watched.push({
      country,
      year: start.year,
      stop,
      event: end.year !== undefined,
      group: group > 0 ? 1 : 0,
    });
  }
  return { watched, considered, drops };
}

/** Returns n, events, median and restricted mean of each group. */
export function summaryTable(
  curves: readonly GroupCurve[],
  { level, interval }: { readonly level: number; readonly interval: string },
  event: string,
): ResultTable {
  const share = formatLevel(level);
  return {
    id: "groups",
    title: `Time until ${event}, in years; intervals ${share}, ${interval === "plain" ? "plain" : `${interval} scale`}`,
    head: "Group",
    columns: [
      { id: "n", label: "n", kind: "count" },
      { id: "events", label: "Events", kind: "count" },
      { id: "median", label: "Median", kind: "estimate" },
      { id: "lower", label: `${share} from`, kind: "estimate" },
      { id: "upper", label: `${share} to`, kind: "estimate" },
      { id: "mean", label: "Restricted mean", kind: "estimate" },
      { id: "mean-se", label: "Std. error", kind: "estimate" },
    ],
    rows: curves.map(({ label, name, curve }) => ({
      name,
      label,
      cells: [
        curve.n,
        curve.events,
        curve.median.time,
        curve.median.lower,
        curve.median.upper,
        curve.restrictedMean.mean,
        curve.restrictedMean.standardError,
      ],
    })),
  };
}

function logRankTable(curves: readonly GroupCurve[], test: LogRankTest, rho: number): ResultTable {
  return {
    id: "log-rank",
    title: `Log-rank test, ρ = ${rho}: χ² = ${formatEstimate(test.chiSquare)}, ${test.freedom} df, ${sayP(test.p)}`,
    head: "Group",
    columns: [
      { id: "n", label: "n", kind: "count" },
      { id: "observed", label: "Events", kind: "estimate" },
      { id: "expected", label: "Expected", kind: "estimate" },
    ],
    rows: test.groups.map((one, i) => ({
      name: curves[i]?.name ?? "",
      label: curves[i]?.label ?? "",
      cells: [one.n, one.observed, one.expected],
    })),
  };
}

/** Returns a curve as a table, a row a time. */
export function curveTable({ label, name, curve }: GroupCurve): ResultTable {
  return {
    id: `curve-${name}`,
    title: `${label}: the curve`,
    head: "Years",
    columns: [
      { id: "at-risk", label: "At risk", kind: "count" },
      { id: "events", label: "Events", kind: "count" },
      { id: "censored", label: "Last seen", kind: "count" },
      { id: "survival", label: "Share without", kind: "estimate" },
      { id: "se", label: "Std. error", kind: "estimate" },
      { id: "lower", label: "From", kind: "estimate" },
      { id: "upper", label: "To", kind: "estimate" },
      { id: "hazard", label: "Cumulative hazard", kind: "estimate" },
    ],
    rows: curve.points.map((one) => ({
      name: `${name}-${one.time}`,
      label: String(one.time),
      cells: [
        one.atRisk,
        one.events,
        one.censored,
        one.survival,
        one.standardError,
        one.lower,
        one.upper,
        one.cumulativeHazard,
      ],
    })),
  };
}

function survivalFacts(watched: readonly Watched[], test: LogRankTest | undefined): ResultFact[] {
  const facts: ResultFact[] = [
    countFact("n", "Countries", watched.length),
    countFact("events", "Events", watched.filter((one) => one.event).length),
  ];
  if (!test) return facts;
  return [
    ...facts,
    { name: "chi2", label: "Log-rank χ²", kind: "estimate", value: test.chiSquare },
    { name: "p", label: "Log-rank p", kind: "p", value: test.p },
  ];
}

/** Returns the curves as they are drawn. */
export function drawCurves(curves: readonly GroupCurve[], axis: string, time: string): CurvesFigure {
  return {
    type: "curves",
    axis,
    time,
    groups: curves.map(({ label, curve }) => ({ label, n: curve.n, points: curve.points })),
  };
}

/** Returns the interval of a median in words; a curve that never falls far enough leaves an end open. */
function sayBounds(lower: number | Missing, upper: number | Missing): string {
  if (isMissing(lower)) return "interval not known";
  return isMissing(upper)
    ? `${formatEstimate(lower)} or more`
    : `${formatEstimate(lower)} to ${formatEstimate(upper)}`;
}

/** Returns what curves say, in sentences. */
export function describeCurves(
  curves: readonly GroupCurve[],
  test: LogRankTest | undefined,
  event: string,
): string[] {
  const sentences = curves.map(({ label, curve }) => {
    const { time, lower, upper } = curve.median;
    const median = isMissing(time)
      ? `no median: ${formatResult(time, "estimate")}`
      : `median ${formatEstimate(time)} ${time === 1 ? "year" : "years"} (${sayBounds(lower, upper)})`;
    return `${label}: ${curve.events} of ${curve.n} had the event (${event}); ${median}.`;
  });
  return test ? [...sentences, `Log-rank test of equal curves: ${sayP(test.p)}.`] : sentences;
}
