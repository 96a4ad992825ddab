import { describe, expect, it } from "vitest";
import { createMissing, type Missing } from "../base/missing.ts";
import type { Tier } from "../model/scorecard.ts";
import { drawTierGrid } from "./tier-grid.ts";

const TIERS: readonly [Tier, Tier, Tier, Tier] = [
  { id: "1", label: "Tier 1", short: "1", rank: 0, since: 2001, aliases: [] },
  { id: "2", label: "Tier 2", short: "2", rank: 1, since: 2001, aliases: [] },
  { id: "2WL", label: "Tier 2 Watch List", short: "WL", rank: 2, since: 2004, aliases: [] },
  { id: "3", label: "Tier 3", short: "3", rank: 3, since: 2001, aliases: [] },
];

const GRID = drawTierGrid({
  label: "Tiers by country & year",
  tiers: TIERS,
  years: [2003, 2004, 2005, 2006],
  countries: [
    {
      id: "CIV",
      name: "Côte d'Ivoire",
      href: "../countries/civ/",
      grades: new Map<number, Tier | Missing>([
        [2003, TIERS[1]],
        [2004, TIERS[2]],
        [2005, createMissing("special-case")],
      ]),
    },
  ],
});

describe("drawTierGrid", () => {
  it("writes tiers as text with their whole name, and colours by class", () => {
    expect(GRID).toContain('<td class="tier-r1" title="Tier 2">2</td>');
    expect(GRID).toContain('<td class="tier-r2" title="Tier 2 Watch List">WL</td>');
  });

  it("shows a dash for a reason, says it to screen readers, and leaves years without an entry empty", () => {
    expect(GRID).toContain(
      '<td class="tier-none" title="special case"><span aria-hidden="true">–</span>' +
        '<span class="visually-hidden">special case</span></td><td class="tier-none"></td>',
    );
  });

  it("has row and column headers, a caption and a region that can be focused", () => {
    expect(GRID).toContain('<th scope="row"><a href="../countries/civ/">Côte d&#39;Ivoire</a></th>');
    expect(GRID.match(/<th scope="col">/g)).toHaveLength(5);
    expect(GRID).toContain('role="region" aria-label="Tiers by country &amp; year" tabindex="0"');
    expect(GRID).toContain("<caption");
  });

  it("explains every tier and the dash, with the year since which a later tier exists", () => {
    expect(GRID).toContain("Tier 2 Watch List (since 2004)");
    expect(GRID).toContain("no tier; each cell names the reason");
    expect(GRID).not.toContain("style=");
  });
});
