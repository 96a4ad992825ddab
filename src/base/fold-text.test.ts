import { expect, test } from "vitest";
import { foldText } from "./fold-text.ts";

test.each([
  ["Côte d’Ivoire", "cote d'ivoire"],
  ["São Tomé", "sao tome"],
  ["Łódź, Ærø, Straße", "lodz, aero, strasse"],
  ["ＴＯＫＹＯ", "tokyo"],
  ["İstanbul", "istanbul"],
  ["がぎ", "がぎ"],
  ["한국", "한국"],
  ["مُحَمَّد", "محمد"],
])("%s is searched as %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(foldText(folded)).toBe(folded);
});
