import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureText, shortenText, type TextFont, wrapText } from "./font-metrics.ts";

const require = createRequire(import.meta.url);

interface Font {
  getAdvanceWidth(text: string, size: number, options: { kerning: boolean; features: boolean }): number;
}

function loadFont(name: string): Font {
  const bytes = readFileSync(require.resolve(`source-sans/TTF/${name}.ttf`));
  const { parse } = require("opentype.js") as { parse(buffer: ArrayBuffer): Font };
  return parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
}

const REGULAR: TextFont = { sizePx: 12, weight: "regular" };

describe("measureText", () => {
  const samples = [
    "Partial criminalization",
    "Nguyễn Thị Kim Ngân",
    "Ελλάδα",
    "Шрёдингер",
    "“2001–2014”, 50 %",
    "Ō",
  ];
  it.each(samples)("agrees with the font file: %s", (text) => {
    for (const [name, weight] of [
      ["SourceSans3-Regular", "regular"],
      ["SourceSans3-Semibold", "semibold"],
    ] as const) {
      const expected = loadFont(name).getAdvanceWidth(text, 100, { kerning: false, features: false });
      expect(measureText(text, { sizePx: 100, weight })).toBeCloseTo(expected, 0);
    }
  });

  it("counts 1 em for CJK, Hangul and emoji, 0.6 em for other unknown characters, nothing for combining marks", () => {
    expect(measureText("小泉", REGULAR)).toBe(24);
    expect(measureText("김", REGULAR)).toBe(12);
    expect(measureText("🎌", REGULAR)).toBe(12);
    expect(measureText("ก", REGULAR)).toBeCloseTo(7.2);
    expect(measureText("e\u0301", REGULAR)).toBe(measureText("e", REGULAR));
    expect(measureText("", REGULAR)).toBe(0);
  });

  it("has a table that is not stale", () => {
    const script = new URL("../../scripts/gen-font-metrics.ts", import.meta.url).pathname;
    execFileSync(process.execPath, ["--import", "tsx", script, "--check"]);
  });
});

describe("wrapText", () => {
  it("breaks as evenly as words allow", () => {
    expect(wrapText("Tier 2 Watch List", REGULAR, 72, 2).lines).toEqual(["Tier 2", "Watch List"]);
    expect(wrapText("Tier 1", REGULAR, 72, 2).lines).toEqual(["Tier 1"]);
    expect(wrapText("", REGULAR, 72, 2).lines).toEqual([""]);
  });

  it("says when words were lost", () => {
    const text = wrapText("Act on the Prevention of Trafficking in Persons", REGULAR, 80, 2);
    expect(text.isShortened).toBe(true);
    expect(text.lines.at(-1)).toMatch(/…$/);
  });

  it("never exceeds its width or its number of lines, and keeps all words unless it says so", () => {
    const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 20 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (words, maxPx, maxLines) => {
          const text = words.join(" ");
          const fitted = wrapText(text, REGULAR, maxPx, maxLines);
          expect(fitted.lines.length).toBeLessThanOrEqual(maxLines);
          expect(fitted.widthPx).toBeLessThanOrEqual(maxPx + 1e-6);
          if (!fitted.isShortened)
            expect(fitted.lines.join(" ").replace(/\s+/gu, "")).toBe(text.replace(/\s+/gu, ""));
        },
      ),
    );
  });
});

describe("wrapText of Japanese", () => {
  it("breaks between characters, not before a closing sign or a sound mark, and keeps Latin words whole", () => {
    expect(wrapText("年ごとの記録、その他。", REGULAR, 80, 4).lines.join("|")).not.toMatch(/\|[、。]/);
    expect(wrapText("年ごとの記録", REGULAR, 40, 4).lines.length).toBeGreaterThan(1);
    expect(wrapText("がガが", REGULAR, 13, 4).lines.join("|")).not.toContain("|\u3099");
    expect(wrapText("TIP Reportの階層", REGULAR, 60, 3).lines.join("|")).toMatch(/TIP[ |]Report/);
  });
});

describe("shortenText", () => {
  it("cuts between graphemes", () => {
    const flag = "🇯🇵";
    expect(shortenText(flag.repeat(10), REGULAR, 60)).toBe(`${flag.repeat(2)}…`);
  });
});
