import type { Token } from "markdown-it";
import type { Span } from "../../base/source.ts";
import type { CitationItem, HtmlInline, Image, Inline, Text } from "../document.ts";
import { NO_ATTRIBUTES } from "./attributes.ts";
import { addInlineNote, type Context, report } from "./context.ts";
import { noteOf } from "./environment.ts";
import { allowedAttributes, isVoidTag, kindOfTag } from "./html.ts";
import {
  altText,
  createHtmlImage,
  createImage,
  createLink,
  createReference,
  spanTypeOf,
} from "./inline-nodes.ts";
import { refusedUrl } from "./url.ts";

const MAX_DEPTH = 100;

/** An element or markup that is open while the nodes inside it are built. */
interface Frame {
  readonly kind: "root" | "markup" | "html";
  /** The tag of HTML, the token's name of markup. */
  readonly name: string;
  readonly span: Span;
  readonly children: Inline[];
  readonly token: Token | undefined;
  readonly attributes: Readonly<Record<string, string>> | undefined;
  /** Nested too deep: its children were added to the frame below, and it makes no node. */
  readonly isFlat: boolean;
  /** Its closing tag was found inside markup that is still open. */
  isClosing: boolean;
}

/**
 * Builds the inline nodes of one block, from tokens or from raw HTML. Offsets given to it are offsets in the body.
 *
 * Markup and HTML are nested properly whatever is given: an element that is not closed ends with what it stands in,
 * and a closing tag without an opening one is dropped.
 */
export class InlineBuilder {
  private readonly context: Context;
  private readonly allowsBlockTags: boolean;
  private readonly stack: Frame[] = [];
  /** How many elements of a tag are open. */
  private readonly openTags = new Map<string, number>();
  private text = "";
  private textStart = 0;
  private textEnd = 0;

  constructor(context: Context, options: { allowsBlockTags: boolean }) {
    this.context = context;
    this.allowsBlockTags = options.allowsBlockTags;
    this.reset();
  }

  /** Whether nothing has been added since the last {@link finish}. */
  get isEmpty(): boolean {
    return this.stack.length === 1 && this.top.children.length === 0 && this.text === "";
  }

  /** Adds text that was written at a span. Neighbouring texts become one node. */
  addText(value: string, span: Span): void {
    if (value === "") return;
    if (this.text === "") this.textStart = span.start;
    this.text += value;
    this.textEnd = span.end;
  }

  /** Adds a node. */
  add(node: Inline): void {
    this.flushText();
    this.top.children.push(node);
  }

  /** Adds a note that cites sources, and the reference to it. */
  addCitation(citation: readonly CitationItem[], span: Span): void {
    const at = this.sourceSpan(span);
    const label = addInlineNote(this.context, { blocks: [], citation }, at);
    this.add(createReference(label, at));
  }

  /** Opens markup, to be closed by {@link closeMarkup} with the same name. */
  openMarkup(name: string, token: Token, span: Span): void {
    this.push({ kind: "markup", name, span, token, attributes: undefined });
  }

  /** Closes markup and all HTML that was opened inside it. */
  closeMarkup(name: string, token: Token, end: number): void {
    const index = this.stack.findLastIndex((frame) => frame.kind === "markup");
    const frame = this.stack[index];
    if (index < 1 || frame?.name !== name) return;
    while (this.stack.length > index + 1) this.pop();
    this.pop({ token, end });
    while (this.top.isClosing) this.pop();
  }

  /** Opens an element of raw HTML, or adds it if it has no content; what is not allowed is dropped and reported. */
  openHtml(tag: string, given: ReadonlyMap<string, string>, span: Span): void {
    const kind = kindOfTag(tag);
    if (tag !== "hr" && (kind === undefined || (kind === "block" && !this.allowsBlockTags))) {
      report(this.context, "html-dropped", tag, this.sourceSpan(span));
      return;
    }
    const attributes = allowedAttributes(given, (address) =>
      report(this.context, "address-dropped", address, this.sourceSpan(span)),
    );
    if (tag === "br") this.add({ type: "line-break", ...this.sourceSpan(span) });
    else if (tag === "img") this.addHtmlImage(attributes, span);
    else if (isVoidTag(tag))
      this.add({ type: "html-inline", tag, attributes, children: [], ...this.sourceSpan(span) });
    else this.push({ kind: "html", name: tag, span, token: undefined, attributes });
  }

  /** Closes the innermost element with the tag; markup around it waits until it is closed itself. */
  closeHtml(tag: string, end: number): void {
    if (!this.openTags.get(tag)) return;
    const index = this.stack.findLastIndex(
      (frame) => frame.kind === "html" && frame.name === tag && !frame.isClosing,
    );
    const frame = this.stack[index];
    if (!frame) return;
    if (this.stack.slice(index).some((inner) => inner.kind === "markup")) {
      frame.isClosing = true;
      this.countTag(tag, -1);
      return;
    }
    while (this.stack.length > index + 1) this.pop();
    this.pop({ end });
    while (this.top.isClosing) this.pop();
  }

  /** Closes all that is open and returns the nodes. */
  finish(): Inline[] {
    while (this.stack.length > 1) this.pop();
    this.flushText();
    const nodes = this.top.children.slice(); // without the room that pushing leaves
    this.reset();
    return nodes;
  }

  /** Returns the span in the source of a span in the body. */
  sourceSpan(span: Span): Span {
    return { start: this.context.toSource(span.start), end: this.context.toSource(span.end) };
  }

  private get top(): Frame {
    return this.stack.at(-1) as Frame;
  }

  private reset(): void {
    this.stack.length = 0;
    const span = { start: 0, end: 0 };
    this.push({ kind: "root", name: "", span, token: undefined, attributes: undefined });
  }

  private push({
    kind,
    name,
    span,
    token,
    attributes,
  }: Omit<Frame, "children" | "isFlat" | "isClosing">): void {
    this.flushText();
    const isFlat = this.stack.length > MAX_DEPTH;
    if (kind === "html") this.countTag(name, 1);
    if (isFlat) report(this.context, "nesting-too-deep", name, this.sourceSpan(span));
    const children = isFlat ? this.top.children : [];
    this.stack.push({ kind, name, span, token, attributes, children, isFlat, isClosing: false });
  }

  private countTag(tag: string, change: 1 | -1): void {
    this.openTags.set(tag, (this.openTags.get(tag) ?? 0) + change);
  }

  private flushText(): void {
    if (this.text === "") return;
    const start = this.context.toSource(this.textStart);
    const end = this.context.toSource(this.textEnd);
    // A slice of the source keeps no copy of the text alive; with a thousand cases that is 100 MB.
    const written = this.context.source.text.slice(start, end);
    const node: Text = { type: "text", value: written === this.text ? written : this.text, start, end };
    this.text = "";
    this.top.children.push(node);
  }

  private pop(closing?: { token?: Token; end: number }): void {
    this.flushText();
    const frame = this.stack.pop() as Frame;
    if (frame.kind === "html" && !frame.isClosing) this.countTag(frame.name, -1);
    if (frame.isFlat) return;
    const span = this.sourceSpan(frame.span);
    const end = closing ? this.context.toSource(closing.end) : (frame.children.at(-1)?.end ?? span.end);
    this.addFrame(frame, closing?.token, { start: span.start, end: Math.max(end, span.end) });
  }

  private addFrame(frame: Frame, close: Token | undefined, span: Span): void {
    const { token, name } = frame;
    const children = frame.children.slice(); // as in finish
    const type = spanTypeOf(name);
    if (!token) {
      const node: HtmlInline = {
        type: "html-inline",
        tag: name,
        attributes: frame.attributes ?? {},
        children,
        ...span,
      };
      this.add(node);
    } else if (type) this.add({ type, children, start: span.start, end: span.end });
    else if (name === "link") this.addLink(token, close, { children, span });
    else if (name === "inline_note") {
      const blocks = [{ type: "paragraph" as const, children, ...contentSpan(children, span) }];
      this.add(createReference(addInlineNote(this.context, { blocks }, span), span));
    } else {
      const { name: directive = "", attributes = NO_ATTRIBUTES } = noteOf(token);
      this.add({ type: "inline-directive", name: directive, label: children, attributes, ...span });
    }
  }

  private addLink(
    open: Token,
    close: Token | undefined,
    { children, span }: { children: Inline[]; span: Span },
  ): void {
    const link = createLink(open, close, children, span);
    const refused = refusedUrl(link.href);
    if (refused === undefined) this.add(link);
    else {
      report(this.context, "address-dropped", refused, span);
      for (const child of children) this.add(child);
    }
  }

  /** Adds an image; one whose address is not allowed leaves its words. */
  addImage(token: Token, span: Span): void {
    const image: Image = createImage(token, this.sourceSpan(span));
    const refused = refusedUrl(image.href);
    if (refused === undefined) this.add(image);
    else {
      report(this.context, "address-dropped", refused, image);
      this.addText(altText(token), span);
    }
  }

  private addHtmlImage(attributes: Readonly<Record<string, string>>, span: Span): void {
    const image = createHtmlImage(attributes, this.sourceSpan(span));
    if (image) this.add(image);
    else this.addText(attributes.alt ?? "", span);
  }
}

function contentSpan(children: readonly Inline[], span: Span): Span {
  return { start: children[0]?.start ?? span.start, end: children.at(-1)?.end ?? span.end };
}
