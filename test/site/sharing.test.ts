import { Ajv } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import type { Artifact, Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { readExample } from "../support/published-site.ts";
import { readSmallWorld } from "../support/small-world.ts";
import { readWeighed } from "../support/weighed-casebook.ts";

const URL = "https://demarche.example/tip-report/";

/** oEmbed 1.0, sections 2.3.4 and 2.3.4.4: what a response of the rich type must and may hold. */
const OEMBED = {
  type: "object",
  required: ["type", "version", "html", "width", "height"],
  dependentRequired: {
    thumbnail_url: ["thumbnail_width", "thumbnail_height"],
    thumbnail_width: ["thumbnail_url"],
  },
  properties: {
    type: { const: "rich" },
    version: { const: "1.0" },
    title: { type: "string" },
    author_name: { type: "string" },
    author_url: { type: "string", pattern: "^https?://" },
    provider_name: { type: "string" },
    provider_url: { type: "string", pattern: "^https?://" },
    html: { type: "string", pattern: '^<iframe src="https?://[^"]+"[^>]*></iframe>$' },
    width: { type: "integer", minimum: 100 },
    height: { type: "integer", minimum: 100 },
    thumbnail_url: { type: "string", pattern: "^https?://" },
    thumbnail_width: { type: "integer" },
    thumbnail_height: { type: "integer" },
  },
  additionalProperties: false,
};

let site: ReadonlyMap<string, Artifact["body"]>;

function text(path: string): string {
  const body = site.get(path);
  if (typeof body !== "string") throw new Error(`${path} is not published as text`);
  return body;
}

beforeAll(async () => {
  const edition = await readExample();
  site = new Map([...renderSite(edition)].map(({ path, body }) => [path, body]));
});

/** Returns the pages of an edition as if its site had an address. */
function publishAt(edition: Edition, url: string): ReadonlyMap<string, Artifact["body"]> {
  const { casebook } = edition.index;
  const config = { ...casebook.config, url };
  const published = { ...edition, index: { ...edition.index, casebook: { ...casebook, config } } };
  return new Map([...renderSite(published)].map(({ path, body }) => [path, body]));
}

describe("oEmbed", () => {
  test.each([
    ["the example", async () => site, ["case-studies/japan/", "countries/grc/"]],
    ["the world", async () => publishAt(await readSmallWorld(), URL), ["world/", "world/map/2004/"]],
    ["two scores", async () => publishAt(await readWeighed(), URL), ["compare/"]],
  ])(
    "of %s is what the specification asks for, and leads to a page that is there",
    async (_, publish, pages) => {
      const isValid = new Ajv({ strict: false }).compile(OEMBED);
      const site = await publish();
      const text = (path: string): string => String(site.get(path));
      const found = [...site.keys()].filter((path) => path.endsWith("/oembed.json"));
      expect(found).toEqual(expect.arrayContaining(pages.map((page) => `${page}oembed.json`)));
      for (const path of found) {
        const data = JSON.parse(text(path));
        expect(isValid(data), `${path} ${JSON.stringify(isValid.errors)}`).toBe(true);
        const src = /src="([^"]+)"/.exec(data.html)?.[1] ?? "";
        expect(src.startsWith(URL)).toBe(true);
        expect(site.has(`${src.slice(URL.length)}index.html`), src).toBe(true);
        const head = text(path.replace("oembed.json", "index.html"));
        expect(head).toContain(`<link rel="alternate" type="application/json+oembed" href="${URL}${path}"`);
      }
    },
  );

  test("is not there without an address of the site, and neither are frames", async () => {
    const files = [...renderSite(await readSmallWorld())];
    expect(files.filter(({ path }) => /oembed|\/embed\//.test(path))).toEqual([]);
    const country = files.find(({ path }) => path === "countries/jpn/index.html");
    expect(String(country?.body)).not.toMatch(/oembed|<iframe|&lt;iframe/);
  });
});

describe("the small page of a figure", () => {
  test("says what it shows and where it comes from, runs nothing and leads out of the frame", () => {
    const page = text("countries/jpn/embed/timeline/index.html");
    expect(page).toContain(
      "<h1>Japan: TIP Report tiers, anti-TIP policy index, laws and governments, 2000–2014</h1>",
    );
    expect(page).toMatch(/Source: <a href="\.\.\/\.\.\/#timeline">The TIP Report and its readers<\/a>, by /);
    expect(page).toMatch(/Edition of <time datetime="2026-11-22">22 November 2026<\/time>/);
    expect(page).toContain(">CC BY 4.0</a>");
    expect(page).toContain('<base target="_blank">');
    expect(page).not.toMatch(/<script|<nav|style="/);
    expect(page).toContain(`<link rel="canonical" href="${URL}countries/jpn/">`);
  });

  test("is offered as code below the figure, as text that needs no script", () => {
    const japan = text("case-studies/japan/index.html");
    const code = `&lt;iframe src=&quot;${URL}countries/jpn/embed/timeline/&quot;`;
    expect(japan).toContain(code);
    expect(text("countries/jpn/index.html")).toContain(code);
    expect(japan).toMatch(/<summary>Embed Figure 1<\/summary>/);
  });
});

describe("figures that are files", () => {
  test("say where they come from inside of the picture", () => {
    const files = [...site.keys()].filter((path) => /^countries\/[a-z]+\/(timeline|cycle)\.svg$/.test(path));
    expect(files.length).toBeGreaterThan(9);
    for (const path of files) {
      const svg = text(path);
      const [, , bottom = 0, height = 0] = (/viewBox="[-\d.]+ ([-\d.]+) [\d.]+ ([\d.]+)"/.exec(svg) ?? [])
        .map((value, i) => (i === 0 ? 0 : Number(value)))
        .toSpliced(1, 0, 0);
      const lines = [...svg.matchAll(/<text [^>]*y="([\d.]+)"[^>]*font-size="10"[^>]*>([^<]*)<\/text>/g)];
      const said = lines.map(([, , words]) => words).join(" ");
      expect(said, path).toContain(
        `Source: The TIP Report and its readers, Demarche contributors, edition of 22 November 2026. CC BY 4.0. ${URL}${path.replace(/[^/]+$/, "")}`,
      );
      for (const [, y] of lines) expect(Number(y)).toBeLessThan(bottom + height);
    }
  });
});
