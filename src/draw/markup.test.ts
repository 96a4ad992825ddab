import { describe, expect, it } from "vitest";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";

describe("escapeMarkup", () => {
  it("escapes what has a meaning in markup and in quoted attributes", () => {
    expect(escapeMarkup(`<a href="x">Yar'Adua & Co</a>`)).toBe(
      "&lt;a href=&quot;x&quot;&gt;Yar&#39;Adua &amp; Co&lt;/a&gt;",
    );
  });

  it("drops what XML cannot hold and keeps the rest of Unicode", () => {
    expect(escapeMarkup("a\u0000b\u001fc\ud800d\uffff")).toBe("abcd");
    expect(escapeMarkup("小泉 🎌 é\n")).toBe("小泉 🎌 é\n");
  });
});

describe("formatPx", () => {
  it.each([
    [12.3456, "12.35"],
    [-0.001, "0"],
    [5, "5"],
    [-1.5, "-1.5"],
  ])("formats %d as %s", (value, expected) => {
    expect(formatPx(value)).toBe(expected);
  });
});

describe("drawElement", () => {
  it("leaves out undefined attributes and closes empty elements", () => {
    expect(drawElement("rect", { x: 1.005, y: undefined, class: 'a"b' })).toBe(
      '<rect x="1" class="a&quot;b"/>',
    );
    expect(drawElement("g", {}, "<path/>")).toBe("<g><path/></g>");
  });
});
