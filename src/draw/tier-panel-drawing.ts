import { baselineShift, type FigureFrame, lineHeight, TICK_GAP } from "./figure-frame.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import { drawReason, drawText } from "./panel-text.ts";
import type { TierLevel, TierMark, TierPanel } from "./tier-panel.ts";

/** Draws the panel of tiers over its grid. The hatching's pattern has the id `hatchId`. */
export function drawTierPanel(panel: TierPanel, frame: FigureFrame, hatchId: string): string {
  const font = frame.textFont;
  const middle = (panel.top + panel.plotBottom) / 2;
  const height = panel.plotBottom - panel.top;
  const hatched = panel.gaps.map((gap) => {
    const place = { x: gap.x, y: panel.top, width: gap.widthPx, height };
    return drawElement("rect", { ...place, fill: `url(#${hatchId})`, class: "tl-gap" });
  });
  const steps = panel.steps.map(({ x, y, widthPx, colour }) =>
    drawElement("line", { x1: x, y1: y, x2: x + widthPx, y2: y, class: `tl-step tier-r${colour}` }),
  );
  const risers = panel.moves.map(({ x, fromY, toY, isFar }) =>
    drawElement("line", {
      x1: x,
      y1: fromY,
      x2: x,
      y2: toY,
      class: isFar ? "tl-riser tl-riser-far" : "tl-riser",
    }),
  );
  return [
    drawText(panel.title, "tl-halo"),
    drawKey(panel, frame),
    ...panel.levels.map((level) => drawLevel(level, frame)),
    ...hatched,
    ...panel.gaps.map((gap) => drawReason(gap, font, middle)),
    ...risers,
    ...steps,
    ...panel.moves.map(drawMove),
    panel.note ? drawText(panel.note, "tl-quiet tl-halo") : "",
  ].join("");
}

/** Draws the pattern that years without a tier are filled with. */
export function drawHatchPattern(hatchId: string): string {
  const paper = drawElement("rect", { width: 8, height: 8, class: "tl-paper" });
  const lines = drawElement("path", { d: "M-1,9L9,-1M-1,1L1,-1M7,9L9,7", class: "tl-hatch" });
  const size = { id: hatchId, width: 8, height: 8, patternUnits: "userSpaceOnUse" };
  return `<defs>${drawElement("pattern", size, paper + lines)}</defs>`;
}

function drawKey(panel: TierPanel, frame: FigureFrame): string {
  if (!panel.key) return "";
  const { entries, box } = panel.key;
  const y = box.y + box.height / 2;
  return entries
    .map((entry) => {
      const place = { x: entry.x + 14, y: y + baselineShift(frame.textFont), "text-anchor": "start" };
      const text = drawElement("text", { ...place, class: "tl-quiet tl-halo" }, escapeMarkup(entry.text));
      return drawTriangle(entry.x + 5, y, 9, entry.direction) + text;
    })
    .join("");
}

function drawLevel(level: TierLevel, frame: FigureFrame): string {
  const { y, x } = level;
  const font = frame.textFont;
  const line =
    x < frame.right ? drawElement("line", { x1: x, y1: y, x2: frame.right, y2: y, class: "tl-grid" }) : "";
  const words = level.lines.map((text, i) => {
    const shift = (i + 0.5 - level.lines.length / 2) * lineHeight(font) + baselineShift(font);
    const place = { x: frame.left - TICK_GAP, y: y + shift, "text-anchor": "end", class: "tl-quiet" };
    return drawElement("text", place, escapeMarkup(text));
  });
  if (level.sinceText === undefined) return line + words.join("");
  const place = { x: x - 4, y: y + baselineShift(font), "text-anchor": "end", class: "tl-quiet tl-halo" };
  return line + words.join("") + drawElement("text", place, escapeMarkup(level.sinceText));
}

function drawMove(mark: TierMark): string {
  return drawTriangle(mark.x, (mark.fromY + mark.toY) / 2, mark.sizePx, mark.move.direction);
}

/** Draws a triangle `sizePx` wide around a middle, pointing down or up. */
function drawTriangle(x: number, y: number, sizePx: number, direction: "up" | "down"): string {
  const half = sizePx / 2;
  const tip = direction === "down" ? half * 0.9 : -half * 0.9;
  const points = [
    [x - half, y - tip],
    [x + half, y - tip],
    [x, y + tip],
  ];
  const d = `M${points.map(([px = 0, py = 0]) => `${formatPx(px)},${formatPx(py)}`).join("L")}Z`;
  return drawElement("path", { d, class: `tl-move tl-move-${direction}` });
}
