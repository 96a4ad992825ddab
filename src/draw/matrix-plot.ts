import type { MatrixFigure } from "../compute/analysis/result.ts";
import { lineHeight } from "./figure-frame.ts";
import { type TextFont, wrapText } from "./font-metrics.ts";
import { drawElement } from "./markup.ts";
import {
  drawPlaced,
  drawPlot,
  innerOf,
  type PlacedText,
  type PlotScene,
  placeLines,
  placeText,
} from "./plot-kit.ts";
import type { Svg, TimelineOptions } from "./timeline.ts";

/** Where everything of a transition matrix stands, in px. */
export interface MatrixScene extends PlotScene {
  readonly cells: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly share: number;
  }[];
}

/** Returns the layout of a matrix of shares with their counts. */
export function layoutMatrix(figure: MatrixFigure, options: TimelineOptions): MatrixScene {
  const { widthPx, font, isNarrow } = innerOf(options);
  const line = lineHeight(font);
  const names = figure.states.map((state) => wrapText(state, font, isNarrow ? 62 : 130, 3));
  const left = Math.ceil(Math.max(0, ...names.map((one) => one.widthPx))) + 10;
  const columnPx = (widthPx - left - 1) / figure.states.length;
  const heads = figure.states.map((state) => wrapText(state, font, columnPx - 6, 3));
  const headLines = Math.max(1, ...heads.map((one) => one.lines.length));
  const top = line + 4 + headLines * line + 4;
  const rowPx = Math.max(2 * line + 8, ...names.map((one) => one.lines.length * line + 6));
  const strong: TextFont = { ...font, weight: "semibold" };
  const texts: PlacedText[] = [
    placeText(figure.to, font, { x: left, middleY: line / 2, anchor: "start", className: "tl-quiet" }),
    placeText(figure.from, font, {
      x: 0,
      middleY: top - line / 2 - 4,
      anchor: "start",
      className: "tl-quiet",
    }),
  ];
  const cells: MatrixScene["cells"][number][] = [];
  for (const [i, row] of figure.cells.entries()) {
    const middle = top + (i + 0.5) * rowPx;
    const name = names[i]?.lines ?? [];
    texts.push(...placeLines(name, font, { x: 0, top: middle - (name.length / 2) * line, anchor: "start" }));
    const head = heads[i]?.lines ?? [];
    const x = left + (i + 0.5) * columnPx;
    texts.push(...placeLines(head, font, { x, top: top - 4 - head.length * line }));
    for (const [j, cell] of row.entries()) {
      cells.push({
        x: left + j * columnPx,
        y: top + i * rowPx,
        width: columnPx,
        height: rowPx,
        share: cell?.share ?? 0,
      });
      const at = left + (j + 0.5) * columnPx;
      if (!cell) continue;
      texts.push(
        placeText(`${(100 * cell.share).toFixed(1)}%`, strong, { x: at, middleY: middle - line / 2 }),
      );
      texts.push(placeText(`${cell.count}`, font, { x: at, middleY: middle + line / 2 }));
    }
  }
  return { font, heightPx: top + figure.states.length * rowPx + 2, texts, cells };
}

/** The darkest cell, so that its text stays readable in both themes. */
const DARKEST = 0.4;

/** Returns a transition matrix as SVG: each cell with its share and count, darker with the share. */
export function drawMatrix(
  figure: MatrixFigure,
  text: { readonly title: string; readonly description: readonly string[] },
  options: TimelineOptions,
): Svg {
  const { font, heightPx, texts, cells } = layoutMatrix(figure, options);
  const content = [
    ...cells.map(({ share, ...box }) =>
      drawElement("rect", { ...box, class: "pl-cell", "fill-opacity": share * DARKEST }),
    ),
    ...texts.map(drawPlaced),
  ];
  return drawPlot({ ...text, heightPx, font, content: content.join("") }, options);
}
