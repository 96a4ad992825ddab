import type { TimelineDocuments } from "../compute/timeline.ts";
import { formatYearRange, type YearRange } from "../model/year-range.ts";
import { type Box, type FigureFrame, lineHeight, xOf } from "./figure-frame.ts";
import { drawElement } from "./markup.ts";
import { drawText, layoutText, type TextBlock } from "./panel-text.ts";

/** The years without documents behind the index and the tiers, and the key below the axis that says so. */
export interface DocumentShade {
  readonly bands: readonly { readonly years: YearRange; readonly x: number; readonly widthPx: number }[];
  /** A patch of the same pattern, beside the words. */
  readonly swatch: Box;
  readonly text: TextBlock;
  readonly bottom: number;
}

/** Returns the shade of the years without documents, its key at `top`; undefined where there are none on the axis. */
export function layoutDocumentShade(
  documents: TimelineDocuments | undefined,
  frame: FigureFrame,
  top: number,
): DocumentShade | undefined {
  if (!documents || documents.without.length === 0) return undefined;
  const font = frame.textFont;
  const swatch = { x: frame.left, y: top + 2, width: 18, height: lineHeight(font) - 4 };
  const { words, list } = frame.wording;
  const without = words.noDocuments(list(documents.without.map(formatYearRange)));
  const text = layoutText(without, font, frame, { top, left: frame.left + 24, maxLines: 3 });
  return {
    bands: documents.without.map((years) => ({
      years,
      x: xOf(frame, years.first),
      widthPx: (years.last - years.first + 1) * frame.columnPx,
    })),
    swatch,
    text,
    bottom: text.box.y + text.box.height,
  };
}

/** Draws the pattern of years without documents: dots, unlike the hatching of years without a tier. */
export function drawDotPattern(dotsId: string): string {
  const dots = drawElement("path", { d: "M0.75,1.5h1.5M3.75,4.5h1.5", class: "tl-hatch" });
  const size = { id: dotsId, width: 6, height: 6, patternUnits: "userSpaceOnUse" };
  return `<defs>${drawElement("pattern", size, dots)}</defs>`;
}

/** Draws the bands over the height of each plot. */
export function drawDocumentBands(
  shade: DocumentShade,
  plots: readonly { readonly top: number; readonly plotBottom: number }[],
  dotsId: string,
): string {
  return plots
    .flatMap(({ top, plotBottom }) =>
      shade.bands.map(({ x, widthPx }) => {
        const place = { x, y: top, width: widthPx, height: plotBottom - top };
        return drawElement("rect", { ...place, fill: `url(#${dotsId})`, class: "tl-undocumented" });
      }),
    )
    .join("");
}

/** Draws the key below the axis. */
export function drawDocumentKey(shade: DocumentShade, dotsId: string): string {
  const patch = drawElement("rect", { ...shade.swatch, fill: `url(#${dotsId})`, class: "tl-gap" });
  return patch + drawText(shade.text, "tl-quiet");
}
