import { createRequire } from "node:module";
import { REGULAR_OUTLINES, SEMIBOLD_OUTLINES } from "./glyph-outlines.ts";

const require = createRequire(import.meta.url);

/** The faces that figures are set in. */
export const FONT_FILES: readonly string[] = ["Regular", "Semibold"].map((face) =>
  require.resolve(`source-sans/TTF/SourceSans3-${face}.ttf`),
);

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/**
 * Returns a drawing of ours with its text as outlines of Source Sans 3, so that it looks the same without fonts.
 *
 * Takes `<text>` elements without children, placed by `x`, `y`, `text-anchor` (else the root's), `font-size` (else the
 * root's) and `font-weight`; `textLength` is what the text measures anyway. Text with a character that the font lacks
 * is left as it is, and `isComplete` is false.
 */
export function outlineText(svg: string): { svg: string; isComplete: boolean } {
  const root = attributesOf(/<svg\b[^>]*>/.exec(svg)?.[0] ?? "");
  let isComplete = true;
  const outlined = svg.replace(
    /<text\b([^>]*)>([^<]*)<\/text>/g,
    (element, written: string, content: string) => {
      const own = attributesOf(written);
      const text = content.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
      const path = outline(text, {
        x: Number(own.get("x") ?? 0),
        y: Number(own.get("y") ?? 0),
        sizePx: Number(own.get("font-size") ?? root.get("font-size")),
        isSemibold: Number(own.get("font-weight") ?? 400) >= 600,
        anchor: own.get("text-anchor") ?? root.get("text-anchor") ?? "start",
      });
      if (path === undefined) {
        isComplete = false;
        return element;
      }
      const className = own.get("class");
      return className === undefined ? `${path}/>` : `${path} class="${className}"/>`;
    },
  );
  return { svg: outlined, isComplete };
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly isSemibold: boolean;
  readonly anchor: string;
}

/** Outlines of text that was set before, from its left end at the origin: years and tiers stand in every figure. */
const outlines = new Map<string, { readonly d: string; readonly widthPx: number } | undefined>();

function outline(text: string, place: TextPlace): string | undefined {
  const key = `${place.sizePx} ${place.isSemibold} ${text}`;
  if (!outlines.has(key)) outlines.set(key, outlineAtOrigin(text, place));
  const found = outlines.get(key);
  if (!found) return undefined;
  const x = place.x - found.widthPx * (place.anchor === "middle" ? 0.5 : place.anchor === "end" ? 1 : 0);
  return `<path transform="translate(${x.toFixed(2)} ${place.y})" d="${found.d}"`;
}

function outlineAtOrigin(text: string, { sizePx, isSemibold }: TextPlace) {
  const face = (isSemibold ? SEMIBOLD : REGULAR)();
  const scale = sizePx / face.unitsPerEm;
  let widthPx = 0;
  let d = "";
  for (const character of text) {
    const glyph = face.glyphs.get(character);
    if (!glyph) return undefined;
    d += placeGlyph(glyph.outline, widthPx, scale);
    widthPx += glyph.advance * scale;
  }
  return { d, widthPx };
}

/** Returns a glyph's outline from its origin on the base line, with its advance in px; undefined where the face lacks it. */
export function outlineGlyph(
  character: string,
  { sizePx, isSemibold }: Pick<TextPlace, "sizePx" | "isSemibold">,
): { readonly d: string; readonly advancePx: number } | undefined {
  const face = (isSemibold ? SEMIBOLD : REGULAR)();
  const glyph = face.glyphs.get(character);
  const scale = sizePx / face.unitsPerEm;
  return glyph && { d: placeGlyph(glyph.outline, 0, scale), advancePx: glyph.advance * scale };
}

/** Moves an outline from font units, y upwards, to pixels, y downwards. */
function placeGlyph(outline: string, x: number, scale: number): string {
  return outline.replace(
    /(-?\d+) (-?\d+)/g,
    (_, px: string, py: string) =>
      `${(x + Number(px) * scale).toFixed(2)} ${(-Number(py) * scale).toFixed(2)}`,
  );
}

interface Face {
  readonly unitsPerEm: number;
  readonly glyphs: ReadonlyMap<string, { readonly advance: number; readonly outline: string }>;
}

const REGULAR = once(() => readFace(REGULAR_OUTLINES));
const SEMIBOLD = once(() => readFace(SEMIBOLD_OUTLINES));

function readFace({ unitsPerEm, lines }: typeof REGULAR_OUTLINES): Face {
  const glyphs = new Map<string, { advance: number; outline: string }>();
  for (const line of lines.split("\n")) {
    const [code = "", advance = "", ...outline] = line.split(" ");
    glyphs.set(String.fromCodePoint(Number.parseInt(code, 36)), {
      advance: Number(advance),
      outline: outline.join(" "),
    });
  }
  return { unitsPerEm, glyphs };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function attributesOf(tag: string): Map<string, string> {
  return new Map(
    Array.from(tag.matchAll(/([\w-]+)="([^"]*)"/g), (match) => [match[1] ?? "", match[2] ?? ""]),
  );
}
