import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderSite } from "../../src/publish/site/site.ts";
import { writeArtifacts } from "../../src/publish/write.ts";
import { measureShift } from "../support/measure-shift.ts";
import { readSmallWorld } from "../support/small-world.ts";
import { findViolations, SiteVisit } from "../support/visit-site.ts";

interface GradeRow {
  readonly country: string;
  readonly year: number;
  readonly tier: string | null;
}

const TIERS = ["1", "2", "2WL", "3"];
const WIDE = { viewport: { width: 1280, height: 900 } };

let visit: SiteVisit;
let grades: readonly GradeRow[];

beforeAll(async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "demarche-grid-")), "out");
  await writeArtifacts(folder, renderSite(await readSmallWorld()));
  grades = JSON.parse(readFileSync(join(folder, "data/grades.json"), "utf8"));
  visit = await SiteVisit.start(folder);
});

afterAll(() => visit?.end());

const shownNames = (page: Page): Promise<string[]> =>
  page.locator(".tier-grid tbody tr:visible th").allTextContents();
const status = (page: Page): Promise<string | null> =>
  page.locator(".explore-form [role=status]").textContent();

/** Counts from the published data, not from the page: the countries with a tier in a year. */
function countInTier(tier: string, year: number): number {
  return grades.filter((row) => row.year === year && row.tier === tier).length;
}

/** Walks to a control with the Tab key alone. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent,
    );
    if (focused === name) return;
  }
  throw new Error(`Tab does not reach ${name}.`);
}

describe.each(["countries/", ""])("the grid of grades on /%s", (address) => {
  test("is narrowed by keyboard alone, says how many are left, and its counts are those of the data", async () => {
    await visit.withPage(address, WIDE, async (page) => {
      await tabTo(page, "year");
      await page.keyboard.type("2003");
      await page.waitForURL(/year=2003/);
      for (const [i, tier] of TIERS.entries()) {
        const option = page.locator(`select[name=tier] option[value="${i}"]`);
        if ((await option.count()) === 0) continue;
        expect(await option.textContent()).toMatch(new RegExp(` \\(${countInTier(tier, 2003)}\\)$`));
      }
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.type("Tier 2");
      await page.waitForURL(/tier=1/);
      const expected = grades.filter((row) => row.year === 2003 && row.tier === "2").length;
      expect(await shownNames(page)).toHaveLength(expected);
      expect(await status(page)).toBe(`${expected} of 24 countries`);
      expect(await findViolations(page)).toEqual([]);
    });
  });

  test("comes back with the address, and step by step with the back button", async () => {
    await visit.withPage(`${address}?region=142&sort=-years-3`, WIDE, async (page) => {
      const names = await shownNames(page);
      expect(names).toContain("Japan");
      expect(names).not.toContain("Brazil");
      await page.selectOption("select[name=group]", "g8");
      expect(await shownNames(page)).toEqual(["Japan"]);
      await page.selectOption("select[name=region]", "");
      expect(await shownNames(page)).toHaveLength(5);
      await page.goBack();
      expect(await shownNames(page)).toEqual(["Japan"]);
      await page.goBack();
      expect(await shownNames(page)).toEqual(names);
      await page.reload();
      expect(await shownNames(page)).toEqual(names);
      await page.click("button[type=reset]");
      expect(new URL(page.url()).search).toBe("");
      expect(await shownNames(page)).toHaveLength(24);
    });
  });
});

describe("the grid of countries", () => {
  test("asks of a group only who was in it in the chosen year", async () => {
    await visit.withPage("countries/?group=bric", WIDE, async (page) => {
      expect(await shownNames(page)).toEqual(["Brazil"]);
      await page.selectOption("select[name=year]", "2003");
      expect(await shownNames(page)).toEqual(["Brazil"]);
      await page.selectOption("select[name=year]", "2002");
      expect(await shownNames(page)).toEqual([]);
      expect(await status(page)).toBe("0 of 24 countries");
    });
  });

  test("finds a name without its accents as it is typed, in one step of the history", async () => {
    await visit.withPage("countries/", WIDE, async (page) => {
      await page.locator("input[name=q]").pressSequentially("Kosóv");
      expect(await shownNames(page)).toEqual(["Kosovo"]);
      expect(new URL(page.url()).searchParams.get("q")).toBe("Kosóv");
      await page.goBack();
      expect(await shownNames(page)).toHaveLength(24);
    });
  });

  test("is sorted by headings, which say so, and the numbers are those of the data", async () => {
    await visit.withPage("countries/", WIDE, async (page) => {
      await page.getByRole("button", { name: "Years in Watch List" }).press("Enter");
      const heading = page.locator("thead th", { hasText: "Years in Watch List" });
      expect(await heading.getAttribute("aria-sort")).toBe("descending");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Years in Watch List");
      const rows = await page.locator(".tier-grid tbody tr").evaluateAll((all) =>
        all.map((row) => ({
          href: row.querySelector("a")?.getAttribute("href") ?? "",
          numbers: [...row.querySelectorAll(".tier-sum")].map((cell) => Number(cell.textContent)),
        })),
      );
      const years = rows.map(({ numbers }) => numbers[3] ?? Number.NaN);
      expect(years).toEqual([...years].sort((a, b) => b - a));
      for (const { href, numbers } of rows) {
        const id = href.split("/").at(-2)?.toUpperCase();
        const own = grades
          .filter((row) => row.country === id && row.tier !== null)
          .sort((a, b) => a.year - b.year);
        const moves = own.filter((row, i) => i > 0 && row.tier !== own[i - 1]?.tier).length;
        expect([id, ...numbers]).toEqual([
          id,
          moves,
          ...TIERS.map((tier) => own.filter((row) => row.tier === tier).length),
        ]);
      }
      await page.getByRole("button", { name: "Years in Watch List" }).click();
      expect(await heading.getAttribute("aria-sort")).toBe("ascending");
      await page.getByRole("button", { name: "2002" }).click();
      expect(new URL(page.url()).search).toBe("?sort=2002");
    });
  });

  test("stands finished without scripts, with every country and no dead control", async () => {
    await visit.withPage("countries/?region=142", { ...WIDE, javaScriptEnabled: false }, async (page) => {
      expect(await shownNames(page)).toHaveLength(24);
      expect(await page.locator(".explore-form").isVisible()).toBe(false);
      expect(await page.locator("thead button").count()).toBe(0);
    });
  });

  test("does not move when the script arrives", async () => {
    await visit.withPage("countries/", WIDE, async (page) => {
      expect(await measureShift(page)).toBe(0);
    });
  });
});
