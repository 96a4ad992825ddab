import { scaleLinear } from "d3-scale";
import { formatNumber } from "../base/format.ts";
import { isMissing } from "../base/missing.ts";
import type { TimelineIndex } from "../compute/timeline.ts";
import {
  type Box,
  baselineShift,
  doBoxesOverlap,
  type FigureFrame,
  lineHeight,
  TICK_GAP,
  xOf,
} from "./figure-frame.ts";
import { measureText } from "./font-metrics.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import {
  describeUnlabelled,
  drawReason,
  drawText,
  layoutReasonRuns,
  layoutText,
  layoutTitle,
  type ReasonRun,
  type TextBlock,
  TITLE_GAP,
} from "./panel-text.ts";

/** The second panel: an index by year, as a line. */
export interface IndexPanel {
  readonly title: TextBlock;
  readonly top: number;
  readonly plotBottom: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Successive years with values, each run apart. */
  readonly lines: readonly (readonly IndexPoint[])[];
  readonly values: readonly ValueLabel[];
  readonly gaps: readonly ReasonRun[];
  readonly note?: TextBlock;
  readonly bottom: number;
}

export interface IndexPoint {
  readonly year: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

/** A value written beside its point. */
export interface ValueLabel {
  readonly text: string;
  readonly box: Box;
}

/**
 * Returns the panel of an index. Each value stands in the middle of its year's column; years without one are gaps in
 * the line and never 0. The axis has the declared range, widened where a value lies outside of it. The first, last,
 * highest and lowest values are written out where they do not meet each other.
 */
export function layoutIndexPanel(index: TimelineIndex, frame: FigureFrame, titleTop: number): IndexPanel {
  const title = layoutTitle(index.unit ? `${index.label} (${index.unit})` : index.label, frame, titleTop);
  const top = titleTop + title.box.height + TITLE_GAP + 6;
  const known = index.values.flatMap(({ year, value }) => (isMissing(value) ? [] : [{ year, value }]));
  if (known.length === 0) {
    const note = layoutText(frame.wording.words.noValuesHere, frame.textFont, frame, {
      top: top - TITLE_GAP - 6,
    });
    const bottom = note.box.y + note.box.height;
    return { title, top, plotBottom: bottom, ticks: [], lines: [], values: [], gaps: [], note, bottom };
  }
  const plotBottom = top + (frame.isNarrow ? 84 : 92);
  const low = Math.min(index.range[0], ...known.map(({ value }) => value));
  const high = Math.max(index.range[1], ...known.map(({ value }) => value));
  const scale = scaleLinear([low, high > low ? high : low + 1], [plotBottom, top]);
  const points = known.map(({ year, value }) => ({
    year,
    value,
    x: xOf(frame, year + 0.5),
    y: scale(value),
  }));
  const gaps = layoutReasonRuns(index.values, frame, 3);
  const unlabelled = describeUnlabelled(gaps, frame.wording);
  const noteText = unlabelled === "" ? "" : frame.wording.words.noValueIn(unlabelled);
  const note = noteText
    ? layoutText(noteText, frame.textFont, frame, { top: plotBottom + 7, left: frame.left, maxLines: 4 })
    : undefined;
  return {
    title,
    top,
    plotBottom,
    ticks: scale.ticks(3).map((value) => ({ value, y: scale(value) })),
    lines: splitRuns(points),
    values: layoutValues(points, frame, top, plotBottom),
    gaps,
    ...(note ? { note } : {}),
    bottom: note ? note.box.y + note.box.height : plotBottom,
  };
}

function splitRuns(points: readonly IndexPoint[]): IndexPoint[][] {
  const runs: IndexPoint[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.year === point.year - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

function layoutValues(
  points: readonly IndexPoint[],
  frame: FigureFrame,
  top: number,
  bottom: number,
): ValueLabel[] {
  const highest = points.reduce((best, point) => (point.value > best.value ? point : best));
  const lowest = points.reduce((best, point) => (point.value < best.value ? point : best));
  const chosen = new Set([points.at(-1), points[0], highest, lowest]);
  const labels: ValueLabel[] = [];
  for (const point of chosen) {
    if (!point) continue;
    const text = formatNumber(point.value, "number");
    const width = measureText(text, frame.valueFont);
    const height = lineHeight(frame.valueFont) - 3;
    const x = Math.min(Math.max(point.x - width / 2, frame.left + 1), frame.right - width);
    const isAbove =
      point.y + 5 + height > bottom || (!isValley(point, points) && point.y - 5 - height > top - 12);
    const box = { x, y: isAbove ? point.y - 5 - height : point.y + 5, width, height };
    if (!labels.some((label) => doBoxesOverlap(label.box, box))) labels.push({ text, box });
  }
  return labels;
}

/** Tells whether the line leaves a point upward, so that its value stands better below. */
function isValley(point: IndexPoint, points: readonly IndexPoint[]): boolean {
  const beside = points.filter(({ year }) => Math.abs(year - point.year) === 1);
  const slope = beside.reduce((sum, { y }) => sum + (point.y - y), 0);
  return slope > 0;
}

/** Draws the panel over its grid; the columns of years are drawn by the figure. */
export function drawIndexPanel(panel: IndexPanel, frame: FigureFrame): string {
  const font = frame.textFont;
  const shift = baselineShift(font);
  const grid = panel.ticks.map(({ value, y }) => {
    const line = drawElement("line", { x1: frame.left, y1: y, x2: frame.right, y2: y, class: "tl-grid" });
    const place = { x: frame.left - TICK_GAP, y: y + shift, "text-anchor": "end", class: "tl-quiet" };
    return line + drawElement("text", place, escapeMarkup(formatNumber(value, "number")));
  });
  const lines = panel.lines
    .filter((run) => run.length > 1)
    .map((run) => {
      const d = `M${run.map(({ x, y }) => `${formatPx(x)},${formatPx(y)}`).join("L")}`;
      return drawElement("path", { d, class: "tl-line" });
    });
  const radius = Math.max(1.5, Math.min(3.5, frame.columnPx * 0.3));
  const points = panel.lines
    .flat()
    .map(({ x, y }) => drawElement("circle", { cx: x, cy: y, r: radius, class: "tl-point" }));
  const values = panel.values.map(({ text, box }) => {
    const y = box.y + box.height / 2 + baselineShift(frame.valueFont);
    const place = { x: box.x + box.width / 2, y, "font-weight": 600, class: "tl-value" };
    return drawElement("text", place, escapeMarkup(text));
  });
  const middle = panel.plotBottom - lineHeight(font) * 1.6;
  return [
    drawText(panel.title, "tl-halo"),
    ...grid,
    ...panel.gaps.map((gap) => drawReason(gap, font, middle)),
    ...lines,
    ...points,
    ...values,
    panel.note ? drawText(panel.note, "tl-quiet tl-halo") : "",
  ].join("");
}
