import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, test } from "vitest";
import { collectBackLinks, findTarget } from "../src/compute/entry-links.ts";
import { ENTRY_KINDS, type Entry, type EntryKind } from "../src/model/entry.ts";
import type { Edition } from "../src/publish/edition.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { readExample } from "./support/published-site.ts";

const TSV = new URL("../../shared/example/japan_record.tsv", import.meta.url);

/** The kind of entry that each kind of row of the coded page became. */
const KIND_OF: Readonly<Record<string, EntryKind>> = {
  "alternative explanation": "alternative",
  assistance: "context",
  comparison: "comparison",
  contact: "contact",
  context: "context",
  diplomacy: "contact",
  document: "context",
  documentation: "context",
  factor: "factor",
  figure: "context",
  gap: "gap",
  igo: "pressure",
  inference: "context",
  institution: "outcome",
  law: "outcome",
  media: "pressure",
  ngo: "pressure",
  norm: "outcome",
  outcome: "outcome",
  policy: "outcome",
  rating: "grading",
  reaction: "reaction",
  recommendation: "recommendation",
  relations: "context",
  roadmap: "recommendation",
  statistic: "context",
  testimony: "testimony",
};

/** The doubts of before the pressure are no outcome of it. */
const EXCEPTIONS: ReadonlyMap<string, EntryKind> = new Map([["jpn-134", "context"]]);

let edition: Edition;
let entries: readonly Entry[];
let pages: Map<string, string>;

beforeAll(async () => {
  edition = await readExample();
  entries = edition.index.casebook.entries;
  pages = new Map(
    [...renderSite(edition)].flatMap(({ path, body }) => (typeof body === "string" ? [[path, body]] : [])),
  );
});

function entry(id: string): Entry {
  const found = edition.index.entryById.get(id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
}

function countKinds(kinds: readonly EntryKind[]): Record<string, number> {
  return Object.fromEntries(
    ENTRY_KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length] as const),
  );
}

describe("the example's record", () => {
  it("has 147 entries of Japan, in every kind", () => {
    expect(entries.map((one) => one.id).sort()).toEqual(
      Array.from({ length: 147 }, (_, i) => `jpn-${String(i + 1).padStart(3, "0")}`),
    );
    expect(Object.values(countKinds(entries.map((one) => one.kind))).every((count) => count > 0)).toBe(true);
  });

  it("is the coded page, row by row", (context) => {
    if (!existsSync(TSV)) context.skip("no shared data");
    const [header = "", ...lines] = readFileSync(TSV, "utf8").trimEnd().split("\n");
    const names = header.split("\t");
    const rows = lines.map((line) => {
      const cells = line.split("\t");
      return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
    });
    const expected = rows.map((row) => {
      const id = row["id"]?.toLowerCase() ?? "";
      return EXCEPTIONS.get(id) ?? KIND_OF[row["kind"] ?? ""] ?? "gap";
    });
    expect(countKinds(entries.map((one) => one.kind))).toEqual(countKinds(expected));
    for (const row of rows) {
      const own = entry(row["id"]?.toLowerCase() ?? "");
      expect(own.summary).toBe(row["summary"]);
      expect(own.quote ?? "").toBe(row["quote"]);
      const date = [row["date"], row["date_end"]].filter((part) => part !== "").join("/");
      expect(own.date?.text.replaceAll("~", "") ?? "").toBe(date);
      if (row["duplicate_of"]) {
        const restated = own.links.filter((link) => link.relation === "restates").map((link) => link.to);
        expect(restated).toEqual([row["duplicate_of"].toLowerCase()]);
      }
      if (!own.date) expect(own.note).toMatch(/undated/i);
    }
  });

  it("names sources of the bibliography and actors of its list", () => {
    const { sources, actors } = edition.index.casebook;
    for (const one of entries) {
      expect(one.sources.length).toBeGreaterThan(0);
      for (const { source } of one.sources) expect(sources.has(source)).toBe(true);
      for (const actor of one.actors) expect(actors.has(actor.id)).toBe(true);
      for (const link of one.links) expect(findTarget(edition.index, one, link)).toBeDefined();
    }
  });

  it("knows that the deputy vice minister and the Deputy Vice are one", () => {
    expect(entry("jpn-127").actors[0]).toEqual(entry("jpn-071").actors[0]);
    expect(readFileSync("examples/tip-report/record/reactions.csv", "utf8")).toContain("the Deputy Vice");
  });

  it("ties the laws of 2005 to the grade of 2004, the demand and those who say so", () => {
    const relations = entry("jpn-096").links.map(({ relation, to }) => `${relation}:${to}`);
    expect(relations).toContain("follows:grade:2004");
    expect(relations).toContain("answers:jpn-045");
    expect(relations).toContain("attributed-by:jpn-107");
    const back = collectBackLinks(edition.index.casebook).get("jpn-045") ?? [];
    expect(back.map(({ from }) => from.id)).toEqual(["jpn-096", "jpn-097", "jpn-098"]);
  });
});

describe("the pages of the record", () => {
  test("there is one for every entry, and a list", () => {
    expect(pages.has("entries/index.html")).toBe(true);
    for (const { id } of entries) expect(pages.has(`entries/${id}/index.html`)).toBe(true);
  });

  test("an entry leads to its sources and to entries both ways", () => {
    const law = pages.get("entries/jpn-096/index.html") ?? "";
    expect(law).toContain("Penal Code revised.");
    expect(law).toContain('href="../../sources/capobianco-2013/"');
    expect(law).toContain(", p. 28");
    expect(law).toContain('href="../jpn-045/"');
    expect(law).toContain('href="../../countries/jpn/#grades"');
    expect(pages.get("entries/jpn-045/index.html")).toContain('href="../jpn-096/"');
  });

  test("the row that decided a claim leads to its source's own page", () => {
    const claim = [...pages].find(
      ([path, page]) => path.startsWith("claims/") && page.includes("evidence-cells"),
    );
    expect(claim?.[1]).toMatch(/<td><a href="\.\.\/\.\.\/sources\/[\w-]+\/">/);
    for (const page of pages.values()) expect(page).not.toMatch(/<td><a href="[./]*sources\/#/);
  });

  test("a date is in words, with how far it is known", () => {
    expect(pages.get("entries/jpn-071/index.html")).toContain(
      '<time datetime="2008-05">May 2008</time> (known to the month)',
    );
    expect(pages.get("entries/jpn-002/index.html")).toContain("not known");
    expect(pages.get("entries/jpn-012/index.html")).toContain("about 2004");
  });

  test("the country's page leads to each of its entries, by stage", () => {
    const page = pages.get("countries/jpn/index.html") ?? "";
    expect(page).toContain('<h2 id="record">The record</h2>');
    expect(page).toMatch(/<h3 id="record-concern">Concern \(\d+\)<\/h3>/);
    for (const { id } of entries) expect(page).toContain(`href="../../entries/${id}/"`);
    expect(pages.get("countries/grc/index.html")).not.toContain("The record</h2>");
  });

  test("the data are there to take", () => {
    expect(pages.get("data/entries.csv")?.split("\n")[0]).toBe(
      "id,kind,country,first,last,summary,date,stage,quote,actors,sources,links,note,level,progress,by,code,compared_country,compared_tier,claim,type,attributed,override_sequencing,override_congruence,override_testimony,override_reason,override_by,direction,class,witness,attributes",
    );
    expect(JSON.parse(pages.get("data/entries.json") ?? "[]")).toHaveLength(147);
    expect(pages.get("data/actors.csv")).toContain("deputy-vice-minister");
  });
});
