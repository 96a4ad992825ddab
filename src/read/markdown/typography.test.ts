import { describe, expect, it } from "vitest";
import { createSource } from "../../base/source.ts";
import { plainText, walk } from "../document.ts";
import { readMarkdown } from "../markdown.ts";
import { typographicText } from "./typography.ts";

function text(markdown: string): string {
  return plainText(readMarkdown(createSource("page.md", markdown), { start: 0 }).blocks);
}

describe("smart punctuation", () => {
  it.each([
    [`"a" 'b' it's the workers' "'c' d"`, "“a” ‘b’ it’s the workers’ “‘c’ d”"],
    [`("a") -- "b"--"c" ["d"]`, "(“a”) – “b”–“c” [“d”]"],
    [`the '90s, '04, 'tis, 5'10" rock 'n' roll`, "the ’90s, ’04, ’tis, 5’10” rock ’n’ roll"],
    ["a--b---c----d...e....", "a–b—c----d…e…."],
    ["“a” ‘b’ it’s – — …", "“a” ‘b’ it’s – — …"],
  ])("reads %j as %j", (written, shown) => {
    expect(typographicText(written)).toBe(shown);
  });

  it("looks past markup, and not into notes", () => {
    expect(text(`*"a"* "*b*" "\`c\`" *Japan*'s \n"d"`)).toBe("“a” “b” “c” Japan’s\n“d”");
    expect(text('"a:x["b"]{}" "c"')).toContain("“c”");
    expect(text('to ":x[a b]{}"; ":x[c]{}," ":x[]{}" (":x["d"]{}")')).toBe("to “a b”; “c,” “” (““d””)");
  });

  it("leaves code, addresses, escapes and raw attributes alone", () => {
    expect(text("`a's--b` <http://a.org/it's--b...> http://c.org/x--y...z \\\"d\\\"")).toBe(
      "a's--b http://a.org/it's--b... http://c.org/x--y...z \"d\"",
    );
    const doc = readMarkdown(createSource("x", `<span title="it's -- 'a'">it's</span> <code>it's</code>`), {
      start: 0,
    });
    const [span] = [...walk(doc.blocks)].filter((node) => node.type === "html-inline");
    expect(span?.attributes).toEqual({ title: "it's -- 'a'" });
    expect(plainText(doc.blocks)).toBe("it’s it's");
  });
});
