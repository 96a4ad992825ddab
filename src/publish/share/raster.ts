import { Resvg } from "@resvg/resvg-js";
import { encodeIndexedPng } from "../encode-png.ts";
import { measureGlyph, outlineGlyph, type TextStyle } from "../outline-text.ts";
import {
  PICTURE_COLOURS,
  PICTURE_HEIGHT,
  PICTURE_WIDTH,
  type Picture,
  type PictureBox,
  type PictureText,
} from "./picture.ts";

/** How many steps text has between paper and its full colour; with the plain colours that makes 16, four bits a pixel. */
const STEPS = { ink: 6, muted: 4 } as const;

/** First index of a text colour's steps; 0 is paper. */
const FIRST = { ink: 1, muted: 1 + STEPS.ink } as const;

const PLAIN = ["grid", "tier-0", "tier-1", "tier-2", "tier-3"] as const;
const FIRST_PLAIN = 1 + STEPS.ink + STEPS.muted;

const PALETTE: readonly (readonly [number, number, number])[] = [
  [255, 255, 255],
  ...stepsOf("ink"),
  ...stepsOf("muted"),
  ...PLAIN.map((name) => rgbOf(PICTURE_COLOURS[name])),
];

/** Bytes of a row: two pixels each, the left one in the upper half, as the PNG has them. */
const STRIDE = PICTURE_WIDTH / 2;

/** Filled anew for each picture: to ask for as much memory each time takes longer. */
const pixels = new Uint8Array(STRIDE * PICTURE_HEIGHT);

/**
 * Returns a picture as PNG with 16 colours. Boxes are filled and glyphs copied from bitmaps that were made once, because a
 * picture of this size takes a renderer of vectors six times as long. Undefined where its text has a character that the
 * figures' typeface lacks.
 */
export function rasterPicture({ boxes, texts }: Picture): Uint8Array | undefined {
  pixels.fill(0);
  for (const box of boxes) fillBox(box);
  for (const text of texts) if (!setText(text)) return undefined;
  return encodeIndexedPng(pixels, PICTURE_WIDTH, PALETTE);
}

function fillBox({ x, y, width, height, colour }: PictureBox): void {
  const index =
    colour === "ink" || colour === "muted"
      ? FIRST[colour] + STEPS[colour] - 1
      : FIRST_PLAIN + PLAIN.indexOf(colour);
  const [left, right] = [Math.max(0, x), Math.min(PICTURE_WIDTH, x + width)];
  if (left >= right) return;
  for (let row = Math.max(0, y); row < Math.min(PICTURE_HEIGHT, y + height); row++) {
    if (left % 2 === 1) setPixel(left, row, index);
    if (right % 2 === 1) setPixel(right - 1, row, index);
    pixels.fill(index * 17, row * STRIDE + Math.ceil(left / 2), row * STRIDE + Math.floor(right / 2));
  }
}

function setPixel(x: number, y: number, index: number): void {
  const place = y * STRIDE + (x >> 1);
  const both = pixels[place] ?? 0;
  pixels[place] = x % 2 === 0 ? (both & 0x0f) | (index << 4) : (both & 0xf0) | index;
}

function setText(line: PictureText): boolean {
  let x = line.x;
  const glyphs = glyphsOf(line);
  for (const character of line.text) {
    if (!glyphs.has(character)) glyphs.set(character, drawGlyph(character, line));
    const glyph = glyphs.get(character);
    if (!glyph) return false;
    copyGlyph(glyph, { x: Math.round(x), y: line.y, colour: line.colour });
    x += glyph.advancePx;
  }
  return true;
}

/** The pixels that a glyph covers: x and y from pen and base line, and coverage from 1 to 255, one after the other. */
interface Glyph {
  readonly advancePx: number;
  readonly covered: Int16Array;
}

/** Undefined for characters that the typeface lacks. */
type Glyphs = Map<string, Glyph | undefined>;

const drawn = new Map<string, Glyphs>();

/** Returns the glyphs of a size and weight that were drawn so far. */
function glyphsOf({ sizePx, isSemibold }: TextStyle): Glyphs {
  const key = `${sizePx} ${isSemibold}`;
  const found: Glyphs = drawn.get(key) ?? new Map();
  drawn.set(key, found);
  return found;
}

function drawGlyph(character: string, style: TextStyle): Glyph | undefined {
  const { sizePx } = style;
  const outline = outlineGlyph(character, style);
  const advancePx = measureGlyph(character, style);
  if (outline === undefined || advancePx === undefined) return undefined;
  const margin = Math.ceil(sizePx / 3);
  const width = Math.ceil(advancePx) + 2 * margin;
  const top = Math.ceil(sizePx * 1.1);
  const height = top + Math.ceil(sizePx * 0.4);
  const path = `<path transform="translate(${margin} ${top})" d="${outline}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${path}</svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const covered: number[] = [];
  for (let i = 0; i < width * height; i++) {
    const coverage = pixels[i * 4 + 3] ?? 0;
    if (coverage > 0) covered.push((i % width) - margin, Math.floor(i / width) - top, coverage);
  }
  return { advancePx, covered: Int16Array.from(covered) };
}

function copyGlyph({ covered }: Glyph, at: { x: number; y: number; colour: "ink" | "muted" }): void {
  const steps = STEPS[at.colour];
  const first = FIRST[at.colour];
  for (let i = 0; i < covered.length; i += 3) {
    const step = Math.round(((covered[i + 2] ?? 0) * steps) / 255);
    const x = at.x + (covered[i] ?? 0);
    const y = at.y + (covered[i + 1] ?? 0);
    if (step === 0 || x < 0 || x >= PICTURE_WIDTH || y < 0 || y >= PICTURE_HEIGHT) continue;
    const both = pixels[y * STRIDE + (x >> 1)] ?? 0;
    const below = x % 2 === 0 ? both >> 4 : both & 0x0f;
    if (below < first + step - 1) setPixel(x, y, first + step - 1);
  }
}

function stepsOf(colour: "ink" | "muted"): [number, number, number][] {
  const full = rgbOf(PICTURE_COLOURS[colour]);
  const steps = STEPS[colour];
  return Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / steps;
    const [red, green, blue] = full.map((value) => Math.round(255 + (value - 255) * share));
    return [red ?? 0, green ?? 0, blue ?? 0];
  });
}

function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
