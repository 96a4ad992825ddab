import { scaleLinear, scaleLog } from "d3-scale";
import type { ForestFigure } from "../compute/analysis/result.ts";
import { formatEstimate } from "../compute/analysis/result-words.ts";
import { lineHeight } from "./figure-frame.ts";
import { wrapText } from "./font-metrics.ts";
import { drawElement, formatPx } from "./markup.ts";
import {
  drawPlaced,
  drawPlot,
  innerOf,
  type PlacedText,
  type PlotArea,
  type PlotScene,
  placeLines,
  placeText,
  spreadTicks,
  ticksOf,
  traceAcross,
  traceDown,
} from "./plot-kit.ts";
import type { Svg, TimelineOptions } from "./timeline.ts";

/** Where everything of a forest plot stands, in px. */
export interface ForestScene extends PlotScene {
  readonly bars: readonly {
    readonly from: number;
    readonly to: number;
    readonly at: number;
    readonly y: number;
  }[];
  readonly plot: PlotArea;
  readonly referenceX: number;
  readonly ticks: readonly number[];
}

/** Returns the layout of estimates with their intervals; in a narrow drawing each label stands above its bar. */
export function layoutForest(figure: ForestFigure, options: TimelineOptions): ForestScene {
  const { widthPx, font, isNarrow } = innerOf(options);
  const line = lineHeight(font);
  const numbers = figure.items.map(
    (one) => `${formatEstimate(one.estimate)} (${formatEstimate(one.lower)} to ${formatEstimate(one.upper)})`,
  );
  const labelPx = isNarrow ? widthPx : widthPx * 0.34;
  const labels = figure.items.map((one) => wrapText(one.label, font, labelPx, 3));
  const numberPx = Math.max(
    0,
    ...numbers.map((text) => placeText(text, font, { x: 0, middleY: 0 }).box.width),
  );
  const left = isNarrow ? 8 : Math.ceil(Math.max(0, ...labels.map((one) => one.widthPx))) + 16;
  const right = isNarrow ? widthPx - 8 : widthPx - numberPx - 14;
  const texts: PlacedText[] = [];
  const bars: ForestScene["bars"][number][] = [];
  const x = scaleOf(figure, [left, right]);
  let y = 2;
  for (const [i, item] of figure.items.entries()) {
    const lines = labels[i]?.lines ?? [];
    const at = isNarrow ? y + (lines.length + 1.6) * line : y + (lines.length * line) / 2 + 4;
    const top = isNarrow ? y : at - (lines.length * line) / 2;
    texts.push(
      ...placeLines(lines, font, { x: 0, top, anchor: "start", className: "tl-halo" }),
      isNarrow
        ? placeText(numbers[i] ?? "", font, {
            x: 0,
            middleY: y + (lines.length + 0.5) * line,
            anchor: "start",
            className: "tl-quiet tl-halo",
          })
        : placeText(numbers[i] ?? "", font, { x: widthPx, middleY: at, anchor: "end" }),
    );
    bars.push({ from: x(item.lower), to: x(item.upper), at: x(item.estimate), y: at });
    y = isNarrow ? at + line * 0.9 : at + (lines.length * line) / 2 + 6;
  }
  const bottom = y + 4;
  const ticks = spreadTicks(
    figure.reference === 1 ? ratioTicks(x) : ticksOf(x, isNarrow ? 4 : 6),
    font,
    widthPx,
  );
  texts.push(
    ...ticks.map((tick) =>
      placeText(tick.text, font, { x: tick.textAt, middleY: bottom + 4 + line / 2, className: "tl-quiet" }),
    ),
  );
  const title = wrapText(figure.axis, font, widthPx, 3).lines;
  texts.push(...placeLines(title, font, { x: widthPx, top: bottom + 6 + line, anchor: "end" }));
  return {
    font,
    heightPx: bottom + 8 + (1 + title.length) * line,
    texts,
    bars,
    plot: { left, right, top: 0, bottom },
    referenceX: x(figure.reference),
    ticks: ticks.map((tick) => tick.at),
  };
}

const RATIOS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 1000];

/** Ticks of an axis of ratios: those that read alike on both sides of 1, and 1 before its neighbours. */
function ratioTicks(x: ReturnType<typeof scaleOf>): { value: number; at: number; text: string }[] {
  const [low = 0, high = 0] = x.domain();
  return RATIOS.filter((value) => value >= low && value <= high).map((value) => ({
    value,
    at: x(value),
    text: String(value),
  }));
}

function scaleOf({ items, reference }: ForestFigure, range: [number, number]) {
  const low = Math.min(reference, ...items.map((one) => one.lower));
  const high = Math.max(reference, ...items.map((one) => one.upper));
  if (reference === 0) return scaleLinear(low < high ? [low, high] : [low - 1, high + 1], range).nice();
  return scaleLog([Math.max(low, 1e-3) / 1.1, high * 1.1], range);
}

/** Returns estimates with their intervals as SVG; ratios stand on a logarithmic axis around 1. */
export function drawForest(
  figure: ForestFigure,
  text: { readonly title: string; readonly description: readonly string[] },
  options: TimelineOptions,
): Svg {
  const { font, heightPx, texts, bars, plot, referenceX, ticks } = layoutForest(figure, options);
  const content = [
    drawElement("path", {
      d: traceDown(plot, ticks),
      class: "tl-grid",
    }),
    drawElement("path", {
      d: traceDown(plot, [referenceX]),
      class: "pl-reference",
    }),
    drawElement("path", {
      d: traceAcross(plot, [plot.bottom]),
      class: "tl-axis",
    }),
    ...bars.map(
      ({ from, to, at, y }) =>
        drawElement("path", {
          d: `M${formatPx(from)},${formatPx(y)}H${formatPx(to)}M${formatPx(from)},${formatPx(y - 4)}v8M${formatPx(to)},${formatPx(y - 4)}v8`,
          class: "pl-bar",
        }) + drawElement("circle", { cx: at, cy: y, r: 4.5, class: "pl-mark" }),
    ),
    ...texts.map(drawPlaced),
  ];
  return drawPlot({ ...text, heightPx, font, content: content.join("") }, options);
}
