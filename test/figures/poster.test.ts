import { describe, expect, it } from "vitest";
import { createMissing } from "../../src/base/missing.ts";
import { measureText } from "../../src/draw/font-metrics.ts";
import { drawPoster, layoutPoster, type Poster } from "../../src/draw/poster.ts";
import { TIP_TIERS } from "../support/shared-data.ts";

function posterOf(countries: number, years: number): Poster {
  const range = Array.from({ length: years }, (_, i) => 2001 + i);
  return {
    title: "Test Report, 2001–",
    subtitle: "Tiers",
    tiers: TIP_TIERS,
    years: range,
    countries: Array.from({ length: countries }, (_, i) => ({
      name: i % 17 === 0 ? "Democratic Republic of the Congo" : `Country ${i}`,
      grades: new Map(
        range.map((year, j) => [
          year,
          (i + j) % 9 === 0 ? createMissing("not-in-report") : (TIP_TIERS[(i + j) % 4] ?? TIP_TIERS[0]),
        ]),
      ),
    })),
    noTier: "no tier",
    credit: "Source: a test.",
  };
}

describe("a poster", () => {
  it.each([
    [1, 1],
    [10, 15],
    [60, 24],
    [91, 15],
    [193, 15],
    [193, 26],
    [250, 30],
  ])("of %i countries and %i years fits its sheet", (countries, years) => {
    const poster = posterOf(countries, years);
    const { sheet, blocks, rows, rowHeight, blockWidth, nameWidth, font } = layoutPoster(poster);
    expect(blocks * rows).toBeGreaterThanOrEqual(countries);
    expect(blocks * blockWidth).toBeLessThanOrEqual(sheet.widthMm * 4);
    expect(rows * rowHeight).toBeLessThanOrEqual(sheet.heightMm * 4);
    for (const { name } of poster.countries) expect(measureText(name, font)).toBeLessThan(nameWidth);
    expect(font.sizePx / 4).toBeGreaterThan(1.9); // mm: some 5.5 pt, on a sheet one stands before
  });

  it("shows each grade once, with its tier's colour and short name, and each missing one with its reason", () => {
    const poster = posterOf(10, 15);
    const { svg, sheet } = drawPoster(poster);
    expect(sheet.name).toBe("A3");
    const all = poster.countries.flatMap(({ grades }) => [...grades.values()]);
    for (const [i, tier] of TIP_TIERS.entries()) {
      const count = all.filter((one) => one === tier).length;
      expect(svg.split(`class="lc-cell tier-r${i}"`).length - 1, tier.label).toBe(count + 1); // and one in the key
      expect(svg.split(`class="lc-ink-${i}">${tier.short}</text>`).length - 1).toBe(count + 1);
    }
    const missing = all.filter((one) => !("id" in one)).length;
    expect(svg.split("<title>not in the report</title>").length - 1).toBe(missing);
    expect(drawPoster(posterOf(10, 15)).svg).toBe(svg);
  });

  it("of a world takes a larger sheet", () => {
    expect(drawPoster(posterOf(193, 15)).sheet.name).toBe("A2");
  });
});
