import type { Timeline } from "../compute/timeline.ts";
import { drawDocumentBands, drawDocumentKey, drawDotPattern } from "./document-shade.ts";
import { FILE_MARGIN, type FileOptions, layoutFile } from "./drawing-file.ts";
import { baselineShift, lineHeight, xOf } from "./figure-frame.ts";
import type { FigureWording } from "./figure-words.ts";
import { drawGovernmentPanel } from "./government-panel.ts";
import { drawIndexPanel } from "./index-panel.ts";
import { drawLawPanel } from "./law-panel.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import { drawText } from "./panel-text.ts";
import { drawHatchPattern, drawTierPanel } from "./tier-panel-drawing.ts";
import { layoutTimeline, type TimelineScene } from "./timeline-layout.ts";
import { describeTimeline } from "./timeline-text.ts";

/** A drawing as SVG text with its size. */
export interface Svg {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How a timeline is drawn. */
export interface TimelineOptions extends FileOptions {
  /** Of the whole drawing in px: 720 for pages and print, 360 for phones. Below 540 text is 11 px high, else 12 px. */
  readonly width: number;
  /** Starts every id of the drawing, before a hyphen, so that several can stand on one page. */
  readonly idPrefix: string;
  /**
   * `true` for a file of its own: with a style sheet, a background and the namespace. `false` for a drawing inside of
   * a page that has `FIGURE_CSS`: no style element and no style attribute.
   */
  readonly isStandalone: boolean;
  /** Puts the country's name and what is shown above the panels, for a drawing without caption. Default `false`. */
  readonly hasHeading?: boolean;
  /** The language of its words; English unless given. */
  readonly wording?: FigureWording;
}

/**
 * Returns the timeline of a country as SVG: panels of laws, index, tiers and governments over one axis of years, with
 * the text of {@link describeTimeline} as its alternative.
 *
 * Each year is a column from 1 January to 31 December with its label below the middle: tiers fill the column of
 * their edition's year, index values stand in its middle, laws and governments at their dates. Without an index or
 * governments those panels are left out; without laws or grades the panels stay and say so. Years that are known to
 * lack documents are dotted behind the index and the tiers, with a key below the axis. Same input, same bytes.
 * A drawing for a page says in `data-left` where its first year begins and in `data-column` how wide a year is.
 */
export function drawTimeline(timeline: Timeline, options: TimelineOptions): Svg {
  const text = describeTimeline(timeline, options.wording);
  const heading = options.hasHeading ? [timeline.country.name, text.subject] : [];
  const { idPrefix, isStandalone } = options;
  const margin = isStandalone ? FILE_MARGIN : 0;
  const scene = layoutTimeline(timeline, options.width - 2 * margin, {
    heading,
    ...(options.wording ? { wording: options.wording } : {}),
  });
  const { frame } = scene;
  const hatchId = `${idPrefix}-hatch`;
  const dotsId = `${idPrefix}-dots`;
  const drawn = { x: -margin, y: -margin, width: options.width, height: scene.heightPx + 2 * margin };
  const { paper, ...file } = layoutFile("timeline", drawn, options);
  const content = [
    `<title id="${escapeMarkup(idPrefix)}-title">${escapeMarkup(text.title)}</title>`,
    `<desc id="${escapeMarkup(idPrefix)}-desc">${escapeMarkup(text.paragraphs.join(" "))}</desc>`,
    file.style,
    scene.tiers.gaps.length > 0 ? drawHatchPattern(hatchId) : "",
    scene.documents ? drawDotPattern(dotsId) : "",
    file.background,
    scene.heading.map((block, i) => drawText(block, i === 0 ? undefined : "tl-quiet")).join(""),
    drawColumns(scene),
    scene.documents ? drawDocumentBands(scene.documents, plotsOf(scene), dotsId) : "",
    drawRules(scene),
    drawLawPanel(scene.laws, frame),
    scene.index ? drawIndexPanel(scene.index, frame) : "",
    drawTierPanel(scene.tiers, frame, hatchId),
    scene.governments ? drawGovernmentPanel(scene.governments, frame) : "",
    drawAxis(scene),
    scene.documents ? drawDocumentKey(scene.documents, dotsId) : "",
    file.credit,
  ];
  const attributes = {
    xmlns: isStandalone ? "http://www.w3.org/2000/svg" : undefined,
    class: `tl ${frame.isNarrow ? "tl-narrow" : "tl-wide"}`,
    viewBox: Object.values(paper).map(formatPx).join(" "),
    width: options.width,
    height: paper.height,
    role: "img",
    "aria-labelledby": `${idPrefix}-title ${idPrefix}-desc`,
    "font-family": "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif",
    "font-size": frame.textFont.sizePx,
    "text-anchor": "middle",
    ...(isStandalone ? {} : { "data-left": frame.left, "data-column": frame.columnPx }),
  };
  return {
    svg: drawElement("svg", attributes, content.join("")),
    widthPx: options.width,
    heightPx: paper.height,
  };
}

/** Draws the shaded columns of every second, or every labelled, year behind the index and the tiers. */
function drawColumns(scene: TimelineScene): string {
  const { frame, yearLabels } = scene;
  const step = (yearLabels[1] ?? 0) - (yearLabels[0] ?? 0);
  const years = step === 1 ? yearLabels.filter((year) => year % 2 === 0) : yearLabels;
  return plotsOf(scene)
    .flatMap(({ top, plotBottom }) =>
      years.map((year) => {
        const place = { x: xOf(frame, year), y: top, width: frame.columnPx, height: plotBottom - top };
        return drawElement("rect", { ...place, class: "tl-band" });
      }),
    )
    .join("");
}

/** Returns what has a plot over the columns of years: the tiers, and an index that has values. */
function plotsOf({ tiers, index }: TimelineScene): readonly { top: number; plotBottom: number }[] {
  return [tiers, ...(index && index.ticks.length > 0 ? [index] : [])];
}

/** Draws the dotted rules from laws down through the index and the tiers, interrupted where they would meet words. */
function drawRules(scene: TimelineScene): string {
  const { laws, index, tiers } = scene;
  const words = [laws.note, index?.title, index?.note, tiers.title].flatMap((block) =>
    block ? [block.box] : [],
  );
  if (tiers.key) words.push(tiers.key.box);
  return laws.marks
    .map(({ x }) => {
      let d = "";
      let from = laws.markY;
      for (const box of words) {
        if (x < box.x - 3 || x > box.x + box.width + 3) continue;
        d += `M${formatPx(x)},${formatPx(from)}V${formatPx(box.y)}`;
        from = box.y + box.height;
      }
      d += `M${formatPx(x)},${formatPx(from)}V${formatPx(tiers.plotBottom)}`;
      return drawElement("path", { d, class: "tl-rule" });
    })
    .join("");
}

function drawAxis(scene: TimelineScene): string {
  const { frame, axisY, yearLabels } = scene;
  const { first, last } = frame.years;
  const y = axisY + 5 + lineHeight(frame.textFont) / 2 + baselineShift(frame.textFont);
  const ends = yearLabels.length > 0 ? [first, ...yearLabels, last + 1] : [first, last + 1];
  const ticks = [...new Set([...ends, ...yearLabels.map((year) => year + 1)])]
    .sort((a, b) => a - b)
    .map((year) => `M${formatPx(xOf(frame, year))},${formatPx(axisY)}v4`);
  const line = `M${formatPx(frame.left)},${formatPx(axisY)}H${formatPx(frame.right)}${ticks.join("")}`;
  const labels = yearLabels.map((year) =>
    drawElement("text", { x: xOf(frame, year + 0.5), y, class: "tl-quiet" }, String(year)),
  );
  return drawElement("path", { d: line, class: "tl-axis" }) + labels.join("");
}
