import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import Database from "libsql";
import { beforeAll, describe, expect, it } from "vitest";
import { isSqlRows } from "../src/base/sql.ts";
import { createSqlTables } from "../src/compute/sql-tables.ts";
import type { Edition } from "../src/publish/edition.ts";
import { createPackageTables, type PackageTable } from "../src/publish/package/package-tables.ts";
import { sharedDuckDbEngine } from "../src/serve/duckdb-engine.ts";
import {
  type Descriptor,
  type Field,
  openParquetFiles,
  type Resource,
  readDescriptor,
} from "./support/data-package.ts";
import { publishExample, readExample } from "./support/published-site.ts";

let edition: Edition;
let folder: string;
let descriptor: Descriptor;
let tables: PackageTable[];
let ask: (sql: string) => Promise<unknown[][]>;

beforeAll(async () => {
  edition = await readExample();
  folder = join(await publishExample(), "data");
  descriptor = readDescriptor(folder);
  tables = createPackageTables(edition);
  ask = await openParquetFiles(folder);
});

function csvResources(): Resource[] {
  return descriptor.resources.filter(({ format }) => format === "csv");
}

/** Returns a CSV file's records by column, every cell as it is written. */
function readRecords({ path }: Resource): Record<string, string>[] {
  return parse(readFileSync(join(folder, path)), { columns: true }) as Record<string, string>[];
}

describe("the descriptor", () => {
  // The profiles of Data Package 2.0 cannot be had offline: these are their rules for the properties that we use.
  it("keeps the rules of Data Package 2.0", () => {
    expect(descriptor.$schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    expect(descriptor.name).toMatch(/^[a-z0-9][a-z0-9._-]*$/);
    expect(descriptor.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(descriptor.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(() => new URL(descriptor.homepage ?? "")).not.toThrow();
    expect(descriptor.licenses?.every(({ name, path }) => name !== undefined || path !== undefined)).toBe(
      true,
    );
    expect(descriptor.contributors?.every(({ title }) => typeof title === "string")).toBe(true);
    expect(descriptor.sources?.every(({ title }) => typeof title === "string")).toBe(true);
    const names = descriptor.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const resource of descriptor.resources) {
      expect(resource.$schema).toBe("https://datapackage.org/profiles/2.0/dataresource.json");
      expect(resource.name).toMatch(/^[a-z0-9._-]+$/);
      expect(resource.path).not.toMatch(/^\/|\.\.|^~/);
      expect(resource.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
      if (resource.format !== "csv") continue;
      expect(resource.type).toBe("table");
      expect(resource.encoding).toBe("utf-8");
      expect(resource.schema?.$schema).toBe("https://datapackage.org/profiles/2.0/tableschema.json");
    }
  });

  it("gives size and SHA-256 of each file as it is", () => {
    for (const { path, bytes, hash } of descriptor.resources) {
      expect(statSync(join(folder, path)).size, path).toBe(bytes);
      expect(`sha256:${sha256(path)}`, path).toBe(hash);
    }
  });

  it("declares fields as the files have them, keys and references to columns that are there", () => {
    for (const { name, path, schema } of csvResources()) {
      const header = readFileSync(join(folder, path), "utf8").split("\n")[0]?.split(",");
      const fields = schema?.fields.map((field) => field.name) ?? [];
      expect(header, name).toEqual(fields);
      expect(schema?.missingValues).toEqual([""]);
      for (const key of schema?.primaryKey ?? []) expect(fields, name).toContain(key);
      for (const field of schema?.fields ?? []) {
        expect(field.description, `${name}.${field.name}`).toBeTruthy();
        if (field.reason !== undefined) expect(fields, name).toContain(field.reason);
      }
      for (const { fields: from, reference } of schema?.foreignKeys ?? []) {
        expect(fields, name).toContain(from[0]);
        const target = csvResources().find((one) => one.name === reference.resource);
        expect(target?.schema?.primaryKey, `${name} refers to ${reference.resource}`).toEqual(
          reference.fields,
        );
      }
    }
  });

  it("says unit, range, source, licence and vintage of a series", () => {
    const index = descriptor.resources.find(({ name }) => name === "series-policy-index");
    const measure = index?.schema?.fields.find(({ name }) => name === "p");
    expect(measure).toMatchObject({
      type: "number",
      reason: "p_missing",
      constraints: { minimum: 3, maximum: 15 },
    });
    expect(index?.sources?.[0]?.title).toMatch(/^Determinants of Anti-Trafficking Policies/);
  });
});

describe("each CSV file", () => {
  it("holds what its schema declares: types, ranges, codes, needed cells, keys", () => {
    for (const resource of csvResources()) {
      const records = readRecords(resource);
      for (const field of resource.schema?.fields ?? []) {
        const faults = records.map((record) => faultOf(record[field.name] ?? "", field)).filter(Boolean);
        expect(faults, `${resource.name}.${field.name}`).toEqual([]);
      }
      const key = resource.schema?.primaryKey;
      if (!key) continue;
      const keys = records.map((record) => key.map((name) => record[name]).join("\0"));
      expect(new Set(keys).size, resource.name).toBe(keys.length);
      expect(records.every((record) => key.every((name) => record[name] !== ""))).toBe(true);
    }
  });

  it("says why a number or tier is missing, and only then", () => {
    let missing = 0;
    for (const resource of csvResources()) {
      for (const { name, reason } of resource.schema?.fields ?? []) {
        if (reason === undefined) continue;
        for (const record of readRecords(resource)) {
          if (record[name] === "") missing++;
          expect(record[name] === "", `${resource.name}.${name}: ${JSON.stringify(record)}`).toBe(
            record[reason] !== "",
          );
        }
      }
    }
    expect(missing).toBeGreaterThan(20);
  });

  it("refers only to what is there", () => {
    let followed = 0;
    for (const resource of csvResources()) {
      for (const { fields, reference } of resource.schema?.foreignKeys ?? []) {
        const target = csvResources().find((one) => one.name === reference.resource);
        const ids = new Set(target && readRecords(target).map(({ id }) => id));
        const cells = readRecords(resource).map((record) => record[fields[0] ?? ""] ?? "");
        followed += cells.filter((cell) => cell !== "").length;
        const lost = cells.filter((cell) => cell !== "" && !ids.has(cell));
        expect(lost, `${resource.name}.${fields[0]}`).toEqual([]);
      }
    }
    expect(followed).toBeGreaterThan(1000);
  });
});

describe("each Parquet file", () => {
  it("holds the same rows as the casebook, with its types, read by DuckDB", async () => {
    for (const { name, path, rows, columns } of tables) {
      const file = join(folder, `${path}.parquet`);
      const types = await ask(`SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet('${file}'))`);
      const words = { text: "VARCHAR", integer: "INTEGER", real: "DOUBLE" };
      expect(types, name).toEqual(columns.map((column) => [column.name, words[column.type]]));
      expect(await ask(`FROM read_parquet('${file}')`), name).toEqual(rows);
    }
  });

  it("answers every named claim's query with the rows that the build had", async () => {
    const asked = edition.named.filter(({ claim }) => claim.question.kind === "sql");
    expect(asked.length).toBeGreaterThan(8);
    for (const { claim, rows } of asked) {
      if (claim.question.kind !== "sql") continue;
      expect(await ask(claim.question.sql), claim.id).toEqual(rows?.rows);
    }
  });

  it("answers a query over every table as the embedded engine does", async () => {
    const own = createSqlTables(edition.index.casebook).tables;
    const database = await (await sharedDuckDbEngine()).open(own);
    for (const { name } of own) {
      const result = await database.query(`SELECT * FROM "${name}" ORDER BY _row`);
      if (!isSqlRows(result)) throw new Error(result.message);
      expect(await ask(`SELECT * FROM "${name}" ORDER BY _row`), name).toEqual(result.rows);
    }
    database.close();
  });
});

describe("the SQLite file", () => {
  it("holds the same rows, whole, with its references in order", () => {
    const database = new Database(join(folder, "casebook.sqlite"), { readonly: true });
    expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
    expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    const inDatabase = tables.filter(({ series }) => series === undefined);
    for (const { name, rows } of inDatabase) {
      expect(database.prepare(`SELECT * FROM "${name}" ORDER BY _row`).raw(true).all(), name).toEqual(rows);
    }
    const types = database.prepare("SELECT DISTINCT typeof(value) AS type FROM series").all();
    expect(types).toContainEqual({ type: "real" });
    database.close();
  });
});

describe("beside the tables", () => {
  it("checksums are those of the files, and cover all but themselves", () => {
    const lines = readFileSync(join(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n");
    const sums = new Map(
      lines.map((line) => line.split("  ") as [string, string]).map(([sum, path]) => [path, sum]),
    );
    for (const [path, sum] of sums) expect(sha256(path), path).toBe(sum);
    for (const { path } of descriptor.resources) expect(sums.has(path), path).toBe(true);
    for (const path of ["datapackage.json", "codebook.md", "CITATION.cff", "citation.bib"]) {
      expect(sums.has(path), path).toBe(true);
    }
  });

  it("the codebook names every table, column, unit, range and code, as page, Markdown and table", () => {
    const page = readFileSync(join(folder, "index.html"), "utf8").replaceAll(/<[^>]+>/g, "");
    const markdown = readFileSync(join(folder, "codebook.md"), "utf8");
    const rows = parse(readFileSync(join(folder, "codebook.csv")), { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.map(({ table, column }) => `${table}.${column}`)).toEqual(
      csvResources().flatMap(({ name, schema }) => schema?.fields.map((field) => `${name}.${field.name}`)),
    );
    for (const { name, schema } of csvResources()) {
      const part = markdown.split(`\n## ${name}\n`)[1]?.split("\n## ")[0] ?? "";
      expect(page).toContain(name);
      for (const { name: column, unit, constraints, categories } of schema?.fields ?? []) {
        expect(part, `${name}.${column}`).toContain(`\n| \`${column}\` |`);
        if (unit !== undefined) expect(part).toContain(unit);
        if (constraints?.minimum !== undefined) {
          expect(part).toContain(`${constraints.minimum} to ${constraints.maximum}`);
        }
        for (const { value } of categories ?? []) expect(part, `${name}.${column}`).toContain(`\`${value}\``);
      }
    }
    expect(markdown).toContain("`not-in-report` (the scorecard had no entry on the country)");
    expect(markdown).toContain("`public-face-saving` (Public face saving)");
  });

  it("the citation names authors, edition, version, licence and address", () => {
    const cff = readFileSync(join(folder, "CITATION.cff"), "utf8");
    expect(cff).toBe(`cff-version: 1.2.0
message: If you use these data, please cite them.
type: dataset
title: "Data of The TIP Report and its readers"
authors:
  - name: "Demarche contributors"
version: "2026.11.22"
date-released: "2026-11-22"
license: CC-BY-4.0
url: "https://demarche.example/tip-report/data/"
`);
    expect(readFileSync(join(folder, "citation.bib"), "utf8")).toContain("version = {2026.11.22}");
  });
});

function sha256(path: string): string {
  return createHash("sha256")
    .update(readFileSync(join(folder, path)))
    .digest("hex");
}

/** Returns what is wrong with a cell, or undefined. */
function faultOf(cell: string, { type, constraints, categories }: Field): string | undefined {
  if (cell === "") return constraints?.required ? "empty" : undefined;
  if (type === "integer" && !/^-?\d+$/.test(cell)) return `${cell} is no whole number`;
  if (type === "number" && !/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell)) return `${cell} is no number`;
  if (Number(cell) < (constraints?.minimum ?? -Infinity)) return `${cell} is too low`;
  if (Number(cell) > (constraints?.maximum ?? Infinity)) return `${cell} is too high`;
  if (categories && !categories.some(({ value }) => value === cell)) return `${cell} is no code`;
  return undefined;
}
