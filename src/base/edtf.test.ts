import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalYear, formatDate, parseDate } from "./edtf.ts";

describe("parseDate", () => {
  it.each([
    ["2004", "2004-01-01", "2004-12-31", "year", "2004"],
    ["2004-06", "2004-06-01", "2004-06-30", "month", "June 2004"],
    ["2004-02", "2004-02-01", "2004-02-29", "month", "February 2004"],
    ["2004-06-14", "2004-06-14", "2004-06-14", "day", "14 June 2004"],
    ["2004/2005", "2004-01-01", "2005-12-31", "interval", "2004–2005"],
    ["2004-06/2005-01-02", "2004-06-01", "2005-01-02", "interval", "June 2004–2 January 2005"],
    ["2004~", "2004-01-01", "2004-12-31", "year", "about 2004"],
  ])("reads %s", (text, first, last, precision, printed) => {
    const date = parseDate(text);
    expect(date).toMatchObject({ first, last, precision });
    expect(date && formatDate(date)).toBe(printed);
  });

  it.each(["", "last spring", "04", "2004-13", "2004-02-30", "14/06/2004", "2005/2004", "20045"])(
    "refuses %s",
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );
});

describe("a date without any sign", () => {
  const number = (max: number, digits: number) =>
    fc.integer({ min: 0, max }).map((value) => String(value).padStart(digits, "0"));
  const plain = fc
    .tuple(number(9999, 4), fc.option(number(19, 2)), fc.option(number(34, 2)))
    .map((parts) => parts.filter((part) => part !== null).join("-"));

  it("means what the package says", () => {
    fc.assert(
      fc.property(plain, (text) => {
        const date = parseDate(text);
        expect(date && [date.first, date.last]).toEqual(daysOf(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("counts the days of February", () => {
    expect(["1900-02", "2000-02", "2003-02", "2004-02"].map((text) => parseDate(text)?.last)).toEqual([
      "1900-02-28",
      "2000-02-29",
      "2003-02-28",
      "2004-02-29",
    ]);
  });

  function daysOf(text: string): string[] | undefined {
    try {
      const { min, max } = edtf(text) as { min: number; max: number };
      return [min, max].map((time) => new Date(time).toISOString().slice(0, 10));
    } catch {
      return undefined;
    }
  }
});

describe("decimalYear", () => {
  it("counts days of the year, leap years included", () => {
    expect(decimalYear("2004-01-01")).toBe(2004);
    expect(decimalYear("2004-07-02")).toBeCloseTo(2004.5, 10);
    expect(decimalYear("2005-12-31")).toBeCloseTo(2005 + 364 / 365, 10);
  });
});
