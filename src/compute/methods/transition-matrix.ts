import { createMissing, type Missing } from "../../base/missing.ts";
import { computeNormalQuantile } from "./distributions.ts";
import { DEFAULT_LEVEL } from "./estimate.ts";

/** The state of a unit in a period. */
export interface StateRow {
  readonly unit: string;
  readonly period: number;
  readonly state: string;
}

/** Moves from one state to another between consecutive periods. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Of all moves out of `from`, staying included, 0 to 1: the hazard per period of this move. */
  readonly share: number;
  /** Wilson's interval of the share. */
  readonly lower: number;
  readonly upper: number;
}

/** A discrete-time model of states in which only the present state matters. */
export interface TransitionMatrix {
  readonly states: readonly string[];
  /** By rows of `from` and columns of `to`, in the states' order; a state that is never left or stayed in has no cells. */
  readonly transitions: readonly Transition[];
  /** For each state with moves: how many there are, and how long a stay lasts on average if shares stay as they are. */
  readonly stays: readonly {
    readonly state: string;
    readonly moves: number;
    readonly expectedPeriods: number | Missing;
  }[];
  /** Periods of units whose next period has no state: unknown, so not counted as a move. */
  readonly leftOut: number;
}

/**
 * Returns the transition matrix of states with counts, row shares (the maximum-likelihood estimates of a time-homogeneous
 * Markov chain) and Wilson's intervals.
 *
 * A move is counted between a unit's consecutive periods only: over a gap nobody knows when it happened. The intervals take
 * moves as independent given the state. An expected stay is 1/(1 − share of staying), in periods; missing for a state that
 * was never left. `states` gives the order and must hold every state of the rows; another one is a programming error.
 *
 * Source: Anderson & Goodman (1957), Annals of Mathematical Statistics 28; Wilson (1927), JASA 22.
 */
export function computeTransitions(
  rows: readonly StateRow[],
  states: readonly string[],
  level: number = DEFAULT_LEVEL,
): TransitionMatrix {
  const stateAt = new Map(rows.map((row) => [`${row.unit}\n${row.period}`, row.state]));
  const counts = new Map<string, number>();
  let leftOut = 0;
  for (const { unit, period, state } of rows) {
    if (!states.includes(state)) throw new Error(`${state} is not among the states`);
    const next = stateAt.get(`${unit}\n${period + 1}`);
    if (next === undefined) leftOut++;
    else counts.set(`${state}\n${next}`, (counts.get(`${state}\n${next}`) ?? 0) + 1);
  }
  const countOf = (from: string, to: string): number => counts.get(`${from}\n${to}`) ?? 0;
  const z = computeNormalQuantile((1 + level) / 2);
  const left = states.flatMap((state) => {
    const moves = states.reduce((sum, to) => sum + countOf(state, to), 0);
    return moves === 0 ? [] : [{ state, moves }];
  });
  return {
    states,
    transitions: left.flatMap(({ state: from, moves }) =>
      states.map((to) => ({ from, to, ...describeShare(countOf(from, to), moves, z) })),
    ),
    stays: left.map(({ state, moves }) => {
      const ended = moves - countOf(state, state);
      const never = createMissing("not-applicable", "never left");
      return { state, moves, expectedPeriods: ended === 0 ? never : moves / ended };
    }),
    leftOut,
  };
}

function describeShare(count: number, all: number, z: number): Omit<Transition, "from" | "to"> {
  const share = count / all;
  const scale = 1 + (z * z) / all;
  const middle = (share + (z * z) / (2 * all)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return { count, share, lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) };
}
