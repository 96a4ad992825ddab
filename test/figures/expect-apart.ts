import { expect } from "vitest";
import { type Box, doBoxesOverlap } from "../../src/draw/figure-frame.ts";

/** How far boxes may seem to overlap or to leave the frame because coordinates are rounded. */
export const EPSILON = 0.02;

/** Expects boxes to lie within a frame that begins at 0, and none on another. */
export function expectApart(boxes: readonly Box[], width: number, height: number): void {
  for (const [i, box] of boxes.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(-EPSILON);
    expect(box.y).toBeGreaterThanOrEqual(-EPSILON);
    expect(box.x + box.width).toBeLessThanOrEqual(width + EPSILON);
    expect(box.y + box.height).toBeLessThanOrEqual(height + EPSILON);
    const inner = {
      x: box.x + EPSILON,
      y: box.y + EPSILON,
      width: box.width - 2 * EPSILON,
      height: box.height - 2 * EPSILON,
    };
    for (const other of boxes.slice(i + 1)) expect(doBoxesOverlap(inner, other)).toBe(false);
  }
}
