import type { Attributes } from "../document.ts";

const ITEM =
  /#([\p{L}\p{N}_][\p{L}\p{N}_:.-]*)|\.([\p{L}_-][\p{L}\p{N}_:-]*)|([\p{L}_:][\p{L}\p{N}_:.-]*)=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'{}=<>`]+))|([\p{L}\p{N}_][\p{L}\p{N}_:./-]*)/suy;
const MAX_LENGTH = 2000;

/** An attribute list found in a text. */
export interface AttributeList {
  readonly attributes: Attributes;
  /** The offset after the closing brace. */
  readonly end: number;
}

/** Attributes with nothing in them. */
export const NO_ATTRIBUTES: Attributes = { classes: [], words: [], values: {} };

/**
 * Parses the attribute list that begins at an offset: `{#id .class key=value key="two words"}`.
 *
 * Only a list whose every item is of that form is one; anything else in braces is prose and gives `undefined`.
 * Bare words are allowed where `allowsWords` is set, and so are empty braces; without it an item is needed. A key that
 * is there already is kept as a word.
 * Python-Markdown's `{: .class}` is read too.
 */
export function parseAttributes(
  text: string,
  start: number,
  options: { allowsWords: boolean; limit?: number },
): AttributeList | undefined {
  if (text[start] !== "{") return undefined;
  const limit = Math.min(options.limit ?? text.length, start + MAX_LENGTH);
  const classes: string[] = [];
  const words: string[] = [];
  const values: [string, string][] = [];
  let id: string | undefined;
  let at = skipSpace(text, text[start + 1] === ":" ? start + 2 : start + 1);
  while (at < limit && text[at] !== "}") {
    ITEM.lastIndex = at;
    const item = ITEM.exec(text);
    if (!item || (item[7] !== undefined && !options.allowsWords)) return undefined;
    if (item[1] !== undefined) id = item[1];
    else if (item[2] !== undefined) classes.push(item[2]);
    else if (item[7] !== undefined) words.push(item[7]);
    else if (options.allowsWords && values.some(([key]) => key === item[3])) words.push(item[0]);
    else values.push([item[3] as string, readValue(item)]);
    const end = ITEM.lastIndex;
    at = skipSpace(text, end);
    if (at === end && text[at] !== "}" && text[at] !== "." && text[at] !== "#") return undefined;
  }
  if (at >= limit) return undefined;
  const isEmpty = id === undefined && classes.length + words.length + values.length === 0;
  if (isEmpty && !options.allowsWords) return undefined;
  const attributes = {
    ...(id === undefined ? {} : { id }),
    classes,
    words,
    values: Object.fromEntries(values),
  };
  return { attributes, end: at + 1 };
}

/**
 * Finds an attribute list at the very end of a heading's or paragraph's content, after a blank or an emphasis.
 *
 * It must hold an id or a class, so that a set such as `{x=1}` at the end of a sentence stays prose.
 */
export function findTrailingAttributes(content: string): { at: number; attributes: Attributes } | undefined {
  if (!content.endsWith("}")) return undefined;
  const at = content.lastIndexOf("{");
  if (at < 0 || (at > 0 && !/[\s*_]/.test(content[at - 1] as string))) return undefined;
  if (at > 1 && /[\\]/.test(content[at - 2] as string)) return undefined;
  const list = parseAttributes(content, at, { allowsWords: false });
  if (!list || list.end !== content.length) return undefined;
  if (list.attributes.id === undefined && list.attributes.classes.length === 0) return undefined;
  return { at, attributes: list.attributes };
}

/** Whether braces at an offset look like an attribute list that went wrong, as `{#id .class key="no end}` does. */
export function looksLikeAttributes(text: string, at: number): boolean {
  return /^\{:?\s*[#.][\p{L}_]/u.test(text.slice(at, at + 20));
}

function readValue(item: RegExpExecArray): string {
  const quoted = item[4] ?? item[5];
  return quoted === undefined ? (item[6] as string) : quoted.replace(/\\(["'\\])/g, "$1");
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/[ \t\n]/.test(text[at] ?? "")) at++;
  return at;
}
