import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** A field of a table schema, as far as tests ask. */
export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number";
  readonly description?: string;
  readonly unit?: string;
  readonly reason?: string;
  readonly categories?: readonly { readonly value: string; readonly label: string }[];
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

export interface Resource {
  readonly $schema: string;
  readonly name: string;
  readonly type?: string;
  readonly path: string;
  readonly format: string;
  readonly mediatype: string;
  readonly encoding?: string;
  readonly bytes: number;
  readonly hash: string;
  readonly sources?: readonly { readonly title?: string; readonly path?: string }[];
  readonly licenses?: readonly { readonly name?: string; readonly path?: string }[];
  readonly schema?: {
    readonly $schema: string;
    readonly fields: readonly Field[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
    readonly missingValues: readonly string[];
  };
}

export interface Descriptor {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly version?: string;
  readonly created?: string;
  readonly homepage?: string;
  readonly licenses?: readonly { readonly name?: string; readonly path?: string }[];
  readonly contributors?: readonly { readonly title?: string; readonly roles?: readonly string[] }[];
  readonly sources?: readonly { readonly title?: string }[];
  readonly resources: readonly Resource[];
}

/** Returns the descriptor of a published data folder. */
export function readDescriptor(folder: string): Descriptor {
  return JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")) as Descriptor;
}

/** Asks DuckDB, with the package's Parquet files as its tables, read by DuckDB itself. */
export async function openParquetFiles(folder: string): Promise<(sql: string) => Promise<unknown[][]>> {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  for (const { name, path, format } of readDescriptor(folder).resources) {
    if (format !== "parquet" || !path.startsWith("tables/")) continue;
    const table = name.replace(/-parquet$/, "");
    await connection.run(`CREATE VIEW "${table}" AS SELECT * FROM read_parquet('${join(folder, path)}')`);
  }
  return async (sql) => {
    const rows = (await connection.runAndReadAll(sql)).getRows();
    return rows.map((row) => row.map((cell) => (typeof cell === "bigint" ? Number(cell) : cell)));
  };
}
