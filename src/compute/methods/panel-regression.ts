import {
  type Coefficient,
  createCoefficient,
  createNoEstimate,
  DEFAULT_LEVEL,
  type NoEstimate,
} from "./estimate.ts";
import { measureLength, orthonormalize, projectOut, solveTriangle } from "./least-squares.ts";
import { sandwich } from "./positive-matrix.ts";

/** One observation of a unit in a period. */
export interface PanelRow {
  readonly unit: string;
  readonly period: number;
  readonly y: number;
  /** One number a term, in the terms' order. */
  readonly x: readonly number[];
  /** What repeats; the unit where absent. */
  readonly cluster?: string;
}

/** Which means are taken out: none (with an intercept), of units, of periods, or of both. */
export type Effects = "none" | "unit" | "period" | "two-way";

/** Classical, heteroskedasticity-robust, or clustered without (CR0) or with (CR1) the small-sample factor. */
export type ErrorKind = "classical" | "HC1" | "CR0" | "CR1";

/** A fitted regression. */
export interface PanelFit {
  readonly rows: number;
  readonly units: number;
  readonly periods: number;
  readonly clusters: number;
  /** Coefficients estimated, those of the taken-out means included. */
  readonly parameters: number;
  readonly effects: Effects;
  readonly errors: ErrorKind;
  /** In the terms' order; without effects, "(Intercept)" comes first. */
  readonly coefficients: readonly Coefficient[];
  /** Of the coefficients, of the chosen kind, by rows. */
  readonly covariance: readonly (readonly number[])[];
  readonly standardErrors: Readonly<Record<ErrorKind, readonly number[]>>;
  /** Of t: clusters − 1 for clustered errors, else rows − parameters. */
  readonly freedom: number;
  /** Share of y's variance explained, the means' included, 0 to 1. */
  readonly rSquared: number;
  /** Standard deviation of the residuals with rows − parameters, in y's unit. */
  readonly sigma: number;
}

export const INTERCEPT = "(Intercept)";

/**
 * Returns a least-squares regression of y on the terms, with the means of units, of periods or of both taken out.
 *
 * Two-way effects: y, terms and period dummies are measured from their unit's mean, then y and terms from what the dummies
 * explain of them; by Frisch, Waugh and Lovell that equals a regression with a dummy for each unit and period, in an
 * unbalanced panel, too. Errors, with e the residuals, X̃ the terms after that, N rows, K parameters, G clusters: classical
 * s²(X̃'X̃)⁻¹; HC1 with Σ e²x̃x̃' and N/(N−K); CR0 with Σ_g X̃_g'e_g e_g'X̃_g; CR1 CR0 · G/(G−1) · (N−1)/(N−K). p and
 * intervals by Student's t.
 *
 * Rows must have no missing value: leave them out first and count them. `too-few-rows`: no more rows than parameters, or
 * fewer than two clusters; `collinear`: a term that follows from the effects and the terms before it;
 * `no-variation`: y is explained to the last digit, or within each cluster, so that the errors are 0.
 *
 * Source: Frisch & Waugh (1933), Econometrica 1; MacKinnon & White (1985); Liang & Zeger (1986); Cameron & Miller (2015),
 * Journal of Human Resources 50; R's `lm`.
 */
export function fitPanel(
  rows: readonly PanelRow[],
  terms: readonly string[],
  options: { readonly effects?: Effects; readonly errors?: ErrorKind; readonly level?: number } = {},
): PanelFit | NoEstimate {
  const { effects = "two-way", errors = "CR1", level = DEFAULT_LEVEL } = options;
  const n = rows.length;
  const names = effects === "none" ? [INTERCEPT, ...terms] : terms;
  const columns = terms.map((_, j) => Float64Array.from(rows, (row) => row.x[j] ?? 0));
  if (effects === "none") columns.unshift(new Float64Array(n).fill(1));
  const takeOut = createTakeOut(rows, effects);
  const taken = columns.map((column) => takeOut.apply(column));
  const basis = orthonormalize(taken);
  const lost = names.filter(
    (_, j) =>
      basis.dependent.includes(j) || measureLength(taken[j] ?? []) < 1e-9 * measureLength(columns[j] ?? []),
  );
  if (lost.length > 0) {
    const list = lost.map((name) => `\`${name}\``).join(", ");
    return createNoEstimate(
      "collinear",
      `${list}: no variation is left beside the other terms and effects`,
      lost,
    );
  }
  const parameters = takeOut.parameters + names.length;
  if (n <= parameters) {
    return createNoEstimate("too-few-rows", `${n} rows cannot tell ${parameters} coefficients apart`);
  }
  const clusterOf = rows.map((row) => row.cluster ?? row.unit);
  const clusters = new Set(clusterOf).size;
  if (clusters < 2) return createNoEstimate("too-few-rows", "there are fewer than two clusters");

  const y = takeOut.apply(Float64Array.from(rows, (row) => row.y));
  const { rest: residuals, coefficients } = projectOut(y, basis.vectors);
  const estimates = solveTriangle(basis.triangle, coefficients);
  const squares = residuals.reduce((sum, one) => sum + one * one, 0);
  const mean = rows.reduce((sum, row) => sum + row.y, 0) / n;
  const total = rows.reduce((sum, row) => sum + (row.y - mean) ** 2, 0);
  if (squares <= 1e-20 * (total + n * mean * mean)) {
    return createNoEstimate("no-variation", "the terms explain the outcome to the last digit");
  }
  const variance = squares / (n - parameters);
  const scores = rows.map((_, i) =>
    Float64Array.from(taken, (column) => (column[i] ?? 0) * (residuals[i] ?? 0)),
  );
  const covariances = estimateCovariances(invertCrossProduct(basis.triangle), {
    scores,
    clusterOf,
    variance,
    parameters,
  });
  const rootOf = (kind: ErrorKind): number[] =>
    covariances[kind].map((row, j) => Math.sqrt(Math.max(0, row[j] ?? 0)));
  const standardErrors = {
    classical: rootOf("classical"),
    HC1: rootOf("HC1"),
    CR0: rootOf("CR0"),
    CR1: rootOf("CR1"),
  };
  if (standardErrors[errors].includes(0)) {
    return createNoEstimate("no-variation", "the residuals leave no error to estimate");
  }
  const freedom = errors === "CR0" || errors === "CR1" ? clusters - 1 : n - parameters;
  return {
    rows: n,
    units: new Set(rows.map((row) => row.unit)).size,
    periods: new Set(rows.map((row) => row.period)).size,
    clusters,
    parameters,
    effects,
    errors,
    coefficients: names.map((term, j) =>
      createCoefficient(term, estimates[j] ?? 0, {
        standardError: standardErrors[errors][j] ?? 0,
        freedom,
        level,
      }),
    ),
    covariance: covariances[errors],
    standardErrors,
    freedom,
    rSquared: total === 0 ? 0 : 1 - squares / total,
    sigma: Math.sqrt(variance),
  };
}

/** (X'X)⁻¹ from R of X = QR. */
function invertCrossProduct(triangle: readonly (readonly number[])[]): number[][] {
  const columns = triangle.map((_, j) =>
    solveTriangle(
      triangle,
      triangle.map((_, i) => (i === j ? 1 : 0)),
    ),
  );
  return triangle.map((_, i) =>
    triangle.map((_, j) => columns.reduce((sum, column) => sum + (column[i] ?? 0) * (column[j] ?? 0), 0)),
  );
}

function estimateCovariances(
  bread: readonly (readonly number[])[],
  options: {
    /** Residual times terms, of each row. */
    readonly scores: readonly Float64Array[];
    readonly clusterOf: readonly string[];
    readonly variance: number;
    readonly parameters: number;
  },
): Readonly<Record<ErrorKind, number[][]>> {
  const { scores, clusterOf, variance, parameters } = options;
  const sums = new Map<string, Float64Array>();
  for (const [i, score] of scores.entries()) {
    const name = clusterOf[i] ?? "";
    const sum = sums.get(name) ?? new Float64Array(score.length);
    sums.set(name, sum);
    for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] ?? 0) + (score[j] ?? 0);
  }
  const n = scores.length;
  const clusters = sums.size;
  const clustered = sandwich(bread, sums.values());
  return {
    classical: multiply(bread, variance),
    HC1: multiply(sandwich(bread, scores), n / (n - parameters)),
    CR0: clustered,
    CR1: multiply(clustered, ((clusters / (clusters - 1)) * (n - 1)) / (n - parameters)),
  };
}

function multiply(matrix: readonly (readonly number[])[], by: number): number[][] {
  return matrix.map((row) => row.map((value) => value * by));
}

/** Takes the chosen means out of a column, and says how many parameters they are. */
interface TakeOut {
  readonly parameters: number;
  apply(column: Float64Array): Float64Array;
}

function createTakeOut(rows: readonly PanelRow[], effects: Effects): TakeOut {
  if (effects === "none") return { parameters: 0, apply: (column) => column };
  const units = numberGroups(rows.map((row) => row.unit));
  const periods = numberGroups(rows.map((row) => row.period));
  if (effects !== "two-way") {
    const groups = effects === "unit" ? units : periods;
    return { parameters: groups.count, apply: (column) => subtractMeans(column, groups) };
  }
  const dummies = Array.from({ length: periods.count - 1 }, (_, k) =>
    subtractMeans(
      Float64Array.from(periods.of, (period) => (period === k + 1 ? 1 : 0)),
      units,
    ),
  );
  const { vectors } = orthonormalize(dummies);
  return {
    parameters: units.count + vectors.length,
    apply: (column) => projectOut(subtractMeans(column, units), vectors).rest,
  };
}

interface Groups {
  readonly of: Int32Array;
  readonly count: number;
}

function numberGroups(names: readonly (string | number)[]): Groups {
  const numbers = new Map([...new Set(names)].map((name, i) => [name, i]));
  return { of: Int32Array.from(names, (name) => numbers.get(name) ?? 0), count: numbers.size };
}

function subtractMeans(column: Float64Array, groups: Groups): Float64Array {
  const sums = new Float64Array(groups.count);
  const counts = new Float64Array(groups.count);
  for (const [i, group] of groups.of.entries()) {
    sums[group] = (sums[group] ?? 0) + (column[i] ?? 0);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return column.map((value, i) => {
    const group = groups.of[i] ?? 0;
    return value - (sums[group] ?? 0) / (counts[group] ?? 1);
  });
}
