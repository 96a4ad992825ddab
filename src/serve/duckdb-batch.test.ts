import { afterAll, beforeAll, expect, test } from "vitest";
import { isSqlRows, type SqlDatabase } from "../base/sql.ts";
import { createDuckDbEngine } from "./duckdb-engine.ts";

const LIMIT_MS = 400;
const SLOW =
  "SELECT 1 FROM range(100000) a, range(100000) b, range(100000) c WHERE a.range + b.range + c.range < 0";

let database: SqlDatabase;

beforeAll(async () => {
  const engine = await createDuckDbEngine({ milliseconds: LIMIT_MS, rows: 10_000 });
  const rows = Array.from({ length: 5000 }, (_, i) => [i, i % 7, `text ${i}`]);
  const columns = [
    { name: "number", type: "integer" },
    { name: "rest", type: "integer" },
    { name: "words", type: "text" },
  ] as const;
  database = await engine.open([{ name: "numbers", columns, rows }]);
});

afterAll(() => database.close());

test("the first cells of many queries are those that each gives by itself", async () => {
  const queries = Array.from({ length: 150 }, (_, i) =>
    i % 3 === 0
      ? `SELECT number FROM numbers WHERE rest = ${i % 7} AND number > ${i}`
      : `SELECT a.number, b.number FROM numbers a LEFT JOIN numbers b ON b.number = a.number + ${4000 + i} WHERE a.rest = ${i % 7} AND a.number % 10 = 3`,
  );
  const found = await database.integers(queries, 100);
  expect(found.some((cells) => cells?.includes(null))).toBe(true);
  for (const [i, sql] of queries.entries()) {
    const alone = await database.query(sql);
    if (!isSqlRows(alone)) throw new Error(alone.message);
    expect(alone.rows.slice(0, 100).flat()).toEqual(found[i]);
  }
});

test("a query that fails, that is too slow or gives words takes nothing from the others", async () => {
  const wrong = ["SELECT nothing FROM numbers", "SELECT words FROM numbers LIMIT 1", "SELECT 2::BIGINT"];
  const right = (number: number) => `SELECT number FROM numbers WHERE number = ${number}`;
  const queries = [right(1), ...wrong, right(2), SLOW, right(3), "SELECT number FROM numbers WHERE false"];
  const found = await database.integers(queries, 10);
  expect(found).toEqual([[1], undefined, undefined, undefined, [2], undefined, [3], []]);
});

test("a query that gives one value gives the same beside others as by itself, to the last digit", async () => {
  const numbers = Array.from(
    { length: 120 },
    (_, i) => `SELECT exp(${i} - 60) * ${i % 2 ? -1 : 1} / 7 AS "e ""${i}"""`,
  );
  const queries = [
    ...numbers,
    "SELECT count(*) FROM numbers",
    "SELECT sum(number) > 5 FROM numbers -- to the end",
    "SELECT max(words) FROM numbers WHERE words LIKE '%;%' OR true",
    "SELECT max(words) AS Words FROM numbers",
    "SELECT avg(number) FROM numbers WHERE false",
    "SELECT 'nan'::DOUBLE",
    "SELECT 170141183460469231731687303715884105727",
    "SELECT 9007199254740993",
    "SELECT '' AS the_other",
    "WITH a AS (SELECT 1 AS x) SELECT x FROM a",
    "VALUES (true)",
  ];
  await database.parse(queries);
  const found = await database.values(queries);
  expect(found.filter((one) => one === undefined)).toHaveLength(1);
  for (const [i, one] of found.entries())
    if (one) expect(await database.query(queries[i] ?? "")).toEqual(one);
});

test("what gives another thing than one value, or is no SELECT alone, is left to be asked by itself", async () => {
  const queries = [
    "SELECT number FROM numbers",
    "SELECT number, words FROM numbers LIMIT 1",
    "SELECT number FROM numbers WHERE false",
    "SELECT 1.5",
    "SELECT DATE '2004-01-01'",
    "SELECT [1, 2]",
    "SELECT NULL",
    "SELECT nothing",
    "SELECT 1 AS the_row",
    "SELECT 1) AS a; DROP TABLE numbers; SELECT (1",
    "SELECT 1; SELECT 2",
    "DROP TABLE numbers",
    "SELECT $1",
    SLOW.replace("SELECT 1", "SELECT count(*)"),
  ];
  await database.parse(queries);
  expect(await database.values(queries)).toEqual(queries.map(() => undefined));
  expect(await database.values(["SELECT 1 AS never_parsed"])).toEqual([undefined]);
  expect(isSqlRows(await database.query("SELECT count(*) FROM numbers"))).toBe(true);
});

test("nothing is asked where there is no query", async () => {
  expect(await database.integers([], 10)).toEqual([]);
  expect(await database.values([])).toEqual([]);
});
