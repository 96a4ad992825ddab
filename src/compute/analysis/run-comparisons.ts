import { isMissing } from "../../base/missing.ts";
import type {
  AnalysisUnit,
  AnalysisVariable,
  CorrelationAnalysis,
  MeanDifferenceAnalysis,
} from "../../model/analysis.ts";
import { nameOf } from "../casebook-index.ts";
import { correlate, correlateRanks } from "../correlation.ts";
import { createNoEstimate } from "../methods/estimate.ts";
import { computeMeanDifference } from "../methods/mean-difference.ts";
import type { MethodOutcome, ResultData } from "./result.ts";
import {
  capitalize,
  coefficientColumns,
  countFact,
  formatEstimate,
  formatLevel,
  formatResult,
  sayEstimate,
  sayP,
} from "./result-words.ts";
import {
  accountOf,
  type CompleteRows,
  completeRows,
  nameVariable,
  type SampleFrame,
  type SampleRow,
} from "./sample.ts";

const UNITS: Readonly<Record<AnalysisUnit, string>> = {
  "country-year": "country-years",
  country: "countries",
};

/** Returns the rows of two variables, as country-years or as means of countries. */
function pairRows(
  sample: SampleFrame,
  variables: readonly AnalysisVariable[],
  unit: AnalysisUnit,
): CompleteRows & { readonly units: readonly SampleRow[] } {
  const complete = completeRows(sample, variables);
  return { ...complete, units: unit === "country" ? averageByCountry(complete.rows) : complete.rows };
}

function averageByCountry(rows: readonly SampleRow[]): SampleRow[] {
  const groups = new Map<string, SampleRow[]>();
  for (const row of rows) groups.set(row.country, [...(groups.get(row.country) ?? []), row]);
  return [...groups].map(([country, own]) => ({
    country,
    year: own[0]?.year ?? 0,
    x: (own[0]?.x ?? []).map((_, j) => own.reduce((sum, row) => sum + (row.x[j] ?? 0), 0) / own.length),
  }));
}

function tabulate(rows: readonly SampleRow[], variables: readonly AnalysisVariable[]): ResultData {
  return {
    columns: ["country", "year", ...variables.map((one) => one.name)],
    rows: rows.map(({ country, year, x }) => [country, year, ...x]),
  };
}

/** Returns the difference in means of an analysis. A country that is in both groups over time counts in each. */
export function runMeanDifference(sample: SampleFrame, analysis: MeanDifferenceAnalysis): MethodOutcome {
  const { index } = sample.frame;
  const { outcome, by, unit, variances, level } = analysis;
  const { rows, considered, drops } = completeRows(sample, [outcome, by]);
  const groups = [true, false].map((isIn) => {
    const own = rows.filter((row) => (row.x[1] ?? 0) > 0 === isIn);
    return (unit === "country" ? averageByCountry(own) : own).map((row) => row.x[0] ?? 0);
  });
  const n = (groups[0]?.length ?? 0) + (groups[1]?.length ?? 0);
  const account = accountOf(sample, rows, { considered, drops, rowsAre: UNITS[unit], rows: n });
  const found = computeMeanDifference(groups[0] ?? [], groups[1] ?? [], { variances, level });
  if (isMissing(found)) return { account, problem: found };
  const [y, label] = [capitalize(nameVariable(index, outcome)), capitalize(nameVariable(index, by))];
  const { first, second, freedom } = found;
  const means = [
    { name: "yes", label: `${label}: yes`, of: first },
    { name: "no", label: `${label}: no`, of: second },
  ];
  return {
    account,
    tables: [
      {
        id: "difference",
        title: `${y}: first group less second, ${variances === "welch" ? "Welch’s test" : "pooled variances"}`,
        head: "",
        columns: coefficientColumns(level, "t"),
        rows: [
          {
            name: "difference",
            label: "Difference in means",
            cells: [found.estimate, found.standardError, found.lower, found.upper, found.statistic, found.p],
          },
        ],
      },
      {
        id: "groups",
        title: `${y} by group`,
        head: "Group",
        columns: [
          { id: "n", label: "n", kind: "count" },
          { id: "mean", label: "Mean", kind: "estimate" },
          { id: "sd", label: "Std. deviation", kind: "estimate" },
        ],
        rows: means.map((one) => ({
          name: one.name,
          label: one.label,
          cells: [one.of.n, one.of.mean, one.of.standardDeviation],
        })),
      },
    ],
    data: tabulate(rows, [outcome, by]),
    facts: [
      countFact("n", capitalize(UNITS[unit]), n),
      { name: "df", label: "Degrees of freedom", kind: "estimate", value: freedom },
    ],
    figure: {
      type: "forest",
      items: [
        { label: "Difference in means", estimate: found.estimate, lower: found.lower, upper: found.upper },
      ],
      axis: `${y}, with a ${formatLevel(level)} interval`,
      reference: 0,
    },
    summary: [
      ...means.map(
        (one) =>
          `${one.label}: mean ${y.toLowerCase()} ${formatEstimate(one.of.mean)} over ${one.of.n} ${UNITS[unit]}.`,
      ),
      `Difference: ${sayEstimate(found)}.`,
    ],
    ...(unit === "country-year"
      ? {
          caveats: [
            "The test takes the years of one country as independent, which they are not: its error is too small. With `unit: country` each country counts once.",
          ],
        }
      : {}),
  };
}

/** Returns the correlation of an analysis. */
export function runCorrelation(sample: SampleFrame, analysis: CorrelationAnalysis): MethodOutcome {
  const { index } = sample.frame;
  const { outcome, with: other, unit, kind, level } = analysis;
  const { rows, units, considered, drops } = pairRows(sample, [outcome, other], unit);
  const account = accountOf(sample, rows, { considered, drops, rowsAre: UNITS[unit], rows: units.length });
  const pairs = units.map((row) => [row.x[1] ?? 0, row.x[0] ?? 0] as const);
  const found = kind === "spearman" ? correlateRanks(pairs, level) : correlate(pairs, level);
  if (isMissing(found)) {
    const detail = found.detail ?? "no correlation";
    return {
      account,
      problem: createNoEstimate(detail.includes("vary") ? "no-variation" : "too-few-rows", detail),
    };
  }
  const [y, x] = [capitalize(nameVariable(index, outcome)), capitalize(nameVariable(index, other))];
  const name = kind === "spearman" ? "Spearman’s ρ" : "Pearson’s r";
  const [lower, upper] = isMissing(found.interval) ? [found.interval, found.interval] : found.interval;
  const share = formatLevel(level);
  return {
    account,
    tables: [
      {
        id: "correlation",
        title: `${y} and ${x.toLowerCase()}`,
        head: "",
        columns: [
          { id: "estimate", label: name, kind: "estimate" },
          { id: "lower", label: `${share} from`, kind: "estimate" },
          { id: "upper", label: `${share} to`, kind: "estimate" },
          { id: "p", label: "p", kind: "p" },
          { id: "pairs", label: "Pairs", kind: "count" },
        ],
        rows: [
          { name: "correlation", label: "Correlation", cells: [found.r, lower, upper, found.p, found.pairs] },
        ],
      },
    ],
    data: tabulate(rows, [outcome, other]),
    facts: [countFact("n", capitalize(UNITS[unit]), found.pairs)],
    figure: {
      type: "scatter",
      comparison: {
        x: { label: x },
        y: { label: y },
        points: units.map((row) => ({
          country: row.country,
          name: nameOf(index.casebook, row.country) + (unit === "country" ? "" : `, ${row.year}`),
          x: row.x[1] ?? 0,
          y: row.x[0] ?? 0,
        })),
        missing: [],
        correlation: found,
      },
    },
    summary: [
      `${name} of ${y.toLowerCase()} and ${x.toLowerCase()} over ${found.pairs} ${UNITS[unit]}: ${formatEstimate(found.r)} (${formatResult(lower, "estimate")} to ${formatResult(upper, "estimate")}; ${isMissing(found.p) ? "no p" : sayP(found.p)}).`,
    ],
    ...(unit === "country-year"
      ? {
          caveats: [
            "The test takes the years of one country as independent, which they are not: its interval is too narrow. With `unit: country` each country counts once.",
          ],
        }
      : {}),
  };
}
