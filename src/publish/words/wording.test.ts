import { expect, test } from "vitest";
import { parseDate } from "../../base/edtf.ts";
import { createMissing } from "../../base/missing.ts";
import { html } from "../site/html.ts";
import { directionOf, wordingOf } from "./wording.ts";

const dateIn = (language: string, text: string): string => {
  const date = parseDate(text);
  return date ? wordingOf(language).date(date) : "no date";
};

test.each([
  ["en", "22 November 2026", "June 2004", "2004", "about 2004"],
  ["en-US", "22 November 2026", "June 2004", "2004", "about 2004"],
  ["fr", "22 novembre 2026", "juin 2004", "2004", "vers 2004"],
  ["es-MX", "22 de noviembre de 2026", "junio de 2004", "2004", "hacia 2004"],
  ["ja", "2026年11月22日", "2004年6月", "2004年", "2004年頃"],
  ["de", "22. November 2026", "Juni 2004", "2004", "about 2004"],
])("dates in %s are worded as precisely as they were written", (language, day, month, year, uncertain) => {
  expect(dateIn(language, "2026-11-22")).toBe(day);
  expect(dateIn(language, "2004-06")).toBe(month);
  expect(dateIn(language, "2004")).toBe(year);
  expect(dateIn(language, "2004~")).toBe(uncertain);
});

test("an interval has both its ends, each with its own precision", () => {
  expect(dateIn("fr", "2004-06/2005")).toBe("juin 2004–2005");
});

test("dates are Gregorian in Western digits where a language has its own", () => {
  for (const language of ["ar", "ar-EG", "fa", "th", "he", "ur"]) {
    expect(dateIn(language, "2004-06-14")).toMatch(/(?<!\d)14(?!\d)/);
    expect(dateIn(language, "2004-06-14")).toContain("2004");
  }
});

test("words that a language lacks are English and say so", () => {
  expect(wordingOf("fr").say("notes").text).toBe("Notes");
  expect(wordingOf("de").say("notes").text).toBe('<span lang="en">Notes</span>');
  expect(wordingOf("ar").say("notes").text).toBe('<span lang="en" dir="ltr">Notes</span>');
  expect(wordingOf("en-GB").say("notes").text).toBe("Notes");
  expect(wordingOf("not a tag!").say("notes").text).toBe('<span lang="en">Notes</span>');
});

test("what is put into a sentence is escaped once", () => {
  expect(wordingOf("ja").say("exhibitOfCase", "図1", "A & B").text).toBe("「A &amp; B」の図1");
  expect(wordingOf("fr").say("editionOf", html`<time>2026</time>`).text).toBe(
    "Édition du <time>2026</time>.",
  );
});

test("counts take the plural of their language", () => {
  const one = { all: 1, holds: 0, fails: 1, notInRecord: 0 };
  const many = { all: 12, holds: 9, fails: 1, notInRecord: 2 };
  expect(wordingOf("fr").words.checkedSummary(one)).toBe(
    "1 affirmation de cette page a été confrontée aux données\u00a0: 1 est contredite.",
  );
  expect(wordingOf("fr").words.checkedSummary(many)).toBe(
    "12 affirmations de cette page ont été confrontées aux données\u00a0: 9 sont exactes, 1 est contredite, 2 n’y figurent pas.",
  );
  expect(wordingOf("es").words.checkedSummary(many)).toContain(
    "9 concuerdan, 1 los contradice, 2 no figuran",
  );
  expect(wordingOf("ja").words.checkedSummary(many)).toContain("一致9件、不一致1件、記録なし2件");
  expect(wordingOf("en").words.checkedSummary(one)).toBe(
    "One statement of this page was held against the record: 1 contradicts it.",
  );
});

test("words for a fixed set of things are found by their name, and say where they are English", () => {
  expect(wordingOf("ja").sayOf("stages", "concern").text).toBe("懸念");
  expect(wordingOf("de").sayOf("stages", "concern").text).toBe('<span lang="en">Concern</span>');
  expect(wordingOf("es").missing(createMissing("not-coded")).text).toBe("sin codificar");
  expect(wordingOf("es").missing(createMissing("not-coded", "No vote was held.")).text).toBe(
    '<span lang="en">No vote was held.</span>',
  );
});

test("numbers and counts are grouped as their language does, in Western digits", () => {
  expect(wordingOf("en").number(12345.678)).toBe("12,345.68");
  expect(wordingOf("fr").number(12345.678)).toBe("12\u202f345,68");
  expect(wordingOf("es").number(12345.678)).toBe("12.345,68");
  expect(wordingOf("ar-EG").number(12)).toBe("12");
  expect(wordingOf("fr").words.entriesShown(1200)).toBe("{n} sur 1\u202f200 faits");
  expect([0, 1, 2].map((n) => wordingOf("fr").words.sourceCount(n))).toEqual([
    "0 source",
    "1 source",
    "2 sources",
  ]);
});

test("regions of the world are named in the page's language", () => {
  expect(wordingOf("en").region("150", "Europe")).toBe("Europe");
  expect(wordingOf("fr").region("142", "Asia")).toBe("Asie");
  expect(wordingOf("fr").region("998", "Nowhere")).toBe("Nowhere");
});

test("the direction is that of the language, or of the script in its tag", () => {
  for (const tag of ["ar", "he", "fa-IR", "ur", "pa-Arab", "AR"]) expect(directionOf(tag)).toBe("rtl");
  for (const tag of ["en", "ja", "ur-Latn", "az-Cyrl", ""]) expect(directionOf(tag)).toBe("ltr");
});

test("another language's text on a page says its language, and its direction where that differs", () => {
  expect(wordingOf("en").markOf("en-GB")).toBeUndefined();
  expect(wordingOf("en").markOf("ja")?.text).toBe(' lang="ja"');
  expect(wordingOf("he").markOf("ja")?.text).toBe(' lang="ja" dir="ltr"');
});
