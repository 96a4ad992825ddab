import { Resvg } from "@resvg/resvg-js";
import type { FigureText } from "./figure-text.ts";
import { outlineGlyph } from "./outline-text.ts";

/** One colour of a glyph, and the pixels that it covers. */
export interface GlyphLayer {
  readonly colour: readonly [red: number, green: number, blue: number];
  /** x and y from the pixel at the glyph's origin, and coverage from 1 to 255, one after the other. */
  readonly covered: Int16Array;
}

/** A glyph as it is copied: what is painted around it, then itself. */
export interface Glyph {
  readonly halo?: GlyphLayer;
  readonly fill?: GlyphLayer;
}

/** A glyph to draw, of a text whose colours it has. */
export interface GlyphOrder {
  readonly character: string;
  /** How far right of its pixel it begins, in [0, 1). */
  readonly shift: number;
  readonly text: FigureText;
}

/** Which rules the colours of text come from, and how many pixels a unit has. */
export interface GlyphSheet {
  readonly scale: number;
  readonly css: string;
  readonly rootClass: string;
}

const COLUMNS = 32;

/** What is left of a glyph of each layer, when the other's paint is taken away. */
const LAYERS = { halo: "fill:none", fill: "stroke:none" } as const;

/**
 * Returns glyphs as bitmaps, drawn on one sheet per layer: reading the rules takes longer than to draw a glyph. Their
 * colours are those that the rules give to a `text` element.
 */
export function drawGlyphs(orders: ReadonlyMap<string, GlyphOrder>, sheet: GlyphSheet): Map<string, Glyph> {
  if (orders.size === 0) return new Map();
  const sizePx = Math.max(...Array.from(orders.values(), ({ text }) => text.sizePx));
  const cell = Math.ceil(sizePx * sheet.scale * 2.4);
  const origin = { x: Math.ceil(cell / 4), y: Math.ceil(cell * 0.6) };
  const layers = { halo: draw("halo"), fill: draw("fill") };
  return new Map(
    Array.from(orders.keys(), (key, i) => {
      const [halo, fill] = [cut(layers.halo, i), cut(layers.fill, i)];
      return [key, { ...(halo ? { halo } : {}), ...(fill ? { fill } : {}) }];
    }),
  );

  function draw(layer: keyof typeof LAYERS): Uint8Array {
    const cells = Array.from(orders.values(), ({ character, shift, text }, i) => {
      const x = (i % COLUMNS) * cell + origin.x + shift;
      const y = Math.floor(i / COLUMNS) * cell + origin.y;
      const path = `<path${text.attributes} d="${outlineGlyph(character, text)}" style="${LAYERS[layer]}"/>`;
      const place = `<g transform="translate(${x} ${y}) scale(${sheet.scale})">`;
      return `${place}${text.groups.join("")}${path}${"</g>".repeat(text.groups.length + 1)}`;
    });
    const height = Math.ceil(orders.size / COLUMNS) * cell;
    const rules = sheet.css.replace(/\btext(?=[ .,{])/g, "path");
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${COLUMNS * cell}" height="${height}" class="${sheet.rootClass}"><style>${rules}</style>${cells.join("")}</svg>`;
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
  }

  function cut(pixels: Uint8Array, i: number): GlyphLayer | undefined {
    const left = (i % COLUMNS) * cell;
    const top = Math.floor(i / COLUMNS) * cell;
    const covered: number[] = [];
    let [most, strongest] = [0, 0];
    for (let y = top; y < top + cell; y++) {
      for (let x = left; x < left + cell; x++) {
        const at = (y * COLUMNS * cell + x) * 4;
        const coverage = pixels[at + 3] ?? 0;
        if (coverage === 0) continue;
        covered.push(x - left - origin.x, y - top - origin.y, coverage);
        if (coverage > most) [most, strongest] = [coverage, at];
      }
    }
    if (covered.length === 0) return undefined;
    const full = (channel: number) => Math.round(((pixels[strongest + channel] ?? 0) * 255) / most);
    return { colour: [full(0), full(1), full(2)], covered: Int16Array.from(covered) };
  }
}
