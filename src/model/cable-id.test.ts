import { describe, expect, it } from "vitest";
import { findCableWords, formatCableNumber, isCableId, parseCableId } from "./cable-id.ts";

describe("a cable's record number", () => {
  it("is year, post, serial and suffix", () => {
    expect(parseCableId("07TOKYO1028")).toEqual({ year: 2007, post: "TOKYO", serial: 1028 });
    expect(parseCableId("09TOKYO1185_a")).toEqual({ year: 2009, post: "TOKYO", serial: 1185, suffix: "a" });
    expect(parseCableId("09TOKYO1185\\_a")).toEqual(parseCableId("09TOKYO1185_a"));
  });

  it("turns over at 50", () => {
    expect(parseCableId("49TOKYO1")).toMatchObject({ year: 2049 });
    expect(parseCableId("50TOKYO1")).toMatchObject({ year: 1950 });
    expect(parseCableId("86ABUDHABI5867")).toMatchObject({ year: 1986, post: "ABUDHABI" });
  });

  it("says why a text is none", () => {
    expect(parseCableId("07TOKYO102807TOKYO1030")).toEqual({
      problem: "run-together",
      ids: ["07TOKYO1028", "07TOKYO1030"],
    });
    expect(parseCableId("TOKYO1028")).toEqual({ problem: "no-year" });
    for (const text of ["", "07TOKYO", "07tokyo1028", "7TOKYO1", "http://a/07TOKYO1028"]) {
      expect(parseCableId(text)).toEqual({ problem: "not-a-cable" });
    }
  });

  it("is written again without its suffix", () => {
    for (const id of ["07TOKYO1028", "00KUALALUMPUR6", "99NDJAMENA13503"]) {
      const cable = parseCableId(id);
      expect(isCableId(cable) && formatCableNumber(cable)).toBe(id);
    }
  });

  it("is found in a text, whole words only", () => {
    const text = "See 07TOKYO1028, 09TOKYO1185_a and 07TOKYO102807TOKYO1030; not a07TOKYO1 or TOKYO.";
    expect(findCableWords(text).map(({ word }) => word)).toEqual([
      "07TOKYO1028",
      "09TOKYO1185_a",
      "07TOKYO102807TOKYO1030",
    ]);
  });
});
