import type { Code } from "../base/diagnostic.ts";
import { suggest } from "../base/nearest.ts";
import type { Source, SpanPosition } from "../base/source.ts";
import { type HtmlClose, type HtmlOpen, type HtmlText, readHtml } from "../read/markdown/html-tokens.ts";
import { cleanUrl, isSafeUrl } from "../read/markdown/url.ts";
import type { Report } from "../read/report.ts";
import {
  PARTIAL_CLASSES,
  type PagePartial,
  type PartialNode,
  PLACEHOLDERS,
  type PlaceholderName,
} from "./theme.ts";

/** Elements that a partial may have: none that a page has once, none that loads or runs anything but an image. */
const TAGS = new Set(
  "a abbr b bdi br cite div em hr i img li ol p small span strong sub sup ul wbr".split(" "),
);
const VOID_TAGS = new Set(["br", "hr", "img", "wbr"]);
/** Elements that hold words and no blocks. */
const PHRASES = new Set("a abbr b bdi cite em i p small span strong sub sup".split(" "));
const BLOCKS = new Set(["div", "hr", "ol", "p", "ul"]);
const ATTRIBUTES = new Set(["alt", "class", "dir", "height", "href", "lang", "src", "title", "width"]);

/** An element that is open while its content is read. */
interface Frame {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: PartialNode[];
  readonly at: SpanPosition;
}

/**
 * Returns a partial as a tree of allowed elements, text and placeholders. What is not allowed is reported and left out, a
 * `<script>` or `<style>` with its content; what is not closed is reported and closed.
 */
export function readPartial(source: Source, report: Report): PagePartial {
  return { source, children: new PartialReader(source, report).read() };
}

class PartialReader {
  readonly #source: Source;
  readonly #report: Report;
  readonly #root: PartialNode[] = [];
  readonly #open: Frame[] = [];
  /** The script or style whose content is skipped. */
  #skipped: string | undefined;

  constructor(source: Source, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  read(): readonly PartialNode[] {
    for (const event of readHtml(this.#source.text)) {
      if (event.kind === "close") this.#readClose(event);
      else if (this.#skipped !== undefined) continue;
      else if (event.kind === "open") this.#readOpen(event);
      else if (event.kind === "text") this.#readText(event);
      else {
        this.#find("theme/not-allowed", this.#at(event.start, event.end), {
          message: "A partial holds elements, text and placeholders only.",
          hint: "Remove the declaration, or close the comment with `-->`.",
        });
      }
    }
    for (const { tag, at } of this.#open) this.#reportOpen(tag, at);
    while (this.#open.length > 0) this.#close();
    return this.#root;
  }

  #readOpen({ tag, attributes: given, start, end }: HtmlOpen): void {
    const at = this.#at(start, end);
    if (!TAGS.has(tag)) {
      this.#find("theme/not-allowed", at, {
        message: `\`<${tag}>\` is not allowed in a partial.`,
        hint: `Remove it; a partial may have ${[...TAGS].join(", ")}.`,
      });
      if (tag === "script" || tag === "style") this.#skipped = tag;
      return;
    }
    const holder = this.#open.findLast(({ tag: one }) => PHRASES.has(one))?.tag;
    const isNested = tag === "a" && this.#open.some((one) => one.tag === "a");
    if (isNested || (holder !== undefined && BLOCKS.has(tag))) {
      this.#find("theme/not-allowed", at, {
        message: `\`<${tag}>\` cannot stand in \`<${isNested ? "a" : holder}>\`.`,
        hint: "Close the outer one before it.",
      });
      return;
    }
    const attributes = this.#readAttributes(tag, given, at);
    if (VOID_TAGS.has(tag)) this.#add({ type: "element", tag, attributes, children: [], at });
    else this.#open.push({ tag, attributes, children: [], at });
  }

  #readClose({ tag, start, end }: HtmlClose): void {
    if (this.#skipped !== undefined) {
      if (tag === this.#skipped) this.#skipped = undefined;
      return;
    }
    if (!TAGS.has(tag) || VOID_TAGS.has(tag)) return;
    if (!this.#open.some((one) => one.tag === tag)) {
      this.#find("theme/unclosed", this.#at(start, end), {
        message: `\`</${tag}>\` closes nothing.`,
        hint: `Remove it, or write \`<${tag}>\` before it.`,
      });
      return;
    }
    for (let top = this.#open.at(-1); top && top.tag !== tag; top = this.#open.at(-1)) {
      this.#reportOpen(top.tag, top.at);
      this.#close();
    }
    this.#close();
  }

  #readText({ value, start, end }: HtmlText): void {
    const written = this.#source.text.slice(start, end);
    const pattern = /\{\{\s*([\p{L}\p{N}_-]*)\s*\}\}/gu;
    let done = 0;
    let place = 0;
    for (const match of value.matchAll(pattern)) {
      this.#addText(value.slice(done, match.index));
      done = match.index + match[0].length;
      place = written.indexOf(match[0], place);
      const from = start + Math.max(0, place);
      place += match[0].length;
      this.#addPlaceholder(match[1] ?? "", this.#at(from, Math.min(end, from + match[0].length)));
    }
    this.#addText(value.slice(done));
  }

  #addPlaceholder(name: string, at: SpanPosition): void {
    if (Object.hasOwn(PLACEHOLDERS, name)) {
      this.#add({ type: "placeholder", name: name as PlaceholderName, at });
      return;
    }
    const known = Object.keys(PLACEHOLDERS);
    this.#find("theme/unknown-placeholder", at, {
      message: `\`{{${name}}}\` is no placeholder.`,
      hint: suggest(name, known, `Use one of ${known.map((one) => `\`{{${one}}}\``).join(", ")}.`),
    });
  }

  #readAttributes(
    tag: string,
    given: ReadonlyMap<string, string>,
    at: SpanPosition,
  ): Readonly<Record<string, string>> {
    const attributes: Record<string, string> = {};
    for (const [name, value] of given) {
      const fault = faultOf(tag, name, value);
      if (fault) this.#find("theme/not-allowed", at, fault);
      else attributes[name] = name === "href" || name === "src" ? cleanUrl(value).trim() : value;
    }
    if (tag === "img" && !given.has("alt")) {
      this.#find("theme/not-allowed", at, {
        message: "The image has no `alt`.",
        hint: 'Say what it shows, e.g. alt="Example University"; alt="" where it only decorates.',
      });
    }
    return attributes;
  }

  #addText(value: string): void {
    if (value !== "") this.#add({ type: "text", value });
  }

  #add(node: PartialNode): void {
    (this.#open.at(-1)?.children ?? this.#root).push(node);
  }

  #close(): void {
    const frame = this.#open.pop();
    if (frame) this.#add({ type: "element", ...frame });
  }

  #reportOpen(tag: string, at: SpanPosition): void {
    this.#find("theme/unclosed", at, {
      message: `\`<${tag}>\` is not closed.`,
      hint: `Write \`</${tag}>\` where it ends.`,
    });
  }

  #at(start: number, end: number): SpanPosition {
    return { source: this.#source, start, end };
  }

  #find(code: Code, at: SpanPosition, finding: { readonly message: string; readonly hint: string }): void {
    this.#report(code, { ...finding, at });
  }
}

/** Says what is wrong with an attribute; undefined for one that is allowed. */
function faultOf(
  tag: string,
  name: string,
  value: string,
): { readonly message: string; readonly hint: string } | undefined {
  if (!ATTRIBUTES.has(name)) {
    return {
      message: `The attribute \`${name}\` is not allowed in a partial.`,
      hint: `Remove it; elements may have ${[...ATTRIBUTES].join(", ")}.`,
    };
  }
  if (name === "class") {
    const known = Object.keys(PARTIAL_CLASSES);
    const unknown = value.split(/\s+/).find((one) => one !== "" && !known.includes(one));
    if (unknown === undefined) return undefined;
    return {
      message: `\`${unknown}\` is no class of a partial.`,
      hint: suggest(unknown, known, `Use one of ${known.join(", ")}.`),
    };
  }
  if (name === "href" && !isSafeUrl(value, "html")) {
    return { message: `\`${value}\` is no address of a page.`, hint: "Use http, https, mailto, or a path." };
  }
  if (name === "src" && !/^\/?assets\/[^?#]+$/.test(cleanUrl(value).trim())) {
    return {
      message: `\`${value}\` is no file below assets/.`,
      hint: "Pages load nothing from elsewhere: put the image into assets/ and write /assets/….",
    };
  }
  if ((name === "width" || name === "height") && !/^\d+$/.test(value.trim())) {
    return { message: `\`${name}\` of \`<${tag}>\` is no number.`, hint: "Write whole px, e.g. 120." };
  }
  return undefined;
}
