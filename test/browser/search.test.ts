import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishExample } from "../support/published-site.ts";
import { findViolations, SiteVisit } from "../support/visit-site.ts";

const WIDE = { viewport: { width: 1280, height: 900 } };

let folder: string;
let visit: SiteVisit;

beforeAll(async () => {
  folder = await publishExample();
  visit = await SiteVisit.start(folder);
});

afterAll(() => visit?.end());

async function isReady(page: Page): Promise<void> {
  await page.locator("site-search[data-loaded]").waitFor();
}

const status = (page: Page): Promise<string | null> =>
  page.locator("site-search [role=status]").textContent();
const headings = (page: Page): Promise<string[]> => page.locator(".search-results h2").allTextContents();

describe("the page of search", () => {
  test("finds what the address asks for in spite of a typo, by group, with the words marked", async () => {
    await visit.withPage("search/?q=japn", WIDE, async (page) => {
      await isReady(page);
      await page.locator("#found-sources").waitFor();
      expect((await headings(page)).map((text) => text.replace(/ \(\d+\)$/, ""))).toEqual([
        "Countries",
        "Cases",
        "Claims",
        "Record",
        "Sources",
      ]);
      expect(await page.locator(".search-results mark").first().textContent()).toBe("Japan");
      expect(await status(page)).toMatch(/^\d+ found$/);
      expect(await findViolations(page)).toEqual([]);
    });
  });

  test("is used by keyboard alone: type, walk, return, follow", async () => {
    await visit.withPage("search/", WIDE, async (page) => {
      await isReady(page);
      await page.keyboard.type("sweden");
      await page.locator("#found-countries").waitFor();
      expect(new URL(page.url()).search).toBe("?q=sweden");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Sweden");
      await page.keyboard.press("Escape");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("q");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/countries\/swe\/$/);
      await page.goBack();
      await isReady(page);
      expect(await page.inputValue("input[name=q]")).toBe("sweden");
    });
  });

  test("leads to a section of a case, and every address that it gives is there", async () => {
    await visit.withPage("search/?q=japan", WIDE, async (page) => {
      await isReady(page);
      for (const id of ["cases", "entries", "sources"]) {
        const more = page.locator(`section[aria-labelledby=found-${id}] button`);
        if (await more.count()) await more.click();
        const links = page.locator(`section[aria-labelledby=found-${id}] a`);
        const hrefs = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
        for (const href of new Set(hrefs)) {
          const { pathname, hash } = new URL(href);
          const html = readFileSync(join(folder, decodeURIComponent(pathname), "index.html"), "utf8");
          if (hash) expect(html).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
        }
      }
    });
  });

  test("says that nothing is found", async () => {
    await visit.withPage("search/?q=zzzzqqqq", WIDE, async (page) => {
      await isReady(page);
      await page.waitForFunction(() => document.querySelector("site-search [role=status]")?.textContent);
      expect(await status(page)).toBe("Nothing found for “zzzzqqqq”.");
    });
  });

  test("leads to everything from A to Z without scripts", async () => {
    await visit.withPage("search/", { ...WIDE, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("input[name=q]").isVisible()).toBe(false);
      expect(await page.locator("noscript").textContent()).toContain("needs JavaScript");
      await page.click("text=Everything from A to Z");
      const items = await page.locator(".a-z li").allTextContents();
      const { length } = readdirSync(join(folder, "countries"), { withFileTypes: true }).filter((one) =>
        one.isDirectory(),
      );
      expect(items.filter((text) => text.endsWith("Country"))).toHaveLength(length);
      const titles = items.map((text) => text.toLowerCase());
      expect(titles.findIndex((text) => text.startsWith("canada"))).toBeLessThan(
        titles.findIndex((text) => text.startsWith("sweden")),
      );
      await page.click(".a-z a >> text=Canada");
      await page.waitForURL(/countries\/can\/$/);
    });
  });
});

describe("search on other pages", () => {
  test("is opened by the key /, closed by Escape, and leaves the focus where it was", async () => {
    await visit.withPage("countries/jpn/", WIDE, async (page) => {
      await page.locator("main a").first().focus();
      const before = await page.evaluate(() => document.activeElement?.textContent);
      await page.keyboard.press("/");
      await isReady(page);
      await page.keyboard.type("grece");
      await page.locator("dialog [aria-labelledby=found-countries] a").first().waitFor();
      expect(await page.locator("dialog .search-results a").first().textContent()).toBe("Greece");
      expect(new URL(page.url()).search).toBe("");
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await page.inputValue("dialog input[name=q]")).toBe("");
      await page.keyboard.press("Escape");
      expect(await page.locator("dialog").isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(before);
      await page.keyboard.press("/");
      await page.keyboard.type("greece");
      await page.locator("dialog [aria-labelledby=found-countries] a").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/countries\/grc\/$/);
    });
  });

  test("is opened by its link, and the key can be turned off", async () => {
    await visit.withPage("methods/", WIDE, async (page) => {
      await page.click(".search-link");
      await isReady(page);
      await page.locator("dialog input[name=key]").uncheck();
      await page.click(".search-close");
      await page.keyboard.press("/");
      expect(await page.locator("dialog").isVisible()).toBe(false);
      await page.reload();
      await page.keyboard.press("/");
      expect(await page.locator("dialog").count()).toBe(0);
    });
  });
});

test("what a reader's browser takes in is small", () => {
  const files = readdirSync(join(folder, "search")).filter((name) => name.endsWith(".json"));
  const size = files.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, "search", name))).length,
    0,
  );
  expect(size).toBeLessThan(30_000);
});
