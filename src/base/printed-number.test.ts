import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber } from "./format.ts";
import { findBound, parsePrintedNumber } from "./printed-number.ts";

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
    [".5", 0.5, 0.05],
    ["US$.25", 0.25, 0.005],
    ["no.5", 5, 0.5],
    ["$5m", 5e6, 5e5],
    ["$5 m", 5e6, 5e5],
    ["5 m", 5, 0.5],
    ["€1.2bn", 1.2e9, 5e7],
    ["5 trillion", 5e12, 5e11],
    ["3 hundred", 300, 50],
    ["4 millions", 4e6, 5e5],
    ["1.36‰", 0.00136, 0.000005],
    ["minus 5", -5, 0.5],
    ["–5", -5, 0.5],
    ["-$5", -5, 0.5],
    ["$-5", -5, 0.5],
    ["by -0.69 points", -0.69, 0.005],
    ["mid-5", 5, 0.5],
    ["a well-known 5", 5, 0.5],
    ["12\u202f%", 0.12, 0.005],
  ])("reads %s", (text, value, tolerance) => {
    const printed = parsePrintedNumber(text);
    expect(printed?.value).toBeCloseTo(value, 10);
    expect(printed?.tolerance).toBeCloseTo(tolerance, 12);
  });

  it.each(["", "none", "3 of 14", "1,23", "1.234,5", "2001–2013", "2½", "5²", "5 thousand million", "2.5.1"])(
    "finds no single number in %s",
    (text) => {
      expect(parsePrintedNumber(text)).toBeUndefined();
    },
  );

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

describe("findBound", () => {
  it.each([
    ["more than $800,000", "more than"],
    ["at least 5", "at least"],
    ["over 5 percent", "over"],
    ["≥5", "≥"],
    ["not 5", "not"],
    ["5+", "+"],
    ["5 cables or more", "or more"],
  ])("sees that %s is no number alone", (text, bound) => {
    expect(findBound(text)).toBe(bound);
  });

  it.each(["about 5", "nearly 5", "5 over three years", "Not counting 2 of them, 5", "more"])(
    "leaves %s",
    (text) => {
      expect(findBound(text)).toBeUndefined();
    },
  );
});
