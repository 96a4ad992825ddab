import { beforeAll, describe, expect, it } from "vitest";
import { BASE_FILES } from "../src/check/define-check.ts";
import { type TraceNode, trace } from "../src/compute/trace.ts";
import { auditCasebook } from "../src/pipeline.ts";
import type { Edition } from "../src/publish/edition.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { runCli } from "./support/cli.ts";
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

  it("goes from a claim over rows and entries down to sources and locators, printed and as JSON", async () => {
    const printed = await runCli(["trace", "still-disappointed", "examples/tip-report"]);
    expect(printed.code).toBe(0);
    const lines = printed.out.split("\n");
    expect(lines[0]).toMatch(
      /^claim still-disappointed \[holds\] .*: 2004, 2007 and 2008 \(claims\.yaml:\d+:\d+\)$/,
    );
    expect(lines.filter((line) => /^│ {2}(└─| {3})/.test(line)).slice(0, 4)).toEqual([
      expect.stringMatching(/^│ {2}└─ entry jpn-056 2004–2005: Signs .* \(record\/reactions\.csv:8:1 id\)$/),
      "│     └─ source kelley-2017 Case study: Japan Concerns",
      expect.stringMatching(/^│ {2}└─ entry jpn-068 June 2007: Japan .* \(record\/reactions\.csv:11:1 id\)$/),
      "│     └─ source 07TOKYO2788 Cable 07TOKYO2788",
    ]);
    const { out } = await runCli(["trace", "still-disappointed", "examples/tip-report", "--format", "json"]);
    const root = (JSON.parse(out) as { trace: TraceNode }).trace;
    const ways = root.children
      .filter(({ kind }) => kind === "row")
      .flatMap((row) =>
        row.children.map((entry) => [row.place?.line, entry.id, ...entry.children.map(({ id }) => id)]),
      );
    expect(ways).toEqual([
      [8, "jpn-056", "kelley-2017"],
      [11, "jpn-068", "07TOKYO2788"],
      [12, "jpn-071", "08TOKYO1350"],
      [13, "jpn-072", "08TOKYO1528"],
      [30, "jpn-127", "08TOKYO1350"],
    ]);
    expect(root.children[1]?.children[0]?.children[0]?.locator).toBe("Concerns");
  });

  it("goes the same way back: from the cable to entries and claim, from an entry to the claim", () => {
    const back = (id: string) => traced(id)?.children.map((node) => `${node.kind} ${node.id}`) ?? [];
    expect(back("07TOKYO2788")).toEqual(["note 07TOKYO2788", "entry jpn-068", "claim still-disappointed"]);
    expect(back("jpn-068")).toContain("claim still-disappointed");
    const concerns = traced("kelley-2017")?.children.find(({ id }) => id === "jpn-056");
    expect(concerns?.locator).toBe("Concerns");
  });

  it("leads from a case to the sources of its notes, however they are cited", async () => {
    const files = {
      ...BASE_FILES,
      "sources.json": '[{"id":"a","type":"book","title":"A"},{"id":"b","type":"book","title":"B"}]',
      "cases/japan.md": "---\ntitle: Japan\n---\n\nA fact.[@a, p. 3; @b] Another.[^a]\n\n[^a]: A.\n",
    };
    const { edition: small } = await auditCasebook(createMemoryFolder(files));
    if (!small) throw new Error("no edition");
    const notes = trace({ ...small, claims: [...small.claims.values()] }, "japan")?.children;
    expect(notes?.map(({ children }) => children.map(({ id }) => id)).sort()).toEqual([["a"], ["a", "b"]]);
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
  const ask = () => Promise.reject(new Error("asked"));
  const claims = "- id: a\n  grade: {country: JPN, year: 2004, tier: 2}\n";
  const files = {
    "casebook.yaml":
      "title: A\nyears: 2001-2015\nscorecard: {name: A, grader: B, since: 2001, tiers: [{id: 1, label: One}, {id: 2, label: Two}]}\n",
    "grades.csv": "country,year,tier\nJPN,2004,2\n",
    "claims.yaml": claims,
  };
  const { edition: small } = await auditCasebook(createMemoryFolder(files), { ask });
  expect(small?.named.map(({ verdict }) => verdict)).toEqual(["holds"]);
});
