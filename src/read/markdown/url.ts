const INVISIBLE = /[\u00AD\u200B\u2028\u2029\u202A-\u202E\uFEFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip control characters inside a scheme.
const SKIPPED_IN_SCHEME = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]/g;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const MARKDOWN_SCHEMES = new Set([
  "http",
  "https",
  "mailto",
  "tel",
  "ftp",
  "ftps",
  "doi",
  "urn",
  "news",
  "geo",
]);
const HTML_SCHEMES = new Set(["http", "https", "mailto"]);

/** An address that is as it has to be: most are, and to take them apart and encode them takes a tenth of reading a text. */
const PLAIN_URL = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#][\w;/?:@&=+$,.!~*'()#-]*)?$/;

const REFUSED = "unsafe:";

/** Returns the address that our markdown-it gives to a link whose own is not allowed. */
export function refuseUrl(url: string): string {
  return REFUSED + url;
}

/** Returns the address that was not allowed; undefined for one that is. */
export function refusedUrl(url: string): string | undefined {
  return url.startsWith(REFUSED) ? url.slice(REFUSED.length) : undefined;
}

/** Whether an address is a safe one without anything to clean or to encode. */
export function isPlainUrl(url: string): boolean {
  return PLAIN_URL.test(url);
}

/** Returns an address without the invisible characters that slip in from word processors. */
export function cleanUrl(url: string): string {
  return url.replace(INVISIBLE, "");
}

/**
 * Whether an address is relative or has a harmless scheme, however the scheme is disguised.
 *
 * Raw HTML may use http, https and mailto; Markdown links also tel, ftp, ftps, doi, urn, news and geo.
 */
export function isSafeUrl(url: string, from: "markdown" | "html"): boolean {
  const bare = url.replace(SKIPPED_IN_SCHEME, "");
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return true;
  return (from === "html" ? HTML_SCHEMES : MARKDOWN_SCHEMES).has(scheme);
}
