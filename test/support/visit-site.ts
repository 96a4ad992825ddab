import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { type StaticServer, serveFolder } from "../../src/serve/static.ts";
import { launchBrowser } from "./browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A published site, served, with a browser in which its pages are opened. */
export class SiteVisit {
  readonly browser: Browser;
  readonly url: string;
  readonly #server: StaticServer;

  private constructor(browser: Browser, server: StaticServer) {
    this.browser = browser;
    this.url = server.url;
    this.#server = server;
  }

  /** Serves a folder and starts a browser. */
  static async start(folder: string): Promise<SiteVisit> {
    const server = await serveFolder(folder, { port: 0 });
    return new SiteVisit(await launchBrowser(), server);
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.#server.close();
  }

  /** Opens pages one by one and hands them over; nothing must go to another host or to the console meanwhile. */
  async withPages(
    addresses: readonly string[],
    options: BrowserContextOptions,
    use: (page: Page, address: string) => Promise<void>,
  ): Promise<void> {
    const context = await this.browser.newContext({ reducedMotion: "reduce", ...options });
    const trouble: string[] = [];
    const page = await context.newPage();
    page.on("console", (message) => trouble.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => trouble.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(this.url)) trouble.push(`asked for ${request.url()}`);
    });
    try {
      for (const address of addresses) {
        await page.goto(this.url + address);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        await settle(page);
        await use(page, address);
      }
    } finally {
      await context.close();
    }
    expect(trouble).toEqual([]);
  }

  /** Opens one page; see {@link withPages}. */
  async withPage(
    address: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    await this.withPages([address], options, use);
  }
}

/** Waits until a page is laid out and has seen its new sizes, which is told to it in the next frame. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** Opens all that is folded on a page. */
export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await settle(page);
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Returns what axe finds on a page: WCAG 2.2 A and AA, and its best practices. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((): Promise<AxeResult> => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    return (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run({
      runOnly: { type: "tag", values: tags },
    });
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
