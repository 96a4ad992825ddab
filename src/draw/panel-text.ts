import { isMissing } from "../base/missing.ts";
import { formatYearRange, type YearRange } from "../model/year-range.ts";
import { type Box, baselineShift, type FigureFrame, lineHeight, xOf } from "./figure-frame.ts";
import type { FigureWording } from "./figure-words.ts";
import { type FittedText, measureText, type TextFont, wrapText } from "./font-metrics.ts";
import { drawElement, escapeMarkup } from "./markup.ts";

/** Lines of text from a left edge, with the place that they take. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly fullText: string;
  readonly isShortened: boolean;
  readonly font: TextFont;
  readonly box: Box;
}

/** A run of years without a value for one reason, and the words drawn over them where they fit. */
export interface ReasonRun {
  readonly years: YearRange;
  readonly reason: string;
  readonly x: number;
  readonly widthPx: number;
  readonly text?: FittedText;
}

/** Distance between panels, in px. */
export const PANEL_GAP = 18;
/** Distance from a title's text to its panel, in px. */
export const TITLE_GAP = 5;

/** Returns text from the figure's left edge over at most its whole width, in at most `maxLines` lines. */
export function layoutText(
  text: string,
  font: TextFont,
  frame: FigureFrame,
  place: { readonly top: number; readonly left?: number; readonly maxLines?: number },
): TextBlock {
  const x = place.left ?? 0;
  const fitted = wrapText(text, font, frame.widthPx - x - 1, place.maxLines ?? 2);
  const height = fitted.lines.length * lineHeight(font);
  return {
    lines: fitted.lines,
    fullText: text,
    isShortened: fitted.isShortened,
    font,
    box: { x, y: place.top, width: fitted.widthPx, height },
  };
}

/** Draws a block of text; `className` says its colour. */
export function drawText(block: TextBlock, className?: string): string {
  const { font, box } = block;
  const title = block.isShortened ? `<title>${escapeMarkup(block.fullText)}</title>` : "";
  const lines = block.lines.map((line, i) =>
    drawElement(
      "text",
      {
        x: box.x,
        y: box.y + (i + 0.5) * lineHeight(font) + baselineShift(font),
        "text-anchor": "start",
        "font-size": font.sizePx,
        "font-weight": font.weight === "semibold" ? 600 : undefined,
        class: className,
      },
      escapeMarkup(line),
    ),
  );
  return title === "" ? lines.join("") : `<g>${title}${lines.join("")}</g>`;
}

/** Returns a panel's title at `top`. */
export function layoutTitle(text: string, frame: FigureFrame, top: number): TextBlock {
  return layoutText(text, frame.titleFont, frame, { top });
}

/** Returns the runs of successive years that lack a value for the same reason, in order; its detail is left out. */
export function layoutReasonRuns(
  entries: readonly { readonly year: number; readonly value: unknown }[],
  frame: FigureFrame,
  maxLines: number,
): ReasonRun[] {
  const runs: { first: number; last: number; reason: string }[] = [];
  for (const { year, value } of entries) {
    if (!isMissing(value)) continue;
    const reason = frame.wording.words.missingReasons[value.missing];
    const run = runs.at(-1);
    if (run && run.last === year - 1 && run.reason === reason) run.last = year;
    else runs.push({ first: year, last: year, reason });
  }
  return runs.map(({ first, last, reason }) => {
    const widthPx = (last - first + 1) * frame.columnPx;
    const text = fitReason(reason, frame.textFont, widthPx - 4, maxLines);
    return { years: { first, last }, reason, x: xOf(frame, first), widthPx, ...(text ? { text } : {}) };
  });
}

/** Returns a sentence on those runs whose reason is not written over them; empty where all are. */
export function describeUnlabelled(runs: readonly ReasonRun[], { words }: FigureWording): string {
  const byReason = new Map<string, string[]>();
  for (const { text, reason, years } of runs) {
    if (text) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), formatYearRange(years)]);
  }
  return [...byReason]
    .map(([reason, years]) => words.reasonOfYears(years.join(words.listSeparator), reason))
    .join(words.partSeparator);
}

/** Draws the words of a run in the middle of its years, centred on `middleY`. */
export function drawReason(run: ReasonRun, font: TextFont, middleY: number): string {
  if (!run.text) return "";
  const { lines } = run.text;
  return lines
    .map((line, i) => {
      const y = middleY + (i + 0.5 - lines.length / 2) * lineHeight(font) + baselineShift(font);
      const place = { x: run.x + run.widthPx / 2, y, class: "tl-quiet tl-halo" };
      return drawElement("text", place, escapeMarkup(line));
    })
    .join("");
}

function fitReason(text: string, font: TextFont, maxPx: number, maxLines: number): FittedText | undefined {
  if (text.split(" ").some((word) => measureText(word, font) > maxPx)) return undefined;
  const fitted = wrapText(text, font, maxPx, maxLines);
  return fitted.isShortened ? undefined : fitted;
}
