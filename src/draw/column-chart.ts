import { scaleLinear } from "d3-scale";
import { FILE_MARGIN, type FileOptions, layoutFile } from "./drawing-file.ts";
import { baselineShift, lineHeight } from "./figure-frame.ts";
import { measureText, type TextFont } from "./font-metrics.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import { drawSvg } from "./svg-frame.ts";
import { drawSwatches, type Swatch, swatchFill } from "./swatches.ts";
import type { Svg } from "./timeline.ts";

/** Columns by year, made of parts that stand on each other. */
export interface ColumnChart {
  readonly title: string;
  /** Sentences for those who do not see it. */
  readonly description: readonly string[];
  readonly years: readonly number[];
  /** From the base upwards; those below the base from it downwards. */
  readonly series: readonly ColumnSeries[];
  /** `share`: columns are as high as the plot and the axis is in percent. */
  readonly scale: "share" | "count";
  readonly axisLabel: string;
}

export interface ColumnSeries {
  readonly label: string;
  readonly swatch: Swatch;
  /** One a year, 0 or more; shares are 0–1. */
  readonly values: readonly number[];
  /** What is written into the parts where there is room; else the values. */
  readonly texts?: readonly string[];
  readonly isBelow?: boolean;
}

/** Where everything of a column chart stands, in px. */
export interface ColumnScene {
  readonly font: TextFont;
  readonly heightPx: number;
  readonly key: readonly { readonly series: ColumnSeries; readonly x: number; readonly y: number }[];
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly zeroY: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly bars: readonly ColumnBar[];
  readonly years: readonly { readonly x: number; readonly text: string }[];
}

export interface ColumnBar {
  readonly series: ColumnSeries;
  readonly year: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hasText: boolean;
}

const MARK = 12;

/** Returns the layout of a chart in a drawing `widthPx` wide (300 or more). Years without a part have no bar for it. */
export function layoutColumns(chart: ColumnChart, widthPx: number): ColumnScene {
  const isNarrow = widthPx < 540;
  const font: TextFont = { sizePx: isNarrow ? 11 : 12, weight: "regular" };
  const line = lineHeight(font);
  const key = layoutKey(chart, font, widthPx);
  const sums = (isBelow: boolean): number[] =>
    chart.years.map((_, i) =>
      chart.series
        .filter((one) => (one.isBelow ?? false) === isBelow)
        .reduce((total, one) => total + (one.values[i] ?? 0), 0),
    );
  const high = chart.scale === "share" ? 1 : Math.max(1, ...sums(false));
  const low = -Math.max(0, ...sums(true));
  const top = key.heightPx + line + 8;
  const plotHeight = isNarrow ? 230 : 270;
  const y = scaleLinear([low, high], [top + plotHeight, top]);
  if (chart.scale === "count") y.nice(5);
  const format = (value: number): string =>
    chart.scale === "share" ? `${Math.round(value * 100)}%` : String(Math.abs(value));
  const ticks = y.ticks(5).filter((tick) => chart.scale === "share" || Number.isInteger(tick));
  const left = Math.ceil(Math.max(...ticks.map((tick) => measureText(format(tick), font)))) + 8;
  const plot = { left, right: widthPx - 1, top, bottom: top + plotHeight };
  const step = (plot.right - plot.left) / Math.max(1, chart.years.length);
  const width = Math.min(step * 0.84, 48);
  const bars = chart.years.flatMap((year, i): ColumnBar[] => {
    let [up, down] = [0, 0];
    const x = plot.left + (i + 0.5) * step - width / 2;
    return chart.series.flatMap((series): ColumnBar[] => {
      const value = series.values[i] ?? 0;
      if (value === 0) return [];
      const text = series.texts?.[i] ?? format(value);
      const [from, to] = series.isBelow ? [down, down - value] : [up, up + value];
      if (series.isBelow) down = to;
      else up = to;
      const [a, b] = [y(Math.max(from, to)), y(Math.min(from, to))];
      const height = b - a;
      const hasText = height >= font.sizePx + 1 && measureText(text, font) + 2 <= width;
      return [{ series, year, text, x, y: a, width, height, hasText }];
    });
  });
  const room = measureText("0000", font) + 6;
  const every = Math.max(1, Math.ceil(room / step));
  const years = chart.years.flatMap((year, i) =>
    i % every === 0 ? [{ x: plot.left + (i + 0.5) * step, text: String(year) }] : [],
  );
  return {
    font,
    heightPx: plot.bottom + line + 6,
    key: key.items,
    plot,
    zeroY: y(0),
    ticks: ticks.map((tick) => ({ y: y(tick), text: format(tick) })),
    bars,
    years,
  };
}

/** Returns the chart as SVG: a key on top, columns with their numbers where these fit, years below. */
export function drawColumns(
  chart: ColumnChart,
  options: FileOptions & {
    readonly width: number;
    readonly idPrefix: string;
    readonly isStandalone: boolean;
  },
): Svg {
  const { idPrefix, isStandalone, width } = options;
  const margin = isStandalone ? FILE_MARGIN : 0;
  const scene = layoutColumns(chart, width - 2 * margin);
  const drawn = { x: -margin, y: -margin, width, height: scene.heightPx + 2 * margin };
  const { paper, ...file } = layoutFile("world", drawn, options);
  const content = [
    `<title id="${escapeMarkup(idPrefix)}-title">${escapeMarkup(chart.title)}</title>`,
    `<desc id="${escapeMarkup(idPrefix)}-desc">${escapeMarkup(chart.description.join(" "))}</desc>`,
    file.style,
    drawSwatches(idPrefix, new Set(chart.series.map((one) => one.swatch))),
    file.background,
    drawKey(scene, idPrefix),
    drawAxis(chart, scene),
    ...scene.bars.map((bar) => drawBar(bar, scene.font, idPrefix)),
    drawElement("path", {
      d: `M${formatPx(scene.plot.left)},${formatPx(scene.zeroY)}H${formatPx(scene.plot.right)}`,
      class: "cc-zero",
    }),
    file.credit,
  ];
  return drawSvg(content, { idPrefix, isStandalone, paper, font: scene.font, isNarrow: width < 540 });
}

function layoutKey(chart: ColumnChart, font: TextFont, widthPx: number) {
  const line = lineHeight(font) + 4;
  let [x, y] = [0, 0];
  const items = chart.series.map((series) => {
    const itemPx = MARK + 5 + measureText(series.label, font);
    if (x > 0 && x + itemPx > widthPx) [x, y] = [0, y + line];
    const place = { series, x, y };
    x += itemPx + 16;
    return place;
  });
  return { items, heightPx: y + line + 4 };
}

function drawKey({ key, font }: ColumnScene, idPrefix: string): string {
  const line = lineHeight(font);
  return key
    .map(({ series, x, y }) => {
      const mark = { x: x + 0.5, y: y + (line - MARK) / 2, width: MARK, height: MARK };
      const fill = swatchFill(idPrefix, series.swatch);
      const text = { x: x + MARK + 5, y: y + line / 2 + baselineShift(font), "text-anchor": "start" };
      return (
        drawElement("rect", { ...mark, fill, class: "cc-bar" }) +
        drawElement("text", text, escapeMarkup(series.label))
      );
    })
    .join("");
}

function drawAxis(chart: ColumnChart, { plot, font, ticks, years }: ColumnScene): string {
  const line = lineHeight(font);
  const shift = baselineShift(font);
  const label = { x: 0, y: plot.top - line + shift, "text-anchor": "start", class: "tl-quiet" };
  return [
    drawElement("text", label, escapeMarkup(chart.axisLabel)),
    ...ticks.flatMap(({ y, text }) => [
      drawElement("line", { x1: plot.left, y1: y, x2: plot.right, y2: y, class: "tl-grid" }),
      drawElement(
        "text",
        { x: plot.left - 6, y: y + shift, "text-anchor": "end", class: "tl-quiet" },
        escapeMarkup(text),
      ),
    ]),
    ...years.map(({ x, text }) =>
      drawElement("text", { x, y: plot.bottom + 6 + line / 2 + shift, class: "tl-quiet" }, text),
    ),
  ].join("");
}

function drawBar(bar: ColumnBar, font: TextFont, idPrefix: string): string {
  const { series, year, text, x, y, width, height } = bar;
  const title = `<title>${escapeMarkup(`${year}, ${series.label}: ${text}`)}</title>`;
  const fill = swatchFill(idPrefix, series.swatch);
  const rect = drawElement("rect", { x, y, width, height, fill, class: "cc-bar" }, title);
  if (!bar.hasText) return rect;
  const middle = { x: x + width / 2, y: y + height / 2 + baselineShift(font) };
  return rect + drawElement("text", { ...middle, class: `cc-text cc-${series.swatch}` }, escapeMarkup(text));
}
