import { afterAll, beforeAll, expect, test } from "vitest";
import { printCasebook } from "../../src/publish/print/casebook-print.ts";
import { readPdf } from "../support/pdf-text.ts";
import { publishExample, readExample } from "../support/published-site.ts";
import { SiteVisit } from "../support/visit-site.ts";

/** The heading under which a printed page has its notes: a PDF has them at the foot of its pages, and then their sources. */
const NOTES = ["Notes", "Sources"];

let visit: SiteVisit;
let pdfs: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  visit = await SiteVisit.start(await publishExample());
  ({ pdfs } = await printCasebook(await readExample(), () => undefined));
});

afterAll(() => visit?.end());

test.each(["japan", "greece"])("the print sheet of %s has the PDF's parts in the PDF's order", async (id) => {
  const pdf = await readPdf(pdfs.get(`case-studies/${id}/${id}.pdf`) ?? new Uint8Array());
  const parts = pdf.bookmarks.map((title) => (NOTES.includes(title) ? "notes" : title));
  await visit.withPage(`case-studies/${id}/`, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const headings = await page.locator("main :is(h2, h3):visible").allTextContents();
    const shown = headings.map((title) => (NOTES.includes(title) ? "notes" : title.trim()));
    expect([...shown, "About this print"]).toEqual(parts);
    const statements = page.locator(".checked li");
    expect(await statements.count()).toBeGreaterThan(0);
    expect(await statements.first().isVisible()).toBe(true);
  });
});
