import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** How many pixels a PNG has for each pixel of its drawing. */
const PIXEL_RATIO = 2;

const FACES = ["Regular", "Semibold", "It"] as const;

/**
 * Returns a standalone figure as PNG, at twice its size, on white.
 *
 * Only the fonts that Demarche brings along are used, so that every machine makes the same bytes. Rendering runs beside
 * the main thread; several figures may be rendered at a time.
 */
export async function renderFigurePng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const image = await renderAsync(svg, {
    background: "#ffffff",
    fitTo: { mode: "zoom", value: PIXEL_RATIO },
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
  });
  return image.asPng();
}

function fontFiles(): string[] {
  const root = dirname(createRequire(import.meta.url).resolve("source-sans/package.json"));
  return FACES.map((face) => join(root, "TTF", `SourceSans3-${face}.ttf`));
}
