import { expect, test } from "vitest";
import { createTinyEdition } from "../../test/support/tiny-edition.ts";
import { paragraphAnchors } from "./paragraph-anchors.ts";

async function idsOf(text: string): Promise<string[]> {
  const { index } = await createTinyEdition({ japan: `title: Japan\n\n${text}` });
  const [one] = index.casebook.cases;
  if (!one) throw new Error("no case");
  return [...paragraphAnchors(one).values()].map(({ id }) => id);
}

const FIRST = "Japan entered the report with its first edition and was graded *Tier 2* each time.";
const SECOND = "Officials had hoped for more.";

test("an anchor outlives changes elsewhere, and of a paragraph's later words and marks", async () => {
  const [first, second] = await idsOf(`${FIRST}\n\n${SECOND}\n`);
  expect(first).toMatch(/^p-[0-9a-z]{7}$/);
  expect(second).not.toBe(first);
  expect(await idsOf(`New.\n\n${SECOND}\n\n## Heading\n\n${FIRST} More words.\n`)).toEqual([
    expect.anything(),
    second,
    first,
  ]);
  expect(await idsOf(`japan, entered the *report* with its first edition and was graded Tier 3.\n`)).toEqual([
    first,
  ]);
  expect(await idsOf(`South ${FIRST}\n`)).not.toContain(first);
});

test("paragraphs that begin alike are told apart, and an author's id is kept", async () => {
  const [one, two] = await idsOf("Same.\n\n> Same.\n");
  expect(two).toBe(`${one}-2`);
  expect(await idsOf("Words. {#mine}\n\n- a list\n\nSame.\n")).toEqual(["mine", one]);
});

test("text without a letter, and in any script, has an anchor too", async () => {
  const ids = await idsOf("…\n\n日本は。\n\nاليابان\n");
  expect(new Set(ids).size).toBe(3);
});
