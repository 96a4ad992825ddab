import { drawPoster } from "../../draw/poster.ts";
import type { Edition } from "../edition.ts";
import { createPoster } from "../share/poster-page.ts";

/** The path of the drawing among the files of the poster. */
const DRAWING = "/poster.svg";

/** Returns what the poster's print is made of; undefined where the casebook has no grades. */
export function composePoster(
  edition: Edition,
): { readonly data: Record<string, unknown>; readonly files: ReadonlyMap<string, string> } | undefined {
  const poster = createPoster(edition);
  if (!poster) return undefined;
  const { svg, sheet } = drawPoster(poster);
  return {
    data: {
      title: poster.title,
      description: poster.subtitle,
      authors: edition.index.casebook.config.authors.map(({ name }) => name),
      drawing: DRAWING,
      alt: `${poster.subtitle}. The same as a table is in data/grades.csv.`,
      width: sheet.widthMm,
      height: sheet.heightMm,
    },
    files: new Map([[DRAWING, svg]]),
  };
}
