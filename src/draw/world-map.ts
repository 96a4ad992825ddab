import { FILE_MARGIN, type FileOptions, layoutFile } from "./drawing-file.ts";
import { baselineShift, lineHeight } from "./figure-frame.ts";
import { measureText, type TextFont } from "./font-metrics.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import { drawSvg } from "./svg-frame.ts";
import { drawSwatches, type Swatch, swatchFill } from "./swatches.ts";
import type { Svg } from "./timeline.ts";
import type { WorldGeometry } from "./world-geometry.ts";

/** What a map shows: each country in one class, or in none. */
export interface WorldMap {
  readonly title: string;
  /** Sentences for those who do not see it. */
  readonly description: readonly string[];
  readonly classes: readonly MapClass[];
  /** By country id: which of the classes, and what to say of it, e.g. "Tier 1". */
  readonly values: ReadonlyMap<string, MapValue>;
  /** Name of the class of all other places, e.g. "no tier in 2004". */
  readonly none: string;
  /** Places other than those with a value that get a dot although they are small. */
  readonly dots: ReadonlySet<string>;
  /** Names the key, for screen readers. */
  readonly keyLabel: string;
  /** Names by which countries are called; else the atlas names them. */
  nameOf(country: string): string | undefined;
}

export interface MapClass {
  readonly label: string;
  readonly swatch: Swatch;
  readonly count: number;
}

export interface MapValue {
  /** Position in `classes`. */
  readonly class: number;
  readonly text: string;
}

const FONT: TextFont = { sizePx: 13, weight: "regular" };
const MARK = 14;

/**
 * Returns the map as SVG. Inside a page it has no key, which the page sets as text (see {@link drawMapKey}); as a file it
 * has one below. Places in no class are hatched.
 */
export function drawWorldMap(
  geometry: WorldGeometry,
  map: WorldMap,
  options: FileOptions & { readonly idPrefix: string; readonly isStandalone: boolean },
): Svg {
  const { idPrefix, isStandalone } = options;
  const { widthPx } = geometry;
  const margin = isStandalone ? FILE_MARGIN : 0;
  const key = isStandalone ? layoutKey(map, idPrefix, geometry) : { heightPx: 0, svg: "" };
  const heightPx = geometry.heightPx + key.heightPx + 2 * margin;
  const drawn = { x: -margin, y: -margin, width: widthPx + 2 * margin, height: heightPx };
  const { paper, ...file } = layoutFile("world", drawn, options);
  const used = new Set<Swatch>([...map.classes.map((one) => one.swatch), "none"]);
  const content = [
    `<title id="${escapeMarkup(idPrefix)}-title">${escapeMarkup(map.title)}</title>`,
    `<desc id="${escapeMarkup(idPrefix)}-desc">${escapeMarkup(map.description.join(" "))}</desc>`,
    file.style,
    drawSwatches(idPrefix, used),
    file.background,
    ...drawAreas(geometry, map, idPrefix),
    key.svg,
    file.credit,
  ];
  return drawSvg(content, {
    idPrefix,
    isStandalone,
    paper,
    font: FONT,
    anchor: "start",
    ...(isStandalone ? {} : { className: "wm-inline" }),
  });
}

/** Returns the map's key as an HTML list whose marks use the patterns of the map with the same prefix on the page. */
export function drawMapKey(map: WorldMap, idPrefix: string): string {
  const items = keyOf(map).map(({ swatch, label }) => {
    const rect = drawElement("rect", {
      width: MARK,
      height: MARK,
      fill: swatchFill(idPrefix, swatch),
      class: "cc-bar",
    });
    const mark = drawElement(
      "svg",
      {
        width: MARK,
        height: MARK,
        viewBox: `0 0 ${MARK} ${MARK}`,
        "aria-hidden": "true",
        class: "map-key-mark",
      },
      rect,
    );
    return `<li>${mark}${escapeMarkup(label)}</li>`;
  });
  return `<ul class="tier-key map-key" aria-label="${escapeMarkup(map.keyLabel)}">${items.join("")}</ul>`;
}

/** Areas and dots, those of one class in one group. */
function drawAreas(geometry: WorldGeometry, map: WorldMap, idPrefix: string): string[] {
  const groups = [...map.classes.map(({ swatch }) => swatch), "none" as const].map((swatch) => ({
    swatch,
    areas: "",
    dots: "",
  }));
  const groupOf = (value: MapValue | undefined) => groups[value?.class ?? groups.length - 1];
  const titleOf = (country: string | undefined, name: string, value: MapValue | undefined): string => {
    const known = country === undefined ? undefined : map.nameOf(country);
    return `<title>${escapeMarkup(`${known ?? name}: ${value?.text ?? map.none}`)}</title>`;
  };
  for (const { country, name, d } of geometry.shapes) {
    const value = country === undefined ? undefined : map.values.get(country);
    const group = groupOf(value);
    if (group) group.areas += `<path d="${d}">${titleOf(country, name, value)}</path>`;
  }
  for (const { country, name, x, y } of geometry.dots) {
    const value = map.values.get(country);
    if (!value && !map.dots.has(country)) continue;
    const group = groupOf(value);
    if (group) {
      const place = { cx: x, cy: y, r: 4.5, class: "wm-dot" };
      group.dots += drawElement("circle", place, titleOf(country, name, value));
    }
  }
  const scale = `scale(${formatPx(1 / geometry.unitsPerPx)})`;
  const paint = (swatch: Swatch) => ({ fill: swatchFill(idPrefix, swatch) });
  return [
    ...groups.map(({ swatch, areas }) =>
      areas === "" ? "" : drawElement("g", { ...paint(swatch), transform: scale, class: "wm-land" }, areas),
    ),
    ...groups.map(({ swatch, dots }) => (dots === "" ? "" : drawElement("g", paint(swatch), dots))),
  ];
}

function keyOf(map: WorldMap): { readonly swatch: Swatch; readonly label: string }[] {
  return [
    ...map.classes.map(({ swatch, label, count }) => ({ swatch, label: `${label} (${count})` })),
    { swatch: "none" as const, label: map.none },
  ];
}

function layoutKey(
  map: WorldMap,
  idPrefix: string,
  geometry: WorldGeometry,
): { heightPx: number; svg: string } {
  const line = lineHeight(FONT) + 6;
  const top = geometry.heightPx + 10;
  let [x, row] = [0, 1];
  const heading = drawElement(
    "text",
    { x: 0, y: top + baselineShift(FONT) + 6, "font-weight": 600 },
    escapeMarkup(map.title),
  );
  const items = keyOf(map).map(({ swatch, label }) => {
    const widthPx = MARK + 6 + measureText(label, FONT);
    if (x > 0 && x + widthPx > geometry.widthPx) [x, row] = [0, row + 1];
    const y = top + row * line;
    const place = { x, y, width: MARK, height: MARK, fill: swatchFill(idPrefix, swatch), class: "cc-bar" };
    const text = { x: x + MARK + 6, y: y + MARK / 2 + baselineShift(FONT) };
    x += widthPx + 22;
    return drawElement("rect", place) + drawElement("text", text, escapeMarkup(label));
  });
  return { heightPx: (row + 1) * line + 10, svg: heading + items.join("") };
}
