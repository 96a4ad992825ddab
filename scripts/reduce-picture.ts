import type { Page } from "playwright-core";
import { encodeIndexedPng } from "../src/publish/encode-png.ts";

interface Reduced {
  readonly width: number;
  /** One byte a pixel, as base64. */
  readonly pixels: string;
  readonly palette: readonly [number, number, number][];
}

/**
 * Returns a picture (PNG) with its 48 most frequent colours that can be told apart, at a fifth of its size; a column at
 * its right edge is lost where its width is odd. `page` is a blank page of a browser, which decodes the picture.
 */
export async function reducePicture(page: Page, png: Uint8Array): Promise<Uint8Array> {
  // tsx names functions by a function of its own, which the page does not have (esbuild's `keepNames`).
  await page.evaluate("globalThis.__name = (one) => one");
  const { width, pixels, palette } = await page.evaluate(reduceColours, Buffer.from(png).toString("base64"));
  return encodeIndexedPng(new Uint8Array(Buffer.from(pixels, "base64")), width, palette);
}

/** Runs in the page. */
async function reduceColours(base64: string): Promise<Reduced> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const width = bitmap.width - (bitmap.width % 2);
  const { height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const counts = new Map<number, number>();
  for (let i = 0; i < data.length; i += 4) {
    const colour = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const partsOf = [16, 8, 0];
  const distance = (a: number, b: number): number =>
    partsOf.reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
  const chosen: number[] = [];
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (chosen.every((one) => distance(one, colour) > 120)) chosen.push(colour);
    if (chosen.length === 48) break;
  }
  const nearest = new Map<number, number>();
  for (const colour of counts.keys()) {
    const distances = chosen.map((one) => distance(one, colour));
    nearest.set(colour, distances.indexOf(Math.min(...distances)));
  }
  let pixels = "";
  for (let i = 0; i < data.length; i += 4) {
    const colour = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    pixels += String.fromCharCode(nearest.get(colour) ?? 0);
  }
  const palette = chosen.map((one): [number, number, number] => [one >> 16, (one >> 8) & 255, one & 255]);
  return { width, pixels: btoa(pixels), palette };
}
