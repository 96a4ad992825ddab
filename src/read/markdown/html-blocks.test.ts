import { describe, expect, it } from "vitest";
import { createSource } from "../../base/source.ts";
import type { Document, Node } from "../document.ts";
import { plainText, walk } from "../document.ts";
import { readMarkdown } from "../markdown.ts";

function read(text: string): Document {
  return readMarkdown(createSource("page.md", text), { start: 0 });
}

/** The tree as tags: `div(p("a"))`. */
function tags(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return JSON.stringify(node.value);
      const name = node.type === "html-block" || node.type === "html-inline" ? `<${node.tag}>` : node.type;
      return "children" in node ? `${name}(${tags(node.children)})` : name;
    })
    .join(" ");
}

describe("raw HTML", () => {
  it("becomes elements, in lower case, with the attributes that are allowed", () => {
    const text = '<DIV CLASS="well" onclick="x" style="y">\n<p>a &amp; <em>b</em><br/></p>\n<hr>\n</DIV>';
    const doc = read(text);
    expect(tags(doc.blocks)).toBe('<div>(<p>("a & " <em>("b") line-break) <hr>())');
    expect(doc.blocks[0]).toMatchObject({ attributes: { class: "well" }, start: 0, end: text.length });
    const em = [...walk(doc.blocks)].find((node) => node.type === "html-inline");
    expect(text.slice(em?.start, em?.end)).toBe("<em>b</em>");
  });

  it("takes in the Markdown between its tags", () => {
    expect(tags(read("<div>\n\n*a*\n\n> b\n\n</div>\n\nc").blocks)).toBe(
      '<div>(paragraph(emphasis("a")) quote(paragraph("b"))) paragraph("c")',
    );
    expect(tags(read('<div markdown="1">\n*a*\n<div markdown=1>*b*</div>\n</div>\nc').blocks)).toBe(
      '<div>(paragraph(emphasis("a")) <div>(paragraph(emphasis("b")))) paragraph("c")',
    );
    expect(tags(read("<div markdown=1>\n*a*").blocks)).toBe('<div>("\\n*a*")');
  });

  it("is nested properly around inline Markdown, whatever is written", () => {
    expect(tags(read("x <sup>a *b*</sup>").blocks)).toBe('paragraph("x " <sup>("a " emphasis("b")))');
    expect(tags(read("x <b>*a</b> c* d").blocks)).toBe('paragraph("x " <b>(emphasis("a c")) " d")');
    expect(tags(read("x *a <b>c* d</b> e").blocks)).toBe('paragraph("x " emphasis("a " <b>("c")) " d e")');
    expect(tags(read("x <i><b>a</i>c</b></u> d <kbd>e").blocks)).toBe(
      'paragraph("x " <i>(<b>("a")) "c d " <kbd>("e"))',
    );
    expect(tags(read("> <div>\n> a\n\nb\n\n</div>").blocks)).toBe('quote(<div>("\\na\\n")) paragraph("b")');
  });

  it("loses tags that are not allowed, but not their words", () => {
    const doc = read("<blink>a</blink> <object>b</object>\n\n<center>\nc\n</center>\n\n<iframe>d</iframe>");
    expect(plainText(doc.blocks).match(/\w/g)).toEqual(["a", "b", "c", "d"]);
    expect(doc.problems.map((problem) => problem.subject)).toEqual(["blink", "object", "center", "iframe"]);
    expect(doc.problems.every((problem) => problem.kind === "html-dropped")).toBe(true);
  });

  it("loses scripts, styles and comments with what is in them", () => {
    const doc = read("a <script>b</script> c<!-- d -->\n\n<style>\ne\n\nf\n</style>\n\n<!-- g\n\nh -->\n\ni");
    expect(plainText(doc.blocks).match(/\w/g)).toEqual(["a", "c", "i"]);
    expect(doc.problems.map((problem) => problem.subject)).toEqual(["script", "style"]);
  });

  it("does not lose the text after a comment or script that is not closed", () => {
    for (const open of [
      "<!-- a",
      "<script>a",
      "> <!-- a",
      "x <script> a",
      "<style",
      "<div><!-- a",
      "<pre>",
    ]) {
      expect(plainText(read(`${open}\n\nrest of it`).blocks)).toContain("rest of it");
    }
  });

  it("has no addresses that run scripts", () => {
    for (const url of [
      "javascript:x",
      " JAVA\tSCRIPT:x",
      "java&#10;script:x",
      "&#106;avascript:x",
      "data:x",
      "tel:1",
    ]) {
      const doc = read(`<a href="${url}">a</a> <img src="${url}" alt="b">`);
      expect(plainText(doc.blocks)).toBe("a b");
      expect([...walk(doc.blocks)].find((node) => node.type === "html-inline")).toMatchObject({
        attributes: {},
      });
      expect(doc.problems.map((problem) => problem.kind)).toEqual(["address-dropped", "address-dropped"]);
      expect(doc.problems[0]?.subject).toMatch(/script:x$|^data:x$|^tel:1$/i);
    }
    expect(read('x <a href="/b?c#d">e</a>').problems).toEqual([]);
  });

  it("makes images of <img>", () => {
    const doc = read('<img src="a.png" alt="b" width="50%" onerror="x" class="c d">');
    expect([...walk(doc.blocks)].find((node) => node.type === "image")).toMatchObject({
      href: "a.png",
      alt: "b",
      attributes: { classes: ["c", "d"], values: { width: "50%" } },
    });
  });

  it("closes what HTML closes by itself, and keeps blocks out of paragraphs", () => {
    expect(tags(read("<ul><li>a<li>b</ul>").blocks)).toBe('<ul>(<li>("a") <li>("b"))');
    expect(tags(read("<div><p>a<p>b</div>").blocks)).toBe('<div>(<p>("a") <p>("b"))');
    expect(tags(read("a <ul><li>b</li></ul>").blocks)).toBe('paragraph("a b")');
    expect(tags(read("|a|\n|-|\n|<ul><li>b</li></ul>|").blocks)).toBe("table");
  });

  it("stays text where it is cut off", () => {
    expect(plainText(read("<div>\na <b c").blocks)).toContain("<b c");
    expect(plainText(read("a < b & c > d").blocks)).toBe("a < b & c > d");
  });
});
