/** Takes the README's picture of the Japan page and the pictures for review, from the example as it is now. Needs a build. */
import { mkdirSync } from "node:fs";
import { serveFolder } from "../src/serve/static.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { publishExample } from "../test/support/published-site.ts";
import { takeReviewPictures } from "./review-pictures.ts";

const server = await serveFolder(await publishExample(), { port: 0, host: "127.0.0.1" });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1240, height: 1080 }, colorScheme: "light" });
  await page.goto(new URL("case-studies/japan/", server.url).href);
  await page.evaluate(() => document.fonts.ready);
  await page
    .locator("#timeline")
    .evaluate((figure) => window.scrollTo(0, (figure as HTMLElement).offsetTop - 420));
  await page.waitForTimeout(300);
  mkdirSync("docs/images", { recursive: true });
  await page.screenshot({ path: "docs/images/japan.png" });
  await takeReviewPictures(browser, server.url);
} finally {
  await browser.close();
  await server.close();
}
