import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatList, formatNumber, parsePrintedNumber } from "./format.ts";

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

describe("parsePrintedNumber", () => {
  it.each([
    ["$821,300", 821300, 0.5],
    ["$0.12 million", 120000, 5000],
    ["0.00211%", 0.0000211, 0.5e-7],
    ["about 13", 13, 0.5],
    ["−3", -3, 0.5],
    ["three", 3, 0.5],
    ["1 percent", 0.01, 0.005],
    ["2,000 cables", 2000, 0.5],
  ])("reads %s", (text, value, tolerance) => {
    const printed = parsePrintedNumber(text);
    expect(printed?.value).toBeCloseTo(value, 10);
    expect(printed?.tolerance).toBeCloseTo(tolerance, 12);
  });

  it.each(["", "none", "3 of 14", "1,23", "2001–2013"])("finds no single number in %s", (text) => {
    expect(parsePrintedNumber(text)).toBeUndefined();
  });

  it("takes back what formatNumber prints, within the printed precision", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.constantFrom(["dollars", 1], ["dollars", 1e-6], ["number", 1]),
        (raw, [format, scale]) => {
          const printed = parsePrintedNumber(
            formatNumber(raw * Number(scale), String(format), Number(scale)),
          );
          expect(printed).toBeDefined();
          expect(Math.abs((printed?.value ?? 0) - raw)).toBeLessThanOrEqual(
            (printed?.tolerance ?? 0) * 1.000001,
          );
        },
      ),
    );
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
