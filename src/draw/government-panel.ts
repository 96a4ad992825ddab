import { decimalYear } from "../base/edtf.ts";
import type { TimelineGovernment } from "../compute/timeline.ts";
import { type Box, baselineShift, type FigureFrame, xOf } from "./figure-frame.ts";
import { measureText } from "./font-metrics.ts";
import { drawLabelBlock, layoutLabelBlock, type PlacedLabel } from "./label-block.ts";
import { drawElement, escapeMarkup } from "./markup.ts";
import { drawText, layoutTitle, type TextBlock, TITLE_GAP } from "./panel-text.ts";

/** The fourth panel: who governed when, as bars. */
export interface GovernmentPanel {
  readonly title: TextBlock;
  readonly lanes: readonly GovernmentLane[];
  readonly bottom: number;
}

/** Governments that follow each other; those that overlap others stand in a lane of their own. */
export interface GovernmentLane {
  readonly spans: readonly GovernmentSpan[];
  readonly labels: readonly PlacedLabel[];
}

export interface GovernmentSpan {
  readonly government: TimelineGovernment;
  readonly box: Box;
  /** The name's width in px, where it is written inside of the bar. */
  readonly innerTextPx?: number;
}

interface Term {
  readonly government: TimelineGovernment;
  readonly from: number;
  readonly to: number;
}

const BAR_PX = 20;
const LANE_GAP = 8;
/** Terms may overlap this long, in years, and still stand in one lane. */
const TOLERANCE = 0.03;

/**
 * Returns the panel of governments. Terms are drawn at their true dates, cut at the ends of the axis; one without an
 * end reaches the end. Names stand inside of bars that hold them, else above with a leader line to the bar's middle.
 */
export function layoutGovernmentPanel(
  governments: readonly TimelineGovernment[],
  frame: FigureFrame,
  top: number,
): GovernmentPanel {
  const title = layoutTitle(frame.wording.words.governments, frame, top);
  let y = title.box.y + title.box.height + TITLE_GAP;
  const lanes: GovernmentLane[] = [];
  for (const terms of splitLanes(governments, frame)) {
    const outer = terms.filter((term) => !isNameInside(term, frame));
    const texts = outer.map(({ government, from, to }) => ({
      text: government.familyName,
      anchorX: xOf(frame, (from + to) / 2),
    }));
    const block = layoutLabelBlock(texts, frame, y - 2);
    const barY = block.heightPx > 0 ? y - 2 + block.heightPx : y;
    lanes.push({ spans: terms.map((term) => layoutSpan(term, barY, frame)), labels: block.labels });
    y = barY + BAR_PX + LANE_GAP;
  }
  return { title, lanes, bottom: y - LANE_GAP };
}

/** Draws the panel: the bars of each lane, then its labels. */
export function drawGovernmentPanel(panel: GovernmentPanel, frame: FigureFrame): string {
  const lanes = panel.lanes.map(
    ({ spans, labels }) =>
      drawLabelBlock(labels, frame) + spans.map((span) => drawSpan(span, frame)).join(""),
  );
  return drawText(panel.title, "tl-halo") + lanes.join("");
}

function splitLanes(governments: readonly TimelineGovernment[], frame: FigureFrame): Term[][] {
  const { first, last } = frame.years;
  const lanes: Term[][] = [];
  for (const government of governments) {
    const from = Math.min(Math.max(decimalYear(government.start), first), last + 1);
    const end = government.end === undefined ? last + 1 : decimalYear(government.end);
    const to = Math.max(from, Math.min(end, last + 1));
    const lane = lanes.find((terms) => (terms.at(-1)?.to ?? first) <= from + TOLERANCE);
    if (lane) lane.push({ government, from, to });
    else lanes.push([{ government, from, to }]);
  }
  return lanes;
}

function isNameInside({ government, from, to }: Term, frame: FigureFrame): boolean {
  return measureText(government.familyName, frame.labelFont) + 12 <= (to - from) * frame.columnPx;
}

function layoutSpan(term: Term, y: number, frame: FigureFrame): GovernmentSpan {
  const { government } = term;
  const x = Math.min(xOf(frame, term.from) + 0.75, frame.right - 1.5);
  const width = Math.max(1.5, xOf(frame, term.to) - 0.75 - x);
  const box = { x, y, width, height: BAR_PX };
  if (!isNameInside(term, frame)) return { government, box };
  return { government, box, innerTextPx: measureText(government.familyName, frame.labelFont) };
}

function drawSpan({ government, box, innerTextPx }: GovernmentSpan, frame: FigureFrame): string {
  const { x, y, width, height } = box;
  const rect = drawElement("rect", { x, y, width, height, class: "tl-span" });
  if (innerTextPx === undefined) return rect;
  const place = {
    x: x + width / 2,
    y: y + height / 2 + baselineShift(frame.labelFont),
    textLength: innerTextPx,
    lengthAdjust: "spacingAndGlyphs",
    class: "tl-span-name",
  };
  return rect + drawElement("text", place, escapeMarkup(government.familyName));
}
