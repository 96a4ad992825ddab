import { describe, expect, it } from "vitest";
import { toEnglishNumber } from "./number-in-language.ts";

describe("toEnglishNumber", () => {
  it.each([
    ["1,234.5", "en", "1,234.5"],
    ["1,234.5", "en-GB", "1,234.5"],
    ["1.234,5 Punkte", "de", "1234.5 Punkte"],
    ["821\u202f300 $", "fr", "821300 $"],
    ["0,12 %", "es", "0.12 %"],
    ["1.500", "de", "1500"],
    ["70 sur 5 798", "fr", "70 sur 5798"],
    ["13", "ja", "13"],
    ["1,234.5", "ja", "1,234.5"],
    ["3 Milieus", "de", "3 Milieus"],
    ["5 personas", "es", "5 personas"],
    ["5 centres", "fr", "5 centres"],
  ])("reads %s in %s as %s", (text, language, expected) => {
    expect(toEnglishNumber(text, language)).toBe(expected);
  });

  it.each([
    ["1.5", "de"],
    ["82 Millionen", "de"],
    ["82 mil", "es"],
    ["12 pour cent", "fr"],
    ["82万ドル", "ja"],
    ["3 milliards", "fr"],
  ])("does not guess at %s in %s", (text, language) => {
    expect(toEnglishNumber(text, language)).toBeUndefined();
  });
});
