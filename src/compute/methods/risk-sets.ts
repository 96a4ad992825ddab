import type { Duration } from "./kaplan-meier.ts";

/** How tied events are treated. */
export type Ties = "efron" | "breslow";

/** Rows of a counting process laid out for fast passes: sorted once, covariates centred and scaled. */
export interface RiskDesign {
  readonly rows: number;
  readonly covariates: number;
  /** Row after row, each covariate minus its mean, over its standard deviation. */
  readonly x: Float64Array;
  readonly start: Float64Array;
  readonly stop: Float64Array;
  readonly event: Uint8Array;
  readonly means: readonly number[];
  /** 1 for a covariate that does not vary. */
  readonly scales: readonly number[];
  /** Row numbers, last `stop` first. */
  readonly byStop: Uint32Array;
  /** Row numbers, last `start` first. */
  readonly byStart: Uint32Array;
}

/** Returns the layout of rows whose covariates stand in `x`, each row with `covariates` of them. */
export function createRiskDesign(
  rows: readonly (Duration & { readonly x: readonly number[] })[],
  covariates: number,
): RiskDesign {
  const n = rows.length;
  const columns = Array.from({ length: covariates }, (_, j) => rows.map((row) => row.x[j] ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / n);
  const scales = columns.map((column, j) => {
    const squares = column.reduce((sum, value) => sum + (value - (means[j] ?? 0)) ** 2, 0);
    return Math.sqrt(squares / n) || 1;
  });
  const x = new Float64Array(n * covariates);
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < covariates; j++) {
      x[i * covariates + j] = ((row.x[j] ?? 0) - (means[j] ?? 0)) / (scales[j] ?? 1);
    }
  }
  const start = Float64Array.from(rows, (row) => row.start ?? 0);
  const stop = Float64Array.from(rows, (row) => row.stop);
  const latestFirst = (times: Float64Array): Uint32Array =>
    Uint32Array.from(rows.keys()).sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0));
  return {
    rows: n,
    covariates,
    x,
    start,
    stop,
    event: Uint8Array.from(rows, (row) => (row.event ? 1 : 0)),
    means,
    scales,
    byStop: latestFirst(stop),
    byStart: latestFirst(start),
  };
}

/** What one time of events adds, with d tied events and their steps k = 0…d−1 (all alike for Breslow's ties). */
export interface EventTime {
  readonly time: number;
  readonly events: number;
  /** Σ (x − x̄ₖ) over the events. */
  readonly score: Float64Array;
  /** Σₖ of the weighted covariance of x among those at risk, by rows. */
  readonly information: Float64Array;
  /** Σₖ 1/S₀ₖ and Σₖ x̄ₖ/S₀ₖ. */
  readonly hazard: number;
  readonly hazardMean: Float64Array;
  /** The same sums with each step weighted k/d: by how much less a tied event itself is at risk. */
  readonly tieHazard: number;
  readonly tieHazardMean: Float64Array;
  /** Σₖ x̄ₖ / d. */
  readonly mean: Float64Array;
}

/** The partial likelihood at some coefficients. */
export interface LikelihoodPass {
  readonly logLikelihood: number;
  /** Of the scaled covariates. */
  readonly score: number[];
  readonly information: number[][];
  /** Latest first. */
  readonly times: readonly EventTime[];
  /** Each row's exp(η − shift), η its linear predictor. */
  readonly risk: Float64Array;
  readonly shift: number;
}

/**
 * Returns log-likelihood, score and information of Cox's partial likelihood for scaled coefficients `beta`, in one pass from
 * the last time back: rows enter the running sums at their `stop` and leave them at their `start`.
 *
 * Source: Therneau & Grambsch (2000), Modeling Survival Data, 3.3; Efron (1977), JASA 72; Breslow (1974), Biometrics 30.
 */
export function passRiskSets(design: RiskDesign, beta: readonly number[], ties: Ties): LikelihoodPass {
  const { rows, covariates: p, x, start, stop, event, byStop, byStart } = design;
  const eta = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += (x[i * p + j] ?? 0) * (beta[j] ?? 0);
    eta[i] = sum;
  }
  const shift = eta.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  const risk = eta.map((one) => Math.exp(one - shift));
  const atRisk = createSums(p);
  const dying = createSums(p);
  const score = new Array<number>(p).fill(0);
  const information = score.map(() => new Array<number>(p).fill(0));
  const times: EventTime[] = [];
  let logLikelihood = 0;
  let entering = 0;
  let leaving = 0;
  while (entering < rows) {
    const time = stop[byStop[entering] ?? 0] ?? 0;
    clearSums(dying);
    let events = 0;
    let eventEta = 0;
    for (; entering < rows && stop[byStop[entering] ?? 0] === time; entering++) {
      const i = byStop[entering] ?? 0;
      addToSums(atRisk, x, i, risk[i] ?? 0, 1);
      if (event[i] === 0) continue;
      events++;
      eventEta += (eta[i] ?? 0) - shift;
      addToSums(dying, x, i, risk[i] ?? 0, 1);
      for (let j = 0; j < p; j++) dying.plain[j] = (dying.plain[j] ?? 0) + (x[i * p + j] ?? 0);
    }
    for (; leaving < rows && (start[byStart[leaving] ?? 0] ?? 0) >= time; leaving++) {
      const i = byStart[leaving] ?? 0;
      addToSums(atRisk, x, i, risk[i] ?? 0, -1);
    }
    // Nobody left: what rounding left behind goes too.
    if (entering === leaving) clearSums(atRisk);
    if (events === 0) continue;
    logLikelihood += eventEta;
    const one = sumSteps(atRisk, dying, { time, events, ties });
    logLikelihood -= one.logSums;
    times.push(one);
    for (let j = 0; j < p; j++) {
      score[j] = (score[j] ?? 0) + (one.score[j] ?? 0);
      const row = information[j] ?? [];
      for (let k = 0; k < p; k++) row[k] = (row[k] ?? 0) + (one.information[j * p + k] ?? 0);
    }
  }
  return { logLikelihood, score, information, times, risk, shift };
}

/** Σ r, Σ rx, Σ rxxᵀ (lower half, by rows) and, of events, Σ x. */
interface Sums {
  weight: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly plain: Float64Array;
}

function createSums(p: number): Sums {
  return {
    weight: 0,
    first: new Float64Array(p),
    second: new Float64Array(p * p),
    plain: new Float64Array(p),
  };
}

function clearSums(sums: Sums): void {
  sums.weight = 0;
  sums.first.fill(0);
  sums.second.fill(0);
  sums.plain.fill(0);
}

function addToSums(sums: Sums, x: Float64Array, row: number, risk: number, sign: 1 | -1): void {
  const { first, second } = sums;
  const p = first.length;
  sums.weight += sign * risk;
  for (let j = 0; j < p; j++) {
    const value = sign * risk * (x[row * p + j] ?? 0);
    first[j] = (first[j] ?? 0) + value;
    for (let k = 0; k <= j; k++) second[j * p + k] = (second[j * p + k] ?? 0) + value * (x[row * p + k] ?? 0);
  }
}

function sumSteps(
  atRisk: Sums,
  dying: Sums,
  { time, events, ties }: { readonly time: number; readonly events: number; readonly ties: Ties },
): EventTime & { readonly logSums: number } {
  const p = atRisk.first.length;
  const score = dying.plain.slice();
  const information = new Float64Array(p * p);
  const hazardMean = new Float64Array(p);
  const tieHazardMean = new Float64Array(p);
  const mean = new Float64Array(p);
  const stepMean = new Float64Array(p);
  let hazard = 0;
  let tieHazard = 0;
  let logSums = 0;
  // Breslow's steps are all the first.
  const steps = ties === "efron" ? events : 1;
  const weight = events / steps;
  for (let step = 0; step < steps; step++) {
    const share = step / steps;
    const sum = atRisk.weight - share * dying.weight;
    logSums += weight * Math.log(sum);
    hazard += weight / sum;
    tieHazard += (weight * share) / sum;
    for (let j = 0; j < p; j++) {
      const average = ((atRisk.first[j] ?? 0) - share * (dying.first[j] ?? 0)) / sum;
      stepMean[j] = average;
      score[j] = (score[j] ?? 0) - weight * average;
      mean[j] = (mean[j] ?? 0) + average / steps;
      hazardMean[j] = (hazardMean[j] ?? 0) + (weight * average) / sum;
      tieHazardMean[j] = (tieHazardMean[j] ?? 0) + (weight * share * average) / sum;
      for (let k = 0; k <= j; k++) {
        const at = j * p + k;
        const square = ((atRisk.second[at] ?? 0) - share * (dying.second[at] ?? 0)) / sum;
        const covariance = weight * (square - average * (stepMean[k] ?? 0));
        information[at] = (information[at] ?? 0) + covariance;
        if (k < j) information[k * p + j] = (information[k * p + j] ?? 0) + covariance;
      }
    }
  }
  return { time, events, score, information, hazard, hazardMean, tieHazard, tieHazardMean, mean, logSums };
}
