import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
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

  /**
   * Opens pages and hands them over, one by one in each of `lanes` windows that share the list; nothing must go to another
   * host or to the console meanwhile.
   */
  async withPages(
    addresses: readonly string[],
    options: BrowserContextOptions,
    use: (page: Page, address: string) => Promise<void>,
    lanes = 1,
  ): Promise<void> {
    const trouble: string[] = [];
    const left = addresses.values();
    const hasScripts = options.javaScriptEnabled !== false;
    const walkLane = async (): Promise<void> => {
      const context = await this.browser.newContext({ reducedMotion: "reduce", ...options });
      try {
        if (hasScripts) await context.addInitScript(AXE);
        const page = await this.#openWindow(context, trouble);
        for (const address of left) {
          await page.goto(this.url + address);
          if (hasScripts) await settle(page);
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          if (hasScripts) await settle(page);
          await use(page, address);
        }
      } finally {
        await context.close();
      }
    };
    await Promise.all(Array.from({ length: lanes }, walkLane));
    expect(trouble).toEqual([]);
  }

  async #openWindow(context: BrowserContext, trouble: string[]): Promise<Page> {
    const page = await context.newPage();
    const note = (what: string): void => void trouble.push(`${page.url()}: ${what}`);
    page.on("console", (message) => note(`console: ${message.text()}`));
    page.on("pageerror", (error) => note(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(this.url)) note(`asked for ${request.url()}`);
    });
    return page;
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
export async function settle(page: Page): Promise<void> {
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

/** WCAG 2.2 A and AA, and axe's best practices. */
const ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules of axe that read colours, and so the only ones that the dark page may break where the light one does not. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/** Returns what axe finds on a page: WCAG 2.2 A and AA, and its best practices; or only what has to do with colours. */
export async function findViolations(page: Page, which: "all" | "colors" = "all"): Promise<string[]> {
  const runOnly =
    which === "all" ? { type: "tag", values: ALL_RULES } : { type: "rule", values: COLOR_RULES };
  const { violations } = await page.evaluate(
    (options): Promise<AxeResult> =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run(options),
    { runOnly, resultTypes: ["violations"], preload: false },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
