import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderSite } from "../../src/publish/site/site.ts";
import { writeArtifacts } from "../../src/publish/write.ts";
import { measureShift } from "../support/measure-shift.ts";
import { onePageOfEachKind } from "../support/page-kinds.ts";
import { publishExample, TRANSLATIONS } from "../support/published-site.ts";
import { readSmallWorld } from "../support/small-world.ts";
import { SiteVisit } from "../support/visit-site.ts";
import { publishWeighed } from "../support/weighed-casebook.ts";

/** The longest case, pages whose address says what their script has to show, and kinds that look otherwise elsewhere. */
const MORE = [
  "case-studies/japan/",
  "countries/?sort=2005",
  "entries/?stage=concern",
  "search/?q=japan",
  "compare/?countries=jpn,grc",
  "countries/jpn/",
  "weighed/compare/",
  "translations/case-studies/greece/ja/",
  "translations/case-studies/greece/ar/",
];

/** A machine with other things to do takes long to open a page. */
const MOST_WAITING_MS = 120_000;

/** So many pages are opened at once: most of the time they wait for their network. */
const LANES = 4;

/** The most that the HTML of a page may take when it is sent, in bytes. */
const MOST_HTML = 60_000;

let folder: string;
let pages: string[];
let visit: SiteVisit;

beforeAll(async () => {
  folder = await publishExample();
  pages = listPages(folder);
  const world = join(mkdtempSync(join(tmpdir(), "demarche-world-")), "out");
  await writeArtifacts(world, renderSite(await readSmallWorld()));
  const others = {
    weighed: await publishWeighed(),
    "small-world": world,
    translations: await publishExample(TRANSLATIONS),
  };
  for (const [name, from] of Object.entries(others)) cpSync(from, join(folder, name), { recursive: true });
  visit = await SiteVisit.start(folder);
});

afterAll(() => visit?.end());

function listPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html"))
    .sort();
}

/** Returns one page of each kind that some casebook has, of the example where it has one. */
function everyKind(): string[] {
  const addresses = listPages(folder).map((path) => path.replace(/index\.html$/, ""));
  const own = new Set(pages.map((path) => path.replace(/index\.html$/, "")));
  const inOrder = [
    ...addresses.filter((address) => own.has(address)),
    ...addresses.filter((address) => !own.has(address)),
  ];
  return onePageOfEachKind(inOrder, (address) =>
    address.replace(/^(weighed|small-world|translations)\//, ""),
  );
}

test.each([360, 1280])(
  "nothing moves while a page of any kind is opened over a mobile network, at %i px",
  async (width) => {
    const addresses = [...MORE, ...everyKind()];
    expect(addresses.length).toBeGreaterThan(35);
    const shifts: Record<string, number> = {};
    const left = addresses.values();
    const walkLane = async (): Promise<void> => {
      for (const address of left) shifts[address] = await measureFirstVisit(address, width);
    };
    await Promise.all(Array.from({ length: LANES }, walkLane));
    expect(shifts).toEqual(Object.fromEntries(addresses.map((address) => [address, 0])));
  },
  5 * MOST_WAITING_MS,
);

/** Returns how much moves on a page of which nothing is in the cache yet; those named above on a slow processor, too. */
async function measureFirstVisit(address: string, width: number): Promise<number> {
  const viewport = { width, height: 800 };
  const context = await visit.browser.newContext({ reducedMotion: "reduce", viewport });
  try {
    const page = await context.newPage();
    await slowDown(page, MORE.includes(address) ? 4 : 1);
    // What the address asks for may come after the page itself.
    const waitUntil = address.includes("?") ? "networkidle" : "load";
    await page.goto(visit.url + address, { waitUntil, timeout: MOST_WAITING_MS });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await measureShift(page);
  } finally {
    await context.close();
  }
}

/** The preset “Fast 4G” of Chrome's developer tools, with a share of this processor. */
async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 165,
    downloadThroughput: 1_125_000,
    uploadThroughput: 168_750,
  });
}

test("no page has more than 60 kB of compressed HTML", () => {
  expect(pages.length).toBeGreaterThan(100);
  for (const page of pages) {
    expect(gzipSync(readFileSync(join(folder, page))).length, page).toBeLessThanOrEqual(MOST_HTML);
  }
});
