import { createHash } from "node:crypto";
import type { Artifact, Edition } from "../edition.ts";
import { formatCodebook } from "./codebook-markdown.ts";
import { formatCff, formatDataBibtex } from "./data-citation.ts";
import { formatDescriptor } from "./descriptor.ts";
import type { PackageTable } from "./package-tables.ts";
import { DATABASE_PATH, type PackageFile, type TableJob, writeTableFiles } from "./table-files.ts";

/** Where the package lies below the site. */
export const DATA_FOLDER = "data/";

/** Files of the package that are not tables, below `data/`. */
export const PACKAGE_TEXTS = {
  descriptor: "datapackage.json",
  codebook: "codebook.md",
  cff: "CITATION.cff",
  bibtex: "citation.bib",
  checksums: "SHA256SUMS",
} as const;

/**
 * Yields the files of the data package. Their bytes are made when the first is asked for, in a thread beside the pages;
 * so a build should ask early.
 */
export function* renderDataPackage(edition: Edition, tables: readonly PackageTable[]): Generator<Artifact> {
  let made: Promise<ReadonlyMap<string, PackageFile>> | undefined;
  const fileOf = async (path: string): Promise<Uint8Array> => {
    made ??= makeFiles(edition, tables);
    const file = (await made).get(path);
    if (!file) throw new Error(`the data package has no file ${path}`);
    return file.bytes;
  };
  const paths = [
    ...tables.flatMap(({ path }) => [`${path}.csv`, `${path}.parquet`]),
    DATABASE_PATH,
    ...Object.values(PACKAGE_TEXTS),
  ];
  for (const path of paths) yield { path: DATA_FOLDER + path, body: () => fileOf(path) };
}

async function makeFiles(
  edition: Edition,
  tables: readonly PackageTable[],
): Promise<ReadonlyMap<string, PackageFile>> {
  const { config } = edition.index.casebook;
  const written = await writeTableFiles(tables.map(jobOf));
  const files = new Map(written);
  const add = (path: string, text: string) => files.set(path, fileOf(text));
  add(PACKAGE_TEXTS.descriptor, formatDescriptor(edition, tables, written));
  add(PACKAGE_TEXTS.codebook, formatCodebook(edition, tables));
  add(PACKAGE_TEXTS.cff, formatCff(config));
  add(PACKAGE_TEXTS.bibtex, formatDataBibtex(config));
  // As `sha256sum -c` reads it.
  const sums = [...files].map(([path, { sha256 }]) => `${sha256}  ${path}\n`);
  add(PACKAGE_TEXTS.checksums, sums.join(""));
  return files;
}

function fileOf(text: string): PackageFile {
  const bytes = Buffer.from(text);
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function jobOf({ path, name, definition, rows, series }: PackageTable): TableJob {
  return {
    path,
    name,
    rows,
    columns: definition.columns.map((column) => ({
      name: column.name,
      type: column.type,
      isNeeded: column.isNeeded ?? false,
      ...(column.refersTo === undefined ? {} : { refersTo: column.refersTo }),
    })),
    ...(definition.key ? { key: definition.key } : {}),
    isInDatabase: series === undefined,
  };
}
