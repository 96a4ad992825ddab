import { formatList } from "../../base/format.ts";
import type { CriminalizationYear } from "../../compute/panel/criminalization.ts";
import type { YearMoves } from "../../compute/panel/tier-moves.ts";
import type { TierShares } from "../../compute/panel/tier-shares.ts";
import type { YearJoined } from "../../compute/panel/time-in-report.ts";
import type { ColumnChart } from "../../draw/column-chart.ts";
import { tierColour } from "../../draw/palette.ts";
import type { Tier } from "../../model/scorecard.ts";

/** Returns the chart of the tier shares by year, best tier at the bottom, with counts in the columns. */
export function createSharesChart(shares: readonly TierShares[], tiers: readonly Tier[]): ColumnChart {
  const last = shares.at(-1);
  const shown = last?.shares.map(({ tier, count, share }) => `${tier.label} ${count} (${percent(share)})`);
  return {
    title: "Tier shares by year",
    description: [
      "Columns by year, divided by the share of each tier among the graded countries.",
      last ? `In ${last.year}, of ${last.rated}: ${formatList(shown ?? [])}.` : "",
    ],
    years: shares.map((one) => one.year),
    series: tiers.map((tier, i) => {
      const found = shares.map((one) => one.shares.find((share) => share.tier.id === tier.id));
      return {
        label: tier.label,
        swatch: `tier-${tierColour(i, tiers.length)}`,
        values: found.map((one) => one?.share ?? 0),
        texts: found.map((one) => String(one?.count ?? 0)),
      };
    }),
    scale: "share",
    axisLabel: "Share of graded countries; numbers count countries",
  };
}

/** Returns the chart of who moved: up above the line, down below it. */
export function createMoversChart(movers: readonly YearMoves[]): ColumnChart {
  const busiest = [...movers].sort(
    (a, b) => b.up.length + b.down.length - a.up.length - a.down.length || a.year - b.year,
  )[0];
  return {
    title: "Countries that changed tier, by year",
    description: [
      "Columns by year: countries that went up above the line, countries that went down below it.",
      busiest
        ? `Most moved in ${busiest.year}: ${busiest.up.length} up and ${busiest.down.length} down.`
        : "",
    ],
    years: movers.map((one) => one.year),
    series: [
      { label: "Up", swatch: "step-3", values: movers.map((one) => one.up.length) },
      { label: "Down", swatch: "step-0", values: movers.map((one) => one.down.length), isBelow: true },
    ],
    scale: "count",
    axisLabel: "Countries",
  };
}

/** Returns the chart of how many countries came into the report, by year. */
export function createJoinedChart(joined: readonly YearJoined[]): ColumnChart {
  const first = joined[0];
  const years = joined.length === 0 ? [] : range(joined[0]?.year ?? 0, joined.at(-1)?.year ?? 0);
  const count = new Map(joined.map((one) => [one.year, one.countries.length]));
  return {
    title: "Countries by their first year in the report",
    description: [
      "Columns by year: countries that came into the report.",
      first ? `${first.countries.length} came in ${first.year}.` : "",
    ],
    years,
    series: [{ label: "Came in", swatch: "step-1", values: years.map((year) => count.get(year) ?? 0) }],
    scale: "count",
    axisLabel: "Countries",
  };
}

/** Returns the chart of the spread of criminalization. */
export function createCriminalizationChart(spread: readonly CriminalizationYear[]): ColumnChart {
  const last = spread.at(-1);
  return {
    title: "The spread of criminalization",
    description: [
      "Columns by year: countries with a full law, and above them countries with a partial one only.",
      last ? `By ${last.year}: ${last.full} in full, ${last.partial} in part.` : "",
    ],
    years: spread.map((one) => one.year),
    series: [
      { label: "Full criminalization", swatch: "step-0", values: spread.map((one) => one.full) },
      { label: "Partial only", swatch: "step-1", values: spread.map((one) => one.partial) },
    ],
    scale: "count",
    axisLabel: "Countries of whose laws the casebook knows",
  };
}

/** Returns a share as whole percent, e.g. "16%". */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
