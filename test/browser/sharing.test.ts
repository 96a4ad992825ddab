import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishExample } from "../support/published-site.ts";
import { findViolations, SiteVisit } from "../support/visit-site.ts";

const TIMELINE = "countries/jpn/embed/timeline/";

let visit: SiteVisit;

beforeAll(async () => {
  visit = await SiteVisit.start(await publishExample());
});
afterAll(() => visit?.end());

describe("the small page of a figure", () => {
  const pages = [TIMELINE, "countries/jpn/embed/cycle/"];

  test.each([320, 640])("passes axe and never scrolls sideways at %i px", async (width) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await visit.withPages(
        pages,
        { viewport: { width, height: 640 }, colorScheme },
        async (page, address) => {
          expect(await findViolations(page), address).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          const shown = page.locator(width < 600 ? ".figure-narrow" : ".figure-wide");
          expect(await shown.isVisible()).toBe(true);
        },
      );
    }
  });

  test("fits the frame whose height its code names", async () => {
    await visit.withPage("countries/jpn/", {}, async (page) => {
      const code = (await page.locator("#timeline .embed code").textContent()) ?? "";
      const height = Number(/height="(\d+)"/.exec(code)?.[1]);
      await page.setViewportSize({ width: 640, height });
      await page.goto(visit.url + TIMELINE);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height);
    });
  });
});

describe("a page of another site", () => {
  let host: Server;
  let url: string;

  beforeAll(async () => {
    host = createServer((_, response) => {
      const frames = [TIMELINE, "countries/jpn/"].map(
        (address) => `<iframe src="${visit.url}${address}"></iframe>`,
      );
      response.setHeader("Content-Type", "text/html").end(frames.join(""));
    });
    await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
  });
  afterAll(() => void host?.close());

  test("can show a figure in a frame, and no other page", async () => {
    const page = await visit.browser.newPage();
    try {
      await page.goto(url, { waitUntil: "load" });
      const [figure, country] = page.frames().slice(1);
      expect(await figure?.locator("h1").textContent()).toContain("Japan: TIP Report tiers");
      expect(await country?.locator("main").count()).toBe(0);
      expect(country?.url()).toMatch(/^chrome-error:/);
    } finally {
      await page.close();
    }
  });
});

describe("the code of a figure", () => {
  test("is copied by its button, which says so", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    await visit.withPage("countries/jpn/", { permissions }, async (page) => {
      const block = page.locator("#timeline .embed");
      await block.locator("summary").click();
      await block.getByRole("button", { name: "Code" }).click();
      await expect.poll(() => block.getByRole("status").textContent()).toBe("Copied: Code");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        await block.locator("code").textContent(),
      );
    });
  });

  test("can be read without scripts", async () => {
    const context = await visit.browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(`${visit.url}case-studies/japan/`);
      const block = page.locator(".embed").first();
      await block.locator("summary").click();
      expect(await block.locator("code").isVisible()).toBe(true);
      expect(await block.locator("button").isVisible()).toBe(false);
    } finally {
      await context.close();
    }
  });
});
