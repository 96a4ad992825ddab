import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { hashTree } from "../support/hash-tree.ts";
import { publishExample, readExample, TRANSLATIONS } from "../support/published-site.ts";
import { createThemedCasebook } from "../support/themed-casebook.ts";

function bodyOf(edition: Edition, path: string): string {
  for (const artifact of renderSite(edition)) {
    if (artifact.path === path) return String(artifact.body);
  }
  throw new Error(`${path} is not published`);
}

describe("a themed casebook", () => {
  test("gives the same bytes twice", async () => {
    const casebook = createThemedCasebook("institute");
    const [first, second] = [await publishExample(casebook), await publishExample(casebook)];
    expect(hashTree(second)).toEqual(hashTree(first));
  });

  test("has its colours in figures that are files of their own, in both schemes", async () => {
    const folder = await publishExample(createThemedCasebook("signal"));
    const svg = readFileSync(join(folder, "countries/jpn/timeline.svg"), "utf8");
    expect(svg).toContain("--fig-ink:#04211a;");
    expect(svg).toContain("--fig-paper:#000000;");
    expect(svg).toContain("--fig-tier-0:#00543c;");
    expect(svg).not.toContain("#0a6cae");
  });

  test("brings its typefaces, which pages load first, and no others that they do not need", async () => {
    const tokens =
      "type: {text: [Example Serif, serif], size: 110}\nfonts:\n  - {family: Example Serif, file: assets/fonts/example.woff2}\n";
    const files = { "theme/tokens.yaml": tokens, "assets/fonts/example.woff2": "" };
    const edition = await readExample(createThemedCasebook(undefined, files));
    expect(edition.findings.filter(({ code }) => code.startsWith("theme/"))).toEqual([]);
    const css = bodyOf(edition, "assets/demarche/site.css");
    expect(css).toContain(
      '@font-face{font-family:"Example Serif";font-weight:400;font-style:normal;font-display:optional;src:url("../fonts/example.woff2") format("woff2")}',
    );
    expect(css).toContain(':root{--serif:"Example Serif",serif;}');
    expect(css).toContain("@media screen{html{font-size:110%}}");
    const loads = [
      ...bodyOf(edition, "countries/index.html").matchAll(/<link rel="preload" href="([^"]+)"/g),
    ];
    expect(loads.map(([, href]) => href)).toEqual([
      "../assets/demarche/SourceSans3-Regular.woff2",
      "../assets/fonts/example.woff2",
    ]);
  });
});

describe("a partial", () => {
  test("says in which language it is on pages in another", async () => {
    const edition = await readExample(TRANSLATIONS);
    const { casebook } = edition.index;
    const header = (await readExample(createThemedCasebook("institute"))).index.casebook.theme?.header;
    if (!header) throw new Error("the theme has no header");
    const theme = {
      colours: { light: new Map(), dark: new Map() },
      type: {},
      spacing: {},
      fonts: [],
      header,
    };
    const themed = { ...edition, index: { ...edition.index, casebook: { ...casebook, theme } } };
    const arabic = casebook.cases.find(({ language }) => language === "ar");
    const page = bodyOf(themed, `${arabic?.slug.value}/index.html`);
    expect(page).toMatch(/<div class="theme-line theme-row" lang="en" dir="ltr">/);
    expect(page).toMatch(/<div class="theme-part" lang="ar" dir="rtl"><nav aria-label=/);
    expect(bodyOf(themed, "countries/index.html")).not.toContain("theme-part");
  });

  test("keeps text as text", async () => {
    const files = {
      "theme/footer.html": "<p>R&amp;D &lt;b&gt; {{edition}} {{licence}}</p>\n<p>a < b & c</p>\n{{keys}}",
    };
    const edition = await readExample(createThemedCasebook(undefined, files));
    const page = bodyOf(edition, "methods/index.html");
    expect(page).toContain("<p>R&amp;D &lt;b&gt; ");
    expect(page).toContain("<p>a &lt; b &amp; c</p>");
  });
});
