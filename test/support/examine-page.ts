import type { BrowserContextOptions, Page } from "playwright-core";
import { operateByKeyboard } from "./operate-by-keyboard.ts";
import { kindOfPage } from "./page-kinds.ts";
import { findViolations, openDetails, type SiteVisit, settle } from "./visit-site.ts";
import { walkByKeyboard } from "./walk-by-keyboard.ts";

/** The window in which {@link examinePage} expects a page. */
export const FIRST_WINDOW = {
  viewport: { width: 1280, height: 900 },
  colorScheme: "light",
  permissions: ["clipboard-read", "clipboard-write"],
} satisfies BrowserContextOptions;

/** How closely a page is looked at. */
export interface Examination {
  /**
   * Which windows axe sees. In `all`, rules that read colours are asked in light and in dark at both widths, the others at
   * both widths; in `wide`, all at 1280 px in light, in `narrow`, all at 360 px in dark.
   */
  readonly windows: "all" | "wide" | "narrow";
  /** The kinds of control that are not operated, since they were on a page of the same kind; those of the page are added. */
  readonly operated: Set<string>;
}

/**
 * Returns all that is wrong with a page that was just opened in {@link FIRST_WINDOW}, with what is folded unfolded: what
 * axe finds, what the keyboard does not reach or operate, and whether it scrolls sideways at 320 px.
 *
 * The page stays open meanwhile; its window and its colours change, and come back to what they were.
 */
export async function examinePage(page: Page, { windows, operated }: Examination): Promise<string[]> {
  const wrong: string[] = [];
  const look = async (label: string, which: "all" | "colors"): Promise<void> => {
    wrong.push(...(await findViolations(page, which)).map((violation) => `${label}: ${violation}`));
  };
  const change = async (width: number, colorScheme: "light" | "dark"): Promise<void> => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: FIRST_WINDOW.viewport.height });
    await settle(page);
  };
  await openDetails(page);
  if (windows !== "narrow") await look("1280 px, light", "all");
  wrong.push(...(await walkByKeyboard(page)));
  if (windows === "all") {
    await change(1280, "dark");
    await look("1280 px, dark", "colors");
    await change(360, "light");
    await look("360 px, light", "colors");
  }
  if (windows !== "wide") {
    await change(360, "dark");
    await look("360 px, dark", "all");
  }
  await change(320, "light");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width !== 320) wrong.push(`320 px: is ${width} px wide`);
  await change(1280, "light");
  return [...wrong, ...(await operateByKeyboard(page, operated))];
}

/**
 * Opens pages of a site in two windows at once, examines each (see {@link examinePage}) and returns what is wrong, by
 * address; `{}` where nothing is. Each kind of control is operated on one page of every kind.
 */
export async function examinePages(
  visit: SiteVisit,
  addresses: readonly string[],
  windowsOf: (address: string, place: number) => Examination["windows"] = () => "all",
): Promise<Record<string, string[]>> {
  const wrong: Record<string, string[]> = {};
  const operated = new Map<string, Set<string>>();
  const examine = async (page: Page, address: string): Promise<void> => {
    const kind = kindOfPage(address);
    const done = operated.get(kind) ?? new Set();
    operated.set(kind, done);
    const windows = windowsOf(address, addresses.indexOf(address));
    const found = await examinePage(page, { windows, operated: done });
    if (found.length > 0) wrong[address] = found;
  };
  await visit.withPages(addresses, FIRST_WINDOW, examine, 2);
  return wrong;
}
