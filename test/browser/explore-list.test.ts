import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditCasebook } from "../../src/pipeline.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { writeArtifacts } from "../../src/publish/write.ts";
import { createMemoryFolder } from "../support/memory-folder.ts";
import { publishExample } from "../support/published-site.ts";
import { findViolations, SiteVisit } from "../support/visit-site.ts";

type DataRow = Readonly<Record<string, string | null>>;

const WIDE = { viewport: { width: 1280, height: 900 } };

let visit: SiteVisit;
let folder: string;
const dataOf = (name: string): readonly DataRow[] =>
  JSON.parse(readFileSync(join(folder, `data/${name}.json`), "utf8"));

beforeAll(async () => {
  folder = await publishExample();
  visit = await SiteVisit.start(folder);
});

afterAll(() => visit?.end());

const shown = (page: Page) => page.locator("[data-row]:visible");
const status = (page: Page): Promise<string | null> =>
  page.locator(".explore-form [role=status]").textContent();

/** Reads the number that each choice of a facet says it would show. */
async function countsOf(page: Page, facet: string): Promise<Record<string, number>> {
  const options = await page
    .locator(`select[name=${facet}] option`)
    .evaluateAll((all) =>
      all.map((one) => [(one as HTMLOptionElement).value, one.textContent ?? ""] as const),
    );
  return Object.fromEntries(
    options
      .filter(([value]) => value !== "")
      .map(([value, text]) => [value, Number(/\((\d+)\)$/.exec(text)?.[1])]),
  );
}

/** Counts rows of a published table by what a column says. */
function tally(
  rows: readonly DataRow[],
  keyOf: (row: DataRow) => string | null | undefined,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null && key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

const nonZero = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

describe("the record", () => {
  const yearOf = (row: DataRow) => row.first?.slice(0, 4);

  test("says of every stage, kind, reaction and year how many entries the data have", async () => {
    await visit.withPage("entries/", WIDE, async (page) => {
      const entries = dataOf("entries");
      expect(await status(page)).toBe(`${entries.length} of ${entries.length} entries`);
      expect(await countsOf(page, "stage")).toEqual(tally(entries, (row) => row.stage));
      expect(await countsOf(page, "kind")).toEqual(tally(entries, (row) => row.kind));
      expect(await countsOf(page, "code")).toEqual(tally(entries, (row) => row.code));
      expect(await countsOf(page, "year")).toEqual(tally(entries, yearOf));
      expect(await findViolations(page)).toEqual([]);
    });
  });

  test("is narrowed by keyboard alone, with the counts of what is left", async () => {
    await visit.withPage("entries/", WIDE, async (page) => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(() => document.activeElement?.getAttribute("name") === "stage")) break;
      }
      await page.keyboard.type("Concern");
      await page.waitForURL(/\?stage=concern$/);
      const left = dataOf("entries").filter((row) => row.stage === "concern");
      expect(await shown(page).count()).toBe(left.length);
      expect(await status(page)).toBe(`${left.length} of ${dataOf("entries").length} entries`);
      expect(nonZero(await countsOf(page, "code"))).toEqual(tally(left, (row) => row.code));
      expect(nonZero(await countsOf(page, "year"))).toEqual(tally(left, yearOf));
      expect(await page.locator("h2:visible").allTextContents()).toEqual([`Concern (${left.length})`]);
      await page.selectOption("select[name=year]", "2004");
      const both = left.filter((row) => yearOf(row) === "2004");
      expect(await shown(page).count()).toBe(both.length);
      expect(await page.locator(".record-years dt:visible").allTextContents()).toEqual(["2004"]);
      await page.goBack();
      expect(await shown(page).count()).toBe(left.length);
    });
  });

  test("comes back with the address, and is whole without scripts", async () => {
    const address = "entries/?kind=contact&actor=embassy&q=ambassador";
    let count = 0;
    await visit.withPage(address, WIDE, async (page) => {
      count = await shown(page).count();
      const texts = await shown(page).allTextContents();
      expect(count).toBeGreaterThan(0);
      for (const text of texts) expect(text.toLowerCase()).toContain("ambassador");
    });
    await visit.withPage(address, { ...WIDE, javaScriptEnabled: false }, async (page) => {
      expect(await shown(page).count()).toBe(dataOf("entries").length);
      expect(await page.locator(".explore-form").isVisible()).toBe(false);
    });
  });
});

describe("the sources", () => {
  test("are counted by type, year and case, and sorted by how many entries rest on them", async () => {
    await visit.withPage("sources/?sort=-entries", WIDE, async (page) => {
      const entries = dataOf("entries");
      const counts = tally(
        entries.flatMap((row) => {
          const ids = (row.sources ?? "").split("; ").map((one) => one.split(",")[0] ?? "");
          return [...new Set(ids)].map((id) => ({ id }));
        }),
        (row) => row.id,
      );
      const ids = await shown(page).evaluateAll((all) => all.map((one) => one.id));
      const numbers = ids.map((id) => counts[id] ?? 0);
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      expect(numbers[0]).toBeGreaterThan(numbers.at(-1) ?? 0);
      const first = await page.locator(`[id="${ids[0]}"]`).textContent();
      expect(first).toContain(`${numbers[0]} entries of the record`);
      const types = await countsOf(page, "type");
      expect(Object.values(types).reduce((sum, count) => sum + count)).toBe(ids.length);
      await page.selectOption("select[name=type]", "article-newspaper");
      expect(await shown(page).count()).toBe(types["article-newspaper"]);
      expect(await findViolations(page)).toEqual([]);
      await page.selectOption("select[name=sort]", "year");
      const years = await shown(page).evaluateAll((all) =>
        all.map((one) => Number(new URLSearchParams((one as HTMLElement).dataset.row).get("year"))),
      );
      expect(years).toEqual([...years].sort((a, b) => a - b));
      await page.click("button[type=reset]");
      const keys = await shown(page).evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ""));
      expect(keys.length).toBe(ids.length);
    });
  });
});

describe("the statements", () => {
  test("are counted by verdict as the data have them, and keep the group of their verdict", async () => {
    await visit.withPage("claims/", WIDE, async (page) => {
      const words = { holds: "holds", fails: "fails", "not in the record": "not-in-record" } as const;
      const expected = tally(dataOf("claims"), (row) => words[row.verdict as keyof typeof words]);
      expect(await countsOf(page, "verdict")).toEqual(expected);
      await page.selectOption("select[name=verdict]", "fails");
      expect(await shown(page).count()).toBe(expected.fails);
      expect(await page.locator(".claims").locator("visible=true").count()).toBe(1);
      expect(await page.locator("main h2:visible").allTextContents()).toEqual(["Contradicted by the record"]);
      expect(new URL(page.url()).search).toBe("?verdict=fails");
      expect(await findViolations(page)).toEqual([]);
    });
  });
});

describe("a record of 2,400 entries", () => {
  let long: SiteVisit;

  beforeAll(async () => {
    const countries = ["FRA", "JPN", "KOR"];
    const rows = Array.from({ length: 2400 }, (_, i) => {
      const code = i % 5 === 0 ? "anger" : "appreciation-or-bragging";
      return `r${i},${countries[i % 3]},${2001 + (i % 10)},${code},Reaction number ${i}`;
    });
    const { edition } = await auditCasebook(
      createMemoryFolder({
        "casebook.yaml":
          "title: Long\nyears: 2000-2015\nscorecard:\n  name: A report\n  grader: A grader\n  since: 2001\n  tiers: [{id: 1, label: Tier 1}, {id: 2, label: Tier 2}]\n",
        "grades.csv": "country,year,tier\nJPN,2001,1\n",
        "record/reactions.csv": `id,country,date,code,summary\n${rows.join("\n")}\n`,
      }),
    );
    if (!edition) throw new Error("The casebook cannot be read.");
    const out = join(mkdtempSync(join(tmpdir(), "demarche-long-")), "out");
    // Pages of single entries are not what is looked at.
    const files = [...renderSite(edition)].filter(({ path }) => !/^entries\/r/.test(path));
    await writeArtifacts(out, files);
    long = await SiteVisit.start(out);
  });

  afterAll(() => long?.end());

  test("is a table that leads to the countries' lists without scripts", async () => {
    await long.withPage("entries/", { ...WIDE, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("tbody tr").allTextContents()).toEqual([
        "France800",
        "Japan800",
        "South Korea800",
      ]);
      await page.click("text=Japan");
      expect(await page.locator(".record-years li").count()).toBe(800);
    });
  });

  test("is shown a hundred at a time, and narrowed as a whole", async () => {
    await long.withPage("entries/?code=anger&year=2006", WIDE, async (page) => {
      const items = page.locator(".record-list li");
      await items.first().waitFor();
      expect(await status(page)).toBe("240 of 2400 entries");
      expect(await items.count()).toBe(100);
      await page.locator(".explore-more").press("Enter");
      expect(await items.count()).toBe(200);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        await items.nth(100).locator("a").textContent(),
      );
      await page.locator(".explore-more").press("Enter");
      expect(await items.count()).toBe(240);
      expect(await page.locator(".explore-more").isVisible()).toBe(false);
      expect(await countsOf(page, "country")).toEqual({ fra: 80, jpn: 80, kor: 80 });
      expect(await findViolations(page)).toEqual([]);
    });
  });
});
