import { beforeAll, describe, expect, it } from "vitest";
import { type TraceNode, trace } from "../src/compute/trace.ts";
import { auditCasebook } from "../src/pipeline.ts";
import type { Edition } from "../src/publish/edition.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";
import { readExample } from "./support/published-site.ts";

let edition: Edition;
beforeAll(async () => {
  edition = await readExample();
});

function traced(id: string): TraceNode | undefined {
  const { index, named, uses } = edition;
  return trace({ index, named, uses, claims: [...edition.claims.values()] }, id);
}

describe("trace", () => {
  it("leads from a claim to where it is said, to the cable, and to the rows with their sources", () => {
    const tree = traced("colombia-and-malawi");
    expect(tree?.children.map(({ kind, id }) => `${kind} ${id ?? ""}`)).toEqual([
      expect.stringMatching(/^statement japan#claim-\d+$/),
      "source 07TOKYO2481",
      "row ",
      "row ",
    ]);
    expect(tree?.children[2]?.place).toMatchObject({ file: "grades.csv", field: "tier" });
    expect(tree?.children[2]?.children.map(({ id }) => id)).toEqual(["tip-report-2007"]);
  });

  it("leads from an entry to its sources and linked entries, from a claim down to the cable", () => {
    const entry = traced("jpn-131");
    expect(entry?.children.map(({ kind, id }) => id ?? kind)).toEqual([
      "mofa-action-plan-2004",
      "row",
      "jpn-133",
      "jpn-132",
    ]);
    const claim = traced("colombia-and-malawi");
    expect(claim?.children.map(({ id }) => id)).toContain("07TOKYO2481");
  });

  it("leads from a source back to notes, entries, rows and claims", () => {
    const kinds = (id: string) => new Set(traced(id)?.children.map(({ kind }) => kind));
    expect(kinds("07TOKYO2481")).toEqual(new Set(["note", "entry", "claim"]));
    expect(kinds("tip-report-2004")).toEqual(new Set(["entry", "row", "claim", "statement"]));
    expect(traced("no-such-thing")).toBeUndefined();
  });
});

describe("the example’s claims", () => {
  it("are at least 25, named ones among them, each with its verdict", () => {
    expect(edition.claims.size + edition.named.length).toBeGreaterThanOrEqual(25);
    const verdicts = new Map(edition.named.map((one) => [one.claim.id, one.verdict]));
    expect(verdicts.get("alone-2004")).toBe("fails");
    expect(verdicts.get("alone-but-for-greece-2004")).toBe("holds");
    expect([...verdicts].filter(([, verdict]) => verdict !== "holds")).toEqual([["alone-2004", "fails"]]);
  });

  it("have a page each, and marks in the prose lead there", () => {
    const files = new Map([...renderSite(edition)].map(({ path, body }) => [path, body]));
    for (const { claim } of edition.named) expect(files.has(`claims/${claim.id}/index.html`)).toBe(true);
    expect(String(files.get("case-studies/japan/index.html"))).toContain('href="../../claims/alone-2004/"');
    const page = String(files.get("claims/alone-but-for-greece-2004/index.html"));
    for (const words of ["SELECT g.country", "GRC", "grades.csv", "Holds"]) expect(page).toContain(words);
    expect(String(files.get("claims/index.html"))).toContain("Not in the record");
    expect(String(files.get("data/claims.csv"))).toContain("alone-2004,sql,");
  });
});

it("a casebook without queries opens no database", async () => {
  const openEngine = () => Promise.reject(new Error("opened"));
  const claims = "- id: a\n  grade: {country: JPN, year: 2004, tier: 2}\n";
  const files = {
    "casebook.yaml":
      "title: A\nyears: 2001-2015\nscorecard: {name: A, grader: B, since: 2001, tiers: [{id: 1, label: One}, {id: 2, label: Two}]}\n",
    "grades.csv": "country,year,tier\nJPN,2004,2\n",
    "claims.yaml": claims,
  };
  const { edition: small } = await auditCasebook(createMemoryFolder(files), { openEngine });
  expect(small?.named.map(({ verdict }) => verdict)).toEqual(["holds"]);
});
