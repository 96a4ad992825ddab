import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createSource } from "../base/source.ts";
import type { Block, Document, Inline, Node } from "./document.ts";
import { plainText, walk } from "./document.ts";
import { readMarkdown } from "./markdown.ts";

function read(text: string, start = 0): Document {
  return readMarkdown(createSource("page.md", text), { start });
}

/** A tree in one line: `p(a em(b))`. */
function outline(nodes: readonly (Block | Inline)[]): string {
  return nodes.map(outlineNode).join(" ");
}

function outlineNode(node: Block | Inline): string {
  if (node.type === "text") return JSON.stringify(node.value);
  if (node.type === "code" || node.type === "code-block")
    return `${node.type}(${JSON.stringify(node.value)})`;
  if (node.type === "list") {
    return `list(${node.items.map((item) => `item(${outline(item.children)})`).join(" ")})`;
  }
  if (node.type === "link") return `link<${node.href}>(${outline(node.children)})`;
  if ("children" in node) return `${node.type}(${outline(node.children)})`;
  return node.type;
}

function inline(text: string): string {
  const [block, ...others] = read(text).blocks;
  expect(others).toEqual([]);
  expect(block?.type).toBe("paragraph");
  return block?.type === "paragraph" ? outline(block.children) : "";
}

function slices(doc: Document, type: Node["type"]): string[] {
  return [...walk([...doc.blocks, ...doc.notes.flatMap((note) => note.blocks)])]
    .filter((node) => node.type === type)
    .map((node) => doc.source.text.slice(node.start, node.end));
}

describe("inline Markdown", () => {
  it("reads emphasis, code, breaks, links and images", () => {
    expect(inline("a *b **c*** `d`  \ne\nf")).toBe(
      '"a " emphasis("b " strong("c")) " " code("d") line-break "e\\nf"',
    );
    expect(inline('[a *b*](/x "t") ![c](d)')).toBe('link</x>("a " emphasis("b")) " " image');
    expect(inline("~~a~~ b^2^ H~2~O ^\\*^ ~~~a~~")).toContain('strikethrough("a") " b" superscript("2")');
    expect(inline("2^10 and 3^4")).toBe('"2^10 and 3^4"');
    expect(inline("&amp; &copy; \\* (c) (C) (tm) +-")).toBe('"& © * (c) (C) (tm) +-"');
  });

  it("honours escapes in autolinks, in the address and in what is shown", () => {
    expect(inline("<http://a.org/x\\_y/\\#z>")).toBe('link<http://a.org/x_y/#z>("http://a.org/x_y/#z")');
    expect(inline("<a@b.org>")).toBe('link<mailto:a@b.org>("a@b.org")');
  });

  it("links bare addresses, but neither e-mail addresses nor domains", () => {
    expect(inline("see http://a.org/x_y_z--w, (https://b.org/(c)) and www.d.org.")).toBe(
      '"see " link<http://a.org/x_y_z--w>("http://a.org/x_y_z--w") ", (" ' +
        'link<https://b.org/(c)>("https://b.org/(c)") ") and " link<http://www.d.org>("www.d.org") "."',
    );
    expect(inline("a@b.org, HumanTrafficking.org, awww.x, http:// and doi:10.1080/x")).toBe(
      '"a@b.org, HumanTrafficking.org, awww.x, http:// and doi:10.1080/x"',
    );
    expect(inline("[http://a.org](/b)")).toBe('link</b>("http://a.org")');
  });

  it("keeps invisible characters in text and takes them out of addresses", () => {
    expect(inline("a\u2028b\u00adc\u202c <http://a.org/\u00adx\u2028>")).toBe(
      '"a\u2028b\u00adc\u202c " link<http://a.org/x>("http://a.org/\u00adx\u2028")',
    );
    expect(inline("[a](/b\u202cc)")).toBe('link</bc>("a")');
  });

  it("drops addresses that run scripts, and keeps the words", () => {
    for (const url of [
      "javascript:x",
      "JaVa&#x53;cript:x",
      "vbscript:x",
      "data:text/html,x",
      "java&#10;script:x",
    ]) {
      const doc = read(`[a](${url}) <${url}>`);
      expect(plainText(doc.blocks)).toContain("a ");
      expect([...walk(doc.blocks)].some((node) => node.type === "link")).toBe(false);
      expect(doc.problems[0]).toMatchObject({
        kind: "address-dropped",
        subject: expect.stringMatching(/^(java\s*script:x|vbscript:x|data:text)/i),
      });
    }
    expect(inline("![a b](javascript:x)")).toBe('"a b"');
  });

  it("finds emphasis, strong and strikethrough where they were written", () => {
    const doc = read("> a ***b** c* ~~~d~~\n> *e\n> f*\n\n- **g**");
    expect(slices(doc, "strong")).toEqual(["**b**", "**g**"]);
    expect(slices(doc, "emphasis")).toEqual(["***b** c*", "*e\n> f*"]);
    expect(slices(doc, "strikethrough")).toEqual(["~~d~~"]);
  });
});

describe("blocks", () => {
  it("reads headings with ids, as Python-Markdown makes them", () => {
    const doc = read("# Été d’Or — now\n\n## B {#b .c}\n\n## B\n\n## B\n\nA\n===\n\n# a_1\n\n# a\n\n# ?");
    const ids = doc.blocks.map((block) => (block.type === "heading" ? block.id : ""));
    expect(ids).toEqual(["ete-dor-now", "b", "b_1", "b_2", "a", "a_1", "a_2", "_1"]);
    expect(doc.blocks[1]).toMatchObject({ level: 2, attributes: { id: "b", classes: ["c"] } });
    expect(slices(doc, "heading")[1]).toBe("## B {#b .c}");
  });

  it("does not break a paragraph at a line that looks like a list's", () => {
    expect(inline("from\n- 2008 to\n2014. and\n1. on")).toBe('"from\\n- 2008 to\\n2014. and\\n1. on"');
    expect(outline(read("- a\n  - b\n    1. c\n- d").blocks)).toBe(
      'list(item(paragraph("a") list(item(paragraph("b") list(item(paragraph("c")))))) item(paragraph("d")))',
    );
  });

  it("knows tight lists, first numbers and where items were written", () => {
    const doc = read("3. a\n4. b\n\nx\n\n* c\n\n* d\n  e");
    expect(doc.blocks[0]).toMatchObject({ isOrdered: true, first: 3, isTight: true });
    expect(doc.blocks[2]).toMatchObject({ isOrdered: false, isTight: false });
    expect(slices(doc, "list-item")).toEqual(["3. a", "4. b", "* c", "* d\n  e"]);
  });

  it("reads tables with and without outer pipes, and escaped pipes", () => {
    const doc = read("> A | *B*\n> :-- | --:\n> x\\|*y* | z | extra\n> w\n\n| a |\n|:-:|\n| b |");
    const [quote, second] = doc.blocks;
    const first = quote?.type === "quote" ? quote.children[0] : undefined;
    expect(first).toMatchObject({ type: "table", align: ["left", "right"] });
    expect(second).toMatchObject({ type: "table", align: ["center"] });
    expect(slices(doc, "table-cell")).toEqual(["A", "*B*", "x\\|*y*", "z", "extra", "w", "", "a", "b"]);
    expect(slices(doc, "emphasis")).toEqual(["*B*", "*y*"]);
    expect(plainText(doc.blocks)).toContain("x|y");
  });

  it("reads code, rules, quotes and the table of contents", () => {
    const doc = read('> ```js x\n> a "b" --\n> ```\n\n---\n\n[TOC]\n\n    c');
    expect(outline(doc.blocks)).toBe('quote(code-block("a \\"b\\" --\\n")) rule contents code-block("c\\n")');
    expect(slices(doc, "code-block")).toEqual(['```js x\n> a "b" --\n> ```', "c"]);
    expect(doc.blocks[0]?.type === "quote" && doc.blocks[0].children[0]).toMatchObject({ language: "js" });
  });

  it("keeps the text of blocks that are nested too deep", () => {
    const doc = read(`${">".repeat(300)} deep\n\n${"- ".repeat(300)}deeper\n\nend`);
    expect(plainText(doc.blocks)).toContain("deep");
    expect(plainText(doc.blocks)).toContain("deeper");
    expect(doc.problems.map((problem) => problem.kind)).toEqual(["nesting-too-deep"]);
    expect(outline(doc.blocks.slice(-1))).toBe('paragraph("end")');
  });

  it.each(["\r\n", "\r"])("gives spans in the text as written with %j line ends", (lineEnd) => {
    const text = [
      "\u{1F600} *a*",
      "> b\0",
      "> [c](d)",
      "",
      "[^1]: *e*",
      "",
      "    **f**[^1]",
      "x |\ty",
      "-|-",
      "1|`2`",
    ];
    const doc = read(text.join(lineEnd));
    expect(slices(doc, "emphasis")).toEqual(["*a*", "*e*"]);
    expect(slices(doc, "link")).toEqual(["[c](d)"]);
    expect(slices(doc, "strong")).toEqual(["**f**"]);
    expect(slices(doc, "note-reference")).toEqual(["[^1]"]);
  });
});

const SEED = new URL("../../../shared/seeds/000_8fd1bfc5662e1043.txt", import.meta.url);
const seed = existsSync(SEED) ? readFileSync(SEED, "utf8") : undefined;

describe("a real page", () => {
  it("has its notes in the order of first references", (ctx) => {
    if (!seed) return ctx.skip("no shared data");
    const { notes, problems } = read(seed, seed.indexOf("\n\n"));
    const labels = Array.from({ length: 39 }, (_, i) => String(237 + i));
    expect(notes.map((note) => note.label)).toEqual(labels);
    expect(notes.map((note) => note.number)).toEqual(labels.map((_, i) => i + 1));
    expect(problems).toEqual([]);
  });

  it("has its links, headings, figure and table", (ctx) => {
    if (!seed) return ctx.skip("no shared data");
    const doc = read(seed, seed.indexOf("\n\n"));
    const nodes = [...walk([...doc.blocks, ...doc.notes.flatMap((note) => note.blocks)])];
    const links = nodes.filter((node) => node.type === "link");
    expect(links.length).toBe(seed.match(/<http/g)?.length);
    for (const link of links) {
      expect(link.isAutolink).toBe(true);
      const written = seed.slice(link.start + 1, link.end - 1);
      expect(link.href).toBe(written.replaceAll("\\", ""));
      expect(plainText(link.children)).toBe(link.href);
      expect(seed.slice(link.start, link.end)).toMatch(/^<http.*>$/);
    }
    const headings = nodes.filter((node) => node.type === "heading");
    expect(headings.length).toBe(seed.match(/^#+ /gm)?.length);
    expect(headings.map((heading) => heading.id)).toContain(
      "the-promotion-and-adoption-of-new-norms-and-practices",
    );
    expect(nodes.find((node) => node.type === "figure")).toMatchObject({ caption: { typedNumber: "8" } });
    expect(nodes.find((node) => node.type === "table")).toMatchObject({ caption: { typedNumber: "8" } });
    for (const text of [...slices(doc, "emphasis")]) expect(text).toMatch(/^\*[^*]+\*$/);
    for (const text of slices(doc, "note-reference")) expect(text).toMatch(/^\[\^\d+\]$/);
    for (const text of slices(doc, "image")) expect(text).toMatch(/^!\[.*\}$/);
  });
});
