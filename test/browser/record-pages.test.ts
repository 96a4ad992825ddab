import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishExample } from "../support/published-site.ts";
import { findViolations, openDetails, SiteVisit } from "../support/visit-site.ts";
import { publishWeighed } from "../support/weighed-casebook.ts";

/** The pages on which claims, entries, scores and hypotheses are read, with words that only they have. */
const PAGES = [
  ["claims/japan/grade-jpn-2004-is-2wl/", "Tier 2 Watch List"],
  ["entries/jpn-131/", "Committee of ministries on trafficking created."],
  ["weighed/compare/", "Favourability of conditions"],
  ["weighed/hypotheses/", "The plan came after the grade."],
] as const;

const WIDE_LIGHT = { viewport: { width: 1280, height: 900 }, colorScheme: "light" } as const;
const NARROW_DARK = { viewport: { width: 360, height: 900 }, colorScheme: "dark" } as const;

let visit: SiteVisit;

/** A site works at any path, so that one server and one browser do for both. */
beforeAll(async () => {
  const folder = await publishExample();
  cpSync(await publishWeighed(), join(folder, "weighed"), { recursive: true });
  visit = await SiteVisit.start(folder);
}, 120_000);

afterAll(() => visit?.end());

/**
 * Numbers all links and controls that are shown, in the order of the page, and names them. A link is passed over where
 * the page says so and another one leads to the same place, as the dots of a figure do beside its table.
 */
function markStops(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const shown = [...document.querySelectorAll<HTMLElement>(all)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
    const isRepeated = (one: Element): boolean =>
      one.matches("a[tabindex='-1']") &&
      shown.some((other) => other.tabIndex >= 0 && other.getAttribute("href") === one.getAttribute("href"));
    return shown
      .filter((one) => !isRepeated(one))
      .map((one, i) => {
        one.setAttribute("data-stop", String(i));
        return `${i} ${one.localName} ${(one.getAttribute("aria-label") ?? one.textContent).trim()}`;
      });
  });
}

/** Presses Tab until the focus leaves the page or comes to a place where it was; names the places, in their order. */
async function walk(page: Page): Promise<string[]> {
  const reached: string[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return undefined;
      const name = (one.getAttribute("aria-label") ?? one.textContent).trim();
      return `${one.getAttribute("data-stop")} ${one.localName} ${name}`;
    });
    if (stop === undefined || reached.includes(stop)) return reached;
    reached.push(stop);
  }
}

describe.each(PAGES)("the page %s", (address, words) => {
  test.each([
    ["1280 px, light", WIDE_LIGHT],
    ["360 px, dark", NARROW_DARK],
  ])("passes axe at %s", async (_, options) => {
    await visit.withPage(address, options, async (page) => {
      await openDetails(page);
      expect(await page.locator("main").textContent()).toContain(words);
      expect(await findViolations(page)).toEqual([]);
    });
  });

  test.each([
    ["1280 px", WIDE_LIGHT],
    ["360 px", NARROW_DARK],
  ])(
    "is walked by keyboard from end to end at %s: every link and control, none of them a trap",
    async (_, options) => {
      await visit.withPage(address, options, async (page) => {
        await openDetails(page);
        const stops = await markStops(page);
        expect(stops.length).toBeGreaterThan(10);
        expect(await walk(page)).toEqual(stops);
      });
    },
  );
});
