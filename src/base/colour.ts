import {
  converter,
  differenceEuclidean,
  displayable,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  parse,
  type Rgb,
  useMode,
  wcagContrast,
} from "culori/fn";

for (const mode of [modeRgb, modeLrgb, modeHsl, modeHwb, modeLab, modeLch, modeOklab, modeOklch]) {
  useMode(mode as Parameters<typeof useMode>[0]);
}

/** Kinds of eyes that see fewer colours; `all` sees every one. */
export const EYES = ["all", "protan", "deutan", "tritan"] as const;
export type Eyes = (typeof EYES)[number];

type Filter = (colour: Rgb) => Rgb | undefined;

const FILTERS: Readonly<Record<Eyes, Filter>> = {
  all: (colour) => colour,
  protan: filterDeficiencyProt(1) as Filter,
  deutan: filterDeficiencyDeuter(1) as Filter,
  tritan: filterDeficiencyTrit(1) as Filter,
};

const toRgb = converter("rgb");

const distance = differenceEuclidean("oklab");

/**
 * Returns an opaque colour, written in any way that CSS knows, as `#rrggbb`; undefined for what is no colour, lets
 * something shine through, or is one that screens of sRGB cannot show.
 */
export function parseColour(text: string): string | undefined {
  const colour = parse(text.trim());
  if (!colour || (colour.alpha ?? 1) < 1 || !displayable(colour)) return undefined;
  return formatHex(colour);
}

/** Returns the contrast of two colours, from 1 to 21. Source: WCAG 2.2, “contrast ratio”. */
export function contrastBetween(one: string, other: string): number {
  return wcagContrast(one, other);
}

/**
 * Returns how far apart two colours look to eyes of a kind: 0 for the same, 1 for black and white. The distance is that in
 * Oklab; what fully colour-blind eyes see is taken from Machado, Oliveira and Fernandes (2009).
 */
export function distanceBetween(one: string, other: string, eyes: Eyes = "all"): number {
  return distance(seenBy(one, eyes), seenBy(other, eyes));
}

function seenBy(colour: string, eyes: Eyes): string {
  const rgb = toRgb(colour);
  const seen = rgb && FILTERS[eyes](rgb);
  return (seen && formatHex(seen)) ?? colour;
}
