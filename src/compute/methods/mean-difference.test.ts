import { describe, expect, it } from "vitest";
import { expectDigits, hasOracle, must, readNumber, readOracle } from "../../../test/support/oracle.ts";
import { createMissing } from "../../base/missing.ts";
import { computeMeanDifference } from "./mean-difference.ts";

/** The values of case and other countries since 2000: a country-year each, or a country's mean each. */
function readGroups(variable: string, unit: string): [number[], number[]] {
  const rows = readOracle("panel.csv").filter((row) => row[variable] !== "NA" && Number(row.year) >= 2000);
  const pick = (isCase: string): number[] => {
    const mine = rows.filter((row) => row.case === isCase);
    if (unit === "country_year") return mine.map((row) => readNumber(row, variable));
    return [...new Set(mine.map((row) => row.cow))].map((country) => {
      const years = mine.filter((row) => row.cow === country);
      return years.reduce((sum, row) => sum + readNumber(row, variable), 0) / years.length;
    });
  };
  return [pick("1"), pick("0")];
}

describe("computeMeanDifference", () => {
  it("agrees with R's Welch test, by country-year and by country", (context) => {
    if (!hasOracle) context.skip("no shared data");
    const rows = readOracle("welch.csv");
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      const result = must(computeMeanDifference(...readGroups(row.variable ?? "", row.unit ?? "")));
      expect([result.first.n, result.second.n]).toEqual([Number(row.n_case), Number(row.n_other)]);
      expectDigits(result.first.mean, readNumber(row, "mean_case"));
      expectDigits(result.second.standardDeviation, readNumber(row, "sd_other"));
      expectDigits(result.estimate, readNumber(row, "diff"));
      expectDigits(result.standardError, readNumber(row, "se"));
      expectDigits(result.statistic, readNumber(row, "t"));
      expectDigits(result.freedom, readNumber(row, "df"));
      expectDigits(result.p, readNumber(row, "p"));
      expectDigits(result.lower, readNumber(row, "lower"));
      expectDigits(result.upper, readNumber(row, "upper"));
    }
  });

  it("pools to a value worked out by hand, and to Welch's where groups are alike in size and spread", () => {
    // s² = (2·1 + 1·2)/3 = 4/3 with means 2 and 5: t = −3 / √(4/3 (1/3 + 1/2)) = −2.84605 with 3 degrees of freedom.
    const pooled = must(computeMeanDifference([1, 2, 3], [4, 6], { variances: "pooled" }));
    expect(pooled).toMatchObject({ estimate: -3, freedom: 3 });
    expect(pooled.statistic).toBeCloseTo(-3 / Math.sqrt((4 / 3) * (5 / 6)), 12);
    const alike = [
      [1, 2, 3],
      [5, 6, 7],
    ] as const;
    expect(must(computeMeanDifference(...alike, { variances: "pooled" })).p).toBeCloseTo(
      must(computeMeanDifference(...alike)).p,
      12,
    );
  });

  it("leaves missing values out, counts them, and says why there is no test", () => {
    const gap = createMissing("not-coded");
    expect(must(computeMeanDifference([1, gap, 2], [3, 5])).first).toMatchObject({ n: 2, leftOut: 1 });
    expect(computeMeanDifference([1, gap], [3, 5])).toMatchObject({ problem: "too-few-rows" });
    expect(computeMeanDifference([2, 2], [3, 3])).toMatchObject({ problem: "no-variation" });
  });
});
