import type { Config } from "../../model/config.ts";
import type { Theme } from "../../model/theme.ts";
import type { RecordEdition } from "../edition.ts";
import { PICTURE_HEIGHT, PICTURE_WIDTH } from "../share/picture.ts";
import { homePreview, type Preview } from "../share/preview.ts";
import { type PartialContext, renderPartial } from "../theme/partials.ts";
import { fontsToPreload } from "../theme/theme-fonts.ts";
import { type Wording, wordingOf } from "../words/wording.ts";
import { absoluteUrl, linkTo } from "./addresses.ts";
import { attribute, type Html, html } from "./html.ts";
import { renderKeyboardHelp } from "./keyboard-help.ts";
import { findLicence, renderLicence } from "./licences.ts";
import { SITE_POLICY } from "./security.ts";

/** A page of the site, before its furniture is put around it. */
export interface Page {
  /** The page's address, e.g. `countries/jpn/`; the empty string for the home page. */
  readonly address: string;
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string | undefined;
  readonly language: string;
  /** Which entry of the navigation the page belongs to. */
  readonly section: Section | undefined;
  /** More for the page's head, e.g. citation metadata. */
  readonly head?: Html;
  /** Names of scripts of `client/`, e.g. `case`. */
  readonly scripts: readonly string[];
  /** The picture that stands for the page where somebody links to it; else the home page's. */
  readonly preview?: Preview | undefined;
  readonly isArticle?: boolean;
  readonly content: Html;
}

export type Section =
  | "cases"
  | "countries"
  | "record"
  | "analyses"
  | "claims"
  | "sources"
  | "methods"
  | "search";

/** Where the site's own files lie. */
export const SITE_FILES = "assets/demarche/";

const SECTIONS: readonly { id: Section; address: string; anchor?: string }[] = [
  { id: "cases", address: "", anchor: "cases" },
  { id: "countries", address: "countries/" },
  { id: "record", address: "entries/" },
  { id: "analyses", address: "analyses/" },
  { id: "claims", address: "claims/" },
  { id: "sources", address: "sources/" },
  { id: "methods", address: "methods/" },
  { id: "search", address: "search/" },
];

/** Tells whether the site has an Atom feed: it needs an address and a date. */
export function hasFeed(config: Config): boolean {
  return config.url !== undefined && config.release !== undefined;
}

/** Returns a whole page. All its links are relative; nothing is loaded from elsewhere. */
export function renderPage(edition: RecordEdition, page: Page): string {
  const wording = wordingOf(page.language);
  const [first = "", ...more] = page.address.split("/");
  const place = `${more.length} ${first} ${page.section} ${page.language}`;
  const around = { edition, page, wording };
  const header = shareFrame(edition, `header ${place}`, () => renderHeader(around));
  const footer = shareFrame(edition, `footer ${place}`, () => renderFooter(around));
  return html`<!doctype html>
<html lang="${page.language}"${attribute("dir", wording.direction === "rtl" ? "rtl" : undefined)}>
<head>
${renderHead(edition, page)}</head>
<body>
<a class="skip-link" href="#content">${wording.say("skipToContent")}</a>
${header}<main id="content" tabindex="-1">
${page.content}</main>
${footer}</body>
</html>
`.text;
}

const frames = new WeakMap<RecordEdition, Map<string, Html>>();

/** Returns a part of the frame; pages that have the same key share one. */
function shareFrame(edition: RecordEdition, key: string, render: () => Html): Html {
  const known = frames.get(edition) ?? new Map<string, Html>();
  frames.set(edition, known);
  const frame = known.get(key) ?? render();
  known.set(key, frame);
  return frame;
}

function renderHead(edition: RecordEdition, page: Page): Html {
  const { config, theme } = edition.index.casebook;
  const title = page.address === "" ? config.title : `${page.title} – ${config.title}`;
  const root = page.address === "" ? "" : linkTo(page.address, "");
  const files = shareFrame(edition, `files ${root} ${page.scripts}`, () =>
    renderFiles(root, page.scripts, theme),
  );
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${SITE_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${
  page.description !== undefined &&
  html`<meta name="description" content="${page.description}">
`
}<meta name="generator" content="Demarche">
${renderAddresses(edition, page)}${page.head}${files}`;
}

/**
 * Returns what a page loads; `root` leads to the site's root. The page's own scripts hold up the first painting, since they
 * move what is on it: notes into the margin, rows that the address does not ask for out of sight. What holds it up is asked
 * for first, since a browser asks a host for few things at once.
 */
function renderFiles(root: string, scripts: readonly string[], theme: Theme | undefined): Html {
  const folder = root + SITE_FILES;
  const fonts = fontsToPreload(theme);
  const files = [
    ...fonts.own.map((name) => `${folder}${name}.woff2`),
    ...fonts.assets.map((path) => root + linkTo("", path)),
  ];
  return html`<link rel="stylesheet" href="${folder}site.css">
<script src="${folder}theme.js"></script>
${scripts.map(
  (name) => html`<script defer blocking="render" src="${folder}${name}.js"></script>
`,
)}${files.map(
  (file) => html`<link rel="preload" href="${file}" as="font" type="font/woff2" crossorigin>
`,
)}<script defer src="${folder}site.js"></script>
<link rel="icon" href="${folder}icon.svg" type="image/svg+xml">
`;
}

function renderAddresses(edition: RecordEdition, page: Page): Html {
  const { config } = edition.index.casebook;
  const canonical = config.url === undefined ? undefined : absoluteUrl(config.url, page.address);
  return html`${
    canonical !== undefined &&
    html`<link rel="canonical" href="${canonical}">
<meta property="og:url" content="${canonical}">
`
  }<meta property="og:title" content="${page.title}">
<meta property="og:site_name" content="${config.title}">
<meta property="og:type" content="${page.isArticle ? "article" : "website"}">
${
  page.description !== undefined &&
  html`<meta property="og:description" content="${page.description}">
`
}${renderPreview(config, page.preview ?? homePreview(edition))}${
  hasFeed(config) &&
  html`<link rel="alternate" type="application/atom+xml" title="${config.title}" href="${linkTo(page.address, "feed.xml")}">
`
}`;
}

function renderPreview({ url }: Config, preview: Preview | undefined): Html {
  if (url === undefined || !preview) return html``;
  return html`<meta property="og:image" content="${absoluteUrl(url, preview.path)}">
<meta property="og:image:width" content="${PICTURE_WIDTH}">
<meta property="og:image:height" content="${PICTURE_HEIGHT}">
<meta property="og:image:alt" content="${preview.alt}">
<meta name="twitter:card" content="summary_large_image">
`;
}

/** Tells whether the site has a section: one without a record or statements has no pages for them. */
function hasSection(edition: RecordEdition, id: Section): boolean {
  if (id === "record") return edition.index.casebook.entries.length > 0;
  if (id === "analyses") return edition.index.casebook.analyses.size > 0;
  if (id === "claims") return edition.hasStatements;
  return true;
}

function renderHeader(around: Around): Html {
  const { theme } = around.edition.index.casebook;
  const parts = renderParts(around);
  const inner = theme?.header
    ? renderPartial(theme.header, contextOf(parts, around))
    : html`${parts.title}
${parts.navigation}${parts.colours}`;
  return html`<header class="site-header">
<div class="site-header-inner">
${inner}</div>
</header>
`;
}

function renderFooter(around: Around): Html {
  const { theme } = around.edition.index.casebook;
  const parts = renderParts(around);
  const inner = theme?.footer
    ? renderPartial(theme.footer, contextOf(parts, around))
    : html`<p>${parts.edition}</p>
<p>${parts.licence}</p>
${parts.keys}`;
  return html`<footer class="site-footer">
<div class="site-footer-inner">
${inner}</div>
</footer>
`;
}

/** What stands around a page's content, in pieces that a theme may put elsewhere. */
type Parts = PartialContext["parts"];

/** The page that parts are made for. */
interface Around {
  readonly edition: RecordEdition;
  readonly page: Page;
  readonly wording: Wording;
}

function contextOf(parts: Parts, { edition, page, wording }: Around): PartialContext {
  return { page: page.address, parts, wording, language: edition.index.casebook.config.language };
}

function renderParts(around: Around): Parts {
  const { edition, page, wording } = around;
  const { config } = edition.index.casebook;
  const isHome = page.address === "";
  return {
    title: html`<a class="site-title" href="${linkTo(page.address, "")}"${attribute("aria-current", isHome ? "page" : undefined)}${wording.markOf(config.language)}>${config.title}</a>`,
    navigation: renderNavigation(around),
    colours: renderThemeSwitch(wording),
    ...renderColophon(config, wording),
    keys: renderKeyboardHelp(wording),
  };
}

function renderNavigation({ edition, page, wording }: Around): Html {
  return html`<nav aria-label="${wording.words.site}">
<ul>
${SECTIONS.filter(({ id }) => hasSection(edition, id)).map(({ id, address, anchor }) => {
  const current = page.section !== id ? undefined : page.address === address ? "page" : "true";
  const search = id === "search" && html` class="search-link" data-close="${wording.words.closeSearch}"`;
  return html`<li><a href="${linkTo(page.address, address, anchor)}"${search}${attribute("aria-current", current)}>${wording.say(id)}</a></li>
`;
})}</ul>
</nav>
`;
}

/** Returns the choice of colours; `theme.js` makes it work and shows it. */
function renderThemeSwitch(wording: Wording): Html {
  const { words } = wording;
  return html`<label class="theme-switch needs-scripts">${wording.say("colours")}
<select autocomplete="off"><option value="system">${words.coloursOfSystem}</option><option value="light">${words.coloursLight}</option><option value="dark">${words.coloursDark}</option></select></label>
`;
}

function renderColophon(config: Config, wording: Wording): { edition: Html; licence: Html } {
  const licence = config.licence === undefined ? undefined : findLicence(config.licence);
  const title = wording.inLanguage(config.language, wording.isolate(config.title));
  const names =
    config.authors.length > 0 && wording.isolate(wording.list(config.authors.map(({ name }) => name)));
  const release = config.release && html` ${wording.say("editionOf", wording.time(config.release))}`;
  const link = licence && renderLicence(licence);
  return {
    edition: html`${wording.say("titleAndAuthors", title, names)}${release}`,
    licence: html`${link !== undefined && html`${wording.say("licence", link)} `}${wording.say("madeWith")}`,
  };
}
