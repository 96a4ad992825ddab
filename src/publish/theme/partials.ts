import {
  type PagePartial,
  type PartialElement,
  type PartialNode,
  PLACEHOLDERS,
  type PlaceholderName,
} from "../../model/theme.ts";
import { attribute, type Html, html } from "../site/html.ts";
import type { Wording } from "../words/wording.ts";

/** What a partial is put into a page with. */
export interface PartialContext {
  /** The page's address. */
  readonly page: string;
  /** What stands for each placeholder. */
  readonly parts: Readonly<Record<PlaceholderName, Html>>;
  /** The page's own words; what the partial says itself is in the casebook's language. */
  readonly wording: Wording;
  /** The casebook's language. */
  readonly language: string;
}

const VOID_TAGS = new Set(["br", "hr", "img", "wbr"]);

/** Returns a partial as HTML, its links relative to the page; what it says in another language than the page's says so. */
export function renderPartial({ children }: PagePartial, context: PartialContext): Html {
  return html`${children.map((node) => renderTop(node, context))}`;
}

function renderTop(node: PartialNode, context: PartialContext): Html {
  const mark = context.wording.markOf(context.language);
  if (node.type === "text" && mark && node.value.trim() !== "")
    return html`<span${mark}>${node.value}</span>`;
  return node.type === "element" ? renderElement(node, context, mark) : renderNode(node, context);
}

function renderNode(node: PartialNode, context: PartialContext): Html {
  if (node.type === "text") return html`${node.value}`;
  if (node.type === "element") return renderElement(node, context, undefined);
  const { wording, language, parts } = context;
  if (!wording.markOf(language)) return parts[node.name];
  const own = html`class="theme-part" lang="${wording.language}" dir="${wording.direction}"`;
  return PLACEHOLDERS[node.name].isBlock
    ? html`<div ${own}>${parts[node.name]}</div>`
    : html`<span ${own}>${parts[node.name]}</span>`;
}

function renderElement(node: PartialElement, context: PartialContext, mark: Html | undefined): Html {
  const attributes = Object.entries(node.attributes).map(([name, value]) => {
    const isAddress = name === "src" || name === "href";
    return attribute(name, isAddress ? linkFrom(context.page, value) : value);
  });
  const isExternal = /^https?:/i.test(node.attributes.href ?? "");
  const rel = isExternal && attribute("rel", "noopener");
  const tag = html`${node.tag}`;
  const start = html`<${tag}${attributes}${rel}${"lang" in node.attributes ? undefined : mark}>`;
  if (VOID_TAGS.has(node.tag)) return start;
  return html`${start}${node.children.map((one) => renderNode(one, context))}</${tag}>`;
}

/**
 * Returns a path of the site relative to a page, by way of the root, so that it is the same on all pages of a depth; what
 * has a scheme or only an anchor stays as it is.
 */
function linkFrom(page: string, href: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(href)) return href;
  const root = "../".repeat(page.split("/").length - 1);
  return root + href.replace(/^\//, "") || "./";
}
