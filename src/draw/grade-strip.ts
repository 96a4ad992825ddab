import { isMissing } from "../base/missing.ts";
import type { Timeline } from "../compute/timeline.ts";
import type { Tier } from "../model/scorecard.ts";
import { formatYearRange, type YearRange } from "../model/year-range.ts";
import { baselineShift, type FigureFrame, xOf } from "./figure-frame.ts";
import { measureText } from "./font-metrics.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import { tierColour } from "./palette.ts";
import { drawReason, layoutReasonRuns, type ReasonRun } from "./panel-text.ts";

/** The grades of a country as one row of cells, with triangles where an edition moved it. */
export interface GradeStrip {
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly StripCell[];
  readonly gaps: readonly ReasonRun[];
  readonly moves: readonly StripMove[];
}

/** Successive years in one tier. */
export interface StripCell {
  readonly years: YearRange;
  readonly tier: Tier;
  /** Which of the palette's tier colours. */
  readonly colour: number;
  readonly x: number;
  readonly widthPx: number;
  /** The tier's name, or its short form, where the cell holds it. */
  readonly text?: string;
}

/** Where an edition with another tier came out. */
export interface StripMove {
  readonly x: number;
  readonly direction: "up" | "down";
  readonly year: number;
}

const STRIP_PX = 20;
/** Height of the triangles below the cells. */
const MOVE_PX = 9;

/**
 * Returns the grades from `top` on. A cell fills the columns of its editions' years, as in the timeline; a move stands in
 * the middle of the month in which the edition came out, because that is what later acts can have followed.
 */
export function layoutGradeStrip(
  timeline: Timeline,
  frame: FigureFrame,
  { top, releaseMonth }: { readonly top: number; readonly releaseMonth: number },
): GradeStrip {
  const runs: { first: number; last: number; tier: Tier }[] = [];
  for (const { year, tier } of timeline.grades) {
    if (isMissing(tier)) continue;
    const run = runs.at(-1);
    if (run && run.last === year - 1 && run.tier.rank === tier.rank) run.last = year;
    else runs.push({ first: year, last: year, tier });
  }
  const cells = runs.map(({ first, last, tier }): StripCell => {
    const widthPx = (last - first + 1) * frame.columnPx;
    const text = [tier.label, tier.short].find((one) => measureText(one, frame.textFont) + 4 <= widthPx);
    const position = timeline.tiers.findIndex(({ rank }) => rank === tier.rank);
    return {
      years: { first, last },
      tier,
      colour: tierColour(Math.max(0, position), timeline.tiers.length),
      x: xOf(frame, first),
      widthPx,
      ...(text === undefined ? {} : { text }),
    };
  });
  const entries = timeline.grades.map(({ year, tier }) => ({ year, value: tier }));
  return {
    top,
    bottom: top + STRIP_PX + (timeline.moves.length > 0 ? MOVE_PX : 0),
    cells,
    gaps: layoutReasonRuns(entries, frame, 1),
    moves: timeline.moves.map(({ to, direction }) => ({
      x: xOf(frame, to + (releaseMonth - 0.5) / 12),
      direction,
      year: to,
    })),
  };
}

/** Draws the cells over the hatching of years without a tier, and the triangles. */
export function drawGradeStrip(strip: GradeStrip, frame: FigureFrame, hatchId: string): string {
  const place = { y: strip.top, height: STRIP_PX };
  const gaps = strip.gaps.map((gap) => {
    const title = `<title>${escapeMarkup(`${formatYearRange(gap.years)}: ${gap.reason}`)}</title>`;
    const size = { x: gap.x, width: gap.widthPx, ...place };
    const rect = drawElement("rect", { ...size, fill: `url(#${hatchId})`, class: "tl-gap" }, title);
    return rect + drawReason(gap, frame.textFont, strip.top + STRIP_PX / 2);
  });
  const cells = strip.cells.map((cell) => {
    const title = `<title>${escapeMarkup(`${formatYearRange(cell.years)}: ${cell.tier.label}`)}</title>`;
    const size = { x: cell.x, width: cell.widthPx, ...place };
    const rect = drawElement("rect", { ...size, class: `lc-cell tier-r${cell.colour}` }, title);
    if (cell.text === undefined) return rect;
    const middle = {
      x: cell.x + cell.widthPx / 2,
      y: strip.top + STRIP_PX / 2 + baselineShift(frame.textFont),
      class: `lc-ink-${cell.colour}`,
    };
    return rect + drawElement("text", middle, escapeMarkup(cell.text));
  });
  const moves = strip.moves.map(({ x, direction }) =>
    drawMoveMark(x, strip.top + STRIP_PX + MOVE_PX / 2 + 0.5, direction),
  );
  return [...gaps, ...cells, ...moves].join("");
}

/** Draws a triangle 8 px wide around a middle, pointing down or up. */
export function drawMoveMark(x: number, y: number, direction: "up" | "down"): string {
  const tip = direction === "down" ? 3.6 : -3.6;
  const points = [
    [x - 4, y - tip],
    [x + 4, y - tip],
    [x, y + tip],
  ];
  const d = `M${points.map(([px = 0, py = 0]) => `${formatPx(px)},${formatPx(py)}`).join("L")}Z`;
  return drawElement("path", { d, class: `tl-move tl-move-${direction}` });
}
