import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishExample } from "../support/published-site.ts";
import { SiteVisit } from "../support/visit-site.ts";

const JAPAN = "case-studies/japan/";

let visit: SiteVisit;

beforeAll(async () => {
  visit = await SiteVisit.start(await publishExample());
});

afterAll(() => visit?.end());

describe("notes", () => {
  const first = ".note-reference > a >> nth=0";
  const narrow = { viewport: { width: 800, height: 900 } };

  test("open beside their reference when pointed at, and close on leaving", async () => {
    await visit.withPage(JAPAN, narrow, async (page) => {
      await page.hover(first);
      const popover = page.locator(".note-popover");
      await popover.waitFor();
      expect(await popover.textContent()).toContain("Scorecard Diplomacy");
      expect(await page.locator(first).getAttribute("aria-describedby")).toBe("note-popover");
      await popover.hover();
      await page.waitForTimeout(400);
      expect(await popover.count()).toBe(1);
      await page.mouse.move(5, 5);
      await popover.waitFor({ state: "detached" });
    });
  });

  test("open on keyboard focus, lead on to their links, and close with Escape", async () => {
    await visit.withPage(JAPAN, narrow, async (page) => {
      await page.locator(".note-reference").first().scrollIntoViewIfNeeded();
      await page.locator("summary").first().focus();
      for (let i = 0; i < 20 && (await page.locator(".note-popover").count()) === 0; i++) {
        await page.keyboard.press("Tab");
      }
      expect(await page.locator(".note-popover").count()).toBe(1);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("note-source");
      await page.keyboard.press("Escape");
      expect(await page.locator(".note-popover").count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("1");
    });
  });

  test("open and close on a tap, and a tap on another opens that one", async () => {
    await visit.withPage(
      JAPAN,
      { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
      async (page) => {
        await page.tap(first);
        expect(await page.locator(".note-popover").textContent()).toContain("Scorecard Diplomacy");
        expect(new URL(page.url()).hash).toBe("");
        const box = await page.locator(".note-popover").boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
        await page.tap(first);
        expect(await page.locator(".note-popover").count()).toBe(0);
        await page.tap(first);
        await page.tap("h1");
        expect(await page.locator(".note-popover").count()).toBe(0);
      },
    );
  });

  test("stand in the margin beside their references without overlap where there is room", async () => {
    await visit.withPage(JAPAN, { viewport: { width: 1400, height: 900 } }, async (page) => {
      await page.waitForTimeout(100);
      const places = await page.evaluate(() => {
        const prose = document.querySelector(".prose")?.getBoundingClientRect().right ?? 0;
        return [...document.querySelectorAll(".notes > ol > li")].map((item) => {
          const { top, bottom, left } = item.getBoundingClientRect();
          const reference =
            document.getElementById(`fnref:${item.id.slice(3)}`)?.getBoundingClientRect().top ?? 0;
          return { top, bottom, isBeside: left > prose, isBelow: top >= reference - 2 };
        });
      });
      expect(places.length).toBeGreaterThan(30);
      for (const [i, place] of places.entries()) {
        expect(place).toMatchObject({ isBeside: true, isBelow: true });
        expect(place.top).toBeGreaterThanOrEqual(places[i - 1]?.bottom ?? Number.NEGATIVE_INFINITY);
      }
    });
  });

  test("are endnotes in print", async () => {
    await visit.withPage(JAPAN, { viewport: { width: 1400, height: 900 } }, async (page) => {
      await page.emulateMedia({ media: "print" });
      const position = await page
        .locator(".notes > ol > li")
        .first()
        .evaluate((item) => getComputedStyle(item).position);
      expect(position).toBe("static");
    });
  });
});

test("the Japan page can be read without JavaScript and without a style sheet", async () => {
  await visit.withPage(
    JAPAN,
    { javaScriptEnabled: false, viewport: { width: 1400, height: 900 } },
    async (page) => {
      expect(await page.locator(".prose").textContent()).toContain("For three years the grade did not move");
      expect(await page.locator(".figure-wide svg").isVisible()).toBe(true);
      expect(await page.locator(".figure-narrow svg").isVisible()).toBe(false);
      expect(await page.locator(".notes li").first().isVisible()).toBe(true);
      await page.click(".note-reference > a >> nth=1");
      expect(new URL(page.url()).hash).toMatch(/^#fn:/);
    },
  );
});
