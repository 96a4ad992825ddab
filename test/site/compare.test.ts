import { describe, expect, it } from "vitest";
import { isMissing } from "../../src/base/missing.ts";
import { computeComparison } from "../../src/compute/comparison.ts";
import { auditCasebook } from "../../src/pipeline.ts";
import type { Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { createMemoryFolder } from "../support/memory-folder.ts";

const CASEBOOK = `
title: Scores
years: 2000-2010
scorecard:
  name: Test Report
  grader: A grader
  since: 2001
  tiers: [{id: 1, label: Tier 1}, {id: 2, label: Tier 2}]
figures:
  comparison:
    x: case-scores.favourability
    y: case-scores.influence
`;

const CODEBOOK = `
label: Case scores
source: A book
columns:
  favourability: {label: Favourability of conditions}
  influence: {label: Influence, range: [0, 15]}
`;

async function read(scores: string, casebook = CASEBOOK): Promise<Edition> {
  const { edition, diagnostics } = await auditCasebook(
    createMemoryFolder({
      "casebook.yaml": casebook,
      "grades.csv": "country,year,tier\nJPN,2001,2\n",
      "series/case-scores.csv": `country,year,favourability,influence\n${scores}`,
      "series/case-scores.yaml": CODEBOOK,
    }),
  );
  if (!edition) throw new Error(JSON.stringify(diagnostics));
  return edition;
}

function publish(edition: Edition): Map<string, string> {
  return new Map(
    [...renderSite(edition)].flatMap(({ path, body }) => (typeof body === "string" ? [[path, body]] : [])),
  );
}

describe("the comparison of countries", () => {
  it("correlates the last scores of each country and names those without", async () => {
    const edition = await read(
      "JPN,2001,5,5\nJPN,2010,1,1\nTCD,2010,2,3\nOMN,2010,3,2\nISR,2010,4,not-coded\n",
    );
    const comparison = computeComparison(edition.index);
    // Worked out by hand in correlation.test.ts: (1,1), (2,3), (3,2) have r = 1/2.
    expect(comparison?.correlation).toMatchObject({ r: expect.closeTo(0.5, 12), pairs: 3, leftOut: 1 });
    expect(comparison?.missing).toEqual([
      { country: "ISR", name: "Israel", reason: { missing: "not-coded" } },
    ]);
  });

  it("has a page with the plot, the scores and the files", async () => {
    const files = publish(await read("JPN,2010,1,1\nTCD,2010,2,3\nOMN,2010,3,2\n"));
    const page = files.get("compare/index.html") ?? "";
    expect(page).toContain("<h1>Influence and favourability of conditions</h1>");
    expect(page).toContain("Pearson’s r = 0.500 over 3 countries, p = 0.667.");
    expect(page).toContain('href="../countries/jpn/"');
    expect(files.get("compare/scatter.csv")).toBe(
      "country,name,Favourability of conditions,Influence,missing\nTCD,Chad,2,3,\nJPN,Japan,1,1,\nOMN,Oman,3,2,\n",
    );
    expect(files.get("countries/index.html")).toContain('href="../compare/"');
  });

  it("has no page where the casebook declares none", async () => {
    const files = publish(await read("JPN,2010,1,1\n", CASEBOOK.replace(/figures:[\s\S]*/, "")));
    expect(files.has("compare/index.html")).toBe(false);
    expect(files.get("countries/index.html")).not.toContain("compare/");
  });

  it("says so where there is nothing to correlate", async () => {
    const { correlation } = computeComparison((await read("JPN,2010,1,1\n")).index) ?? {};
    expect(isMissing(correlation)).toBe(true);
  });

  it("reports what is no column of a series", async () => {
    const { diagnostics } = await auditCasebook(
      createMemoryFolder({ "casebook.yaml": CASEBOOK.replace("case-scores.influence", "influence") }),
    );
    expect(diagnostics.some(({ message }) => message.includes("names no column of a series"))).toBe(true);
  });
});
