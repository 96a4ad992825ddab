import type { Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { html } from "./html.ts";
import { renderPage } from "./page.ts";

/**
 * Returns the page for addresses that do not exist. A host serves it at any depth, so all that it leads to and loads starts
 * from the path of the site's declared address, or from the host's root.
 */
export function renderNotFoundPage(edition: Edition): string {
  const { config } = edition.index.casebook;
  const root = config.url === undefined ? "/" : new URL(config.url).pathname;
  const wording = siteWording(edition);
  const page = renderPage(edition, {
    address: NOT_FOUND_PATH,
    title: wording.words.pageNotFound,
    description: undefined,
    language: config.language,
    section: undefined,
    head: html`<meta name="robots" content="noindex">
`,
    scripts: [],
    content: html`<h1>${wording.say("pageNotFound")}</h1>
<div class="prose">
<p>${wording.say("nothingAtAddress")}</p>
<p><a href="${root}">${config.title}</a></p>
</div>
`,
  });
  return page.replace(/ (href|src)="(?![a-z][a-z0-9+.-]*:|[/#])(?:\.\/)?/gi, ` $1="${root}`);
}

/** Where hosts look for it. */
export const NOT_FOUND_PATH = "404.html";
