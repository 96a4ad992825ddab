import { escapeMarkup } from "../../draw/markup.ts";
import { LIGHT_PALETTE } from "../../draw/palette.ts";

/** Size of a picture that stands for a page, in px: what the large networks ask for. */
export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 630;

/** Colours of pictures; text is drawn in the first two. */
export const PICTURE_COLOURS = {
  ink: LIGHT_PALETTE.ink,
  muted: LIGHT_PALETTE.muted,
  grid: LIGHT_PALETTE.grid,
  "tier-0": LIGHT_PALETTE["tier-0"],
  "tier-1": LIGHT_PALETTE["tier-1"],
  "tier-2": LIGHT_PALETTE["tier-2"],
  "tier-3": LIGHT_PALETTE["tier-3"],
} as const;

export type PictureColour = keyof typeof PICTURE_COLOURS;

/** A filled rectangle; whole px. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: PictureColour;
}

/** A line of text on paper, from its left end on the base line; from its right end where it is `isFromRight`. Whole px. */
export interface PictureText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly sizePx: number;
  readonly isSemibold: boolean;
  readonly colour: "ink" | "muted";
  readonly isFromRight?: true;
}

/** A picture as plain data, as it goes to the worker. */
export interface Picture {
  readonly boxes: readonly PictureBox[];
  readonly texts: readonly PictureText[];
}

/** Returns a picture as SVG, for text that the figures' typeface does not hold. */
export function pictureToSvg({ boxes, texts }: Picture): string {
  const rects = boxes.map(
    ({ x, y, width, height, colour }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${PICTURE_COLOURS[colour]}"/>`,
  );
  const lines = texts.map(
    ({ x, y, text, sizePx, isSemibold, colour, isFromRight }) =>
      `<text x="${x}" y="${y}"${isFromRight ? ' text-anchor="end"' : ""} font-size="${sizePx}"${isSemibold ? ' font-weight="600"' : ""} fill="${PICTURE_COLOURS[colour]}">${escapeMarkup(text)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" font-family="Source Sans 3">${rects.join("")}${lines.join("")}</svg>`;
}
