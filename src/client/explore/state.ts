import { foldText } from "../../base/fold-text.ts";

/** What is chosen, by name of the control; empty choices are absent. */
export type State = ReadonlyMap<string, string>;

/** Something that can be shown or not. */
export interface Row {
  /** Words that a search finds it by, folded. */
  readonly words: string;
  /** Returns its values in a facet; what is chosen elsewhere may decide, such as a year. */
  values(facet: string, state: State): readonly string[];
}

export interface Explored<R extends Row> {
  readonly shown: readonly R[];
  /** By facet and value, how many rows choosing the value would show, with everything else as it is. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Returns what an address' query says of the named controls. */
export function readState(search: string, names: readonly string[]): State {
  const query = new URLSearchParams(search);
  return new Map(
    names.flatMap((name): [string, string][] => {
      const value = query.get(name)?.trim() ?? "";
      return value === "" ? [] : [[name, value]];
    }),
  );
}

/** Returns the query of an address that says what is chosen, e.g. `?stage=concern&q=anger`; empty where nothing is. */
export function formatState(state: State): string {
  const query = new URLSearchParams([...state].filter(([, value]) => value !== "")).toString();
  return query === "" ? "" : `?${query}`;
}

/**
 * Returns the rows that match the query `q` and every chosen facet, with the counts of further choices. A row counts for
 * a value of a facet where it matches everything but that facet.
 */
export function explore<R extends Row>(
  rows: readonly R[],
  state: State,
  facets: readonly string[],
): Explored<R> {
  const words = foldText(state.get("q") ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const counts = new Map(facets.map((facet) => [facet, new Map<string, number>()]));
  const shown: R[] = [];
  for (const row of rows) {
    if (!words.every((word) => row.words.includes(word))) continue;
    const values = facets.map((facet) => row.values(facet, state));
    const failing = facets.filter((facet, i) => {
      const chosen = state.get(facet);
      return chosen !== undefined && !values[i]?.includes(chosen);
    });
    if (failing.length > 1) continue;
    if (failing.length === 0) shown.push(row);
    facets.forEach((facet, i) => {
      if (failing.length === 1 && failing[0] !== facet) return;
      const count = counts.get(facet);
      for (const value of new Set(values[i])) count?.set(value, (count.get(value) ?? 0) + 1);
    });
  }
  return { shown, counts };
}

/** Returns the rows by a key such as `year` or `-year`; the order is kept where keys are the same, and rows without one come last. */
export function sortRows<R extends Row>(
  rows: readonly R[],
  state: State,
  keyOf: (row: R, key: string) => string | undefined,
): readonly R[] {
  const sort = state.get("sort");
  if (sort === undefined) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  const key = sort.replace(/^-/, "");
  const keyed = rows.map((row) => ({ row, key: Number(keyOf(row, key) ?? Number.NaN) }));
  keyed.sort((a, b) => {
    if (Number.isNaN(a.key) || Number.isNaN(b.key))
      return Number(Number.isNaN(a.key)) - Number(Number.isNaN(b.key));
    return sign * (a.key - b.key);
  });
  return keyed.map(({ row }) => row);
}
