import type { Source } from "../../base/source.ts";
import type { Attributes, Block, Caption, Figure, Inline, Table } from "../document.ts";
import { plainText } from "../document.ts";

const LABEL =
  /^\s*(Figure|Fig\.|Table)\s+(\d+(?:[.–-]\d+)*[a-z]?|[A-Z](?:[.-]?\d+)*|[IVXLC]+)(?:\s*[:.](?=\s|$)\s*|\s*$)/;
const BARE_LABEL =
  /^\s*(Figure|Fig\.|Table)\s+(\d+(?:[.–-]\d+)*[a-z]?|[A-Z](?:[.-]?\d+)*|[IVXLC]+)\b[:.]?\s*/;
const PANDOC_LABEL = /^(?:Table)?:\s+/;

interface FoundCaption {
  readonly kind: "figure" | "table";
  readonly caption: Caption;
  readonly attributes: Attributes | undefined;
}

/**
 * Gives figures and tables the captions that stand right below them, else right above, and takes those blocks out.
 *
 * A caption is a paragraph that is wholly an emphasis beginning with "Figure 8:" or "Table 8.", or begins with an
 * emphasised "Figure 8" and a colon; a `<div class="well">` beginning with "Figure 8"; for tables also
 * pandoc's `: …` and `Table: …`. Captions with nothing to stand at stay what they are.
 */
export function attachCaptions<B extends Block | Inline>(blocks: B[], source: Source): B[] {
  if (!blocks.some((block) => block.type === "figure" || block.type === "table")) return blocks;
  const kept: (B | undefined)[] = [...blocks];
  for (let i = 0; i < kept.length; i++) {
    const block = kept[i];
    if (block?.type !== "figure" && block?.type !== "table") continue;
    for (const at of [i + 1, i - 1]) {
      const found = findCaption(kept[at], source);
      if (found?.kind !== block.type) continue;
      kept[i] = withCaption(block, found) as B;
      kept[at] = undefined;
      break;
    }
  }
  return kept.filter((block) => block !== undefined);
}

function withCaption(block: Figure | Table, { caption, attributes }: FoundCaption): Figure | Table {
  const own = block.attributes ?? attributes;
  const start = Math.min(block.start, caption.start);
  const end = Math.max(block.end, caption.end);
  return { ...block, caption, ...(own ? { attributes: own } : {}), start, end };
}

function findCaption(block: Block | Inline | undefined, source: Source): FoundCaption | undefined {
  if (block?.type === "html-block") {
    if (!/(?:^|\s)well(?:\s|$)/.test(block.attributes.class ?? "")) return undefined;
    const inline = inlineOf(block.children);
    return inline && labelled(inline, { pattern: BARE_LABEL, block, source });
  }
  if (block?.type !== "paragraph") return undefined;
  const [first, ...others] = block.children;
  if (first?.type === "text") return pandocCaption(block.children, { block, source });
  if (first?.type !== "emphasis" && first?.type !== "strong") return undefined;
  const isWhole = others.every(
    (node) => node.type === "note-reference" || (node.type === "text" && !node.value.trim()),
  );
  if (isWhole) {
    const rest = others.filter((node) => node.type === "note-reference");
    return labelled([...first.children, ...rest], { pattern: LABEL, block, source });
  }
  if (!/^\s*(?:Figure|Fig\.|Table)\s+[\w.–-]+[:.]?\s*$/.test(plainText([first]))) return undefined;
  return labelled(block.children, { pattern: LABEL, block, source });
}

function labelled(
  children: readonly Inline[],
  { pattern, block, source }: { pattern: RegExp; block: Block; source: Source },
): FoundCaption | undefined {
  const match = pattern.exec(plainText(children));
  if (!match) return undefined;
  const attributes = block.type === "paragraph" ? block.attributes : undefined;
  return {
    kind: match[1] === "Table" ? "table" : "figure",
    caption: {
      typedNumber: match[2] as string,
      children: withoutStart(children, match[0].length, source),
      start: block.start,
      end: block.end,
    },
    attributes,
  };
}

function pandocCaption(
  children: readonly Inline[],
  { block, source }: { block: Block; source: Source },
): FoundCaption | undefined {
  const match = PANDOC_LABEL.exec(plainText(children.slice(0, 1)));
  if (!match || block.type !== "paragraph") return undefined;
  const rest = withoutStart(children, match[0].length, source);
  return {
    kind: "table",
    caption: { children: rest, start: block.start, end: block.end },
    attributes: block.attributes,
  };
}

/** Returns the inline nodes of a caption's element: of its one paragraph, or of several with line breaks between. */
function inlineOf(nodes: readonly (Block | Inline)[]): Inline[] | undefined {
  const inline: Inline[] = [];
  for (const node of nodes) {
    const isParagraph = node.type === "paragraph" || (node.type === "html-block" && node.tag === "p");
    if (isParagraph) {
      if (inline.length > 0) inline.push({ type: "line-break", start: node.start, end: node.start });
      const children = node.type === "paragraph" ? node.children : inlineOf(node.children);
      if (!children) return undefined;
      inline.push(...children);
    } else if (isBlockNode(node)) return undefined;
    else inline.push(node);
  }
  return inline;
}

function isBlockNode(node: Block | Inline): node is Block {
  return (
    ["html-block", "table", "figure", "list", "quote", "heading", "code-block", "rule", "contents"].includes(
      node.type,
    ) ||
    (node.type.endsWith("-directive") && node.type !== "inline-directive")
  );
}

/** Returns nodes without their first characters of text. */
function withoutStart(nodes: readonly Inline[], length: number, source: Source): Inline[] {
  const kept: Inline[] = [];
  let left = length;
  for (const node of nodes) {
    if (left <= 0) kept.push(node);
    else if (node.type === "text") {
      const taken = Math.min(left, node.value.length);
      left -= taken;
      const value = node.value.slice(taken);
      if (value) kept.push({ ...node, value, start: skipWritten(node, taken, source) });
    } else if (node.type === "emphasis" || node.type === "strong" || node.type === "html-inline") {
      const before = plainText([node]).length;
      const children = withoutStart(node.children, left, source);
      left -= before;
      if (children.length > 0) kept.push({ ...node, children });
    } else {
      left -= plainText([node]).length;
      kept.push(node);
    }
  }
  return kept;
}

/** Returns where a text goes on after its first characters; these are written as they read, save for blanks. */
function skipWritten(
  text: { start: number; end: number; value: string },
  length: number,
  source: Source,
): number {
  let at = text.start;
  for (const c of text.value.slice(0, length).replace(/\s+/g, " ")) {
    if (c === " ") while (at < text.end && /[\s>]/.test(source.text[at] ?? "")) at++;
    else if (source.text[at] === c) at++;
  }
  return at;
}
