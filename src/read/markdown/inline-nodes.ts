import type { Token } from "markdown-it";
import type { Span } from "../../base/source.ts";
import type { Attributes, Image, Inline, InlineSpan, Link, NoteReference } from "../document.ts";
import { NO_ATTRIBUTES } from "./attributes.ts";
import { noteOf } from "./environment.ts";
import { typographicText } from "./typography.ts";

const SPAN_TYPES: Readonly<Record<string, InlineSpan["type"]>> = {
  em: "emphasis",
  strong: "strong",
  s: "strikethrough",
  sup: "superscript",
  sub: "subscript",
};

/** Returns the kind of node a token's name (`em` of `em_open`) stands for, if it is a span of plain markup. */
export function spanTypeOf(name: string): InlineSpan["type"] | undefined {
  return Object.hasOwn(SPAN_TYPES, name) ? SPAN_TYPES[name] : undefined;
}

/** Creates a link from its tokens. */
export function createLink(
  open: Token,
  close: Token | undefined,
  children: readonly Inline[],
  span: Span,
): Link {
  const title = open.attrGet("title");
  const attributes = (close && noteOf(close).attributes) ?? noteOf(open).attributes;
  const link: Link = {
    type: "link",
    href: String(open.attrGet("href") ?? ""),
    isAutolink: open.markup === "autolink" || open.markup === "linkify",
    children,
    start: span.start,
    end: span.end,
  };
  if (title === null && !attributes) return link;
  return {
    ...link,
    ...(title === null ? {} : { title: String(title) }),
    ...(attributes ? { attributes } : {}),
  };
}

/** Creates a reference to a note; numbers are given when the whole text is read. */
export function createReference(label: string, { start, end }: Span): NoteReference {
  return { type: "note-reference", label, number: 0, occurrence: 0, start, end };
}

/** Creates an image from its token. */
export function createImage(token: Token, span: Span): Image {
  const title = token.attrGet("title");
  const { attributes } = noteOf(token);
  return {
    type: "image",
    href: String(token.attrGet("src") ?? ""),
    alt: typographicText(altText(token)),
    ...(title === null ? {} : { title: String(title) }),
    ...(attributes ? { attributes } : {}),
    ...span,
  };
}

/** Returns the words of an image's label. */
export function altText(token: Token): string {
  let text = "";
  const stack = [...(token.children ?? [])].reverse();
  for (let child = stack.pop(); child; child = stack.pop()) {
    if (child.type === "softbreak" || child.type === "hardbreak") text += " ";
    else if (child.type === "image") stack.push(...[...(child.children ?? [])].reverse());
    else if (child.type !== "html_inline") text += child.content;
  }
  return text;
}

/** Creates an image from a raw `<img>`; an address is needed. */
export function createHtmlImage(attributes: Readonly<Record<string, string>>, span: Span): Image | undefined {
  const { src, alt = "", title, id, class: classes, ...values } = attributes;
  if (src === undefined) return undefined;
  const hasAttributes = id !== undefined || classes !== undefined || Object.keys(values).length > 0;
  const own: Attributes = {
    ...NO_ATTRIBUTES,
    ...(id === undefined ? {} : { id }),
    classes: classes?.split(/\s+/).filter(Boolean) ?? [],
    values,
  };
  return {
    type: "image",
    href: src,
    alt,
    ...(title === undefined ? {} : { title }),
    ...(hasAttributes ? { attributes: own } : {}),
    ...span,
  };
}
