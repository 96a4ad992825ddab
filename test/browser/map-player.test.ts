import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderSite } from "../../src/publish/site/site.ts";
import { writeArtifacts } from "../../src/publish/write.ts";
import { readSmallWorld } from "../support/small-world.ts";
import { findViolations, SiteVisit } from "../support/visit-site.ts";

let visit: SiteVisit;

beforeAll(async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "demarche-map-")), "out");
  await writeArtifacts(folder, renderSite(await readSmallWorld()));
  visit = await SiteVisit.start(folder);
});
afterAll(() => visit?.end());

/** What a page says of its year in all its places. */
function readYear(page: Page) {
  return page.evaluate(() => ({
    address: location.pathname.match(/\d{4}/)?.[0],
    title: document.title.match(/\d{4}/)?.[0],
    heading: document.querySelector("h1")?.textContent?.match(/\d{4}/)?.[0],
    caption: document.querySelector(".year-map figcaption")?.textContent?.match(/\d{4}/)?.[0],
    drawing: document.querySelector(".year-map svg > title")?.textContent?.match(/\d{4}/)?.[0],
    link: document.querySelector(".map-years [aria-current]")?.textContent,
    control: document.querySelector("map-player .year-shown")?.textContent,
    file: (document.querySelector("#map .downloads a") as HTMLAnchorElement | null)?.href.match(
      /map\/(\d{4})/,
    )?.[1],
  }));
}

function everywhere(year: string) {
  const places = ["address", "title", "heading", "caption", "drawing", "link", "control", "file"];
  return Object.fromEntries(places.map((place) => [place, year]));
}

describe("the map's years", () => {
  test("are chosen on a slider by keyboard; everything on the page follows, and is what that year's page says", async () => {
    await visit.withPage("world/map/2002/", {}, async (page) => {
      const slider = page.getByRole("slider", { name: /^Year/ });
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => readYear(page)).toEqual(everywhere("2003"));
      expect(await slider.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await page.locator("map-player [role=status]").textContent()).toContain("2003");
      const shown = await page.evaluate(() =>
        ["h1", ".year-map", ".map-lists", ".map-years"].map((one) => document.querySelector(one)?.innerHTML),
      );
      expect(await findViolations(page)).toEqual([]);
      await page.goto(`${visit.url}world/map/2003/`);
      const own = await page.evaluate(() =>
        ["h1", ".year-map", ".map-lists", ".map-years"].map((one) => document.querySelector(one)?.innerHTML),
      );
      expect(shown).toEqual(own);
    });
  });

  test("run at a press and stop at the last year, or at another press", async () => {
    await visit.withPage("world/map/2001/", { reducedMotion: "no-preference" }, async (page) => {
      await page.clock.install({ time: 0 });
      await page.clock.pauseAt(1000);
      const button = page.locator("map-player button");
      expect(await button.textContent()).toBe("Play");
      await button.click();
      await expect.poll(() => readYear(page)).toEqual(everywhere("2002"));
      expect(await button.textContent()).toBe("Pause");
      await page.clock.runFor(1300);
      await expect.poll(() => readYear(page)).toEqual(everywhere("2003"));
      await button.click();
      expect(await button.textContent()).toBe("Play");
      await page.clock.runFor(5000);
      expect(await readYear(page)).toEqual(everywhere("2003"));
      await button.click();
      await expect.poll(() => readYear(page)).toEqual(everywhere("2004"));
      await page.clock.runFor(1300);
      await expect.poll(() => button.textContent()).toBe("Play");
      await button.click();
      await expect.poll(() => readYear(page)).toEqual(everywhere("2001"));
    });
  });

  test("go on one by one for those who want less motion", async () => {
    await visit.withPage("world/map/2001/", { reducedMotion: "reduce" }, async (page) => {
      await page.clock.install({ time: 0 });
      await page.clock.pauseAt(1000);
      const button = page.getByRole("button", { name: "Next year" });
      await button.click();
      await expect.poll(() => readYear(page)).toEqual(everywhere("2002"));
      await page.clock.runFor(5000);
      expect(await readYear(page)).toEqual(everywhere("2002"));
      await button.click();
      await expect.poll(() => readYear(page)).toEqual(everywhere("2003"));
    });
  });

  test("can be changed on the map opened large", async () => {
    await visit.withPage("world/map/2001/", {}, async (page) => {
      await page.locator(".figure-open").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("slider").focus();
      await page.keyboard.press("End");
      await expect.poll(() => readYear(page)).toEqual(everywhere("2004"));
      expect(await dialog.locator("svg > title").first().textContent()).toContain("2004");
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator("#map .year-map .figure-frame svg").count()).toBe(1);
      await expect.poll(() => page.locator("#map map-player").count()).toBe(1);
    });
  });

  test("are links where scripts do not run", async () => {
    const context = await visit.browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(`${visit.url}world/map/2001/`);
      expect(await page.locator("map-player").isVisible()).toBe(false);
      await page.getByRole("link", { name: "2004" }).click();
      expect(await page.locator("h1").textContent()).toContain("2004");
    } finally {
      await context.close();
    }
  });

  test.each([320, 1280])("pass axe at %i px and never scroll sideways", async (width) => {
    await visit.withPage("world/map/2004/", { viewport: { width, height: 800 } }, async (page) => {
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  });
});
