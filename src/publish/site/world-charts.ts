import type { CriminalizationYear } from "../../compute/panel/criminalization.ts";
import type { YearMoves } from "../../compute/panel/tier-moves.ts";
import type { TierShares } from "../../compute/panel/tier-shares.ts";
import type { YearJoined } from "../../compute/panel/time-in-report.ts";
import type { ColumnChart } from "../../draw/column-chart.ts";
import { tierColour } from "../../draw/palette.ts";
import type { Tier } from "../../model/scorecard.ts";
import type { Wording } from "../words/wording.ts";

/** Returns the chart of the tier shares by year, best tier at the bottom, with counts in the columns. */
export function createSharesChart(
  wording: Wording,
  shares: readonly TierShares[],
  tiers: readonly Tier[],
): ColumnChart {
  const { words } = wording;
  const last = shares.at(-1);
  const shown = last?.shares.map(({ tier, count, share }) =>
    words.tierWithShare(tier.label, count, wording.wholePercent(share)),
  );
  return {
    title: words.sharesTitle,
    description: [
      words.sharesDescription,
      last ? words.sharesIn(last.year, last.rated, wording.list(shown ?? [])) : "",
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
    axisLabel: words.sharesAxis,
  };
}

/** Returns the chart of who moved: up above the line, down below it. */
export function createMoversChart({ words }: Wording, movers: readonly YearMoves[]): ColumnChart {
  const busiest = [...movers].sort(
    (a, b) => b.up.length + b.down.length - a.up.length - a.down.length || a.year - b.year,
  )[0];
  return {
    title: words.moversTitle,
    description: [
      words.moversDescription,
      busiest ? words.mostMoved(busiest.year, busiest.up.length, busiest.down.length) : "",
    ],
    years: movers.map((one) => one.year),
    series: [
      { label: words.up, swatch: "step-3", values: movers.map((one) => one.up.length) },
      { label: words.down, swatch: "step-0", values: movers.map((one) => one.down.length), isBelow: true },
    ],
    scale: "count",
    axisLabel: words.countries,
  };
}

/** Returns the chart of how many countries came into the report, by year. */
export function createJoinedChart({ words }: Wording, joined: readonly YearJoined[]): ColumnChart {
  const first = joined[0];
  const years = joined.length === 0 ? [] : range(joined[0]?.year ?? 0, joined.at(-1)?.year ?? 0);
  const count = new Map(joined.map((one) => [one.year, one.countries.length]));
  return {
    title: words.joinedTitle,
    description: [
      words.joinedDescription,
      first ? words.joinedFirst(first.countries.length, first.year) : "",
    ],
    years,
    series: [
      { label: words.cameInColumn, swatch: "step-1", values: years.map((year) => count.get(year) ?? 0) },
    ],
    scale: "count",
    axisLabel: words.countries,
  };
}

/** Returns the chart of the spread of criminalization. */
export function createCriminalizationChart(
  { words }: Wording,
  spread: readonly CriminalizationYear[],
): ColumnChart {
  const last = spread.at(-1);
  return {
    title: words.criminalizationTitle,
    description: [
      words.criminalizationDescription,
      last ? words.criminalizationBy(last.year, last.full, last.partial) : "",
    ],
    years: spread.map((one) => one.year),
    series: [
      { label: words.fullCriminalization, swatch: "step-0", values: spread.map((one) => one.full) },
      { label: words.partialOnly, swatch: "step-1", values: spread.map((one) => one.partial) },
    ],
    scale: "count",
    axisLabel: words.criminalizationAxis,
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
