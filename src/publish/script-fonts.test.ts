import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { chooseFonts, fontPackageFor } from "./script-fonts.ts";

const OWN = [createRequire(import.meta.url).resolve("source-serif/TTF/SourceSerif4-Regular.ttf")];

describe("chooseFonts", () => {
  it("needs nothing for Latin, Greek and Cyrillic", () => {
    expect(chooseFonts("Báo cáo, Έκθεση, Доклад — “ok”\n\u200b", OWN)).toEqual({ fonts: [], missing: [] });
  });

  it.each([
    ["人身取引", "BIZ UDMincho"],
    ["تقرير", "Noto Naskh Arabic"],
    ["דוח", "Noto Sans Hebrew"],
    ["मानव", "Noto Serif Devanagari"],
  ])("has a typeface for %s", (text, family) => {
    const { fonts, missing } = chooseFonts(text, OWN);
    expect(fonts.map((font) => font.family)).toEqual([family]);
    expect(missing).toEqual([]);
  });

  it("names what nothing has, once and in order", () => {
    expect(chooseFonts("ไทย ไทย", OWN).missing).toEqual(["ท", "ย", "ไ"]);
  });
});

describe("fontPackageFor", () => {
  it("knows where Korean and Chinese are to be had, and says nothing of others", () => {
    expect(["한", "贩", "ไ"].map(fontPackageFor)).toEqual([
      "@embedpdf/fonts-kr",
      "@embedpdf/fonts-sc",
      undefined,
    ]);
  });
});
