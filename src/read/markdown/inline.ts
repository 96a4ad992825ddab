import type { Token } from "markdown-it";
import type { Inline } from "../document.ts";
import { type Context, report } from "./context.ts";
import { leaveNote, noteOf } from "./environment.ts";
import { DROPPED_WITH_CONTENT } from "./html.ts";
import { readHtml } from "./html-tokens.ts";
import { InlineBuilder } from "./inline-builder.ts";
import { createReference } from "./inline-nodes.ts";
import { mapSpan, type OffsetMap } from "./positions.ts";
import { applyTypography } from "./typography.ts";

/** Reads a block's content as inline Markdown. */
export function readInline(
  context: Context,
  content: string,
  { map, allowsBlockTags = false }: { map: OffsetMap; allowsBlockTags?: boolean },
): Inline[] {
  if (content === "") return [];
  const tokens: Token[] = [];
  context.md.inline.parse(content, context.md, context.environment, tokens);
  applyTypography(tokens);
  sortStrikethrough(tokens, content);
  return new TokenReader(context, tokens, map, allowsBlockTags).read();
}

/** Gives the tokens of one block to an {@link InlineBuilder}. */
class TokenReader {
  private readonly builder: InlineBuilder;
  private readonly context: Context;
  private readonly tokens: readonly Token[];
  private readonly map: OffsetMap;
  /** Tags of which no closing one is left. */
  private readonly unclosed = new Set<string>();

  constructor(context: Context, tokens: readonly Token[], map: OffsetMap, allowsBlockTags: boolean) {
    this.builder = new InlineBuilder(context, { allowsBlockTags });
    this.context = context;
    this.tokens = tokens;
    this.map = map;
  }

  read(): Inline[] {
    for (let i = 0; i < this.tokens.length; i++) i = this.readToken(this.tokens[i] as Token, i);
    return this.builder.finish();
  }

  /** Reads a token, and those that go with it; returns the index of the last. */
  private readToken(token: Token, index: number): number {
    const span = this.spanOf(token);
    const { builder } = this;
    this.takeReferenceAttributes(token);
    if (token.type === "html_inline") return this.readHtmlToken(token, index);
    if (token.nesting > 0) builder.openMarkup(token.type.slice(0, -"_open".length), token, span);
    else if (token.nesting < 0) builder.closeMarkup(token.type.slice(0, -"_close".length), token, span.end);
    else if (token.type === "softbreak") builder.addText("\n", span);
    else if (token.type === "hardbreak") builder.add({ type: "line-break", ...builder.sourceSpan(span) });
    else if (token.type === "image") builder.addImage(token, span);
    else if (token.type === "code_inline") {
      builder.add({ type: "code", value: token.content, ...builder.sourceSpan(span) });
    } else if (token.type === "note_reference") {
      const label = noteOf(token).name ?? "";
      builder.add(createReference(label, builder.sourceSpan(span)));
    } else if (token.type === "citation") builder.addCitation(noteOf(token).citation ?? [], span);
    else {
      const { problem, name } = noteOf(token);
      if (problem) report(this.context, problem, name ?? token.content, builder.sourceSpan(span));
      builder.addText(token.content, span);
    }
    return index;
  }

  /** Gives a link or image by reference the attributes of its definition, if it has none of its own. */
  private takeReferenceAttributes(token: Token): void {
    const label = token.meta?.label;
    if (typeof label !== "string") return;
    const attributes = this.context.environment.referenceAttributes.get(label);
    if (attributes && !noteOf(token).attributes) leaveNote(token, { attributes });
  }

  private readHtmlToken(token: Token, index: number): number {
    const span = this.spanOf(token);
    const [event] = readHtml(token.content);
    if (event?.kind === "close") this.builder.closeHtml(event.tag, span.end);
    else if (event?.kind === "open") {
      this.builder.openHtml(event.tag, event.attributes, span);
      if (DROPPED_WITH_CONTENT.has(event.tag)) return this.findClose(event.tag, index) ?? index;
    } else if (event?.kind === "text") this.builder.addText(event.value, span);
    else if (event)
      report(this.context, "html-dropped", event.value.slice(0, 2), this.builder.sourceSpan(span));
    return index;
  }

  private findClose(tag: string, index: number): number | undefined {
    if (this.unclosed.has(tag)) return undefined;
    const closing = new RegExp(`^</${tag}\\s*>$`, "i");
    const at = this.tokens.findIndex(
      (t, i) => i > index && t.type === "html_inline" && closing.test(t.content),
    );
    if (at >= 0) return at;
    this.unclosed.add(tag);
    return undefined;
  }

  private spanOf(token: Token): { start: number; end: number } {
    const [start, end] = token.map ?? [0, 0];
    const isStrong = token.type === "strong_open" || token.type === "strong_close";
    return mapSpan(this.map, {
      start: isStrong && token.nesting > 0 ? start - 1 : start,
      end: isStrong && token.nesting < 0 ? end + 1 : end,
    });
  }
}

/** Where `~~~` closes, markdown-it moves the odd `~` behind the closing mark; their places must follow. */
function sortStrikethrough(tokens: readonly Token[], content: string): void {
  if (!content.includes("~~~")) return;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const close = tokens[i] as Token;
    const text = tokens[i + 1] as Token;
    if (close.type !== "s_close" || !close.map || !text.map || text.map[0] >= close.map[0]) continue;
    const start = text.map[0];
    close.map = [start, start + 2];
    text.map = [start + 2, start + 3];
  }
}
