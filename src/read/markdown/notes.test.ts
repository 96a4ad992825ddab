import { describe, expect, it } from "vitest";
import { createSource } from "../../base/source.ts";
import type { Document, NoteReference } from "../document.ts";
import { plainText, walk } from "../document.ts";
import { readMarkdown } from "../markdown.ts";

function read(text: string): Document {
  return readMarkdown(createSource("page.md", text), { start: 0 });
}

function references(doc: Document): NoteReference[] {
  const nodes = [...walk([...doc.blocks, ...doc.notes.flatMap((note) => note.blocks)])];
  return nodes.filter((node) => node.type === "note-reference");
}

describe("notes", () => {
  it("are numbered by first reference; those first met in notes come after", () => {
    const doc = read("[^c]: see [^n]\n[^n]: inner\n\nx[^b] y[^c] z[^b]\n\n[^b]: b\n");
    expect(doc.notes.map(({ label, number, references: count }) => [label, number, count])).toEqual([
      ["b", 1, 2],
      ["c", 2, 1],
      ["n", 3, 1],
    ]);
    expect(references(doc).map(({ label, number, occurrence }) => [label, number, occurrence])).toEqual([
      ["b", 1, 1],
      ["c", 2, 1],
      ["b", 1, 2],
      ["n", 3, 1],
    ]);
  });

  it("may go on over lazy and indented lines, paragraphs, lists and code", () => {
    const text = "a[^1]\n\n[^1]: one\nlazy *x*\n    more\n\n    two\n\n    - list\n\n        code\n\nafter";
    const doc = read(text);
    const [note] = doc.notes;
    expect(note?.blocks.map((block) => block.type)).toEqual(["paragraph", "paragraph", "list"]);
    expect(plainText(note?.blocks ?? []).startsWith("one\nlazy x\nmore")).toBe(true);
    expect(text.slice(note?.span.start, note?.span.end)).toMatch(/^\[\^1\]: one.*code$/s);
    expect(doc.blocks.map((block) => plainText([block]))).toEqual(["a", "after"]);
  });

  it("are referred to in headings, tables, emphasis and links", () => {
    const doc = read("# a[^1]\n\n|b[^1]|\n|-|\n|*c[^1]*|\n\n[d [^1]](/e)\n\n[^1]: x");
    expect(references(doc).map(({ occurrence }) => occurrence)).toEqual([1, 2, 3, 4]);
    expect(doc.blocks.at(-1)).toMatchObject({ children: [{ type: "link" }] });
  });

  it("without a reference come last and are reported", () => {
    const doc = read("a[^1]\n\n[^2]: two [^3]\n\n[^3]: three\n\n[^1]: one");
    expect(doc.notes.map(({ label, number }) => [label, number])).toEqual([
      ["1", 1],
      ["3", 2],
      ["2", undefined],
    ]);
    expect(doc.problems).toMatchObject([{ kind: "note-unused", subject: "2" }]);
  });

  it("that are defined twice keep both texts", () => {
    const text = "a[^1]\n\n[^1]: one\n\n[^1]: two";
    const doc = read(text);
    expect(doc.notes.map((note) => plainText(note.blocks))).toEqual(["onetwo"]);
    const [problem] = doc.problems;
    expect(problem).toMatchObject({ kind: "note-duplicate", subject: "1" });
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe("[^1]: two");
  });

  it("that are not defined stay text and are reported where they stand", () => {
    const text = "> a\n> *b[^no] c*";
    const doc = read(text);
    expect(plainText(doc.blocks)).toBe("a\nb[^no] c");
    expect(doc.problems).toMatchObject([{ kind: "note-undefined", subject: "no" }]);
    expect(text.slice(doc.problems[0]?.span.start, doc.problems[0]?.span.end)).toBe("[^no]");
  });

  it("may be written where they are referred to", () => {
    const text = 'a^["b" *c*] d^[e ^[f]]\n\n[^inline-1]: taken';
    const doc = read(text);
    expect(doc.notes.map(({ label, number }) => [label, number])).toEqual([
      ["inline-2", 1],
      ["inline-4", 2],
      ["inline-3", 3],
      ["inline-1", undefined],
    ]);
    expect(plainText(doc.notes[0]?.blocks ?? [])).toBe("“b” c");
    expect(text.slice(doc.notes[0]?.span.start, doc.notes[0]?.span.end)).toBe('^["b" *c*]');
  });
});
