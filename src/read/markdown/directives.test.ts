import { describe, expect, it } from "vitest";
import { createSource } from "../../base/source.ts";
import type { Document, Node } from "../document.ts";
import { plainText, walk } from "../document.ts";
import { readMarkdown } from "../markdown.ts";
import { parseAttributes } from "./attributes.ts";

function read(text: string): Document {
  return readMarkdown(createSource("page.md", text), { start: 0 });
}

function find<T extends Node["type"]>(doc: Document, type: T): Extract<Node, { type: T }>[] {
  return [...walk(doc.blocks)].filter((node): node is Extract<Node, { type: T }> => node.type === type);
}

describe("directives", () => {
  it("stand in text with a label or attributes", () => {
    const text = 'see :cite[Kelley *2017* [p]^[n]]{key=k p="1 2" #i .c word} and :now{}.';
    const doc = read(text);
    const [cite, now] = find(doc, "inline-directive");
    expect(cite).toMatchObject({
      name: "cite",
      attributes: { id: "i", classes: ["c"], words: ["word"], values: { key: "k", p: "1 2" } },
    });
    expect(plainText(cite?.label ?? [])).toBe("Kelley 2017 [p]");
    expect(text.slice(cite?.start, cite?.end)).toMatch(/^:cite.*word\}$/);
    expect(now).toMatchObject({ name: "now", label: [] });
  });

  it.each(["12:30", "13:01:44", "doi:10.1080/x", "TIP:the", "3:a", ":) a:b[c] ::x[y] :x[y", ":x{a, b}"])(
    "leave %s text",
    (text) => {
      const doc = read(text);
      expect(find(doc, "inline-directive")).toEqual([]);
      expect(plainText(doc.blocks)).toBe(text);
    },
  );

  it.each([
    "評価は:grade[Tier 2]{year=2001}。",
    "ระดับ:grade[Tier 2]{year=2001}",
    "و:grade[الفئة الثانية]{year=2006}",
  ])("stand behind a letter of another script than Latin: %s", (text) => {
    expect(find(read(text), "inline-directive")).toMatchObject([{ name: "grade" }]);
  });

  it("stand on a line of their own", () => {
    const text = "::timeline[A *b*]{timeline year=2004 #id .cls}\n\n> ::chart";
    const [first, second] = find(read(text), "leaf-directive");
    expect(first).toMatchObject({
      name: "timeline",
      label: [{ value: "A " }, { type: "emphasis" }],
      attributes: { id: "id", classes: ["cls"], words: ["timeline"], values: { year: "2004" } },
    });
    expect(text.slice(first?.start, first?.end)).toBe(text.split("\n")[0]);
    expect(second).toMatchObject({ name: "chart", label: [] });
  });

  it("hold blocks, nested ones too, up to the colons that close them", () => {
    const text = "para\n::::a[L]\nx\n:::b\ny\n```\n:::\n```\n:::\nz\n::::\nafter";
    const doc = read(text);
    const [outer, inner] = find(doc, "container-directive");
    expect(plainText(outer?.children ?? [])).toBe("xyz");
    expect(plainText(inner?.children ?? [])).toBe("y");
    expect(text.slice(inner?.start, inner?.end)).toBe(":::b\ny\n```\n:::\n```\n:::");
    expect(doc.blocks.map((block) => block.type)).toEqual(["paragraph", "container-directive", "paragraph"]);
  });

  it("may have pandoc's form, with as many colons inside as outside", () => {
    const doc = read("::: {.note}\na\n\n::: tip :::\nb\n:::\n\n- c\n  ::: d\n  e\n  :::\n:::\n\nf");
    expect(find(doc, "container-directive").map((node) => node.name)).toEqual(["div", "tip", "d"]);
    expect(doc.problems).toEqual([]);
    expect(doc.blocks.at(-1)).toMatchObject({ type: "paragraph" });
  });

  it("that are not closed keep what follows, and are reported", () => {
    const doc = read(":::a\nb\n\nc");
    expect(doc.problems).toMatchObject([{ kind: "directive-unclosed", subject: "a" }]);
    expect(plainText(doc.blocks)).toBe("bc");
  });

  it("that do not parse stay text", () => {
    for (const text of ["::: a, b", "::a b", ":::", "::a[b"]) expect(plainText(read(text).blocks)).toBe(text);
  });
});

describe("attribute lists", () => {
  it("belong to images, links, headings, paragraphs and tables", () => {
    const doc = read(
      "x ![a](b){.c width=50%} [d](e){#f} .\n\n## H {#g .i}\n\np {.q}\n\n|a|\n|-|\n\n{.t}\n\n![a](b) {#w}",
    );
    expect(find(doc, "image")[0]?.attributes).toMatchObject({ classes: ["c"], values: { width: "50%" } });
    expect(find(doc, "link")[0]?.attributes).toMatchObject({ id: "f" });
    expect(find(doc, "heading")[0]).toMatchObject({ id: "g", attributes: { classes: ["i"] } });
    expect(find(doc, "paragraph")[1]).toMatchObject({
      attributes: { classes: ["q"] },
      children: [{ value: "p" }],
    });
    expect(find(doc, "table")[0]?.attributes).toMatchObject({ classes: ["t"] });
    expect(find(doc, "figure")[0]?.attributes).toMatchObject({ id: "w" });
  });

  it("may follow the definition of a reference", () => {
    const doc = read(
      '![a][2] [b] ![c][2]{.own}\n\n[2]: /x.png "T" {.wide}\n> [b]: /b {#b}\n\n[d]: /d {e, f}',
    );
    expect(find(doc, "image").map((image) => image.attributes?.classes)).toEqual([["wide"], ["own"]]);
    expect(find(doc, "image")[0]).toMatchObject({ href: "/x.png", title: "T" });
    expect(find(doc, "link")[0]).toMatchObject({ href: "/b", attributes: { id: "b" } });
    expect(plainText(doc.blocks)).toContain("{e, f}");
  });

  it.each(["the set {a, b}", "{a b}", "let {x=1}", "[a]{b, c}", "{}", "# h {x y}", "{.c}", "a *b*{c} d"])(
    "leave the prose of %s",
    (text) => {
      const words = text.match(/\w+/g) ?? [];
      const seen = plainText(read(text).blocks).match(/\w+/g) ?? [];
      expect(seen).toEqual(words);
    },
  );

  it("that went wrong are reported and stay text", () => {
    for (const text of ["[a](b){.c ,}", "## H {#id ,}", ':x[y]{.c k="}']) {
      const doc = read(text);
      expect(doc.problems.map((problem) => problem.kind)).toEqual(["attributes-malformed"]);
      expect(plainText(doc.blocks)).toMatch(/\{[#.]/);
    }
  });

  it("are parsed with quotes, escapes and Python-Markdown's colon", () => {
    expect(parseAttributes(`{: #a .b c="d \\" }" e='f' g}`, 0, { allowsWords: true })?.attributes).toEqual({
      id: "a",
      classes: ["b"],
      words: ["g"],
      values: { c: 'd " }', e: "f" },
    });
    expect(parseAttributes("{a}", 0, { allowsWords: false })).toBeUndefined();
    expect(parseAttributes("{a", 0, { allowsWords: true })).toBeUndefined();
  });
});
