import { createRequire } from "node:module";
import { REGULAR_OUTLINES, SEMIBOLD_OUTLINES } from "./glyph-outlines.ts";

const require = createRequire(import.meta.url);

/** The faces that figures are set in. */
export const FONT_FILES: readonly string[] = ["Regular", "Semibold"].map((face) =>
  require.resolve(`source-sans/TTF/SourceSans3-${face}.ttf`),
);

/** A face and size of text. */
export interface TextStyle {
  readonly sizePx: number;
  readonly isSemibold: boolean;
}

/** Returns how far the next glyph stands from a glyph, in px; undefined where the face lacks it. */
export function measureGlyph(character: string, { sizePx, isSemibold }: TextStyle): number | undefined {
  const face = (isSemibold ? SEMIBOLD : REGULAR)();
  const glyph = face.glyphs.get(character);
  return glyph && (glyph.advance * sizePx) / face.unitsPerEm;
}

/** Returns a glyph's outline in px, y downwards, from its origin on the base line; undefined where the face lacks it. */
export function outlineGlyph(character: string, { sizePx, isSemibold }: TextStyle): string | undefined {
  const face = (isSemibold ? SEMIBOLD : REGULAR)();
  const scale = sizePx / face.unitsPerEm;
  return face.glyphs
    .get(character)
    ?.outline.replace(
      /(-?\d+) (-?\d+)/g,
      (_, x: string, y: string) => `${(Number(x) * scale).toFixed(2)} ${(-Number(y) * scale).toFixed(2)}`,
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
