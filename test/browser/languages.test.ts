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
  // Where each text begins, in its own widths from its anchor: the typeface may differ, since a late one is not waited for.
  const sidesOf = async (address: string): Promise<number[]> => {
    let sides: number[] = [];
    await visit.withPage(address, { viewport: { width: 1280, height: 900 } }, async (page) => {
      sides = await page.evaluate(() =>
        [...document.querySelectorAll<SVGTextElement>("#timeline .figure-wide svg text[x]")].map((text) => {
          const { x, width } = text.getBBox();
          return Math.round(((text.x.baseVal.getItem(0).value - x) / width) * 10) / 10;
        }),
      );
    });
    return sides;
  };
  const arabic = await sidesOf(`${GREECE}ar/`);
  expect(new Set(arabic)).toEqual(new Set([0, 0.5, 1]));
  expect(arabic).toEqual(await sidesOf(GREECE));
});
