import { createFigureCss } from "../../draw/figure.css.ts";
import { createPalette } from "../../draw/palette.ts";
import { coloursOf, type Theme } from "../../model/theme.ts";
import { type Colours, PAGE_COLOURS, STANDARD_COLOURS } from "../../model/theme-colours.ts";

/** Size of running text in rem, on narrow and on wide pages; its lines are as high as the standard style sheet says. */
const TEXT_SIZES = { narrow: 1.0625, wide: 1.1875 } as const;

/**
 * Returns the rules that every other rule of the site stands on: the figures', and the custom properties of pages in light
 * and dark colours. `linkFont` says where a typeface of the casebook lies.
 */
export function renderTokenCss(theme: Theme | undefined, linkFont: (file: string) => string): string {
  const [light, dark] = [coloursOf(theme, "light"), coloursOf(theme, "dark")];
  const own = theme ? [...renderFonts(theme, linkFont), ...renderSizes(theme)] : [];
  return [
    createFigureCss({ light: createPalette(light), dark: createPalette(dark) }),
    `:root,[data-theme="light"]{${declareColours(light, "light")}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${declareColours(dark, "dark")}}}`,
    `@media screen{[data-theme="dark"]{${declareColours(dark, "dark")}}}`,
    `@media print{:root,[data-theme="light"]{${declareColours(STANDARD_COLOURS.light, "light")}}}`,
    ...own,
    "",
  ].join("\n");
}

function declareColours(colours: Colours, scheme: "light" | "dark"): string {
  const properties = PAGE_COLOURS.map((name) => `--${name}:${colours[name]};`).join("");
  return `color-scheme:${scheme};${properties}`;
}

function renderFonts({ fonts }: Theme, linkFont: (file: string) => string): string[] {
  return fonts.map(
    ({ family, file, weight, style }) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:optional;src:url("${linkFont(file)}") format("woff2")}`,
  );
}

/** Rules of the same weight as the standard ones, behind which they stand. */
function renderSizes({ type, spacing }: Theme): string[] {
  const root = [
    type.text && `--serif:${familyList(type.text, "serif")};`,
    type.interface && `--sans:${familyList(type.interface, "sans-serif")};`,
    spacing.measure !== undefined && `--measure:${spacing.measure}rem;`,
    spacing.page !== undefined && `--page:${spacing.page}rem;`,
    spacing.radius !== undefined && `--radius:${spacing.radius}px;`,
    type.lineHeight !== undefined && `--line-height:${rem(type.lineHeight * TEXT_SIZES.narrow)};`,
  ].filter((one) => typeof one === "string");
  const wide = type.lineHeight !== undefined && `--line-height:${rem(type.lineHeight * TEXT_SIZES.wide)};`;
  return [
    ...(root.length > 0 ? [`:root{${root.join("")}}`] : []),
    ...(wide ? [`@media (min-width:40rem){:root{${wide}}}`] : []),
    ...(type.size === undefined ? [] : [`@media screen{html{font-size:${type.size}%}}`]),
  ];
}

const GENERIC = new Set(["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"]);

/** Returns a list of typefaces that ends in a generic one. */
function familyList(families: readonly string[], generic: string): string {
  const isOpen = !GENERIC.has(families.at(-1) ?? "");
  return [...families, ...(isOpen ? [generic] : [])]
    .map((one) => (GENERIC.has(one) ? one : `"${one}"`))
    .join(",");
}

function rem(value: number): string {
  return `${Number(value.toFixed(4))}rem`;
}
