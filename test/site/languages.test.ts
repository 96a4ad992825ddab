import { describe, expect, test } from "vitest";
import { wordingOf } from "../../src/publish/words/wording.ts";
import { createTinyEdition, renderCase } from "../support/tiny-edition.ts";

const TEXT = [
  "One[^a] and :claim[two in 2002]{grade}.",
  "::table[Grades]{grades #grades}",
  "See :ref[]{to=grades}.",
  "As the report says [@report-1, p. 4].",
  "[^a]: A note.",
].join("\n\n");

async function renderIn(language: string): Promise<string> {
  const edition = await createTinyEdition({
    japan: `title: Japan\ncountry: JPN\ndate: 2004-06-14\nlang: ${language}\n\n${TEXT}\n`,
  });
  return renderCase(edition, "japan").get("cases/japan/index.html") ?? "";
}

describe("a case's page in Japanese", async () => {
  const page = await renderIn("ja");

  test("says its language and has its furniture in it", () => {
    expect(page).toContain('<html lang="ja">');
    expect(page).toContain('<a class="skip-link" href="#content">本文へ移動</a>');
    expect(page).toContain('<nav aria-label="サイト">');
    expect(page).toContain('<h2 id="notes-heading">注</h2>');
    expect(page).toContain('aria-label="注1の参照箇所へ戻る"');
    expect(page).toContain("引用方法");
    expect(page).toContain(">2004年6月14日</time>");
  });

  test("numbers its tables in it, in captions and in references", () => {
    expect(page).toContain('<span class="exhibit-label">表1：</span> Grades');
    expect(page).toMatch(/<a href="#grades" class="cross-reference">表1<\/a>/);
    expect(page).toContain('aria-label="表1をCSV形式でダウンロード"');
  });

  test("marks the casebook's own title as what it is in", () => {
    expect(page).toMatch(/<a class="site-title"[^>]* lang="en">Tiny &amp; small<\/a>/);
    expect(page).toContain('<span lang="en">Tiny &amp; small</span>（Ada Example）。');
  });

  test("marks citations as English, which they are in every language", () => {
    expect(page).toContain('<p><span lang="en"><em>The report</em>, 2001, 4.</span> ');
  });
});

test("a page in a language that Demarche has no words of says where it is English", async () => {
  const page = await renderIn("de");
  expect(page).toContain('<h2 id="notes-heading"><span lang="en">Notes</span></h2>');
  expect(page).toContain(">14. Juni 2004</time>");
});

test("a page in Arabic runs from right to left, its English words from left to right", async () => {
  const page = await renderIn("ar");
  expect(wordingOf("ar").list(["tiers", "laws"])).toBe("tiers and laws");
  expect(wordingOf("fr").list(["niveaux", "lois"])).toBe("niveaux et lois");
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toContain('<h2 id="notes-heading"><span lang="en" dir="ltr">Notes</span></h2>');
});

test("an English page has no marks of language", async () => {
  const page = await renderIn("en");
  expect(page.match(/ lang="/g)).toHaveLength(1);
  expect(page).not.toContain(" dir=");
});
