import type { Page } from "playwright-core";
import { findViolations, openDetails, type SiteVisit, settle } from "./visit-site.ts";
import { walkByKeyboard } from "./walk-by-keyboard.ts";

/** The window in which {@link examinePage} expects a page. */
export const FIRST_WINDOW = { viewport: { width: 1280, height: 900 }, colorScheme: "light" } as const;

/**
 * Returns all that is wrong with a page that was just opened in {@link FIRST_WINDOW}, with what is folded unfolded: what
 * axe finds, what the keyboard does not reach, and whether it scrolls sideways at 320 px.
 *
 * The page stays open meanwhile; its window and its colours change. Rules of axe that read colours are asked in light and in
 * dark, the others at 1280 and at 360 px. `thoroughly` asks for the colours at both widths in both schemes.
 */
export async function examinePage(page: Page, thoroughly: boolean): Promise<string[]> {
  const wrong: string[] = [];
  const look = async (label: string, which: "all" | "colors"): Promise<void> => {
    wrong.push(...(await findViolations(page, which)).map((violation) => `${label}: ${violation}`));
  };
  await openDetails(page);
  await look("1280 px, light", "all");
  wrong.push(...(await walkByKeyboard(page)));
  await page.emulateMedia({ colorScheme: "dark" });
  if (thoroughly) {
    await settle(page);
    await look("1280 px, dark", "colors");
  }
  await page.setViewportSize({ width: 360, height: 900 });
  await settle(page);
  await look("360 px, dark", "all");
  await page.emulateMedia({ colorScheme: "light" });
  if (thoroughly) {
    await settle(page);
    await look("360 px, light", "colors");
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await settle(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width !== 320) wrong.push(`320 px: is ${width} px wide`);
  await page.setViewportSize(FIRST_WINDOW.viewport);
  return wrong;
}

/**
 * Opens pages of a site in two windows at once, examines each (see {@link examinePage}) and returns what is wrong, by
 * address; `{}` where nothing is.
 */
export async function examinePages(
  visit: SiteVisit,
  addresses: readonly string[],
  isThorough: (address: string, place: number) => boolean = () => true,
): Promise<Record<string, string[]>> {
  const wrong: Record<string, string[]> = {};
  const examine = async (page: Page, address: string): Promise<void> => {
    const found = await examinePage(page, isThorough(address, addresses.indexOf(address)));
    if (found.length > 0) wrong[address] = found;
  };
  await visit.withPages(addresses, FIRST_WINDOW, examine, 2);
  return wrong;
}
