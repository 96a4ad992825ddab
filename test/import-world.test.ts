import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditCasebook, hasErrors } from "../src/pipeline.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { hashTree } from "./support/hash-tree.ts";
import { hasSharedData, readSharedRows } from "./support/shared-data.ts";

const SCRIPT = fileURLToPath(new URL("../examples/world/build-world.sh", import.meta.url));
const SHARED = fileURLToPath(new URL("../../shared/", import.meta.url));
const MAIN = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const WORLD = join(mkdtempSync(join(tmpdir(), "demarche-world-")), "world");

function buildWorld(): void {
  const env = {
    ...process.env,
    DEMARCHE: `${process.execPath} --import ${import.meta.resolve("tsx")} ${MAIN}`,
  };
  execFileSync("sh", [SCRIPT, join(SHARED, "data"), WORLD], { env, stdio: "pipe" });
}

function rowsOf(path: string): Record<string, string>[] {
  return parse(readFileSync(join(WORLD, path), "utf8"), { columns: true }) as Record<string, string>[];
}

beforeAll(() => {
  if (hasSharedData) buildWorld();
}, 300_000);

afterAll(() => rmSync(join(WORLD, ".."), { recursive: true, force: true }));

test("the tier shares are those of the oracle", (ctx) => {
  if (!hasSharedData) return ctx.skip("no shared data");
  const oracle = parse(readFileSync(join(SHARED, "oracle/tier_percents.tsv"), "utf8"), {
    columns: true,
    delimiter: "\t",
  }) as Record<string, string>[];
  const ids: Record<string, string> = { "Tier 1": "1", "Tier 2": "2", Watchlist: "2WL", "Tier 3": "3" };
  const grades = rowsOf("grades.csv");
  expect(oracle).toHaveLength(57);
  for (const { year, tier = "", count, share } of oracle) {
    const graded = grades.filter(
      (row) => row["year"] === year && Object.values(ids).includes(row["tier"] ?? ""),
    );
    const those = graded.filter((row) => row["tier"] === ids[tier]);
    expect(those.length, `${year} ${tier}`).toBe(Number(count));
    expect(those.length / graded.length).toBeCloseTo(Number(share), 6);
  }
});

test("the developed company of Japan on the list of 2004 is Greece", (ctx) => {
  if (!hasSharedData) return ctx.skip("no shared data");
  const listed = rowsOf("grades.csv").filter(({ year, tier }) => year === "2004" && tier === "2WL");
  const developed = new Set(
    rowsOf("countries.csv")
      .filter(
        ({ group, group_from, group_to }) =>
          group === "developed" && Number(group_from) <= 2004 && Number(group_to) >= 2004,
      )
      .map(({ country }) => country),
  );
  expect(listed.filter(({ country }) => developed.has(country)).map(({ country }) => country)).toEqual([
    "GRC",
    "JPN",
  ]);
});

test("South Korea's tiers of 2001 to 2009 are not coded; Côte d'Ivoire, which lost its code, has its tiers", (ctx) => {
  if (!hasSharedData) return ctx.skip("no shared data");
  const grades = rowsOf("grades.csv");
  const korea = grades.filter(({ country, year }) => country === "KOR" && Number(year) <= 2009);
  expect(korea.map(({ tier }) => tier)).toEqual(Array(9).fill("not-coded"));
  const ivory = grades.filter(({ country, year }) => country === "CIV" && year === "2004");
  expect(ivory.map(({ tier }) => tier)).toEqual(["2WL"]);
});

test("each number of the policy index is that of the file, by COW number", (ctx) => {
  if (!hasSharedData) return ctx.skip("no shared data");
  const sum = (rows: readonly Record<string, string>[], column: string) =>
    rows.reduce((total, row) => total + (Number(row[column]) || 0), 0);
  const shared = readSharedRows("policy_index.csv");
  const series = rowsOf("series/policy-index.csv");
  for (const column of ["p", "prosecution", "prevention", "protection"])
    expect(sum(series, column), column).toBe(sum(shared, column));
});

test("aid and grants of 2001 to 2013 add up to those of the files; undated aid and regions are put aside, not lost", (ctx) => {
  if (!hasSharedData) return ctx.skip("no shared data");
  const total = (rows: readonly Record<string, string>[], column: string) =>
    rows.reduce((sum, row) => sum + (Number(row[column]) || 0), 0);
  const inside = (row: Record<string, string>, column = "year") =>
    Number(row[column]) >= 2001 && Number(row[column]) <= 2013;
  const aid = readSharedRows("aid_total.csv").filter((row) => inside(row));
  const aside = rowsOf("imports/unmatched-aid_total.csv").filter((row) => inside(row));
  const ours = rowsOf("record/aid.csv").filter((row) => inside(row));
  expect(total(ours, "total") + total(aside, "aid.total")).toBeCloseTo(total(aid, "aid.total"), 0);
  expect(rowsOf("imports/unmatched-aid_total.csv").filter(({ year }) => year === "9999")).toHaveLength(41);
  const grants = total(readSharedRows("funding_clean.csv"), "amount");
  const regions = total(rowsOf("imports/unmatched-funding_clean.csv"), "amount");
  expect(total(rowsOf("record/grants.csv"), "amount") + regions).toBeCloseTo(
    grants -
      total(
        readSharedRows("funding_clean.csv").filter((row) => Number(row["grant_year"]) < 1999),
        "amount",
      ),
    0,
  );
  const japan = rowsOf("record/grants.csv").filter((row) => row["country"] === "JPN" && inside(row));
  expect(total(japan, "amount")).toBe(821_300);
});

test("the casebook has no error, and the script run again changes nothing", async (ctx) => {
  if (!hasSharedData) return ctx.skip("no shared data");
  const audit = await auditCasebook(openFolder(WORLD));
  expect(audit.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(hasErrors(audit.diagnostics)).toBe(false);
  const before = hashTree(WORLD);
  buildWorld();
  expect(hashTree(WORLD)).toEqual(before);
}, 120_000);
