import type { Cycle, CycleMark } from "../compute/cycle.ts";
import { FILE_MARGIN, layoutFile } from "./drawing-file.ts";
import { baselineShift, lineHeight, TICK_GAP, xOf } from "./figure-frame.ts";
import { drawGradeStrip, drawMoveMark } from "./grade-strip.ts";
import { KEY_MARK_PX, type KeyItem, type LaneChartScene, layoutLaneChart } from "./lane-chart-layout.ts";
import { describeLaneChart } from "./lane-chart-text.ts";
import { BAR_PX, DOT_PX, type LaneScene, type PlacedMark } from "./lane-marks.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import { drawText } from "./panel-text.ts";
import { drawSvg } from "./svg-frame.ts";
import { drawHatchPattern } from "./tier-panel-drawing.ts";
import type { Svg, TimelineOptions } from "./timeline.ts";

/** How a lane chart is drawn. */
export interface LaneChartOptions extends TimelineOptions {
  /** Returns the address that a mark leads to; marks without one are not links. */
  readonly hrefOf?: (mark: CycleMark) => string | undefined;
}

/** Outlines are drawn inside of the boxes that the layout keeps apart. */
const OUTLINE = 1.25;

/**
 * Returns the cycle of a country as SVG: the grades as a strip, and below it lanes of contacts, pressure, reactions,
 * outcomes and laws over one axis of years, with the text of {@link describeLaneChart} as its alternative.
 *
 * A dot is a date known to the day or month and stands in its middle, a bar a year or an interval, a hollow mark an
 * approximate or uncertain one. Marks of a lane that would touch stand below each other. Dotted rules stand where an
 * edition with another tier came out. Marks are links to their entries, kept out of the order of the Tab key because
 * they are small and many: the table of data beside the drawing has the same links. Same input, same bytes.
 */
export function drawLaneChart(cycle: Cycle, options: LaneChartOptions): Svg {
  const text = describeLaneChart(cycle, options.wording);
  const heading = options.hasHeading ? [cycle.timeline.country.name, text.subject] : [];
  const { idPrefix, isStandalone } = options;
  const margin = isStandalone ? FILE_MARGIN : 0;
  const scene = layOut(cycle, options.width - 2 * margin, heading, options.wording);
  const { frame, strip } = scene;
  const hatchId = `${idPrefix}-hatch`;
  const drawn = { x: -margin, y: -margin, width: options.width, height: scene.heightPx + 2 * margin };
  const { paper, ...file } = layoutFile("lanes", drawn, options);
  const content = [
    `<title id="${escapeMarkup(idPrefix)}-title">${escapeMarkup(text.title)}</title>`,
    `<desc id="${escapeMarkup(idPrefix)}-desc">${escapeMarkup(text.paragraphs.join(" "))}</desc>`,
    file.style,
    strip.gaps.length > 0 ? drawHatchPattern(hatchId) : "",
    file.background,
    scene.heading.map((block, i) => drawText(block, i === 0 ? undefined : "tl-quiet")).join(""),
    scene.key.map((item) => drawKeyItem(item, scene)).join(""),
    drawColumns(scene),
    drawGrid(scene),
    drawRules(scene),
    drawText(scene.stripTitle, "tl-halo"),
    drawGradeStrip(strip, frame, hatchId),
    ...scene.groups.map(
      ({ title, lanes }) =>
        drawText(title, "tl-halo") + lanes.map((lane) => drawLane(lane, scene, options.hrefOf)).join(""),
    ),
    drawAxis(scene),
    scene.note ? drawText(scene.note, "tl-quiet") : "",
    file.credit,
  ];
  return drawSvg(content, {
    idPrefix,
    isStandalone,
    paper,
    font: frame.textFont,
    isNarrow: frame.isNarrow,
    hasLinks: options.hrefOf !== undefined,
  });
}

interface KnownScene {
  readonly key: string;
  readonly wording: LaneChartOptions["wording"];
  readonly scene: LaneChartScene;
}

const scenes = new WeakMap<Cycle, KnownScene[]>();

/** Drawings of a cycle that differ in their links or colours have one layout. */
function layOut(
  cycle: Cycle,
  widthPx: number,
  heading: readonly string[],
  wording: LaneChartOptions["wording"],
): LaneChartScene {
  const known = scenes.get(cycle) ?? [];
  scenes.set(cycle, known);
  const key = [widthPx, ...heading].join("\n");
  const found = known.find((one) => one.key === key && one.wording === wording);
  if (found) return found.scene;
  const scene = layoutLaneChart(cycle, widthPx, { heading, ...(wording ? { wording } : {}) });
  known.push({ key, wording, scene });
  return scene;
}

function drawKeyItem({ mark, text, box }: KeyItem, scene: LaneChartScene): string {
  const font = scene.frame.textFont;
  const y = box.y + box.height / 2;
  const x = box.x + 6;
  const place = { x: box.x + KEY_MARK_PX, y: y + baselineShift(font), "text-anchor": "start" };
  const words = drawElement("text", { ...place, class: "tl-quiet" }, escapeMarkup(text));
  if (mark === "up" || mark === "down") return drawMoveMark(x, y, mark) + words;
  const shape =
    mark === "bar"
      ? drawShape("bar", { x: box.x, y: y - BAR_PX / 2, width: 12, height: BAR_PX })
      : drawShape("dot", { x: x - DOT_PX / 2, y: y - DOT_PX / 2, width: DOT_PX, height: DOT_PX });
  return `<g class="lc-key${mark === "hollow" ? " lc-hollow" : ""}">${shape}</g>${words}`;
}

/** Draws the shaded columns of every second, or every labelled, year behind strip and lanes. */
function drawColumns({ frame, groups, yearLabels }: LaneChartScene): string {
  const step = (yearLabels[1] ?? 0) - (yearLabels[0] ?? 0);
  const years = step === 1 ? yearLabels.filter((year) => year % 2 === 0) : yearLabels;
  return groups
    .flatMap(({ lanes }) => {
      const top = lanes[0]?.top ?? 0;
      const height = (lanes.at(-1)?.bottom ?? 0) - top;
      return years.map((year) =>
        drawElement("rect", { x: xOf(frame, year), y: top, width: frame.columnPx, height, class: "tl-band" }),
      );
    })
    .join("");
}

function drawGrid({ frame, groups }: LaneChartScene): string {
  return groups
    .flatMap(({ lanes }) => [lanes[0]?.top ?? 0, ...lanes.map(({ bottom }) => bottom)])
    .map((y) => drawElement("line", { x1: frame.left, y1: y, x2: frame.right, y2: y, class: "tl-grid" }))
    .join("");
}

/** Draws dotted rules where editions moved the country, interrupted where they would meet a title. */
function drawRules({ strip, groups, axisY }: LaneChartScene): string {
  const words = groups.map(({ title }) => title.box);
  return strip.moves
    .map(({ x }) => {
      let d = "";
      let from = strip.bottom + 1;
      for (const box of words) {
        if (x < box.x - 3 || x > box.x + box.width + 3) continue;
        d += `M${formatPx(x)},${formatPx(from)}V${formatPx(box.y)}`;
        from = box.y + box.height;
      }
      return drawElement("path", {
        d: `${d}M${formatPx(x)},${formatPx(from)}V${formatPx(axisY)}`,
        class: "tl-rule",
      });
    })
    .join("");
}

function drawLane(lane: LaneScene, scene: LaneChartScene, hrefOf: LaneChartOptions["hrefOf"]): string {
  const font = scene.frame.textFont;
  const words = lane.labelLines.map((line, i) => {
    const y = lane.labelBox.y + (i + 0.5) * lineHeight(font) + baselineShift(font);
    const place = { x: scene.frame.left - TICK_GAP, y, "text-anchor": "end", class: "tl-quiet" };
    return drawElement("text", place, escapeMarkup(line));
  });
  return words.join("") + lane.marks.map((mark) => drawMark(mark, scene, hrefOf)).join("");
}

function drawMark(placed: PlacedMark, scene: LaneChartScene, hrefOf: LaneChartOptions["hrefOf"]): string {
  const href = hrefOf?.(placed.mark);
  const className = placed.isHollow ? "lc-mark lc-hollow" : "lc-mark";
  const attributes = href === undefined ? { class: className } : { href, class: className, tabindex: "-1" };
  return drawElement(href === undefined ? "g" : "a", attributes, drawInner(placed, scene));
}

const inners = new WeakMap<PlacedMark, string>();

/** Returns the title and the shape of a mark, made once for its scene. */
function drawInner(placed: PlacedMark, { frame }: LaneChartScene): string {
  const known = inners.get(placed);
  if (known !== undefined) return known;
  const { mark, shape, box } = placed;
  const when = mark.date ? `${frame.wording.date(mark.date)}: ` : "";
  const inner = `<title>${escapeMarkup(`${when}${mark.summary}`)}</title>${drawShape(shape, box)}`;
  inners.set(placed, inner);
  return inner;
}

function drawShape(shape: PlacedMark["shape"], box: PlacedMark["box"]): string {
  const { x, y, width, height } = box;
  const inset = OUTLINE / 2;
  return shape === "dot"
    ? drawElement("circle", { cx: x + width / 2, cy: y + height / 2, r: width / 2 - inset, class: "lc-dot" })
    : drawElement("rect", {
        x: x + inset,
        y: y + inset,
        width: width - OUTLINE,
        height: height - OUTLINE,
        rx: 2,
        class: "lc-bar",
      });
}

function drawAxis(scene: LaneChartScene): string {
  const { frame, axisY, yearLabels, yearsTop } = scene;
  const { first, last } = frame.years;
  const ends = [first, ...yearLabels, ...yearLabels.map((year) => year + 1), last + 1];
  const ticks = [...new Set(ends)]
    .sort((a, b) => a - b)
    .map((year) => `M${formatPx(xOf(frame, year))},${formatPx(axisY)}v4`);
  const line = `M${formatPx(frame.left)},${formatPx(axisY)}H${formatPx(frame.right)}${ticks.join("")}`;
  const axis = drawElement("path", { d: line, class: "tl-axis" });
  return axis + drawYears(scene, yearsTop) + drawYears(scene, axisY + 5);
}

function drawYears({ frame, yearLabels }: LaneChartScene, top: number): string {
  const y = top + lineHeight(frame.textFont) / 2 + baselineShift(frame.textFont);
  return yearLabels
    .map((year) => drawElement("text", { x: xOf(frame, year + 0.5), y, class: "tl-quiet" }, String(year)))
    .join("");
}
