import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../src/publish/edition.ts";
import { FONT_FILES } from "../../src/publish/outline-text.ts";
import { renderPicturePng } from "../../src/publish/png.ts";
import { drawClaimPicture, drawHomePicture } from "../../src/publish/share/page-pictures.ts";
import { type Picture, pictureToSvg } from "../../src/publish/share/picture.ts";
import { publishExample, readExample, TRANSLATIONS } from "../support/published-site.ts";

const URL_LINE = /^url: (.*)\n/m;
const scratch: string[] = [];
let edition: Edition;
let site: string;
let again: string;
let url: string;

beforeAll(async () => {
  edition = await readExample();
  url = edition.index.casebook.config.url ?? "";
  [site, again] = [await publish(), await publish()];
}, 120_000);
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true });
});

async function publish(casebook?: string): Promise<string> {
  const folder = await publishExample(casebook);
  scratch.push(dirname(folder));
  return folder;
}

function pathsOf(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => ending.test(path));
}

/** Returns the picture that a page names, as a path in the site. */
function pictureOf(folder: string, page: string): string | undefined {
  const [, address] =
    /<meta property="og:image" content="([^"]*)">/.exec(readFileSync(join(folder, page), "utf8")) ?? [];
  if (address !== undefined && url !== "") expect(address.startsWith(url)).toBe(true);
  return address?.slice(url.length);
}

function sizeOf(png: Uint8Array): number[] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(bytes.subarray(12, 16).toString("latin1")).toBe("IHDR");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe("a site with an address", () => {
  it.each([
    ["the home page", /^index\.html$/],
    ["a case", /^case-studies\/[^/]+\/index\.html$/],
    ["a country", /^countries\/[a-z]{3}\/index\.html$/],
    ["a named claim", /^claims\/[^/]+\/index\.html$/],
  ])("has a picture of its own for %s", (_, pattern) => {
    const pages = pathsOf(site, pattern).filter((page) =>
      existsSync(join(site, dirname(page), "preview.png")),
    );
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(pictureOf(site, page)).toBe(join(dirname(page), "preview.png"));
  });

  it("names on every page a picture that is there, 1200 by 630", () => {
    const pages = pathsOf(site, /\.html$/).filter((page) => pictureOf(site, page) !== undefined);
    const named = new Set(pages.map((page) => pictureOf(site, page) ?? ""));
    expect(pages).toContain("countries/index.html");
    expect(pictureOf(site, "countries/index.html")).toBe("preview.png");
    expect([...named].sort()).toEqual(pathsOf(site, /(^|\/)preview\.png$/).sort());
    const { casebook, countries } = edition.index;
    expect(named.size).toBe(1 + casebook.cases.length + countries.length + edition.named.length);
    for (const path of named)
      expect([path, ...sizeOf(readFileSync(join(site, path)))]).toEqual([path, 1200, 630]);
  });

  it("has the same pictures when it is built again", () => {
    const pictures = pathsOf(site, /preview\.png$/);
    for (const path of pictures) {
      expect(readFileSync(join(again, path)).equals(readFileSync(join(site, path)))).toBe(true);
    }
  });

  it("has them neither in its search nor in its data", () => {
    const files = pathsOf(site, /\.(json|csv|txt|xml|md|js)$/).filter(
      (path) => !path.endsWith("oembed.json"),
    );
    expect(files).toContain("data/datapackage.json");
    expect(files.filter((path) => readFileSync(join(site, path), "utf8").includes("preview.png"))).toEqual(
      [],
    );
  });
});

describe("a site without an address", () => {
  it("has no pictures and names none", async () => {
    const casebook = mkdtempSync(join(tmpdir(), "demarche-no-url-"));
    scratch.push(casebook);
    cpSync("examples/tip-report", casebook, { recursive: true });
    const config = readFileSync(join(casebook, "casebook.yaml"), "utf8");
    expect(config).toMatch(URL_LINE);
    writeFileSync(join(casebook, "casebook.yaml"), config.replace(URL_LINE, ""));
    const plain = await publish(casebook);
    expect(pathsOf(plain, /preview\.png$/)).toEqual([]);
    for (const page of pathsOf(plain, /\.html$/)) {
      expect(readFileSync(join(plain, page), "utf8")).not.toContain("og:image");
    }
  }, 60_000);
});

/** Returns a picture's pixels, red, green, blue and alpha; resvg reads PNG, too. */
function pixelsOf(svg: string): Buffer {
  return new Resvg(svg, {
    background: "#ffffff",
    font: { fontFiles: [...FONT_FILES], loadSystemFonts: false },
  }).render().pixels;
}

describe("a picture", () => {
  it("shows what a renderer of vectors shows, boxes to the pixel and text nearly so", async () => {
    const [claim] = edition.named;
    const pictures: Picture[] = [drawHomePicture(edition.index)];
    if (claim) pictures.push(drawClaimPicture(edition.index, claim));
    for (const picture of pictures) {
      const boxes = { ...picture, texts: [] };
      expect(differenceOf(await renderPicturePng(boxes), boxes)).toBe(0);
      expect(differenceOf(await renderPicturePng(picture), picture)).toBeLessThan(2);
    }
  });

  it("is as large where its text needs another typeface", async () => {
    const { index } = await readExample(TRANSLATIONS);
    const picture = drawHomePicture(index);
    const text = { ...picture.texts[0], text: "日本" };
    const texts = picture.texts.map((one, i) => (i === 0 ? { ...one, ...text } : one));
    expect(sizeOf(await renderPicturePng({ ...picture, texts }))).toEqual([1200, 630]);
  });
});

/** Returns by how much, on average, a value from 0 to 255 differs between a PNG and the same picture drawn from its SVG. */
function differenceOf(png: Uint8Array, picture: Picture): number {
  const address = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const shown = pixelsOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><image width="1200" height="630" href="${address}"/></svg>`,
  );
  const drawn = pixelsOf(pictureToSvg(picture));
  let sum = 0;
  for (const [i, value] of shown.entries()) sum += Math.abs(value - (drawn[i] ?? 0));
  return sum / shown.length;
}
