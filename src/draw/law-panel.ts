import { decimalYear, yearOf } from "../base/edtf.ts";
import type { TimelineLaw } from "../compute/timeline.ts";
import { isYearIn } from "../model/year-range.ts";
import { type FigureFrame, xOf } from "./figure-frame.ts";
import { drawLabelBlock, layoutLabelBlock, type PlacedLabel } from "./label-block.ts";
import { drawElement } from "./markup.ts";
import { drawText, layoutText, layoutTitle, type TextBlock, TITLE_GAP } from "./panel-text.ts";

/** The first panel: when laws were enacted. */
export interface LawPanel {
  readonly title: TextBlock;
  readonly labels: readonly PlacedLabel[];
  readonly marks: readonly LawMark[];
  readonly markY: number;
  /** Says that there is no law, or names those outside of the axis. */
  readonly note?: TextBlock;
  readonly bottom: number;
}

/** One law: its moment, and the stretch that it can have been enacted in where that is longer than a year. */
export interface LawMark {
  readonly x: number;
  readonly span?: { readonly from: number; readonly to: number };
}

/** Room that a mark takes above and below its middle, in px. */
const MARK_PX = 5;

/**
 * Returns the panel of laws. A law stands at its day, or in the middle of the month, year or interval that it is
 * dated to; laws that begin outside of the axis are named in a note.
 */
export function layoutLawPanel(laws: readonly TimelineLaw[], frame: FigureFrame, top: number): LawPanel {
  const { words } = frame.wording;
  const title = layoutTitle(words.laws, frame, top);
  const isShown = (law: TimelineLaw) => isYearIn(frame.years, yearOf(law.enacted));
  const shown = laws.filter(isShown);
  const others = laws.filter((law) => !isShown(law));
  const marks = shown.map((law) => layoutMark(law, frame));
  const texts = shown.map((law, i) => ({ text: labelOf(law, frame), anchorX: marks[i]?.x ?? frame.left }));
  const blockTop = title.box.y + title.box.height + TITLE_GAP - (shown.length > 0 ? 2 : TITLE_GAP);
  const block = layoutLabelBlock(texts, frame, blockTop);
  const markY = blockTop + block.heightPx + MARK_PX;
  const marksBottom = shown.length > 0 ? markY + MARK_PX : blockTop;
  const outside = others.map((law) => labelOf(law, frame)).join(words.partSeparator);
  const text = outside !== "" ? words.outsideOfYears(outside) : shown.length === 0 ? words.noneRecorded : "";
  const note = text === "" ? undefined : layoutText(text, frame.textFont, frame, { top: marksBottom + 1 });
  return {
    title,
    labels: block.labels,
    marks,
    markY,
    ...(note ? { note } : {}),
    bottom: note ? note.box.y + note.box.height : marksBottom,
  };
}

/** Draws the panel; the rules that run down from its marks are drawn by the figure. */
export function drawLawPanel(panel: LawPanel, frame: FigureFrame): string {
  const { markY } = panel;
  const axis = { x1: frame.left, y1: markY, x2: frame.right, y2: markY, class: "tl-base" };
  const marks = panel.marks.map(({ x, span }) => {
    const dot = drawElement("circle", { cx: x, cy: markY, r: 4.5, class: "tl-mark" });
    if (!span) return dot;
    return `${drawElement("line", { x1: span.from, y1: markY, x2: span.to, y2: markY, class: "tl-mark-span" })}${dot}`;
  });
  return [
    drawText(panel.title, "tl-halo"),
    panel.marks.length > 0 ? drawElement("line", axis) : "",
    drawLabelBlock(panel.labels, frame),
    ...marks,
    panel.note ? drawText(panel.note, "tl-quiet tl-halo") : "",
  ].join("");
}

function layoutMark(law: TimelineLaw, frame: FigureFrame): LawMark {
  const { first, last, precision } = law.enacted;
  const from = decimalYear(first);
  const to = precision === "day" ? from : Math.min(decimalYear(last) + 1 / 365, frame.years.last + 1);
  const x = xOf(frame, (from + to) / 2);
  return precision === "interval" ? { x, span: { from: xOf(frame, from), to: xOf(frame, to) } } : { x };
}

function labelOf(law: TimelineLaw, { wording }: FigureFrame): string {
  const { enacted } = law;
  const isShort = enacted.precision === "day" || enacted.precision === "month";
  return wording.words.lawLabel(
    wording.words.lawName(law.label),
    isShort ? String(yearOf(enacted)) : wording.date(enacted),
  );
}
