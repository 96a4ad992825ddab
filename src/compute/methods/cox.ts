import { formatCount } from "../../base/format.ts";
import { type Concordance, computeConcordance } from "./concordance.ts";
import { clusterScores } from "./cox-residuals.ts";
import { computeChiSquareTail } from "./distributions.ts";
import {
  type Coefficient,
  createCoefficient,
  createNoEstimate,
  DEFAULT_LEVEL,
  type NoEstimate,
} from "./estimate.ts";
import type { Duration } from "./kaplan-meier.ts";
import { dot, factorPositive, sandwich } from "./positive-matrix.ts";
import {
  createRiskDesign,
  type LikelihoodPass,
  passRiskSets,
  type RiskDesign,
  type Ties,
} from "./risk-sets.ts";
import { type ProportionalityTest, testProportionality } from "./schoenfeld-test.ts";

/** A stretch of time (start, stop] of one unit, with covariates that hold over it. */
export interface CoxRow extends Duration {
  /** One number a term, in the terms' order. */
  readonly x: readonly number[];
  /** What repeats: rows of one cluster are not independent, e.g. those of one country. */
  readonly cluster: string;
}

/** A log hazard ratio, with the ratio itself. Errors, p value and interval are model-based unless `robust`. */
export interface HazardCoefficient extends Coefficient {
  /** exp(estimate), and the interval's ends likewise. */
  readonly hazardRatio: number;
  readonly hazardLower: number;
  readonly hazardUpper: number;
  /** The same estimate with errors that allow for dependence within clusters. */
  readonly robust: Coefficient;
}

/** A test that all coefficients are 0. */
export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly freedom: number;
  readonly p: number;
}

/** A fitted model of Cox's. */
export interface CoxFit {
  readonly rows: number;
  readonly clusters: number;
  readonly events: number;
  readonly ties: Ties;
  /** In the order of the terms. */
  readonly coefficients: readonly HazardCoefficient[];
  /** Of the coefficients, by rows: inverse information, and clustered sandwich. */
  readonly covariance: readonly (readonly number[])[];
  readonly robustCovariance: readonly (readonly number[])[];
  readonly logLikelihood: { readonly empty: number; readonly fitted: number };
  readonly likelihoodRatio: ChiSquareTest;
  readonly wald: ChiSquareTest;
  readonly score: ChiSquareTest;
  readonly concordance: Concordance;
  /** Cumulative hazard of a row with all covariates 0, at each distinct `stop`, in order. */
  readonly baseline: readonly { readonly time: number; readonly cumulativeHazard: number }[];
  /** Whether the ratios stay the same over time. */
  readonly proportionality: ProportionalityTest;
  readonly iterations: number;
}

const MAX_ITERATIONS = 50;
/** A standard deviation of a covariate that multiplies the hazard by e¹⁵ is no finite estimate. */
const LARGEST_SCALED = 15;

/**
 * Returns Cox's proportional-hazards model λ(t|x) = λ₀(t) exp(βx), fitted by Newton's method on the partial likelihood.
 *
 * Rows are a counting process: a unit with covariates that change has one row a stretch (start, stop], its event in the last.
 * Ties by Efron's or Breslow's approximation. Robust errors are the grouped sandwich Σ_g (Σ_{i∈g} dfbetaᵢ)(…)ᵀ without a
 * small-sample factor, as in R. Hazard ratios are per unit of the covariate. The baseline hazard is Breslow's, or its Efron
 * form. The time unit is the rows'.
 *
 * Rows must have no missing value: leave them out first and count them. `too-few-rows`: none; `no-events`: no event, or none
 * while others are at risk; `collinear`: a term that does not vary among those at risk or follows from the terms before it;
 * `separation`: the likelihood keeps rising as a coefficient grows without end; `no-convergence`: no maximum in 50 steps.
 *
 * Source: Cox (1972), JRSS B 34; Lin & Wei (1989), JASA 84; Therneau & Grambsch (2000), Modeling Survival Data; R's `coxph`.
 */
export function fitCox(
  rows: readonly CoxRow[],
  terms: readonly string[],
  options: { readonly ties?: Ties; readonly level?: number } = {},
): CoxFit | NoEstimate {
  const { ties = "efron", level = DEFAULT_LEVEL } = options;
  if (rows.length === 0) return createNoEstimate("too-few-rows", "there are no rows");
  const events = rows.filter((row) => row.event).length;
  if (events === 0) return createNoEstimate("no-events", "no event happened");
  const design = createRiskDesign(rows, terms.length);
  const empty = passRiskSets(
    design,
    terms.map(() => 0),
    ties,
  );
  const { dependent } = factorPositive(empty.information);
  if (dependent.length > 0) return createCollinear(dependent.map((j) => terms[j] ?? ""));
  const climb = maximize(design, empty, { ties, terms });
  if ("missing" in climb) return climb;
  const { pass, beta, iterations } = climb;

  const inverse = factorPositive(pass.information).invert();
  const names = clusterScores(
    design,
    pass,
    rows.map((row) => row.cluster),
  );
  const scaledRobust = sandwich(inverse, names.values());
  const unscale = (matrix: readonly (readonly number[])[]): number[][] =>
    matrix.map((row, i) =>
      row.map((value, j) => value / ((design.scales[i] ?? 1) * (design.scales[j] ?? 1))),
    );
  const covariance = unscale(inverse);
  const robustCovariance = unscale(scaledRobust);
  const estimates = beta.map((one, j) => one / (design.scales[j] ?? 1));
  const test = (chiSquare: number): ChiSquareTest => ({
    chiSquare,
    freedom: terms.length,
    p: computeChiSquareTail(chiSquare, terms.length),
  });
  return {
    rows: rows.length,
    clusters: names.size,
    events,
    ties,
    coefficients: terms.map((term, j) => {
      const estimate = estimates[j] ?? 0;
      const errorOf = (matrix: readonly (readonly number[])[]): number => Math.sqrt(matrix[j]?.[j] ?? 0);
      const plain = createCoefficient(term, estimate, { standardError: errorOf(covariance), level });
      return {
        ...plain,
        hazardRatio: Math.exp(estimate),
        hazardLower: Math.exp(plain.lower),
        hazardUpper: Math.exp(plain.upper),
        robust: createCoefficient(term, estimate, { standardError: errorOf(robustCovariance), level }),
      };
    }),
    covariance,
    robustCovariance,
    logLikelihood: { empty: empty.logLikelihood, fitted: pass.logLikelihood },
    likelihoodRatio: test(2 * (pass.logLikelihood - empty.logLikelihood)),
    wald: test(
      dot(
        beta,
        pass.information.map((row) => dot(row, beta)),
      ),
    ),
    score: test(dot(empty.score, factorPositive(empty.information).solve(empty.score))),
    concordance: computeConcordance(rows, pass.risk),
    baseline: accumulateBaseline(design, pass, beta),
    proportionality: testProportionality(rows, pass, terms),
    iterations,
  };
}

function createCollinear(terms: readonly string[]): NoEstimate {
  const names = terms.map((term) => `\`${term}\``).join(", ");
  return createNoEstimate(
    "collinear",
    `${names} ${terms.length === 1 ? "does" : "do"} not vary among those at risk, or ${terms.length === 1 ? "follows" : "follow"} from the other terms`,
    terms,
  );
}

interface Climb {
  readonly pass: LikelihoodPass;
  readonly beta: readonly number[];
  readonly iterations: number;
}

/** Newton's method with halved steps, from 0. */
function maximize(
  design: RiskDesign,
  empty: LikelihoodPass,
  { ties, terms }: { readonly ties: Ties; readonly terms: readonly string[] },
): Climb | NoEstimate {
  let beta = terms.map(() => 0);
  let pass = empty;
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    const step = factorPositive(pass.information).solve(pass.score);
    let share = 1;
    let next = passRiskSets(design, move(beta, step, share), ties);
    const worst = pass.logLikelihood - 1e-10 * Math.abs(pass.logLikelihood);
    while (!(next.logLikelihood >= worst) && share > 1e-6) {
      share /= 2;
      next = passRiskSets(design, move(beta, step, share), ties);
    }
    beta = move(beta, step, share);
    pass = next;
    if (!Number.isFinite(pass.logLikelihood)) break;
    const endless = terms.filter((_, j) => Math.abs(beta[j] ?? 0) > LARGEST_SCALED);
    if (endless.length > 0) {
      return createNoEstimate(
        "separation",
        `${endless.map((term) => `\`${term}\``).join(", ")} tells events from the rest at every time, so that no finite hazard ratio fits best`,
        endless,
      );
    }
    if (share === 1 && step.every((one, j) => Math.abs(one) <= 1e-10 * Math.max(1, Math.abs(beta[j] ?? 0)))) {
      return { pass, beta, iterations: iteration };
    }
  }
  return createNoEstimate("no-convergence", `no maximum was found in ${formatCount(MAX_ITERATIONS, "step")}`);
}

function move(beta: readonly number[], step: readonly number[], share: number): number[] {
  return beta.map((one, j) => one + share * (step[j] ?? 0));
}

function accumulateBaseline(
  design: RiskDesign,
  pass: LikelihoodPass,
  beta: readonly number[],
): CoxFit["baseline"] {
  const atZero = beta.reduce(
    (sum, one, j) => sum - (one * (design.means[j] ?? 0)) / (design.scales[j] ?? 1),
    0,
  );
  const scale = Math.exp(atZero - pass.shift);
  const byTime = new Map(pass.times.map((one) => [one.time, one.hazard]));
  let sum = 0;
  return [...new Set(design.stop)]
    .sort((a, b) => a - b)
    .map((time) => {
      sum += byTime.get(time) ?? 0;
      return { time, cumulativeHazard: sum * scale };
    });
}
