import { formatCount, formatList, formatNumber } from "../../base/format.ts";
import { formatMissing, isMissing, type Missing } from "../../base/missing.ts";
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
import { linkTo } from "./addresses.ts";
import { renderLimit } from "./country-limit.ts";
import { renderSection } from "./country-section.ts";
import type { DataTable } from "./data-table.ts";
import { tableFiles } from "./exhibit-files.ts";
import { renderTier } from "./exhibits.ts";
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
  const rows = years.map((year) => {
    const rank = computeTierRank(index, country, year);
    const before = computeTierRank(index, country, editions[editions.indexOf(year) - 1] ?? year);
    const time = computeTimeInReport(index, country, year);
    if (isMissing(rank)) return [];
    const total = rank.better + rank.same + rank.worse;
    return [
      html`${year}`,
      html`${renderTier(edition, rank)}`,
      html`${formatMove(rank.tier.rank, isMissing(before) ? undefined : before.tier.rank)}`,
      html`<span class="no-break">${formatPlace(rank.better, rank.same)} of ${total}</span>`,
      renderCompany(edition, country, year),
      ...(hasIndex
        ? [html`${formatValue(indexValue(index, country, year))}`, html`${formatChange(time)}`]
        : []),
    ];
  });
  return renderSection(edition, country, {
    id: "standing",
    title: "Standing and company",
    lead: html`${renderEntry(edition, country)}${renderLimit(edition, country)}`,
    columns: [
      "Year",
      "Grade",
      "Moved",
      "Place",
      "Same grade that year",
      ...(hasIndex ? ["Index", "Since entering"] : []),
    ],
    numbers: [3, 5, 6],
    rows: rows.filter((row) => row.length > 0),
    downloads: ["csv", "json"].map((kind) => ({
      label: kind.toUpperCase(),
      path: `${page}standing.${kind}`,
    })),
  });
}

function renderEntry({ index }: Edition, country: string): Html {
  const entry = findEntryYear(index, country);
  if (isMissing(entry)) return html``;
  const time = latestTimeInReport(index, country);
  const basis = entry.basis === "series" ? "" : ", by its first tier";
  const after = isMissing(time)
    ? ""
    : ` By ${time.year} that was ${formatCount(time.years, "year")}${isMissing(time.change) ? "" : `, in which the index changed by ${signed(time.change)}${typeof time.changePerYear === "number" ? ` (${signed(time.changePerYear)} a year)` : ""}`}.`;
  return html`<p>${nameOf(index.casebook, country)} came into the report in ${entry.year}${basis}.${after} The place is the span of places that all countries of the grade share.</p>
`;
}

function renderCompany(edition: Edition, country: string, year: number): Html {
  const { index } = edition;
  const page = countryAddress(country);
  const company = computeTierCompany(index, country, year);
  if (isMissing(company)) return html`${formatMissing(company)}`;
  const names = (ids: readonly string[]): string => formatList(ids.map((id) => nameOf(index.casebook, id)));
  const count = company.countries.length;
  if (count === 0) return html`none`;
  if (count <= MANY_NAMES) return html`${names(company.countries)}`;
  const others = `${count} others`;
  const link = isWorldPanel(panelOf(index))
    ? html`<a href="${linkTo(page, mapAddress(year), tierAnchor(company.tier))}">${others}</a>`
    : html`${others}`;
  const groups = company.byGroup
    .filter((one) => one.countries.length <= MANY_NAMES)
    .map(({ group, countries }) => html`${group}: ${names(countries)}`);
  return joinHtml([link, ...groups], "; ");
}

function renderNearest(edition: Edition, country: string): Html {
  const { index } = edition;
  const column = findIndexColumn(index);
  const rows = column ? (index.series.get(column.series.id)?.get(country) ?? []) : [];
  const year = rows.findLast((row) => column && typeof row.values[column.column.id] === "number")?.year;
  const company = year === undefined ? undefined : computeIndexCompany(index, country, year);
  if (!column || !company || isMissing(company) || company.nearest.length === 0) return html``;
  const page = countryAddress(country);
  const links = company.nearest.map(
    (one) =>
      html`<a href="${linkTo(page, countryAddress(one.country))}">${nameOf(index.casebook, one.country)}</a> ${formatNumber(one.value, "number")}`,
  );
  const more = company.more > 0 && ` and ${company.more} more as near as the last`;
  return html`<h2>Nearest in the ${lowerFirst(column.column.label)}</h2>
<div class="prose"><p>${company.year}, at ${formatNumber(company.value, "number")}: ${joinHtml(links, ", ")}${more}.</p></div>
`;
}

function renderComponents(edition: Edition, country: string): Html {
  const column = findIndexColumn(edition.index);
  if (!column || column.components.length === 0) return html``;
  const columns = [column.column, ...column.components];
  const rows = (edition.index.series.get(column.series.id)?.get(country) ?? []).filter((row) =>
    columns.some((one) => typeof row.values[one.id] === "number"),
  );
  return renderSection(edition, country, {
    id: "index",
    title: `${column.series.label} by component`,
    columns: ["Year", ...columns.map((one) => one.label)],
    numbers: columns.map((_, i) => i + 1),
    foldAbove: 6,
    rows: rows.map((row) => [
      html`${row.year}`,
      ...columns.map((one) => html`${formatValue(row.values[one.id] ?? { missing: "not-coded" })}`),
    ]),
  });
}

function renderEffort(edition: Edition, country: string): Html {
  const years = computeEffort(edition.index, country);
  const sum = sumEffort(years);
  const share = (value: number): string => formatNumber(value, "percent");
  return renderSection(edition, country, {
    id: "effort",
    title: "Effort, by cables",
    columns: ["Year", "Cables on the subject", "Cables available", "Share"],
    numbers: [1, 2, 3],
    foldAbove: 6,
    ...(sum
      ? {
          lead: html`<p>Over all years ${formatNumber(sum.about, "number")} of ${formatNumber(sum.available, "number")} available cables of posts in the country, ${share(sum.share)}. What is not available is not counted.</p>
`,
        }
      : {}),
    rows: years.map((one) => [
      html`${one.year}`,
      html`${formatNumber(one.about, "number")}`,
      html`${formatNumber(one.available, "number")}`,
      html`${share(one.share)}`,
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

function formatMove(rank: number, before: number | undefined): string {
  if (before === undefined || rank === before) return "";
  return rank < before ? "up" : "down";
}

function formatPlace(better: number, same: number): string {
  return same === 1 ? String(better + 1) : `${better + 1}–${better + same}`;
}

function formatValue(value: number | Missing): string {
  return isMissing(value) ? "—" : formatNumber(value, "number");
}

function formatChange(time: TimeInReport | Missing): string {
  return isMissing(time) || isMissing(time.change) ? "—" : signed(time.change);
}

function signed(value: number): string {
  return value > 0 ? `+${formatNumber(value, "number")}` : formatNumber(value, "number");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
