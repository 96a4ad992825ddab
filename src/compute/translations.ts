import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";

interface Versions {
  readonly originals: readonly Case[];
  /** By id of the original. */
  readonly byOriginal: ReadonlyMap<string, readonly Case[]>;
}

const known = new WeakMap<Casebook, Versions>();

/** Returns the cases that are no translations of others, in order of file name. */
export function originalsOf(casebook: Casebook): readonly Case[] {
  return versionsIn(casebook).originals;
}

/** Returns a case in all its languages: the original, then its translations in order of file name; at least itself. */
export function versionsOf(casebook: Casebook, one: Case): readonly Case[] {
  return versionsIn(casebook).byOriginal.get(one.translation?.of ?? one.id) ?? [one];
}

function versionsIn(casebook: Casebook): Versions {
  const found = known.get(casebook);
  if (found) return found;
  const originals = casebook.cases.filter((one) => one.translation === undefined);
  const byOriginal = new Map(originals.map((one) => [one.id, [one]]));
  for (const one of casebook.cases) {
    if (one.translation) byOriginal.get(one.translation.of)?.push(one);
  }
  const versions = { originals, byOriginal };
  known.set(casebook, versions);
  return versions;
}
