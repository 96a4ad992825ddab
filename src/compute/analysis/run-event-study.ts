import { isMissing } from "../../base/missing.ts";
import type { EventStudyAnalysis } from "../../model/analysis.ts";
import type { Coefficient } from "../methods/estimate.ts";
import { computeEventMeans, type EventMean, findBalancedUnits } from "../methods/event-means.ts";
import { type EventEffect, type EventStudy, fitEventStudy } from "../methods/event-study.ts";
import { describeMeanReversion, type EventValue, type MeanReversion } from "../methods/mean-reversion.ts";
import { firstYearAbove } from "./happening.ts";
import type { EventFigure, MethodOutcome, ResultTable } from "./result.ts";
import {
  capitalize,
  coefficientRow,
  countFact,
  formatEstimate,
  formatLevel,
  sayEstimate,
} from "./result-words.ts";
import { accountOf, completeRows, nameVariable, type SampleFrame } from "./sample.ts";

/** Returns the event study of an analysis: means around the event, effects in two forms, and the return to the usual level. */
export function runEventStudy(sample: SampleFrame, analysis: EventStudyAnalysis): MethodOutcome {
  const { index, countries } = sample.frame;
  const { outcome, event, window, level } = analysis;
  const { rows: complete, considered, drops } = completeRows(sample, [outcome]);
  const happens = sample.column(event);
  const events = new Map<string, number>();
  const place = new Map(countries.map((country, i) => [country, i]));
  for (const country of new Set(complete.map((row) => row.country))) {
    const found = firstYearAbove(sample, happens, place.get(country) ?? 0);
    if (found.year !== undefined) events.set(country, found.year);
  }
  const rows = complete.map(({ country, year, x }): EventValue => {
    const value = sample.at(happens, place.get(country) ?? 0, year);
    return { unit: country, period: year, value: x[0] ?? 0, event: isMissing(value) ? value : value > 0 };
  });
  const account = accountOf(sample, complete, { considered, drops });
  const study = fitEventStudy(rows, events, { window, level });
  if (isMissing(study)) return { account, problem: study };
  const reversion = describeMeanReversion(rows, events);
  const means = {
    all: computeEventMeans(rows, events, { window, level }),
    balanced: computeEventMeans(rows, events, {
      window,
      level,
      among: findBalancedUnits(rows, events, window),
    }),
    change: computeEventMeans(rows, events, { window, level, relativeTo: -1 }),
  };
  const y = nameVariable(index, outcome);
  return {
    account,
    tables: [
      effectTable(
        "weighted",
        `Effects on ${y} by years from the event, each cohort’s own averaged; t−1 is 0`,
        study.weighted,
        level,
      ),
      effectTable("plain", `The same with one coefficient a distance for all cohorts`, study.plain, level),
      meanTable("means", `Mean ${y} around the event`, means.all, level),
      meanTable("balanced", "The same among countries seen in the whole window", means.balanced, level),
      meanTable("change", "Mean change since the year before the event", means.change, level),
      ...(isMissing(reversion) ? [] : [reversionTable(reversion, level)]),
    ],
    data: {
      columns: ["country", "year", outcome.name, "event_year"],
      rows: rows.map(({ unit, period, value }) => [unit, period, value, events.get(unit) ?? ""]),
    },
    facts: [
      countFact("n", "Country-years", study.rows),
      countFact("treated", "Countries with the event", study.treated),
      countFact("controls", "Countries without it", study.controls),
      countFact("cohorts", "Cohorts", study.cohorts.length),
      ...(isMissing(reversion)
        ? []
        : [
            {
              name: "dip",
              label: "Mean change in the year before the event",
              kind: "estimate" as const,
              value: reversion.dip,
            },
          ]),
    ],
    figure: drawEffects(study, y, level),
    summary: describeStudy(study, y, reversion),
    caveats: isMissing(reversion) ? [] : [reversion.note],
  };
}

function effectColumns(level: number): ResultTable["columns"] {
  const share = formatLevel(level);
  return [
    { id: "estimate", label: "Effect", kind: "estimate" },
    { id: "se", label: "Std. error", kind: "estimate" },
    { id: "lower", label: `${share} from`, kind: "estimate" },
    { id: "upper", label: `${share} to`, kind: "estimate" },
    { id: "t", label: "t", kind: "estimate" },
    { id: "p", label: "p", kind: "p" },
    { id: "n", label: "Rows", kind: "count" },
  ];
}

function effectTable(id: string, title: string, effects: readonly EventEffect[], level: number): ResultTable {
  return {
    id,
    title,
    head: "Years from the event",
    columns: effectColumns(level),
    rows: effects.map((one) => {
      const row = coefficientRow(String(one.distance), one.term, one);
      return { ...row, cells: [...row.cells, one.observations] };
    }),
  };
}

function meanTable(id: string, title: string, means: readonly EventMean[], level: number): ResultTable {
  const share = formatLevel(level);
  return {
    id,
    title,
    head: "Years from the event",
    columns: [
      { id: "n", label: "Countries", kind: "count" },
      { id: "mean", label: "Mean", kind: "estimate" },
      { id: "sd", label: "Std. deviation", kind: "estimate" },
      { id: "se", label: "Std. error", kind: "estimate" },
      { id: "lower", label: `${share} from`, kind: "estimate" },
      { id: "upper", label: `${share} to`, kind: "estimate" },
    ],
    rows: means.map((one) => ({
      name: String(one.distance),
      label: one.distance < 0 ? `t−${-one.distance}` : one.distance === 0 ? "t" : `t+${one.distance}`,
      cells: [one.n, one.mean, one.standardDeviation, one.standardError, one.lower, one.upper],
    })),
  };
}

function reversionTable(
  { effect, effectAtLevel, level: held, rows }: MeanReversion,
  level: number,
): ResultTable {
  const row = (name: string, label: string, one: Coefficient) => {
    const made = coefficientRow(name, label, one);
    return { ...made, cells: [...made.cells, rows] };
  };
  return {
    id: "reversion",
    title: "Next year’s change after an event, with fixed effects of countries and years",
    head: "Term",
    columns: effectColumns(level),
    rows: [
      row("event", "Event", effect),
      row("event-held", "Event, with the present level held", effectAtLevel),
      row("level", "Present level", held),
    ],
  };
}

function drawEffects(study: EventStudy, y: string, level: number): EventFigure {
  const line = (label: string, effects: readonly EventEffect[]) => ({
    label,
    points: [
      ...effects.map(({ distance, estimate, lower, upper }) => ({ distance, value: estimate, lower, upper })),
      BASE,
    ].sort((a, b) => a.distance - b.distance),
  });
  return {
    type: "event-study",
    axis: `Effect on ${y}, against the year before; ${formatLevel(level)} intervals`,
    lines: [line("Cohort-weighted", study.weighted), line("Plain", study.plain)],
  };
}

const BASE = { distance: -1, value: 0, lower: 0, upper: 0 };

function describeStudy(
  study: EventStudy,
  y: string,
  reversion: ReturnType<typeof describeMeanReversion>,
): string[] {
  const before = study.weighted.filter((one) => one.distance < -1);
  const apart = before.filter((one) => one.lower > 0 || one.upper < 0);
  const after = study.weighted.find((one) => one.distance === 1);
  return [
    `${capitalize(y)} around the event: ${study.treated} countries with it, ${study.controls} without it as controls, ${study.cohorts.length} cohorts.`,
    before.length === 0
      ? "No year before t−1 is looked at, so that nothing can be said of the trends before."
      : apart.length === 0
        ? "In the years before, countries with the event do not differ from the controls beyond chance; that is a check of parallel trends, not a proof."
        : `Already before the event countries differ from the controls (${apart.map((one) => one.term).join(", ")}): what comes after is not to be read as its effect.`,
    ...(after ? [`One year after: ${sayEstimate(after)}, cohort-weighted.`] : []),
    ...(isMissing(reversion) || isMissing(reversion.dip)
      ? []
      : [
          `From two years before the event to one year before, the mean changes by ${formatEstimate(reversion.dip)}.`,
        ]),
  ];
}
