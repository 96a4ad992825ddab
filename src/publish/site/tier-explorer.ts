import { isMissing } from "../../base/missing.ts";
import { gradedYears, nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { regionsOf, WORLD_REGIONS } from "../../compute/world-region.ts";
import { drawTierGrid, type TierGridCountry, type TierGridSum } from "../../draw/tier-grid.ts";
import type { Tier } from "../../model/scorecard.ts";
import { yearsOf } from "../../model/year-range.ts";
import type { Edition } from "../edition.ts";
import type { Words } from "../words/en.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { type Facet, formatRow, type RowValues, renderExplorerForm } from "./explorer.ts";
import { type Html, html, rawHtml } from "./html.ts";

/** The client module of a page with the grid. */
export const TIER_EXPLORER_SCRIPTS: readonly string[] = ["explore-grid", "scroll-regions"];

/** A country of the grid with its values in the facets. */
interface Row {
  readonly country: TierGridCountry;
  readonly facets: RowValues;
}

/**
 * Returns the grid of all grades by country and year as a page shows it, with the form by which a script narrows and
 * sorts it; nothing where the casebook has no grades.
 */
export function renderTierExplorer(edition: Edition, page: string): Html {
  const { index } = edition;
  const { scorecard } = index.casebook.config;
  const wording = siteWording(edition);
  const { words } = wording;
  const graded = index.countries.filter((country) => index.grades.has(country));
  const found = [...new Set(graded.flatMap((country) => [...(index.grades.get(country)?.keys() ?? [])]))];
  if (found.length === 0) return html``;
  const years = yearsOf({ first: Math.min(...found), last: Math.max(...found) });
  const rows = graded.map((id) => createRow(edition, { id, page, years }));
  const grid = drawTierGrid({
    label: words.gradesOfScorecard(scorecard.short),
    tiers: scorecard.tiers,
    years,
    countries: rows.map(({ country }) => country),
    sums: createSums(scorecard.tiers, words),
    isSortable: true,
    wording,
  });
  return html`<explore-grid data-first-year="${years[0]}">
${renderExplorerForm({
  label: words.filterCountries,
  count: words.countriesShown(rows.length),
  wording,
  rows: rows.map(({ facets }) => facets),
  facets: createFacets(edition, wording),
  choices: [
    {
      name: "year",
      label: words.inYear,
      all: words.anyYear,
      options: years.map((year) => ({ value: String(year), label: String(year) })),
    },
    createOrder(scorecard.tiers, years, words),
  ],
})}${rawHtml(grid)}
</explore-grid>
`;
}

function createRow(
  { index }: Edition,
  { id, page, years }: { readonly id: string; readonly page: string; readonly years: readonly number[] },
): Row {
  const { tiers } = index.casebook.config.scorecard;
  const grades = new Map([...(index.grades.get(id) ?? [])].map(([year, grade]) => [year, grade.tier]));
  const position = (tier: Tier): string => tiers.findIndex((one) => one.id === tier.id).toString(36);
  const country = index.casebook.countries.get(id);
  const groups = country?.groups ?? [];
  const last = gradedYears(index, id).at(-1);
  const values = {
    region: regionsOf(id),
    group: groups.map(({ group, years }) => `${group}:${years.first}:${years.last}`),
    alias: country?.aliases ?? [],
  };
  return {
    country: {
      id,
      name: nameOf(index.casebook, id),
      href: linkTo(page, countryAddress(id)),
      grades,
      data: {
        row: formatRow(values),
        tiers: years
          .map((year) => grades.get(year))
          .map((tier) => (tier === undefined || isMissing(tier) ? "-" : position(tier)))
          .join(""),
      },
    },
    facets: {
      region: values.region,
      group: groups.map(({ group }) => group),
      tier: last ? [String(tiers.findIndex((one) => one.id === last.tier.id))] : [],
    },
  };
}

function createFacets({ index }: Edition, { words, region }: Wording): Facet[] {
  const { countries, config } = index.casebook;
  const groups = [...new Set([...countries.values()].flatMap((one) => one.groups.map(({ group }) => group)))];
  return [
    {
      name: "region",
      label: words.region,
      all: words.allRegions,
      options: WORLD_REGIONS.flatMap(({ code, name, parts }) => [
        { value: code, label: region(code, name) },
        ...parts.map((part) => ({ value: part.code, label: `– ${region(part.code, part.name)}` })),
      ]),
    },
    {
      name: "group",
      label: words.group,
      all: words.allGroups,
      options: groups.sort().map((group) => ({ value: group, label: group })),
    },
    {
      name: "tier",
      label: words.tier,
      all: words.allTiers,
      options: config.scorecard.tiers.map((tier, i) => ({ value: String(i), label: tier.label })),
    },
  ];
}

function createSums(tiers: readonly Tier[], words: Words): TierGridSum[] {
  const inOrder = ({ grades }: TierGridCountry): Tier[] =>
    [...grades].sort(([a], [b]) => a - b).flatMap(([, tier]) => (isMissing(tier) ? [] : [tier]));
  return [
    {
      label: words.changes,
      title: words.changesOfGrade,
      sort: "changes",
      valueOf: (country) =>
        inOrder(country).filter((tier, i, all) => i > 0 && tier.id !== all[i - 1]?.id).length,
    },
    ...tiers.map((tier, i) => ({
      label: `∑ ${tier.short}`,
      title: words.yearsInTier(tier.label),
      sort: `years-${i}`,
      valueOf: (country: TierGridCountry) => inOrder(country).filter((one) => one.id === tier.id).length,
    })),
  ];
}

function createOrder(tiers: readonly Tier[], years: readonly number[], words: Words): Facet {
  return {
    name: "sort",
    label: words.order,
    all: words.byName,
    options: [
      { value: "latest", label: words.latestBestFirst },
      { value: "-latest", label: words.latestWorstFirst },
      { value: "-changes", label: words.mostChanges },
      { value: "changes", label: words.fewestChanges },
      ...tiers.flatMap((tier, i) => [
        { value: `-years-${i}`, label: words.mostYearsIn(tier.label) },
        { value: `years-${i}`, label: words.fewestYearsIn(tier.label) },
      ]),
      ...[...years].reverse().flatMap((year) => [
        { value: String(year), label: words.bestFirstIn(year) },
        { value: `-${year}`, label: words.worstFirstIn(year) },
      ]),
    ],
  };
}
