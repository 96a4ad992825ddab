import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Timeline } from "../../src/compute/timeline.ts";
import { type Box, doBoxesOverlap } from "../../src/draw/figure-frame.ts";
import { drawTimeline } from "../../src/draw/timeline.ts";
import { layoutTimeline } from "../../src/draw/timeline-layout.ts";
import { hasSharedData, readSharedTimeline, sharedCountries } from "../support/shared-data.ts";
import { arbitraryTimeline } from "./arbitrary-timeline.ts";
import { EPSILON, expectApart } from "./expect-apart.ts";
import { findByClass, numberOf, parseSvg, type SvgElement } from "./parse-svg.ts";

const WIDTHS = [720, 360];

function boxOf(element: SvgElement): Box {
  const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
    numberOf(element, name),
  );
  return { x, y, width, height };
}

/** Checks the layout's boxes, then the boxes, bars and numbers of what is drawn. */
function expectTidy(timeline: Timeline, width: number): void {
  const scene = layoutTimeline(timeline, width);
  expectApart(
    scene.labels.map(({ box }) => box),
    width,
    scene.heightPx,
  );
  const titles = [scene.laws.title, scene.index?.title, scene.tiers.title, scene.governments?.title];
  const notes = [scene.laws.note, scene.index?.note, scene.tiers.note, scene.documents?.text];
  const words = [...titles, ...notes].flatMap((block) => (block ? [block.box] : []));
  expectApart([...words, ...scene.labels.map(({ box }) => box)], width, scene.heightPx);
  expectApart(scene.index?.values.map(({ box }) => box) ?? [], width, scene.heightPx);
  if (scene.documents) expectApart([scene.documents.swatch, scene.documents.text.box], width, scene.heightPx);
  for (const { box, leader } of scene.labels) {
    expect(leader.x).toBeGreaterThanOrEqual(box.x - EPSILON);
    expect(leader.x).toBeLessThanOrEqual(box.x + box.width + EPSILON);
  }

  const { svg, heightPx } = drawTimeline(timeline, { width, idPrefix: "t", isStandalone: false });
  expect(svg).not.toMatch(/NaN|undefined|Infinity| style=|<style/);
  const elements = parseSvg(svg);
  const labels = findByClass(elements, "tl-label-box").map(boxOf);
  expect(labels).toHaveLength(scene.labels.length);
  const bars = findByClass(elements, "tl-span").map(boxOf);
  expect(bars).toHaveLength(timeline.governments.length);
  expectApart(labels, width, heightPx);
  for (const bar of bars) expectApart([bar], width, heightPx);
  for (const label of labels) for (const bar of bars) expect(doBoxesOverlap(label, bar)).toBe(false);
  for (const id of elements.flatMap(({ attributes }) => attributes.id ?? [])) expect(id).toMatch(/^t-/);
  for (const { attributes } of elements) {
    const size = attributes["font-size"];
    if (size !== undefined) expect(Number(size)).toBeGreaterThanOrEqual(width < 540 ? 11 : 12);
  }
}

describe("timeline layout", () => {
  it("is tidy for every country of the companion's data at both widths", (context) => {
    if (!hasSharedData) context.skip("skipped: no shared data");
    const countries = sharedCountries();
    expect(countries).toHaveLength(15);
    for (const iso of countries) for (const width of WIDTHS) expectTidy(readSharedTimeline(iso), width);
  });

  it("is tidy for any timeline", () => {
    fc.assert(
      fc.property(arbitraryTimeline(), fc.constantFrom(...WIDTHS, 320, 1000), (timeline, width) =>
        expectTidy(timeline, width),
      ),
      { numRuns: 300 },
    );
  });

  it("is well-formed for any timeline", () => {
    fc.assert(
      fc.property(arbitraryTimeline(), (timeline) => {
        const { svg } = drawTimeline(timeline, {
          width: 360,
          idPrefix: "t",
          isStandalone: true,
          hasHeading: true,
        });
        expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it("draws the same bytes for the same input", () => {
    fc.assert(
      fc.property(arbitraryTimeline(), (timeline) => {
        const draw = () =>
          drawTimeline(structuredClone(timeline), { width: 720, idPrefix: "t", isStandalone: true });
        expect(draw()).toEqual(draw());
      }),
      { numRuns: 50 },
    );
  });
});
