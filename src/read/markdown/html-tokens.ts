import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import type { Span } from "../../base/source.ts";

/** A piece of raw HTML, with its offsets in the HTML. */
export type HtmlEvent = HtmlText | HtmlOpen | HtmlClose | HtmlOther;

/** Text between tags, entities resolved. */
export interface HtmlText extends Span {
  readonly kind: "text";
  readonly value: string;
}

/** An opening tag; tag and attribute names in lower case. */
export interface HtmlOpen extends Span {
  readonly kind: "open";
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A closing tag. */
export interface HtmlClose extends Span {
  readonly kind: "close";
  readonly tag: string;
}

/** A declaration or processing instruction, or a comment without an end. */
export interface HtmlOther extends Span {
  readonly kind: "declaration" | "unclosed-comment";
  readonly value: string;
}

/**
 * Returns the tags and texts of raw HTML in order.
 *
 * Comments leave nothing. What is no complete tag, and what browsers would take for a broken comment, is text.
 */
export function readHtml(html: string): HtmlEvent[] {
  return readPart(html, 0);
}

function readPart(html: string, start: number): HtmlEvent[] {
  const collector = new EventCollector(html, start);
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: false }, collector);
  tokenizer.write(start === 0 ? html : html.slice(start));
  tokenizer.end();
  return collector.finish();
}

/** Turns htmlparser2's calls into events that cover the HTML without gaps, save for comments. */
class EventCollector implements TokenizerCallbacks {
  private readonly html: string;
  /** Where in the HTML the tokenizer began. */
  private readonly base: number;
  private readonly events: HtmlEvent[] = [];
  private attributes = new Map<string, string>();
  private tag = "";
  private name = "";
  private value = "";
  /** Where what has been read ends. */
  private done: number;

  constructor(html: string, base: number) {
    this.html = html;
    this.base = base;
    this.done = base;
  }

  finish(): HtmlEvent[] {
    if (this.done < this.html.length) this.addText(this.html.length, this.html.slice(this.done));
    return this.events;
  }

  ontext(start: number, end: number): void {
    this.addText(this.base + end, this.html.slice(this.base + start, this.base + end));
  }

  ontextentity(codepoint: number, end: number): void {
    this.addText(this.base + end, String.fromCodePoint(codepoint));
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.slice(start, end).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.name = this.slice(start, end).toLowerCase();
    this.value = "";
  }

  onattribdata(start: number, end: number): void {
    this.value += this.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (!this.attributes.has(this.name)) this.attributes.set(this.name, this.value);
  }

  onopentagend(last: number): void {
    const start = this.done;
    const end = this.base + last + 1;
    if (![this.tag, ...this.attributes.keys()].some((name) => name.includes("<"))) {
      this.done = end;
      this.events.push({ kind: "open", tag: this.tag, attributes: this.attributes, start, end });
      return;
    }
    const inner = this.html.lastIndexOf("<", end - 1);
    this.addText(inner, this.html.slice(start, inner));
    this.events.push(...readPart(this.html.slice(0, end), inner));
    this.done = end;
  }

  onselfclosingtag(last: number): void {
    this.onopentagend(last);
  }

  onclosetag(start: number, end: number): void {
    const close = this.html.indexOf(">", this.base + end);
    const tag = this.slice(start, end).toLowerCase();
    const from = this.done;
    this.done = close < 0 ? this.html.length : close + 1;
    this.events.push({ kind: "close", tag, start: from, end: this.done });
  }

  oncomment(_start: number, last: number): void {
    const { html, done } = this;
    const at = this.base + last;
    const end = Math.min(html.length, at + 1);
    const isCut = at >= html.length;
    if (html.startsWith("<!--", done)) {
      const value = html.slice(done + "<!--".length);
      if (isCut) this.events.push({ kind: "unclosed-comment", value, start: done, end });
      this.done = end;
    } else if (isCut || !/^<(?:![a-z]|\?)/i.test(html.slice(done, done + 3))) {
      this.addText(end, html.slice(done, end).replace(/^<!\[CDATA\[|\]\]>$/g, ""));
    } else this.ondeclaration(_start, last);
  }

  ondeclaration(_start: number, last: number): void {
    const start = this.done;
    const end = Math.min(this.html.length, this.base + last + 1);
    this.events.push({ kind: "declaration", value: this.html.slice(start, end), start, end });
    this.done = end;
  }

  oncdata(start: number, last: number): void {
    this.oncomment(start, last);
  }

  onprocessinginstruction(start: number, last: number): void {
    this.ondeclaration(start, last);
  }

  onend(): void {}

  private slice(start: number, end: number): string {
    return this.html.slice(this.base + start, this.base + end);
  }

  private addText(end: number, value: string): void {
    const start = this.done;
    this.done = Math.max(start, end);
    const last = this.events.at(-1);
    if (last?.kind === "text" && last.end === start) {
      this.events[this.events.length - 1] = { ...last, value: last.value + value, end: this.done };
    } else if (end > start) this.events.push({ kind: "text", value, start, end });
  }
}
