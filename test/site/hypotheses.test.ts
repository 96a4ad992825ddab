import { describe, expect, it } from "vitest";
import { auditCasebook } from "../../src/pipeline.ts";
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
`;

const HYPOTHESES = `
hypotheses:
  - id: grade
    country: JPN
    statement: The grade moved the government.
    prior: 0.5
    evidence:
      - {id: e1, summary: Officials say so., kind: smoking-gun, if-true: 0.9, if-false: 0.3, entry: jpn-105}
      - {id: e2, summary: The plan names the grade., kind: hoop, if-true: 0.9, if-false: 0.5, found: false}
`;

async function audit(hypotheses: string | undefined) {
  return auditCasebook(
    createMemoryFolder({
      "casebook.yaml": CASEBOOK,
      "grades.csv": "country,year,tier\nJPN,2001,2\n",
      ...(hypotheses === undefined ? {} : { "hypotheses.yaml": hypotheses }),
    }),
  );
}

async function publish(hypotheses: string | undefined): Promise<Map<string, string>> {
  const { edition, diagnostics } = await audit(hypotheses);
  if (!edition) throw new Error(JSON.stringify(diagnostics));
  return new Map(
    [...renderSite(edition)].flatMap(({ path, body }) => (typeof body === "string" ? [[path, body]] : [])),
  );
}

describe("hypotheses.yaml", () => {
  it("is weighed step by step on a page of its own, as worked out by hand", async () => {
    const files = await publish(HYPOTHESES);
    const page = files.get("hypotheses/index.html") ?? "";
    // 1:1 × 0.9/0.3 = 3:1; × (1 − 0.9)/(1 − 0.5) = 3:5 → 3/8.
    expect(page).toContain("Prior 0.500, posterior 0.375.");
    expect(page).toContain("0.500\u00a0→\u00a00.750");
    expect(page).toContain("0.750\u00a0→\u00a00.375");
    expect(page).toContain("Officials say so. (jpn-105: not in the record)");
    expect(page).toContain("The plan names the grade. (looked for, not found)");
    expect(page).toContain("smoking gun; by its numbers a hoop");
    const steps = JSON.parse(files.get("hypotheses/steps.json") ?? "[]") as { after: number }[];
    expect(steps.map(({ after }) => after)).toEqual([expect.closeTo(0.75, 12), expect.closeTo(0.375, 12)]);
    expect(files.get("countries/jpn/index.html")).toContain('href="../../hypotheses/#grade"');
  });

  it("leaves no trace where it is absent", async () => {
    const files = await publish(undefined);
    expect(files.has("hypotheses/index.html")).toBe(false);
    expect(files.get("countries/jpn/index.html")).not.toContain("ypothes");
  });

  it("is reported where numbers are no probabilities, kinds unknown, or ids there twice", async () => {
    for (const [from, to] of [
      ["prior: 0.5", "prior: 1.5"],
      ["kind: hoop", "kind: hope"],
      ["if-true: 0.9", "if-treu: 0.9"],
    ] as const) {
      const { diagnostics } = await audit(HYPOTHESES.replace(from, to));
      expect(diagnostics.filter(({ place }) => place?.file === "hypotheses.yaml").length).toBeGreaterThan(0);
    }
    const known = HYPOTHESES.replace(", entry: jpn-105", "");
    const { diagnostics } = await audit(known + known.replace("\nhypotheses:\n", ""));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "casebook/duplicate-id", message: "The hypothesis `grade` is declared twice." },
    ]);
  });
});
