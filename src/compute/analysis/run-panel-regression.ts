import { isMissing } from "../../base/missing.ts";
import type { RegressionAnalysis } from "../../model/analysis.ts";
import { fitPanel, INTERCEPT } from "../methods/panel-regression.ts";
import type { MethodOutcome } from "./result.ts";
import {
  capitalize,
  coefficientColumns,
  coefficientRow,
  countFact,
  forestItem,
  formatLevel,
  sayEstimate,
} from "./result-words.ts";
import { accountOf, completeRows, nameVariable, type SampleFrame } from "./sample.ts";

const EFFECTS = {
  none: "without fixed effects",
  unit: "with fixed effects of countries",
  period: "with fixed effects of years",
  "two-way": "with fixed effects of countries and years",
} as const;

const ERRORS = {
  classical: "classical",
  HC1: "heteroskedasticity-robust (HC1)",
  CR0: "clustered on country (CR0)",
  CR1: "clustered on country (CR1)",
} as const;

/** Returns the panel regression of an analysis; clusters are countries. */
export function runRegression(sample: SampleFrame, analysis: RegressionAnalysis): MethodOutcome {
  const { index } = sample.frame;
  const { outcome, treatment, controls, effects, errors, level } = analysis;
  const terms = [treatment, ...controls];
  const { rows, considered, drops } = completeRows(sample, [outcome, ...terms]);
  const account = accountOf(sample, rows, { considered, drops });
  const fit = fitPanel(
    rows.map(({ country, year, x }) => ({ unit: country, period: year, y: x[0] ?? 0, x: x.slice(1) })),
    terms.map((one) => one.name),
    { effects, errors, level },
  );
  if (isMissing(fit)) return { account, problem: fit };
  const labels = new Map(terms.map((one) => [one.name, capitalize(nameVariable(index, one))]));
  const named = fit.coefficients.map((one) => ({
    one,
    name: one.term === INTERCEPT ? "intercept" : one.term,
    label: labels.get(one.term) ?? "Intercept",
  }));
  const y = nameVariable(index, outcome);
  const first = fit.coefficients.find((one) => one.term === treatment.name) ?? fit.coefficients[0];
  return {
    account,
    tables: [
      {
        id: "coefficients",
        title: `Coefficients for ${y}, ${EFFECTS[effects]}; errors ${ERRORS[errors]}`,
        head: "Term",
        columns: coefficientColumns(level, "t"),
        rows: named.map(({ one, name, label }) => coefficientRow(name, label, one)),
      },
    ],
    data: {
      columns: ["country", "year", outcome.name, ...terms.map((one) => one.name)],
      rows: rows.map(({ country, year, x }) => [country, year, ...x]),
    },
    facts: [
      countFact("n", "Country-years", fit.rows),
      countFact("clusters", "Clusters (countries)", fit.clusters),
      countFact("parameters", "Coefficients, fixed effects included", fit.parameters),
      { name: "r2", label: "R², fixed effects included", kind: "estimate", value: fit.rSquared },
      { name: "sigma", label: "Residual standard deviation", kind: "estimate", value: fit.sigma },
    ],
    figure: {
      type: "forest",
      items: named.filter(({ name }) => name !== "intercept").map(({ one, label }) => forestItem(label, one)),
      axis: `Difference in ${y}, with ${formatLevel(level)} intervals`,
      reference: 0,
    },
    summary: [
      `${capitalize(y)}, regressed on ${[...labels.values()].map((one) => one.toLowerCase()).join(", ")} ${EFFECTS[effects]}: ${fit.rows} country-years of ${fit.units} countries.`,
      ...(first ? [`${labels.get(first.term)}: ${sayEstimate(first)}.`] : []),
    ],
  };
}
