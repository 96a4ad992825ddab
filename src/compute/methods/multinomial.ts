import {
  type Coefficient,
  createCoefficient,
  createNoEstimate,
  DEFAULT_LEVEL,
  type NoEstimate,
} from "./estimate.ts";
import { dot, factorPositive, sandwich } from "./positive-matrix.ts";

/** An observation with one of several outcomes. */
export interface ChoiceRow {
  /** Place of the outcome among the outcomes. */
  readonly outcome: number;
  /** One number a term, in the terms' order. */
  readonly x: readonly number[];
  /** What repeats: rows of one cluster are not independent. */
  readonly cluster: string;
  /** For each outcome whether it could have come; all could where absent. The first always can. */
  readonly possible?: readonly boolean[];
}

/** A log odds of an outcome against the first. */
export interface ChoiceCoefficient extends Coefficient {
  readonly outcome: string;
}

/** By how much the probability of an outcome changes on average as a term grows by 1, or from 0 to 1 where it is 0 or 1 only. */
export interface AverageChange extends Coefficient {
  readonly outcome: string;
  readonly isFromZeroToOne: boolean;
}

/** A fitted multinomial logit. */
export interface MultinomialFit {
  readonly rows: number;
  readonly clusters: number;
  /** How many rows have each outcome, in the outcomes' order. */
  readonly counts: readonly number[];
  /** By outcome after the first, the intercept and then the terms; without those in `leftOut`. */
  readonly coefficients: readonly ChoiceCoefficient[];
  /** Of the coefficients, by rows. */
  readonly covariance: readonly (readonly number[])[];
  /** By term and outcome, the first outcome's too. */
  readonly changes: readonly AverageChange[];
  /** Coefficients held at 0: the term does not vary where the outcome is possible. */
  readonly leftOut: readonly { readonly outcome: string; readonly term: string }[];
  /** At the maximum, and of a model with intercepts only. */
  readonly logLikelihood: { readonly empty: number; readonly fitted: number };
  readonly iterations: number;
}

export const INTERCEPT = "(Intercept)";

const MAX_ITERATIONS = 60;
/** A standard deviation of a term that multiplies odds by e¹⁵ is no finite estimate. */
const LARGEST_SCALED = 15;

/**
 * Returns a multinomial logit P(k|x) ∝ exp(αₖ + βₖx), with α and β 0 for the first outcome, fitted by Newton's method.
 *
 * Of a row with `possible`, only the outcomes that could have come compete, as in a conditional logit. With outcomes "same",
 * "down" and "up" and this period's state among the terms it is a discrete-time model of transitions with covariates. Errors
 * are from the inverse information, or clustered: the grouped sandwich without a small-sample factor; p and intervals by the
 * normal distribution. Average changes are means over the rows of P(k|x with the term one higher, or 1) − P(k|x, or 0),
 * their errors by the delta method.
 *
 * Rows must have no missing value. `too-few-rows`: none, or fewer than two clusters; `no-events`: an outcome that never
 * comes; `collinear`: a term that follows from the others where an outcome is possible; `separation`: the likelihood keeps
 * rising as a coefficient grows; `no-convergence`: no maximum in 60 steps.
 *
 * Source: McFadden (1974), "Conditional Logit Analysis of Qualitative Choice Behavior"; Allison (1982), "Discrete-Time Methods
 * for the Analysis of Event Histories", Sociological Methodology 13; R's `nnet::multinom`.
 */
export function fitMultinomial(
  rows: readonly ChoiceRow[],
  names: { readonly terms: readonly string[]; readonly outcomes: readonly string[] },
  options: { readonly errors?: "clustered" | "model"; readonly level?: number } = {},
): MultinomialFit | NoEstimate {
  const { errors = "clustered", level = DEFAULT_LEVEL } = options;
  const { terms, outcomes } = names;
  const clusters = new Set(rows.map((row) => row.cluster)).size;
  if (clusters < 2) return createNoEstimate("too-few-rows", "there are fewer than two clusters");
  const counts = outcomes.map((_, k) => rows.filter((row) => row.outcome === k).length);
  const never = outcomes.filter((_, k) => counts[k] === 0);
  if (never.length > 0) return createNoEstimate("no-events", `\`${never.join("`, `")}\` never comes`, never);
  const design = createDesign(rows, terms.length, outcomes.length);
  const climb = maximize(design, names);
  if ("missing" in climb) return climb;
  const { beta, pass, iterations } = climb;

  const inverse = factorPositive(pass.information).invert();
  const scaled = errors === "model" ? inverse : sandwich(inverse, clusterScores(design, beta));
  const turn = unscalingOf(design);
  const covariance = turn.map((row) =>
    turn.map((other) =>
      dot(
        row,
        scaled.map((line) => dot(line, other)),
      ),
    ),
  );
  const estimates = turn.map((row) => dot(row, beta));
  const coefficients = design.parameters.map(
    ({ outcome, term }, i): ChoiceCoefficient => ({
      ...createCoefficient(term === 0 ? INTERCEPT : (terms[term - 1] ?? ""), estimates[i] ?? 0, {
        standardError: Math.sqrt(covariance[i]?.[i] ?? 0),
        level,
      }),
      outcome: outcomes[outcome] ?? "",
    }),
  );
  return {
    rows: rows.length,
    clusters,
    counts,
    coefficients,
    covariance,
    changes: averageChanges(design, names, { estimates, covariance, level }),
    leftOut: design.leftOut.map(({ outcome, term }) => ({
      outcome: outcomes[outcome] ?? "",
      term: terms[term - 1] ?? "",
    })),
    logLikelihood: { empty: climb.empty, fitted: pass.logLikelihood },
    iterations,
  };
}

/** A coefficient: of which outcome, of which term; 0 is the intercept. */
interface Parameter {
  readonly outcome: number;
  readonly term: number;
}

interface Design {
  readonly rows: readonly ChoiceRow[];
  readonly outcomes: number;
  /** Each row's terms as they are, after a 1. */
  readonly raw: readonly (readonly number[])[];
  /** The same, each term less its mean over its standard deviation. */
  readonly x: readonly (readonly number[])[];
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly parameters: readonly Parameter[];
  readonly leftOut: readonly Parameter[];
}

function createDesign(rows: readonly ChoiceRow[], terms: number, outcomes: number): Design {
  const raw = rows.map((row) => [1, ...row.x]);
  const columns = Array.from({ length: terms + 1 }, (_, j) => raw.map((row) => row[j] ?? 0));
  const means = columns.map((column, j) =>
    j === 0 ? 0 : column.reduce((sum, one) => sum + one, 0) / rows.length,
  );
  const scales = columns.map((column, j) => {
    const squares = column.reduce((sum, one) => sum + (one - (means[j] ?? 0)) ** 2, 0);
    return j === 0 ? 1 : Math.sqrt(squares / rows.length) || 1;
  });
  const parameters: Parameter[] = [];
  const leftOut: Parameter[] = [];
  for (let outcome = 1; outcome < outcomes; outcome++) {
    const able = rows.flatMap((row, i) => (isPossible(row, outcome) ? [i] : []));
    for (let term = 0; term <= terms; term++) {
      const first = raw[able[0] ?? 0]?.[term];
      const varies = term === 0 || able.some((i) => raw[i]?.[term] !== first);
      (varies ? parameters : leftOut).push({ outcome, term });
    }
  }
  const x = raw.map((row) => row.map((value, j) => (value - (means[j] ?? 0)) / (scales[j] ?? 1)));
  return { rows, outcomes, raw, x, means, scales, parameters, leftOut };
}

function isPossible(row: ChoiceRow, outcome: number): boolean {
  return row.possible?.[outcome] ?? true;
}

/** Returns the probability of each outcome for a row whose terms, after a 1, are `x`. */
function probabilities(
  design: Design,
  row: ChoiceRow,
  x: readonly number[],
  beta: readonly number[],
): number[] {
  const { outcomes, parameters } = design;
  const weights = new Array<number>(outcomes).fill(0);
  for (let i = 0; i < parameters.length; i++) {
    const { outcome, term } = parameters[i] as Parameter;
    weights[outcome] = (weights[outcome] ?? 0) + (beta[i] ?? 0) * (x[term] ?? 0);
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < outcomes; k++) if (isPossible(row, k)) most = Math.max(most, weights[k] ?? 0);
  let sum = 0;
  for (let k = 0; k < outcomes; k++) {
    weights[k] = isPossible(row, k) ? Math.exp((weights[k] ?? 0) - most) : 0;
    sum += weights[k] ?? 0;
  }
  for (let k = 0; k < outcomes; k++) weights[k] = (weights[k] ?? 0) / sum;
  return weights;
}

interface Pass {
  readonly logLikelihood: number;
  readonly score: number[];
  readonly information: number[][];
}

function passRows(design: Design, beta: readonly number[]): Pass {
  const { parameters } = design;
  const score = parameters.map(() => 0);
  const information = parameters.map(() => new Array<number>(parameters.length).fill(0));
  let logLikelihood = 0;
  for (const [r, row] of design.rows.entries()) {
    const x = design.x[r] ?? [];
    const p = probabilities(design, row, x, beta);
    logLikelihood += Math.log(p[row.outcome] ?? 0);
    for (let i = 0; i < parameters.length; i++) {
      const { outcome, term } = parameters[i] as Parameter;
      const xi = x[term] ?? 0;
      const pk = p[outcome] ?? 0;
      score[i] = (score[i] ?? 0) + ((row.outcome === outcome ? 1 : 0) - pk) * xi;
      const line = information[i] ?? [];
      for (let j = 0; j <= i; j++) {
        const other = parameters[j] as Parameter;
        const share = pk * ((other.outcome === outcome ? 1 : 0) - (p[other.outcome] ?? 0));
        line[j] = (line[j] ?? 0) + share * xi * (x[other.term] ?? 0);
      }
    }
  }
  for (const [i, line] of information.entries()) {
    for (let j = i + 1; j < line.length; j++) line[j] = information[j]?.[i] ?? 0;
  }
  return { logLikelihood, score, information };
}

/** Newton's method with halved steps, from 0; first for the intercepts alone. */
function maximize(
  design: Design,
  { terms, outcomes }: { readonly terms: readonly string[]; readonly outcomes: readonly string[] },
):
  | {
      readonly beta: readonly number[];
      readonly pass: Pass;
      readonly iterations: number;
      readonly empty: number;
    }
  | NoEstimate {
  const nameOf = ({ outcome, term }: Parameter): string =>
    `${outcomes[outcome]}: ${term === 0 ? INTERCEPT : terms[term - 1]}`;
  const bare = { ...design, parameters: design.parameters.filter(({ term }) => term === 0) };
  const empty = climbFrom(bare);
  if (empty === undefined)
    return createNoEstimate("no-convergence", "no maximum was found for the intercepts");
  const dependent = factorPositive(
    passRows(
      design,
      design.parameters.map(() => 0),
    ).information,
  ).dependent;
  if (dependent.length > 0) {
    const at = dependent.map((i) => nameOf(design.parameters[i] as Parameter));
    return createNoEstimate("collinear", `\`${at.join("`, `")}\`: follows from the other terms`, at);
  }
  const found = climbFrom(design);
  if (found === undefined) return createNoEstimate("no-convergence", `no maximum in ${MAX_ITERATIONS} steps`);
  const apart = design.parameters.filter((_, i) => Math.abs(found.beta[i] ?? 0) > LARGEST_SCALED).map(nameOf);
  if (apart.length > 0) {
    return createNoEstimate(
      "separation",
      `\`${apart.join("`, `")}\` grows without end: the term tells the outcome exactly`,
      apart,
    );
  }
  return { ...found, empty: empty.pass.logLikelihood };
}

function climbFrom(design: Design): { beta: number[]; pass: Pass; iterations: number } | undefined {
  let beta = design.parameters.map(() => 0);
  let pass = passRows(design, beta);
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const step = factorPositive(pass.information).solve(pass.score);
    let share = 1;
    let next = beta.map((one, i) => one + (step[i] ?? 0));
    let after = passRows(design, next);
    while (
      !(after.logLikelihood >= pass.logLikelihood - 1e-12 * Math.abs(pass.logLikelihood)) &&
      share > 1e-8
    ) {
      share /= 2;
      next = beta.map((one, i) => one + share * (step[i] ?? 0));
      after = passRows(design, next);
    }
    const gain = dot(step, pass.score);
    [beta, pass] = [next, after];
    const isFar = beta.some((one) => Math.abs(one) > LARGEST_SCALED);
    if (gain < 1e-18 * (1 + Math.abs(pass.logLikelihood)) || isFar) return { beta, pass, iterations };
  }
  return undefined;
}

/** Each cluster's sum of the rows' scores, of the scaled terms. */
function clusterScores(design: Design, beta: readonly number[]): Iterable<Float64Array> {
  const sums = new Map<string, Float64Array>();
  for (const [r, row] of design.rows.entries()) {
    const x = design.x[r] ?? [];
    const p = probabilities(design, row, x, beta);
    const sum = sums.get(row.cluster) ?? new Float64Array(design.parameters.length);
    sums.set(row.cluster, sum);
    for (const [i, { outcome, term }] of design.parameters.entries()) {
      sum[i] = (sum[i] ?? 0) + ((row.outcome === outcome ? 1 : 0) - (p[outcome] ?? 0)) * (x[term] ?? 0);
    }
  }
  return sums.values();
}

/** The matrix that turns coefficients of scaled terms into those of the terms as they are. */
function unscalingOf({ parameters, means, scales }: Design): number[][] {
  return parameters.map((to) =>
    parameters.map((from) => {
      if (from.outcome !== to.outcome) return 0;
      if (from.term === to.term) return 1 / (scales[to.term] ?? 1);
      return to.term === 0 ? -(means[from.term] ?? 0) / (scales[from.term] ?? 1) : 0;
    }),
  );
}

function averageChanges(
  design: Design,
  { terms, outcomes }: { readonly terms: readonly string[]; readonly outcomes: readonly string[] },
  fit: {
    readonly estimates: readonly number[];
    readonly covariance: readonly (readonly number[])[];
    readonly level: number;
  },
): AverageChange[] {
  return terms.flatMap((term, j) => {
    const isBinary = design.raw.every((row) => row[j + 1] === 0 || row[j + 1] === 1);
    const low = averageAt(design, fit.estimates, (row) => (isBinary ? replace(row, j + 1, 0) : row));
    const high = averageAt(design, fit.estimates, (row) =>
      replace(row, j + 1, isBinary ? 1 : (row[j + 1] ?? 0) + 1),
    );
    return outcomes.flatMap((outcome, k): AverageChange[] => {
      const slope = (high.slopes[k] ?? []).map((one, i) => one - (low.slopes[k]?.[i] ?? 0));
      const variance = dot(
        slope,
        fit.covariance.map((row) => dot(row, slope)),
      );
      if (!(variance > 0)) return [];
      const estimate = (high.means[k] ?? 0) - (low.means[k] ?? 0);
      const coefficient = createCoefficient(term, estimate, {
        standardError: Math.sqrt(variance),
        level: fit.level,
      });
      return [{ ...coefficient, outcome, isFromZeroToOne: isBinary }];
    });
  });
}

function replace(row: readonly number[], at: number, value: number): number[] {
  return row.map((one, j) => (j === at ? value : one));
}

/** Mean probabilities over the rows as `change` makes them, with their slopes in the coefficients. */
function averageAt(
  design: Design,
  estimates: readonly number[],
  change: (row: readonly number[]) => readonly number[],
): { means: number[]; slopes: number[][] } {
  const n = design.rows.length;
  const means = new Array<number>(design.outcomes).fill(0);
  const slopes = means.map(() => new Array<number>(design.parameters.length).fill(0));
  for (const [r, row] of design.rows.entries()) {
    const x = change(design.raw[r] ?? []);
    const p = probabilities(design, row, x, estimates);
    for (let k = 0; k < p.length; k++) {
      const pk = p[k] ?? 0;
      means[k] = (means[k] ?? 0) + pk / n;
      const slope = slopes[k] ?? [];
      for (let i = 0; i < slope.length; i++) {
        const { outcome, term } = design.parameters[i] as Parameter;
        slope[i] =
          (slope[i] ?? 0) + (pk * ((outcome === k ? 1 : 0) - (p[outcome] ?? 0)) * (x[term] ?? 0)) / n;
      }
    }
  }
  return { means, slopes };
}
