import { describe, expect, it } from "vitest";
import { createSource } from "../../base/source.ts";
import { plainText } from "../document.ts";
import { readMarkdown } from "../markdown.ts";

const NAMES = new Map([
  ["kelley-2017", "Kelley"],
  ["07TOKYO1028", "US Embassy Tokyo"],
  ["09TOKYO1185_a", "US Embassy Tokyo"],
]);

function read(text: string) {
  return readMarkdown(createSource("page.md", text), { start: 0, citationNames: NAMES });
}

describe("citations", () => {
  it("become notes that cite sources", () => {
    const doc = read("A fact [see @kelley-2017, p. 13; @07TOKYO1028; -@09TOKYO1185\\_a].");
    expect(plainText(doc.blocks)).toBe("A fact.");
    expect(doc.notes.map(({ citation, number }) => ({ citation, number }))).toEqual([
      {
        number: 1,
        citation: [
          { key: "kelley-2017", prefix: "see", locator: "p. 13", omitsAuthor: false },
          { key: "07TOKYO1028", omitsAuthor: false },
          { key: "09TOKYO1185_a", omitsAuthor: true },
        ],
      },
    ]);
    expect(doc.problems).toEqual([]);
  });

  it("share one sequence with notes by hand, in the order of first reference", () => {
    const doc = read("A [@kelley-2017] b[^x] c^[inline] d [@07TOKYO1028].\n\n[^x]: By hand.");
    expect(doc.notes.map(({ number, citation, label }) => [number, citation?.[0]?.key ?? label])).toEqual([
      [1, "kelley-2017"],
      [2, "x"],
      [3, "inline-2"],
      [4, "07TOKYO1028"],
    ]);
  });

  it("in running text name the author", () => {
    const doc = read("As @kelley-2017 [p. 4] says, and @07TOKYO1028.");
    expect(plainText(doc.blocks)).toBe("As Kelley says, and US Embassy Tokyo.");
    expect(doc.notes.map(({ citation }) => citation)).toEqual([
      [{ key: "kelley-2017", locator: "p. 4", omitsAuthor: true }],
      [{ key: "07TOKYO1028", omitsAuthor: true }],
    ]);
  });

  it.each([
    "Write to a@kelley-2017.example or @nobody.",
    "[a friend @home] and [x; y@z]",
    "[@kelley-2017](http://a.example)",
    "`[@kelley-2017]` and \\@kelley-2017",
    "@ alone, a @, @@kelley-2017",
  ])("leave what is none: %s", (text) => {
    const doc = read(text);
    expect(doc.notes).toEqual([]);
    expect(doc.problems).toEqual([]);
    const without = readMarkdown(createSource("page.md", text), { start: 0 });
    expect(plainText(doc.blocks)).toBe(plainText(without.blocks));
  });

  it("of unknown sources stay text and are reported at their place", () => {
    const doc = read("A [@keley-2017].");
    expect(plainText(doc.blocks)).toBe("A [@keley-2017].");
    expect(doc.problems).toEqual([
      { kind: "citation-unknown", subject: "keley-2017", span: { start: 2, end: 15 } },
    ]);
  });
});
