import { parentPort } from "node:worker_threads";
import { encodePng } from "./encode-png.ts";
import { rasterFigure } from "./figure-raster.ts";
import type { PngAnswer } from "./png.ts";
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

function render(drawing: string | Picture): PngAnswer {
  try {
    if (typeof drawing === "string") return { png: renderSvg(drawing, PIXEL_RATIO) };
    return { png: rasterPicture(drawing) ?? renderSvg(pictureToSvg(drawing), 1) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function renderSvg(svg: string, pixelRatio: number): Uint8Array {
  const { pixels, width, height } = rasterFigure(svg, pixelRatio);
  return encodePng(pixels, width, height);
}
