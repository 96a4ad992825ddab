import { describe, expect, it } from "vitest";
import { formatList, formatNumber } from "./format.ts";

describe("formatNumber", () => {
  it.each([
    [42333.27, "dollars", 1, "$42,333.27"],
    [821300, "dollars", 1, "$821,300"],
    [0.124673, "dollars", 1e-6, "$0.12 million"],
    [0, "dollars", 1e-6, "$0 million"],
    [108138, "dollars", 1e-6, "$108,138 million"],
    [108138.4, "dollars", 1e-6, "$108,138 million"],
    [12.5, "dollars", 1, "$12.50"],
    [12.999, "dollars", 1, "$13"],
    [-12.5, "dollars", 1, "−$12.50"],
    [-0.004, "dollars", 1, "$0"],
    [-0.004, "number", 1, "0"],
    [-0.006, "number", 1, "−0.01"],
    [0.0000211, "percent", 1, "0.00211%"],
    [0.027, "percent", 1, "2.7%"],
    [0.0000012, "percent", 1, "0%"],
    [0.4567, "percent", 1, "45.7%"],
    [12.345, "number", 1, "12.35"],
    [1234567, "number", 1, "1,234,567"],
    [10, "number", 1, "10"],
    [0.5, ".1f", 1, "0.5"],
  ])("prints %d as %s at scale %d", (value, format, scale, expected) => {
    expect(formatNumber(value, format, scale)).toBe(expected);
  });
});

describe("formatList", () => {
  it("joins one, two and more", () => {
    expect([formatList([]), formatList(["a"]), formatList(["a", "b"]), formatList(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });
});
