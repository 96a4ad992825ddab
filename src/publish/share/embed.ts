import type { Config } from "../../model/config.ts";
import type { Artifact, Edition } from "../edition.ts";
import { absoluteUrl, linkTo } from "../site/addresses.ts";
import { attribute, type Html, html, rawHtml } from "../site/html.ts";
import { findLicence, renderLicence } from "../site/licences.ts";
import { SITE_FILES } from "../site/page.ts";
import { EMBED_POLICY } from "../site/security.ts";
import { type Wording, wordingOf } from "../words/wording.ts";

/** A figure that other pages may show in a frame. */
export interface Embed {
  /** The address of its own small page, e.g. `countries/jpn/embed/timeline/`. */
  readonly address: string;
  /** What it shows, e.g. "Japan: laws, policy index, tiers and governments, 2000–2014." */
  readonly title: Html;
}

/** All that the small page of a figure shows. */
export interface EmbedPage extends Embed {
  /** The page that shows it with everything else. */
  readonly page: string;
  /** Its place there. */
  readonly anchor: string;
  /** The drawings, with what stands between them and the source, e.g. a key. */
  readonly drawing: Html;
  readonly language: string;
}

/** Room that a frame has around a drawing of full width, for title and source, in px. */
const AROUND_PX = 150;

/** Width for which the height of a frame is reckoned, in px. */
export const EMBED_WIDTH = 640;

/** Typefaces of figures. */
const FONTS = ["SourceSans3-Regular", "SourceSans3-Semibold"];

/** Returns the address of the small page of a figure on a page. */
export function embedAddress(page: string, id: string): string {
  return `${page}embed/${id}/`;
}

/**
 * Returns the drawings of a figure for a frame: the wide one, and the narrow one where the frame is narrow. Their links are
 * stops of the keyboard, since no table beside them has the same.
 */
export function pairForEmbed(wide: Html, narrow: Html, wording: Wording): Html {
  const withStops = ({ text }: Html): Html => rawHtml(text.replaceAll(' tabindex="-1"', ""));
  return html`<div class="figure-frame"${wording.figureMark}>
<div class="figure-wide">${withStops(wide)}</div>
<div class="figure-narrow" hidden>${withStops(narrow)}</div>
</div>
`;
}

/**
 * Returns the small page of a figure: the figure, what it shows, and where it comes from. It has no script, and its links
 * open outside of the frame. Nothing where the site has no address, by which others could show it.
 */
export function* renderEmbed(edition: Edition, embed: EmbedPage): Generator<Artifact> {
  const { config } = edition.index.casebook;
  if (config.url === undefined) return;
  const wording = wordingOf(embed.language);
  const { address } = embed;
  const body = html`<!doctype html>
<html lang="${embed.language}"${attribute("dir", wording.direction === "rtl" ? "rtl" : undefined)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${EMBED_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${config.title}</title>
<base target="_blank">
<link rel="canonical" href="${absoluteUrl(config.url, embed.page)}">
<link rel="icon" href="data:,">
${FONTS.map(
  (
    name,
  ) => html`<link rel="preload" href="${linkTo(address, `${SITE_FILES}${name}.woff2`)}" as="font" type="font/woff2" crossorigin>
`,
)}<link rel="stylesheet" href="${linkTo(address, `${SITE_FILES}embed.css`)}">
</head>
<body>
<main>
<h1>${embed.title}</h1>
<figure>
${embed.drawing}</figure>
<p class="embed-source">${renderSource(config, embed, wording)}</p>
</main>
</body>
</html>
`.text;
  yield { path: `${address}index.html`, body };
}

function renderSource(config: Config, { address, page, anchor }: EmbedPage, wording: Wording): Html {
  const title = wording.inLanguage(config.language, wording.isolate(config.title));
  const link = html`<a href="${linkTo(address, page, anchor)}">${title}</a>`;
  const names =
    config.authors.length > 0 && wording.isolate(wording.list(config.authors.map(({ name }) => name)));
  const release = config.release && html` ${wording.say("editionOf", wording.time(config.release))}`;
  const licence =
    config.licence !== undefined &&
    html` ${wording.say("licence", renderLicence(findLicence(config.licence)))}`;
  return html`${wording.say("embedSource", wording.say("titleAndAuthors", link, names))}${release}${licence}`;
}

/** Returns the code by which another page shows a figure in a frame; `drawing` says how high it is at full width. */
export function embedCode(url: string, embed: Embed, drawing: Html): string {
  const { height } = sizeOf(drawing);
  const title = embed.title.text.replace(/<[^>]*>/g, "").replaceAll('"', "&quot;");
  return `<iframe src="${absoluteUrl(url, embed.address)}" title="${title}" width="100%" height="${height}" loading="lazy" frameborder="0"></iframe>`;
}

/** Returns the size of the frame of a figure, in px. */
export function sizeOf(drawing: Html): { readonly width: number; readonly height: number } {
  const [, width = String(EMBED_WIDTH)] = /<svg[^>]* width="([\d.]+)"/.exec(drawing.text) ?? [];
  const [, height = "400"] = /<svg[^>]* height="([\d.]+)"/.exec(drawing.text) ?? [];
  const scale = EMBED_WIDTH / Number(width);
  return {
    width: EMBED_WIDTH,
    height: Math.ceil((Number(height) * Math.min(1, scale) + AROUND_PX) / 10) * 10,
  };
}

/**
 * Returns the code for showing a figure elsewhere, as text that can be read and, with scripts, copied by a button. Nothing
 * where the site has no address.
 */
export function renderEmbedCode(
  config: Config,
  embed: Embed,
  drawing: Html,
  { wording, label }: { readonly wording: Wording; readonly label?: string | undefined },
): Html | undefined {
  if (config.url === undefined) return undefined;
  return html`<details class="cite embed">
<summary>${wording.say("embedNamed", label)}</summary>
<p>${wording.say("embedHelp")}</p>
<p class="citation"><code translate="no">${embedCode(config.url, embed, drawing)}</code></p>
<p class="copies needs-scripts" data-copied="${wording.words.copied}">${wording.say("copy")} <button type="button">${wording.say("embedCode")}</button> <span role="status"></span></p>
</details>
`;
}
