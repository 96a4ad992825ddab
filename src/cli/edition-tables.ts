import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../base/effects.ts";
import type { ComparableTable } from "../compute/table-diff.ts";
import { auditCasebook } from "../pipeline.ts";
import { createPackageTables } from "../publish/package/package-tables.ts";
import { type PublishedTable, readPackage } from "../publish/package/read-package.ts";
import { openFolder } from "../serve/disk-folder.ts";
import { defaultOutFolder } from "./casebook-folder.ts";

/** Returns the tables of a published site or of its `data` folder. */
export function readPublishedTables(dir: string): Promise<PublishedTable[]> {
  return readPackage(openFolder(findPackage(dir) ?? dir));
}

/**
 * Returns the tables of an edition: of a casebook, as it is now, or of what was published. Throws a {@link Failure} where
 * the folder is neither, or the casebook cannot be read.
 */
export async function readEditionTables(dir: string): Promise<ComparableTable[]> {
  if (!existsSync(join(dir, "casebook.yaml")) && findPackage(dir) !== undefined) {
    return (await readPublishedTables(dir)).map((table) => ({ ...table, columns: namesOf(table.columns) }));
  }
  const { edition } = await auditCasebook(openFolder(dir, defaultOutFolder(dir)));
  if (!edition) {
    throw new Failure(`${dir} is no casebook that can be read, and no published one.`, {
      hint: "Name a casebook's folder, a published site, or its folder `data`; `demarche check` says what is wrong with a casebook.",
      exitCode: 2,
    });
  }
  return createPackageTables(edition)
    .filter(({ series }) => series === undefined)
    .map(({ name, columns, rows, definition }) => ({
      name,
      columns: namesOf(columns),
      rows,
      identity: definition.identity ?? definition.key ?? namesOf(columns),
    }));
}

function namesOf(columns: readonly { readonly name: string }[]): string[] {
  return columns.map(({ name }) => name);
}

function findPackage(dir: string): string | undefined {
  return [dir, join(dir, "data")].find((folder) => existsSync(join(folder, "datapackage.json")));
}
