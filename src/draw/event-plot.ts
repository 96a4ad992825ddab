import { scaleLinear } from "d3-scale";
import type { EventFigure } from "../compute/analysis/result.ts";
import { lineHeight } from "./figure-frame.ts";
import { measureText, wrapText } from "./font-metrics.ts";
import { drawElement, formatPx } from "./markup.ts";
import {
  drawKey,
  drawPlaced,
  drawPlot,
  innerOf,
  type KeyEntry,
  layoutKey,
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

/** Where everything of an event study stands, in px. */
export interface EventScene extends PlotScene {
  readonly key: readonly KeyEntry[];
  readonly lines: readonly (readonly {
    readonly x: number;
    readonly y: number;
    readonly from: number;
    readonly to: number;
  }[])[];
  readonly plot: PlotArea;
  readonly gridY: readonly number[];
  readonly zeroY: number;
  /** Between the year before the event and its year. */
  readonly eventX: number;
}

/** Returns the layout of effects by distance from an event; the years before it have a ground of their own. */
export function layoutEvent(figure: EventFigure, options: TimelineOptions): EventScene {
  const { widthPx, font, isNarrow } = innerOf(options);
  const line = lineHeight(font);
  const key = layoutKey(
    figure.lines.map((one) => one.label),
    font,
    widthPx,
  );
  const points = figure.lines.flatMap((one) => one.points);
  const heading = wrapText(figure.axis, font, widthPx, 3).lines;
  const top = key.heightPx + heading.length * line + line + 14;
  const bottom = top + (isNarrow ? 220 : 260);
  const y = scaleLinear(
    [Math.min(0, ...points.map((one) => one.lower)), Math.max(0, ...points.map((one) => one.upper))],
    [bottom - 4, top + 4],
  ).nice();
  const ticks = ticksOf(y, 6);
  const left = Math.ceil(Math.max(...ticks.map((tick) => measureText(tick.text, font)))) + 8;
  const plot = { left, right: widthPx - 2, top, bottom };
  const distances = [...new Set(points.map((one) => one.distance))].sort((a, b) => a - b);
  const [first = 0, last = 1] = [distances[0], distances.at(-1)];
  const x = scaleLinear([first - 0.5, last + 0.5], [plot.left, plot.right]);
  const eventX = x(-0.5);
  const shift = Math.min(6, (x(1) - x(0)) / 6);
  const quiet = "tl-quiet";
  const every = Math.max(1, Math.ceil((measureText("t+00", font) + 6) / (x(1) - x(0))));
  const times = distances
    .filter((one) => one % every === 0)
    .map((one) => ({ at: x(one), text: one < 0 ? `t−${-one}` : one === 0 ? "t" : `t+${one}` }));
  /** The first of some words for which there is room beside the event. */
  const placeSide = (words: readonly string[], roomPx: number, anchor: "start" | "end"): PlacedText[] => {
    const x = anchor === "end" ? eventX - 5 : eventX + 5;
    const fits = words.find((text) => measureText(text, font) <= roomPx);
    return fits === undefined
      ? []
      : [placeText(fits, font, { x, middleY: top - line / 2 - 5, anchor, className: quiet })];
  };
  const texts = [
    ...placeLines(heading, font, { x: 0, top: key.heightPx, anchor: "start", className: quiet }),
    ...placeSide(["before"], eventX - 5, "end"),
    ...placeSide(["event and after", "after"], widthPx - eventX - 5, "start"),
    ...ticks.map((tick) =>
      placeText(tick.text, font, { x: left - 6, middleY: tick.at, anchor: "end", className: quiet }),
    ),
    ...spreadTicks(times, font, widthPx).map(({ text, textAt }) =>
      placeText(text, font, { x: textAt, middleY: bottom + 5 + line / 2, className: quiet }),
    ),
    placeText("Years from the event", font, {
      x: plot.right,
      middleY: bottom + 7 + 1.5 * line,
      anchor: "end",
    }),
  ];
  return {
    font,
    heightPx: bottom + 10 + 2 * line,
    key: key.entries,
    texts,
    lines: figure.lines.map((one, k) =>
      one.points.map((point) => ({
        x: x(point.distance) + (k === 0 ? -shift : shift),
        y: y(point.value),
        from: y(point.lower),
        to: y(point.upper),
      })),
    ),
    plot,
    gridY: ticks.map((tick) => tick.at),
    zeroY: y(0),
    eventX,
  };
}

/** Returns effects around an event as SVG: dots and squares with their intervals, the years before on their own ground. */
export function drawEvent(
  figure: EventFigure,
  text: { readonly title: string; readonly description: readonly string[] },
  options: TimelineOptions,
): Svg {
  const { font, heightPx, key, texts, lines, plot, gridY, zeroY, eventX } = layoutEvent(figure, options);
  const mark = (group: number, x: number, y: number): string =>
    group === 0
      ? drawElement("circle", { cx: x, cy: y, r: 4.5, class: "pl-mark pl-0" })
      : drawElement("rect", { x: x - 4, y: y - 4, width: 8, height: 8, class: `pl-mark pl-${group}` });
  const content = [
    drawElement("rect", {
      x: plot.left,
      y: plot.top,
      width: eventX - plot.left,
      height: plot.bottom - plot.top,
      class: "pl-before",
    }),
    drawElement("path", { d: traceAcross(plot, gridY), class: "tl-grid" }),
    drawElement("path", {
      d: traceAcross(plot, [zeroY]) + traceDown(plot, [eventX]),
      class: "pl-reference",
    }),
    drawElement("path", { d: traceAcross(plot, [plot.bottom]), class: "tl-axis" }),
    ...lines.map((points, group) =>
      drawElement("path", {
        d: points.map(({ x, from, to }) => `M${formatPx(x)},${formatPx(from)}V${formatPx(to)}`).join(""),
        class: `pl-bar pl-${group}`,
      }),
    ),
    ...lines.map((points, group) => points.map(({ x, y }) => mark(group, x, y)).join("")),
    drawKey(key, (group, x, y, widthPx) => mark(group, x + widthPx / 2, y)),
    ...texts.map(drawPlaced),
  ];
  return drawPlot({ ...text, heightPx, font, content: content.join("") }, options);
}
