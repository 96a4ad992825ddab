import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { printCasebook } from "../src/publish/print/casebook-print.ts";
import { readExample } from "../test/support/published-site.ts";
import { reducePicture } from "./reduce-picture.ts";

const FOLDER = "docs/review";

/** Name, address, and the element that the picture begins with where it is not the top of the page. */
const PAGES: readonly (readonly [name: string, address: string, from?: string])[] = [
  ["home", ""],
  ["case", "case-studies/japan/", "#timeline"],
  ["country", "countries/jpn/"],
  ["countries", "countries/"],
  ["compare", "compare/grc-jpn/"],
  ["entries", "entries/?stage=concern"],
  ["sources", "sources/"],
  ["claims", "claims/"],
  ["search", "search/?q=visas"],
];

const WINDOWS = [
  ["360", { width: 360, height: 800 }, "light"],
  ["768", { width: 768, height: 900 }, "light"],
  ["1280", { width: 1280, height: 900 }, "light"],
  ["1280-dark", { width: 1280, height: 900 }, "dark"],
] as const;

/** Of the PDF of the Japan case: title and contents, text with notes and marks, the end of the appendix. */
const PDF_PAGES = [1, 2, 3, 7];

/** Writes the pictures by which pages and prints are reviewed (`docs/reading.md`), of the site that is served at `url`. */
export async function takeReviewPictures(browser: Browser, url: string): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const blank = await browser.newPage();
  const write = async (name: string, png: Uint8Array): Promise<void> => {
    writeFileSync(join(FOLDER, `${name}.png`), await reducePicture(blank, png));
  };
  for (const [size, viewport, colorScheme] of WINDOWS) {
    const page = await browser.newPage({ viewport, colorScheme, reducedMotion: "reduce" });
    for (const [name, address, from] of PAGES) {
      await page.goto(url + address, { waitUntil: "networkidle" });
      // Typefaces that come late are left to the next visit.
      await page.reload({ waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      if (from) await page.locator(from).evaluate((one) => one.scrollIntoView());
      await write(`${name}-${size}`, await page.screenshot({ caret: "hide" }));
    }
    await page.close();
  }
  for (const [number, png] of await drawPdfPages()) await write(`pdf-${number}`, png);
  await blank.close();
}

/** Draws pages of the Japan PDF with poppler's pdftoppm, which has to be installed. */
async function drawPdfPages(): Promise<(readonly [number, Uint8Array])[]> {
  const { pdfs } = await printCasebook(await readExample(), () => undefined);
  const folder = mkdtempSync(join(tmpdir(), "demarche-review-"));
  const file = join(folder, "japan.pdf");
  writeFileSync(file, pdfs.get("case-studies/japan/japan.pdf") ?? new Uint8Array());
  const pictures = PDF_PAGES.map((number) => {
    const target = join(folder, String(number));
    const which = ["-f", String(number), "-l", String(number)];
    execFileSync("pdftoppm", ["-png", "-singlefile", "-r", "90", ...which, file, target]);
    return [number, new Uint8Array(readFileSync(`${target}.png`))] as const;
  });
  rmSync(folder, { recursive: true });
  return pictures;
}
