import type { Span } from "../../base/source.ts";
import type { Inline } from "../document.ts";
import type { BlockBuilder } from "./block-builder.ts";
import { report } from "./context.ts";
import { allowedAttributes, DROPPED_WITH_CONTENT, isPhraseTag, kindOfTag } from "./html.ts";
import { type HtmlEvent, type HtmlOpen, type HtmlOther, type HtmlText, readHtml } from "./html-tokens.ts";
import { InlineBuilder } from "./inline-builder.ts";
import { mapSpan, type OffsetMap } from "./positions.ts";
import { typographicText } from "./typography.ts";

const VERBATIM_TAGS = new Set(["pre", "code", "kbd", "samp", "var"]);

/** Reads a block of raw HTML into a {@link BlockBuilder}; elements it leaves open take in the blocks that follow. */
export class HtmlBlockReader {
  private readonly builder: BlockBuilder;
  private readonly inline: InlineBuilder;
  private readonly map: OffsetMap;
  private verbatim = 0;

  constructor(builder: BlockBuilder, map: OffsetMap) {
    this.builder = builder;
    this.inline = new InlineBuilder(builder.context, { allowsBlockTags: false });
    this.map = map;
  }

  /** Reads the HTML of one token. */
  read(html: string): void {
    const events = readHtml(html);
    for (let i = 0; i < events.length; i++) {
      const event = events[i] as HtmlEvent;
      const span = mapSpan(this.map, event);
      if (event.kind === "open") {
        this.readOpen(event, span);
        if (DROPPED_WITH_CONTENT.has(event.tag)) i = endOfDropped(events, i);
      } else if (event.kind === "close") this.readClose(event.tag, span);
      else if (event.kind === "declaration") {
        report(this.builder.context, "html-dropped", event.value.slice(0, 2), this.builder.toSource(span));
      } else this.readText(event, span);
    }
    this.flush();
    while (this.builder.top.kind === "html" && isPhraseTag(this.builder.top.tag)) this.builder.closeFrame();
  }

  /** Opens the element of a tag, given with its span in the source. */
  open(event: HtmlEvent | undefined, span: Span): void {
    if (event?.kind !== "open") return;
    const { context } = this.builder;
    const attributes = allowedAttributes(event.attributes, (address) => {
      report(context, "address-dropped", address, span);
    });
    this.builder.openHtml(event.tag, attributes, span);
  }

  private readOpen(event: HtmlOpen, span: Span): void {
    if (VERBATIM_TAGS.has(event.tag)) this.verbatim++;
    if (kindOfTag(event.tag) !== "block") {
      this.inline.openHtml(event.tag, event.attributes, span);
      return;
    }
    this.flush();
    const written = this.builder.toSource(span);
    this.open(event, written);
    if (event.tag === "hr") this.builder.closeHtml("hr", written.end);
  }

  private readClose(tag: string, span: Span): void {
    if (VERBATIM_TAGS.has(tag)) this.verbatim = Math.max(0, this.verbatim - 1);
    if (kindOfTag(tag) !== "block") {
      this.inline.closeHtml(tag, span.end);
      return;
    }
    this.flush();
    this.builder.closeHtml(tag, this.builder.toSource(span).end);
  }

  private readText(event: HtmlText | HtmlOther, span: Span): void {
    if (event.kind === "unclosed-comment") {
      report(this.builder.context, "html-dropped", "<!--", this.builder.toSource(span));
    }
    this.inline.addText(this.verbatim > 0 ? event.value : typographicText(event.value), span);
  }

  /** Adds the words read so far: to the element that is open, or as a paragraph of their own. */
  private flush(): void {
    if (this.inline.isEmpty) return;
    const nodes = this.inline.finish();
    const { top } = this.builder;
    const isBlank = nodes.every((node) => node.type === "text" && node.value.trim() === "");
    if (isBlank && !(top.kind === "html" && top.tag === "pre")) return;
    if (top.kind === "html") top.children.push(...nodes);
    else this.builder.add({ type: "paragraph", children: nodes, ...trimmedSpan(nodes) });
  }
}

/** Returns the index of the event that closes a dropped element; its own where nothing does. */
function endOfDropped(events: readonly HtmlEvent[], index: number): number {
  const { tag } = events[index] as HtmlOpen;
  const next = events[index + 1];
  const close = next?.kind === "text" ? events[index + 2] : next;
  if (close?.kind !== "close" || close.tag !== tag) return index;
  return next?.kind === "text" ? index + 2 : index + 1;
}

function trimmedSpan(nodes: readonly Inline[]): Span {
  return { start: nodes[0]?.start ?? 0, end: nodes.at(-1)?.end ?? 0 };
}
