import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import { encodePng } from "./encode-png.ts";
import { FONT_FILES, outlineText } from "./outline-text.ts";
import type { PngAnswer } from "./png.ts";
import { chooseFonts } from "./script-fonts.ts";
import { type Picture, pictureToSvg } from "./share/picture.ts";
import { rasterPicture } from "./share/raster.ts";

/** How many pixels a PNG has for each pixel of its drawing. */
const PIXEL_RATIO = 1.5;

const waiting: (string | Picture)[] = [];

/** Each picture has a turn of the event loop to itself: pictures that are no longer needed are only freed between turns. */
function renderNext(): void {
  const drawing = waiting.shift();
  if (drawing !== undefined) parentPort?.postMessage(render(drawing));
  if (waiting.length > 0) setImmediate(renderNext);
}

parentPort?.on("message", (drawing: string | Picture) => {
  if (waiting.push(drawing) === 1) setImmediate(renderNext);
});

/** Returns typefaces of other scripts that a drawing needs; the machine's own would not be the same on another one. */
function fontsOf(svg: string): string[] {
  return chooseFonts(svg, FONT_FILES.slice(0, 1)).fonts.flatMap(({ files }) => files);
}

function render(drawing: string | Picture): PngAnswer {
  try {
    if (typeof drawing === "string") return { png: renderSvg(drawing, PIXEL_RATIO) };
    return { png: rasterPicture(drawing) ?? renderSvg(pictureToSvg(drawing), 1) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Text becomes outlines first: resvg alone takes longer to set it than for all the rest. */
function renderSvg(svg: string, pixelRatio: number): Uint8Array {
  const { svg: outlined, isComplete } = outlineText(svg);
  const fontFiles = isComplete ? [] : [...FONT_FILES, ...fontsOf(svg)];
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" };
  const image = new Resvg(outlined, {
    background: "#ffffff",
    fitTo: { mode: "zoom", value: pixelRatio },
    font,
  }).render();
  return encodePng(image.pixels, image.width, image.height);
}
