import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishExample } from "../support/published-site.ts";
import { findViolations, SiteVisit } from "../support/visit-site.ts";

const JAPAN = "case-studies/japan/";

let folder: string;
let visit: SiteVisit;

beforeAll(async () => {
  folder = await publishExample();
  visit = await SiteVisit.start(folder);
});

afterAll(() => visit?.end());

describe("the choice of colours", () => {
  const paper = "getComputedStyle(document.body).backgroundColor";
  const ink = "getComputedStyle(document.querySelector('#timeline svg text')).fill";

  test("follows the system until the reader chooses, figures included, and is remembered before anything is painted", async () => {
    await visit.withPage(JAPAN, { colorScheme: "dark" }, async (page) => {
      const darkPaper = await page.evaluate(paper);
      const darkInk = await page.evaluate(ink);
      await page.getByLabel("Colours").selectOption("light");
      expect(await page.evaluate(paper)).toBe("rgb(255, 255, 255)");
      expect(await page.evaluate(ink)).not.toBe(darkInk);
      await page.route("**/*.css", async (route) => {
        expect(await page.evaluate("document.documentElement.dataset.theme")).not.toBe("dark");
        await route.continue();
      });
      await page.goto(`${visit.url}countries/jpn/`, { waitUntil: "commit" });
      await page.waitForSelector("body");
      expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("light");
      expect(await page.getByLabel("Colours").inputValue()).toBe("light");
      await page.getByLabel("Colours").selectOption("system");
      expect(await page.evaluate(paper)).toBe(darkPaper);
      expect(await page.evaluate("localStorage.length")).toBe(0);
    });
  });

  test("is not offered where scripts do not run", async () => {
    await visit.withPage(JAPAN, { javaScriptEnabled: false, colorScheme: "dark" }, async (page) => {
      expect(await page.locator(".theme-switch").isVisible()).toBe(false);
    });
  });
});

describe("the contents", () => {
  const wide = { viewport: { width: 1280, height: 900 } };
  const current = ".contents [aria-current=location]";

  test("stand beside the text where there is room, also without scripts, and are folded elsewhere", async () => {
    const link = ".contents a >> nth=0";
    await visit.withPage(JAPAN, { ...wide, javaScriptEnabled: false }, async (page) => {
      const [contents, prose] = await Promise.all(
        [link, ".prose > p >> nth=0"].map((selector) => page.locator(selector).boundingBox()),
      );
      expect((contents?.x ?? 0) + (contents?.width ?? 0)).toBeLessThan(prose?.x ?? 0);
      await page.setViewportSize({ width: 800, height: 900 });
      expect(await page.locator(link).isVisible()).toBe(false);
      await page.click(".contents summary");
      expect(await page.locator(link).isVisible()).toBe(true);
    });
  });

  test("mark the section that is read and stay in view", async () => {
    await visit.withPage(JAPAN, wide, async (page) => {
      expect(await page.locator(current).count()).toBe(0);
      // Nothing stands between “Outcomes” and “Legislation”.
      for (const id of ["concerns", "outcomes", "legislation", "conditioning-factors", "background"]) {
        await page.evaluate((anchor) => document.getElementById(anchor)?.scrollIntoView(), id);
        await page.waitForSelector(`.contents a[href="#${id}"][aria-current=location]`);
        expect(await page.locator(current).count()).toBe(1);
        const { y = -1 } = (await page.locator(current).boundingBox()) ?? {};
        expect(y >= 0 && y < 900).toBe(true);
      }
    });
  });
});

describe("Backspace", () => {
  const status = "body > [role=status]";
  const narrow = { viewport: { width: 800, height: 900 } };

  test("leads from a note back to its reference, and says so", async () => {
    await visit.withPage(JAPAN, narrow, async (page) => {
      const reference = page.locator(".note-reference > a").nth(9);
      await reference.focus();
      const before = await page.evaluate("scrollY");
      await page.keyboard.press("Enter");
      await page.waitForFunction((y) => scrollY !== y, before);
      await page.keyboard.press("Backspace");
      expect(await page.evaluate("scrollY")).toBe(before);
      expect(await reference.evaluate((link) => link === document.activeElement)).toBe(true);
      expect(await page.locator(status).textContent()).toBe(
        `Back at: ${await reference.getAttribute("aria-label")}`,
      );
    });
  });

  test("leads from a note that was scrolled to to its reference, and does nothing where nothing was left", async () => {
    await visit.withPage(JAPAN, narrow, async (page) => {
      await page.keyboard.press("Backspace");
      expect(await page.locator(status).textContent()).toBe("");
      await page.locator(".notes .note-source").first().focus();
      await page.keyboard.press("Backspace");
      expect(await page.locator(status).textContent()).toBe("Back at: Note 1");
    });
  });

  test("leads back step by step over jumps within the page and other pages", async () => {
    await visit.withPage(JAPAN, narrow, async (page) => {
      await page.click(".contents summary");
      await page.click(".contents a[href='#concerns']");
      const source = page.locator(".notes .note-source").first();
      await source.click();
      await page.waitForURL("**/sources/**");
      await page.keyboard.press("Backspace");
      await page.waitForURL(`**/${JAPAN}`);
      await page.waitForFunction(() => document.activeElement?.className === "note-source");
      expect(await page.locator(status).textContent()).toContain("Back at: Source: ");
      await page.keyboard.press("Backspace");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Concerns");
    });
  });

  test("is explained at the foot of every page", async () => {
    await visit.withPages(["", "sources/", JAPAN], {}, async (page) => {
      await page.click(".keyboard-help summary");
      expect(await page.locator(".keyboard-help").textContent()).toContain("back to the place that you left");
    });
  });
});

describe("a figure", () => {
  const slider = "#timeline input[type=range]";
  const facts = "#timeline .year-facts";
  const factsOf = (page: Page): Promise<Record<string, string>> =>
    page
      .locator(`${facts} dl > div`)
      .evaluateAll((lines) =>
        Object.fromEntries(lines.map((line) => [...line.children].map((part) => part.textContent ?? ""))),
      );

  test("says by arrow keys, pointer and touch all that is known of a year", async () => {
    const options = { viewport: { width: 1280, height: 900 }, hasTouch: true };
    await visit.withPages([JAPAN, "countries/jpn/"], options, async (page) => {
      expect(await page.locator("#timeline .year-mark").first().isVisible()).toBe(false);
      await page.locator(slider).focus();
      await page.keyboard.press("Home");
      for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
      const known = await factsOf(page);
      expect(known).toMatchObject({
        "TIP Report tier": "Tier 2 Watch List",
        "Anti-TIP policy index (points)": "10",
        Laws: "nothing",
        Governments: "Junichiro Koizumi",
      });
      expect(known["Entries"]).toContain("US tries to widen the reach of the report");
      expect(await page.locator(`${facts} a`).first().getAttribute("href")).toContain("entries/jpn-");
      expect(await page.locator(facts).getAttribute("role")).toBe("status");
      await page.locator("#timeline .figure-wide svg").scrollIntoViewIfNeeded();
      const box = await page.locator("#timeline .figure-wide svg").boundingBox();
      if (!box) throw new Error("no figure");
      const xOf = (year: number): Promise<number> =>
        page.locator("#timeline .figure-wide svg").evaluate((svg, wanted) => {
          const label = [...svg.querySelectorAll("text")].find((one) => one.textContent === String(wanted));
          const { left, width } = (label as Element).getBoundingClientRect();
          return left + width / 2;
        }, year);
      await page.mouse.move(await xOf(2005), box.y + box.height / 2);
      expect((await factsOf(page))["Laws"]).toBe("Partial criminalization (June 2005)");
      await page.touchscreen.tap(await xOf(2009), box.y + box.height / 2);
      expect((await factsOf(page))["Governments"]).toBe("Tarō Asō; Yukio Hatoyama");
      expect(await page.locator(slider).inputValue()).toBe("2009");
    });
  });

  test("has all of it in its table where scripts do not run", async () => {
    await visit.withPage(JAPAN, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator(slider).isVisible()).toBe(false);
      await page.click("#timeline details:not(.cite) summary");
      const row = page.locator("#timeline .year-table tr", { hasText: /^2004/ });
      expect(await row.locator("td").first().textContent()).toBe("Tier 2 Watch List");
      expect(await row.locator("a").count()).toBeGreaterThan(3);
    });
  });

  test("opens as large as the window, closes with Escape, and the focus returns", async () => {
    for (const width of [360, 1280]) {
      await visit.withPage(JAPAN, { viewport: { width, height: 800 } }, async (page) => {
        const button = page.getByRole("button", { name: "Open Figure 1 large" });
        const height = await page.evaluate("document.body.offsetHeight");
        await button.focus();
        await page.keyboard.press("Enter");
        const dialog = page.getByRole("dialog", { name: "Figure 1" });
        expect(await dialog.boundingBox()).toMatchObject({ x: 0, y: 0, width, height: 800 });
        expect(await dialog.locator("svg:visible").count()).toBe(1);
        expect(await dialog.evaluate((one) => one.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await page.evaluate("document.body.offsetHeight")).toBe(height);
        expect(await findViolations(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await expect.poll(() => dialog.count()).toBe(0);
        await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
        expect(await page.locator("#timeline svg:visible").count()).toBe(1);
      });
    }
  });
});

describe("citing", () => {
  const withClipboard = { permissions: ["clipboard-read", "clipboard-write"] };
  const clipboard = "navigator.clipboard.readText()";

  test("copies a figure’s citation in each form, with its number, edition and address", async () => {
    await visit.withPage(JAPAN, withClipboard, async (page) => {
      const block = page.locator("#timeline .cite:not(.embed)");
      expect(await block.locator("summary").textContent()).toBe("Cite Figure 1");
      await block.locator("summary").click();
      const copied: string[] = [];
      for (const form of ["Text", "BibTeX", "RIS", "CSL-JSON"]) {
        await block.getByRole("button", { name: form, exact: true }).click();
        await page.waitForFunction(
          (text) => document.querySelector("#timeline .cite:not(.embed) [role=status]")?.textContent === text,
          `Copied: ${form}`,
        );
        copied.push(String(await page.evaluate(clipboard)));
      }
      for (const text of copied) {
        expect(text).toContain("Figure 1: Japan");
        expect(text).toMatch(/edition of 22 November 2026/i);
        expect(text).toContain("https://demarche.example/tip-report/case-studies/japan/#timeline");
      }
      expect(JSON.parse(copied[3] ?? "")).toHaveLength(1);
    });
  });

  test("shows a paragraph’s citation below it, with its own address", async () => {
    await visit.withPage(JAPAN, withClipboard, async (page) => {
      const pilcrow = page.locator(".prose > p > .pilcrow").nth(2);
      const id = (await pilcrow.getAttribute("href")) ?? "";
      expect(await pilcrow.getAttribute("aria-label")).toBe("Paragraph 3: address and citation");
      await pilcrow.focus();
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).hash).toBe(id);
      await page.locator(".cite-card").getByRole("button", { name: "BibTeX" }).click();
      await page.waitForFunction(
        () => document.querySelector(".cite-card [role=status]")?.textContent !== "",
      );
      const bibtex = String(await page.evaluate(clipboard));
      expect(bibtex).toContain("note = {Paragraph 3. Edition of 22 November 2026}");
      expect(bibtex).toContain(`url = {https://demarche.example/tip-report/${JAPAN}${id}}`);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(".cite-card").count()).toBe(0);
      await expect.poll(() => pilcrow.evaluate((link) => link === document.activeElement)).toBe(true);
    });
  });

  test("needs no scripts for figures, and a paragraph’s mark is a link to it", async () => {
    await visit.withPage(JAPAN, { javaScriptEnabled: false }, async (page) => {
      await page.click("#timeline .cite:not(.embed) summary");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("#timeline .cite:not(.embed)").getByRole("link", { name: "RIS" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("japan-timeline.ris");
      expect(await page.locator("#timeline .cite:not(.embed) .copies").isVisible()).toBe(false);
      const pilcrow = page.locator(".prose > p > .pilcrow").nth(2);
      await pilcrow.focus();
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).hash).toBe(await pilcrow.getAttribute("href"));
    });
  });
});

describe("“Check this page”", () => {
  const result = ".check-result";
  const press = async (page: Page): Promise<string> => {
    await page.click(".check-page button");
    await page.waitForFunction(() => document.querySelector(".check-result")?.textContent !== "");
    return (await page.locator(result).textContent()) ?? "";
  };

  test("judges all statements and statistics anew, beside the published verdicts", async () => {
    await visit.withPage(JAPAN, {}, async (page) => {
      const all = await page.locator(".checked li").count();
      expect(all).toBeGreaterThan(30);
      const said = await press(page);
      const computed = await page.locator("#statistics tbody tr:not(.quoted)").count();
      expect(said).toContain(`Replayed: ${all + computed}. Agree: ${all + computed}.`);
      expect(said).toContain("Differ: 0. Not replayed: 2.");
      expect(await page.locator(".checked li .replayed-same").count()).toBe(all);
      const quoted = await page.locator("#statistics .quoted .replayed").allTextContents();
      expect(quoted).toEqual(Array(2).fill("here: taken over from print, not computed"));
      expect(await press(page)).toBe(said);
      expect(await page.locator(".checked li .replayed").count()).toBe(all);
      expect(await findViolations(page)).toEqual([]);
    });
  });

  test("shows plainly where a changed record, or a changed page, no longer agrees", async () => {
    await visit.withPage(JAPAN, {}, async (page) => {
      await page.evaluate(() => {
        const island = document.getElementById("check-record") as HTMLElement;
        const record = JSON.parse(island.textContent ?? "");
        record.claims[0].tiers[1] = "3";
        const grants = record.statistics.find(
          ({ from }: { from?: { numbers: unknown[] } }) => (from?.numbers.length ?? 0) > 1,
        );
        grants.from.numbers[0][1] += 1_000_000;
        island.textContent = JSON.stringify(record);
        (document.getElementById("claim-5") as HTMLElement).textContent = "7";
      });
      expect(await press(page)).toContain("Differ: 3.");
      const differing = page.locator(".replayed-differs");
      expect(await differing.allTextContents()).toEqual([
        expect.stringContaining("$"),
        "here: differs from what is published: fails (2, 3, 2)",
        "here: differs from what is published: fails (6)",
      ]);
      for (const one of await differing.all()) expect(await one.isVisible()).toBe(true);
      expect(await page.locator(result).evaluate((line) => line.classList.contains("check-differs"))).toBe(
        true,
      );
    });
  });

  test("says so where the record cannot be read", async () => {
    await visit.withPage(JAPAN, {}, async (page) => {
      await page.evaluate("document.getElementById('check-record').textContent = '{'");
      expect(await press(page)).toBe("The record of this page cannot be read.");
    });
  });

  test("works on a page that is opened from the disk", async () => {
    const page = await visit.browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(folder, JAPAN, "index.html")).href);
    expect(await press(page)).toContain("Differ: 0.");
    expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
    await page.close();
  });
});

describe("the weight of a case’s page", () => {
  const compressed = (path: string): number =>
    gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
  const loaded = (attribute: string): string[] =>
    [
      ...readFileSync(join(folder, JAPAN, "index.html"), "utf8").matchAll(
        new RegExp(`<(?:script|link)[^>]* ${attribute}="([^"]+)"`, "g"),
      ),
    ].map((match) => join(JAPAN, match[1] ?? ""));

  test("is at most 15 kB of script, 20 kB of styles and 60 kB of HTML, compressed", () => {
    const scripts = loaded("src");
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.reduce((sum, path) => sum + compressed(path), 0)).toBeLessThanOrEqual(15_000);
    const styles = loaded("href").filter((path) => path.endsWith(".css"));
    expect(styles).toHaveLength(1);
    expect(compressed(styles[0] ?? "")).toBeLessThanOrEqual(20_000);
    expect(compressed(`${JAPAN}index.html`)).toBeLessThanOrEqual(60_000);
  });
});
