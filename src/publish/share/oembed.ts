import type { Artifact, Edition } from "../edition.ts";
import { absoluteUrl } from "../site/addresses.ts";
import { type Html, html } from "../site/html.ts";
import { type Embed, embedCode, sizeOf } from "./embed.ts";
import { PICTURE_HEIGHT, PICTURE_WIDTH } from "./picture.ts";
import { homePreview, type Preview } from "./preview.ts";

/** What a page offers to those who link to it: its main figure. */
export interface OembedPage {
  readonly address: string;
  readonly title: string;
  readonly embed: Embed;
  /** The figure at full width. */
  readonly drawing: Html;
  /** Whose page it is, where it is not the casebook's authors'. */
  readonly authors?: readonly string[];
  /** Its picture; else the home page's. */
  readonly preview?: Preview | undefined;
}

/** A link for a page's head, and the file that it leads to. */
export interface Oembed {
  readonly head: Html;
  readonly file: Artifact;
}

/**
 * Returns what tells another site how to show a page that somebody links to: its main figure in a frame. Absent where the
 * site has no address. Source: oEmbed 1.0, section 2.3.4.4, “The rich type”.
 */
export function createOembed(edition: Edition, page: OembedPage): Oembed | undefined {
  const { url, title: provider, authors } = edition.index.casebook.config;
  if (url === undefined) return undefined;
  const preview = page.preview ?? homePreview(edition);
  const path = `${page.address}oembed.json`;
  const names = page.authors && page.authors.length > 0 ? page.authors : authors.map(({ name }) => name);
  const data = {
    version: "1.0",
    type: "rich",
    title: page.title,
    ...(names.length > 0
      ? { author_name: names.join(", "), author_url: absoluteUrl(url, page.address) }
      : {}),
    provider_name: provider,
    provider_url: url,
    html: embedCode(url, page.embed, page.drawing),
    ...sizeOf(page.drawing),
    ...(preview
      ? {
          thumbnail_url: absoluteUrl(url, preview.path),
          thumbnail_width: PICTURE_WIDTH,
          thumbnail_height: PICTURE_HEIGHT,
        }
      : {}),
  };
  return {
    head: html`<link rel="alternate" type="application/json+oembed" href="${absoluteUrl(url, path)}" title="${page.title}">
`,
    file: { path, body: `${JSON.stringify(data, undefined, 2)}\n` },
  };
}
