import { describe, expect, it } from "vitest";
import { createSource } from "../base/source.ts";
import { positionInScalar } from "./scalar-offset.ts";
import { readYaml } from "./yaml.ts";

/** Finds `teir` in the value of `sql:` and returns what stands at its place in the file, with its line. */
function find(text: string): string {
  const source = createSource("claims.yaml", text);
  const tree = readYaml(source, () => {});
  if (!tree) throw new Error("not read");
  const { sql } = tree.data as { sql: string };
  const at = positionInScalar(tree.positionOf(["sql"]), sql, { offset: sql.indexOf("teir"), length: 4 });
  return `${text.slice(0, at.start).split("\n").length}: ${text.slice(at.start, at.end)}`;
}

describe("positionInScalar", () => {
  it.each([
    ["plain", "sql: SELECT teir FROM grades\n", "1: teir"],
    ["plain over lines", "sql: SELECT\n  country,\n  teir FROM grades\n", "3: teir"],
    ["literal", "sql: |\n  SELECT country,\n    teir\n  FROM grades\n", "3: teir"],
    ["folded, with a header", "sql: >-\n  SELECT country,\n\n  'it''s', teir\n", "4: teir"],
    ["in double quotes", 'sql: "SELECT \\"country\\",\\n\\tteir FROM grades"\n', "1: teir"],
    ["in single quotes", "sql: 'SELECT ''a'' AS x, teir FROM grades'\n", "1: teir"],
    ["behind other letters", "sql: |\n  SELECT '日本 𝒳' AS x, teir\n", "2: teir"],
    ["JSON", '{"sql": "SELECT teir"}\n', "1: teir"],
  ])("finds a word of a %s scalar", (_, text, expected) => {
    expect(find(text)).toBe(expected);
  });

  it("falls back to the scalar where value and file do not match", () => {
    expect(find('sql: "SELECT \\u0074eir"\n')).toBe('1: "SELECT \\u0074eir"');
  });
});
