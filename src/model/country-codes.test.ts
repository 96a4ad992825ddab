import { describe, expect, it } from "vitest";
import { codesOf, ISO_IDS } from "./country-codes.ts";

describe("a place's codes", () => {
  it.each([
    ["JPN", { alpha2: "JP", alpha3: "JPN", cow: 740, gw: 740, worldBank: "JPN" }],
    // Gleditsch and Ward number these apart from the Correlates of War.
    ["DEU", { alpha2: "DE", alpha3: "DEU", cow: 255, gw: 260, worldBank: "DEU" }],
    ["YEM", { alpha2: "YE", alpha3: "YEM", cow: 679, gw: 678, worldBank: "YEM" }],
    ["KIR", { alpha2: "KI", alpha3: "KIR", cow: 946, gw: 970, worldBank: "KIR" }],
    ["TON", { alpha2: "TO", alpha3: "TON", cow: 955, gw: 972, worldBank: "TON" }],
    ["SRB", { alpha2: "RS", alpha3: "SRB", cow: 345, gw: 340, worldBank: "SRB" }],
    ["MNE", { alpha2: "ME", alpha3: "MNE", cow: 341, gw: 341, worldBank: "MNE" }],
    ["SSD", { alpha2: "SS", alpha3: "SSD", cow: 626, gw: 626, worldBank: "SSD" }],
    ["SDN", { alpha2: "SD", alpha3: "SDN", cow: 625, gw: 625, worldBank: "SDN" }],
    // ISO 3166-1 does not list Kosovo; the World Bank calls it XKX, too.
    ["XKX", { alpha2: "XK", cow: 347, gw: 347, worldBank: "XKX" }],
    // The World Development Indicators have no Taiwan.
    ["TWN", { alpha2: "TW", alpha3: "TWN", cow: 713, gw: 713 }],
    // States that are no more have no code of ISO 3166-1.
    ["SCG", { cow: 345, gw: 345 }],
    ["SUN", { cow: 365, gw: 365 }],
    // Not states, and one economy to the World Bank.
    ["GGY", { alpha2: "GG", alpha3: "GGY", worldBank: "CHI" }],
    ["HKG", { alpha2: "HK", alpha3: "HKG", worldBank: "HKG" }],
    ["VAT", { alpha2: "VA", alpha3: "VAT" }],
    // A code that only a package has.
    ["XKK", {}],
    ["ZZZ", {}],
  ])("of %s are %o", (id, codes) => {
    expect(codesOf(id)).toEqual(codes);
  });

  it("are of the 249 places that ISO 3166-1 lists, without the package's own code for Kosovo", () => {
    expect(ISO_IDS).toHaveLength(249);
    expect(ISO_IDS).not.toContain("XKK");
  });

  it("of Gleditsch and Ward differ from the Correlates of War's in seven places", () => {
    const apart = ISO_IDS.filter((id) => codesOf(id).gw !== codesOf(id).cow);
    expect(apart.map((id) => `${id} ${codesOf(id).gw}`).sort()).toEqual([
      "DEU 260",
      "KIR 970",
      "NRU 971",
      "SRB 340",
      "TON 972",
      "TUV 973",
      "YEM 678",
    ]);
  });
});
