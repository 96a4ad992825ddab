import { describe, expect, it } from "vitest";
import { createSource } from "../../base/source.ts";
import type { Block, Document } from "../document.ts";
import { plainText, walk } from "../document.ts";
import { readMarkdown } from "../markdown.ts";

const IMAGE = "![alt](/a.png)";
const TABLE = "|a|b|\n|-|-|\n|1|2|";

function read(text: string): Document {
  return readMarkdown(createSource("page.md", text), { start: 0 });
}

function captionOf(block: Block | undefined): [string | undefined, string] | undefined {
  if (block?.type !== "figure" && block?.type !== "table") return undefined;
  return block.caption && [block.caption.typedNumber, plainText(block.caption.children)];
}

describe("figures and captions", () => {
  it("makes a figure of an image alone in its paragraph", () => {
    expect(read(`${IMAGE}\n`).blocks).toMatchObject([{ type: "figure", image: { alt: "alt" } }]);
    expect(read(`${IMAGE} x`).blocks).toMatchObject([{ type: "paragraph" }]);
  });

  it.each([
    ["*Figure 8: Japan's [x](y), 2000--2014*", "8", "Japan’s x, 2000–2014"],
    ["*Figure A.1. Text*", "A.1", "Text"],
    ["**Figure 3b:** Text *too*", "3b", "Text too"],
    ["*Figure 8*: Text", "8", "Text"],
    ["_Figure 8: Text_{#fig:x}", "8", "Text"],
    ['<div class="well"><p><em>Figure 8</em>: Text</p></div>', "8", "Text"],
    ['<div class="a well">\n\nFigure 8: Text\n\n</div>', "8", "Text"],
  ])("reads %j below or above a figure", (caption, number, text) => {
    for (const source of [`${IMAGE}\n\n${caption}\n\nx`, `${caption}\n\n${IMAGE}\n\nx`]) {
      const { blocks } = read(source);
      expect(blocks.map((block) => block.type)).toEqual(["figure", "paragraph"]);
      expect(captionOf(blocks[0])).toEqual([number, text]);
    }
  });

  it.each([
    [": Text {#tbl:key}", undefined, "Text"],
    ["Table: Text *too*", undefined, "Text too"],
    ["*Table 8: Text*", "8", "Text"],
  ])("reads %j below or above a table", (caption, number, text) => {
    for (const source of [`${TABLE}\n\n${caption}`, `${TABLE}\n${caption}`, `${caption}\n\n${TABLE}`]) {
      if (caption.startsWith("*") && !source.includes("\n\n")) continue;
      const { blocks } = read(source);
      expect(blocks.map((block) => block.type)).toEqual(["table"]);
      expect(captionOf(blocks[0])).toEqual([number, text]);
      if (caption.includes("#")) expect(blocks[0]).toMatchObject({ attributes: { id: "tbl:key" } });
    }
  });

  it("prefers the caption below, and matches figures with figures", () => {
    const { blocks } = read(
      `*Figure 1: a*\n\n${IMAGE}\n\n*Figure 2: b*\n\n*Table 3: c*\n\n${IMAGE}\n\n*Table 4: d*`,
    );
    expect(blocks.map((block) => captionOf(block)?.[0] ?? block.type)).toEqual([
      "paragraph",
      "2",
      "paragraph",
      "figure",
      "paragraph",
    ]);
  });

  it("leaves captions with nothing to stand at, and prose, alone", () => {
    for (const text of ["*Figure 8: a*", ": b", "*Figure 8* shows c"]) {
      expect(plainText(read(`${text}\n\nx`).blocks)).toContain(text.replaceAll("*", ""));
    }
    const { blocks } = read(`${IMAGE}\n\nFigure 8: prose\n\n*Figures 8 and 9 show it*`);
    expect(blocks.map((block) => block.type)).toEqual(["figure", "paragraph", "paragraph"]);
  });

  it("keeps notes and knows where a caption's words were written", () => {
    const text = `> ${IMAGE}\n>\n> *Figure 8: The "words"[^1]*[^1]\n\n[^1]: n`;
    const doc = read(text);
    const [figure] = [...walk(doc.blocks)].filter((node) => node.type === "figure");
    const [words] = figure?.caption?.children ?? [];
    expect(text.slice(words?.start, words?.end)).toBe('The "words"');
    expect(figure?.caption?.children.map((node) => node.type)).toEqual([
      "text",
      "note-reference",
      "note-reference",
    ]);
    expect(doc.notes[0]?.references).toBe(2);
  });
});
