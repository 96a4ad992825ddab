import { isMissing } from "../base/missing.ts";
import type { Timeline, TimelineMove } from "../compute/timeline.ts";
import type { Tier } from "../model/scorecard.ts";
import { type Box, type FigureFrame, lineHeight, TICK_GAP, xOf } from "./figure-frame.ts";
import { measureText, wrapText } from "./font-metrics.ts";
import { tierColour } from "./palette.ts";
import {
  describeUnlabelled,
  layoutReasonRuns,
  layoutText,
  layoutTitle,
  type ReasonRun,
  type TextBlock,
  TITLE_GAP,
} from "./panel-text.ts";

/** The third panel: the tier by year, as steps. */
export interface TierPanel {
  readonly title: TextBlock;
  readonly key?: TierKey;
  readonly top: number;
  readonly plotBottom: number;
  readonly levels: readonly TierLevel[];
  /** Successive years in one tier. */
  readonly steps: readonly TierStep[];
  readonly moves: readonly TierMark[];
  readonly gaps: readonly ReasonRun[];
  readonly note?: TextBlock;
  readonly bottom: number;
}

/** The height at which a tier stands, from the year in which it exists. */
export interface TierLevel {
  readonly tier: Tier;
  readonly y: number;
  /** Left end of its line; the axis' right end or beyond for a tier that does not exist within the years. */
  readonly x: number;
  readonly lines: readonly string[];
  /** "from 2004", where it fits beside the start of the line. */
  readonly sinceText?: string;
}

export interface TierStep {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly tier: Tier;
  /** Which of the palette's tier colours. */
  readonly colour: number;
  readonly x: number;
  readonly widthPx: number;
  readonly y: number;
}

/** A change of tier: a vertical line at the start of the year of the new tier, and a triangle in its middle. */
export interface TierMark {
  readonly move: TimelineMove;
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
  /** Whether years without a tier lie between. */
  readonly isFar: boolean;
  readonly sizePx: number;
}

/** What the triangles mean; only those that occur. */
export interface TierKey {
  readonly entries: readonly {
    readonly direction: "up" | "down";
    readonly x: number;
    readonly text: string;
  }[];
  readonly box: Box;
}

const LEVEL_PAD = 14;

/**
 * Returns the panel of tiers, the best on top.
 *
 * The tier of the edition of year Y is drawn over the whole column of Y, from 1 January to 31 December, although
 * an edition comes out within the year: a column is what readers look years up in. A change therefore stands at the
 * start of the year of the new tier. A tier has a level of its own only from the year since which it exists. Years with
 * a reason in place of a tier are hatched over the panel's height; years without an entry are empty.
 */
export function layoutTierPanel(timeline: Timeline, frame: FigureFrame, titleTop: number): TierPanel {
  const { words } = frame.wording;
  const title = layoutTitle(words.tierPanel(timeline.scorecard), frame, titleTop);
  const { key, keyBottom } = layoutKey(timeline.moves, title, frame);
  const top = keyBottom + TITLE_GAP;
  const pitch = Math.max(frame.isNarrow ? 29 : 30, 2 * lineHeight(frame.textFont));
  const yOfRank = new Map(frame.levels.map((tier, i) => [tier.rank, top + LEVEL_PAD + i * pitch]));
  const plotBottom = top + 2 * LEVEL_PAD + (Math.max(1, frame.levels.length) - 1) * pitch;
  const moves = timeline.moves.map((move) => layoutMove(move, yOfRank, frame));
  const entries = timeline.grades.map(({ year, tier }) => ({ year, value: tier }));
  const gaps = layoutReasonRuns(entries, frame, 4);
  const unlabelled = describeUnlabelled(gaps, frame.wording);
  const noteText =
    timeline.grades.length === 0 ? words.noGradesHere : unlabelled && words.hatchedAre(unlabelled);
  const note = noteText
    ? layoutText(noteText, frame.textFont, frame, { top: plotBottom + 4, left: frame.left, maxLines: 4 })
    : undefined;
  return {
    title,
    ...(key ? { key } : {}),
    top,
    plotBottom,
    levels: frame.levels.map((tier) =>
      layoutLevel(tier, yOfRank.get(tier.rank) ?? top, { moves, gaps }, frame),
    ),
    steps: layoutSteps(timeline, yOfRank, frame),
    moves,
    gaps,
    ...(note ? { note } : {}),
    bottom: note ? note.box.y + note.box.height : plotBottom,
  };
}

/** Puts the key at the right end of the title's line, or on a line of its own where the two would meet. */
function layoutKey(
  moves: readonly TimelineMove[],
  title: TextBlock,
  frame: FigureFrame,
): { key?: TierKey; keyBottom: number } {
  const titleBottom = title.box.y + title.box.height;
  const texts = (["down", "up"] as const)
    .filter((direction) => moves.some((move) => move.direction === direction))
    .map((direction) => ({
      direction,
      text: frame.wording.words[direction === "down" ? "downgraded" : "upgraded"],
    }));
  if (texts.length === 0) return { keyBottom: titleBottom };
  const widths = texts.map(({ text }) => 14 + measureText(text, frame.textFont));
  const widthPx = widths.reduce((sum, width) => sum + width + 12, -12);
  const isBeside = title.lines.length === 1 && title.box.width + 16 + widthPx <= frame.right;
  const lineTop = isBeside ? title.box.y : titleBottom;
  const left = isBeside ? frame.right - widthPx : 0;
  let x = left;
  const entries = texts.map(({ direction, text }, i) => {
    const entry = { direction, text, x };
    x += (widths[i] ?? 0) + 12;
    return entry;
  });
  const height = isBeside ? title.box.height : lineHeight(frame.textFont);
  return {
    key: { entries, box: { x: left, y: lineTop, width: widthPx, height } },
    keyBottom: lineTop + height,
  };
}

function layoutLevel(
  tier: Tier,
  y: number,
  { moves, gaps }: Pick<TierPanel, "moves" | "gaps">,
  frame: FigureFrame,
): TierLevel {
  const { years, textFont } = frame;
  const x = xOf(frame, Math.max(tier.since, years.first));
  const level = { tier, y, x, lines: wrapText(tier.label, textFont, frame.left - TICK_GAP, 2).lines };
  if (tier.since <= years.first || tier.since > years.last) return level;
  const sinceText = frame.wording.words.fromYear(tier.since);
  const from = x - measureText(sinceText, textFont) - 8;
  const isCrossed = moves.some(
    (mark) => mark.x > from - 8 && mark.x < x - 1 && (mark.fromY - y) * (mark.toY - y) <= 0,
  );
  const isHatched = gaps.some((gap) => gap.x < x && gap.x + gap.widthPx > from - 4);
  return from < frame.left || isCrossed || isHatched ? level : { ...level, sinceText };
}

function layoutSteps(
  timeline: Timeline,
  yOfRank: ReadonlyMap<number, number>,
  frame: FigureFrame,
): TierStep[] {
  const runs: { firstYear: number; lastYear: number; tier: Tier }[] = [];
  for (const { year, tier } of timeline.grades) {
    if (isMissing(tier)) continue;
    const run = runs.at(-1);
    if (run && run.lastYear === year - 1 && run.tier.rank === tier.rank) run.lastYear = year;
    else runs.push({ firstYear: year, lastYear: year, tier });
  }
  return runs.map((run) => ({
    ...run,
    colour: tierColour(positionOf(timeline, run.tier), timeline.tiers.length),
    x: xOf(frame, run.firstYear),
    widthPx: (run.lastYear - run.firstYear + 1) * frame.columnPx,
    y: yOfRank.get(run.tier.rank) ?? 0,
  }));
}

function positionOf(timeline: Timeline, tier: Tier): number {
  return Math.max(
    0,
    timeline.tiers.findIndex(({ rank }) => rank === tier.rank),
  );
}

function layoutMove(move: TimelineMove, yOfRank: ReadonlyMap<number, number>, frame: FigureFrame): TierMark {
  return {
    move,
    x: xOf(frame, move.to),
    fromY: yOfRank.get(move.before.rank) ?? 0,
    toY: yOfRank.get(move.after.rank) ?? 0,
    isFar: move.to - move.from > 1,
    sizePx: Math.max(4, Math.min(10, frame.columnPx * 0.75)),
  };
}
