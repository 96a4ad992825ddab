import { describe, expect, it } from "vitest";
import { isMissing } from "../src/base/missing.ts";
import { computeIndexCompany, computeTierCompany, computeTierRank } from "../src/compute/panel/company.ts";
import { computeCriminalization } from "../src/compute/panel/criminalization.ts";
import { computeEffort, sumEffort } from "../src/compute/panel/effort.ts";
import { totalGrantsByPurpose, totalGrantsByRecipient } from "../src/compute/panel/grant-totals.ts";
import { panelOf } from "../src/compute/panel/panel.ts";
import { compareCases } from "../src/compute/panel/policy-index.ts";
import { computeMovers, computeTransitions } from "../src/compute/panel/tier-moves.ts";
import { computeTierShares } from "../src/compute/panel/tier-shares.ts";
import { computeTimeInReport, computeYearsJoined } from "../src/compute/panel/time-in-report.ts";
import { auditCasebook } from "../src/pipeline.ts";
import type { Edition } from "../src/publish/edition.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";
import { hasSharedData, readSharedRows } from "./support/shared-data.ts";
import { readOracleRows, readWorld } from "./support/world-casebook.ts";

const SMALL = `title: Four countries
years: 2000-2010
scorecard:
  name: Test Report
  grader: A grader
  since: 2001
  tiers: [{id: 1, label: Tier 1}, {id: 2, label: Tier 2}, {id: 3, label: Tier 3}]
figures:
  timeline: {index: policy.p}
`;

async function readSmall(grades: string, more: Record<string, string> = {}): Promise<Edition["index"]> {
  const files = { "casebook.yaml": SMALL, "grades.csv": `country,year,tier\n${grades}`, ...more };
  const { edition, diagnostics } = await auditCasebook(createMemoryFolder(files));
  if (!edition) throw new Error(JSON.stringify(diagnostics));
  return edition.index;
}

describe("the panel of the world", async () => {
  const index = hasSharedData ? (await readWorld()).index : undefined;
  const skipping = (run: (world: NonNullable<typeof index>) => void) => (ctx: { skip(note: string): void }) =>
    index ? run(index) : ctx.skip("no shared data");

  it(
    "has the 57 published tier shares",
    skipping((world) => {
      const computed = computeTierShares(panelOf(world)).flatMap(({ year, rated, shares }) =>
        shares.map(({ tier, count, share }) => [
          `${year} ${tier.id === "2WL" ? "Watchlist" : tier.label}`,
          count,
          rated,
          share.toFixed(6),
        ]),
      );
      const expected = readOracleRows("tier_percents.tsv").map((row) => [
        `${row.year} ${row.tier}`,
        Number(row.count),
        Number(row.rated_countries),
        row.share,
      ]);
      expect(computed).toHaveLength(57);
      expect(computed).toEqual(expected);
    }),
  );

  it(
    "has the published years of joining",
    skipping((world) => {
      const years = computeYearsJoined(world, panelOf(world));
      const stated = new Set(readSharedRows("year_joined.csv").map((row) => row.start_year));
      const published = readOracleRows("year_joined_counts.tsv");
      const inSeries = world.series.get("year-joined");
      const counts = years.map(({ year, countries }) => [
        year,
        countries.filter((one) => inSeries?.has(one)).length,
      ]);
      expect(counts.filter(([, count]) => count !== 0)).toEqual(
        published.map((row) => [Number(row.start_year), Number(row.countries)]),
      );
      expect(stated.size).toBeGreaterThan(10);
    }),
  );

  it(
    "has Japan's 13 years in the report and its gain of 2 points in 2013",
    skipping((world) => {
      expect(computeTimeInReport(world, "JPN", 2013)).toEqual({
        year: 2013,
        years: 13,
        change: 2,
        changePerYear: 2 / 13,
      });
      expect((2 / 13).toFixed(6)).toBe("0.153846");
    }),
  );

  it(
    "agrees with the companion's own columns of time and change in every country-year",
    skipping((world) => {
      let compared = 0;
      for (const row of readSharedRows("policy_index.csv")) {
        if (row.iso === "NA" || row.start_year === "NA" || row["in.report"] !== "TRUE") continue;
        const computed = computeTimeInReport(world, row.iso ?? "", Number(row.year));
        if (isMissing(computed)) throw new Error(`${row.iso} ${row.year}`);
        expect(computed.years, `${row.iso} ${row.year}`).toBe(Number(row["time.in.report"]));
        const change = row["change.since.entering"];
        if (change === "NA") expect(isMissing(computed.change), `${row.iso} ${row.year}`).toBe(true);
        else expect(computed.change, `${row.iso} ${row.year}`).toBe(Number(change));
        compared++;
      }
      expect(compared).toBeGreaterThan(1500);
    }),
  );

  it(
    "finds 70 of 5,798 cables of Tokyo about trafficking",
    skipping((world) => {
      const effort = sumEffort(computeEffort(world, "JPN"));
      expect(effort).toMatchObject({ about: 70, available: 5798 });
    }),
  );

  it(
    "has the published spread of criminalization",
    skipping((world) => {
      const rows = readOracleRows("criminalization_by_year.tsv");
      const years = rows.map((row) => Number(row.year));
      expect(computeCriminalization(world, years)).toEqual(
        rows.map((row) => ({
          year: Number(row.year),
          full: Number(row["countries_full_law_by_year(year.full<=y)"]),
          partial: Number(row.partial_only),
        })),
      );
    }),
  );

  it(
    "has the published means of cases and others",
    skipping((world) => {
      const computed = compareCases(world).map(({ year, cases, others }) => ({
        year: String(year),
        avg_cases: Number(cases.mean).toFixed(4),
        n_cases: String(cases.n),
        avg_others: Number(others.mean).toFixed(4),
        n_others: String(others.n),
      }));
      const expected = readOracleRows("policy_index_case_vs_other.tsv").map(
        ({ year, avg_cases, n_cases, avg_others, n_others }) => ({
          year,
          avg_cases,
          n_cases,
          avg_others,
          n_others,
        }),
      );
      expect(computed.filter(({ year }) => expected.some((row) => row.year === year))).toEqual(expected);
    }),
  );

  it(
    "has Greece as Japan's only developed company of 2004",
    skipping((world) => {
      const company = computeTierCompany(world, "JPN", 2004);
      expect(company).toMatchObject({ byGroup: [{ group: "developed", countries: ["GRC"] }] });
    }),
  );

  it(
    "counts each graded country once in every transition",
    skipping((world) => {
      const panel = panelOf(world);
      const { counts, left } = computeTransitions(panel);
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      const rated = computeTierShares(panel).map((one) => one.rated);
      expect(sum(counts.map(sum)) + sum(left)).toBe(sum(rated.slice(0, -1)));
      const movers = computeMovers(panel);
      const diagonal = sum(counts.map((row, i) => row[i] ?? 0));
      expect(sum(movers.map((one) => one.same))).toBe(diagonal);
      for (const [i, year] of movers.entries()) {
        const { up, down, same, entered } = year;
        expect(up.length + down.length + same + entered.length).toBe(rated[i + 1]);
      }
    }),
  );
});

describe("grants", () => {
  it("add up to the published purposes over all rows, regions among them", (ctx) => {
    if (!hasSharedData) return ctx.skip("no shared data");
    const at = { source: { path: "", text: "" }, start: 0, end: 0 } as never;
    const grants = readSharedRows("funding_clean.csv")
      .filter((row) => row.country !== "USA")
      .map((row) => ({
        id: row.id ?? "",
        country: "ZZZ",
        year: 2001,
        recipient: row.recipient ?? "",
        amount: row.amount === "NA" ? ({ missing: "not-available" } as const) : Number(row.amount),
        purposes: ["prevention", "protection", "prosecution", "research"].filter(
          (one) => Number(row[one]) === 1,
        ),
        at,
      }));
    expect(
      totalGrantsByPurpose(grants).map((one) => [one.of, String(one.grants), String(Math.round(one.amount))]),
    ).toEqual(readOracleRows("grants_by_purpose.tsv").map((row) => [row.purpose, row.grants, row.total_usd]));
    expect(totalGrantsByRecipient(grants).reduce((sum, one) => sum + one.grants, 0)).toBe(grants.length);
  });
});

describe("a small panel", () => {
  it("knows who moved, entered and left, and never compares across a gap", async () => {
    const index = await readSmall(
      "JPN,2001,2\nJPN,2002,1\nGRC,2001,1\nGRC,2002,3\nFRA,2001,1\nFRA,2002,not-in-report\nFRA,2003,3\nCHL,2002,2\nCHL,2003,2\nJPN,2003,1\nGRC,2003,3\n",
    );
    const movers = computeMovers(panelOf(index));
    expect(
      movers.map(({ year, up, down, same, entered, left }) => [
        year,
        up.map((one) => one.country),
        down.map((one) => one.country),
        same,
        entered,
        left,
      ]),
    ).toEqual([
      [2002, ["JPN"], ["GRC"], 0, ["CHL"], ["FRA"]],
      [2003, [], [], 3, ["FRA"], []],
    ]);
    expect(computeTransitions(panelOf(index))).toMatchObject({
      counts: [
        [1, 0, 1],
        [1, 1, 0],
        [0, 0, 1],
      ],
      left: [1, 0, 0],
      entered: [0, 1, 1],
    });
  });

  it("ranks by tier with ties, and says why a country without a tier has no place", async () => {
    const index = await readSmall("JPN,2001,2\nGRC,2001,2\nFRA,2001,1\nCHL,2001,3\nKOR,2001,special-case\n");
    expect(computeTierRank(index, "JPN", 2001)).toMatchObject({ better: 1, same: 2, worse: 1 });
    expect(computeTierRank(index, "KOR", 2001)).toMatchObject({ missing: "special-case" });
    expect(computeTierRank(index, "USA", 2001)).toMatchObject({ missing: "not-coded" });
    expect(computeTimeInReport(index, "KOR", 2001)).toMatchObject({ missing: "not-in-report" });
  });

  it("finds the nearest in the index, kin before others", async () => {
    const index = await readSmall("JPN,2001,2\n", {
      "series/policy.csv":
        "country,year,p\nJPN,2001,8\nGRC,2001,9\nFRA,2001,7\nCHL,2001,8\nKOR,2001,not-coded\n",
      "series/policy.yaml": "label: Policy\n",
      "countries.csv": "country,name,group,group_from,group_to\nJPN,Japan,rich,,\nGRC,Greece,rich,,\n",
    });
    expect(computeIndexCompany(index, "JPN", 2001)).toMatchObject({
      value: 8,
      nearest: [
        { country: "CHL", difference: 0 },
        { country: "GRC", difference: 1 },
        { country: "FRA", difference: -1 },
      ],
      more: 0,
    });
    expect(computeIndexCompany(index, "KOR", 2001)).toMatchObject({ missing: "not-coded" });
    expect(computeEffort(index, "JPN")).toEqual([]);
    expect(computeCriminalization(index, [2001])).toEqual([]);
  });
});
