import type { Theme } from "../../model/theme.ts";

/** Where the site's own files lie. */
const STANDARD = {
  text: ["SourceSerif4-Regular", "SourceSerif4-Semibold"],
  figures: ["SourceSans3-Regular"],
} as const;

/**
 * Returns the typefaces that a page loads before it is painted, by path: those of the site's own files without ending,
 * those of a theme as they lie below `assets/`. Figures are set in Source Sans whatever a theme says.
 */
export function fontsToPreload(theme: Theme | undefined): {
  readonly own: readonly string[];
  readonly assets: readonly string[];
} {
  const chosen = [theme?.type.text?.[0], theme?.type.interface?.[0]];
  const assets = (theme?.fonts ?? [])
    .filter(({ family, style, weight }) => style === "normal" && weight === 400 && chosen.includes(family))
    .map(({ file }) => file);
  return {
    own: [...(theme?.type.text ? [] : STANDARD.text), ...STANDARD.figures],
    assets: [...new Set(assets)],
  };
}
