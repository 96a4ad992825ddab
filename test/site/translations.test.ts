import { expect, test } from "vitest";
import { originalsOf, versionsOf } from "../../src/compute/translations.ts";
import { planPrints } from "../../src/publish/print/plan-prints.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { readExample, TRANSLATIONS } from "../support/published-site.ts";

const edition = await readExample(TRANSLATIONS);
const { casebook } = edition.index;
const pages = new Map<string, string>();
for (const { path, body } of renderSite(edition)) if (typeof body === "string") pages.set(path, body);

const GREECE = "case-studies/greece/";
const pageAt = (address: string): string => pages.get(`${address}index.html`) ?? "";

test("a translation has an address of its own, below the original's where its header names none", () => {
  expect(casebook.cases.map(({ id, slug, language }) => [id, slug.value, language])).toEqual([
    ["greece.ar", "case-studies/greece/ar", "ar"],
    ["greece.fr", "etudes/grece", "fr"],
    ["greece.ja", "case-studies/greece/ja", "ja"],
    ["greece", "case-studies/greece", "en"],
  ]);
});

test("what a translation's header leaves out is as in the original", () => {
  const [original] = originalsOf(casebook);
  for (const one of casebook.cases) {
    expect(one.country).toBe("GRC");
    expect(one.date).toEqual(original?.date);
    expect(one.authors).toEqual(original?.authors);
  }
});

test("every version leads to every other, named in its own language", () => {
  expect(pageAt(GREECE)).toContain('<nav class="languages" aria-label="Languages">');
  expect(pageAt(GREECE)).toContain('<li><span aria-current="page">English</span></li>');
  expect(pageAt(GREECE)).toContain('<a href="ja/" hreflang="ja" lang="ja" dir="ltr">日本語</a>');
  expect(pageAt(`${GREECE}ja/`)).toContain('<a href="../ar/" hreflang="ar" lang="ar" dir="rtl">العربية</a>');
  expect(pageAt("etudes/grece/")).toContain(
    '<a href="../../case-studies/greece/" hreflang="en" lang="en" dir="ltr">English</a>',
  );
});

test("every version names the same alternates, and the original for everybody else", () => {
  const url = casebook.config.url ?? "";
  const expected = [
    ["ar", `${url}case-studies/greece/ar/`],
    ["en", `${url}case-studies/greece/`],
    ["fr", `${url}etudes/grece/`],
    ["ja", `${url}case-studies/greece/ja/`],
    ["x-default", `${url}case-studies/greece/`],
  ];
  for (const one of casebook.cases) {
    const links = [
      ...pageAt(`${one.slug.value}/`).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g),
    ].map(([, language, href]) => [language, href]);
    expect(links.sort()).toEqual(expected);
  }
  const entry = /<url><loc>[^<]*greece\/<\/loc>.*<\/url>/.exec(pages.get("sitemap.xml") ?? "")?.[0] ?? "";
  expect([...entry.matchAll(/hreflang="([^"]+)"/g)].map((match) => match[1]).sort()).toEqual([
    "ar",
    "en",
    "fr",
    "ja",
  ]);
});

test("the casebook counts, lists and announces a case once", () => {
  expect(originalsOf(casebook).map((one) => one.id)).toEqual(["greece"]);
  expect(pageAt("")).toContain("1 case ·");
  expect(pageAt("").match(/<h3>/g)).toHaveLength(1);
  expect(pages.get("feed.xml")?.match(/<entry>/g)).toHaveLength(1);
  expect(pageAt("countries/grc/")).toContain(
    '<a href="../../case-studies/greece/">Greece</a> <span class="versions">(',
  );
  expect(edition.uses.get("report")?.notes).toHaveLength(1);
});

test("statements, figures and tables of a translation are those of the original", () => {
  const verdictsOf = (id: string) =>
    [...edition.claims.values()].filter((claim) => claim.caseId === id).map(({ verdict }) => verdict);
  for (const one of casebook.cases) expect(verdictsOf(one.id)).toEqual(["holds", "holds", "holds"]);
  const japanese = pageAt(`${GREECE}ja/`);
  expect(japanese).toContain('id="timeline"');
  expect(japanese).toContain("記述3件を記録と照合しました：一致3件。");
  expect(pages.has(`${GREECE}ja/timeline.csv`)).toBe(true);
});

test("a print is made of each version, the book of the originals", () => {
  const jobs = [...planPrints(edition, () => undefined, "ua-1")];
  expect(jobs.map(({ path }) => path).sort()).toEqual(
    [
      `${GREECE}ar/greece.ar.pdf`,
      "etudes/grece/greece.fr.pdf",
      `${GREECE}ja/greece.ja.pdf`,
      `${GREECE}greece.pdf`,
      "countries/grc/brief.pdf",
      "countries/grc/road.pdf",
      "poster/tier-grid-poster.pdf",
      "book.pdf",
    ].sort(),
  );
  const titles = jobs.find(({ path }) => path === "book.pdf")?.job.data;
  expect(titles).toContain("Three years at the bottom");
  expect(titles).not.toContain("Trois ans");
});

test("a case without translations is its only version", () => {
  const [one] = originalsOf(casebook);
  if (!one) throw new Error("no case");
  expect(versionsOf({ ...casebook, cases: [one] }, one)).toEqual([one]);
});
