import type { ScaleContinuousNumeric } from "d3-scale";
import { FILE_MARGIN, layoutFile } from "./drawing-file.ts";
import { type Box, baselineShift, lineHeight } from "./figure-frame.ts";
import { measureText, type TextFont, wrapText } from "./font-metrics.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import { drawSvg } from "./svg-frame.ts";
import type { Svg, TimelineOptions } from "./timeline.ts";

/** What is within the axes of a drawing, in px. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the texts of a drawing of a result stand, in px, and how high it is. */
export interface PlotScene {
  readonly font: TextFont;
  readonly heightPx: number;
  readonly texts: readonly PlacedText[];
}

/** What goes into a drawing of a result. */
export interface PlotContent {
  readonly title: string;
  /** Sentences for those who do not see it. */
  readonly description: readonly string[];
  readonly heightPx: number;
  readonly content: string;
  readonly font: TextFont;
}

/** Returns the width within a drawing's margins, and the font of its texts: 11 px below 540, else 12 px. */
export function innerOf({ width, isStandalone }: TimelineOptions): {
  widthPx: number;
  font: TextFont;
  isNarrow: boolean;
} {
  const widthPx = width - 2 * (isStandalone ? FILE_MARGIN : 0);
  const isNarrow = widthPx < 500;
  return { widthPx, isNarrow, font: { sizePx: isNarrow ? 11 : 12, weight: "regular" } };
}

/** Returns a drawing: its texts for those who do not see it, and in a file of its own style sheet and background. */
export function drawPlot(plot: PlotContent, options: TimelineOptions): Svg {
  const { idPrefix, isStandalone, width } = options;
  const margin = isStandalone ? FILE_MARGIN : 0;
  const drawn = { x: -margin, y: -margin, width, height: plot.heightPx + 2 * margin };
  const { paper, ...file } = layoutFile("plot", drawn, options);
  const content = [
    `<title id="${escapeMarkup(idPrefix)}-title">${escapeMarkup(plot.title)}</title>`,
    `<desc id="${escapeMarkup(idPrefix)}-desc">${escapeMarkup(plot.description.join(" "))}</desc>`,
    file.style,
    file.background,
    plot.content,
    file.credit,
  ];
  return drawSvg(content, { idPrefix, isStandalone, paper, font: plot.font, isNarrow: width < 540 });
}

/** Text in a place of a drawing, with the room that it takes. */
export interface PlacedText {
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly className?: string;
  readonly font: TextFont;
  readonly box: Box;
}

/** Returns a line of text whose anchor stands at `x`, with its middle at `middleY`. */
export function placeText(
  text: string,
  font: TextFont,
  place: {
    readonly x: number;
    readonly middleY: number;
    readonly anchor?: PlacedText["anchor"];
    readonly className?: string;
  },
): PlacedText {
  const { anchor = "middle", className } = place;
  const width = measureText(text, font);
  const x = place.x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const height = lineHeight(font);
  return {
    text,
    anchor,
    font,
    box: { x, y: place.middleY - height / 2, width, height },
    ...(className === undefined ? {} : { className }),
  };
}

/** Returns lines of text below each other, the first one's upper edge at `top`. */
export function placeLines(
  lines: readonly string[],
  font: TextFont,
  place: Omit<Parameters<typeof placeText>[2], "middleY"> & { readonly top: number },
): PlacedText[] {
  const { top, ...rest } = place;
  const line = lineHeight(font);
  return lines.map((text, i) => placeText(text, font, { ...rest, middleY: top + (i + 0.5) * line }));
}

/** Returns a path of lines from the left to the right of a plot. */
export function traceAcross({ left, right }: PlotArea, heights: readonly number[]): string {
  return heights.map((y) => `M${formatPx(left)},${formatPx(y)}H${formatPx(right)}`).join("");
}

/** Returns a path of lines from the top to the bottom of a plot. */
export function traceDown({ top, bottom }: PlotArea, places: readonly number[]): string {
  return places.map((x) => `M${formatPx(x)},${formatPx(top)}V${formatPx(bottom)}`).join("");
}

/** Draws a placed text. */
export function drawPlaced({ text, anchor, className, font, box }: PlacedText): string {
  const x = box.x + (anchor === "middle" ? box.width / 2 : anchor === "end" ? box.width : 0);
  const y = box.y + box.height / 2 + baselineShift(font);
  const weight = font.weight === "semibold" ? 600 : undefined;
  return drawElement(
    "text",
    {
      x,
      y,
      "text-anchor": anchor === "middle" ? undefined : anchor,
      "font-weight": weight,
      class: className,
    },
    escapeMarkup(text),
  );
}

/** Returns the numbers of an axis with their texts, a true minus where needed. */
export function ticksOf(
  scale: ScaleContinuousNumeric<number, number>,
  count: number,
): { value: number; at: number; text: string }[] {
  const format = scale.tickFormat(count, undefined as unknown as string);
  return scale
    .ticks(count)
    .map((value) => ({ value, at: scale(value), text: format(value).replace("-", "−") }))
    .filter(({ text }) => text !== "");
}

/**
 * Returns those ticks of an axis along x whose texts stand apart from each other, the first of two that do not. `textAt` is the
 * middle of a text: that of its tick, or as near as the drawing's width allows.
 */
export function spreadTicks<T extends { at: number; text: string }>(
  ticks: readonly T[],
  font: TextFont,
  widthPx: number,
): (T & { textAt: number })[] {
  const kept: (T & { textAt: number })[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const tick of ticks) {
    const half = measureText(tick.text, font) / 2;
    const textAt = Math.min(Math.max(tick.at, half), widthPx - half);
    if (textAt - half < end + 6) continue;
    kept.push({ ...tick, textAt });
    end = textAt + half;
  }
  return kept;
}

/** One entry of a key: a group of a plot, told apart by its place, with its name in one or more lines. */
export interface KeyEntry {
  readonly group: number;
  readonly texts: readonly PlacedText[];
}

const SAMPLE_PX = 26;

/** Returns a key of groups in as many lines as its texts need. */
export function layoutKey(
  labels: readonly string[],
  font: TextFont,
  widthPx: number,
): { entries: KeyEntry[]; heightPx: number } {
  const textX = SAMPLE_PX + 6;
  let [x, y, rowPx] = [0, 0, 0];
  const entries = labels.map((label, group) => {
    const name = wrapText(label, font, widthPx - textX, 3);
    const entryPx = textX + name.widthPx;
    if (x > 0 && x + entryPx > widthPx) [x, y, rowPx] = [0, y + rowPx, 0];
    const texts = placeLines(name.lines, font, { x: x + textX, top: y + 2, anchor: "start" });
    rowPx = Math.max(rowPx, name.lines.length * lineHeight(font) + 4);
    x += entryPx + 18;
    return { group, texts };
  });
  return { entries, heightPx: labels.length === 0 ? 0 : y + rowPx + 2 };
}

/** Draws a key, each entry with what `drawSample` draws around a point in a width. */
export function drawKey(
  entries: readonly KeyEntry[],
  drawSample: (group: number, x: number, y: number, widthPx: number) => string,
): string {
  return entries
    .map(({ group, texts }) => {
      const box = texts[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
      const sample = drawSample(group, box.x - 6 - SAMPLE_PX, box.y + box.height / 2, SAMPLE_PX);
      return sample + texts.map(drawPlaced).join("");
    })
    .join("");
}
