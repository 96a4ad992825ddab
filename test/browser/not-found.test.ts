import { afterAll, beforeAll, expect, test } from "vitest";
import { publishExample } from "../support/published-site.ts";
import { findViolations, SiteVisit } from "../support/visit-site.ts";

let visit: SiteVisit;

beforeAll(async () => {
  visit = await SiteVisit.start(await publishExample());
});
afterAll(() => visit?.end());

test("the page for addresses that do not exist passes axe", async () => {
  await visit.withPage("404.html", {}, async (page) => {
    expect(await findViolations(page)).toEqual([]);
  });
});

test("the page for addresses that do not exist has the site's frame at any depth, and the choice of colours", async () => {
  const context = await visit.browser.newContext({ colorScheme: "light" });
  try {
    const page = await context.newPage();
    const missing: string[] = [];
    page.on("response", (answer) => answer.status() === 404 && missing.push(new URL(answer.url()).pathname));
    for (const address of ["nothing/", "tip-report/countries/none/at/all"]) {
      await page.goto(visit.url + address);
      expect(missing.splice(0)).toEqual([`/${address}`]);
      await page.selectOption(".theme-switch select", "dark");
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        "rgb(18, 23, 29)",
      );
      await page.selectOption(".theme-switch select", "system");
      await page.getByRole("link", { name: "Countries" }).click();
      expect(new URL(page.url()).pathname).toBe("/tip-report/countries/");
      expect(await page.locator("h1").textContent()).toBe("Countries");
    }
  } finally {
    await context.close();
  }
});
