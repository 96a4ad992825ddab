import { describe, expect, it, test } from "vitest";
import { placeOf } from "../src/base/source.ts";
import { isSqlRows } from "../src/base/sql.ts";
import { BASE_FILES } from "../src/check/define-check.ts";
import { UNSTABLE_FUNCTIONS } from "../src/compute/unstable-functions.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { sharedDuckDbEngine } from "../src/serve/duckdb-engine.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";

/** Volatile in DuckDB's own words, but the same for every casebook and every time. */
const HARMLESS = new Set([
  "current_database",
  "current_schema",
  "current_schemas",
  "error",
  "in_search_path",
  "stats",
]);

/** Returns `line:column message` of what is wrong with a claim whose query is given as YAML. */
async function ask(sql: string): Promise<string[]> {
  const files = {
    ...BASE_FILES,
    "grades.csv": "country,year,tier\nJPN,2004,2WL\n",
    "claims.yaml": `- id: so\n  expect: true\n  sql: ${sql}\n`,
  };
  const { diagnostics } = await auditCasebook(createMemoryFolder(files));
  return diagnostics
    .filter(({ code }) => /^claim\/(query-wrong|not-allowed)$/.test(code))
    .map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
}

describe("a query whose answer would differ between runs", () => {
  it.each([
    ["SELECT year(now()) > 2000", "3:20", "now"],
    ["SELECT NOW() > '2004-01-01'", "3:15", "now"],
    ["SELECT current_date > '2004-01-01'", "3:15", "current_date"],
    ["SELECT 'é' < 'ü' AND CURRENT_TIMESTAMP > '2004-01-01'", "3:29", "current_timestamp"],
    ["SELECT random() < 2", "3:15", "random"],
    ["SELECT EXISTS (SELECT 1 FROM grades ORDER BY random() LIMIT 1)", "3:53", "random"],
    ["SELECT length(uuid()::VARCHAR) = 36", "3:22", "uuid"],
    ["SELECT age(DATE '2004-01-01') > INTERVAL 1 DAY", "3:15", "age"],
    ["|\n    SELECT count(*) > 0\n    FROM grades\n    WHERE year < year(today())", "6:23", "today"],
  ])("%s is refused at its place", async (sql, place, name) => {
    expect(await ask(sql)).toEqual([
      `${place} The query is not allowed: \`${name}\` makes the answer differ from one time to the next.`,
    ]);
  });

  it("is refused where it samples without a seed", async () => {
    expect((await ask("SELECT count(*) = 1 FROM grades USING SAMPLE 1 ROWS"))[0]).toMatch(/`sample` makes/);
    expect((await ask("SELECT count(*) = 1 FROM grades TABLESAMPLE 50%"))[0]).toMatch(/`sample` makes/);
  });

  it.each([
    "SELECT count(*) = 1 AS now FROM grades",
    "SELECT 'now()' <> 'random()'",
    "SELECT age(DATE '2005-01-01', DATE '2004-01-01') > INTERVAL 1 DAY",
    "SELECT count(*) >= 0 FROM grades USING SAMPLE reservoir(1 ROWS) REPEATABLE (1)",
  ])("%s is allowed", async (sql) => {
    expect(await ask(sql)).toEqual([]);
  });

  it("takes every function of which the database says that it is not constant", async () => {
    const database = await (await sharedDuckDbEngine()).open([]);
    const result = await database.query(
      "SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability IN ('VOLATILE', 'CONSISTENT_WITHIN_QUERY')",
    );
    database.close();
    if (!isSqlRows(result)) throw new Error(result.message);
    const names = result.rows.map(([name]) => String(name));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !UNSTABLE_FUNCTIONS.has(name) && !HARMLESS.has(name))).toEqual([]);
  });
});

describe("a query that is wrong", () => {
  it.each([
    ["SELECT teir FROM grades", "3:15"],
    ["|\n    SELECT true\n    FROM grades\n    WHERE teir = '2'", "6:11"],
    [">-\n    SELECT true FROM grades\n    WHERE 'é' = teir", "5:17"],
    ['"SELECT \\"teir\\" FROM grades"', "3:17"],
    ["SELEC 1", "3:8"],
    [`SELECT ${"1 + ".repeat(80)}teir FROM grades`, "3:335"],
  ])("%s is reported at the word", async (sql, place) => {
    const [finding = "", ...more] = await ask(sql);
    expect(more).toEqual([]);
    expect(finding.split(" ")[0]).toBe(place);
  });
});

test("claims that are read at once keep their rows, whichever of them the database cannot write out again", async () => {
  const queries = [
    "SELECT tier = '2WL' FROM grades",
    "SELECT count(*) = 1 FROM grades USING SAMPLE 1 ROWS",
    "SELEKT 1",
    "SELECT count(*) = 1 FROM grades WHERE year = 2004",
  ];
  const files = {
    ...BASE_FILES,
    "grades.csv": "country,year,tier\nJPN,2004,2WL\n",
    "claims.yaml": JSON.stringify(queries.map((sql, i) => ({ id: `claim-${i}`, sql, expect: true }))),
  };
  const { edition } = await auditCasebook(createMemoryFolder(files));
  const rows = edition?.named.map(({ evidence }) => evidence.map((at) => placeOf(at).line));
  expect(rows).toEqual([[2], [], [], [2]]);
});

describe("what a query gives", () => {
  /** Returns the findings on claims that are given as YAML, without those on prose that does not use them. */
  async function findingsOn(claims: string): Promise<string[]> {
    const files = { ...BASE_FILES, "grades.csv": "country,year,tier\nJPN,2004,2WL\n", "claims.yaml": claims };
    const { diagnostics } = await auditCasebook(createMemoryFolder(files));
    return diagnostics
      .filter(({ code }) => code.startsWith("claim/") && code !== "claim/unused")
      .map(({ message }) => message);
  }

  it("is no set where the rest of its rows is not seen", async () => {
    const sql = "SELECT CASE WHEN i < 11000 THEN 'JPN' ELSE 'GRC' END FROM range(12000) AS r(i)";
    expect(await findingsOn(`- {id: so, sql: "${sql}", expect: {set: [JPN]}}\n`)).toEqual([
      "The query is wrong: The query gives more than 10000 rows, of which the rest is not seen.",
    ]);
    expect(
      await findingsOn(
        `- {id: so, sql: "${sql.replace("SELECT", "SELECT DISTINCT")}", expect: {set: [GRC, JPN]}}\n`,
      ),
    ).toEqual([]);
  });

  it("is another where a word in quotation marks has other capitals", async () => {
    const two = ["2wl", "2WL"].map(
      (tier, n) =>
        `- {id: c${n}, sql: "SELECT count(*) FROM grades WHERE tier = '${tier}'", expect: {number: ${n}}}\n`,
    );
    expect(await findingsOn(two.join(""))).toEqual([]);
  });

  it("is the same whatever capitals and blanks stand outside quotation marks", async () => {
    const claims = `- {id: a, sql: "SELECT count(*) FROM grades", expect: {number: 1}}
- {id: b, sql: "select  COUNT(*)  from grades ;", expect: {number: 3}}\n`;
    expect(await findingsOn(claims)).toContain("The statements “a” and “b” exclude each other.");
  });

  it("is not printed with fewer digits than it has before the point", async () => {
    const claims = "- {id: a, sql: SELECT 1234567.5, expect: {number: 7}}\n";
    expect(await findingsOn(claims)).toEqual([
      "The record contradicts the claim `a`: 1,234,567.5, where 7 is claimed.",
    ]);
  });
});

test("a claim's rows are the first ones of what its SELECT takes, however often a join repeats one", async () => {
  const years = Array.from({ length: 300 }, (_, i) => `JPN,${1700 + i},2WL`);
  const files = {
    ...BASE_FILES,
    "grades.csv": `country,year,tier\n${years.join("\n")}\n`,
    "claims.yaml": JSON.stringify([
      { id: "all", sql: "SELECT count(*) = 300 FROM grades", expect: true },
      {
        id: "pairs",
        sql: "SELECT count(*) > 0 FROM grades a JOIN grades b ON b.year >= a.year WHERE a.year < 1710",
        expect: true,
      },
      {
        id: "each",
        sql: "SELECT count(*) = 0 FROM grades a WHERE NOT EXISTS (SELECT 1 FROM grades b WHERE b.year = a.year)",
        expect: true,
      },
    ]),
  };
  const { edition } = await auditCasebook(createMemoryFolder(files));
  const [all, pairs, each] = edition?.named.map((one) => one.evidence.map((at) => placeOf(at).line)) ?? [];
  const lines = (count: number) => Array.from({ length: count }, (_, i) => i + 2);
  expect(all).toEqual(lines(200));
  expect(pairs).toHaveLength(200);
  expect(new Set(pairs).size).toBe(200);
  expect(each).toEqual([]);
});
