import { describe, expect, it } from "vitest";
import { contrastBetween, distanceBetween, parseColour } from "./colour.ts";

describe("parseColour", () => {
  it("takes what CSS takes, and gives one form", () => {
    const forms = [
      "#639",
      "#663399",
      "rebeccapurple",
      "rgb(102 51 153)",
      "rgb(40%, 20%, 60%)",
      "hsl(270 50% 40%)",
    ];
    for (const form of forms) expect(parseColour(form), form).toBe("#663399");
    expect(parseColour("oklch(1 0 0)")).toBe("#ffffff");
  });

  it("takes nothing that lets the ground through, that screens cannot show, or that is no colour", () => {
    for (const form of [
      "rgb(0 0 0 / 50%)",
      "#00000080",
      "transparent",
      "oklch(0.9 0.4 140)",
      "var(--ink)",
      "reddish",
      "",
    ]) {
      expect(parseColour(form), form).toBeUndefined();
    }
  });
});

describe("contrastBetween", () => {
  it("is that of WCAG, whichever comes first", () => {
    // Values that WebAIM's contrast checker and the WCAG techniques print.
    const known: [string, string, number][] = [
      ["#000000", "#ffffff", 21],
      ["#767676", "#ffffff", 4.54],
      ["#949494", "#ffffff", 3.03],
      ["#0000ff", "#ffffff", 8.59],
      ["#ff0000", "#ffffff", 4.0],
    ];
    for (const [one, other, value] of known) {
      expect(contrastBetween(one, other)).toBeCloseTo(value, 2);
      expect(contrastBetween(other, one)).toBeCloseTo(value, 2);
    }
  });
});

describe("distanceBetween", () => {
  it("brings red and green together for eyes without green cones, and not yellow and blue", () => {
    const [red, green, yellow, blue] = ["#c03a2b", "#6b7d1e", "#d7c600", "#2b4fc0"] as const;
    expect(distanceBetween(red, green, "deutan")).toBeLessThan(distanceBetween(red, green) / 2);
    expect(distanceBetween(yellow, blue, "deutan")).toBeGreaterThan(0.3);
    expect(distanceBetween("#000000", "#ffffff")).toBeCloseTo(1, 6);
  });
});
