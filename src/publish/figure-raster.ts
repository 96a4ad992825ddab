import { Resvg } from "@resvg/resvg-js";
import { attributesOf, type FigureText, liftText } from "./figure-text.ts";
import { drawGlyphs, type Glyph, type GlyphLayer, type GlyphOrder } from "./glyph-bitmaps.ts";
import { FONT_FILES, measureGlyph } from "./outline-text.ts";
import { chooseFonts } from "./script-fonts.ts";

/** Pixels row by row from the top, four bytes each: red, green, blue and 255. */
export interface Raster {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** So many places between two pixels a glyph may begin at; its base line stands on a whole one. */
const STEPS = 4;

/**
 * Returns a standalone drawing of ours in plain light colours as pixels on white.
 *
 * Its text is copied from bitmaps of glyphs, which figures share: for a renderer of vectors it is three quarters of the
 * work. It lies above all else, so nothing of a drawing may cover text. Throws where the SVG cannot be rendered.
 */
export function rasterFigure(svg: string, pixelRatio: number): Raster {
  const { drawing, texts, isComplete } = liftText(svg);
  const image = renderSvg(drawing, pixelRatio, isComplete ? [] : [...FONT_FILES, ...fontsOf(svg)]);
  const raster = { pixels: image.pixels, width: image.width, height: image.height };
  setTexts(raster, texts, frameOf(svg, pixelRatio));
  return raster;
}

function renderSvg(svg: string, pixelRatio: number, fontFiles: string[]) {
  return new Resvg(svg, {
    background: "#ffffff",
    fitTo: { mode: "zoom", value: pixelRatio },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
  }).render();
}

/** Returns typefaces of other scripts that a drawing needs; the machine's own would not be the same on another one. */
function fontsOf(svg: string): string[] {
  return chooseFonts(svg, FONT_FILES.slice(0, 1)).fonts.flatMap(({ files }) => files);
}

/** What the text of a drawing has in common. */
interface Frame {
  /** Pixels to a unit of the drawing. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly css: string;
  readonly rootClass: string;
}

function frameOf(svg: string, pixelRatio: number): Frame {
  const root = attributesOf(/<svg\b[^>]*>/.exec(svg)?.[0] ?? "");
  const width = Number(root.get("width"));
  const [left = 0, top = 0, units = width] = root.get("viewBox")?.split(/[ ,]+/).map(Number) ?? [];
  return {
    scale: (pixelRatio * width) / units,
    left,
    top,
    css: /<style>([\s\S]*?)<\/style>/.exec(svg)?.[1] ?? "",
    rootClass: root.get("class") ?? "",
  };
}

/** A glyph and the pixel at its origin. */
interface PlacedGlyph {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

const glyphs = new Map<string, Glyph>();

function setTexts(raster: Raster, texts: readonly FigureText[], frame: Frame): void {
  const orders = new Map<string, GlyphOrder>();
  const lines = texts.map((text) => placeGlyphs(text, frame, orders));
  for (const [key, glyph] of drawGlyphs(orders, frame)) glyphs.set(key, glyph);
  for (const line of lines) {
    for (const layer of ["halo", "fill"] as const) {
      for (const { key, x, y } of line) copyLayer(raster, glyphs.get(key)?.[layer], x, y);
    }
  }
}

/** Returns where each glyph of a text stands, and orders those that were never drawn. */
function placeGlyphs(text: FigureText, frame: Frame, orders: Map<string, GlyphOrder>): PlacedGlyph[] {
  const style = `${frame.scale} ${text.sizePx} ${text.isSemibold} ${styleNumber(text, frame)}`;
  const y = Math.round((text.y - frame.top) * frame.scale);
  let pen = (text.x - frame.left) * frame.scale;
  return Array.from(text.text, (character) => {
    const steps = Math.round(pen * STEPS);
    const x = Math.floor(steps / STEPS);
    const key = `${character} ${steps - x * STEPS} ${style}`;
    if (!glyphs.has(key)) orders.set(key, { character, shift: steps / STEPS - x, text });
    pen += (measureGlyph(character, text) ?? 0) * frame.scale;
    return { key, x, y };
  });
}

const styles = new Map<string, number>();

/** Numbers whatever may give text its colours. */
function styleNumber({ groups, attributes }: FigureText, { css, rootClass }: Frame): number {
  const key = [css, rootClass, attributes, ...groups].join("\n");
  const number = styles.get(key) ?? styles.size;
  styles.set(key, number);
  return number;
}

function copyLayer({ pixels, width, height }: Raster, layer: GlyphLayer | undefined, x: number, y: number) {
  if (!layer) return;
  const { colour, covered } = layer;
  for (let i = 0; i < covered.length; i += 3) {
    const column = x + (covered[i] ?? 0);
    const row = y + (covered[i + 1] ?? 0);
    if (column < 0 || column >= width || row < 0 || row >= height) continue;
    const share = (covered[i + 2] ?? 0) / 255;
    const at = (row * width + column) * 4;
    for (let channel = 0; channel < 3; channel++) {
      const below = pixels[at + channel] ?? 0;
      pixels[at + channel] = Math.round(below + ((colour[channel] ?? 0) - below) * share);
    }
  }
}
