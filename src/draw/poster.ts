import { formatMissing, isMissing, type Missing } from "../base/missing.ts";
import type { Tier } from "../model/scorecard.ts";
import { standaloneCss } from "./figure.css.ts";
import { baselineShift } from "./figure-frame.ts";
import { measureText, type TextFont } from "./font-metrics.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import { type Palettes, tierColour } from "./palette.ts";

/** What a poster of grades shows. */
export interface Poster {
  readonly title: string;
  readonly subtitle: string;
  /** Best first. */
  readonly tiers: readonly Tier[];
  readonly years: readonly number[];
  /** In the order in which they stand. */
  readonly countries: readonly PosterRow[];
  /** What the key calls a year without a tier. */
  readonly noTier: string;
  /** Where it comes from. */
  readonly credit: string;
}

export interface PosterRow {
  readonly name: string;
  readonly grades: ReadonlyMap<number, Tier | Missing>;
}

/** A sheet of paper on its long side, in mm. */
export interface Sheet {
  readonly name: "A3" | "A2";
  readonly widthMm: number;
  readonly heightMm: number;
}

const A3: Sheet = { name: "A3", widthMm: 420, heightMm: 297 };
const A2: Sheet = { name: "A2", widthMm: 594, heightMm: 420 };

/** Up to how many countries fit a sheet of A3 so that each row is at least as high as on a full sheet of A2. */
const MOST_ON_A3 = 90;

/** Units of the drawing for a millimetre: text is measured in them as if they were px. */
const UNITS = 4;
const MARGIN = 14 * UNITS;
const HEAD = 30 * UNITS;
const FOOT = 14 * UNITS;
const GAP = 7 * UNITS;
const YEARS_HEIGHT = 7 * UNITS;
/** A row is never higher: few countries leave room rather than become bars. */
const HIGHEST_ROW = 22 * UNITS;
const WIDEST_CELL = 24 * UNITS;

/** Where everything on a poster stands; in units of a quarter of a millimetre. */
export interface PosterLayout {
  readonly sheet: Sheet;
  /** Countries side by side in so many blocks. */
  readonly blocks: number;
  readonly rows: number;
  readonly rowHeight: number;
  readonly nameWidth: number;
  readonly cellWidth: number;
  readonly blockWidth: number;
  readonly font: TextFont;
}

/**
 * Returns how a poster fills a sheet: in as many blocks side by side as give the largest rows whose names fit. Names take
 * what the longest needs; cells share the rest.
 */
export function layoutPoster({ countries, years }: Poster): PosterLayout {
  const sheet = countries.length > MOST_ON_A3 ? A2 : A3;
  const width = sheet.widthMm * UNITS - 2 * MARGIN;
  const height = sheet.heightMm * UNITS - 2 * MARGIN - HEAD - FOOT;
  const tries = [1, 2, 3, 4, 5, 6].map((blocks): PosterLayout => {
    const rows = Math.max(1, Math.ceil(countries.length / blocks));
    const rowHeight = Math.min(HIGHEST_ROW, (height - YEARS_HEIGHT) / rows);
    const font: TextFont = { sizePx: Math.min(rowHeight * 0.62, 7 * UNITS), weight: "regular" };
    const longest = Math.max(0, ...countries.map(({ name }) => measureText(name, font)));
    const nameWidth = longest + 2 * UNITS;
    const room = (width - (blocks - 1) * GAP) / blocks - nameWidth;
    const cellWidth = Math.min(WIDEST_CELL, room / Math.max(1, years.length));
    const blockWidth = nameWidth + cellWidth * years.length;
    return { sheet, blocks, rows, rowHeight, nameWidth, cellWidth, blockWidth, font };
  });
  const fitting = tries.filter(({ cellWidth, font }) => cellWidth >= font.sizePx * 1.15);
  const best = (fitting.length > 0 ? fitting : tries.slice(0, 1)).reduce((a, b) =>
    b.rowHeight > a.rowHeight * 1.05 ? b : a,
  );
  return best;
}

/**
 * Returns the tiers of countries by years as one sheet to print, as SVG in light colours: title, key, a cell for each
 * country and year with the tier's short name, a dash where there is none for a reason, and where it comes from. Same
 * input, same bytes.
 */
export function drawPoster(
  poster: Poster,
  palettes?: Palettes,
): { readonly svg: string; readonly sheet: Sheet } {
  const layout = layoutPoster(poster);
  const { sheet, blocks, rows } = layout;
  const [width, height] = [sheet.widthMm * UNITS, sheet.heightMm * UNITS];
  const content = [
    `<title id="poster-title">${escapeMarkup(poster.title)}</title>`,
    `<desc id="poster-desc">${escapeMarkup(poster.subtitle)}</desc>`,
    `<style>${standaloneCss("lanes", "light", palettes).replace(/</g, "\\3c ")}</style>`,
    drawElement("rect", { x: 0, y: 0, width, height, class: "tl-paper" }),
    line(poster.title, { x: MARGIN, y: MARGIN + 5 * UNITS, sizePx: 11 * UNITS, isBold: true }),
    line(poster.subtitle, { x: MARGIN, y: MARGIN + 14 * UNITS, sizePx: 4.6 * UNITS, className: "tl-quiet" }),
    drawKey(poster, layout),
    ...Array.from({ length: blocks }, (_, i) =>
      drawBlock(poster, layout, i, poster.countries.slice(i * rows, (i + 1) * rows)),
    ),
    line(poster.credit, {
      x: MARGIN,
      y: height - MARGIN - 2 * UNITS,
      sizePx: Math.min(3.6 * UNITS, fitSize(poster.credit, width - 2 * MARGIN)),
      className: "tl-quiet",
    }),
  ];
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: "tl",
    viewBox: `0 0 ${width} ${height}`,
    width: `${sheet.widthMm}mm`,
    height: `${sheet.heightMm}mm`,
    role: "img",
    "aria-labelledby": "poster-title poster-desc",
    "font-family": "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif",
  };
  return { svg: drawElement("svg", attributes, content.join("")), sheet };
}

function drawBlock(
  { years, tiers }: Poster,
  layout: PosterLayout,
  block: number,
  countries: readonly PosterRow[],
): string {
  if (countries.length === 0) return "";
  const { rowHeight, nameWidth, cellWidth, blockWidth, font } = layout;
  const left = MARGIN + block * (blockWidth + GAP);
  const top = MARGIN + HEAD;
  const short = cellWidth < measureText("2000", font) * 1.15;
  const yearFont = { ...font, sizePx: Math.min(font.sizePx * 0.85, cellWidth / 2.2) };
  const heads = years.map((year, i) =>
    line(short ? `’${String(year).slice(-2)}` : String(year), {
      x: left + nameWidth + (i + 0.5) * cellWidth,
      y: top + YEARS_HEIGHT / 2,
      sizePx: yearFont.sizePx,
      anchor: "middle",
      className: "tl-quiet",
    }),
  );
  const lines = countries.map(({ name, grades }, row) => {
    const y = top + YEARS_HEIGHT + row * rowHeight;
    const cells = years.map((year, i) =>
      drawCell(grades.get(year), tiers, layout, { x: left + nameWidth + i * cellWidth, y }),
    );
    const label = line(name, { x: left, y: y + rowHeight / 2, sizePx: font.sizePx });
    return label + cells.join("");
  });
  return heads.join("") + lines.join("");
}

function drawCell(
  grade: Tier | Missing | undefined,
  tiers: readonly Tier[],
  { rowHeight, cellWidth, font }: PosterLayout,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  if (grade === undefined) return "";
  const middle = {
    x: x + cellWidth / 2,
    y: y + rowHeight / 2,
    sizePx: font.sizePx * 0.82,
    anchor: "middle",
  } as const;
  if (isMissing(grade)) {
    return drawElement(
      "g",
      {},
      `<title>${escapeMarkup(formatMissing(grade))}</title>${line("–", { ...middle, className: "tl-quiet" })}`,
    );
  }
  const colour = tierColour(
    Math.max(
      0,
      tiers.findIndex(({ id }) => id === grade.id),
    ),
    tiers.length,
  );
  const inset = UNITS * 0.12;
  const place = {
    x: formatPx(x + inset),
    y: formatPx(y + inset),
    width: formatPx(cellWidth - 2 * inset),
    height: formatPx(rowHeight - 2 * inset),
    class: `lc-cell tier-r${colour}`,
  };
  return drawElement("rect", place) + line(grade.short, { ...middle, className: `lc-ink-${colour}` });
}

function drawKey({ tiers, noTier }: Poster, { sheet }: PosterLayout): string {
  const size = 4.2 * UNITS;
  const font: TextFont = { sizePx: size, weight: "regular" };
  const box = 8 * UNITS;
  const items = [
    ...tiers.map((tier, i) => ({ short: tier.short, text: tier.label, colour: tierColour(i, tiers.length) })),
    { short: "–", text: noTier, colour: undefined },
  ];
  let x = MARGIN;
  const y = MARGIN + 22 * UNITS;
  const end = sheet.widthMm * UNITS - MARGIN;
  return items
    .map(({ short, text, colour }) => {
      const left = x;
      x += box + 2 * UNITS + measureText(text, font) + 7 * UNITS;
      if (x > end) return "";
      const mark = { x: left + box / 2, y, sizePx: size * 0.9, anchor: "middle" } as const;
      const words = line(text, { x: left + box + 2 * UNITS, y, sizePx: size });
      if (colour === undefined) return line(short, { ...mark, className: "tl-quiet" }) + words;
      const place = {
        x: formatPx(left),
        y: formatPx(y - box / 3),
        width: box,
        height: formatPx((2 * box) / 3),
      };
      return (
        drawElement("rect", { ...place, class: `lc-cell tier-r${colour}` }) +
        line(short, { ...mark, className: `lc-ink-${colour}` }) +
        words
      );
    })
    .join("");
}

/** Returns the largest size at which a text takes no more than a width. */
function fitSize(text: string, width: number): number {
  const unit = measureText(text, { sizePx: 100, weight: "regular" }) / 100;
  return unit === 0 ? Number.POSITIVE_INFINITY : width / unit;
}

interface LinePlace {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly sizePx: number;
  readonly isBold?: boolean;
  readonly anchor?: "middle";
  readonly className?: string;
}

/** Returns a line of text; one that begins at its place keeps its width where another typeface stands in. */
function line(text: string, { x, y, sizePx, isBold, anchor, className }: LinePlace): string {
  const font: TextFont = { sizePx, weight: isBold ? "semibold" : "regular" };
  return drawElement(
    "text",
    {
      x: formatPx(x),
      y: formatPx(y + baselineShift(font)),
      "font-size": formatPx(sizePx),
      "font-weight": isBold ? 600 : undefined,
      "text-anchor": anchor,
      textLength: anchor === undefined ? formatPx(measureText(text, font)) : undefined,
      lengthAdjust: anchor === undefined ? "spacingAndGlyphs" : undefined,
      class: className,
    },
    escapeMarkup(text),
  );
}
