import { expect, test } from "vitest";
import { isSqlRows } from "../base/sql.ts";
import { createDuckDbEngine } from "./duckdb-engine.ts";

test("queries that follow each other leave no memory behind, of which all have little", async () => {
  const engine = await createDuckDbEngine();
  const columns = [{ name: "number", type: "integer" }] as const;
  const rows = Array.from({ length: 5000 }, (_, i) => [i]);
  const database = await engine.open([{ name: "numbers", columns, rows }]);
  const problems: string[] = [];
  for (let i = 0; i < 300; i++) {
    const result = await database.query(
      `SELECT a.number, b.number FROM numbers a LEFT JOIN numbers b ON b.number = a.number + ${i} WHERE a.number < 10`,
    );
    if (!isSqlRows(result)) problems.push(`${i}: ${result.message}`);
  }
  database.close();
  expect(problems).toEqual([]);
});
