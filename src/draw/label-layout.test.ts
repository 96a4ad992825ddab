import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelFrame, placeLabels } from "./label-layout.ts";

const FRAME: LabelFrame = { left: 0, right: 300, gapPx: 4, insetPx: 4 };

const REQUESTS = fc.array(
  fc.record({
    anchorX: fc.double({ min: 0, max: 300, noNaN: true }),
    widthPx: fc.double({ min: 10, max: 200, noNaN: true }),
    heightPx: fc.constant(18),
  }),
  { maxLength: 40 },
);

/** Counts leaders that pass through the box of another label. */
function countCrossings(requests: { anchorX: number; widthPx: number }[]): number {
  const places = placeLabels(
    requests.map((one) => ({ ...one, heightPx: 18 })),
    FRAME,
  );
  let crossings = 0;
  for (const [i, box] of places.entries()) {
    for (const [j, { row }] of places.entries()) {
      const x = requests[j]?.anchorX ?? 0;
      const width = requests[i]?.widthPx ?? 0;
      if (row > box.row && x > box.x && x < box.x + width) crossings++;
    }
  }
  return crossings;
}

describe("placeLabels", () => {
  it("returns nothing for nothing", () => {
    expect(placeLabels([], FRAME)).toEqual([]);
  });

  it("centres a label that stands alone and keeps it inside of the frame", () => {
    const at = (anchorX: number) => placeLabels([{ anchorX, widthPx: 60, heightPx: 18 }], FRAME)[0]?.x;
    expect(at(150)).toBe(120);
    expect(at(10)).toBe(0);
    expect(at(298)).toBe(240);
  });

  it("uses one row where there is room, pushing labels apart", () => {
    const places = placeLabels(
      [100, 130].map((anchorX) => ({ anchorX, widthPx: 50, heightPx: 18 })),
      FRAME,
    );
    expect(places.map(({ row }) => row)).toEqual([0, 0]);
    expect((places[1]?.x ?? 0) - (places[0]?.x ?? 0)).toBeGreaterThanOrEqual(54);
  });

  it("lets no leader cross a label where a staircase avoids it", () => {
    expect(countCrossings([60, 75, 90, 105, 120].map((anchorX) => ({ anchorX, widthPx: 55 })))).toBe(0);
    expect(countCrossings([20, 150, 160, 170, 290].map((anchorX) => ({ anchorX, widthPx: 70 })))).toBe(0);
  });

  it("never lets labels overlap or leave the frame, and keeps each over its anchor", () => {
    fc.assert(
      fc.property(REQUESTS, (requests) => {
        const places = placeLabels(requests, FRAME);
        expect(places).toHaveLength(requests.length);
        for (const [i, place] of places.entries()) {
          const { anchorX = 0, widthPx = 0 } = requests[i] ?? {};
          expect(place.x).toBeGreaterThanOrEqual(FRAME.left - 1e-9);
          expect(place.x + widthPx).toBeLessThanOrEqual(FRAME.right + 1e-9);
          expect(place.x).toBeLessThanOrEqual(anchorX + 1e-9);
          expect(place.x + widthPx).toBeGreaterThanOrEqual(anchorX - 1e-9);
          for (const [j, other] of places.entries()) {
            if (j <= i || other.row !== place.row) continue;
            const isApart =
              place.x + widthPx + FRAME.gapPx <= other.x + 1e-6 ||
              other.x + (requests[j]?.widthPx ?? 0) + FRAME.gapPx <= place.x + 1e-6;
            expect(isApart).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("leaves no row empty", () => {
    fc.assert(
      fc.property(REQUESTS, (requests) => {
        const rows = new Set(placeLabels(requests, FRAME).map(({ row }) => row));
        expect([...rows].sort((a, b) => a - b)).toEqual(Array.from({ length: rows.size }, (_, i) => i));
      }),
    );
  });
});
