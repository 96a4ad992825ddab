import {
  type Coefficient,
  createCoefficient,
  createNoEstimate,
  DEFAULT_LEVEL,
  type NoEstimate,
} from "./estimate.ts";
import { type EventWindow, listDistances, type PanelValue } from "./event-means.ts";
import { fitPanel, type PanelFit, type PanelRow } from "./panel-regression.ts";

/** The effect at one distance from the event, against the distance just before it. */
export interface EventEffect extends Coefficient {
  readonly distance: number;
  /** Observations of units with the event at this distance. */
  readonly observations: number;
}

/** Two estimates of what follows an event. */
export interface EventStudy {
  /** One coefficient a distance for all units alike; biased where effects differ between cohorts. */
  readonly plain: readonly EventEffect[];
  /** Each cohort's own coefficients, averaged by the cohorts' shares at that distance. */
  readonly weighted: readonly EventEffect[];
  readonly rows: number;
  readonly treated: number;
  readonly controls: number;
  /** Periods of events that count, in order. */
  readonly cohorts: readonly number[];
  /** Cohorts without any value just before the event: nothing to measure from. */
  readonly cohortsLeftOut: readonly number[];
  /** Rows of treated units outside the window or in periods without a control, and of cohorts left out. */
  readonly rowsLeftOut: number;
}

/** The distance that effects are measured from. */
export const BASE_DISTANCE = -1;

/**
 * Returns an event study with staggered events: two-way fixed effects with a dummy for each distance from the event
 * except −1, in two forms.
 *
 * Plain: one coefficient a distance. Where effects differ between cohorts (units with the event in the same period), it
 * mixes cohorts and distances with weights that can be negative. Cohort-weighted (Sun and Abraham's interaction-weighted
 * estimator): one coefficient a cohort and distance, averaged with the cohorts' shares of the observations at that distance;
 * the shares count as fixed in its errors. Both lean on units without an event (`events` has none for them) as controls, and
 * on parallel trends, of which the coefficients before −1 are a check, not a proof. Errors CR1 by unit, Student's t.
 *
 * A missing value is no row. Fewer than two controls give `too-few-rows`; other reasons as in {@link fitPanel}.
 *
 * Source: Sun & Abraham (2021), Journal of Econometrics 225; Goodman-Bacon (2021), same issue.
 */
export function fitEventStudy(
  rows: readonly PanelValue[],
  events: ReadonlyMap<string, number>,
  options: { readonly window: EventWindow; readonly level?: number },
): EventStudy | NoEstimate {
  const { window, level = DEFAULT_LEVEL } = options;
  const distanceOf = ({ unit, period }: PanelValue): number | undefined => {
    const event = events.get(unit);
    return event === undefined ? undefined : period - event;
  };
  const compared = new Set(rows.filter((row) => !events.has(row.unit)).map((row) => row.period));
  const inWindow = rows.filter((row) => {
    const distance = distanceOf(row);
    if (distance === undefined) return true;
    return distance >= window.from && distance <= window.to && compared.has(row.period);
  });
  const cohortOf = (row: PanelValue): number | undefined => events.get(row.unit);
  const based = new Set(inWindow.filter((row) => distanceOf(row) === BASE_DISTANCE).map(cohortOf));
  const all = new Set(rows.flatMap((row) => cohortOf(row) ?? []));
  const kept = inWindow.filter((row) => cohortOf(row) === undefined || based.has(cohortOf(row)));
  const controls = new Set(kept.filter((row) => cohortOf(row) === undefined).map((row) => row.unit)).size;
  if (controls < 2) return createNoEstimate("too-few-rows", "fewer than two units without the event");
  if (based.size === 0) return createNoEstimate("too-few-rows", "no unit has a value just before its event");

  const distances = listDistances(window).filter((one) => one !== BASE_DISTANCE);
  const observed = (distance: number): PanelValue[] => kept.filter((row) => distanceOf(row) === distance);
  const present = distances.filter((distance) => observed(distance).length > 0);
  const cells = present.flatMap((distance) =>
    [...new Set(observed(distance).map(cohortOf))]
      .sort((a, b) => Number(a) - Number(b))
      .map((cohort) => ({ distance, cohort })),
  );
  const regress = (
    isIn: readonly ((row: PanelValue) => boolean)[],
    names: readonly string[],
  ): PanelFit | NoEstimate =>
    fitPanel(
      kept.map((row): PanelRow => ({ ...row, y: row.value, x: isIn.map((test) => (test(row) ? 1 : 0)) })),
      names,
      { level },
    );
  const plain = regress(
    present.map((distance) => (row) => distanceOf(row) === distance),
    present.map(nameDistance),
  );
  if ("missing" in plain) return plain;
  const full = regress(
    cells.map(
      ({ distance, cohort }) =>
        (row) =>
          distanceOf(row) === distance && cohortOf(row) === cohort,
    ),
    cells.map(({ distance, cohort }) => `${nameDistance(distance)} in ${cohort}`),
  );
  if ("missing" in full) return full;
  const counts = cells.map(
    ({ distance, cohort }) => observed(distance).filter((row) => cohortOf(row) === cohort).length,
  );
  return {
    plain: present.map((distance, i) => ({
      ...(plain.coefficients[i] as Coefficient),
      distance,
      observations: observed(distance).length,
    })),
    weighted: present.map((distance) => {
      const observations = observed(distance).length;
      const weights = cells.map((cell, i) =>
        cell.distance === distance ? (counts[i] ?? 0) / observations : 0,
      );
      return {
        ...averageCoefficients(full, weights, { term: nameDistance(distance), level }),
        distance,
        observations,
      };
    }),
    rows: kept.length,
    treated: new Set(kept.map((row) => row.unit)).size - controls,
    controls,
    cohorts: [...all].filter((cohort) => based.has(cohort)).sort((a, b) => a - b),
    cohortsLeftOut: [...all].filter((cohort) => !based.has(cohort)).sort((a, b) => a - b),
    rowsLeftOut: rows.length - kept.length,
  };
}

function nameDistance(distance: number): string {
  return distance < 0 ? `t−${-distance}` : distance === 0 ? "t" : `t+${distance}`;
}

function averageCoefficients(
  fit: PanelFit,
  weights: readonly number[],
  { term, level }: { readonly term: string; readonly level: number },
): Coefficient {
  const estimate = fit.coefficients.reduce((sum, one, i) => sum + (weights[i] ?? 0) * one.estimate, 0);
  const variance = fit.covariance.reduce(
    (sum, row, i) =>
      sum + (weights[i] ?? 0) * row.reduce((inner, value, j) => inner + (weights[j] ?? 0) * value, 0),
    0,
  );
  return createCoefficient(term, estimate, {
    standardError: Math.sqrt(variance),
    freedom: fit.freedom,
    level,
  });
}
