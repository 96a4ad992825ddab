import { isMissing, type Missing } from "../../base/missing.ts";
import type { Coefficient, NoEstimate } from "./estimate.ts";
import { computeEventMeans, type PanelValue } from "./event-means.ts";
import { fitPanel } from "./panel-regression.ts";

/** An observation with whether the event happened in it. */
export interface EventValue extends PanelValue {
  /** Missing where nobody knows, e.g. in the first period. */
  readonly event: boolean | Missing;
}

/** How much of a recovery is a return to the usual level. */
export interface MeanReversion {
  /** Mean change of the outcome from two periods before the first event to one before; below 0 for a dip. */
  readonly dip: number | Missing;
  /** Next period's change after an event, with two-way effects. */
  readonly effect: Coefficient;
  /** The same with this period's level held. */
  readonly effectAtLevel: Coefficient;
  /** What one more unit of level means for the next change: below 0 where values return to the usual. */
  readonly level: Coefficient;
  readonly rows: number;
  /** What a reader has to know, in sentences with the numbers above. */
  readonly note: string;
}

/**
 * Returns whether what follows an event is a return to the usual level: the dip before the first event, and the effect of
 * events on the outcome's next change with and without the present level held (two-way fixed effects, CR1 by unit).
 *
 * Units hit after a bad period recover even if the event does nothing, so that a comparison with t−1 overstates its effect. A
 * row without a value in the next period, or of which nobody knows whether the event happened, is left out of the regressions. Reasons as in {@link fitPanel}.
 *
 * Source: Ashenfelter (1978), "Estimating the Effect of Training Programs on Earnings", Review of Economics and Statistics 60.
 */
export function describeMeanReversion(
  rows: readonly EventValue[],
  firstEvents: ReadonlyMap<string, number>,
): MeanReversion | NoEstimate {
  const values = new Map(rows.map((row) => [`${row.unit} ${row.period}`, row.value]));
  const changes = rows.flatMap((row) => {
    const next = values.get(`${row.unit} ${row.period + 1}`);
    if (next === undefined || isMissing(row.event)) return [];
    return [{ ...row, y: next - row.value }];
  });
  const bare = fitPanel(
    changes.map((row) => ({ ...row, x: [row.event ? 1 : 0] })),
    ["event"],
  );
  if (isMissing(bare)) return bare;
  const held = fitPanel(
    changes.map((row) => ({ ...row, x: [row.event ? 1 : 0, row.value] })),
    ["event", "level"],
  );
  if (isMissing(held)) return held;
  const [before] = computeEventMeans(rows, firstEvents, { window: { from: -2, to: -2 }, relativeTo: -1 });
  const dip = before === undefined || isMissing(before.mean) ? (before?.mean ?? 0) : -before.mean;
  const [effect] = bare.coefficients as [Coefficient];
  const [effectAtLevel, level] = held.coefficients as [Coefficient, Coefficient];
  return { dip, effect, effectAtLevel, level, rows: bare.rows, note: writeNote(dip, effect, effectAtLevel) };
}

function writeNote(dip: number | Missing, effect: Coefficient, held: Coefficient): string {
  const change = isMissing(dip)
    ? ""
    : dip < 0
      ? `On average the outcome falls by ${(-dip).toFixed(2)} in the period before a first event, so that a recovery measured from then is overstated. `
      : `On average the outcome changes by ${dip.toFixed(2)} in the period before a first event. `;
  const round = (value: number): string =>
    value
      .toFixed(2)
      .replace(/^-(0\.0+)$/, "$1")
      .replace("-", "−");
  const describe = (one: Coefficient): string =>
    `${round(one.estimate)} (${round(one.lower)} to ${round(one.upper)})`;
  return `${change}With fixed effects the next change after an event is ${describe(effect)}; with the present level held it is ${describe(held)}.`;
}
