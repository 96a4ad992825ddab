import { isMissing, type Missing } from "../../base/missing.ts";
import { gradedYears, nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { computeIndexCompany, computeTierCompany, computeTierRank } from "../../compute/panel/company.ts";
import { computeEffort, sumEffort } from "../../compute/panel/effort.ts";
import { isWorldPanel, panelOf } from "../../compute/panel/panel.ts";
import { findIndexColumn, indexValue } from "../../compute/panel/policy-index.ts";
import {
  computeTimeInReport,
  findEntryYear,
  latestTimeInReport,
  type TimeInReport,
} from "../../compute/panel/time-in-report.ts";
import type { Artifact, Edition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { renderLimit } from "./country-limit.ts";
import { renderSection } from "./country-section.ts";
import type { DataTable } from "./data-table.ts";
import { tableFiles } from "./exhibit-files.ts";
import { downloadsOf, renderTier } from "./exhibits.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { mapAddress, tierAnchor } from "./world-addresses.ts";

/** A year that fewer countries have a tier in has no company worth a table. */
const LEAST_GRADED = 3;
/** More names than this are counted, not listed. */
const MANY_NAMES = 12;

/** Returns what the panel says of a country: standing and company by year, nearest in the index, its parts, effort. */
export function renderCountryPanel(edition: Edition, country: string): Html {
  return html`${renderStanding(edition, country)}${renderNearest(edition, country)}${renderComponents(edition, country)}${renderEffort(edition, country)}`;
}

/** Returns the files of the standing by year; none where it is not shown. */
export function standingFiles(edition: Edition, country: string): Artifact[] {
  const years = standingYears(edition, country);
  if (years.length === 0) return [];
  return tableFiles(`${countryAddress(country)}standing`, tabulateStanding(edition, country, years));
}

function standingYears({ index }: Edition, country: string): number[] {
  const panel = panelOf(index);
  return gradedYears(index, country)
    .map(({ year }) => year)
    .filter((year) => (panel.tiersByYear.get(year)?.size ?? 0) >= LEAST_GRADED);
}

function renderStanding(edition: Edition, country: string): Html {
  const { index } = edition;
  const page = countryAddress(country);
  const years = standingYears(edition, country);
  const hasIndex = findIndexColumn(index) !== undefined && index.series.size > 0;
  const editions = panelOf(index).years;
  const wording = siteWording(edition);
  const rows = years.map((year) => {
    const rank = computeTierRank(index, country, year);
    const before = computeTierRank(index, country, editions[editions.indexOf(year) - 1] ?? year);
    const time = computeTimeInReport(index, country, year);
    if (isMissing(rank)) return [];
    const total = rank.better + rank.same + rank.worse;
    return [
      html`${year}`,
      html`${renderTier(edition, rank)}`,
      formatMove(wording, rank.tier.rank, isMissing(before) ? undefined : before.tier.rank),
      html`<span class="no-break">${wording.say("placeOf", formatPlace(rank.better, rank.same), total)}</span>`,
      renderCompany(edition, country, year),
      ...(hasIndex
        ? [formatValue(wording, indexValue(index, country, year)), formatChange(wording, time)]
        : []),
    ];
  });
  return renderSection(edition, country, {
    id: "standing",
    title: wording.say("standing"),
    lead: html`${renderEntry(edition, country)}${renderLimit(edition, country)}`,
    columns: [
      ...wording.sayAll("year", "grade", "moved", "place", "sameGradeThatYear"),
      ...(hasIndex ? wording.sayAll("index", "sinceEntering") : []),
    ],
    numbers: [3, 5, 6],
    rows: rows.filter((row) => row.length > 0),
    downloads: downloadsOf(`${page}standing`),
  });
}

function renderEntry(edition: Edition, country: string): Html {
  const { index } = edition;
  const wording = siteWording(edition);
  const entry = findEntryYear(index, country);
  if (isMissing(entry)) return html``;
  const time = latestTimeInReport(index, country);
  const signedOr = (value: number | Missing): string | undefined =>
    isMissing(value) ? undefined : signed(wording, value);
  const after =
    !isMissing(time) &&
    html` ${wording.say("timeInReport", time.year, time.years, signedOr(time.change), isMissing(time.change) ? undefined : signedOr(time.changePerYear))}`;
  return html`<p>${wording.say("cameIn", nameOf(index.casebook, country), entry.year, entry.basis !== "series")}${after} ${wording.say("placeIsSpan")}</p>
`;
}

function renderCompany(edition: Edition, country: string, year: number): Html {
  const { index } = edition;
  const page = countryAddress(country);
  const company = computeTierCompany(index, country, year);
  const wording = siteWording(edition);
  if (isMissing(company)) return wording.missing(company);
  const names = (ids: readonly string[]): string => wording.list(ids.map((id) => nameOf(index.casebook, id)));
  const count = company.countries.length;
  if (count === 0) return wording.say("noOther");
  if (count <= MANY_NAMES) return html`${names(company.countries)}`;
  const others = wording.say("otherCountries", count);
  const link = isWorldPanel(panelOf(index))
    ? html`<a href="${linkTo(page, mapAddress(year), tierAnchor(company.tier))}">${others}</a>`
    : others;
  const groups = company.byGroup
    .filter((one) => one.countries.length <= MANY_NAMES)
    .map(({ group, countries }) => wording.say("groupMembers", group, names(countries)));
  return joinHtml([link, ...groups], wording.words.partSeparator);
}

function renderNearest(edition: Edition, country: string): Html {
  const { index } = edition;
  const column = findIndexColumn(index);
  const rows = column ? (index.series.get(column.series.id)?.get(country) ?? []) : [];
  const year = rows.findLast((row) => column && typeof row.values[column.column.id] === "number")?.year;
  const company = year === undefined ? undefined : computeIndexCompany(index, country, year);
  if (!column || !company || isMissing(company) || company.nearest.length === 0) return html``;
  const page = countryAddress(country);
  const wording = siteWording(edition);
  const links = company.nearest.map(
    (one) =>
      html`<a href="${linkTo(page, countryAddress(one.country))}">${nameOf(index.casebook, one.country)}</a> ${wording.number(one.value)}`,
  );
  const { year: at, value, more } = company;
  return html`<h2>${wording.say("nearestIn", column.column.label)}</h2>
<div class="prose"><p>${wording.say("nearestAre", at, wording.number(value), wording.row(links), more)}</p></div>
`;
}

function renderComponents(edition: Edition, country: string): Html {
  const column = findIndexColumn(edition.index);
  if (!column || column.components.length === 0) return html``;
  const columns = [column.column, ...column.components];
  const wording = siteWording(edition);
  const rows = (edition.index.series.get(column.series.id)?.get(country) ?? []).filter((row) =>
    columns.some((one) => typeof row.values[one.id] === "number"),
  );
  return renderSection(edition, country, {
    id: "index",
    title: wording.say("byComponent", column.series.label),
    columns: [wording.say("year"), ...columns.map((one) => one.label)],
    numbers: columns.map((_, i) => i + 1),
    foldAbove: 6,
    rows: rows.map((row) => [
      html`${row.year}`,
      ...columns.map((one) => formatValue(wording, row.values[one.id] ?? { missing: "not-coded" })),
    ]),
  });
}

function renderEffort(edition: Edition, country: string): Html {
  const years = computeEffort(edition.index, country);
  const sum = sumEffort(years);
  const wording = siteWording(edition);
  return renderSection(edition, country, {
    id: "effort",
    title: wording.say("effort"),
    columns: wording.sayAll("year", "cablesOnSubject", "cablesAvailable", "share"),
    numbers: [1, 2, 3],
    foldAbove: 6,
    ...(sum
      ? {
          lead: html`<p>${wording.say("effortOverall", wording.number(sum.about), wording.number(sum.available), wording.percent(sum.share))}</p>
`,
        }
      : {}),
    rows: years.map((one) => [
      html`${one.year}`,
      html`${wording.number(one.about)}`,
      html`${wording.number(one.available)}`,
      html`${wording.percent(one.share)}`,
    ]),
  });
}

function tabulateStanding({ index }: Edition, country: string, years: readonly number[]): DataTable {
  return {
    columns: [
      "country",
      "year",
      "tier",
      "better",
      "same",
      "worse",
      "company",
      "index",
      "years_in_report",
      "change_since_entering",
      "change_per_year",
    ],
    rows: years.map((year) => {
      const rank = computeTierRank(index, country, year);
      const company = computeTierCompany(index, country, year);
      const time = computeTimeInReport(index, country, year);
      const value = indexValue(index, country, year);
      const places = isMissing(rank)
        ? [undefined, undefined, undefined, undefined]
        : [rank.tier.id, rank.better, rank.same, rank.worse];
      return [
        country,
        year,
        ...places,
        isMissing(company) ? undefined : company.countries.join(";"),
        numberOr(value),
        ...(isMissing(time)
          ? [undefined, undefined, undefined]
          : [time.years, numberOr(time.change), numberOr(time.changePerYear)]),
      ];
    }),
  };
}

function numberOr(value: number | Missing): number | undefined {
  return isMissing(value) ? undefined : value;
}

function formatMove(wording: Wording, rank: number, before: number | undefined): Html {
  if (before === undefined || rank === before) return html``;
  return wording.say(rank < before ? "movedUp" : "movedDown");
}

function formatPlace(better: number, same: number): string {
  return same === 1 ? String(better + 1) : `${better + 1}–${better + same}`;
}

function formatValue(wording: Wording, value: number | Missing): Html {
  return html`${isMissing(value) ? "—" : wording.number(value)}`;
}

function formatChange(wording: Wording, time: TimeInReport | Missing): Html {
  return html`${isMissing(time) || isMissing(time.change) ? "—" : signed(wording, time.change)}`;
}

function signed(wording: Wording, value: number): string {
  return value > 0 ? `+${wording.number(value)}` : wording.number(value);
}
