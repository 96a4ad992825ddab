import type { Token } from "markdown-it";
import type { Span } from "../../base/source.ts";
import type { Block, Inline, ListItem } from "../document.ts";

/** A block that is open while the blocks inside it are built. Offsets are offsets in the source. */
export interface BlockFrame {
  /** The token's name (`blockquote` of `blockquote_open`), or `html`. */
  readonly kind: string;
  /** The tag, for HTML. */
  readonly tag: string;
  readonly token: Token | undefined;
  readonly span: Span;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Block | Inline)[];
  readonly items: ListItem[];
  /** Nested too deep: makes no node, its children were added to the frame below. */
  readonly isFlat: boolean;
  /** A paragraph stands in a list's item with blank lines around it. */
  isLoose: boolean;
}

/** Creates an open frame. */
export function createFrame(
  {
    kind,
    span,
    tag = "",
    token,
    attributes = {},
    isFlat = false,
  }: Pick<BlockFrame, "kind" | "span"> & Partial<Pick<BlockFrame, "tag" | "token" | "attributes" | "isFlat">>,
  children: (Block | Inline)[] = [],
): BlockFrame {
  return { kind, tag, token, span, attributes, children, items: [], isFlat, isLoose: false };
}

/** Returns a frame's span, stretched to its last child. */
export function frameSpan(frame: BlockFrame): Span {
  const last = frame.items.at(-1) ?? frame.children.at(-1);
  return { start: frame.span.start, end: Math.max(frame.span.end, last?.end ?? 0) };
}

/** Whether a node is an inline one. */
export function isInline(node: Block | Inline): node is Inline {
  switch (node.type) {
    case "text":
    case "emphasis":
    case "strong":
    case "strikethrough":
    case "superscript":
    case "subscript":
    case "code":
    case "link":
    case "image":
    case "note-reference":
    case "line-break":
    case "inline-directive":
    case "html-inline":
      return true;
    default:
      return false;
  }
}
