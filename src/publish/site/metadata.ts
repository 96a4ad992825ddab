import type { CalendarDate } from "../../base/edtf.ts";
import type { Case } from "../../model/case.ts";
import type { Config } from "../../model/config.ts";
import { formatInvertedName, formatName, type PageCitation } from "../citation.ts";
import type { Edition } from "../edition.ts";
import { absoluteUrl } from "./addresses.ts";
import { descriptionOf } from "./case-description.ts";
import { type Html, html, rawHtml } from "./html.ts";
import { findLicence } from "./licences.ts";

/** Returns the Highwire tags (read by Google Scholar and Zotero) and JSON-LD of a case's page. */
export function renderCaseMetadata(edition: Edition, one: Case, citation: PageCitation): Html {
  const { config } = edition.index.casebook;
  const tags: [string, string | undefined][] = [
    ["citation_title", one.title],
    ...citation.authors.map((name): [string, string] => ["citation_author", formatInvertedName(name)]),
    ["citation_publication_date", highwireDate(one.date ?? config.release)],
    ["citation_inbook_title", config.title],
    ["citation_language", one.language],
    ["citation_public_url", citation.url],
    ["citation_fulltext_html_url", citation.url],
  ];
  const url = citation.url;
  const data = {
    "@context": "https://schema.org",
    "@type": "ScholarlyArticle",
    headline: one.title,
    name: one.title,
    author: citation.authors.map((name) => ({
      "@type": name.literal === undefined ? "Person" : "Organization",
      name: formatName(name),
    })),
    datePublished: one.date?.text,
    dateModified: one.modified?.text,
    description: descriptionOf(one),
    inLanguage: one.language,
    url,
    mainEntityOfPage: url,
    license: licenceUrl(config),
    isPartOf: partOf(config),
  };
  return html`${tags.map(
    ([name, content]) =>
      content !== undefined &&
      html`<meta name="${name}" content="${content}">
`,
  )}${renderJsonLd(data)}`;
}

/** Returns the JSON-LD of a page that offers data: a country's, or the page on methods and data. */
export function renderDatasetMetadata(
  config: Config,
  dataset: { name: string; description: string; address: string; files: readonly string[] },
): Html {
  const { url } = config;
  return renderJsonLd({
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: dataset.name,
    description: dataset.description,
    url: url === undefined ? undefined : absoluteUrl(url, dataset.address),
    creator: config.authors.map((author) => ({ "@type": "Person", name: author.name })),
    license: licenceUrl(config),
    dateModified: config.release?.text,
    temporalCoverage: `${config.years.first}/${config.years.last}`,
    isPartOf: partOf(config),
    distribution:
      url === undefined
        ? undefined
        : dataset.files.map((path) => ({
            "@type": "DataDownload",
            encodingFormat: path.endsWith(".json") ? "application/json" : "text/csv",
            contentUrl: absoluteUrl(url, path),
          })),
  });
}

function partOf(config: Config): object {
  return {
    "@type": "CreativeWork",
    name: config.title,
    url: config.url,
    datePublished: config.release?.text,
  };
}

function licenceUrl(config: Config): string | undefined {
  if (config.licence === undefined) return undefined;
  const { name, url } = findLicence(config.licence);
  return url ?? name;
}

function highwireDate(date: CalendarDate | undefined): string | undefined {
  if (!date) return undefined;
  const [year, month, day] = date.first.split("-");
  if (date.precision === "day") return `${year}/${month}/${day}`;
  return date.precision === "month" ? `${year}/${month}` : year;
}

/** In a script, `<` could end the element; its JSON escape cannot. */
function renderJsonLd(data: object): Html {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return rawHtml(`<script type="application/ld+json">${json}</script>\n`);
}
