import type { LikelihoodPass, RiskDesign } from "./risk-sets.ts";

/**
 * Returns each cluster's sum of score residuals (of the scaled covariates): what its rows add to the score, less what was
 * expected of them. They sum to 0 over all clusters at the maximum.
 *
 * For a row at risk over (start, stop]: δ(x − x̄(stop)) − r Σ (x − x̄ₖ)/S₀ₖ over the steps of the events in between; a tied
 * event is itself at risk with 1 − k/d in step k.
 *
 * Source: Therneau & Grambsch (2000), Modeling Survival Data, 4.6 and 7.1; R's `residuals.coxph(type = "score")`.
 */
export function clusterScores(
  design: RiskDesign,
  pass: LikelihoodPass,
  clusters: readonly string[],
): ReadonlyMap<string, Float64Array> {
  const { rows, covariates: p, x, start, stop, event } = design;
  const times = pass.times.toReversed();
  const count = times.length;
  const hazard = new Float64Array(count + 1);
  const hazardMean = new Float64Array((count + 1) * p);
  for (const [t, one] of times.entries()) {
    hazard[t + 1] = (hazard[t] ?? 0) + one.hazard;
    for (let j = 0; j < p; j++) {
      hazardMean[(t + 1) * p + j] = (hazardMean[t * p + j] ?? 0) + (one.hazardMean[j] ?? 0);
    }
  }
  const moments = Float64Array.from(times, (one) => one.time);
  const sums = new Map<string, Float64Array>();
  for (let i = 0; i < rows; i++) {
    const name = clusters[i] ?? "";
    const sum = sums.get(name) ?? new Float64Array(p);
    sums.set(name, sum);
    const risk = pass.risk[i] ?? 0;
    const from = countUpTo(moments, start[i] ?? 0);
    const to = countUpTo(moments, stop[i] ?? 0);
    const last = event[i] === 1 ? times[to - 1] : undefined;
    const whole = (hazard[to] ?? 0) - (hazard[from] ?? 0) - (last?.tieHazard ?? 0);
    for (let j = 0; j < p; j++) {
      const value = x[i * p + j] ?? 0;
      const means =
        (hazardMean[to * p + j] ?? 0) - (hazardMean[from * p + j] ?? 0) - (last?.tieHazardMean[j] ?? 0);
      const happened = last === undefined ? 0 : value - (last.mean[j] ?? 0);
      sum[j] = (sum[j] ?? 0) + happened - risk * (value * whole - means);
    }
  }
  return sums;
}

/** How many of the rising times are at or before `time`. */
function countUpTo(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
