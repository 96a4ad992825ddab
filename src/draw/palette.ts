/** The colours of one theme, by the name of their CSS custom property without `--fig-`. */
export type Palette = Readonly<Record<PaletteName, string>>;

const PALETTE_NAMES = [
  "paper",
  "ink",
  "muted",
  "grid",
  "band",
  "rule",
  "line",
  "span",
  "span-edge",
  "tier-0",
  "tier-1",
  "tier-2",
  "tier-3",
  "tier-0-fill",
  "tier-1-fill",
  "tier-2-fill",
  "tier-3-fill",
  "tier-0-ink",
  "tier-1-ink",
  "tier-2-ink",
  "tier-3-ink",
] as const;

export type PaletteName = (typeof PALETTE_NAMES)[number];

/** How many colours tiers are spread over. */
export const TIER_COLOURS = 4;

/**
 * Colours on a light page. Text has at least 4.5:1 against what it stands on, marks 3:1; the tier colours stay apart
 * in the common kinds of colour blindness.
 */
export const LIGHT_PALETTE: Palette = {
  paper: "#ffffff",
  ink: "#1b2430",
  muted: "#586472",
  grid: "#dfe4ea",
  band: "#f4f6f8",
  rule: "#66727f",
  line: "#27415e",
  span: "#e9edf2",
  "span-edge": "#748190",
  "tier-0": "#0a6cae",
  "tier-1": "#3a8f88",
  "tier-2": "#b8730a",
  "tier-3": "#a01c48",
  "tier-0-fill": "#cfe3f5",
  "tier-1-fill": "#d9ece6",
  "tier-2-fill": "#f4cf7f",
  "tier-3-fill": "#9c1c46",
  "tier-0-ink": "#0b3a5e",
  "tier-1-ink": "#123f38",
  "tier-2-ink": "#3f2900",
  "tier-3-ink": "#ffffff",
};

/** Colours on a dark page, with the same contrasts as {@link LIGHT_PALETTE}. */
export const DARK_PALETTE: Palette = {
  paper: "#12171d",
  ink: "#e8edf3",
  muted: "#a3afbc",
  grid: "#2c343e",
  band: "#181e26",
  rule: "#95a1ae",
  line: "#9cc3ea",
  span: "#242d38",
  "span-edge": "#7f8c9b",
  "tier-0": "#4594dc",
  "tier-1": "#86d5c6",
  "tier-2": "#e6ac49",
  "tier-3": "#e2557f",
  "tier-0-fill": "#17405f",
  "tier-1-fill": "#1d423d",
  "tier-2-fill": "#8a5a00",
  "tier-3-fill": "#f28aa6",
  "tier-0-ink": "#d8ebfb",
  "tier-1-ink": "#d6f1ec",
  "tier-2-ink": "#fff4dd",
  "tier-3-ink": "#2c0512",
};

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
