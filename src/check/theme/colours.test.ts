import { describe, expect, it } from "vitest";
import { contrastBetween } from "../../base/colour.ts";
import { COLOUR_USES, SCHEMES, STANDARD_COLOURS } from "../../model/theme-colours.ts";
import { everyPair, LEAST_CONTRAST } from "./colours.ts";

describe.each(SCHEMES)("the standard colours, %s", (scheme) => {
  const colours = STANDARD_COLOURS[scheme];

  it("have the contrast that themes are held to", () => {
    for (const { kind, token, ground } of everyPair()) {
      const name = `${token} on ${ground}`;
      expect(contrastBetween(colours[token], colours[ground]), name).toBeGreaterThanOrEqual(
        LEAST_CONTRAST[kind],
      );
    }
  });
});

it("holds every colour to something, but those that only divide or are grounds", () => {
  const held = new Set([...everyPair()].flatMap(({ token, ground }) => [token, ground]));
  const free = Object.keys(COLOUR_USES).filter((name) => !held.has(name as keyof typeof COLOUR_USES));
  expect(free).toEqual(["line", "figure-grid"]);
});
