import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMissing, isMissing } from "../src/base/missing.ts";
import { BASE_FILES } from "../src/check/define-check.ts";
import { createSqlTables } from "../src/compute/sql-tables.ts";
import { queryOfStatement } from "../src/compute/statement-query.ts";
import { aggregate, computeStatistics } from "../src/compute/statistics.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { sharedDuckDbEngine } from "../src/serve/duckdb-engine.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";
import { hasSharedData, readSharedRows } from "./support/shared-data.ts";

describe("the example's statistics of Japan", async () => {
  const { edition } = await auditCasebook(openFolder("examples/tip-report", "examples/tip-report/out"));
  const statistics = edition ? computeStatistics(edition.index, "JPN") : [];
  const text = Object.fromEntries(statistics.map((one) => [one.row.id, one.text]));

  it("are the five published values", () => {
    expect(statistics.map((one) => one.text)).toEqual([
      "$42,333.27",
      "$0.12 million",
      "$0 million",
      "0%",
      "$821,300",
    ]);
  });

  it("say of each whether it is a sum or a mean, over which years, and whether it is quoted", () => {
    expect(statistics.map((one) => one.basis)).toEqual([
      "Mean, 2001–2013; quoted, not computed here.",
      "Sum, 2001–2013; 12 of 13 years without a number count as 0.",
      "Sum, 2001–2013; 13 of 13 years without a number count as 0.",
      "Mean, 2001–2013; quoted, not computed here.",
      "Sum, 2001–2013; 9 of 13 years without a number count as 0.",
    ]);
    expect(statistics.map((one) => one.quoted !== undefined)).toEqual([true, false, false, true, false]);
  });

  it("agree with sums over the published files", (context) => {
    if (!hasSharedData) return context.skip("no shared data");
    const aid = readSharedRows("aid_total.csv");
    const grants = readSharedRows("funding_clean.csv");
    const within = (year: string | undefined) => Number(year) >= 2001 && Number(year) <= 2013;
    const sum = (rows: readonly Record<string, string>[], column: string) =>
      rows.reduce((total, row) => total + (row[column] === "NA" ? 0 : Number(row[column])), 0);
    const japanAid = aid.filter((row) => row["recipient.iso"] === "JPN" && within(row["year"]));
    const japanGrants = grants.filter((row) => row["cowcode"] === "740" && within(row["grant_year"]));
    const computed = (id: string) => statistics.find((one) => one.row.id === id)?.value;
    expect(computed("tip-grants")).toBe(sum(japanGrants, "amount"));
    expect(computed("aid-total")).toBe(sum(japanAid, "aid.total") / 1e6);
    expect(text["tip-grants"]).toBe("$821,300");
  });

  it("are missing, not 0, for a country of which nobody looked for aid", () => {
    const greece = edition ? computeStatistics(edition.index, "GRC") : [];
    expect(greece.map((one) => isMissing(one.value))).toEqual([true, true, true, true, true]);
    expect(greece.map((one) => one.text)).toEqual(["—", "—", "—", "—", "—"]);
  });
});

describe("a statistic of grants", async () => {
  const rows = [
    ["mean", "missing", 300],
    ["mean", "zero", 120],
    ["max", "missing", 400],
    ["first", "missing", 200],
    ["sum", "zero", 600],
  ] as const;
  const config = rows.map(
    ([how, absent], n) =>
      `    - {id: s${n}, label: S, from: record/grants, aggregation: ${how}, absent: ${absent}, unit: US dollars}\n`,
  );
  const { edition } = await auditCasebook(
    createMemoryFolder({
      "casebook.yaml": `${BASE_FILES["casebook.yaml"]}statistics:\n  years: 2001-2005\n  rows:\n${config.join("")}`,
      "record/grants.csv":
        "id,country,year,recipient,amount\na,JPN,2003,A,100\nb,JPN,2003,B,100\nc,JPN,2004,A,400\nd,JPN,2004,A,not-coded\ne,JPN,2005,A,not-coded\n",
    }),
  );
  if (!edition) throw new Error("the casebook cannot be read");
  const statistics = computeStatistics(edition.index, "JPN");

  it.each(rows.map(([how, absent, value], n) => [how, absent, value, n] as const))(
    "takes the %s (%s) over years, not over grants",
    async (_how, _absent, value, n) => {
      expect(statistics[n]?.value).toBe(value);
      const row = statistics[n]?.row;
      if (!row) throw new Error("no such statistic");
      const printed = { value, tolerance: 0.5, plain: String(value) };
      const from = { type: "statistic", row } as const;
      const { sql } = queryOfStatement(edition.index, {
        kind: "value",
        country: "JPN",
        of: row.id,
        printed,
        from,
      });
      const database = await (await sharedDuckDbEngine()).open(
        createSqlTables(edition.index.casebook).tables,
      );
      expect(await database.query(sql)).toMatchObject({ rows: [[value]] });
      database.close();
    },
  );
});

describe("aggregate", () => {
  const years = { first: 2001, last: 2004 };
  const numbers = [
    { year: 2000, value: 100 },
    { year: 2001, value: 4 },
    { year: 2003, value: 2 },
    { year: 2003, value: 3 },
    { year: 2004, value: createMissing("not-coded") },
  ];

  it.each([
    ["sum", "missing", 9],
    ["sum", "zero", 9],
    ["mean", "missing", 3],
    ["mean", "zero", 1.8],
    ["min", "zero", 0],
    ["max", "missing", 4],
    ["first", "missing", 4],
    ["last", "missing", 3],
  ] as const)("%s with absent: %s", (how, absent, expected) => {
    expect(aggregate(numbers, how, years, absent)).toBeCloseTo(expected, 12);
  });

  it("is missing without a number", () => {
    expect(aggregate([], "sum", years, "missing")).toMatchObject({ missing: "not-available" });
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(numbers, { minLength: numbers.length }), (shuffled) => {
        expect(aggregate(shuffled, "sum", years, "zero")).toBe(9);
        expect(aggregate(shuffled, "mean", years, "missing")).toBe(3);
      }),
    );
  });
});
