import { createMissing, type Missing } from "../../base/missing.ts";
import type { Tier } from "../../model/scorecard.ts";
import { isYearIn } from "../../model/year-range.ts";
import { type CasebookIndex, tierOf } from "../casebook-index.ts";
import { panelOf } from "./panel.ts";
import { indexByYear } from "./policy-index.ts";

/** The countries that had the same tier in a year. */
export interface TierCompany {
  readonly year: number;
  readonly tier: Tier;
  /** Without the country itself, by name. */
  readonly countries: readonly string[];
  /** Members of the country's own groups among them, by group; groups without one are left out. */
  readonly byGroup: readonly { readonly group: string; readonly countries: readonly string[] }[];
}

/** Returns who had the same tier as a country in a year, or why the country itself has none. */
export function computeTierCompany(
  index: CasebookIndex,
  country: string,
  year: number,
): TierCompany | Missing {
  const tier = tierOf(index, country, year);
  if ("missing" in tier) return tier;
  const members = panelOf(index).membersByYear.get(year)?.get(tier.id) ?? [];
  const countries = members.filter((id) => id !== country);
  const byGroup = groupsOf(index, country, year).map((group) => ({
    group,
    countries: countries.filter((id) => groupsOf(index, id, year).includes(group)),
  }));
  return { year, tier, countries, byGroup: byGroup.filter((one) => one.countries.length > 0) };
}

/** Returns the groups to which a country belongs in a year, each once, in file order. */
export function groupsOf({ casebook }: CasebookIndex, country: string, year: number): string[] {
  const groups = casebook.countries.get(country)?.groups ?? [];
  return [...new Set(groups.filter(({ years }) => isYearIn(years, year)).map(({ group }) => group))];
}

/** A country whose index is close to another's. */
export interface Neighbour {
  readonly country: string;
  readonly value: number;
  /** Its index less the country's own. */
  readonly difference: number;
}

/** The countries nearest in the index. */
export interface IndexCompany {
  readonly year: number;
  readonly value: number;
  /** Nearest first, ties by name. All at the last distance that is shown are shown or counted in `more`. */
  readonly nearest: readonly Neighbour[];
  /** How many others are as near as the last one shown. */
  readonly more: number;
}

/** How many neighbours are shown. */
const NEIGHBOURS = 10;

/**
 * Returns the countries nearest to a country in the policy index of a year, at most {@link NEIGHBOURS}; missing where the
 * country has no number in the year. The country's own group members come first among equally near ones.
 */
export function computeIndexCompany(
  index: CasebookIndex,
  country: string,
  year: number,
): IndexCompany | Missing {
  const row = indexByYear(index).get(year);
  const value = row?.get(country);
  if (!row || value === undefined) return createMissing("not-coded", `no index of ${year}`);
  const own = new Set(groupsOf(index, country, year));
  const order = orderOf(index);
  const all = [...row].filter(([id]) => id !== country);
  const distances = all.map(([, other]) => Math.abs(other - value)).sort((a, b) => a - b);
  const furthest = distances[NEIGHBOURS - 1] ?? Number.POSITIVE_INFINITY;
  const others = all
    .filter(([, other]) => Math.abs(other - value) <= furthest)
    .map(([id, other]) => ({
      country: id,
      value: other,
      difference: other - value,
      isKin: groupsOf(index, id, year).some((group) => own.has(group)),
      order: order.get(id) ?? 0,
    }))
    .sort(
      (a, b) =>
        Math.abs(a.difference) - Math.abs(b.difference) ||
        Number(b.isKin) - Number(a.isKin) ||
        a.order - b.order,
    );
  const nearest = others.slice(0, NEIGHBOURS);
  return {
    year,
    value,
    nearest: nearest.map((one) => ({ country: one.country, value: one.value, difference: one.difference })),
    more: others.length - nearest.length,
  };
}

const orders = new WeakMap<CasebookIndex, ReadonlyMap<string, number>>();

/** The place of each country among all. */
function orderOf(index: CasebookIndex): ReadonlyMap<string, number> {
  const known = orders.get(index) ?? new Map(index.countries.map((id, i) => [id, i]));
  orders.set(index, known);
  return known;
}

/** Where a country stands among the graded of a year. */
export interface TierRank {
  readonly year: number;
  readonly tier: Tier;
  /** Countries with a better tier. */
  readonly better: number;
  /** Countries with the same tier, itself among them. */
  readonly same: number;
  readonly worse: number;
}

/**
 * Returns a country's place among the graded of a year; missing where it has no tier. A tier is shared by many, so the
 * place is a span: from better + 1 to better + same.
 */
export function computeTierRank(index: CasebookIndex, country: string, year: number): TierRank | Missing {
  const tier = tierOf(index, country, year);
  if ("missing" in tier) return tier;
  let [better, same, worse] = [0, 0, 0];
  const { tiers, membersByYear } = panelOf(index);
  for (const one of tiers) {
    const { length } = membersByYear.get(year)?.get(one.id) ?? [];
    if (one.rank < tier.rank) better += length;
    else if (one.rank === tier.rank) same += length;
    else worse += length;
  }
  return { year, tier, better, same, worse };
}

/** How alike the grades of two countries were. */
export interface GradeLikeness {
  /** Years in which both have a tier. */
  readonly years: number;
  /** Those in which it was the same. */
  readonly same: number;
}

/** Returns in how many years two countries had the same tier, of those in which both had one. */
export function compareGrades(index: CasebookIndex, one: string, other: string): GradeLikeness {
  let [years, same] = [0, 0];
  for (const row of panelOf(index).tiersByYear.values()) {
    const [a, b] = [row.get(one), row.get(other)];
    if (!a || !b) continue;
    years++;
    if (a.id === b.id) same++;
  }
  return { years, same };
}

/**
 * Returns the country whose grades were most often the same as a country's; of equals one that shared a group with it in
 * some year, then the one with fewer years apart, then the first by name; with `isKinOnly` only those of its
 * groups. Undefined where no other had the same grade.
 */
export function findClosestCompany(
  index: CasebookIndex,
  country: string,
  isKinOnly = false,
): string | undefined {
  const panel = panelOf(index);
  let best: { id: string; same: number; isKin: boolean; years: number } | undefined;
  for (const id of panel.countries) {
    if (id === country) continue;
    const { years, same } = compareGrades(index, country, id);
    if (same === 0 || (best && same < best.same)) continue;
    const isKin = shareGroup(index, country, id);
    if (isKinOnly && !isKin) continue;
    const isBetter =
      !best ||
      same > best.same ||
      Number(isKin) > Number(best.isKin) ||
      (isKin === best.isKin && years < best.years);
    if (isBetter) best = { id, same, isKin, years };
  }
  return best?.id;
}

/** Tells whether two countries belonged to one group in the same year. */
function shareGroup({ casebook }: CasebookIndex, one: string, other: string): boolean {
  const others = casebook.countries.get(other)?.groups ?? [];
  return (casebook.countries.get(one)?.groups ?? []).some(({ group, years }) =>
    others.some(
      (two) => two.group === group && two.years.first <= years.last && two.years.last >= years.first,
    ),
  );
}
