import { formatDate } from "../../base/edtf.ts";
import { formatList } from "../../base/format.ts";
import type { Config } from "../../model/config.ts";
import { datePartsOf, escapeBibtex, formatInvertedName, formatName, parsePersonName } from "../citation.ts";
import { findLicence } from "../site/licences.ts";
import { dataUrl, packageName, versionOf } from "./descriptor.ts";

/** Returns how the data are cited, in one line. */
export function formatDataCitation(config: Config): string {
  const { authors, title, release } = config;
  const names = authors.map(({ name }, i) => {
    const person = parsePersonName(name);
    return i === 0 ? formatInvertedName(person) : formatName(person);
  });
  const version = versionOf(config);
  const edition = release && `Edition of ${formatDate(release)}`;
  return [
    names.length > 0 && formatList(names).replace(/\.$/, ""),
    release && String(datePartsOf(release).year),
    `Data of ${title}`,
    edition && (version === undefined ? edition : `${edition}, version ${version}`),
    dataUrl(config),
  ]
    .filter((part) => typeof part === "string")
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(" ");
}

/** Returns `CITATION.cff` (Citation File Format 1.2.0) of the data. */
export function formatCff(config: Config): string {
  const { title, authors, release, licence } = config;
  const url = dataUrl(config);
  const version = versionOf(config);
  const lines = [
    "cff-version: 1.2.0",
    "message: If you use these data, please cite them.",
    "type: dataset",
    `title: ${JSON.stringify(`Data of ${title}`)}`,
    "authors:",
    ...(authors.length === 0 ? [`  - name: ${JSON.stringify(title)}`] : []),
    ...authors.flatMap(({ name, orcid }) => authorLines(name, orcid)),
    ...(version === undefined ? [] : [`version: ${JSON.stringify(version)}`]),
    ...(release?.precision === "day" ? [`date-released: ${JSON.stringify(release.first)}`] : []),
    ...licenceLines(licence),
    ...(url === undefined ? [] : [`url: ${JSON.stringify(url)}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function authorLines(name: string, orcid: string | undefined): string[] {
  const { family, given, literal } = parsePersonName(name);
  const fields: [string, string | undefined][] =
    literal === undefined
      ? [
          ["family-names", family],
          ["given-names", given],
        ]
      : [["name", literal]];
  if (orcid !== undefined) {
    fields.push([literal === undefined ? "orcid" : "website", `https://orcid.org/${orcid}`]);
  }
  return fields
    .filter((field): field is [string, string] => field[1] !== undefined && field[1] !== "")
    .map(([key, value], i) => `  ${i === 0 ? "-" : " "} ${key}: ${JSON.stringify(value)}`);
}

/** The format takes SPDX ids; anything else stands as an address or not at all. */
function licenceLines(licence: string | undefined): string[] {
  if (licence === undefined) return [];
  const { url } = findLicence(licence);
  if (/^[A-Za-z]+[A-Za-z0-9.+-]*-\d[\d.]*$|^MIT$/.test(licence)) return [`license: ${licence}`];
  return url === undefined ? [] : [`license-url: ${JSON.stringify(url)}`];
}

/** Returns the BibTeX entry of the data (`@dataset` of biblatex; old styles set it as `@misc`). */
export function formatDataBibtex(config: Config): string {
  const { authors, title, release, language } = config;
  const parts = release && datePartsOf(release);
  const url = dataUrl(config);
  const fields: [string, string | undefined][] = [
    ["author", authors.map(({ name }) => bibtexName(name)).join(" and ") || undefined],
    ["title", `{${escapeBibtex(`Data of ${title}`)}}`],
    ["year", parts && String(parts.year)],
    ["month", parts?.month === undefined ? undefined : String(parts.month)],
    ["version", versionOf(config)],
    ["url", url?.replace(/[{}\\]/g, encodeURIComponent)],
    ["langid", language],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return `@dataset{${citationKey(config)},\n${lines.join("\n")}\n}\n`;
}

function citationKey(config: Config): string {
  const year = config.release && datePartsOf(config.release).year;
  return [packageName(config), "data", year].filter((part) => part !== undefined).join("-");
}

function bibtexName(name: string): string {
  const person = parsePersonName(name);
  return person.literal === undefined
    ? escapeBibtex(formatInvertedName(person))
    : `{${escapeBibtex(person.literal)}}`;
}
