import type { Cycle, CycleGroup } from "../compute/cycle.ts";
import { formatYearRange } from "../model/year-range.ts";
import {
  type Box,
  createFrame,
  type FigureFrame,
  labelledYears,
  lineHeight,
  TICK_GAP,
} from "./figure-frame.ts";
import type { FigureWording } from "./figure-words.ts";
import { measureText, wrapText } from "./font-metrics.ts";
import { type GradeStrip, layoutGradeStrip } from "./grade-strip.ts";
import { type LaneScene, layoutLane } from "./lane-marks.ts";
import { layoutText, layoutTitle, type TextBlock, TITLE_GAP } from "./panel-text.ts";
import { layoutHeading } from "./timeline-layout.ts";

/** Where everything of a lane chart stands, in px from its top left corner. */
export interface LaneChartScene {
  readonly frame: FigureFrame;
  readonly heightPx: number;
  readonly heading: readonly TextBlock[];
  readonly key: readonly KeyItem[];
  readonly stripTitle: TextBlock;
  readonly strip: GradeStrip;
  readonly groups: readonly GroupScene[];
  /** Top of the line of years above the grades; a tall chart has them at both ends. */
  readonly yearsTop: number;
  /** The axis below the last lane. */
  readonly axisY: number;
  readonly yearLabels: readonly number[];
  /** What has no mark. */
  readonly note?: TextBlock;
}

export interface GroupScene {
  readonly group: CycleGroup;
  readonly title: TextBlock;
  readonly lanes: readonly LaneScene[];
}

/** What a kind of mark means; only those that occur. */
export interface KeyItem {
  readonly mark: "dot" | "bar" | "hollow" | "up" | "down";
  readonly text: string;
  readonly box: Box;
}

const GROUP_GAP = 10;
/** Room for the mark before a key's text. */
export const KEY_MARK_PX = 16;

/** Returns the layout of a lane chart in a drawing `widthPx` wide (300 or more); its height follows from its marks. */
export function layoutLaneChart(
  cycle: Cycle,
  widthPx: number,
  { heading = [], wording }: { readonly heading?: readonly string[]; readonly wording?: FigureWording } = {},
): LaneChartScene {
  const frame = createLaneFrame(cycle, widthPx, wording);
  const { words } = frame.wording;
  const blocks = layoutHeading(heading, frame);
  const headingBox = blocks.at(-1)?.box;
  const top = headingBox ? headingBox.y + headingBox.height + 10 : 2;
  const key = layoutKey(cycle, frame, top);
  const keyBottom = key.reduce((bottom, { box }) => Math.max(bottom, box.y + box.height), top);
  const stripTitle = layoutTitle(words.tierPanel(cycle.timeline.scorecard), frame, keyBottom + GROUP_GAP);
  const yearsTop = stripTitle.box.y + stripTitle.box.height;
  const stripTop = yearsTop + lineHeight(frame.textFont) + 2;
  const strip = layoutGradeStrip(cycle.timeline, frame, { top: stripTop, releaseMonth: cycle.releaseMonth });
  let y = strip.bottom;
  const groups = cycle.groups.map((group): GroupScene => {
    const title = layoutTitle(words.cycleGroups[group.id], frame, y + GROUP_GAP);
    y = title.box.y + title.box.height + TITLE_GAP - 2;
    const lanes = group.lanes.map((lane) => {
      const scene = layoutLane(lane, frame, y);
      y = scene.bottom;
      return scene;
    });
    return { group, title, lanes };
  });
  const axisY = y + 6;
  const axisBottom = axisY + 5 + lineHeight(frame.textFont) + 3;
  const noteText = describeRest(cycle, frame.wording);
  const note =
    noteText === ""
      ? undefined
      : layoutText(noteText, frame.textFont, frame, { top: axisBottom + 4, maxLines: 4 });
  return {
    frame,
    heightPx: Math.ceil(note ? note.box.y + note.box.height + 3 : axisBottom),
    heading: blocks,
    key,
    stripTitle,
    strip,
    groups,
    yearsTop,
    axisY,
    yearLabels: labelledYears(frame),
    ...(note ? { note } : {}),
  };
}

/** The gutter on the left is as wide as the widest lane's name, which wraps into two lines. */
function createLaneFrame(cycle: Cycle, widthPx: number, wording: FigureWording | undefined): FigureFrame {
  const frame = createFrame(cycle.timeline, widthPx, wording);
  const { laneName } = frame.wording.words;
  const maxPx = frame.isNarrow ? 90 : 140;
  const widths = cycle.groups.flatMap(({ lanes }) =>
    lanes.map(({ label }) => wrapText(laneName(label), frame.textFont, maxPx, 2).widthPx),
  );
  const left = Math.ceil(Math.max(measureText("0000", frame.textFont), ...widths)) + TICK_GAP;
  const { first, last } = frame.years;
  return { ...frame, left, columnPx: (frame.right - left) / (last - first + 1) };
}

function layoutKey(cycle: Cycle, frame: FigureFrame, top: number): KeyItem[] {
  const dates = cycle.groups
    .flatMap(({ lanes }) => lanes.flatMap(({ marks }) => marks))
    .flatMap(({ date }) => date ?? []);
  const isDot = (precision: string): boolean => precision === "day" || precision === "month";
  const { moves } = cycle.timeline;
  const { words } = frame.wording;
  const texts: readonly (readonly [KeyItem["mark"], string, boolean])[] = [
    ["dot", words.dayOrMonthKnown, dates.some(({ precision }) => isDot(precision))],
    ["bar", words.yearOrLonger, dates.some(({ precision }) => !isDot(precision))],
    ["hollow", words.approximateMark, dates.some(({ isUncertain }) => isUncertain)],
    ["down", words.downgraded, moves.some(({ direction }) => direction === "down")],
    ["up", words.upgraded, moves.some(({ direction }) => direction === "up")],
  ];
  const height = lineHeight(frame.textFont);
  let [x, y] = [0, top];
  return texts.flatMap(([mark, text, isUsed]): KeyItem[] => {
    if (!isUsed) return [];
    const width = KEY_MARK_PX + measureText(text, frame.textFont);
    if (x > 0 && x + width > frame.right) [x, y] = [0, y + height];
    const box = { x, y, width, height };
    x += width + 14;
    return [{ mark, text, box }];
  });
}

/** Says what belongs into the lanes and has no mark; empty where all have. */
export function describeRest(cycle: Cycle, { words }: FigureWording): string {
  const parts = [
    cycle.undated.length > 0 ? words.entriesWithoutDate(cycle.undated.length) : "",
    cycle.outside.length > 0
      ? words.entriesOutside(cycle.outside.length, formatYearRange(cycle.timeline.years))
      : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : words.notDrawn(parts.join(words.partSeparator));
}
