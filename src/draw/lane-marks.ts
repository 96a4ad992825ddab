import { type CalendarDate, decimalYear } from "../base/edtf.ts";
import type { CycleLane, CycleMark } from "../compute/cycle.ts";
import { type Box, type FigureFrame, lineHeight, TICK_GAP, xOf } from "./figure-frame.ts";
import { wrapText } from "./font-metrics.ts";

/** A row of marks with its name at the left. */
export interface LaneScene {
  readonly lane: CycleLane;
  readonly labelLines: readonly string[];
  /** Where the name stands. */
  readonly labelBox: Box;
  readonly top: number;
  readonly bottom: number;
  readonly marks: readonly PlacedMark[];
}

/** One entry or law: a dot for a day or a month, a bar for a year or an interval. */
export interface PlacedMark {
  readonly mark: CycleMark;
  readonly shape: "dot" | "bar";
  /** Whether its date is uncertain or approximate. */
  readonly isHollow: boolean;
  /** The room that it takes, its outline included. */
  readonly box: Box;
  /** 0 for the upper row of the lane. */
  readonly row: number;
}

/** Diameter of a dot and height of a bar, outlines included, in px. */
export const DOT_PX = 9;
export const BAR_PX = 7;
const ROW_PX = 11;
const LANE_PAD = 4;
/** Least horizontal distance of two marks of a row. */
const MARK_GAP = 1.5;

/**
 * Returns a lane from `top` on. Marks stand at their dates; those that would touch go into rows below each other, so the
 * lane's height follows from its densest year. What begins before or ends after the axis is cut at its ends.
 */
export function layoutLane(lane: CycleLane, frame: FigureFrame, top: number): LaneScene {
  const spans = lane.marks
    .flatMap((mark) => (mark.date ? [{ mark, date: mark.date, ...spanOf(mark.date, frame) }] : []))
    .sort((a, b) => a.x - b.x || b.width - a.width);
  const ends: number[] = [];
  const rows = spans.map(({ x, width }) => {
    const free = ends.findIndex((end) => end + MARK_GAP <= x);
    const row = free < 0 ? ends.length : free;
    ends[row] = x + width;
    return row;
  });
  const font = frame.textFont;
  const label = wrapText(frame.wording.words.laneName(lane.label), font, frame.left - TICK_GAP, 2);
  const labelHeight = label.lines.length * lineHeight(font);
  const plotHeight = Math.max(labelHeight, Math.max(1, ends.length) * ROW_PX);
  const bottom = top + plotHeight + 2 * LANE_PAD;
  const firstRow = top + LANE_PAD + (plotHeight - ends.length * ROW_PX) / 2;
  return {
    lane,
    labelLines: label.lines,
    labelBox: {
      x: frame.left - TICK_GAP - label.widthPx,
      y: (top + bottom - labelHeight) / 2,
      width: label.widthPx,
      height: labelHeight,
    },
    top,
    bottom,
    marks: spans.map(({ mark, date, shape, x, width }, i) => {
      const row = rows[i] ?? 0;
      const height = shape === "dot" ? DOT_PX : BAR_PX;
      const y = firstRow + (row + 0.5) * ROW_PX - height / 2;
      return { mark, shape, isHollow: date.isUncertain, box: { x, y, width, height }, row };
    }),
  };
}

function spanOf(date: CalendarDate, frame: FigureFrame): { shape: "dot" | "bar"; x: number; width: number } {
  const from = decimalYear(date.first);
  const to = decimalYear(date.last) + 1 / 366;
  if (date.precision === "day" || date.precision === "month") {
    const x = clamp(xOf(frame, (from + to) / 2) - DOT_PX / 2, frame.left, frame.right - DOT_PX);
    return { shape: "dot", x, width: DOT_PX };
  }
  const left = clamp(xOf(frame, from) + 1, frame.left, frame.right - DOT_PX);
  const right = clamp(xOf(frame, to) - 1, left + DOT_PX, frame.right);
  return { shape: "bar", x: left, width: right - left };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
