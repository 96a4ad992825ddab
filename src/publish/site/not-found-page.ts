import { createHash } from "node:crypto";
import type { Config } from "../../model/config.ts";
import { wordingOf } from "../words/wording.ts";
import { attribute, html, rawHtml } from "./html.ts";
import { notFoundPolicy } from "./security.ts";

const STYLE =
  ":root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:36rem;margin:15vh auto;padding:0 1.25rem}a{color:inherit}h1{font-size:1.75rem;line-height:1.2}";

/** The policy of `404.html`, for servers that send it as a header. */
export const NOT_FOUND_POLICY: string = notFoundPolicy(
  `sha256-${createHash("sha256").update(STYLE).digest("base64")}`,
);

/**
 * Returns the page for addresses that do not exist. A host serves it at any depth, so it loads nothing, and its links
 * start from the path of the site's declared address, or from the host's root.
 */
export function renderNotFoundPage(config: Config): string {
  const home = config.url === undefined ? "/" : new URL(config.url).pathname;
  const wording = wordingOf(config.language);
  return html`<!doctype html>
<html lang="${config.language}"${attribute("dir", wording.direction === "rtl" ? "rtl" : undefined)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${NOT_FOUND_POLICY}">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${wording.words.pageNotFound} – ${config.title}</title>
<style>${rawHtml(STYLE)}</style>
</head>
<body>
<main>
<h1>${wording.say("pageNotFound")}</h1>
<p>${wording.say("nothingAtAddress")}</p>
<p><a href="${home}">${config.title}</a></p>
</main>
</body>
</html>
`.text;
}
