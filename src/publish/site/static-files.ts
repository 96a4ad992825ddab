import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Failure } from "../../base/effects.ts";
import type { Theme } from "../../model/theme.ts";
import type { Artifact } from "../edition.ts";
import { PACKAGE_FOLDER } from "../package-folder.ts";
import { renderTokenCss } from "../theme/token-css.ts";
import { linkTo } from "./addresses.ts";
import { SITE_FILES } from "./page.ts";

/** The built client files. */
const CLIENT = join(PACKAGE_FOLDER, "dist", "client");

/** Style sheets in the order in which they make up `site.css`, after the properties on which they stand. */
const STYLES = [
  "site-base.css",
  "site-figures.css",
  "site-pages.css",
  "site-exhibits.css",
  "site-notes.css",
  "site-reading.css",
  "site-claims.css",
  "site-explore.css",
  "site-search.css",
  "site-tests.css",
  "site-print.css",
];

/** Those of `embed.css`, after the same properties. */
const EMBED_STYLES = ["site-figures.css", "embed.css"];

const FILES = [
  "case.js",
  "check-page.js",
  "cite.js",
  "compare.js",
  "explore-grid.js",
  "explore-list.js",
  "figures.js",
  "map-player.js",
  "minisearch-licence.txt",
  "scroll-regions.js",
  "search-worker.js",
  "search.js",
  "site.js",
  "theme.js",
];

/** A falling and rising step, for the browser's tab. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#1b2430"/><path d="M5 10h9v11h6v-6h7" fill="none" stroke="#9cc3ea" stroke-width="3.5"/><circle cx="17" cy="21" r="3" fill="#e6ac49"/></svg>\n`;

const FONTS = [
  ["source-serif", ["SourceSerif4-Regular", "SourceSerif4-It", "SourceSerif4-Semibold"]],
  ["source-sans", ["SourceSans3-Regular", "SourceSans3-It", "SourceSans3-Semibold"]],
] as const;

/** Yields the site's own style sheet, with what a theme changes in it, scripts and fonts with their licences. */
export function* collectStaticFiles(theme: Theme | undefined): Generator<Artifact> {
  if (!existsSync(CLIENT)) {
    throw new Failure("The browser files of Demarche are not built.", {
      hint: "Run `npm run build` in Demarche’s folder.",
    });
  }
  const read = (name: string): string => readFileSync(join(CLIENT, name), "utf8");
  const tokens = [read("site-tokens.css"), renderTokenCss(theme, (file) => linkTo(SITE_FILES, file))];
  yield { path: `${SITE_FILES}site.css`, body: [...tokens, ...STYLES.map(read)].join("\n") };
  yield { path: `${SITE_FILES}embed.css`, body: [...tokens, ...EMBED_STYLES.map(read)].join("\n") };
  yield { path: `${SITE_FILES}icon.svg`, body: ICON };
  for (const name of FILES) {
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
