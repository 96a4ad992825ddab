import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ComparableTable, type Difference, diffTables } from "../src/compute/table-diff.ts";
import { runCli } from "./support/cli.ts";
import { publishExample } from "./support/published-site.ts";

const OLD = "examples/tip-report";
let folder = "";
let edited = "";
let site = "";

/** The example with a grade that moved, one that went, one that came, a grant and a number that moved. */
beforeAll(async () => {
  site = await publishExample();
  folder = mkdtempSync(join(tmpdir(), "demarche-diff-"));
  edited = join(folder, "edited");
  cpSync(OLD, edited, { recursive: true, filter: (path) => !/\/out(\/|$)/.test(path) });
  edit(
    "grades.csv",
    (text) => `${text.replace("JPN,2004,2WL", "JPN,2004,2").replace(/^JPN,2003,.*\n/m, "")}`,
  );
  edit("grades.csv", (text) => `${text.trimEnd()}\nKOR,2016,1,,\n`);
  edit("series/policy-index.csv", (text) => text.replace(/^JPN,2000,6,/m, "JPN,2000,7,"));
  edit("record/grants.csv", (text) => text.replace(/,(\d{5,}),/, ",1,"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function edit(path: string, change: (text: string) => string): void {
  const text = readFileSync(join(edited, path), "utf8");
  expect(change(text), path).not.toBe(text);
  writeFileSync(join(edited, path), change(text));
}

async function diffJson(older: string, newer: string): Promise<Difference[]> {
  const { code, out } = await runCli(["diff", older, newer, "--format", "json"]);
  const differences = JSON.parse(out) as Difference[];
  expect(code).toBe(differences.length > 0 ? 1 : 0);
  return differences;
}

describe("demarche diff", () => {
  it("finds nothing between a casebook and what was published of it, and ends with 0", async () => {
    for (const [older, newer] of [
      [OLD, site],
      [join(site, "data"), OLD],
    ] as const) {
      const run = await runCli(["diff", older, newer]);
      expect(run).toEqual({ code: 0, out: "", err: "nothing differs\n" });
    }
  });

  it("lists grades, numbers, grants, statistics and verdicts that moved, with both values and places", async () => {
    const differences = await diffJson(site, edited);
    expect(differences).toContainEqual({
      table: "grades",
      change: "changed",
      key: { country: "JPN", year: 2004 },
      column: "tier",
      before: "2WL",
      after: "2",
      placeBefore: "grades.csv:5",
      placeAfter: "grades.csv:4",
    });
    expect(differences).toContainEqual({
      table: "grades",
      change: "removed",
      key: { country: "JPN", year: 2003 },
      before: { tier: "2", rank: 2, source: "tip-report-2003" },
      placeBefore: "grades.csv:4",
    });
    expect(differences).toContainEqual(
      expect.objectContaining({
        table: "grades",
        change: "added",
        key: { country: "KOR", year: 2016 },
        after: { tier: "1", rank: 1 },
      }),
    );
    expect(differences).toContainEqual(
      expect.objectContaining({
        table: "series",
        key: { series: "policy-index", country: "JPN", year: 2000, measure: "p" },
        before: 6,
        after: 7,
      }),
    );
    const moved = (table: string, column: string): Difference[] =>
      differences.filter((one) => one.table === table && one.column === column);
    expect(moved("grants", "amount")).toHaveLength(1);
    expect(moved("statistics", "printed").map(({ key }) => key)).toContainEqual({
      country: "JPN",
      statistic: "tip-grants",
    });
    expect(moved("claims", "verdict")).toContainEqual(
      expect.objectContaining({ key: { id: "shared-grade" }, before: "holds", after: "fails" }),
    );
    expect(differences.some(({ column }) => column === "line" || column?.startsWith("_"))).toBe(false);
  });

  it("is turned round where the editions are", async () => {
    const there = await diffJson(OLD, edited);
    const back = await diffJson(edited, OLD);
    const turned = { changed: "changed", added: "removed", removed: "added" };
    const line = (one: Difference): string => JSON.stringify([one.table, one.key, one.column ?? ""]);
    const sorted = (list: readonly string[]): string[] => [...list].sort();
    expect(sorted(back.map((one) => `${one.change} ${line(one)}`))).toEqual(
      sorted(there.map((one) => `${turned[one.change]} ${line(one)}`)),
    );
  });

  it("prints lines for people, and CSV, of the tables that are asked for", async () => {
    const human = await runCli(["diff", OLD, edited, "--table", "grades"]);
    expect(human).toEqual({
      code: 1,
      out: `grades
  - JPN 2003  tier=2 rank=2 source=tip-report-2003   (grades.csv:4)
  ~ JPN 2004  tier: 2WL → 2   (grades.csv:5 → grades.csv:4)
  ~ JPN 2004  rank: 3 → 2   (grades.csv:5 → grades.csv:4)
  + KOR 2016  tier=1 rank=1   (grades.csv:151)
`,
      err: "2 cells changed, 1 row added, 1 row removed\n",
    });
    const csv = await runCli(["diff", OLD, edited, "--table", "grades", "--format", "csv"]);
    expect(csv.out.split("\n").slice(0, 3)).toEqual([
      "table,change,key,column,before,after,place_before,place_after",
      'grades,removed,JPN 2003,,"{""tier"":""2"",""rank"":2,""source"":""tip-report-2003""}",,grades.csv:4,',
      "grades,changed,JPN 2004,tier,2WL,2,grades.csv:5,grades.csv:4",
    ]);
  });

  it.each([
    [["diff", OLD], "Two editions are compared."],
    [["diff", OLD, "no-such-folder"], "There is no folder no-such-folder."],
    [["diff", OLD, "docs"], "docs is no casebook that can be read, and no published one."],
    [["diff", OLD, OLD, "--table", "grade"], "There is no table grade."],
  ])("%j is a wrong call: %s", async (args, message) => {
    const { code, out, err } = await runCli(args);
    expect([code, out, err.split("\n")[0]]).toEqual([2, "", `demarche: ${message}`]);
  });
});

describe("tables of two editions", () => {
  const table = (rows: ComparableTable["rows"], columns = ["id", "value", "_row"]): ComparableTable => ({
    name: "t",
    columns,
    rows,
    identity: ["id"],
  });

  it("match rows that share an identity in their order, wherever they stand", () => {
    const older = table([
      ["a", 1, 0],
      ["b", 2, 1],
      ["a", 3, 2],
    ]);
    const newer = table([
      ["b", 2, 7],
      ["a", 1, 8],
      ["a", 4, 9],
      ["a", 5, 10],
    ]);
    expect(diffTables([older], [newer]).differences).toEqual([
      { table: "t", change: "changed", key: { id: "a" }, column: "value", before: 3, after: 4 },
      { table: "t", change: "added", key: { id: "a" }, after: { value: 5 } },
    ]);
  });

  it("tell what only one of the two has, and do not compare it", () => {
    const older = table([["a", 1]], ["id", "gone"]);
    const newer = table([["a", 1]], ["id", "new"]);
    expect(diffTables([older, { ...older, name: "lost" }], [newer])).toEqual({
      differences: [],
      notCompared: ["lost", "t.gone", "t.new"],
    });
  });
});
