import type { Timeline } from "../compute/timeline.ts";
import type { Tier } from "../model/scorecard.ts";
import type { YearRange } from "../model/year-range.ts";
import { ENGLISH_FIGURES, type FigureWording } from "./figure-words.ts";
import { measureText, type TextFont, wrapText } from "./font-metrics.ts";

/** A rectangle in px from the figure's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What all panels of a figure share. All lengths in px. */
export interface FigureFrame {
  readonly widthPx: number;
  readonly isNarrow: boolean;
  /** Left end of the x axis: the start of the first year. */
  readonly left: number;
  /** Right end of the x axis: the end of the last year. */
  readonly right: number;
  /** Width of one year. */
  readonly columnPx: number;
  readonly years: YearRange;
  /** Tiers that exist or are given within the years, best first. */
  readonly levels: readonly Tier[];
  readonly titleFont: TextFont;
  readonly textFont: TextFont;
  /** Boxed labels and names inside of bars. */
  readonly labelFont: TextFont;
  /** Values written beside points. */
  readonly valueFont: TextFont;
  readonly wording: FigureWording;
}

/** Room right of the axis, so that a mark at its end is drawn whole. */
const RIGHT_PAD = 8;
/** Distance from tick labels to the axis. */
export const TICK_GAP = 8;

/**
 * Returns the frame for a drawing `widthPx` wide: narrow below 540 px, with text of 11 px, else 12 px. The gutter on
 * the left is as wide as the widest tick label, which wraps into two lines beyond 140 px (72 px when narrow).
 */
export function createFrame(
  timeline: Timeline,
  widthPx: number,
  wording: FigureWording = ENGLISH_FIGURES,
): FigureFrame {
  const isNarrow = widthPx < 540;
  const size = isNarrow ? 11 : 12;
  const textFont: TextFont = { sizePx: size, weight: "regular" };
  const { years, grades } = timeline;
  const used = new Set(grades.flatMap(({ tier }) => ("rank" in tier ? [tier.rank] : [])));
  const levels = timeline.tiers.filter((tier) => tier.since <= years.last || used.has(tier.rank));
  const labelPx = levels.map((tier) => wrapText(tier.label, textFont, isNarrow ? 72 : 140, 2).widthPx);
  const left = Math.ceil(Math.max(measureText("000", textFont), ...labelPx)) + TICK_GAP;
  const right = widthPx - RIGHT_PAD;
  return {
    widthPx,
    isNarrow,
    left,
    right,
    columnPx: (right - left) / (years.last - years.first + 1),
    years,
    levels,
    titleFont: { sizePx: size + 1, weight: "semibold" },
    textFont,
    labelFont: textFont,
    valueFont: { sizePx: size, weight: "semibold" },
    wording,
  };
}

/** Returns the x of a moment in decimal years; `year` is 1 January and `year + 0.5` the middle of its column. */
export function xOf(frame: FigureFrame, decimalYear: number): number {
  return frame.left + (decimalYear - frame.years.first) * frame.columnPx;
}

/** Returns the height of a line of text, in px. */
export function lineHeight(font: TextFont): number {
  return Math.round(font.sizePx * 1.25);
}

/** Returns how far below the middle of a line its baseline stands, in px. */
export function baselineShift(font: TextFont): number {
  return font.sizePx * 0.34;
}

/** Tells whether two boxes share more than an edge. */
export function doBoxesOverlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];

/** Returns the years whose columns are labelled on the x axis: as many as their four digits leave room for. */
export function labelledYears(frame: FigureFrame): number[] {
  const room = measureText("0000", frame.textFont) + 6;
  const step = YEAR_STEPS.find((one) => one * frame.columnPx >= room) ?? 100;
  const { first, last } = frame.years;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years.length > 0 ? years : [first];
}
