import { createMissing, isMissing, type Missing } from "../../base/missing.ts";
import { nameOf, tierOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { compareGrades, findClosestCompany } from "../../compute/panel/company.ts";
import { canCompareCountries, panelOf } from "../../compute/panel/panel.ts";
import { findIndexColumn, indexByYear, indexValue } from "../../compute/panel/policy-index.ts";
import { tierColour } from "../../draw/palette.ts";
import type { Tier } from "../../model/scorecard.ts";
import type { Artifact, Edition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import type { DataTable } from "./data-table.ts";
import { tableFiles } from "./exhibit-files.ts";
import { downloadsOf, renderTableExhibit, renderTier } from "./exhibits.ts";
import { type Html, html, rawHtml } from "./html.ts";
import { renderPage } from "./page.ts";

/** The address of the page that compares countries. */
export const COMPARE_ADDRESS = "compare/";

/** Cases beyond these have no page with their closest company; they can be chosen. */
const MOST_PAIRS = 30;
/** How many countries can be chosen. */
const CHOICES = 4;

/** Two countries with a page of their own, by country id. */
export interface ComparedPair {
  readonly one: string;
  readonly other: string;
  /** Whether the other was sought among the members of the first one's groups only. */
  readonly isKin: boolean;
}

/** Tells whether enough countries are graded to choose some for comparison. */
export function canChooseCountries({ index }: Edition): boolean {
  return canCompareCountries(panelOf(index));
}

/**
 * Returns each case's country with the country whose grades were most like its own, and with the one of its groups of
 * which that is true where it is another one, in the order of cases.
 */
export function findPairs({ index }: Edition): ComparedPair[] {
  const countries = [...new Set(index.casebook.cases.flatMap((one) => one.country ?? []))];
  return countries.slice(0, MOST_PAIRS).flatMap((one) => {
    const other = findClosestCompany(index, one);
    const kin = findClosestCompany(index, one, true);
    return [
      ...(other === undefined ? [] : [{ one, other, isKin: false }]),
      ...(kin === undefined || kin === other ? [] : [{ one, other: kin, isKin: true }]),
    ];
  });
}

/** Returns the address of a pair's page, e.g. `compare/jpn-kor/`. */
export function pairAddress({ one, other }: Pick<ComparedPair, "one" | "other">): string {
  return `${COMPARE_ADDRESS}${one.toLowerCase()}-${other.toLowerCase()}/`;
}

/** Yields the pages of pairs, with their files. */
export function* renderPairPages(edition: Edition): Generator<Artifact> {
  for (const pair of findPairs(edition)) yield* renderPairPage(edition, pair);
}

function* renderPairPage(edition: Edition, pair: ComparedPair): Generator<Artifact> {
  const { index } = edition;
  const { config } = index.casebook;
  const address = pairAddress(pair);
  const countries = [pair.one, pair.other];
  const names = countries.map((id) => nameOf(index.casebook, id));
  const wording = siteWording(edition);
  const { words } = wording;
  const title = wording.list(names);
  const { years, same } = compareGrades(index, pair.one, pair.other);
  const chosen = `${linkTo(address, COMPARE_ADDRESS)}?countries=${countries.map((id) => id.toLowerCase()).join(",")}`;
  yield {
    path: `${address}index.html`,
    body: renderPage(edition, {
      address,
      title,
      description: words.pairDescription(title, config.scorecard.name),
      language: config.language,
      section: "countries",
      scripts: ["scroll-regions"],
      content: html`<header class="page-header">
<h1>${title}</h1>
</header>
<div class="prose"><p>${wording.say("sameGradeIn", { same, years }, names[0] ?? "", pair.isKin)} <a href="${rawHtml(chosen)}">${wording.say("chooseOthers")}</a></p></div>
${renderYears(edition, address, countries)}`,
    }),
  };
  yield* tableFiles(`${address}grades`, tabulate(edition, countries));
}

function renderYears(edition: Edition, page: string, countries: readonly string[]): Html {
  const { index } = edition;
  const hasIndex = hasNumbers(edition);
  const label = findIndexColumn(index)?.column.label ?? "";
  const heads = countries.flatMap((id) => {
    const link = html`<a href="${linkTo(page, countryAddress(id))}">${nameOf(index.casebook, id)}</a>`;
    return hasIndex
      ? [html`<th scope="col">${link}</th><th scope="col" class="align-right">${label}</th>`]
      : [html`<th scope="col">${link}</th>`];
  });
  const wording = siteWording(edition);
  const view = {
    edition,
    wording,
    page,
    id: "grades",
    caption: hasIndex ? wording.say("gradesAndIndexByYear", label) : wording.say("gradesByYear"),
    downloads: downloadsOf(`${page}grades`),
  };
  const rows = panelOf(index).years.map(
    (year) => html`<tr><th scope="row">${year}</th>${countries.map((id) => {
      const grade = html`<td>${renderTier(edition, { tier: shownTier(edition, id, year) })}</td>`;
      if (!hasIndex) return grade;
      return html`${grade}<td class="align-right">${formatValue(wording, indexValue(index, id, year))}</td>`;
    })}</tr>
`,
  );
  return renderTableExhibit(
    view,
    html`<thead>
<tr><th scope="col">${wording.say("year")}</th>${heads}</tr>
</thead>
<tbody>
${rows}</tbody>
`,
    "list-table",
  );
}

/** A year without a row is "not coded", in so many words. */
function shownTier({ index }: Edition, country: string, year: number): Tier | Missing {
  return index.grades.get(country)?.get(year)?.tier ?? createMissing("not-coded");
}

function hasNumbers({ index }: Edition): boolean {
  return indexByYear(index).size > 0;
}

function formatValue(wording: Wording, value: number | Missing): string {
  return isMissing(value) ? "—" : wording.number(value);
}

function tabulate({ index }: Edition, countries: readonly string[]): DataTable {
  return {
    columns: ["country", "name", "year", "tier", "missing", "index"],
    rows: countries.flatMap((id) =>
      panelOf(index).years.map((year) => {
        const tier = tierOf(index, id, year);
        const value = indexValue(index, id, year);
        return [
          id,
          nameOf(index.casebook, id),
          year,
          isMissing(tier) ? undefined : tier.id,
          isMissing(tier) ? tier.missing : undefined,
          isMissing(value) ? undefined : value,
        ];
      }),
    ),
  };
}

/**
 * Returns the part of the compare page where countries are chosen: links to the pairs' pages, which need no script, and a
 * form that a script shows, with the data that it needs.
 */
export function renderChooser(edition: Edition): Html {
  const { index } = edition;
  const wording = siteWording(edition);
  const name = (id: string): string => nameOf(index.casebook, id);
  const options = panelOf(index).countries.map(
    (id) => html`<option value="${id.toLowerCase()}">${name(id)}</option>`,
  );
  const pairs = findPairs(edition).map(
    (pair) =>
      html`<a href="${linkTo(COMPARE_ADDRESS, pairAddress(pair))}">${wording.list([name(pair.one), name(pair.other)])}</a>`,
  );
  const choices = Array.from(
    { length: CHOICES },
    (_, i) =>
      html`<label>${wording.say("countryNumber", i + 1)} <select autocomplete="off"><option value="">–</option>${options}</select></label>
`,
  );
  return html`<form class="compare-form needs-scripts" id="choose" data-countries="${formatData(edition)}">
${choices}</form>
<div class="compare-result" id="chosen" aria-live="polite"></div>
<noscript><div class="prose"><p>${wording.say("choosingNeedsScripts")}</p></div></noscript>
${
  pairs.length > 0 &&
  html`<div class="prose"><p>${wording.say("pairsAre", wording.row(pairs))}</p></div>
`
}`;
}

/** Returns the grades of all countries as JSON for the script. */
function formatData(edition: Edition): string {
  const { index } = edition;
  const panel = panelOf(index);
  const { words } = siteWording(edition);
  const reasons: string[] = [];
  const codeOf = (id: string, year: number): number => {
    const tier = shownTier(edition, id, year);
    if (!isMissing(tier)) return panel.tiers.findIndex((one) => one.id === tier.id);
    const reason = tier.detail ?? words.missingReasons[tier.missing];
    if (!reasons.includes(reason)) reasons.push(reason);
    return -1 - reasons.indexOf(reason);
  };
  const countries = panel.countries.map((id) => [
    id.toLowerCase(),
    nameOf(index.casebook, id),
    panel.years.map((year) => codeOf(id, year)),
    hasNumbers(edition)
      ? panel.years.map((year) => {
          const value = indexValue(index, id, year);
          return isMissing(value) ? null : value;
        })
      : [],
  ]);
  return JSON.stringify({
    years: panel.years,
    tiers: panel.tiers.map((tier, i) => [tier.label, tierColour(i, panel.tiers.length)]),
    index: hasNumbers(edition) ? (findIndexColumn(index)?.column.label ?? null) : null,
    reasons,
    countries,
    words: {
      year: words.year,
      table: words.gradesByYear,
      second: words.chooseSecond,
      same: words.sameGradeInAll,
    },
  });
}
