import { Failure, type Folder } from "../../base/effects.ts";
import type { SqlCell, SqlTable } from "../../base/sql.ts";
import type { ComparableTable } from "../../compute/table-diff.ts";
import { isParquetTable, readParquet } from "../../read/parquet.ts";
import { PACKAGE_TEXTS } from "./data-package.ts";

/** A table of a published package: for a database, and for a comparison. */
export interface PublishedTable extends SqlTable {
  readonly identity: ComparableTable["identity"];
}

/** What of a descriptor is needed to read the tables. */
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly schema?: {
    readonly fields: readonly { readonly name: string; readonly type: string }[];
    readonly primaryKey?: readonly string[];
    readonly identity?: readonly string[];
  };
}

const TYPES = { string: "text", integer: "integer", number: "real" } as const;

/**
 * Returns the tables of a published data package (`data/`): those that SQL asks, statistics and claims. The folder is all
 * that is read. Throws a {@link Failure} where it holds no package of ours, or a file of it is lost or damaged.
 */
export async function readPackage(folder: Folder): Promise<PublishedTable[]> {
  const resources = readResources(folder);
  const tables: PublishedTable[] = [];
  for (const { name, path, format, schema } of resources) {
    if (format !== "csv" || !schema || !path.startsWith("tables/")) continue;
    const file = path.replace(/\.csv$/, ".parquet");
    const bytes = folder.read(file);
    const read = bytes ? await readParquet(bytes) : { problem: "it is not there" };
    if (!isParquetTable(read)) {
      throw new Failure(`${folder.name}/${file} cannot be read: ${read.problem}.`, {
        hint: "`sha256sum -c SHA256SUMS` in the folder tells which files are not as they were published.",
      });
    }
    const order = schema.fields.map((field) => read.columns.indexOf(field.name));
    tables.push({
      name,
      columns: schema.fields.map((field) => ({
        name: field.name,
        type: TYPES[field.type as keyof typeof TYPES] ?? "text",
      })),
      rows: read.rows.map((row) => order.map((i) => (row[i] ?? null) as SqlCell)),
      identity: schema.identity ?? schema.primaryKey ?? schema.fields.map((field) => field.name),
    });
  }
  return tables;
}

function readResources(folder: Folder): readonly Resource[] {
  const bytes = folder.read(PACKAGE_TEXTS.descriptor);
  try {
    const descriptor = JSON.parse(new TextDecoder().decode(bytes)) as { resources: readonly Resource[] };
    if (descriptor.resources.every(isResource)) return descriptor.resources;
  } catch {}
  throw new Failure(`${folder.name} holds no data package.`, {
    hint: "Name the folder `data` of a published site.",
    exitCode: 2,
  });
}

function isResource({ name, path, format, schema }: Resource): boolean {
  const isNamed = [name, path, format].every((text) => typeof text === "string");
  return isNamed && (schema === undefined || Array.isArray(schema.fields));
}
