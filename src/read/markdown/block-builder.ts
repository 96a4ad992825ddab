import type { Token } from "markdown-it";
import type { Span } from "../../base/source.ts";
import type { Block, CodeBlock, Inline, List, Paragraph } from "../document.ts";
import { findTrailingAttributes, looksLikeAttributes, NO_ATTRIBUTES } from "./attributes.ts";
import { type BlockFrame, createFrame, frameSpan } from "./block-frames.ts";
import { attachCaptions } from "./captions.ts";
import { type Context, report } from "./context.ts";
import { noteOf } from "./environment.ts";
import { closesBefore } from "./html.ts";
import { HtmlBlockReader } from "./html-blocks.ts";
import { readHtml } from "./html-tokens.ts";
import { readInline } from "./inline.ts";
import { createOffsetMap, mapSpan, type OffsetMap } from "./positions.ts";
import { readTable } from "./table-nodes.ts";

const MAX_HTML_DEPTH = 60;
const CONTAINERS = new Set([
  "bullet_list",
  "ordered_list",
  "list_item",
  "blockquote",
  "footnote_reference",
  "directive",
  "markdown_div",
]);

/** Builds the blocks of a document from markdown-it's tokens; definitions of notes go to the context. */
export class BlockBuilder {
  readonly context: Context;
  private readonly tokens: readonly Token[];
  private readonly stack: BlockFrame[] = [];
  private htmlDepth = 0;
  private index = 0;

  constructor(context: Context, tokens: readonly Token[]) {
    this.context = context;
    this.tokens = tokens;
    this.stack.push(createFrame({ kind: "root", span: { start: 0, end: 0 } }));
  }

  /** Returns the document's blocks. */
  build(): Block[] {
    for (this.index = 0; this.index < this.tokens.length; this.index++) {
      this.readToken(this.tokens[this.index] as Token);
    }
    while (this.stack.length > 1) this.closeFrame();
    return attachCaptions(this.top.children as Block[], this.context.source);
  }

  /** The innermost open frame. */
  get top(): BlockFrame {
    return this.stack.at(-1) as BlockFrame;
  }

  /** Adds a block to the innermost open frame. */
  add(block: Block | Inline): void {
    this.top.children.push(block);
  }

  /** Opens an element of raw HTML. */
  openHtml(tag: string, attributes: Readonly<Record<string, string>>, span: Span): void {
    while (this.top.kind === "html" && closesBefore(this.top.tag, tag)) this.closeFrame();
    const isFlat = this.htmlDepth >= MAX_HTML_DEPTH;
    if (isFlat) report(this.context, "nesting-too-deep", tag, span);
    this.htmlDepth++;
    const children = isFlat ? this.top.children : [];
    this.stack.push(createFrame({ kind: "html", tag, span, attributes, isFlat }, children));
  }

  /** Closes the innermost open element with the tag, unless other blocks stand between. */
  closeHtml(tag: string, end: number): void {
    for (let i = this.stack.length - 1; this.stack[i]?.kind === "html"; i--) {
      if (this.stack[i]?.tag !== tag) continue;
      while (this.stack.length > i + 1) this.closeFrame();
      this.closeFrame(end);
      return;
    }
  }

  /** Closes the innermost frame and adds its node to the frame below. */
  closeFrame(end?: number): void {
    const frame = this.stack.pop() as BlockFrame;
    if (frame.kind === "html") this.htmlDepth--;
    if (frame.isFlat) return;
    const span = frameSpan(frame);
    this.addFrame(frame, { start: span.start, end: Math.max(span.end, end ?? 0) });
  }

  private readToken(token: Token): void {
    const name = token.type.replace(/_(?:open|close)$/, "");
    if (CONTAINERS.has(name)) {
      if (token.nesting > 0) this.openContainer(name, token);
      else this.closeContainer(name);
    } else if (token.type === "paragraph_open") this.readParagraph(token, this.takeInline());
    else if (token.type === "heading_open") this.readHeading(token, this.takeInline());
    else if (token.type === "table_open") this.index = readTable(this, this.tokens, this.index);
    else if (token.type === "leaf_directive") this.readLeafDirective(token);
    else if (token.type === "html_block") new HtmlBlockReader(this, this.mapOf(token)).read(token.content);
    else if (token.type === "hr") this.add({ type: "rule", ...this.spanOf(token) });
    else if (token.type === "fence" || token.type === "code_block") this.readCode(token);
  }

  private openContainer(name: string, token: Token): void {
    const span = this.spanOf(token);
    if (name === "markdown_div") {
      const [event] = readHtml(token.content);
      new HtmlBlockReader(this, createOffsetMap(0)).open(event, span);
      return;
    }
    if (noteOf(token).isUnclosed) report(this.context, "directive-unclosed", noteOf(token).name ?? "", span);
    const isLeading = name === "directive";
    this.stack.push(
      createFrame({ kind: name, token, span: isLeading || name === "list_item" ? span : startOf(span) }),
    );
    if (isLeading) this.readLabel();
  }

  private closeContainer(name: string): void {
    if (name === "markdown_div") {
      this.closeHtml(this.tokens[this.index]?.tag ?? "div", 0);
      return;
    }
    while (this.top.kind === "html") this.closeFrame();
    if (this.top.kind === name) this.closeFrame();
  }

  private addFrame(frame: BlockFrame, span: Span): void {
    const { token, kind } = frame;
    const children = attachCaptions(frame.children, this.context.source);
    if (kind === "html") {
      this.add({ type: "html-block", tag: frame.tag, attributes: frame.attributes, children, ...span });
    } else if (kind === "list_item") {
      this.top.items.push({ type: "list-item", children: children as Block[], ...span });
      if (frame.isLoose) this.top.isLoose = true;
    } else if (kind === "blockquote") this.add({ type: "quote", children: children as Block[], ...span });
    else if (kind === "footnote_reference") this.addNote(frame, children as Block[], span);
    else if (kind === "directive" && token) this.addDirective(frame, children as Block[], span);
    else if (token) this.add(createList(frame, token, span));
  }

  private addNote(frame: BlockFrame, blocks: Block[], span: Span): void {
    const label = String(frame.token?.meta?.label ?? "");
    const { notes } = this.context;
    const known = notes.get(label);
    if (!known) {
      notes.set(label, { label, blocks, span });
      return;
    }
    report(this.context, "note-duplicate", label, span);
    known.blocks.push(...blocks);
  }

  private addDirective(frame: BlockFrame, children: Block[], span: Span): void {
    const { name = "", attributes = NO_ATTRIBUTES } = noteOf(frame.token as Token);
    const label = this.labels.get(frame) ?? [];
    this.add({ type: "container-directive", name, label, attributes, children, ...span });
  }

  private readonly labels = new WeakMap<BlockFrame, Inline[]>();

  private readLabel(): void {
    const content = this.takeInline();
    this.labels.set(this.top, readInline(this.context, content.content, { map: this.mapOf(content) }));
  }

  private readLeafDirective(token: Token): void {
    const content = this.takeInline();
    const label = readInline(this.context, content.content, { map: this.mapOf(content) });
    const { name = "", attributes = NO_ATTRIBUTES } = noteOf(token);
    this.add({ type: "leaf-directive", name, label, attributes, ...this.spanOf(token) });
  }

  private readHeading(token: Token, inline: Token): void {
    const { children, attributes } = this.readContent(inline);
    const level = Number(token.tag.slice(1));
    this.add({
      type: "heading",
      level,
      id: attributes?.id ?? "",
      children,
      ...(attributes ? { attributes } : {}),
      ...this.spanOf(token),
    });
  }

  private readParagraph(token: Token, inline: Token): void {
    const span = this.spanOf(token);
    if (noteOf(token).problem === "nesting-too-deep") report(this.context, "nesting-too-deep", "block", span);
    if (this.top.kind === "list_item" && !token.hidden) this.top.isLoose = true;
    const map = this.mapOf(inline);
    if (/^\[TOC\]$/i.test(inline.content)) {
      this.add({ type: "contents", ...span });
      return;
    }
    const { children, attributes } = this.readContent(inline);
    if (children.length === 0 && attributes) {
      const last = this.top.children.at(-1);
      if (last?.type === "table" && !last.attributes) {
        this.top.children[this.top.children.length - 1] = { ...last, attributes };
        return;
      }
      const written = mapSpan(map, { start: 0, end: inline.content.length });
      const text = { type: "text" as const, value: inline.content, ...this.toSource(written) };
      this.add({ type: "paragraph", children: [text], ...span });
      return;
    }
    const { start, end } = span;
    const paragraph: Paragraph = { type: "paragraph", children, start, end };
    const whole = attributes ? { ...paragraph, attributes } : paragraph;
    this.add(figureOf(whole) ?? whole);
  }

  private readContent(inline: Token): { children: Inline[]; attributes?: Paragraph["attributes"] } {
    const map = this.mapOf(inline);
    const { content } = inline;
    const trailing = findTrailingAttributes(content);
    if (trailing) {
      const children = readInline(this.context, content.slice(0, trailing.at).trimEnd(), { map });
      return { children, attributes: trailing.attributes };
    }
    const brace = content.endsWith("}") ? content.lastIndexOf("{") : -1;
    if (brace > 0 && /\s/.test(content[brace - 1] as string) && looksLikeAttributes(content, brace)) {
      const written = this.toSource(mapSpan(map, { start: brace, end: content.length }));
      report(this.context, "attributes-malformed", content.slice(brace), written);
    }
    return { children: readInline(this.context, content, { map }) };
  }

  private readCode(token: Token): void {
    const language = token.info.trim().split(/\s+/)[0];
    const code: CodeBlock = {
      type: "code-block",
      value: token.content,
      ...(language ? { language } : {}),
      ...this.spanOf(token),
    };
    this.add(code);
  }

  /** Takes the `inline` token that follows. */
  private takeInline(): Token {
    return this.tokens[++this.index] as Token;
  }

  /** Returns how a token's content lies in the body. */
  mapOf(token: Token): OffsetMap {
    return this.context.environment.maps.get(token) ?? createOffsetMap(0);
  }

  /** Returns where a block was written, in the source. */
  spanOf(token: Token): Span {
    return this.toSource(this.context.environment.spans.get(token) ?? { start: 0, end: 0 });
  }

  /** Returns the span in the source of a span in the body. */
  toSource({ start, end }: Span): Span {
    return { start: this.context.toSource(start), end: this.context.toSource(end) };
  }
}

function createList(frame: BlockFrame, token: Token, span: Span): List {
  return {
    type: "list",
    isOrdered: frame.kind === "ordered_list",
    first: Number(token.attrGet("start") ?? 1),
    isTight: !frame.isLoose,
    items: frame.items,
    ...span,
  };
}

/** Returns a paragraph that holds an image and nothing else as a figure. */
function figureOf({ children, attributes, start, end }: Paragraph): Block | undefined {
  const [image, ...others] = children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  if (image?.type !== "image" || others.length > 0) return undefined;
  return { type: "figure", image, ...(attributes ? { attributes } : {}), start, end };
}

function startOf(span: Span): Span {
  return { start: span.start, end: span.start + 1 };
}
