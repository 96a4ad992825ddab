import { scaleLinear } from "d3-scale";
import { isMissing } from "../base/missing.ts";
import type { CurvesFigure } from "../compute/analysis/result.ts";
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
  traceAcross,
} from "./plot-kit.ts";
import type { Svg, TimelineOptions } from "./timeline.ts";

/** Where everything of survival curves stands, in px. */
export interface SurvivalScene extends PlotScene {
  readonly key: readonly KeyEntry[];
  /** By group: the steps, and the edges of the band as far as it is known. */
  readonly curves: readonly {
    readonly line: string;
    readonly band: string;
    readonly censored: readonly (readonly [x: number, y: number])[];
  }[];
  readonly plot: PlotArea;
  readonly gridY: readonly number[];
}

type Group = CurvesFigure["groups"][number];

/** Returns the layout of survival curves with the numbers at risk below the axis of time. */
export function layoutSurvival(figure: CurvesFigure, options: TimelineOptions): SurvivalScene {
  const { widthPx, font, isNarrow } = innerOf(options);
  const line = lineHeight(font);
  const key = layoutKey(
    figure.groups.map((one) => one.label),
    font,
    widthPx,
  );
  const texts: PlacedText[] = [];
  const heading = wrapText(figure.axis, font, widthPx, 2).lines;
  const headTop = key.heightPx + 2;
  texts.push(...placeLines(heading, font, { x: 0, top: headTop, anchor: "start", className: "tl-quiet" }));
  const top = headTop + heading.length * line + 8;
  const bottom = top + (isNarrow ? 210 : 260);
  const last = Math.max(1, ...figure.groups.flatMap((one) => one.points.map((point) => point.time)));
  const counts = figure.groups.flatMap((one) => [one.n, ...one.points.map((point) => point.atRisk)]);
  const countPx = Math.max(measureText("00", font), ...counts.map((one) => measureText(String(one), font)));
  const left = Math.ceil(Math.max(measureText("100%", font), countPx)) + 8;
  const plot = { left, right: widthPx - Math.max(8, Math.ceil(countPx / 2)), top, bottom };
  const x = scaleLinear([0, last], [plot.left, plot.right]);
  const y = scaleLinear([0, 1], [bottom, top]);
  const shares = [0, 0.25, 0.5, 0.75, 1];
  texts.push(
    ...shares.map((share) =>
      placeText(`${share * 100}%`, font, {
        x: left - 6,
        middleY: y(share),
        anchor: "end",
        className: "tl-quiet",
      }),
    ),
  );
  const times = timesOf(last, (plot.right - plot.left) / last, countPx + 8);
  texts.push(
    ...times.map((time) =>
      placeText(String(time), font, { x: x(time), middleY: bottom + 5 + line / 2, className: "tl-quiet" }),
    ),
  );
  const axisY = bottom + 7 + 1.5 * line;
  texts.push(placeText(figure.time, font, { x: plot.right, middleY: axisY, anchor: "end" }));
  let riskY = axisY + line * 0.5;
  for (const group of figure.groups) {
    const name = wrapText(`At risk, ${group.label}`, font, widthPx, 1).lines[0] ?? "";
    texts.push(
      placeText(name, font, { x: 0, middleY: riskY + line * 0.8, anchor: "start", className: "tl-quiet" }),
    );
    texts.push(
      ...times.map((time) =>
        placeText(String(atRisk(group, time)), font, { x: x(time), middleY: riskY + line * 1.8 }),
      ),
    );
    riskY += 2.1 * line;
  }
  return {
    font,
    heightPx: riskY + 6,
    key: key.entries,
    texts,
    curves: figure.groups.map((group) => traceCurve(group, x, y)),
    plot,
    gridY: shares.map((share) => y(share)),
  };
}

function timesOf(last: number, unitPx: number, roomPx: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => one * unitPx >= roomPx) ?? 100;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
}

/** How many are still at risk just before a time. */
function atRisk({ n, points }: Group, time: number): number {
  if (time === 0) return n;
  return points.find((one) => one.time >= time)?.atRisk ?? 0;
}

function traceCurve(
  { points }: Group,
  x: (time: number) => number,
  y: (share: number) => number,
): SurvivalScene["curves"][number] {
  let line = `M${formatPx(x(0))},${formatPx(y(1))}`;
  const upper: string[] = [`M${formatPx(x(0))},${formatPx(y(1))}`];
  const lower: string[] = [];
  let [low, end] = [1, 0];
  let isOpen = true;
  const censored: (readonly [number, number])[] = [];
  for (const point of points) {
    line += `H${formatPx(x(point.time))}V${formatPx(y(point.survival))}`;
    if (point.censored > 0) censored.push([x(point.time), y(point.survival)]);
    if (!isOpen) continue;
    upper.push(`H${formatPx(x(point.time))}`);
    lower.unshift(`V${formatPx(y(low))}H${formatPx(x(end))}`);
    end = point.time;
    if (isMissing(point.lower) || isMissing(point.upper)) {
      isOpen = false;
      continue;
    }
    upper.push(`V${formatPx(y(point.upper))}`);
    low = point.lower;
  }
  // Backwards along the lower edge: each part goes to its share, then left to where it began.
  return { line, band: `${upper.join("")}${lower.join("")}Z`, censored };
}

/** Returns survival curves as SVG: steps with bands, those last seen as ticks, numbers at risk below. */
export function drawSurvival(
  figure: CurvesFigure,
  text: { readonly title: string; readonly description: readonly string[] },
  options: TimelineOptions,
): Svg {
  const { font, heightPx, key, texts, curves, plot, gridY } = layoutSurvival(figure, options);
  const content = [
    drawElement("path", {
      d: traceAcross(plot, gridY),
      class: "tl-grid",
    }),
    drawElement("path", {
      d: traceAcross(plot, [plot.bottom]),
      class: "tl-axis",
    }),
    ...curves.map(({ band }, i) => drawElement("path", { d: band, class: `pl-band pl-${i}` })),
    ...curves.map(({ line }, i) => drawElement("path", { d: line, class: `pl-line pl-${i}` })),
    ...curves.map(({ censored }, i) =>
      drawElement("path", {
        d: censored.map(([x, y]) => `M${formatPx(x)},${formatPx(y - 4)}v8`).join(""),
        class: `pl-bar pl-${i}`,
      }),
    ),
    drawKey(key, (group, x, y, widthPx) =>
      drawElement("path", {
        d: `M${formatPx(x)},${formatPx(y)}h${formatPx(widthPx)}`,
        class: `pl-line pl-${group}`,
      }),
    ),
    ...texts.map(drawPlaced),
  ];
  return drawPlot({ ...text, heightPx, font, content: content.join("") }, options);
}
