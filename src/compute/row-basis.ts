import { type Position, placeOf } from "../base/source.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Entry } from "../model/entry.ts";

/** What a row of the casebook's files is or rests on. */
export interface RowBasis {
  /** Ids of the sources that the row names. */
  readonly sources: readonly string[];
  /** The entry that the row is. */
  readonly entries: readonly Entry[];
}

const known = new WeakMap<Casebook, ReadonlyMap<string, RowBasis>>();

/** Returns the sources and entries of the rows of data, by `file:line`; entries name their sources themselves. */
export function rowBasis(casebook: Casebook): ReadonlyMap<string, RowBasis> {
  const found = known.get(casebook) ?? collect(casebook);
  known.set(casebook, found);
  return found;
}

function collect(casebook: Casebook): Map<string, RowBasis> {
  const found = new Map<string, { sources: string[]; entries: Entry[] }>();
  const at = (position: Position) => {
    const { file, line } = placeOf(position);
    const key = `${file}:${line}`;
    const basis = found.get(key) ?? { sources: [], entries: [] };
    found.set(key, basis);
    return basis;
  };
  const add = (position: Position, source: string | undefined): void => {
    if (source === undefined) return;
    const { sources } = at(position);
    if (!sources.includes(source)) sources.push(source);
  };
  const { grades, governments, laws, grants, quoted, library } = casebook;
  for (const list of [grades, governments, laws, grants, quoted, library.counts]) {
    for (const row of list) add(row.at, row.source);
  }
  for (const series of [...casebook.series.values(), ...(casebook.aid ? [casebook.aid] : [])]) {
    for (const row of series.rows) add(row.at, row.source ?? series.source);
  }
  for (const entry of casebook.entries) at(entry.at).entries.push(entry);
  return found;
}
