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

describe("the contents", () => {
  const wide = { viewport: { width: 1280, height: 900 } };
  const current = ".contents [aria-current=location]";

  test("stand beside the text where there is room, also without scripts, and are folded elsewhere", async () => {
    const link = ".contents a >> nth=0";
    await visit.withPage(JAPAN, { ...wide, javaScriptEnabled: false }, async (page) => {
      const [contents, prose] = await Promise.all(
        [link, ".prose > p >> nth=0"].map((selector) => page.locator(selector).boundingBox()),
      );
      expect((contents?.x ?? 0) + (contents?.width ?? 0)).toBeLessThan(prose?.x ?? 0);
      await page.setViewportSize({ width: 800, height: 900 });
      expect(await page.locator(link).isVisible()).toBe(false);
      await page.click(".contents summary");
      expect(await page.locator(link).isVisible()).toBe(true);
    });
  });

  test("mark the section that is read and stay in view", async () => {
    await visit.withPage(JAPAN, wide, async (page) => {
      expect(await page.locator(current).count()).toBe(0);
      for (const id of ["concerns", "conditioning-factors", "background"]) {
        await page.evaluate((anchor) => document.getElementById(anchor)?.scrollIntoView(), id);
        await page.waitForSelector(`.contents a[href="#${id}"][aria-current=location]`);
        expect(await page.locator(current).count()).toBe(1);
        const { y = -1 } = (await page.locator(current).boundingBox()) ?? {};
        expect(y >= 0 && y < 900).toBe(true);
      }
    });
  });
});

describe("Backspace", () => {
  const status = "[role=status]";
  const narrow = { viewport: { width: 800, height: 900 } };

  test("leads from a note back to its reference, and says so", async () => {
    await visit.withPage(JAPAN, narrow, async (page) => {
      const reference = page.locator(".note-reference > a").nth(9);
      await reference.focus();
      const before = await page.evaluate("scrollY");
      await page.keyboard.press("Enter");
      await page.waitForFunction((y) => scrollY !== y, before);
      await page.keyboard.press("Backspace");
      expect(await page.evaluate("scrollY")).toBe(before);
      expect(await reference.evaluate((link) => link === document.activeElement)).toBe(true);
      expect(await page.locator(status).textContent()).toBe(
        `Back at: ${await reference.getAttribute("aria-label")}`,
      );
    });
  });

  test("leads from a note that was scrolled to to its reference, and does nothing where nothing was left", async () => {
    await visit.withPage(JAPAN, narrow, async (page) => {
      await page.keyboard.press("Backspace");
      expect(await page.locator(status).textContent()).toBe("");
      await page.locator(".notes .note-source").first().focus();
      await page.keyboard.press("Backspace");
      expect(await page.locator(status).textContent()).toBe("Back at: Note 1");
    });
  });

  test("leads back step by step over jumps within the page and other pages", async () => {
    await visit.withPage(JAPAN, narrow, async (page) => {
      await page.click(".contents summary");
      await page.click(".contents a[href='#concerns']");
      const source = page.locator(".notes .note-source").first();
      await source.click();
      await page.waitForURL("**/sources/**");
      await page.keyboard.press("Backspace");
      await page.waitForURL(`**/${JAPAN}`);
      await page.waitForFunction(() => document.activeElement?.className === "note-source");
      expect(await page.locator(status).textContent()).toContain("Back at: Source: ");
      await page.keyboard.press("Backspace");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Concerns");
    });
  });

  test("is explained at the foot of every page", async () => {
    await visit.withPages(["", "sources/", JAPAN], {}, async (page) => {
      await page.click(".keyboard-help summary");
      expect(await page.locator(".keyboard-help").textContent()).toContain("back to the place that you left");
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
