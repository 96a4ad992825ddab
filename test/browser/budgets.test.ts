import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measureShift } from "../support/measure-shift.ts";
import { publishExample } from "../support/published-site.ts";
import { SiteVisit } from "../support/visit-site.ts";

/** The longest case, home, explorers, a country, and pages whose address says what their script has to show. */
const PAGES = [
  "case-studies/japan/",
  "",
  "countries/?sort=2005",
  "entries/?stage=concern",
  "countries/jpn/",
  "search/?q=japan",
  "compare/?countries=jpn,grc",
];

/** A machine with other things to do takes long to open a page. */
const MOST_WAITING_MS = 120_000;

/** The most that the HTML of a page may take when it is sent, in bytes. */
const MOST_HTML = 60_000;

let folder: string;
let visit: SiteVisit;

beforeAll(async () => {
  folder = await publishExample();
  visit = await SiteVisit.start(folder);
});

afterAll(() => visit?.end());

test.each([360, 1280])(
  "nothing moves while a page is opened over a mobile network, at %i px",
  async (width) => {
    const shifts: Record<string, number> = {};
    for (const address of PAGES) {
      // Each page is a first visit, in which nothing is in the cache.
      const viewport = { width, height: 800 };
      const context = await visit.browser.newContext({ reducedMotion: "reduce", viewport });
      const page = await context.newPage();
      await slowDown(page);
      await page.goto(visit.url + address, { waitUntil: "networkidle", timeout: MOST_WAITING_MS });
      shifts[address] = await measureShift(page);
      await context.close();
    }
    expect(shifts).toEqual(Object.fromEntries(PAGES.map((address) => [address, 0])));
  },
  PAGES.length * MOST_WAITING_MS,
);

/** The preset “Fast 4G” of Chrome's developer tools, with a quarter of this processor. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 165,
    downloadThroughput: 1_125_000,
    uploadThroughput: 168_750,
  });
}

test("no page has more than 60 kB of compressed HTML", () => {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".html"),
  );
  expect(pages.length).toBeGreaterThan(100);
  for (const page of pages) {
    expect(gzipSync(readFileSync(join(folder, page))).length, page).toBeLessThanOrEqual(MOST_HTML);
  }
});
