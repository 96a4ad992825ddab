import { describe, expect, it } from "vitest";
import { regionsOf, WORLD_REGIONS } from "./world-region.ts";

describe("regionsOf", () => {
  // Held against https://unstats.un.org/unsd/methodology/m49/ and, for places that it lacks, their neighbours.
  it.each([
    ["JPN", ["142", "030"]],
    ["RUS", ["150", "151"]],
    ["NGA", ["002", "202"]],
    ["EGY", ["002", "015"]],
    ["CYP", ["142", "145"]],
    ["BRA", ["019", "419"]],
    ["USA", ["019", "021"]],
    ["TUV", ["009", "061"]],
    ["XKX", ["150", "039"]],
    ["TWN", ["142", "030"]],
    ["QQQ", []],
  ])("%s lies in %j", (country, regions) => {
    expect(regionsOf(country)).toEqual(regions);
  });
});

it("WORLD_REGIONS has five regions, each with its subregions by name", () => {
  expect(WORLD_REGIONS.map(({ name }) => name)).toEqual(["Africa", "Americas", "Asia", "Europe", "Oceania"]);
  expect(WORLD_REGIONS[3]?.parts.map(({ name }) => name)).toEqual([
    "Eastern Europe",
    "Northern Europe",
    "Southern Europe",
    "Western Europe",
  ]);
});
