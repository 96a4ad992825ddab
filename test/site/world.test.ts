import { beforeAll, describe, expect, it } from "vitest";
import { computeMapTiers } from "../../src/compute/panel/map-tiers.ts";
import { panelOf } from "../../src/compute/panel/panel.ts";
import type { Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { readSmallWorld } from "../support/small-world.ts";
import { createTinyEdition } from "../support/tiny-edition.ts";

function publish(edition: Edition): Map<string, string> {
  return new Map(
    [...renderSite(edition)].flatMap(({ path, body }) => (typeof body === "string" ? [[path, body]] : [])),
  );
}

let world: Edition;
let files: Map<string, string>;

beforeAll(async () => {
  world = await readSmallWorld();
  files = publish(world);
});

/** Returns the first row of a page's tables that begins with a heading, without markup. */
function rowOf(page: string | undefined, head: string): string[] {
  const rows = (page ?? "").match(/<tr[^>]*>.*?<\/tr>/gs) ?? [];
  const cells = rows.map((row) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, one = ""]) => one),
  );
  return (cells.find(([first]) => first === head) ?? []).map((one) => one.replace(/<[^>]*>/g, ""));
}

describe("pages about the world", () => {
  it("are absent where only a few countries are graded", async () => {
    const paths = [...publish(await createTinyEdition()).keys()];
    expect(paths.filter((path) => /^(world|compare)\//.test(path))).toEqual([]);
  });

  it("have each figure as SVG, CSV and JSON beside the page, the charts as PNG, too", () => {
    const all = new Set([...renderSite(world)].map(({ path }) => path));
    for (const stem of ["tier-shares", "movers", "year-joined", "criminalization"]) {
      for (const kind of ["svg", "png", "csv", "json"])
        expect(all.has(`world/${stem}.${kind}`), stem).toBe(true);
    }
    for (const stem of ["map/2001/map", "map/2004/map", "joined/map"]) {
      for (const kind of ["svg", "csv", "json"]) expect(files.has(`world/${stem}.${kind}`), stem).toBe(true);
    }
    expect(files.get("world/transitions.csv")).toContain("from,to,count\n1,1,");
  });

  it("print the counts that the grades give", () => {
    const grades = world.index.casebook.grades.filter((one) => one.year === 2004);
    const count = (id: string): number => grades.filter(({ tier }) => "id" in tier && tier.id === id).length;
    const rated = count("1") + count("2") + count("2WL") + count("3");
    const share = (id: string): string => `${count(id)} (${Math.round((100 * count(id)) / rated)}%)`;
    expect(rowOf(files.get("world/index.html"), "2004")).toEqual([
      "2004",
      share("1"),
      share("2"),
      share("2WL"),
      share("3"),
      String(rated),
    ]);
    expect(files.get("world/criminalization.csv")).toBe(
      "year,full,partial_only\n2001,1,0\n2002,1,1\n2003,1,1\n2004,2,0\n",
    );
  });

  it("show on a map an area in the tier of the state to which it belonged", () => {
    const shown = computeMapTiers(panelOf(world.index), 2004);
    expect(shown.get("SRB")).toMatchObject({ tier: { id: "3" }, asPartOf: "SCG" });
    expect(shown.get("MNE")).toMatchObject({ tier: { id: "3" }, asPartOf: "SCG" });
    expect(files.get("world/map/2004/index.html")).toContain(
      "<title>Serbia: Tier 3, as part of Serbia and Montenegro</title>",
    );
    expect(files.get("world/map/2004/index.html")).toMatch(/<circle[^>]*><title>Tuvalu: /);
    expect(files.get("world/map/2004/index.html")).toContain("take no position on any dispute");
  });

  it("keep a map below 60 kB compressed", async () => {
    const { gzipSync } = await import("node:zlib");
    const page = files.get("world/map/2004/index.html") ?? "";
    expect(gzipSync(page).length).toBeLessThan(60_000);
  });
});

describe("a country's page", () => {
  it("says how it stood, who kept it company, and what changed", () => {
    const page = files.get("countries/jpn/index.html");
    const grades = world.index.casebook.grades.filter((one) => one.year === 2003 && "id" in one.tier);
    const ranks = grades.map(({ tier }) => ("rank" in tier ? tier.rank : 99));
    const own = grades.find((one) => one.country === "JPN")?.tier;
    if (!own || !("rank" in own)) throw new Error("Japan has no tier in 2003");
    const better = ranks.filter((rank) => rank < own.rank).length;
    const same = ranks.filter((rank) => rank === own.rank).length;
    const row = rowOf(page?.slice(page.indexOf('id="standing"')), "2003");
    expect(row[3]).toBe(`${better + 1}–${better + same} of ${grades.length}`);
    expect(row[4]?.split(/, | and /)).toHaveLength(same - 1);
    expect(page).toContain("Japan came into the report in 2001, by its first tier.");
    expect(page).toContain("Over all years 3 of 24 available cables of posts in the country, 12.5%.");
  });

  it("adds grants up by purpose and recipient, and says which amounts are not known", () => {
    const page = files.get("countries/idn/index.html");
    expect(rowOf(page, "protection")).toEqual([
      "protection",
      "2",
      "1,000 1 grant without an amount left out",
    ]);
    expect(rowOf(page, "IOM")).toEqual(["IOM", "2", "1,500"]);
    expect(rowOf(page, "ILO")).toEqual(["ILO", "1", "not known"]);
  });

  it("has no section without data", () => {
    const page = files.get("countries/arg/index.html") ?? "";
    expect(page).not.toMatch(/id="effort"|id="grants|<h2>(Laws|Grants|Effort)/);
  });
});

describe("comparing countries", () => {
  it("has a page for each case with the country whose grades were most alike", () => {
    const pairs = [...files.keys()].filter((path) => /^compare\/jpn-...\/index\.html$/.test(path));
    const other = /jpn-(...)/.exec(pairs[0] ?? "")?.[1]?.toUpperCase() ?? "";
    const tiers = (country: string): string[] =>
      world.index.casebook.grades
        .filter((one) => one.country === country)
        .map((one) => ("id" in one.tier ? one.tier.id : `none of ${country}`));
    const likeness = (country: string): number =>
      tiers(country).filter((tier, i) => tier === tiers("JPN")[i]).length;
    const all = world.index.countries.filter((one) => one !== "JPN").map(likeness);
    expect(likeness(other)).toBe(Math.max(...all));
    expect(files.get(pairs[0] ?? "")).toContain(`The same grade in ${likeness(other)} of `);
    const kin = ["CAN", "DEU", "FRA", "USA"];
    const closest = Math.max(...kin.map(likeness));
    const shown = kin.filter((one) => files.has(`compare/jpn-${one.toLowerCase()}/index.html`));
    expect(shown).toHaveLength(1);
    expect(likeness(shown[0] ?? "")).toBe(closest);
    expect(closest).toBeGreaterThan(0);
  });

  it("offers all graded countries to choose from", () => {
    const page = files.get("compare/index.html") ?? "";
    const data = (/data-countries="([^"]*)"/.exec(page)?.[1] ?? "").replaceAll("&quot;", '"');
    expect(JSON.parse(data).countries).toHaveLength(panelOf(world.index).countries.length);
  });
});
