import { contrastBetween } from "../../base/colour.ts";
import type { Palettes } from "../../draw/palette.ts";
import type { Casebook } from "../../model/casebook.ts";
import { STANDARD_COLOURS } from "../../model/theme-colours.ts";
import { palettesOf } from "../share/figure-credit.ts";

/** The colours of a print's text, as `#rrggbb`. */
export interface PrintColours {
  readonly ink: string;
  /** Of text of the second rank. */
  readonly quiet: string;
}

const PAPER = "#ffffff";

/** What text needs at least; Source: WCAG 2.2, 1.4.3. */
const READABLE = 4.5;

/** A ground of figures that differs so little from white is left to the paper; what is darker than it gains by that. */
const NEARLY_WHITE = 1.25;

/** Returns the colours of text: those that the theme sets for light pages, as far as they can be read on white paper. */
export function printColoursOf({ theme }: Pick<Casebook, "theme">): PrintColours {
  const themed = (token: "ink" | "muted", own: string): string => {
    const set = theme?.colours.light.get(token)?.value;
    return set !== undefined && contrastBetween(set, PAPER) >= READABLE ? set : own;
  };
  return { ink: themed("ink", STANDARD_COLOURS.light.ink), quiet: themed("muted", "#55606c") };
}

/** Returns the colours of figures: the theme's for light pages, on white where its ground is nearly that. */
export function printPalettesOf(casebook: Pick<Casebook, "theme">): Palettes {
  const { light, dark } = palettesOf(casebook);
  const isNearlyWhite = contrastBetween(light.paper, PAPER) <= NEARLY_WHITE;
  return { light: isNearlyWhite ? { ...light, paper: PAPER } : light, dark };
}
