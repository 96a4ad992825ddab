import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BASE_FILES } from "../src/check/define-check.ts";
import { runCli } from "./support/cli.ts";

const FILES = {
  ...BASE_FILES,
  "grades.csv":
    'country,year,tier,note\nJPN,2004,2WL,"new, and\nlow"\nJPN,2005,2,\nGRC,2004,2WL,\nGRC,2005,not-coded,\n',
  "cases/japan.md":
    "---\ntitle: Japan\n---\n\nIn 2004 it was on :grade[Tier 2 Watch List]{years=2004}. Some 69 percent of 12 trials ended so.\n",
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-query-"));
  mkdirSync(join(folder, "cases"));
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(folder, path), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SQL =
  "SELECT country, year, tier, year > 2004 AS late, CASE WHEN year = 2004 THEN 'a, \"b\"' END AS words FROM grades ORDER BY country, year";

describe("query", () => {
  it("prints a table for people, with numbers on the right", async () => {
    const { code, out, err } = await runCli([
      "query",
      "SELECT country, year, rank FROM grades WHERE tier IS NOT NULL ORDER BY country, year",
      folder,
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n").map((line) => line.trimEnd())).toEqual([
      "country  year  rank",
      "───────  ────  ────",
      "GRC      2004     3",
      "JPN      2004     3",
      "JPN      2005     2",
      "",
    ]);
  });

  it("gives all rows, also more than a claim may ask for, and says so where there are too many", async () => {
    const many = (rows: number) => ["query", `SELECT * FROM range(${rows})`, folder, "--format", "csv"];
    expect((await runCli(many(25_000))).out.trim().split("\n")).toHaveLength(25_001);
    expect(await runCli(many(1_000_001))).toEqual({
      code: 1,
      out: "",
      err: "The query gives more than 1000000 rows.\n  hint: Ask for fewer.\n",
    });
  });

  it("does not write over a file of the casebook", async () => {
    const own = join(folder, "grades.csv");
    const before = readFileSync(own, "utf8");
    const { code, err } = await runCli(["query", SQL, folder, "--out", own]);
    expect(code).toBe(2);
    expect(err).toContain("is a file of the casebook");
    expect(readFileSync(own, "utf8")).toBe(before);
  });

  it("prints CSV that a CSV reader takes back", async () => {
    const { code, out, err } = await runCli(["query", SQL, folder, "--format", "csv"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(parse(out)).toEqual([
      ["country", "year", "tier", "late", "words"],
      ["GRC", "2004", "2WL", "false", 'a, "b"'],
      ["GRC", "2005", "", "true", ""],
      ["JPN", "2004", "2WL", "false", 'a, "b"'],
      ["JPN", "2005", "2", "true", ""],
    ]);
  });

  it("prints JSON with numbers as numbers, truth as truth, and null where nothing is known", async () => {
    const { code, out, err } = await runCli(["query", `${SQL} LIMIT 2`, folder, "--format", "json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual([
      { country: "GRC", year: 2004, tier: "2WL", late: false, words: 'a, "b"' },
      { country: "GRC", year: 2005, tier: null, late: true, words: null },
    ]);
    const none = await runCli(["query", "SELECT 1 WHERE false", folder, "--format", "json"]);
    expect(JSON.parse(none.out)).toEqual([]);
  });

  it("says what is wrong with a query on standard error, with 1, and prints nothing", async () => {
    const { code, out, err } = await runCli(["query", "SELECT teir FROM grades", folder, "--format", "json"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/"teir" not found[\s\S]*hint: /);
    const writes = await runCli(["query", "DELETE FROM grades", folder]);
    expect({ code: writes.code, out: writes.out }).toEqual({ code: 1, out: "" });
    expect(writes.err).toContain("Only SELECT is allowed");
  });

  it("refuses a format that it does not know, and a folder that is no casebook", async () => {
    const format = await runCli(["query", "SELECT 1", folder, "--format", "xml"]);
    expect(format.code).toBe(2);
    expect(format.err).toContain("table, csv, json");
    const nothing = await runCli(["query", "SELECT 1", join(folder, "cases")]);
    expect(nothing.code).toBe(3);
    expect(nothing.err).toContain("demarche check");
  });
});

describe("check --uncovered", () => {
  interface Finding {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly place: { readonly line: number; readonly column: number };
  }
  const uncovered = (out: string) =>
    (JSON.parse(out) as { findings: Finding[] }).findings
      .filter(({ code }) => code === "claim/number-uncovered")
      .map(({ severity, message, place }) => `${place.line}:${place.column} ${severity} ${message}`);

  it("lists the numbers that no claim covers, years and tiers left out, and is quiet unless asked", async () => {
    const asked = await runCli(["check", folder, "--uncovered", "--format", "json"]);
    expect(asked.code).toBe(0);
    expect(uncovered(asked.out)).toEqual([
      expect.stringMatching(/^5:\d+ note .*69 percent/),
      expect.stringMatching(/^5:\d+ note .*12/),
    ]);
    const quiet = await runCli(["check", folder, "--format", "json"]);
    expect(quiet.code).toBe(0);
    expect(uncovered(quiet.out)).toEqual([]);
  });

  it("shows them to people with the line itself", async () => {
    const { code, out } = await runCli(["check", folder, "--uncovered"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /cases\/japan\.md:5:\d+ note .*69 percent.*\[claim\/number-uncovered\]\n.*Some 69 percent/,
    );
  });
});
