import { Tokenizer } from "htmlparser2";
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

/** A piece of raw HTML, with its offsets in the HTML. */
export type HtmlEvent =
  | { readonly kind: "text"; readonly value: string; readonly start: number; readonly end: number }
  | {
      readonly kind: "open";
      readonly tag: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "close"; readonly tag: string; readonly start: number; readonly end: number }
  | {
      readonly kind: "unclosed-comment";
      readonly value: string;
      readonly start: number;
      readonly end: number;
    };

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
  onDropped: (name: string) => void,
): Record<string, string> {
  const allowed: Record<string, string> = {};
  for (const [name, value] of attributes) {
    if (ATTRIBUTES.has(name)) allowed[name] = value;
    else if (NUMERIC_ATTRIBUTES.has(name) && /^\s*\d+(?:\.\d+)?%?\s*$/.test(value))
      allowed[name] = value.trim();
    else if (URL_ATTRIBUTES.has(name)) {
      if (isSafeUrl(value, "html")) allowed[name] = cleanUrl(value).trim();
      else onDropped(name);
    }
  }
  return allowed;
}

/**
 * Returns the tags and texts of raw HTML in order. Entities are resolved, tags and attribute names lower case.
 *
 * Comments, declarations and processing instructions leave nothing. What is no complete tag is text.
 */
export function readHtml(html: string): HtmlEvent[] {
  const events: HtmlEvent[] = [];
  let attributes = new Map<string, string>();
  let tag = "";
  let name = "";
  let value = "";
  let tagStart = 0;
  let done = 0;
  const text = (start: number, end: number, content: string) => {
    done = Math.max(done, end);
    const last = events.at(-1);
    if (last?.kind === "text" && last.end === start) events[events.length - 1] = joined(last, content, end);
    else if (end > start) events.push({ kind: "text", value: content, start, end });
  };
  const open = (end: number) => {
    done = end + 1;
    events.push({ kind: "open", tag, attributes, start: tagStart, end: done });
    tag = "";
  };
  const skip = (_start: number, end: number) => {
    done = Math.max(done, Math.min(html.length, end + 1));
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: false },
    {
      ontext: (start, end) => text(start, end, html.slice(start, end)),
      ontextentity: (codepoint, end) => text(done, end, String.fromCodePoint(codepoint)),
      onopentagname: (start, end) => {
        tagStart = start - 1;
        tag = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        if (!attributes.has(name)) attributes.set(name, value);
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => {
        const close = html.indexOf(">", end);
        done = close < 0 ? html.length : close + 1;
        events.push({
          kind: "close",
          tag: html.slice(start, end).toLowerCase(),
          start: start - 2,
          end: done,
        });
      },
      oncomment: (start, end) => {
        if (
          html.startsWith("<!--", start - 4) &&
          !html.slice(start, end + 3).includes("-->") &&
          end >= html.length
        ) {
          events.push({
            kind: "unclosed-comment",
            value: html.slice(start),
            start: start - 4,
            end: html.length,
          });
        }
        skip(start, end);
      },
      oncdata: skip,
      ondeclaration: skip,
      onprocessinginstruction: skip,
      onend: () => {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  const isCutOff = done < html.length && !/^<[!?]/.test(html.slice(done));
  if (isCutOff) text(done, html.length, html.slice(done));
  return events;
}

function joined(last: HtmlEvent & { kind: "text" }, content: string, end: number): HtmlEvent {
  return { kind: "text", value: last.value + content, start: last.start, end };
}
