import type { Box, FigureFrame } from "./figure-frame.ts";
import { baselineShift, lineHeight } from "./figure-frame.ts";
import { wrapText } from "./font-metrics.ts";
import { type LabelFrame, type LabelPlace, placeLabels } from "./label-layout.ts";
import { drawElement, escapeMarkup } from "./markup.ts";

/** A label as it is drawn: a box with lines of text, and a vertical leader line down to its mark. */
export interface PlacedLabel {
  readonly lines: readonly string[];
  /** The width of each line of text, in px. */
  readonly lineWidthPx: readonly number[];
  /** The whole text, where the lines hold less. */
  readonly fullText: string;
  readonly isShortened: boolean;
  readonly box: Box;
  /** 0 for the row next to the marks. */
  readonly row: number;
  /** From the box's lower edge down to the mark. */
  readonly leader: { readonly x: number; readonly top: number; readonly bottom: number };
}

/** Labels above marks. */
export interface LabelBlock {
  readonly labels: readonly PlacedLabel[];
  /** From the top of the block to the marks, in px; 0 without labels. */
  readonly heightPx: number;
}

/** A text to be placed, and the x of its mark in px. */
export interface LabelText {
  readonly text: string;
  readonly anchorX: number;
}

const PAD_X = 5;
const PAD_Y = 1.5;
const ROW_GAP = 4;
const LEADER_PX = 9;

/** Space between a label and the drawing's edge. */
const EDGE = 1;

/**
 * Returns labels in as many rows as they need between `top` and the marks below, over the figure's whole width.
 * A label wider than 200 px (150 px when narrow) is broken into two lines and then shortened.
 */
export function layoutLabelBlock(texts: readonly LabelText[], frame: FigureFrame, top: number): LabelBlock {
  if (texts.length === 0) return { labels: [], heightPx: 0 };
  const font = frame.labelFont;
  const fitted = texts.map(({ text }) => wrapText(text, font, frame.isNarrow ? 150 : 200, 2));
  const requests = texts.map(({ anchorX }, i) => ({
    anchorX,
    widthPx: (fitted[i]?.widthPx ?? 0) + 2 * PAD_X,
    heightPx: (fitted[i]?.lines.length ?? 1) * lineHeight(font) + 2 * PAD_Y,
  }));
  const room: LabelFrame = { left: EDGE, right: frame.widthPx - EDGE, gapPx: 4, insetPx: 4 };
  const places = placeLabels(requests, room);
  const rowHeights: number[] = [];
  for (const [i, { row }] of places.entries()) {
    rowHeights[row] = Math.max(rowHeights[row] ?? 0, requests[i]?.heightPx ?? 0);
  }
  const heightPx = rowHeights.reduce((sum, height) => sum + height + ROW_GAP, LEADER_PX - ROW_GAP);
  const bottom = top + heightPx;
  const labels = places.map((place, i): PlacedLabel => {
    const text = fitted[i] ?? { lines: [""], lineWidthsPx: [0], isShortened: false };
    const request = requests[i] ?? { anchorX: 0, widthPx: 0, heightPx: 0 };
    const boxBottom = bottom - LEADER_PX - sumBelow(rowHeights, place);
    return {
      lines: text.lines,
      lineWidthPx: text.lineWidthsPx,
      fullText: texts[i]?.text ?? "",
      isShortened: text.isShortened,
      box: { x: place.x, y: boxBottom - request.heightPx, width: request.widthPx, height: request.heightPx },
      row: place.row,
      leader: { x: request.anchorX, top: boxBottom, bottom },
    };
  });
  return { labels, heightPx };
}

function sumBelow(rowHeights: readonly number[], place: LabelPlace): number {
  let sum = 0;
  for (let row = 0; row < place.row; row++) sum += (rowHeights[row] ?? 0) + ROW_GAP;
  return sum;
}

/** Draws leaders first and boxes over them, so that no leader runs over the text of another label. */
export function drawLabelBlock(labels: readonly PlacedLabel[], frame: FigureFrame): string {
  const leaders = labels.map(({ leader }) =>
    drawElement("line", {
      x1: leader.x,
      y1: leader.top,
      x2: leader.x,
      y2: leader.bottom,
      class: "tl-leader",
    }),
  );
  return leaders.join("") + labels.map((label) => drawLabel(label, frame)).join("");
}

function drawLabel(label: PlacedLabel, frame: FigureFrame): string {
  const { x, y, width, height } = label.box;
  const font = frame.labelFont;
  const title = label.isShortened ? `<title>${escapeMarkup(label.fullText)}</title>` : "";
  const rect = drawElement("rect", { x, y, width, height, rx: 2.5, class: "tl-label-box" });
  const lines = label.lines.map((line, i) =>
    drawElement(
      "text",
      {
        x: x + width / 2,
        y: y + PAD_Y + (i + 0.5) * lineHeight(font) + baselineShift(font),
        textLength: label.lineWidthPx[i] || undefined,
        lengthAdjust: "spacingAndGlyphs",
      },
      escapeMarkup(line),
    ),
  );
  return `<g class="tl-label">${title}${rect}${lines.join("")}</g>`;
}
