import { isMissing } from "../../base/missing.ts";
import { type CasebookIndex, nameOf } from "../../compute/casebook-index.ts";
import type { CriminalizationYear } from "../../compute/panel/criminalization.ts";
import { computeMapTiers } from "../../compute/panel/map-tiers.ts";
import { panelOf } from "../../compute/panel/panel.ts";
import type { CaseComparison } from "../../compute/panel/policy-index.ts";
import type { TierTransitions, YearMoves } from "../../compute/panel/tier-moves.ts";
import type { TierShares } from "../../compute/panel/tier-shares.ts";
import type { YearJoined } from "../../compute/panel/time-in-report.ts";
import type { DataTable } from "./data-table.ts";

/** Returns the tier shares, one row a year and tier. */
export function tabulateShares(shares: readonly TierShares[]): DataTable {
  return {
    columns: ["year", "tier", "label", "count", "rated", "share"],
    rows: shares.flatMap(({ year, rated, shares: tiers }) =>
      tiers.map(({ tier, count, share }) => [year, tier.id, tier.label, count, rated, share]),
    ),
  };
}

/** Returns the moves, one row a country that moved, entered or left. */
export function tabulateMovers(index: CasebookIndex, movers: readonly YearMoves[]): DataTable {
  const name = (country: string): string => nameOf(index.casebook, country);
  return {
    columns: ["year", "previous", "move", "country", "name", "from", "to"],
    rows: movers.flatMap(({ year, previous, up, down, entered, left }) => [
      ...up.map((one) => [year, previous, "up", one.country, name(one.country), one.from.id, one.to.id]),
      ...down.map((one) => [year, previous, "down", one.country, name(one.country), one.from.id, one.to.id]),
      ...entered.map((one) => [year, previous, "entered", one, name(one), undefined, undefined]),
      ...left.map((one) => [year, previous, "left", one, name(one), undefined, undefined]),
    ]),
  };
}

/** Returns the transitions, one row a pair; an empty tier is none. */
export function tabulateTransitions({ tiers, counts, left, entered }: TierTransitions): DataTable {
  return {
    columns: ["from", "to", "count"],
    rows: [
      ...tiers.flatMap((from, i) => tiers.map((to, j) => [from.id, to.id, counts[i]?.[j] ?? 0])),
      ...tiers.map((from, i) => [from.id, undefined, left[i] ?? 0]),
      ...tiers.map((to, j) => [undefined, to.id, entered[j] ?? 0]),
    ],
  };
}

/** Returns the years of joining, one row a country. */
export function tabulateJoined(index: CasebookIndex, joined: readonly YearJoined[]): DataTable {
  return {
    columns: ["year", "country", "name"],
    rows: joined.flatMap(({ year, countries }) =>
      countries.map((country) => [year, country, nameOf(index.casebook, country)]),
    ),
  };
}

/** Returns the spread of criminalization, one row a year. */
export function tabulateCriminalization(spread: readonly CriminalizationYear[]): DataTable {
  return {
    columns: ["year", "full", "partial_only"],
    rows: spread.map(({ year, full, partial }) => [year, full, partial]),
  };
}

/** Returns the index of cases and others, one row a year. */
export function tabulateCaseComparison(rows: readonly CaseComparison[]): DataTable {
  return {
    columns: ["year", "cases_mean", "cases_n", "others_mean", "others_n"],
    rows: rows.map(({ year, cases, others }) => [
      year,
      isMissing(cases.mean) ? undefined : cases.mean,
      cases.n,
      isMissing(others.mean) ? undefined : others.mean,
      others.n,
    ]),
  };
}

/** Returns what the map of a year shows, one row an area with a tier. */
export function tabulateMap(index: CasebookIndex, year: number): DataTable {
  return {
    columns: ["country", "name", "year", "tier", "label", "as_part_of"],
    rows: [...computeMapTiers(panelOf(index), year)].map(([country, { tier, asPartOf }]) => [
      country,
      nameOf(index.casebook, country),
      year,
      tier.id,
      tier.label,
      asPartOf,
    ]),
  };
}
