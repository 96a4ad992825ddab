import { cleanUrl, isSafeUrl } from "./url.ts";

const BLOCK_TAGS = new Set(
  (
    "blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary " +
    "table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const INLINE_TAGS = new Set(
  (
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup " +
    "time u var wbr"
  ).split(" "),
);
const VOID_TAGS = new Set(["br", "hr", "img", "wbr"]);
/** Elements that hold words but no blocks, so none can stay open past the HTML block they begin in. */
const PHRASE_TAGS = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "dt",
  "summary",
  "figcaption",
  "caption",
  "pre",
]);
/** Open elements that a tag closes by beginning. */
const CLOSED_BY: Readonly<Record<string, readonly string[]>> = {
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  td: ["td", "th"],
  th: ["td", "th"],
  tr: ["td", "th", "tr"],
  thead: ["td", "th", "tr", "thead", "tbody", "tfoot", "caption"],
  tbody: ["td", "th", "tr", "thead", "tbody", "tfoot", "caption"],
  tfoot: ["td", "th", "tr", "thead", "tbody", "tfoot", "caption"],
};
const ATTRIBUTES = new Set(["id", "class", "title", "lang", "dir", "alt", "datetime", "open"]);
const NUMERIC_ATTRIBUTES = new Set(["width", "height", "colspan", "rowspan", "start"]);
const URL_ATTRIBUTES = new Set(["href", "src", "cite"]);

/** Elements whose content is no text for readers, and is dropped with them. */
export const DROPPED_WITH_CONTENT: ReadonlySet<string> = new Set(["script", "style"]);

/** Where a tag may stand: among blocks, among words, alone, or nowhere. */
export function kindOfTag(tag: string): "block" | "inline" | undefined {
  return BLOCK_TAGS.has(tag) ? "block" : INLINE_TAGS.has(tag) ? "inline" : undefined;
}

/** Whether an element has no content and no closing tag. */
export function isVoidTag(tag: string): boolean {
  return VOID_TAGS.has(tag);
}

/** Whether a block element holds words only. */
export function isPhraseTag(tag: string): boolean {
  return PHRASE_TAGS.has(tag);
}

/** Whether an open element ends where a block element begins, as a paragraph does before every block. */
export function closesBefore(openTag: string, tag: string): boolean {
  return openTag === "p" || (Object.hasOwn(CLOSED_BY, tag) && CLOSED_BY[tag]?.includes(openTag) === true);
}

/** Returns the attributes that are allowed, without addresses that are not http, https, mailto or relative. */
export function allowedAttributes(
  attributes: ReadonlyMap<string, string>,
  onDropped: (address: string) => void,
): Record<string, string> {
  const allowed: Record<string, string> = {};
  for (const [name, value] of attributes) {
    if (ATTRIBUTES.has(name)) allowed[name] = value;
    else if (NUMERIC_ATTRIBUTES.has(name) && /^\s*\d+(?:\.\d+)?%?\s*$/.test(value))
      allowed[name] = value.trim();
    else if (URL_ATTRIBUTES.has(name)) {
      if (isSafeUrl(value, "html")) allowed[name] = cleanUrl(value).trim();
      else onDropped(value);
    }
  }
  return allowed;
}
