import { expect, test } from "vitest";
import { collectSearchGroups } from "../../src/publish/search/records.ts";
import { createTinyEdition } from "../support/tiny-edition.ts";

test("a case is found by its text as the page has it, references to figures and tables with their numbers", async () => {
  const text =
    "::table[Grades]{grades #grades}\n\n- See :ref[]{to=grades}.\n\nOr :ref[the grades]{to=grades}.";
  const edition = await createTinyEdition({
    japan: `title: Japan\ncountry: JPN\n\n${text}\n`,
    nippon: `title: 日本\ncountry: JPN\nlang: ja\n\n${text}\n`,
  });
  const cases = collectSearchGroups(edition).find(({ id }) => id === "cases")?.records ?? [];
  const texts = new Map(cases.map(([title, , , words]) => [title, words]));
  expect(texts.get("Japan")).toContain("See Table 1. Or the grades.");
  expect(texts.get("日本")).toContain("See 表1. Or the grades.");
});
