import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Examination, examinePage, examinePages, FIRST_WINDOW } from "../support/examine-page.ts";
import { publishExample } from "../support/published-site.ts";
import { SiteVisit } from "../support/visit-site.ts";
import { publishWeighed } from "../support/weighed-casebook.ts";

/** Pages of which there are many that differ in their text alone. */
const ALIKE = /^(entries|sources|claims)\/.+/;

/** Of those, the ones that are looked at thoroughly: every tenth, and two entries with links both ways and a quotation. */
const ALWAYS = /^entries\/jpn-(095|127)\//;
const ONE_IN = 10;

/** Time enough for all pages on a slow machine; a page that hangs fails by the browser's own limit. */
const ALL_PAGES_MS = 900_000;

let visit: SiteVisit;
let pages: string[];

beforeAll(async () => {
  const folder = await publishExample();
  cpSync(await publishWeighed(), join(folder, "weighed"), { recursive: true });
  pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html"))
    .map((path) => path.replace(/index\.html$/, ""))
    .sort();
  visit = await SiteVisit.start(folder);
});

afterAll(() => visit?.end());

/** The others are seen by axe at one width, one of them at this and the next at that. */
function windowsOf(address: string, place: number): Examination["windows"] {
  if (!ALIKE.test(address) || ALWAYS.test(address) || place % ONE_IN === 0) return "all";
  return place % 2 === 0 ? "wide" : "narrow";
}

test(
  "every page: axe finds nothing in light and dark at 1280 and 360 px, Tab reaches and keys operate everything, nothing sticks out at 320 px",
  async () => {
    expect(pages.length).toBeGreaterThan(250);
    expect(await examinePages(visit, pages, windowsOf)).toEqual({});
  },
  ALL_PAGES_MS,
);

test("a page that is wrong is told so", async () => {
  await visit.withPage("search/", FIRST_WINDOW, async (page) => {
    await page.evaluate(() => {
      document.body.innerHTML = `<main><h1>Wrong</h1><a href="#a">first</a> <button tabindex="2">out of order</button>
<p>Hardly to be read.</p><p class="copies"><button>copies nothing</button></p><img src="../assets/demarche/icon.svg"></main>`;
      document.querySelector("p")?.style.setProperty("color", "#222222");
      document.querySelector("img")?.style.setProperty("min-width", "400px");
    });
    const wrong = (await examinePage(page, { windows: "all", operated: new Set() })).join("\n");
    expect(wrong).toContain("1280 px, light: image-alt");
    expect(wrong).toContain("360 px, dark: color-contrast");
    expect(wrong).toContain("keyboard: stop 1 is 2 button copies nothing, not 1 button out of order");
    expect(wrong).toContain("320 px: is 4");
    expect(wrong).toContain("keyboard: nothing tells what this control does (button. out of order)");
    expect(wrong).toContain("keyboard: Enter does nothing (button. copies nothing)");
    expect(wrong).toContain("keyboard: Enter does nothing (a. first)");
  });
});
