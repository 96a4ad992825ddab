import type { FileOptions } from "../../draw/drawing-file.ts";
import { createPalette, type Palettes } from "../../draw/palette.ts";
import type { Casebook } from "../../model/casebook.ts";
import { coloursOf } from "../../model/theme.ts";
import { absoluteUrl } from "../site/addresses.ts";
import { findLicence } from "../site/licences.ts";
import { type Wording, wordingOf } from "../words/wording.ts";

/**
 * Returns how a figure of a casebook looks where it is a file of its own: the theme's colours, and below it where it comes
 * from, in the casebook's language unless another is given. `address` is that of a page that shows it.
 */
export function figureFileOptions(casebook: Casebook, address: string, wording?: Wording): FileOptions {
  return { palettes: palettesOf(casebook), credit: creditOf(casebook, address, wording) };
}

/** Returns the figures' colours of a casebook. */
export function palettesOf({ theme }: Pick<Casebook, "theme">): Palettes {
  return { light: createPalette(coloursOf(theme, "light")), dark: createPalette(coloursOf(theme, "dark")) };
}

/**
 * Returns the sentences that go wherever a figure goes: title, authors, the edition's date, licence and the page's whole
 * address, as far as the casebook says them.
 */
export function creditOf(
  { config }: Casebook,
  address: string,
  { words, list, date }: Wording = wordingOf(config.language),
): string {
  const authors = list(config.authors.map(({ name }) => name));
  const source = [config.title, authors, config.release && words.citedEdition(date(config.release))];
  const licence = config.licence === undefined ? undefined : findLicence(config.licence).name;
  const page = config.url === undefined ? undefined : absoluteUrl(config.url, address);
  const said = [words.noteSourceNamed(source.filter(Boolean).join(words.listSeparator)), licence].filter(
    Boolean,
  );
  return [said.join(words.sentenceSeparator) + words.sentenceSeparator.trim(), page]
    .filter(Boolean)
    .join(" ");
}
