import {
  type Colours,
  FIGURE_COLOURS,
  type FigureColour,
  STANDARD_COLOURS,
  TIER_COLOURS,
} from "../model/theme-colours.ts";

export { TIER_COLOURS };

/** The colours of figures in one scheme, by the name of their CSS custom property without `--fig-`. */
export type Palette = Readonly<Record<PaletteName, string>>;

type WithoutFigure<T extends string> = T extends `figure-${infer Name}` ? Name : T;

export type PaletteName = WithoutFigure<FigureColour>;

const PALETTE_NAMES = FIGURE_COLOURS.map(paletteNameOf);

/** The colours of figures on a light page and on a dark one. */
export interface Palettes {
  readonly light: Palette;
  readonly dark: Palette;
}

/** Returns the figures' colours among those of a scheme. */
export function createPalette(colours: Colours): Palette {
  return Object.fromEntries(FIGURE_COLOURS.map((name) => [paletteNameOf(name), colours[name]])) as Palette;
}

/** Colours on a light page, where no theme says otherwise. */
export const LIGHT_PALETTE: Palette = createPalette(STANDARD_COLOURS.light);

/** Colours on a dark page, where no theme says otherwise. */
export const DARK_PALETTE: Palette = createPalette(STANDARD_COLOURS.dark);

export const STANDARD_PALETTES: Palettes = { light: LIGHT_PALETTE, dark: DARK_PALETTE };

/** Returns the declarations of a palette's custom properties, e.g. `--fig-ink:#1b2430;`. */
export function formatPalette(palette: Palette): string {
  return PALETTE_NAMES.map((name) => `--fig-${name}:${palette[name]};`).join("");
}

/** Returns CSS with every `var(--fig-…)` replaced by its value in a palette. */
export function inlinePalette(css: string, palette: Palette): string {
  return css.replace(/var\(--fig-([a-z0-9-]+)\)/g, (whole, name: PaletteName) => palette[name] ?? whole);
}

/**
 * Returns which of the tier colours a tier has: its own rank on a scale of up to four tiers whose ends are the ends
 * of the palette, and a share of them on longer scales. `position` counts from 0, the best tier.
 */
export function tierColour(position: number, tierCount: number): number {
  if (tierCount <= 1) return 0;
  return Math.round((Math.min(position, tierCount - 1) * (TIER_COLOURS - 1)) / (tierCount - 1));
}

function paletteNameOf(name: FigureColour): PaletteName {
  return name.replace(/^figure-/, "") as PaletteName;
}
