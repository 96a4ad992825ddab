import { isMissing } from "../../base/missing.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { originalsOf } from "../../compute/translations.ts";
import type { Country, Membership } from "../../model/country.ts";
import { formatYearRange, type YearRange } from "../../model/year-range.ts";
import { citeCountry } from "../citation.ts";
import type { Artifact, Edition } from "../edition.ts";
import { createOembed } from "../share/oembed.ts";
import { countryPreview } from "../share/preview.ts";
import { siteWording, type Wording, wordingOf } from "../words/wording.ts";
import { absoluteUrl } from "./addresses.ts";
import { renderCiteBlock } from "./cite-block.ts";
import { embedOfCountry, renderCountryEmbeds } from "./country-embeds.ts";
import { renderCountryPanel, standingFiles } from "./country-panel.ts";
import { renderSection } from "./country-section.ts";
import { recordSectionFiles, renderRecordSections } from "./cycle-exhibit.ts";
import { gradesOf } from "./data-tables.ts";
import { exhibitFiles } from "./exhibit-files.ts";
import {
  composeCaption,
  type Download,
  downloadsOf,
  type ExhibitView,
  renderGradesExhibit,
  renderSourceLink,
  renderStatisticsExhibit,
  renderTimelineExhibit,
} from "./exhibits.ts";
import type { CountryFigures } from "./figures.ts";
import { renderGrantTotals } from "./grant-totals-section.ts";
import { type Html, html, joinHtml, rawHtml } from "./html.ts";
import { renderHypothesisLinks } from "./hypotheses-page.ts";
import { renderDatasetMetadata } from "./metadata.ts";
import { renderPage } from "./page.ts";
import { renderRecordSection } from "./record-section.ts";
import { renderCountryPrints } from "./road-page.ts";
import { renderCaseLink } from "./versions.ts";

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
    ...standingFiles(edition, id),
    ...recordSectionFiles(figures),
  ];
  const preview = countryPreview(edition, figures);
  const wording = siteWording(edition);
  const { words } = wording;
  const { embed } = embedOfCountry(edition, figures, "timeline", wording);
  const drawing = rawHtml(figures.drawInline("wide", "timeline"));
  const oembed = embed && createOembed(edition, { address, title: name, embed, drawing, preview });
  const description = words.countryDescription(name, casebook.config.title);
  yield {
    path: `${address}index.html`,
    body: renderPage(edition, {
      address,
      title: name,
      description,
      language: casebook.config.language,
      section: "countries",
      scripts: ["scroll-regions", "figures", "cite"],
      preview,
      head: html`${oembed?.head}${renderDatasetMetadata(casebook.config, {
        name: words.countryInScorecard(name, casebook.config.scorecard.name),
        description,
        address,
        files: files.map((file) => file.path).filter((path) => /\.(csv|json)$/.test(path)),
      })}`,
      content: html`<header class="page-header">
<h1>${name}</h1>
${renderFacts(edition, id)}${renderHowToCite(edition, id, name)}</header>
${renderSections(edition, figures, hasStatistics)}`,
    }),
  };
  if (preview) yield preview.file;
  if (oembed) yield oembed.file;
  yield* files;
  yield* renderCountryEmbeds(edition, figures);
}

function renderSections(edition: Edition, figures: CountryFigures, hasStatistics: boolean): Html {
  const wording = siteWording(edition);
  const view = (type: "timeline" | "statistics" | "grades", kinds: readonly string[]): ExhibitView => {
    const page = countryAddress(figures.country);
    return {
      edition,
      wording,
      page,
      id: type,
      caption: composeCaption(edition, type, figures, wording),
      downloads: downloadsOf(page + type, kinds),
      ...embedOfCountry(edition, figures, type, wording),
    };
  };
  const grades = gradesOf(edition.index, figures.country);
  return html`<h2>${wording.say("timeline")}</h2>
${renderTimelineExhibit(view("timeline", ["svg", "png", "csv", "json"]), figures)}${
  grades.length > 0 &&
  html`<h2>${wording.say("grades")}</h2>
${renderGradesExhibit(view("grades", ["csv", "json"]), grades)}`
}${
  hasStatistics &&
  html`<h2>${wording.say("statisticsSection")}</h2>
${renderStatisticsExhibit(view("statistics", ["csv", "json"]), figures.statistics)}`
}${renderCountryPanel(edition, figures.country)}${renderRecordSections(edition, figures)}${renderHypothesisLinks(edition, figures.country)}${renderLaws(edition, figures.country)}${renderGovernments(edition, figures.country)}${renderGrants(edition, figures.country)}${renderRecordSection(edition, figures.country, countryAddress(figures.country))}`;
}

function renderHowToCite({ index }: Edition, id: string, name: string): Html {
  const { config } = index.casebook;
  const url = config.url === undefined ? undefined : absoluteUrl(config.url, countryAddress(id));
  const wording = wordingOf(config.language);
  return html`<div class="page-tools">
${renderCiteBlock(wording.say("howToCite"), id.toLowerCase(), citeCountry({ id, name }, config, url), wording)}</div>
`;
}

function renderFacts(edition: Edition, id: string): Html {
  const { casebook } = edition.index;
  const country: Country | undefined = casebook.countries.get(id);
  const page = countryAddress(id);
  const wording = siteWording(edition);
  const { words } = wording;
  const cases = originalsOf(casebook)
    .filter((one) => one.country === id)
    .map((one) => renderCaseLink(edition, one, page));
  const facts: [string, Html | undefined][] = [
    [words.casesOfCountry(cases.length), cases.length > 0 ? wording.row(cases) : undefined],
    [words.print, renderCountryPrints(edition, id)],
    ["ISO 3166-1", html`${id}`],
    ["Correlates of War", country?.cow === undefined ? undefined : html`${country.cow}`],
    [
      words.groups,
      country && country.groups.length > 0
        ? joinHtml(
            country.groups.map((one) => formatGroup(one, wording)),
            words.partSeparator,
          )
        : undefined,
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

function formatGroup({ group, years }: Membership, wording: Wording): Html {
  return html`${group} (${formatOpenRange(years, wording)})`;
}

function formatOpenRange({ first, last }: YearRange, wording: Wording): Html {
  if (first === 0 && last === 9999) return wording.say("allYears");
  if (first === 0) return wording.say("untilYear", last);
  return last === 9999 ? wording.say("sinceYear", first) : html`${formatYearRange({ first, last })}`;
}

function renderLaws(edition: Edition, country: string): Html {
  const page = countryAddress(country);
  const laws = edition.index.laws.get(country) ?? [];
  const wording = siteWording(edition);
  return renderSection(edition, country, {
    id: "laws",
    title: wording.say("laws"),
    downloads: filesOfAll(wording, "laws"),
    columns: wording.sayAll("date", "law", "level", "codedFrom", "sourceAndNote"),
    rows: laws.map((law) => [
      html`${wording.date(law.date)}`,
      html`${law.title ?? law.id}`,
      wording.sayOf("lawLevels", law.level),
      html`${law.codedFrom ?? ""}`,
      sourceAndNote(edition, page, law),
    ]),
  });
}

function renderGovernments(edition: Edition, country: string): Html {
  const page = countryAddress(country);
  const governments = edition.index.governments.get(country) ?? [];
  const wording = siteWording(edition);
  return renderSection(edition, country, {
    id: "governments",
    title: wording.say("governments"),
    downloads: filesOfAll(wording, "governments"),
    columns: wording.sayAll("from", "to", "person", "office", "source"),
    rows: governments.map((one) => [
      html`${wording.date(one.start)}`,
      one.end ? html`${wording.date(one.end)}` : wording.say("inOffice"),
      html`${one.person}`,
      html`${one.office ?? ""}`,
      renderSourceLink({ edition, page }, one.source),
    ]),
  });
}

function renderGrants(edition: Edition, country: string): Html {
  const page = countryAddress(country);
  const grants = edition.index.grants.get(country) ?? [];
  const wording = siteWording(edition);
  const sources = grants.some((grant) => grant.source !== undefined || grant.note !== undefined);
  return html`${renderGrantTotals(edition, country)}${renderSection(edition, country, {
    id: "grants",
    title: wording.say("allGrants"),
    level: 3,
    foldAbove: 12,
    downloads: filesOfAll(wording, "grants"),
    columns: wording.sayAll(
      ...([
        "year",
        "recipient",
        "amount",
        "purposes",
        ...(sources ? (["sourceAndNote"] as const) : []),
      ] as const),
    ),
    numbers: [2],
    rows: grants.map((grant) => [
      html`${grant.year}`,
      html`${grant.recipient}${grant.subrecipient !== undefined && ` (${grant.subrecipient})`}`,
      isMissing(grant.amount) ? wording.missing(grant.amount) : html`${wording.number(grant.amount)}`,
      wording.row(grant.purposes),
      ...(sources ? [sourceAndNote(edition, page, grant)] : []),
    ]),
  })}`;
}

/** The files of a table of all countries, of which a page shows one country's rows. */
function filesOfAll({ words }: Wording, table: string): Download[] {
  return downloadsOf(`data/${table}`).map(({ label, path }) => ({
    label: words.ofAllCountries(label),
    path,
  }));
}

function sourceAndNote(edition: Edition, page: string, row: { source?: string; note?: string }): Html {
  const { sentenceSeparator } = siteWording(edition).words;
  return joinHtml([renderSourceLink({ edition, page }, row.source), row.note ?? ""], sentenceSeparator);
}
