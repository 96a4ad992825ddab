import { formatDate } from "../../base/edtf.ts";
import { formatNumber } from "../../base/format.ts";
import { formatMissing, isMissing } from "../../base/missing.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { caseAddress, countryAddress } from "../../compute/links.ts";
import type { Country, Membership } from "../../model/country.ts";
import { formatYearRange, type YearRange } from "../../model/year-range.ts";
import type { Artifact, Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import { recordSectionFiles, renderRecordSections } from "./cycle-exhibit.ts";
import { gradesOf } from "./data-tables.ts";
import { exhibitFiles } from "./exhibit-files.ts";
import {
  composeCaption,
  type ExhibitView,
  renderGradesExhibit,
  renderSourceLink,
  renderStatisticsExhibit,
  renderTableExhibit,
  renderTimelineExhibit,
} from "./exhibits.ts";
import type { CountryFigures } from "./figures.ts";
import { attribute, type Html, html, joinHtml } from "./html.ts";
import { renderHypothesisLinks } from "./hypotheses-page.ts";
import { renderDatasetMetadata } from "./metadata.ts";
import { renderPage } from "./page.ts";
import { renderRecordSection } from "./record-section.ts";

/** Yields a country's page and the files beside it. */
export function* renderCountryPage(edition: Edition, figures: CountryFigures): Generator<Artifact> {
  const { casebook } = edition.index;
  const id = figures.country;
  const address = countryAddress(id);
  const name = nameOf(casebook, id);
  const grades = gradesOf(edition.index, id);
  const hasStatistics = figures.statistics.some((statistic) => !isMissing(statistic.value));
  const files = [
    ...exhibitFiles(`${address}timeline`, "timeline", figures, edition),
    ...(hasStatistics ? exhibitFiles(`${address}statistics`, "statistics", figures, edition) : []),
    ...(grades.length > 0 ? exhibitFiles(`${address}grades`, "grades", figures, edition) : []),
    ...recordSectionFiles(figures),
  ];
  const description = `${name} in ${casebook.config.title}: grades, timeline, laws and governments.`;
  yield {
    path: `${address}index.html`,
    body: renderPage(edition, {
      address,
      title: name,
      description,
      language: casebook.config.language,
      section: "countries",
      scripts: ["scroll-regions"],
      image: `${address}timeline.png`,
      head: renderDatasetMetadata(casebook.config, {
        name: `${name} in the ${casebook.config.scorecard.name}`,
        description,
        address,
        files: files.map((file) => file.path).filter((path) => /\.(csv|json)$/.test(path)),
      }),
      content: html`<header class="page-header">
<h1>${name}</h1>
${renderFacts(edition, id)}</header>
${renderSections(edition, figures, hasStatistics)}`,
    }),
  };
  yield* files;
}

function renderSections(edition: Edition, figures: CountryFigures, hasStatistics: boolean): Html {
  const view = (type: "timeline" | "statistics" | "grades", kinds: readonly string[]): ExhibitView => {
    const page = countryAddress(figures.country);
    return {
      edition,
      page,
      id: type,
      caption: composeCaption(edition, type, figures),
      downloads: kinds.map((kind) => ({ label: kind.toUpperCase(), path: `${page}${type}.${kind}` })),
    };
  };
  const grades = gradesOf(edition.index, figures.country);
  return html`<h2>Timeline</h2>
${renderTimelineExhibit(view("timeline", ["svg", "png", "csv", "json"]), figures)}${
  grades.length > 0 &&
  html`<h2>Grades</h2>
${renderGradesExhibit(view("grades", ["csv", "json"]), grades)}`
}${
  hasStatistics &&
  html`<h2>Statistics</h2>
${renderStatisticsExhibit(view("statistics", ["csv", "json"]), figures.statistics)}`
}${renderRecordSections(edition, figures)}${renderHypothesisLinks(edition, figures.country)}${renderLaws(edition, figures.country)}${renderGovernments(edition, figures.country)}${renderGrants(edition, figures.country)}${renderRecordSection(edition, figures.country, countryAddress(figures.country))}`;
}

function renderFacts(edition: Edition, id: string): Html {
  const { casebook } = edition.index;
  const country: Country | undefined = casebook.countries.get(id);
  const page = countryAddress(id);
  const cases = casebook.cases
    .filter((one) => one.country === id)
    .map((one) => html`<a href="${linkTo(page, caseAddress(one))}">${one.title}</a>`);
  const facts: [string, Html | undefined][] = [
    [cases.length === 1 ? "Case" : "Cases", cases.length > 0 ? joinHtml(cases, ", ") : undefined],
    ["ISO 3166-1", html`${id}`],
    ["Correlates of War", country?.cow === undefined ? undefined : html`${country.cow}`],
    [
      "Groups",
      country && country.groups.length > 0 ? html`${country.groups.map(formatGroup).join("; ")}` : undefined,
    ],
  ];
  return html`<dl class="facts">
${facts.map(
  ([term, value]) =>
    value &&
    html`<div><dt>${term}</dt><dd>${value}</dd></div>
`,
)}</dl>
`;
}

function formatGroup({ group, years }: Membership): string {
  return `${group} (${formatOpenRange(years)})`;
}

function formatOpenRange({ first, last }: YearRange): string {
  if (first === 0 && last === 9999) return "all years";
  if (first === 0) return `until ${last}`;
  return last === 9999 ? `since ${first}` : formatYearRange({ first, last });
}

/** A section with a plain table; nothing where there are no rows. */
function renderSection(
  edition: Edition,
  country: string,
  section: {
    id: string;
    title: string;
    columns: readonly string[];
    /** The column that holds numbers, if one does. */
    numbers?: number;
    rows: readonly (readonly Html[])[];
  },
): Html {
  if (section.rows.length === 0) return html``;
  const name = nameOf(edition.index.casebook, country);
  const view = {
    edition,
    page: countryAddress(country),
    id: section.id,
    caption: html`${`${name}: ${section.title.toLowerCase()}`}`,
    downloads: [],
  };
  const align = (i: number): Html | undefined =>
    attribute("class", i === section.numbers ? "align-right" : undefined);
  const rows = html`<thead>
<tr>${section.columns.map((column, i) => html`<th scope="col"${align(i)}>${column}</th>`)}</tr>
</thead>
<tbody>
${section.rows.map(
  (
    row,
  ) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td${align(i)}>${cell}</td>`))}</tr>
`,
)}</tbody>
`;
  return html`<h2>${section.title}</h2>
${renderTableExhibit(view, rows, "list-table")}`;
}

const LAW_LEVELS = {
  partial: "partial criminalization",
  full: "full criminalization",
  strengthened: "strengthened",
} as const;

function renderLaws(edition: Edition, country: string): Html {
  const page = countryAddress(country);
  const laws = edition.index.laws.get(country) ?? [];
  return renderSection(edition, country, {
    id: "laws",
    title: "Laws",
    columns: ["Date", "Law", "Level", "Coded from", "Source and note"],
    rows: laws.map((law) => [
      html`${formatDate(law.date)}`,
      html`${law.title ?? law.id}`,
      html`${LAW_LEVELS[law.level]}`,
      html`${law.codedFrom ?? ""}`,
      sourceAndNote(edition, page, law),
    ]),
  });
}

function renderGovernments(edition: Edition, country: string): Html {
  const page = countryAddress(country);
  const governments = edition.index.governments.get(country) ?? [];
  return renderSection(edition, country, {
    id: "governments",
    title: "Governments",
    columns: ["From", "To", "Person", "Office", "Source"],
    rows: governments.map((one) => [
      html`${formatDate(one.start)}`,
      html`${one.end ? formatDate(one.end) : "in office"}`,
      html`${one.person}`,
      html`${one.office ?? ""}`,
      renderSourceLink({ edition, page }, one.source),
    ]),
  });
}

function renderGrants(edition: Edition, country: string): Html {
  const page = countryAddress(country);
  const grants = edition.index.grants.get(country) ?? [];
  return renderSection(edition, country, {
    id: "grants",
    title: "Grants",
    columns: ["Year", "Recipient", "Amount", "Purposes", "Source and note"],
    numbers: 2,
    rows: grants.map((grant) => [
      html`${grant.year}`,
      html`${grant.recipient}${grant.subrecipient !== undefined && ` (${grant.subrecipient})`}`,
      html`${isMissing(grant.amount) ? formatMissing(grant.amount) : formatNumber(grant.amount, "number")}`,
      html`${grant.purposes.join(", ")}`,
      sourceAndNote(edition, page, grant),
    ]),
  });
}

function sourceAndNote(edition: Edition, page: string, row: { source?: string; note?: string }): Html {
  return joinHtml([renderSourceLink({ edition, page }, row.source), row.note ?? ""], ". ");
}
