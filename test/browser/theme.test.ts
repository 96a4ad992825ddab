import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { publishExample } from "../support/published-site.ts";
import { createThemedCasebook } from "../support/themed-casebook.ts";
import { findViolations, openDetails, SiteVisit } from "../support/visit-site.ts";

/** One page of each kind that the colours show on. */
const PAGES = [
  "",
  "case-studies/japan/",
  "countries/",
  "countries/jpn/",
  "claims/",
  "entries/",
  "search/",
  "compare/",
];

describe.each(["institute", "signal"] as const)("the theme %s", (name) => {
  let visit: SiteVisit;
  let tokens: Record<"light" | "dark", Record<string, string>>;

  beforeAll(async () => {
    const casebook = createThemedCasebook(name);
    tokens = parse(readFileSync(join(casebook, "theme/tokens.yaml"), "utf8"));
    visit = await SiteVisit.start(await publishExample(casebook));
  });
  afterAll(() => visit?.end());

  test.each([
    [360, "light"],
    [1280, "light"],
    [1280, "dark"],
  ] as const)("passes axe at %i px, %s", async (width, colorScheme) => {
    await visit.withPages(PAGES, { viewport: { width, height: 900 }, colorScheme }, async (page, address) => {
      await openDetails(page);
      expect(await findViolations(page), address).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width);
    });
  });

  test.each(["light", "dark"] as const)(
    "has its colours on %s pages and in their figures",
    async (colorScheme) => {
      await visit.withPage("case-studies/japan/", { colorScheme }, async (page) => {
        const seen = await page.evaluate(() => {
          const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
          return {
            paper: style("body").backgroundColor,
            ink: style("body").color,
            link: style("main a:not(.claim)").color,
            figureInk: style(".figure-frame svg text:not([class])").fill,
            line: style(".figure-frame .tl-line").stroke,
          };
        });
        const { paper = "#ffffff", ink, link } = tokens[colorScheme];
        expect(seen).toEqual({
          paper: rgb(paper),
          ink: rgb(ink),
          link: rgb(link),
          figureInk: rgb(ink),
          line: rgb(link),
        });
      });
    },
  );

  test("prints dark text on white", async () => {
    await visit.withPage("case-studies/japan/", { colorScheme: "dark" }, async (page) => {
      await page.selectOption(".theme-switch select", "dark");
      await page.emulateMedia({ media: "print" });
      const seen = await page.evaluate(() => [
        getComputedStyle(document.body).backgroundColor,
        getComputedStyle(document.body).color,
        getComputedStyle(document.querySelector(".figure-frame svg text:not([class])") as Element).fill,
      ]);
      expect(seen).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(27, 36, 48)"]);
    });
  });
});

describe("partials", () => {
  let visit: SiteVisit;
  beforeAll(async () => {
    visit = await SiteVisit.start(await publishExample(createThemedCasebook("institute")));
  });
  afterAll(() => visit?.end());

  test("keep the landmarks, the skip link and the way home, and lead where they say from every depth", async () => {
    for (const address of ["", "countries/jpn/"]) {
      await visit.withPage(address, {}, async (page) => {
        for (const role of ["banner", "navigation", "main", "contentinfo"] as const) {
          expect(await page.getByRole(role).first().count(), role).toBe(1);
        }
        expect(await page.locator(".skip-link").getAttribute("href")).toBe("#content");
        const logo = page.getByRole("img", { name: "Example Institute" });
        expect(await logo.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
        await page.getByRole("link", { name: "How the numbers are made" }).click();
        expect(page.url()).toBe(`${visit.url}methods/`);
        await page.locator(".site-title").click();
        expect(page.url()).toBe(visit.url);
      });
    }
  });

  test("hold the choice of colours, which works", async () => {
    await visit.withPage("", { colorScheme: "light" }, async (page) => {
      await page.selectOption(".theme-switch select", "dark");
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(rgb("#1c1712"));
    });
  });
});

function rgb(hex = ""): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgb(${value >> 16}, ${(value >> 8) & 255}, ${value & 255})`;
}
