import { createMissing, type Missing } from "../../base/missing.ts";
import { computeTQuantile } from "./distributions.ts";
import { DEFAULT_LEVEL } from "./estimate.ts";

/** A value of a unit in a period. */
export interface PanelValue {
  readonly unit: string;
  readonly period: number;
  readonly value: number;
}

/** Periods from the event, both ends included; the event's own period is 0. */
export interface EventWindow {
  readonly from: number;
  readonly to: number;
}

/** The mean of the units at one distance from their event. */
export interface EventMean {
  /** Periods since the event. */
  readonly distance: number;
  readonly n: number;
  /** In the values' unit; missing where no unit has a value. */
  readonly mean: number | Missing;
  /** With n − 1; missing below two values, as is what follows from it. */
  readonly standardDeviation: number | Missing;
  readonly standardError: number | Missing;
  readonly lower: number | Missing;
  readonly upper: number | Missing;
}

/**
 * Returns the mean at each distance from the event, with Student's interval.
 *
 * `events` has the period of each unit's event; units without one are left out. With `relativeTo`, each value is measured
 * from its unit's value at that distance, and units without one there are left out. `among` keeps some units only, e.g.
 * {@link findBalancedUnits}: without it the units differ from distance to distance. A missing value is simply no row.
 *
 * Source: MacKinlay (1997), "Event Studies in Economics and Finance", Journal of Economic Literature 35.
 */
export function computeEventMeans(
  rows: readonly PanelValue[],
  events: ReadonlyMap<string, number>,
  options: {
    readonly window: EventWindow;
    readonly relativeTo?: number;
    readonly among?: ReadonlySet<string>;
    readonly level?: number;
  },
): EventMean[] {
  const { window, relativeTo, among, level = DEFAULT_LEVEL } = options;
  const bases = new Map(
    rows.flatMap(({ unit, period, value }) =>
      relativeTo !== undefined && period - (events.get(unit) ?? Number.NaN) === relativeTo
        ? [[unit, value]]
        : [],
    ),
  );
  const byDistance = new Map<number, number[]>();
  for (const { unit, period, value } of rows) {
    const event = events.get(unit);
    if (event === undefined || among?.has(unit) === false) continue;
    const base = relativeTo === undefined ? 0 : bases.get(unit);
    if (base === undefined) continue;
    const values = byDistance.get(period - event) ?? [];
    values.push(value - base);
    byDistance.set(period - event, values);
  }
  return listDistances(window).map((distance) => describeAt(distance, byDistance.get(distance) ?? [], level));
}

/** Returns the units with a value at every distance of the window. */
export function findBalancedUnits(
  rows: readonly PanelValue[],
  events: ReadonlyMap<string, number>,
  window: EventWindow,
): ReadonlySet<string> {
  const seen = new Map<string, Set<number>>();
  for (const { unit, period } of rows) {
    const event = events.get(unit);
    if (event === undefined || period - event < window.from || period - event > window.to) continue;
    seen.set(unit, (seen.get(unit) ?? new Set()).add(period));
  }
  const length = window.to - window.from + 1;
  return new Set([...seen].filter(([, periods]) => periods.size === length).map(([unit]) => unit));
}

/** Returns the distances of a window, in order. */
export function listDistances({ from, to }: EventWindow): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

function describeAt(distance: number, values: readonly number[], level: number): EventMean {
  const n = values.length;
  const few = createMissing("not-applicable", "fewer than two values");
  const spread = { standardDeviation: few, standardError: few, lower: few, upper: few };
  if (n === 0) return { distance, n, mean: createMissing("not-applicable", "no value"), ...spread };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { distance, n, mean, ...spread };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardDeviation = Math.sqrt(squares / (n - 1));
  const standardError = standardDeviation / Math.sqrt(n);
  const half = computeTQuantile((1 + level) / 2, n - 1) * standardError;
  return { distance, n, mean, standardDeviation, standardError, lower: mean - half, upper: mean + half };
}
