import { findExhibit } from "../../compute/exhibits.ts";
import {
  caseAddress,
  claimAddress,
  type LinkTarget,
  noteReferenceId,
  resolveHref,
} from "../../compute/links.ts";
import type { ParagraphAnchor } from "../../compute/paragraph-anchors.ts";
import type { Case } from "../../model/case.ts";
import type {
  Block,
  Heading,
  HtmlBlock,
  HtmlInline,
  Image,
  Inline,
  InlineDirective,
  LeafDirective,
  Link,
  List,
  NoteReference,
  Paragraph,
  Table,
} from "../../read/document.ts";
import type { Edition } from "../edition.ts";
import { type Wording, wordingOf } from "../words/wording.ts";
import { fragment, linkTo } from "./addresses.ts";
import { exhibitLabel } from "./exhibits.ts";
import { escapeHtml, type Html, rawHtml } from "./html.ts";
import { formatAttribute, formatAttributes, formatHtmlAttributes, withoutId } from "./prose-attributes.ts";

/** What rendering prose needs to know about the page on which it stands. */
export interface ProseContext {
  readonly edition: Edition;
  readonly case: Case;
  /** The page's address, e.g. `case-studies/japan/`. */
  readonly page: string;
  /** 2–6 for every heading. */
  readonly levels: ReadonlyMap<Heading, number>;
  /** A heading that the page's own title shows already. */
  readonly titleHeading: Heading | undefined;
  /** Returns the markup of a numbered figure or table; undefined for what is none. */
  readonly renderExhibit: (node: Block) => Html | undefined;
  readonly contents: Html;
  /** Where paragraphs can be cited. */
  readonly paragraphs: ReadonlyMap<Paragraph, ParagraphAnchor>;
}

/** Renders the document tree of a case as HTML. All text is escaped; raw HTML was allow-listed when it was read. */
export class ProseRenderer {
  readonly #context: ProseContext;
  readonly #wording: Wording;
  /** Links do not nest: inside one, references are plain text. */
  #linkDepth = 0;

  constructor(context: ProseContext) {
    this.#context = context;
    this.#wording = wordingOf(context.case.language);
  }

  /** Returns blocks one below the other. */
  renderBlocks(blocks: readonly Block[]): Html {
    return rawHtml(this.#blocks(blocks));
  }

  /** Returns a run of text. */
  renderInlines(nodes: readonly Inline[]): Html {
    return rawHtml(this.#inlines(nodes));
  }

  #blocks(blocks: readonly Block[]): string {
    let text = "";
    for (const block of blocks) text += this.#block(block);
    return text;
  }

  #block(node: Block): string {
    const exhibit = this.#context.renderExhibit(node);
    if (exhibit) return exhibit.text;
    switch (node.type) {
      case "paragraph":
        return this.#paragraph(node);
      case "heading":
        return this.#heading(node);
      case "list":
        return this.#list(node);
      case "quote":
        return `<blockquote>\n${this.#blocks(node.children)}</blockquote>\n`;
      case "code-block":
        return `<pre><code${formatAttribute("class", node.language && `language-${node.language}`)}>${escapeHtml(node.value)}</code></pre>\n`;
      case "table":
        return `<div class="table-scroll" role="group" aria-label="${escapeHtml(this.#wording.words.table)}" tabindex="0">${this.renderTable(node, undefined).text}</div>\n`;
      case "figure":
        return `<figure>${this.#image(node.image)}</figure>\n`;
      case "rule":
        return "<hr>\n";
      case "contents":
        return this.#context.contents.text;
      case "leaf-directive":
        return this.#leaf(node);
      case "container-directive":
        return `<div class="${escapeHtml(["container", node.name, ...node.attributes.classes].join(" "))}"${formatAttribute("id", node.attributes.id)}>\n${node.label.length ? `<p class="container-label">${this.#inlines(node.label)}</p>\n` : ""}${this.#blocks(node.children)}</div>\n`;
      case "html-block":
        return `${this.#element(node, this.#mixed(node.children))}\n`;
    }
  }

  #paragraph(node: Paragraph): string {
    const words = this.#inlines(node.children);
    const anchor = this.#context.paragraphs.get(node);
    if (!anchor) return `<p${formatAttributes(node.attributes)}>${words}</p>\n`;
    const { id, number } = anchor;
    const attributes = node.attributes ? formatAttributes(withoutId(node.attributes)) : "";
    const name = this.#wording.words.paragraphLink(number);
    const link = `<a class="pilcrow" href="${escapeHtml(fragment(id))}" data-number="${number}" aria-label="${escapeHtml(name)}"></a>`;
    return `<p id="${escapeHtml(id)}"${attributes}>${words}${link}</p>\n`;
  }

  #heading(node: Heading): string {
    if (node === this.#context.titleHeading) return "";
    const tag = `h${this.#context.levels.get(node) ?? 2}`;
    const { id: _, ...attributes } = node.attributes ?? { classes: [], words: [], values: {} };
    return `<${tag} id="${escapeHtml(node.id)}"${formatAttributes(attributes)}>${this.#inlines(node.children)}</${tag}>\n`;
  }

  #list(node: List): string {
    const tag = node.isOrdered ? "ol" : "ul";
    const start = node.isOrdered && node.first !== 1 ? ` start="${node.first}"` : "";
    let text = `<${tag}${start}${node.isTight ? ' class="tight"' : ""}>\n`;
    for (const item of node.items) {
      text += "<li>";
      for (const child of item.children) {
        text +=
          node.isTight && child.type === "paragraph" ? this.#inlines(child.children) : this.#block(child);
      }
      text += "</li>\n";
    }
    return `${text}</${tag}>\n`;
  }

  /** Returns a written table; `labelledBy` is the id of its caption, where it has one. */
  renderTable(node: Table, labelledBy: string | undefined): Html {
    const cell = (tag: "th" | "td", children: readonly Inline[], column: number): string => {
      const align = node.align[column];
      const name = tag === "th" && children.length > 0 ? 'th scope="col"' : "td";
      const close = name === "td" ? "td" : "th";
      return `<${name}${align ? ` class="align-${align}"` : ""}>${this.#inlines(children)}</${close}>`;
    };
    const row = (tag: "th" | "td", cells: Table["head"]): string =>
      `<tr>${cells.map((one, column) => cell(tag, one.children, column)).join("")}</tr>\n`;
    const head = node.head.length ? `<thead>\n${row("th", node.head)}</thead>\n` : "";
    const body = node.rows.map((cells) => row("td", cells)).join("");
    const attributes =
      node.attributes && labelledBy !== undefined ? withoutId(node.attributes) : node.attributes;
    const label = formatAttribute("aria-labelledby", labelledBy);
    return rawHtml(
      `<table${formatAttributes(attributes)}${label}>\n${head}<tbody>\n${body}</tbody>\n</table>`,
    );
  }

  #leaf(node: LeafDirective): string {
    return node.label.length
      ? `<p${formatAttributes(node.attributes)}>${this.#inlines(node.label)}</p>\n`
      : "";
  }

  #mixed(nodes: readonly (Block | Inline)[]): string {
    let text = "";
    for (const node of nodes) text += isInline(node) ? this.#inline(node) : this.#block(node);
    return text;
  }

  #inlines(nodes: readonly Inline[]): string {
    let text = "";
    for (const node of nodes) text += this.#inline(node);
    return text;
  }

  #inline(node: Inline): string {
    switch (node.type) {
      case "text":
        return escapeHtml(node.value);
      case "emphasis":
        return `<em>${this.#inlines(node.children)}</em>`;
      case "strong":
        return `<strong>${this.#inlines(node.children)}</strong>`;
      case "strikethrough":
        return `<s>${this.#inlines(node.children)}</s>`;
      case "superscript":
        return `<sup>${this.#inlines(node.children)}</sup>`;
      case "subscript":
        return `<sub>${this.#inlines(node.children)}</sub>`;
      case "code":
        return `<code>${escapeHtml(node.value)}</code>`;
      case "link":
        return this.#link(node);
      case "image":
        return this.#image(node);
      case "note-reference":
        return this.#noteReference(node);
      case "line-break":
        return "<br>\n";
      case "inline-directive":
        return this.#directive(node);
      case "html-inline":
        return this.#element(node, this.#inlines(node.children));
    }
  }

  #noteReference(node: NoteReference): string {
    const id = escapeHtml(noteReferenceId(node.label, node.occurrence));
    const href = escapeHtml(fragment(`fn:${node.label}`));
    const number =
      this.#linkDepth > 0
        ? String(node.number)
        : `<a href="${href}" role="doc-noteref" aria-label="${escapeHtml(this.#wording.words.note(node.number))}">${node.number}</a>`;
    return `<sup class="note-reference" id="${id}">${number}</sup>`;
  }

  #link(node: Link): string {
    const target = resolveHref(this.#context.edition.index, this.#context.case, node.href);
    return this.#anchor(
      target,
      `${formatAttribute("title", node.title)}${formatAttributes(node.attributes)}`,
      () => this.#inlines(node.children),
    );
  }

  #anchor(target: LinkTarget, attributes: string, content: () => string): string {
    const href = this.#hrefOf(target);
    if (href === undefined || this.#linkDepth > 0) return content();
    this.#linkDepth++;
    const rel = target.kind === "external" ? ' rel="noopener"' : "";
    const text = `<a href="${escapeHtml(href)}"${rel}${attributes}>${content()}</a>`;
    this.#linkDepth--;
    return text;
  }

  #hrefOf(target: LinkTarget): string | undefined {
    switch (target.kind) {
      case "external":
        return target.href;
      case "anchor":
        return fragment(target.id);
      case "page":
        return linkTo(this.#context.page, target.address, target.id);
      case "asset":
        return linkTo(this.#context.page, target.path) + target.suffix;
      case "missing":
        return target.path;
      case "unsafe":
        return undefined;
    }
  }

  /** Returns the image of an exhibit; a box with its text where the file is missing or lies on another host. */
  renderImage(node: Image): Html {
    const { attributes } = node;
    return rawHtml(this.#image(attributes ? { ...node, attributes: withoutId(attributes) } : node));
  }

  #image(node: Image): string {
    const target = resolveHref(this.#context.edition.index, this.#context.case, node.href);
    if (target.kind === "asset") {
      const src = escapeHtml(linkTo(this.#context.page, target.path) + target.suffix);
      return `<img src="${src}" alt="${escapeHtml(node.alt)}"${formatAttribute("title", node.title)}${formatAttributes(node.attributes)} loading="lazy">`;
    }
    const text = escapeHtml(node.alt);
    const content =
      target.kind === "external" && this.#linkDepth === 0
        ? `<a href="${escapeHtml(target.href)}" rel="noopener">${text || escapeHtml(target.href)}</a>`
        : text;
    const kind = target.kind === "external" ? "image-elsewhere" : "image-missing";
    return `<span class="image-box ${kind}">${content}</span>`;
  }

  #directive(node: InlineDirective): string {
    if (node.name === "ref") return this.#reference(node);
    const claim = this.#context.edition.claims.get(node);
    if (!claim) return this.#inlines(node.label);
    const { id, key, verdict, answer, named } = claim;
    const { words } = this.#wording;
    const by = named?.claim.by;
    const mark = by !== undefined && verdict === "fails" ? "reported" : verdict;
    const title = `${by === undefined ? "" : `${words.accordingTo(by)} `}${words.withColon(words[CLAIM_TITLES[verdict]])} ${answer}`;
    const attributes = `class="claim claim-${mark}" id="${escapeHtml(id)}"`;
    const end = ` title="${escapeHtml(title)}"`;
    if (this.#linkDepth > 0) return `<span ${attributes}${end}>${this.#inlines(node.label)}</span>`;
    const href = escapeHtml(linkTo(this.#context.page, claimAddress(key)));
    this.#linkDepth++;
    const label = this.#inlines(node.label);
    this.#linkDepth--;
    return `<a ${attributes} href="${href}"${end}>${label}</a>`;
  }

  #reference(node: InlineDirective): string {
    const { edition, case: one } = this.#context;
    const to = node.attributes.values.to ?? "";
    const exhibit = findExhibit(edition.exhibits, one.id, to);
    const other = exhibit && edition.index.casebook.cases.find((each) => each.id === exhibit.caseId);
    const words = (): string => {
      if (node.label.length > 0 || !exhibit || !other) return this.#inlines(node.label) || escapeHtml(to);
      const label = exhibitLabel(exhibit, this.#wording).replace(" ", "\u00a0");
      return escapeHtml(other.id === one.id ? label : this.#wording.words.exhibitOfCase(label, other.title));
    };
    if (!exhibit || !other) return words();
    return this.#anchor(
      other.id === one.id
        ? { kind: "anchor", id: exhibit.id }
        : { kind: "page", address: caseAddress(other), id: exhibit.id },
      ' class="cross-reference"',
      words,
    );
  }

  #element(node: HtmlBlock | HtmlInline, content: string): string {
    if (node.tag === "img") {
      const { src = "", alt = "", title } = node.attributes;
      const { start, end } = node;
      return this.#image({ type: "image", href: src, alt, start, end, ...(title ? { title } : {}) });
    }
    if (node.tag === "a") {
      const { href = "", ...rest } = node.attributes;
      const target = resolveHref(this.#context.edition.index, this.#context.case, href);
      if (href !== "") return this.#anchor(target, formatHtmlAttributes(rest), () => content);
      return `<a${formatHtmlAttributes(rest)}>${content}</a>`;
    }
    const open = `<${node.tag}${formatHtmlAttributes(node.attributes)}>`;
    return VOID_TAGS.has(node.tag) ? open : `${open}${content}</${node.tag}>`;
  }
}

const CLAIM_TITLES = {
  holds: "agreesWithRecord",
  fails: "contradictsRecord",
  "not-in-record": "notInRecord",
} as const;

const VOID_TAGS = new Set(["area", "br", "col", "hr", "img", "wbr"]);

const INLINE_TYPES: ReadonlySet<string> = new Set<Inline["type"]>([
  "text",
  "emphasis",
  "strong",
  "strikethrough",
  "superscript",
  "subscript",
  "code",
  "link",
  "image",
  "note-reference",
  "line-break",
  "inline-directive",
  "html-inline",
]);

function isInline(node: Block | Inline): node is Inline {
  return INLINE_TYPES.has(node.type);
}
