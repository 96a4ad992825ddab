import { afterAll, beforeAll, expect, test } from "vitest";
import { examinePages } from "../support/examine-page.ts";
import { publishExample, TRANSLATIONS } from "../support/published-site.ts";
import { SiteVisit } from "../support/visit-site.ts";

const GREECE = "case-studies/greece/";
const VERSIONS = [GREECE, `${GREECE}ja/`, `${GREECE}ar/`, "etudes/grece/"];

let visit: SiteVisit;

beforeAll(async () => {
  visit = await SiteVisit.start(await publishExample(TRANSLATIONS));
});

afterAll(() => visit?.end());

test("axe finds nothing on any version, Tab reaches everything, nothing is wider than a phone", async () => {
  expect(await examinePages(visit, VERSIONS)).toEqual({});
});

test("the language switch leads to the same case in the other language, by keyboard", async () => {
  await visit.withPage(GREECE, {}, async (page) => {
    await page.getByRole("link", { name: "日本語" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/${GREECE}ja/`);
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    await page.getByRole("navigation", { name: "言語" }).getByRole("link", { name: "العربية" }).click();
    await page.waitForURL(`**/${GREECE}ar/`);
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  });
});

test("an Arabic page runs from the right: title right of the navigation, notes left of the text", async () => {
  await visit.withPage(`${GREECE}ar/`, { viewport: { width: 1280, height: 900 } }, async (page) => {
    const leftOf = async (selector: string): Promise<number> =>
      (await page.locator(selector).first().boundingBox())?.x ?? Number.NaN;
    expect(await leftOf(".site-title")).toBeGreaterThan(await leftOf(".site-header nav"));
    expect(await leftOf(".notes li")).toBeLessThan(await leftOf(".prose p"));
    const quote = "getComputedStyle(document.querySelector('blockquote'))";
    expect(await page.evaluate(`${quote}.borderRightWidth`)).toBe("3px");
    expect(await page.evaluate(`${quote}.borderLeftWidth`)).toBe("0px");
  });
});

test("a figure on an Arabic page is drawn as on any other", async () => {
  const yearsOf = async (address: string): Promise<number[]> => {
    let places: number[] = [];
    await visit.withPage(address, { viewport: { width: 1280, height: 900 } }, async (page) => {
      places = await page.evaluate(() => {
        const figure = document.querySelector("#timeline .figure-wide svg");
        const origin = figure?.getBoundingClientRect().x ?? 0;
        return [...(figure?.querySelectorAll("text") ?? [])].map((text) =>
          Math.round(text.getBoundingClientRect().x - origin),
        );
      });
    });
    return places;
  };
  const arabic = await yearsOf(`${GREECE}ar/`);
  expect(arabic.length).toBeGreaterThan(10);
  expect(arabic).toEqual(await yearsOf(GREECE));
});
