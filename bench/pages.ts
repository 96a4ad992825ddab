/** Measures pages in a browser as a phone on a mobile network gets them, and search as it is typed into. */
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { Browser } from "playwright-core";
import { auditCasebook } from "../src/pipeline.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { writeArtifacts } from "../src/publish/write.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { createStaticApp } from "../src/serve/static.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { measureShift } from "../test/support/measure-shift.ts";
import { publishExample } from "../test/support/published-site.ts";
import { generateCasebook, writeCasebook } from "./generate.ts";
import { median } from "./median.ts";

/** The preset “Fast 4G” of Chrome's developer tools: bytes a second, and ms from a request to its answer. */
const NETWORK = { downloadThroughput: 1_125_000, uploadThroughput: 168_750, latency: 165 };

/** How much slower a phone of the middle is than this machine. */
const CPU_RATE = 4;

const PHONE = { viewport: { width: 360, height: 800 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const PAGES = [
  ["the longest case", "case-studies/japan/"],
  ["home", ""],
  ["the record explorer", "entries/"],
  ["a country", "countries/jpn/"],
  ["search", "search/"],
] as const;

const QUERIES = ["grade", "japn", "ministry visa"];
const WORLD_CASES = 200;

/**
 * Returns rows of a table: what was opened, when its largest part was painted on this processor and on a phone's, and how
 * much moved; and of search.
 */
export async function measurePages(runs: number): Promise<string[]> {
  const browser = await launchBrowser();
  try {
    return [...(await measureOpening(browser, runs)), ...(await measureSearch(browser, runs))];
  } finally {
    await browser.close();
  }
}

async function measureOpening(browser: Browser, runs: number): Promise<string[]> {
  const site = await serve(await publishExample());
  try {
    const rows: string[] = [];
    for (const [name, address] of PAGES) {
      const shifts: number[] = [];
      const largest: string[] = [];
      for (const cpuRate of [1, CPU_RATE]) {
        const paints: Paint[] = [];
        for (let i = 0; i < runs; i++) paints.push(await openOnPhone(browser, site.url + address, cpuRate));
        shifts.push(...paints.map(({ shift }) => shift));
        largest.push(`${median(paints.map(({ largestMs }) => largestMs)).toFixed(0)} ms`);
      }
      rows.push(`| ${name} | ${largest.join(" | ")} | ${Math.max(...shifts)} |`);
    }
    return rows;
  } finally {
    await site.close();
  }
}

/** A page that nobody touched: its largest contentful paint in ms, and its cumulative layout shift. */
interface Paint {
  readonly largestMs: number;
  readonly shift: number;
}

/** Opens a page with nothing in the cache, on a processor that is so many times slower than this one. */
async function openOnPhone(browser: Browser, url: string, cpuRate: number): Promise<Paint> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.emulateNetworkConditions", { offline: false, ...NETWORK });
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpuRate });
    await page.goto(url, { waitUntil: "networkidle" });
    return { largestMs: await page.evaluate(readLargestPaint), shift: await measureShift(page) };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function readLargestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      resolve(list.getEntries().at(-1)?.startTime ?? 0);
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
}

/**
 * Times search on a casebook of as many cases as there are countries. The browser cannot slow down a worker, where the
 * search is done, so that times are multiplied instead.
 */
async function measureSearch(browser: Browser, runs: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-pages-"));
  const out = join(folder, "out");
  writeCasebook(folder, generateCasebook(WORLD_CASES));
  const { edition } = await auditCasebook(openFolder(folder, out));
  if (!edition) throw new Error("the generated casebook cannot be read");
  await writeArtifacts(out, renderSite(edition));
  const site = await serve(out);
  const page = await browser.newPage();
  try {
    await page.goto(`${site.url}search/`);
    await page.locator("site-search[data-loaded]").waitFor({ timeout: 60_000 });
    const rows: string[] = [];
    for (const query of QUERIES) {
      const times: number[] = [];
      for (let i = 0; i < runs; i++) times.push(await page.evaluate(typeQuery, query));
      rows.push(
        `| search for “${query}” in ${WORLD_CASES} cases | ${median(times).toFixed(0)} ms | ${(median(times) * CPU_RATE).toFixed(0)} ms | |`,
      );
    }
    return rows;
  } finally {
    await page.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: from the last key to the first result that is laid out, in ms. */
function typeQuery(query: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>("site-search input[type=search]");
  const results = document.querySelector<HTMLElement>(".search-results");
  if (!input || !results) throw new Error("no search on the page");
  results.replaceChildren();
  return new Promise((resolve) => {
    const begun = performance.now();
    new MutationObserver((_, observer) => {
      if (!results.querySelector("a")?.getBoundingClientRect().height) return;
      observer.disconnect();
      resolve(performance.now() - begun);
    }).observe(results, { childList: true });
    input.value = query;
    input.dispatchEvent(new Event("input"));
  });
}

/** Serves a folder compressed, as hosts of sites do, over HTTP/1.1. */
async function serve(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const app = new Hono().use(compress()).route("/", createStaticApp(folder));
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
