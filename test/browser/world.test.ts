import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderSite } from "../../src/publish/site/site.ts";
import { writeArtifacts } from "../../src/publish/write.ts";
import { examinePages } from "../support/examine-page.ts";
import { readSmallWorld } from "../support/small-world.ts";
import { findViolations, SiteVisit } from "../support/visit-site.ts";

const PAGES = ["world/", "world/map/2004/", "world/joined/", "compare/", "countries/jpn/", "countries/idn/"];

let visit: SiteVisit;

beforeAll(async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "demarche-world-")), "out");
  await writeArtifacts(folder, renderSite(await readSmallWorld()));
  visit = await SiteVisit.start(folder);
});

afterAll(() => visit?.end());

test("axe finds nothing, Tab reaches everything, nothing sticks out at 320 px", async () => {
  expect(await examinePages(visit, PAGES)).toEqual({});
});

describe("without JavaScript", () => {
  const options = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } };

  test("a map shows every small state, names each country and leads to the other years", async () => {
    await visit.withPage("world/map/2001/", options, async (page) => {
      expect(await page.locator("#map svg.wm-inline").isVisible()).toBe(true);
      const dot = page.locator("circle.wm-dot", { hasText: "Tuvalu" });
      expect((await dot.boundingBox())?.width).toBeGreaterThan(6);
      await page.click(".map-years a >> text=2004");
      expect(await page.locator("h1").textContent()).toBe("TR tiers, 2004");
    });
  });

  test("countries are compared by the pages of pairs", async () => {
    await visit.withPage("compare/", options, async (page) => {
      expect(await page.locator("#choose").isVisible()).toBe(false);
      await page
        .locator("a", { hasText: /^Japan and/ })
        .first()
        .click();
      expect(await page.locator("h1").textContent()).toMatch(/^Japan and /);
      expect(await page.locator("tbody tr").count()).toBe(4);
    });
  });
});

describe("choosing countries", () => {
  test("fills the table and the address, which brings the same choice back", async () => {
    await visit.withPage("compare/", { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.getByLabel("Country 1").selectOption({ label: "Japan" });
      await page.getByLabel("Country 2").selectOption({ label: "France" });
      expect(new URL(page.url()).search).toBe("?countries=jpn,fra");
      const table = await page.locator("#chosen table").textContent();
      expect(table).toContain("Japan");
      expect(await page.locator("#chosen tbody tr").count()).toBe(4);
      await page.reload();
      expect(await page.getByLabel("Country 2").inputValue()).toBe("fra");
      expect(await page.locator("#chosen table").textContent()).toBe(table);
      expect(await findViolations(page)).toEqual([]);
    });
  });

  test("says the same of a pair as the pair's own page", async () => {
    await visit.withPage("compare/", { viewport: { width: 1280, height: 900 } }, async (page) => {
      const link = page.locator("a", { hasText: /^Japan and/ }).first();
      const pair = /jpn-(...)/.exec((await link.getAttribute("href")) ?? "")?.[1];
      const rowsOf = (selector: string): Promise<string[][]> =>
        page
          .locator(`${selector} tbody tr`)
          .evaluateAll((rows) =>
            rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? "")),
          );
      await link.click();
      const printed = await rowsOf("#grades");
      await page.goto(`${visit.url}compare/?countries=jpn,${pair}`);
      expect(await rowsOf("#chosen")).toEqual(printed);
    });
  });

  test("leaves out what the address asks for in vain", async () => {
    await visit.withPage("compare/?countries=zzz,%3Cb%3E,jpn", {}, async (page) => {
      expect(await page.locator("#chosen thead th a").allTextContents()).toEqual(["Japan"]);
    });
  });
});
