import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { LIGHT_PALETTE } from "../../src/draw/palette.ts";
import { drawTimeline } from "../../src/draw/timeline.ts";
import { hasSharedData, readSharedTimeline } from "../support/shared-data.ts";

const require = createRequire(import.meta.url);
const fontFiles = ["Regular", "Semibold"].map((name) =>
  require.resolve(`source-sans/TTF/SourceSans3-${name}.ttf`),
);

function rasterize(svg: string, hasFonts: boolean) {
  const font = {
    fontFiles: hasFonts ? fontFiles : [],
    loadSystemFonts: false,
    defaultFontFamily: "Source Sans 3",
  };
  return new Resvg(svg, { fitTo: { mode: "zoom", value: 2 }, font }).render();
}

/** Counts the pixels of each colour, `rrggbb`. */
function countColours(pixels: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = [0, 1, 2].map((j) => (pixels[i + j] ?? 0).toString(16).padStart(2, "0")).join("");
    counts.set(`#${colour}`, (counts.get(`#${colour}`) ?? 0) + 1);
  }
  return counts;
}

describe("rasterizing a standalone timeline with resvg", () => {
  it("shows paper, steps in the tiers' colours, bars and text", (context) => {
    if (!hasSharedData) context.skip("skipped: no shared data");
    const { svg, widthPx, heightPx } = drawTimeline(readSharedTimeline("MYS"), {
      width: 720,
      idPrefix: "t",
      isStandalone: true,
      theme: "light",
    });
    const image = rasterize(svg, true);
    expect([image.width, image.height]).toEqual([2 * widthPx, 2 * heightPx]);
    const colours = countColours(image.pixels);
    const countOf = (colour: string) => colours.get(colour) ?? 0;
    const { paper, ink, span, band, line, ...tiers } = LIGHT_PALETTE;
    expect(countOf(paper)).toBeGreaterThan(image.width * image.height * 0.4);
    for (const colour of [tiers["tier-1"], tiers["tier-2"], tiers["tier-3"], span, band, line]) {
      expect(countOf(colour), colour).toBeGreaterThan(500);
    }
    const withoutText = countColours(rasterize(svg, false).pixels);
    expect(countOf(ink) - (withoutText.get(ink) ?? 0)).toBeGreaterThan(500);
  });
});
