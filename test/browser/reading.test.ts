import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishExample } from "../support/published-site.ts";
import { SiteVisit } from "../support/visit-site.ts";

const JAPAN = "case-studies/japan/";

let folder: string;
let visit: SiteVisit;

beforeAll(async () => {
  folder = await publishExample();
  visit = await SiteVisit.start(folder);
});

afterAll(() => visit?.end());

describe("the choice of colours", () => {
  const paper = "getComputedStyle(document.body).backgroundColor";
  const ink = "getComputedStyle(document.querySelector('#timeline svg text')).fill";

  test("follows the system until the reader chooses, figures included, and is remembered before anything is painted", async () => {
    await visit.withPage(JAPAN, { colorScheme: "dark" }, async (page) => {
      const darkPaper = await page.evaluate(paper);
      const darkInk = await page.evaluate(ink);
      await page.getByLabel("Colours").selectOption("light");
      expect(await page.evaluate(paper)).toBe("rgb(255, 255, 255)");
      expect(await page.evaluate(ink)).not.toBe(darkInk);
      await page.route("**/*.css", async (route) => {
        expect(await page.evaluate("document.documentElement.dataset.theme")).not.toBe("dark");
        await route.continue();
      });
      await page.goto(`${visit.url}countries/jpn/`, { waitUntil: "commit" });
      await page.waitForSelector("body");
      expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("light");
      expect(await page.getByLabel("Colours").inputValue()).toBe("light");
      await page.getByLabel("Colours").selectOption("system");
      expect(await page.evaluate(paper)).toBe(darkPaper);
      expect(await page.evaluate("localStorage.length")).toBe(0);
    });
  });

  test("is not offered where scripts do not run", async () => {
    await visit.withPage(JAPAN, { javaScriptEnabled: false, colorScheme: "dark" }, async (page) => {
      expect(await page.locator(".theme-switch").isVisible()).toBe(false);
    });
  });
});

describe("the weight of a case’s page", () => {
  const compressed = (path: string): number =>
    gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
  const loaded = (attribute: string): string[] =>
    [
      ...readFileSync(join(folder, JAPAN, "index.html"), "utf8").matchAll(
        new RegExp(`<(?:script|link)[^>]* ${attribute}="([^"]+)"`, "g"),
      ),
    ].map((match) => join(JAPAN, match[1] ?? ""));

  test("is at most 15 kB of script, 20 kB of styles and 60 kB of HTML, compressed", () => {
    const scripts = loaded("src");
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.reduce((sum, path) => sum + compressed(path), 0)).toBeLessThanOrEqual(15_000);
    const styles = loaded("href").filter((path) => path.endsWith(".css"));
    expect(styles).toHaveLength(1);
    expect(compressed(styles[0] ?? "")).toBeLessThanOrEqual(20_000);
    expect(compressed(`${JAPAN}index.html`)).toBeLessThanOrEqual(60_000);
  });
});
