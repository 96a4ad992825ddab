import type { Edition } from "../edition.ts";
import { linkTo } from "../site/addresses.ts";
import { html } from "../site/html.ts";
import { renderPage } from "../site/page.ts";
import { siteWording } from "../words/wording.ts";
import { A_TO_Z_ADDRESS } from "./a-z-page.ts";
import { SEARCH_ADDRESS } from "./search-files.ts";

/** Returns the page of search, whose `site-search` other pages open as well. Without scripts it leads to the list from A to Z. */
export function renderSearchPage(edition: Edition): string {
  const wording = siteWording(edition);
  const { words } = wording;
  const { config } = edition.index.casebook;
  return renderPage(edition, {
    address: SEARCH_ADDRESS,
    title: words.search,
    description: words.searchDescription(config.title),
    language: config.language,
    section: "search",
    scripts: ["search"],
    content: html`<header class="page-header">
<h1>${wording.say("search")}</h1>
</header>
<site-search>
<div class="search-box needs-scripts" role="search">
<label>${wording.say("searchFor")} <input type="search" name="q" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="search-keys"></label>
<p class="search-status" role="status" data-found="${words.searchFound}" data-none="${words.searchNone}" data-loading="${words.searchLoading}" data-failed="${words.searchFailed}"></p>
</div>
<div class="search-results" data-all="${words.searchAll}"></div>
<p class="search-keys needs-scripts" id="search-keys">${wording.say("searchKeys")}</p>
<p class="search-keys needs-scripts"><label><input type="checkbox" name="key" checked autocomplete="off"> ${wording.say("searchKeySlash")}</label></p>
</site-search>
<noscript><div class="prose"><p>${wording.say("searchNeedsScripts")}</p></div></noscript>
<div class="prose"><p><a href="${linkTo(SEARCH_ADDRESS, A_TO_Z_ADDRESS)}">${wording.say("allFromAToZ")}</a></p></div>
`,
  });
}
