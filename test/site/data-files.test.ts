import { posix } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { readExample } from "../support/published-site.ts";
import { readSmallWorld } from "../support/small-world.ts";

type Row = Readonly<Record<string, string>>;

/** A published site in memory: its pages, and all its files of text. */
interface Site {
  readonly edition: Edition;
  readonly files: ReadonlyMap<string, string>;
  readonly pages: readonly (readonly [path: string, markup: string])[];
}

const sites = new Map<string, Site>();

function publish(edition: Edition): Site {
  const files = new Map(
    [...renderSite(edition)].flatMap(({ path, body }) =>
      typeof body === "string" ? [[path, body] as const] : [[path, ""] as const],
    ),
  );
  return { edition, files, pages: [...files].filter(([path]) => path.endsWith(".html")) };
}

beforeAll(async () => {
  sites.set("the example", publish(await readExample()));
  sites.set("a small world", publish(await readSmallWorld()));
});

function siteOf(name: string): Site {
  const site = sites.get(name);
  if (!site) throw new Error(name);
  return site;
}

function readRows({ files }: Site, path: string): Row[] {
  return parse(files.get(path) ?? "", { columns: true }) as Row[];
}

/** The data files that a page names, as paths of the site. */
function filesOf(path: string, markup: string): string[] {
  const hrefs = [...markup.matchAll(/ href="([^"#:]+\.(?:csv|json))"/g)].map(([, href]) => href ?? "");
  return [...new Set(hrefs.map((href) => posix.join(posix.dirname(path), href)))];
}

/** What of a page is data: computed figures and tables, lists and grids that a script narrows. */
const SHOWS_DATA = /<div class="exhibit |class="list-table"|<explore-list>|<explore-grid|claim-record"/;

/** Addresses that a page links to below another one, e.g. ids of entries; each as often as its rows stand in the list. */
function linkedIds(markup: string, below: RegExp): string[] {
  return [...markup.matchAll(below)].map(([, id]) => id ?? "").sort();
}

function mainOf(markup: string): string {
  return /<main[^>]*>([\s\S]*)<\/main>/.exec(markup)?.[1] ?? "";
}

/** The tiers of a grid as "JPN 2004 Tier 2", in order. */
function gridOf(markup: string): string[] {
  const table = /<table class="tier-grid">([\s\S]*?)<\/table>/.exec(markup)?.[1] ?? "";
  const years = [...table.matchAll(/<th scope="col" data-sort="(\d+)">/g)].map(([, year]) => year);
  const rows = [...table.matchAll(/<tr data-row[\s\S]*?<\/tr>/g)].flatMap(([row]) => {
    const id = /href="(?:countries\/)?([a-z]{3})\/"/.exec(row)?.[1]?.toUpperCase();
    const cells = [...row.matchAll(/<td class="tier-(\w+)"(?: title="([^"]*)")?>/g)];
    return years.flatMap((year, i) =>
      /^r\d/.test(cells[i]?.[1] ?? "") ? [`${id} ${year} ${cells[i]?.[2]}`] : [],
    );
  });
  return rows.sort();
}

describe.each(["the example", "a small world"])("%s", (name) => {
  it("names CSV and JSON on every page that shows data, and all files are there", () => {
    const site = siteOf(name);
    let shown = 0;
    for (const [path, markup] of site.pages) {
      const named = filesOf(path, markup);
      for (const file of named) expect(site.files.has(file), `${path} names ${file}`).toBe(true);
      if (!SHOWS_DATA.test(mainOf(markup))) continue;
      shown++;
      const kinds = new Set(named.map((file) => posix.extname(file)));
      expect([...kinds].sort(), path).toEqual([".csv", ".json"]);
    }
    expect(shown).toBeGreaterThan(20);
  });

  it("says the same in CSV and in JSON", () => {
    const site = siteOf(name);
    const tables = [...site.files.keys()].filter(
      (path) => path.endsWith(".csv") && site.files.get(path) !== "",
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const path of tables) {
      const json = site.files.get(path.replace(/csv$/, "json"));
      if (json === undefined) continue;
      const rows = (JSON.parse(json) as Record<string, unknown>[]).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, value === null ? "" : String(value)]),
        ),
      );
      expect(rows, path).toEqual(readRows(site, path));
    }
  });

  it("has the grades of the grid on the home page and the list of countries", () => {
    const site = siteOf(name);
    for (const page of ["", "countries/"]) {
      const markup = site.files.get(`${page}index.html`) ?? "";
      expect(filesOf(`${page}index.html`, markup)).toContain(`${page}grades.csv`);
      const shown = gridOf(markup);
      const said = readRows(site, `${page}grades.csv`)
        .filter((row) => row["tier"] !== "")
        .map((row) => `${row["country"]} ${row["year"]} ${row["label"]}`);
      expect(said.length).toBeGreaterThan(20);
      expect(shown).toEqual(said.sort());
    }
  });

  it("has a row for each country of the list", () => {
    const site = siteOf(name);
    const markup = mainOf(site.files.get("countries/index.html") ?? "");
    const ids = [...new Set(linkedIds(markup, / href="([a-z]{3})\/"/g))].map((id) => id.toUpperCase());
    expect(
      readRows(site, "countries/countries.csv")
        .map((row) => row["id"])
        .sort(),
    ).toEqual(ids.sort());
  });

  it("has a row for each source, statement, entry and analysis of the lists", () => {
    const site = siteOf(name);
    const lists: readonly (readonly [list: string, below: RegExp])[] = [
      ["sources", /<li id="([^"]+)" data-row/g],
      ["claims", /<li data-row="[^"]*"><a href="([^"]+)\/"/g],
      ["entries", /<li data-row="[^"]*"><a href="([^"]+)\/"/g],
      ["analyses", /<th scope="row"><a href="([^"/]+)\/"/g],
    ];
    const found = lists.map(([list, below]) => {
      const markup = site.files.get(`${list}/index.html`);
      const rows = site.files.has(`${list}/${list}.csv`) ? readRows(site, `${list}/${list}.csv`) : [];
      const shown = markup === undefined ? [] : linkedIds(mainOf(markup), below);
      expect(rows.map((row) => row["id"]?.toLowerCase()).sort(), list).toEqual(
        shown.map((id) => id.toLowerCase()).sort(),
      );
      return rows.length;
    });
    expect(found.some((rows) => rows > 0)).toBe(name === "the example");
  });

  it("leads from the page of each row to the files of its list", () => {
    const site = siteOf(name);
    for (const list of ["entries", "claims", "sources"]) {
      const pages = site.pages.filter(
        ([path]) => path.startsWith(`${list}/`) && path !== `${list}/index.html`,
      );
      const read = pages.filter(([path]) => !path.endsWith("/text/index.html"));
      for (const [path, markup] of read) expect(filesOf(path, markup), path).toContain(`${list}/${list}.csv`);
      if (name === "the example") expect(read.length).toBeGreaterThan(10);
    }
  });

  it("has beside a list the very bytes of its table below data/", () => {
    const site = siteOf(name);
    for (const [path, body] of site.files) {
      const list = /^(?:(?:countries|sources|claims|entries|analyses)\/)?([a-z]+)\.(csv|json)$/.exec(path);
      if (list && site.files.has(`data/${list[1]}.${list[2]}`))
        expect(site.files.get(`data/${list[1]}.${list[2]}`), path).toBe(body);
    }
  });
});
