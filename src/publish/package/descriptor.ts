import type { Table, TableColumn } from "../../compute/tables/table.ts";
import type { Config } from "../../model/config.ts";
import type { Series } from "../../model/series.ts";
import { formatName, parsePersonName } from "../citation.ts";
import type { Edition } from "../edition.ts";
import { absoluteUrl } from "../site/addresses.ts";
import { findLicence } from "../site/licences.ts";
import type { PackageTable } from "./package-tables.ts";
import { DATABASE_PATH, type PackageFile } from "./table-files.ts";

const PROFILES = "https://datapackage.org/profiles/2.0/";

/**
 * Returns `datapackage.json`: a Frictionless Data Package, version 2, with types, units, ranges, codes, foreign keys,
 * sources and licences. Properties of Demarche's own are `unit`, `reason` (the column that says why another is empty),
 * `identity` (columns by which a row without a key is known again) and `vintage`.
 */
export function formatDescriptor(
  edition: Edition,
  tables: readonly PackageTable[],
  files: ReadonlyMap<string, PackageFile>,
): string {
  const { config } = edition.index.casebook;
  const resources = [
    ...tables.flatMap((table) => [
      describeCsv(edition, table, files),
      describeFile(`${table.name}-parquet`, `${table.path}.parquet`, "parquet", table, files),
    ]),
    describeFile("database", DATABASE_PATH, "sqlite", { label: "All tables, as an SQLite database" }, files),
  ];
  const descriptor = {
    $schema: `${PROFILES}datapackage.json`,
    name: packageName(config),
    title: config.title,
    description: config.description,
    version: versionOf(config),
    created: config.release?.precision === "day" ? `${config.release.first}T00:00:00Z` : undefined,
    homepage: config.url,
    licenses: licencesOf(config.licence),
    contributors: contributorsOf(config),
    sources: sourcesOf(edition),
    resources,
  };
  return `${JSON.stringify(descriptor, undefined, 2)}\n`;
}

/** Returns a package's name: its title in lower case, letters, digits and hyphens alone. */
export function packageName(config: Config): string {
  const plain = config.title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "casebook";
}

/** Returns the edition's day as a version, e.g. `2026.11.22`; undefined where the casebook names no day. */
export function versionOf({ release }: Config): string | undefined {
  if (release?.precision !== "day") return undefined;
  return release.first.split("-").map(Number).join(".");
}

function describeCsv(
  edition: Edition,
  { name, path, definition, series }: PackageTable,
  files: ReadonlyMap<string, PackageFile>,
): object {
  const file = files.get(`${path}.csv`);
  return {
    $schema: `${PROFILES}dataresource.json`,
    name,
    type: "table",
    path: `${path}.csv`,
    title: definition.label,
    description: definition.description,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: file?.bytes.length,
    hash: file && `sha256:${file.sha256}`,
    schema: describeSchema(definition),
    ...(series ? describeOrigin(edition, series) : {}),
  };
}

function describeFile(
  name: string,
  path: string,
  format: "parquet" | "sqlite",
  table: { readonly label: string } | PackageTable,
  files: ReadonlyMap<string, PackageFile>,
): object {
  const file = files.get(path);
  return {
    $schema: `${PROFILES}dataresource.json`,
    name,
    path,
    title: "label" in table ? table.label : `${table.definition.label}, as Parquet`,
    format,
    mediatype: format === "sqlite" ? "application/vnd.sqlite3" : "application/vnd.apache.parquet",
    bytes: file?.bytes.length,
    hash: file && `sha256:${file.sha256}`,
  };
}

function describeSchema({ key, identity, columns }: Table): object {
  const foreign = columns.filter(({ refersTo }) => refersTo !== undefined);
  return {
    $schema: `${PROFILES}tableschema.json`,
    fields: columns.map(describeField),
    primaryKey: key,
    identity,
    foreignKeys:
      foreign.length === 0
        ? undefined
        : foreign.map(({ name, refersTo }) => ({
            fields: [name],
            reference: { resource: refersTo, fields: ["id"] },
          })),
    missingValues: [""],
  };
}

const FIELD_TYPES = { text: "string", integer: "integer", real: "number" } as const;

function describeField({
  name,
  type,
  description,
  unit,
  range,
  codes,
  reason,
  isNeeded,
}: TableColumn): object {
  const constraints = {
    ...(isNeeded ? { required: true } : {}),
    ...(range ? { minimum: range[0], maximum: range[1] } : {}),
  };
  return {
    name,
    type: FIELD_TYPES[type],
    description,
    unit,
    categories: codes,
    reason,
    constraints: Object.keys(constraints).length > 0 ? constraints : undefined,
  };
}

function describeOrigin(edition: Edition, { source, licence, vintage }: Series): object {
  const found = source === undefined ? undefined : edition.index.casebook.sources.get(source);
  return {
    sources: source === undefined ? undefined : [{ title: found?.title ?? source, path: found?.url }],
    licenses: licencesOf(licence),
    vintage,
  };
}

function licencesOf(licence: string | undefined): object[] | undefined {
  if (licence === undefined) return undefined;
  const { name, url } = findLicence(licence);
  const isId = /^[A-Za-z0-9._+-]+$/.test(licence);
  return [{ name: isId ? licence : undefined, title: name, path: url }].filter(
    (one) => one.name !== undefined || one.path !== undefined,
  );
}

function contributorsOf({ authors }: Config): object[] | undefined {
  if (authors.length === 0) return undefined;
  return authors.map(({ name, orcid }) => {
    const { given, family, literal } = parsePersonName(name);
    return {
      title: formatName({ given, family, literal } as ReturnType<typeof parsePersonName>),
      givenName: given,
      familyName: family,
      path: orcid === undefined ? undefined : `https://orcid.org/${orcid}`,
      roles: ["author"],
    };
  });
}

/** The bibliography's data sets, and the sources that a series names. */
function sourcesOf(edition: Edition): object[] | undefined {
  const { sources, series, aid } = edition.index.casebook;
  const named = new Set([...series.values(), ...(aid ? [aid] : [])].map((one) => one.source));
  const listed = [...sources.values()].filter(({ id, type }) => type === "dataset" || named.has(id));
  if (listed.length === 0) return undefined;
  return listed.map(({ id, title, url }) => ({ title: title ?? id, path: url }));
}

/** Returns the address of the data's page, where the site has one. */
export function dataUrl(config: Config): string | undefined {
  return config.url === undefined ? undefined : absoluteUrl(config.url, "data/");
}
