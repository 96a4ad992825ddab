import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BASE_FILES } from "../src/check/define-check.ts";
import { inferColumns, writeParquet } from "../src/publish/package/parquet.ts";
import { isParquetTable, readParquet } from "../src/read/parquet.ts";
import { runCli } from "./support/cli.ts";
import { publishExample } from "./support/published-site.ts";

let folder = "";
let casebook = "";
let ask: (sql: string) => Promise<unknown[][]>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "demarche-parquet-"));
  casebook = join(folder, "casebook");
  mkdirSync(casebook);
  for (const [path, text] of Object.entries(BASE_FILES)) writeFileSync(join(casebook, path), text);
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  ask = async (sql) => (await connection.runAndReadAll(sql)).getRows();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("Parquet that is written", () => {
  it("is read by DuckDB cell for cell, whatever the cells", async () => {
    const cell = {
      text: fc.option(fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", ""))),
      integer: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      real: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    };
    const row = fc.tuple(cell.text, cell.integer, cell.real);
    // A file of its own each time: DuckDB keeps what it read of a path.
    let files = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 300 }), async (rows) => {
        const columns = (["text", "integer", "real"] as const).map((type) => ({ name: type, type }));
        const path = join(folder, `any-${files++}.parquet`);
        writeFileSync(path, writeParquet(columns, rows));
        expect(await ask(`FROM read_parquet('${path}')`)).toEqual(rows);
        const own = await readParquet(readFileSync(path));
        expect(isParquetTable(own) && own.rows).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  });

  it("gives a query's columns the narrowest type that holds them", () => {
    const rows = [
      [1, 1, 1, true, "a", null],
      [null, 0.5, 2 ** 40, false, 2, null],
    ];
    expect(inferColumns(["a", "b", "c", "d", "e", "f"], rows).map(({ type }) => type)).toEqual([
      "integer",
      "real",
      "real",
      "boolean",
      "text",
      "text",
    ]);
  });
});

describe("query", () => {
  it("writes rows as Parquet, CSV or JSON by the file's ending", async () => {
    const sql =
      "SELECT year, tier, rank, rank / 2.0 AS half, year > 2010 AS late FROM grades WHERE country = 'JPN' ORDER BY year";
    const file = (ending: string): string => join(folder, "made", `rows.${ending}`);
    for (const ending of ["parquet", "csv", "json"]) {
      const run = await runCli(["query", sql, "examples/tip-report", "--out", file(ending)]);
      expect(run).toEqual({ code: 0, out: "", err: "" });
    }
    const types = await ask(`SELECT column_type FROM (DESCRIBE FROM read_parquet('${file("parquet")}'))`);
    expect(types.flat()).toEqual(["INTEGER", "VARCHAR", "INTEGER", "DOUBLE", "BOOLEAN"]);
    const same = `SELECT count(*)::INT FROM read_parquet('${file("parquet")}') p JOIN read_csv('${file("csv")}', all_varchar = true) c ON c.year = p.year::VARCHAR AND c.tier = p.tier AND c.late = p.late::VARCHAR`;
    expect(await ask(same)).toEqual([[(JSON.parse(readFileSync(file("json"), "utf8")) as unknown[]).length]]);
    expect(readdirSync(join(folder, "made")).sort()).toEqual(["rows.csv", "rows.json", "rows.parquet"]);
  });

  it("does not write Parquet to a terminal, and says where a file cannot be written", async () => {
    const bare = await runCli(["query", "SELECT 1 AS a", "examples/tip-report", "--format", "parquet"]);
    expect([bare.code, bare.err]).toEqual([
      2,
      "demarche: Parquet is not for the terminal.\n  hint: Name a file: --out FILE.\n",
    ]);
    writeFileSync(join(folder, "file"), "");
    const blocked = join(folder, "file", "rows.csv");
    const run = await runCli(["query", "SELECT 1 AS a", "examples/tip-report", "--out", blocked]);
    expect([run.code, run.err.split("\n")[0]]).toEqual([3, `demarche: ${blocked} cannot be written.`]);
  });

  it("asks a published site as it asks the casebook, statistics and claims besides", async () => {
    const site = await publishExample();
    const sql = "SELECT tier, count(*) AS n FROM grades GROUP BY tier ORDER BY tier";
    const own = await runCli(["query", sql, "examples/tip-report", "--format", "csv"]);
    for (const data of [site, join(site, "data")]) {
      expect(await runCli(["query", sql, "--data", data, "--format", "csv"])).toEqual(own);
    }
    const claims = await runCli(["query", "SELECT count(*) > 10 AS many FROM claims", "--data", site]);
    expect(claims.out).toContain("true");
    writeFileSync(join(site, "data/tables/grades.parquet"), "PAR1 damaged");
    const damaged = await runCli(["query", sql, "--data", site]);
    expect([damaged.code, damaged.err]).toEqual([
      3,
      expect.stringContaining("tables/grades.parquet cannot be read"),
    ]);
    const none = await runCli(["query", sql, "--data", folder]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("holds no data package.")]);
  });
});

describe("an import", () => {
  it.each(["snappy", "zstd", "gzip", "uncompressed"])(
    "takes a panel from Parquet compressed by %s as it takes the CSV",
    async (codec) => {
      const panel =
        "SELECT * FROM (VALUES ('JPN', 2001::BIGINT, 1.5), ('JPN', 2002, NULL), ('GRC', 2001, 2)) t(country, year, score)";
      const dir = join(folder, codec);
      const write = (ending: string, options: string): Promise<unknown[][]> =>
        ask(`COPY (${panel}) TO '${join(folder, `${codec}.${ending}`)}' (${options})`);
      await write("parquet", `FORMAT parquet, COMPRESSION ${codec}`);
      await write("csv", "FORMAT csv, HEADER");
      const written = ["parquet", "csv"].map((ending) => {
        const into = `${dir}-${ending}`;
        mkdirSync(into);
        for (const [path, text] of Object.entries(BASE_FILES)) writeFileSync(join(into, path), text);
        return { into, file: join(folder, `${codec}.${ending}`) };
      });
      for (const { into, file } of written) {
        const columns = ["--country", "country", "--year", "year", "--value", "score"];
        const run = await runCli(["import", "panel", file, "--into", into, "--series", "score", ...columns]);
        expect(run.code, run.err).toBe(0);
      }
      const [parquet = "", csv = ""] = written.map(({ into }) =>
        readFileSync(join(into, "series/score.csv"), "utf8"),
      );
      expect(parquet).toContain("JPN,2001,1.5");
      expect(parquet).toBe(csv);
    },
  );

  it("refuses Parquet that is damaged, and writes nothing", async () => {
    const file = join(folder, "damaged.parquet");
    writeFileSync(file, "PAR1 and nothing more");
    const run = await runCli(["import", "panel", file, "--into", casebook]);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining("damaged.parquet cannot be read: ")]);
    expect(readdirSync(casebook).sort()).toEqual(Object.keys(BASE_FILES).sort());
  });

  it("says why Parquet that is cut short cannot be read", async () => {
    const rows = Array.from({ length: 10 }, (_, i) => [i]);
    const bytes = writeParquet([{ name: "a", type: "integer" }], rows);
    expect(isParquetTable(await readParquet(bytes))).toBe(true);
    expect(await readParquet(bytes.slice(0, bytes.length - 20))).toHaveProperty("problem");
  });
});
