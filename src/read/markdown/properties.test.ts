import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSource } from "../../base/source.ts";
import type { Document, Node } from "../document.ts";
import { childrenOf, walk } from "../document.ts";
import { readMarkdown } from "../markdown.ts";

const SEED = new URL("../../../../shared/seeds/000_8fd1bfc5662e1043.txt", import.meta.url);
const seed = existsSync(SEED) ? readFileSync(SEED, "utf8") : undefined;

function read(text: string, start = 0): Document {
  return readMarkdown(createSource("page.md", text), { start });
}

function nodesOf(doc: Document): Node[] {
  return [...walk([...doc.blocks, ...doc.notes.flatMap((note) => note.blocks)])];
}

/** The words of a tree, counted. */
function wordsOf(doc: Document): Map<string, number> {
  const texts: string[] = [];
  for (const node of nodesOf(doc)) {
    if (node.type === "text" || node.type === "code" || node.type === "code-block") texts.push(node.value);
    else if (node.type === "image") texts.push(node.alt);
    else if (node.type === "figure" || node.type === "table") {
      if (node.caption?.typedNumber) texts.push(`${node.type} ${node.caption.typedNumber}`);
    }
  }
  return countWords(texts);
}

/** Letters and digits in a row, however the text is cut by markup: so the texts are put together first. */
function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.join(" ").match(/[\p{L}\p{N}]+/gu) ?? []) {
    const key = word.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** An independent, simple way to the words: takes out what is markup in the seeds. */
function strip(text: string): string {
  return text
    .replace(/^\[\^[^\]]+\]:/gm, " ")
    .replace(/\[\^[^\]]+\]/g, " ")
    .replace(/\]\([^)]*\)/g, " ")
    .replace(/\{[.#][^}]*\}/g, " ")
    .replace(/\[TOC\]/g, " ")
    .replace(/\\([^\p{L}\p{N}])/gu, "$1");
}

function expectSoundSpans(doc: Document): void {
  const end = doc.source.text.length;
  for (const node of nodesOf(doc)) {
    expect(node.start).toBeGreaterThanOrEqual(0);
    expect(node.end).toBeGreaterThanOrEqual(node.start);
    expect(node.end).toBeLessThanOrEqual(end);
    for (const child of childrenOf(node)) {
      if (child.start < node.start || child.end > node.end) {
        const show = ({ type, start, end: last }: Node) =>
          `${type} ${JSON.stringify(doc.source.text.slice(start, last))}`;
        expect.fail(`${show(child)} is not inside ${show(node)}`);
      }
    }
  }
  for (const { span } of [...doc.problems, ...doc.notes]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(end);
  }
}

const MARKS: Partial<Record<Node["type"], RegExp>> = {
  link: /^(?:\[.*[\])}]|<.*[>}]|(?:http|www).*)$/is,
  image: /^(?:!\[.*[\])}]|<img.*>)$/is,
  emphasis: /^(?:\*.*\*|_.*_)$/s,
  strong: /^(?:\*\*.*\*\*|__.*__)$/s,
  strikethrough: /^~~.*~~$/s,
  superscript: /^\^.*\^$/s,
  subscript: /^~.*~$/s,
  code: /^`.*`$/s,
  "note-reference": /^(?:\[\^.*|\^\[.*)\]$/s,
  "inline-directive": /^:[a-z].*[\]}]$/is,
  heading: /^(?:#|.*[=-]$)/s,
  quote: /^>/,
  "container-directive": /^:::/,
  "leaf-directive": /^::/,
};

/** Every node's slice of the source begins and ends with its marks. */
function expectMarks(doc: Document): void {
  for (const node of nodesOf(doc)) {
    const pattern = MARKS[node.type];
    const written = doc.source.text.slice(node.start, node.end);
    if (pattern) expect(written).toMatch(pattern);
    if (node.type !== "text") continue;
    for (const word of node.value.match(/w\d+q/g) ?? []) expect(written).toContain(word);
  }
}

const TORTURE = [
  "# One *two* {#three}\n\nfour\n- five\n\n> six\nseven\n\n1. eight\n\n   nine\n10. ten\n",
  "a[^1] b[^2]\n\n[^1]: c\nd\n\n    e\n\n[^2]: f\n\n    - g\n\n          h\n",
  "|a|b|\n|-|-|\n|c \\| d|*e*|f|\n: g\n\n![h](/x){.i}\n\n*Figure 1: j*\n",
  "::: {.x}\na :b[c *d* [e]]{f=g} h\n\n:::: i[j]\nk\n::::\n:::\nl ^m^ ~n~ ~~o~~ ^[p q]\n",
  '<div class="a">\nb <em>c</em>\n\n*d*\n\n</div>\n\n<table><tr><td>e<td>f</table> g\n\nh <sup>i *j*</sup> <x>k</x>\n',
];

describe("any text", () => {
  it("gives the words of a real page", (ctx) => {
    if (!seed) return ctx.skip("no shared data");
    const start = seed.indexOf("\n\n");
    expect(wordsOf(read(seed, start))).toEqual(countWords([strip(seed.slice(start))]));
  });

  it("has sound spans on a real page, with any line ends", (ctx) => {
    if (!seed) return ctx.skip("no shared data");
    for (const lineEnd of ["\n", "\r\n", "\r"]) {
      const text = seed.replaceAll("\n", lineEnd);
      const doc = read(text, text.indexOf(lineEnd + lineEnd));
      expectSoundSpans(doc);
      expectMarks(doc);
    }
  });

  it.each(TORTURE)("gives all single letters of %j", (text) => {
    for (const written of [text, text.replaceAll("\n", "\r\n"), `> ${text.replaceAll("\n", "\n> ")}`]) {
      const doc = read(written);
      expectSoundSpans(doc);
      expectMarks(doc);
    }
  });

  it("gives every word that stands in it, with sound spans, and never throws", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { text, words } = assemble(pieces);
        const doc = read(text);
        expectSoundSpans(doc);
        expectMarks(doc);
        const infos = nodesOf(doc).map((node) =>
          node.type === "code-block" ? text.slice(node.start, node.end) : "",
        );
        const found = [...nodesOf(doc).map(ownText), ...infos].join(" ");
        const outside = outsideMarkup(text);
        for (const word of words) {
          if (outside.includes(word) && !found.includes(word)) {
            expect.fail(`${word} is lost of ${JSON.stringify(text)}`);
          }
        }
      }),
      { numRuns: 2500 },
    );
  });

  it("never throws whatever the characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(20), (text, start) => {
        expectSoundSpans(read(text, Math.min(start, text.length)));
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."[]()*_~^`<>!:{}#|-=\\&;\"' \n\r\t1a/"), maxLength: 90 }),
        (text) => {
          expectSoundSpans(read(text));
        },
      ),
      { numRuns: 2500 },
    );
  });

  it("is read the same twice", () => {
    for (const text of TORTURE) expect(read(text)).toEqual(read(text));
  });
});

describe("long runs of marks", () => {
  it.each([
    "[",
    "*",
    "_",
    "^",
    "<",
    "![",
    "^[",
    "[^",
    ":a[",
    "> ",
    ">",
    "- ",
    "1. ",
    "<b>",
    "</b>",
    "<div>",
    "*a ",
    "*a_ ",
  ])("of %j take little time and keep the text", (mark) => {
    const began = performance.now();
    const doc = read(`${mark.repeat(20_000)} end`);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(nodesOf(doc).map(ownText).join("")).toContain("end");
  });
});

function ownText(node: Node): string {
  switch (node.type) {
    case "text":
    case "code":
    case "code-block":
      return node.value;
    case "image":
      return node.alt;
    case "leaf-directive":
    case "container-directive":
    case "inline-directive":
      return node.name;
    default:
      return "";
  }
}

/** Markdown that leaves its `%` words in the tree wherever it stands. */
const FRAGMENTS = [
  "%·%·%· · ·\n·\n·\n\n·\n\n·\n    ·\n> ·\n- ·\n1. ·\n\t·\r\n·\n# ·\n## % {#i}\n·*·**·_·__·~~·~",
  "^·`·``·[·]·(·)·{·}·!·|·:·<·>·\\·&·#·-·=·*%*·**%**·`%`·^%^·[%](/u)·![%](/u)·<http://a.b>·[^1]",
  "^[%]·:d[%]{k=v}·\n\n[^1]: %\n·{.c}·<b>·</b>·<i>%</i>·<br>·<div>·</div>·\n<div>\n%\n</div>\n",
  "<p>·<li>·<x>·</x>·\n<table>\n·\n\n::: n\n·\n:::\n·\n::leaf[%]\n·\n```\n·\n~~~\n",
  "\n|%|%|\n|-|-|\n|%|%|%|\n·|\n|-|\n·\n---\n·\n===\n·\"·'·--·...·\n\n*Figure 1: %*\n\n",
  "\n\n: %\n\n·\n\n![%](/u)\n\n·\u2028·\u00ad·\u{1F600}·\0·  \n·\\\n·[%][r]",
]
  .join("·")
  .split("·");

/** The text without what is no text for readers: tags, attributes, addresses and their definitions. */
function outsideMarkup(text: string): string {
  return text
    .replace(/<[/!?]?[a-z][^>]*>/gi, " ")
    .replace(/\{[^}]*\}/g, " ")
    .replace(/\]\([^)]*\)/g, " ")
    .replace(/\[[^\]^]*\]:\s*\S+(?:\s+["'(][^"')]*["')])?/g, " ");
}

const piece = fc.constantFrom(...FRAGMENTS);

function assemble(pieces: readonly string[]): { text: string; words: string[] } {
  const words: string[] = [];
  const text = pieces.join("").replace(/%/g, () => {
    const word = `w${words.length}q`;
    words.push(word);
    return word;
  });
  return { text, words };
}
