import { createMissing, isMissing, type Missing } from "../../base/missing.ts";
import { computeNormalQuantile } from "./distributions.ts";
import { createNoEstimate, DEFAULT_LEVEL, type NoEstimate } from "./estimate.ts";

/** One thing watched from `start` (not included) to `stop` (included), in any unit of time. */
export interface Duration {
  /** When it comes under watch; 0 where absent. */
  readonly start?: number;
  /** Above `start`. */
  readonly stop: number;
  /** Whether the event happened at `stop`; else it was last seen then without it. */
  readonly event: boolean;
}

/** How an interval around the curve is made: on S itself, on ln S, or on ln(−ln S). */
export type IntervalScale = "plain" | "log" | "log-log";

/** The curve from one time on, until the next point. */
export interface SurvivalPoint {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** The share without the event, 0 to 1. */
  readonly survival: number;
  /** Greenwood's standard error of `survival`; missing once nobody is left. */
  readonly standardError: number | Missing;
  readonly lower: number | Missing;
  readonly upper: number | Missing;
  /** Nelson and Aalen's cumulative hazard. */
  readonly cumulativeHazard: number;
}

/** A Kaplan–Meier curve. */
export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  /** One at each time of an event or a last sight, in order. */
  readonly points: readonly SurvivalPoint[];
  /** When half have had the event, with its interval; missing where the curve stays above. */
  readonly median: {
    readonly time: number | Missing;
    readonly lower: number | Missing;
    readonly upper: number | Missing;
  };
  /** The area under the curve up to the horizon, in units of time, and its standard error. */
  readonly restrictedMean: {
    readonly horizon: number;
    readonly mean: number;
    readonly standardError: number;
  };
}

/**
 * Returns the Kaplan–Meier curve S(t) = Π (1 − dᵢ/nᵢ) over the times of events, with Greenwood's variance
 * S² Σ dᵢ/(nᵢ(nᵢ−dᵢ)) and pointwise intervals cut at 0 and 1.
 *
 * Those last seen at a time still count as at risk at it; late entry (`start` > 0) is allowed. The median is the first time
 * with S ≤ ½, halfway to the next event where S is exactly ½; its interval inverts the pointwise one. The restricted mean
 * runs to `horizon`, by default the last time. Rows must have no missing value: leave them out first and count them. No
 * rows give `too-few-rows`.
 *
 * Source: Kaplan & Meier (1958), JASA 53; Greenwood (1926); Brookmeyer & Crowley (1982) for the median; R's `survfit`.
 */
export function computeSurvivalCurve(
  rows: readonly Duration[],
  options: { readonly interval?: IntervalScale; readonly level?: number; readonly horizon?: number } = {},
): SurvivalCurve | NoEstimate {
  if (rows.length === 0) return createNoEstimate("too-few-rows", "nobody is watched");
  const { interval = "log", level = DEFAULT_LEVEL } = options;
  const z = computeNormalQuantile((1 + level) / 2);
  const points: SurvivalPoint[] = [];
  let survival = 1;
  let hazard = 0;
  let greenwood: number | undefined = 0;
  for (const { time, atRisk, events, censored } of countRisk(rows)) {
    survival *= 1 - events / atRisk;
    hazard += events / atRisk;
    if (greenwood !== undefined && events > 0) {
      greenwood = events === atRisk ? undefined : greenwood + events / (atRisk * (atRisk - events));
    }
    const bounds = boundSurvival(survival, greenwood, { interval, z });
    points.push({ time, atRisk, events, censored, survival, ...bounds, cumulativeHazard: hazard });
  }
  return {
    n: rows.length,
    events: rows.filter((row) => row.event).length,
    points,
    median: {
      time: crossHalf(points.map((point) => [point.time, point.survival])),
      lower: crossHalf(points.map((point) => [point.time, point.lower])),
      upper: crossHalf(points.map((point) => [point.time, point.upper])),
    },
    restrictedMean: measureArea(points, options.horizon ?? points.at(-1)?.time ?? 0),
  };
}

/** How many are at risk, have the event and are last seen, at one time. */
export interface RiskCount {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/** Returns the counts at each distinct `stop`, in order of time. */
export function countRisk(rows: readonly Duration[]): RiskCount[] {
  const starts = rows.map((row) => row.start ?? 0).sort((a, b) => a - b);
  const ending = new Map<number, { events: number; censored: number }>();
  for (const { stop, event } of rows) {
    const count = ending.get(stop) ?? { events: 0, censored: 0 };
    if (event) count.events++;
    else count.censored++;
    ending.set(stop, count);
  }
  let entered = 0;
  let left = 0;
  return [...ending.keys()]
    .sort((a, b) => a - b)
    .map((time) => {
      while (entered < starts.length && (starts[entered] ?? 0) < time) entered++;
      const { events, censored } = ending.get(time) ?? { events: 0, censored: 0 };
      const atRisk = entered - left;
      left += events + censored;
      return { time, atRisk, events, censored };
    });
}

function boundSurvival(
  survival: number,
  greenwood: number | undefined,
  { interval, z }: { readonly interval: IntervalScale; readonly z: number },
): Pick<SurvivalPoint, "standardError" | "lower" | "upper"> {
  if (greenwood === undefined) {
    const none = createMissing("not-applicable", "nobody is left");
    return { standardError: none, lower: none, upper: none };
  }
  const relative = Math.sqrt(greenwood);
  const standardError = survival * relative;
  if (survival === 1) return { standardError, lower: 1, upper: 1 };
  const bounds = {
    plain: () => [survival - z * standardError, survival + z * standardError] as const,
    log: () => [survival * Math.exp(-z * relative), survival * Math.exp(z * relative)] as const,
    "log-log": () => {
      const half = (z * relative) / Math.log(survival);
      return [survival ** Math.exp(-half), survival ** Math.exp(half)] as const;
    },
  }[interval]();
  return { standardError, lower: Math.max(0, bounds[0]), upper: Math.min(1, bounds[1]) };
}

/** What counts as exactly ½ after rounding in the product. */
const HALF_TOLERANCE = 1.5e-8;

function crossHalf(curve: readonly (readonly [time: number, share: number | Missing])[]): number | Missing {
  const below = curve.flatMap(([time, share]) =>
    !isMissing(share) && share < 0.5 + HALF_TOLERANCE ? [[time, share] as const] : [],
  );
  const [first] = below;
  if (first === undefined) return createMissing("not-applicable", "more than half are left at the end");
  const next = below.find(([, share]) => share < first[1]);
  return Math.abs(first[1] - 0.5) < HALF_TOLERANCE && next ? (first[0] + next[0]) / 2 : first[0];
}

function measureArea(points: readonly SurvivalPoint[], horizon: number): SurvivalCurve["restrictedMean"] {
  const steps = points.filter((point) => point.time < horizon);
  const areas = steps.map(({ time, survival }, i) => survival * ((steps[i + 1]?.time ?? horizon) - time));
  const before = Math.min(points[0]?.time ?? horizon, horizon);
  let rest = 0;
  let variance = 0;
  for (let i = steps.length - 1; i >= 0; i--) {
    rest += areas[i] ?? 0;
    const { events, atRisk } = steps[i] ?? { events: 0, atRisk: 1 };
    if (atRisk > events) variance += (rest ** 2 * events) / (atRisk * (atRisk - events));
  }
  return { horizon, mean: before + rest, standardError: Math.sqrt(variance) };
}
