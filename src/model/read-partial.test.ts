import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSource } from "../base/source.ts";
import { readPartial } from "./read-partial.ts";
import { type PartialNode, walkPartial } from "./theme.ts";

function read(text: string): { readonly nodes: readonly PartialNode[]; readonly codes: readonly string[] } {
  const codes: string[] = [];
  const { children } = readPartial(createSource("theme/header.html", text), (code) => codes.push(code));
  return { nodes: children, codes };
}

/** The tree as tags, with attributes: `p[class="theme-row"]("a" {title})`. */
function print(nodes: readonly PartialNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return JSON.stringify(node.value);
      if (node.type === "placeholder") return `{${node.name}}`;
      const attributes = Object.entries(node.attributes).map(([name, value]) => `${name}="${value}"`);
      return `${node.tag}${attributes.length > 0 ? `[${attributes.join(" ")}]` : ""}(${print(node.children)})`;
    })
    .join(" ");
}

describe("a partial", () => {
  it("becomes elements, text and placeholders", () => {
    const { nodes, codes } = read('<p class="theme-quiet">R&amp;D {{ title }}<br>x</p><!-- not said -->');
    expect(codes).toEqual([]);
    expect(print(nodes)).toBe('p[class="theme-quiet"]("R&D " {title} br() "x")');
  });

  it.each([
    ["<script>alert(1)</script>a", '"a"'],
    ["<ScRiPt src=//x.example></sCrIpT>a", '"a"'],
    ["<style>*{display:none}</style>a", '"a"'],
    ['<svg onload="x"><path d="M0 0"></svg>a', '"a"'],
    ['<a href="javascript:x" onclick="y">a</a>', 'a("a")'],
    ['<a href=" java&#10;script:x">a</a>', 'a("a")'],
    ['<a href="data:text/html,x">a</a>', 'a("a")'],
    ['<img src="/assets/../../etc" alt="" onerror="x">', 'img[src="/assets/../../etc" alt=""]()'],
    ['<img src="//x.example/a.png" alt="">', 'img[alt=""]()'],
    ['<p style="position:fixed" id="content" role="none" hidden>a</p>', 'p("a")'],
    ["<iframe src=https://x.example></iframe>a", '"a"'],
    ['<form action="https://x.example"><input name="q"></form>a', '"a"'],
    ['<base href="https://x.example/">a', '"a"'],
    ["<main>a</main><header>b</header>", '"ab"'],
  ])("loses what could run, load, hide or stand twice: %s", (text, expected) => {
    const { nodes, codes } = read(text);
    expect(codes).toContain("theme/not-allowed");
    expect(print(nodes).replace('" "', "")).toBe(expected);
  });

  it("fills no placeholder in an attribute", () => {
    expect(print(read('<a title="{{title}}" href="/">a</a>').nodes)).toBe(
      'a[title="{{title}}" href="/"]("a")',
    );
  });

  it("is a tree of what is allowed, whatever is written", () => {
    const piece = fc.constantFrom(
      ..."<p> </p> <div> </div> <a href=x> </a> <script> </script> <style> <!-- --> {{title}} {{ {{x}} <br> <img <b > \" ' = text &lt; <li </ul> <svg onload=x>".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const { nodes } = read(pieces.join(" "));
        for (const node of walkPartial(nodes)) {
          if (node.type !== "element") continue;
          expect(["p", "div", "a", "br", "img", "b", "li"]).toContain(node.tag);
          for (const name of Object.keys(node.attributes)) expect(["href"]).toContain(name);
        }
      }),
      { numRuns: 500 },
    );
  });
});
