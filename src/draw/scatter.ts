import { type ScaleLinear, scaleLinear } from "d3-scale";
import { isMissing } from "../base/missing.ts";
import type { Comparison, ComparisonAxis, ComparisonPoint } from "../compute/comparison.ts";
import { FILE_MARGIN, layoutFile } from "./drawing-file.ts";
import { type Box, baselineShift, lineHeight } from "./figure-frame.ts";
import { ENGLISH_FIGURES, type FigureWording, wordMissing } from "./figure-words.ts";
import { measureText, type TextFont } from "./font-metrics.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import { type PointLabel, placePointLabels } from "./scatter-labels.ts";
import { drawSvg } from "./svg-frame.ts";
import type { Svg, TimelineOptions } from "./timeline.ts";

/** Where everything of a scatter plot stands, in px. */
export interface ScatterScene {
  readonly font: TextFont;
  readonly heightPx: number;
  /** The plot within its axes. */
  readonly plot: Box;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly marks: readonly ScatterMark[];
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

/** One place in the plot with the countries that stand there. */
export interface ScatterMark {
  readonly points: readonly ComparisonPoint[];
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Absent where no place was free. */
  readonly label?: PointLabel;
}

const RADIUS = 4;

/** Returns the layout of a scatter plot in a drawing `widthPx` wide (300 or more). Equal points share a mark. */
export function layoutScatter(
  comparison: Comparison,
  widthPx: number,
  { number, words }: FigureWording = ENGLISH_FIGURES,
): ScatterScene {
  const isNarrow = widthPx < 540;
  const font: TextFont = { sizePx: isNarrow ? 11 : 12, weight: "regular" };
  const line = lineHeight(font);
  const ys = comparison.points.map(({ y }) => y);
  const plotHeight = Math.round(Math.min(widthPx * (isNarrow ? 0.95 : 0.6), 430));
  const top = line + 8;
  const yScale = scaleOf(comparison.y, ys, [top + plotHeight - 8, top + 8]);
  const yTexts = ticksOf(yScale, 6, ys).map(number);
  const left = Math.ceil(Math.max(0, ...yTexts.map((text) => measureText(text, font)))) + 8;
  const plot = { x: left, y: top, width: widthPx - left - 2, height: plotHeight };
  const xs = comparison.points.map(({ x }) => x);
  const xScale = scaleOf(comparison.x, xs, [left + 10, left + plot.width - 10]);
  const groups = new Map<string, ComparisonPoint[]>();
  for (const point of comparison.points) {
    const key = `${point.x} ${point.y}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  const marks = [...groups.values()].map((points) => ({
    points,
    text: points.map(({ name }) => name).join(words.listSeparator),
    x: xScale(points[0]?.x ?? 0),
    y: yScale(points[0]?.y ?? 0),
  }));
  const requests = marks.map(({ text, x, y }) => ({
    x,
    y,
    widthPx: measureText(text, font),
    heightPx: line,
  }));
  const labels = placePointLabels(requests, plot, RADIUS + 1);
  return {
    font,
    heightPx: top + plotHeight + 6 + 2 * line + 4,
    plot,
    xTicks: ticksOf(xScale, isNarrow ? 6 : 10, xs).map((value) => ({
      at: xScale(value),
      text: number(value),
    })),
    yTicks: ticksOf(yScale, 6, ys).map((value) => ({
      at: yScale(value),
      text: number(value),
    })),
    marks: marks.map((mark, i) => {
      const label = labels[i];
      return label ? { ...mark, label } : mark;
    }),
  };
}

function scaleOf(
  { range }: ComparisonAxis,
  values: readonly number[],
  pixels: [number, number],
): ScaleLinear<number, number> {
  const low = Math.min(...values, ...(range ? [range[0]] : []));
  const high = Math.max(...values, ...(range ? [range[1]] : []));
  const domain = Number.isFinite(low) && Number.isFinite(high) ? [low, high] : [0, 1];
  if (domain[0] === domain[1]) return scaleLinear([(domain[0] ?? 0) - 1, (domain[1] ?? 0) + 1], pixels);
  const scale = scaleLinear(domain, pixels);
  return range ? scale : scale.nice();
}

/** Scores that are whole numbers have ticks at whole numbers only. */
function ticksOf(scale: ScaleLinear<number, number>, count: number, values: readonly number[]): number[] {
  const isWhole = values.every(Number.isInteger);
  return scale.ticks(count).filter((tick) => !isWhole || Number.isInteger(tick));
}

/**
 * Returns two scores of countries as a scatter plot, each point with its name; no name overlaps another or a point. Points
 * for whose name there is no room keep their tooltip and stand in the table. `hrefOf` says where a point leads.
 */
export function drawScatter(
  comparison: Comparison,
  options: TimelineOptions & { readonly hrefOf?: (country: string) => string | undefined },
): Svg {
  const { idPrefix, isStandalone, width } = options;
  const margin = isStandalone ? FILE_MARGIN : 0;
  const scene = layoutScatter(comparison, width - 2 * margin, options.wording);
  const wording = options.wording ?? ENGLISH_FIGURES;
  const drawn = { x: -margin, y: -margin, width, height: scene.heightPx + 2 * margin };
  const { paper, ...file } = layoutFile("timeline", drawn, options);
  const content = [
    `<title id="${escapeMarkup(idPrefix)}-title">${escapeMarkup(titleOf(comparison, wording))}</title>`,
    `<desc id="${escapeMarkup(idPrefix)}-desc">${escapeMarkup(describeScatter(comparison, wording).join(" "))}</desc>`,
    file.style,
    file.background,
    drawAxes(comparison, scene),
    ...scene.marks.map(({ label }) =>
      label?.leader ? drawElement("line", { ...label.leader, class: "tl-leader" }) : "",
    ),
    ...scene.marks.map((mark) => drawPoint(mark, wording, options.hrefOf)),
    ...scene.marks.map((mark) => drawName(mark, scene)),
    file.credit,
  ];
  return drawSvg(content, {
    idPrefix,
    isStandalone,
    paper,
    font: scene.font,
    isNarrow: width < 540,
    hasLinks: options.hrefOf !== undefined,
  });
}

function titleOf({ x, y }: Comparison, { words }: FigureWording): string {
  return words.scatterTitle(y.label, x.label);
}

/** Returns what the plot says: how many countries, how closely the scores go together, who is at the ends, who is missing. */
export function describeScatter(comparison: Comparison, wording: FigureWording = ENGLISH_FIGURES): string[] {
  const { words, number } = wording;
  const { points, correlation, missing, x, y } = comparison;
  const together = isMissing(correlation)
    ? words.noCorrelation(wordMissing(wording, correlation))
    : words.correlation(formatCoefficient(correlation.r), points.length, formatP(correlation.p));
  const ends = [x, y].map((axis, i) => {
    const scoreOf = (point: ComparisonPoint): number => (i === 0 ? point.x : point.y);
    const sorted = [...points].sort((a, b) => scoreOf(a) - scoreOf(b));
    const at = (value: number): string =>
      wording.list(sorted.filter((one) => scoreOf(one) === value).map(({ name }) => name));
    const [low, high] = [sorted[0], sorted.at(-1)];
    if (!low || !high) return "";
    const endOf = (value: number) => ({ value: number(value), when: at(value) });
    return words.axisEnds(axis.label, endOf(scoreOf(low)), endOf(scoreOf(high)));
  });
  const without = missing.map(({ name, reason }) => words.lawAt(name, wordMissing(wording, reason)));
  return [together, ...ends, without.length > 0 ? words.withoutScore(wording.list(without)) : ""].filter(
    (sentence) => sentence !== "",
  );
}

/** Returns a correlation with three decimals and a true minus, e.g. "−0.788". */
export function formatCoefficient(r: number): string {
  return r.toFixed(3).replace("-", "−");
}

function formatP(p: Parameters<typeof isMissing>[0]): string | undefined {
  if (typeof p !== "number") return undefined;
  return p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`;
}

function drawAxes({ x, y }: Comparison, { plot, font, xTicks, yTicks }: ScatterScene): string {
  const line = lineHeight(font);
  const bottom = plot.y + plot.height;
  const shift = baselineShift(font);
  const withUnit = ({ label, unit }: ComparisonAxis): string =>
    unit === undefined ? label : `${label} (${unit})`;
  const quiet = (place: { x: number; y: number; "text-anchor"?: string }, text: string): string =>
    drawElement("text", { ...place, class: "tl-quiet" }, escapeMarkup(text));
  return [
    drawElement("text", { x: 0, y: line / 2 + shift, "text-anchor": "start" }, escapeMarkup(withUnit(y))),
    ...yTicks.flatMap(({ at, text }) => [
      drawElement("line", { x1: plot.x, y1: at, x2: plot.x + plot.width, y2: at, class: "tl-grid" }),
      quiet({ x: plot.x - 6, y: at + shift, "text-anchor": "end" }, text),
    ]),
    ...xTicks.map(({ at, text }) => quiet({ x: at, y: bottom + 5 + line / 2 + shift }, text)),
    drawElement("path", {
      d: `M${formatPx(plot.x)},${formatPx(bottom)}H${formatPx(plot.x + plot.width)}${xTicks.map(({ at }) => `M${formatPx(at)},${formatPx(bottom)}v4`).join("")}`,
      class: "tl-axis",
    }),
    drawElement(
      "text",
      { x: plot.x + plot.width, y: bottom + 5 + 1.5 * line + shift, "text-anchor": "end" },
      escapeMarkup(withUnit(x)),
    ),
  ].join("");
}

function drawPoint(
  { points, x, y }: ScatterMark,
  { words, number }: FigureWording,
  hrefOf: ((country: string) => string | undefined) | undefined,
): string {
  const title = points
    .map(({ name, x: a, y: b }) => words.pointAt(name, number(a), number(b)))
    .join(words.partSeparator);
  const dot = drawElement("circle", { cx: x, cy: y, r: RADIUS, class: "tl-point" });
  const href = points.length === 1 ? hrefOf?.(points[0]?.country ?? "") : undefined;
  const attributes = href === undefined ? {} : { href, tabindex: "-1" };
  return drawElement(
    href === undefined ? "g" : "a",
    attributes,
    `<title>${escapeMarkup(title)}</title>${dot}`,
  );
}

function drawName({ label, text }: ScatterMark, { font }: ScatterScene): string {
  if (!label) return "";
  const { x, y, width, height } = label.box;
  const place = {
    x: x + width / 2,
    y: y + height / 2 + baselineShift(font),
    textLength: width || undefined,
    lengthAdjust: "spacingAndGlyphs",
    class: "sc-name tl-halo",
  };
  return drawElement("text", place, escapeMarkup(text));
}
