import type { TestVerdict } from "../compute/test-result.ts";
import { drawElement } from "./markup.ts";

const RING = { cx: 7, cy: 7, r: 5.75, fill: "none", stroke: "currentColor", "stroke-width": 1.5 };

/**
 * Returns a mark of 14 px for a verdict, by shape and not by colour alone: a disc with a tick, a ring half filled, a square
 * with a cross, a ring with a question mark, a dashed ring. It stands beside the word and is hidden from screen readers.
 */
export function drawVerdictMark(verdict: TestVerdict): string {
  const size = { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true", focusable: "false" };
  return drawElement("svg", { class: `verdict-mark verdict-${verdict}`, ...size }, SHAPES[verdict]());
}

const LINE = { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round", "stroke-width": 1.6 };

const SHAPES: Readonly<Record<TestVerdict, () => string>> = {
  holds: () =>
    drawElement("circle", { cx: 7, cy: 7, r: 6.5, fill: "currentColor" }) +
    drawElement("path", { d: "M4 7.2L6.2 9.4L10 4.9", class: "verdict-sign", ...LINE }),
  partly: () =>
    drawElement("circle", RING) +
    drawElement("path", { d: "M7 1.25A5.75 5.75 0 0 0 7 12.75Z", fill: "currentColor" }),
  fails: () =>
    drawElement("rect", { x: 1, y: 1, width: 12, height: 12, rx: 1.5, fill: "currentColor" }) +
    drawElement("path", { d: "M4.6 4.6L9.4 9.4M9.4 4.6L4.6 9.4", class: "verdict-sign", ...LINE }),
  undecidable: () =>
    drawElement("circle", RING) +
    drawElement("path", {
      d: "M5.3 5.6a1.75 1.75 0 1 1 2.5 1.55c-.6.3-.8.6-.8 1.2M7 10.2v.05",
      stroke: "currentColor",
      ...LINE,
      "stroke-width": 1.3,
    }),
  "not-in-record": () => drawElement("circle", { ...RING, "stroke-dasharray": "2.2 2.3" }),
};
