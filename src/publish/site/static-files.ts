import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../../base/effects.ts";
import { FIGURE_CSS } from "../../draw/figure.css.ts";
import type { Artifact } from "../edition.ts";
import { SITE_FILES } from "./page.ts";

/** The package's built client files; three folders up from here both in `src/` and in `dist/`. */
const CLIENT = fileURLToPath(new URL("../../../dist/client/", import.meta.url));

const SCRIPTS = ["note-popovers.js", "scroll-regions.js", "sidenotes.js"];

const FONTS = [
  ["source-serif", ["SourceSerif4-Regular", "SourceSerif4-It", "SourceSerif4-Semibold"]],
  ["source-sans", ["SourceSans3-Regular", "SourceSans3-It", "SourceSans3-Semibold"]],
] as const;

/** Yields the site's own style sheet, scripts and fonts with their licences. */
export function* collectStaticFiles(): Generator<Artifact> {
  if (!existsSync(CLIENT)) {
    throw new Failure("The browser files of Demarche are not built.", {
      hint: "Run `npm run build` in Demarche’s folder.",
    });
  }
  const css = readFileSync(join(CLIENT, "site.css"), "utf8");
  yield { path: `${SITE_FILES}site.css`, body: `${FIGURE_CSS}\n${css}` };
  for (const name of SCRIPTS) {
    yield { path: SITE_FILES + name, body: readFileSync(join(CLIENT, name)) };
  }
  const { resolve } = createRequire(import.meta.url);
  for (const [name, faces] of FONTS) {
    const root = dirname(resolve(`${name}/package.json`));
    for (const face of faces) {
      const file = join(root, "WOFF2", "TTF", `${face}.ttf.woff2`);
      yield { path: `${SITE_FILES}${face}.woff2`, body: readFileSync(file) };
    }
    const licence = readFileSync(join(root, "LICENSE.md"));
    yield { path: `${SITE_FILES}${name}-licence.md`, body: licence };
  }
}
