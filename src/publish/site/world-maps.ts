import { nameOf } from "../../compute/casebook-index.ts";
import { computeMapTiers } from "../../compute/panel/map-tiers.ts";
import { panelOf } from "../../compute/panel/panel.ts";
import type { YearJoined } from "../../compute/panel/time-in-report.ts";
import { tierColour } from "../../draw/palette.ts";
import { STEP_SWATCHES } from "../../draw/swatches.ts";
import type { MapValue, WorldMap } from "../../draw/world-map.ts";
import { formatYearRange, isYearIn, type YearRange } from "../../model/year-range.ts";
import type { Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";

/** Returns the map of the tiers of a year. */
export function createTierMap(edition: Edition, year: number): WorldMap {
  const { index } = edition;
  const panel = panelOf(index);
  const { scorecard } = index.casebook.config;
  const { words, list } = siteWording(edition);
  const tiers = panel.tiers.filter(
    (tier) =>
      tier.since <= year ||
      [...(panel.tiersByYear.get(year)?.values() ?? [])].some((one) => one.id === tier.id),
  );
  const position = new Map(tiers.map((tier, i) => [tier.id, i]));
  const own = [...(panel.tiersByYear.get(year)?.values() ?? [])];
  const counts = tiers.map((tier) => own.filter((one) => one.id === tier.id).length);
  const values = new Map(
    [...computeMapTiers(panel, year)].map(([country, { tier, asPartOf }]): [string, MapValue] => [
      country,
      {
        class: position.get(tier.id) ?? 0,
        text:
          asPartOf === undefined ? tier.label : words.asPartOf(tier.label, nameOf(index.casebook, asPartOf)),
      },
    ]),
  );
  return {
    title: words.mapTitle(scorecard.short, year),
    description: [
      words.mapDescription(year),
      words.mapCounts(
        list(tiers.map((tier, i) => words.tierWithCount(tier.label, counts[i] ?? 0))),
        own.length,
      ),
    ],
    classes: tiers.map((tier, i) => ({
      label: tier.label,
      swatch: `tier-${tierColour(panel.tiers.indexOf(tier), panel.tiers.length)}`,
      count: counts[i] ?? 0,
    })),
    values,
    keyLabel: words.tierKey,
    none: words.noTierIn(year),
    dots: new Set(panel.countries),
    nameOf: (country) => index.casebook.countries.get(country)?.name,
  };
}

/** A run of years on the map of the years of joining. */
export interface JoinedBin {
  readonly years: YearRange;
  readonly label: string;
  readonly countries: readonly string[];
}

/** Returns the years of joining in at most four runs that do not overlap: the first year, two runs of three years, the rest. */
export function binYearsJoined(joined: readonly YearJoined[]): JoinedBin[] {
  const first = joined[0]?.year;
  const last = joined.at(-1)?.year;
  if (first === undefined || last === undefined) return [];
  const starts = [first, first + 1, first + 4, first + 7].filter((year) => year <= last);
  return starts.slice(0, STEP_SWATCHES).map((start, i) => {
    const years = { first: start, last: (starts[i + 1] ?? last + 1) - 1 };
    const countries = joined.filter((one) => isYearIn(years, one.year)).flatMap((one) => one.countries);
    return { years, label: formatYearRange(years), countries };
  });
}

/** Returns the map of the years in which countries came into the report. */
export function createJoinedMap(edition: Edition, joined: readonly YearJoined[]): WorldMap {
  const { index } = edition;
  const { words, list } = siteWording(edition);
  const bins = binYearsJoined(joined);
  const values = new Map<string, MapValue>();
  for (const { year, countries } of joined) {
    const bin = bins.findIndex((one) => isYearIn(one.years, year));
    for (const country of countries) values.set(country, { class: bin, text: String(year) });
  }
  return {
    title: words.joinedMapTitle(index.casebook.config.scorecard.short),
    description: [
      words.joinedMapDescription,
      words.joinedMapCounts(list(bins.map((bin) => words.spanWithCount(bin.label, bin.countries.length)))),
    ],
    classes: bins.map((bin, i) => ({ label: bin.label, swatch: `step-${i}`, count: bin.countries.length })),
    values,
    keyLabel: words.tierKey,
    none: words.neverInReport,
    dots: new Set(),
    nameOf: (country) => index.casebook.countries.get(country)?.name,
  };
}
