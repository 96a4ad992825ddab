import { expect, it } from "vitest";
import { drawTimeline } from "../../src/draw/timeline.ts";
import { createFigures } from "../../src/publish/site/figures.ts";
import { readExample } from "../support/published-site.ts";

it("draws a timeline once, and gives it other ids for each place", async () => {
  const { index } = await readExample();
  const figuresOf = createFigures(index);
  for (const country of index.countries) {
    const figures = figuresOf(country);
    for (const prefix of ["timeline", "figure-12", "timeline"]) {
      for (const [size, width] of [
        ["wide", 640],
        ["narrow", 340],
      ] as const) {
        const { svg } = drawTimeline(figures.timeline, {
          width,
          idPrefix: `${prefix}-${size}-`,
          isStandalone: false,
        });
        expect(figures.drawInline(size, prefix)).toBe(svg);
      }
    }
  }
});
