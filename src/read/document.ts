import type { Source, Span } from "../base/source.ts";

/**
 * A text as a tree: the one form from which the page, the print, the plain text and the checks are made.
 * Every node knows its span in the source's text.
 */
export interface Document {
  readonly source: Source;
  readonly blocks: readonly Block[];
  /** Notes in the order of their first reference, then those without one. */
  readonly notes: readonly Note[];
  /** What reading found: undefined notes, unclosed directives, malformed attributes. */
  readonly problems: readonly DocumentProblem[];
}

export interface DocumentProblem {
  readonly kind:
    | "note-undefined"
    | "note-unused"
    | "note-duplicate"
    | "citation-unknown"
    | "directive-unclosed"
    | "attributes-malformed"
    | "html-dropped"
    | "address-dropped"
    | "nesting-too-deep";
  /** The label, tag, address or text it is about. */
  readonly subject: string;
  readonly span: Span;
}

/** One source of a citation such as `[see @key, p. 13; -@other]`. */
export interface CitationItem {
  /** Id of the source. */
  readonly key: string;
  /** Words before it. */
  readonly prefix?: string;
  /** What follows the key: where in the source. */
  readonly locator?: string;
  /** The text names the author already. */
  readonly omitsAuthor: boolean;
}

/** A footnote. `number` is its place in the order of first references; undefined when nothing refers to it. */
export interface Note {
  readonly label: string;
  readonly number: number | undefined;
  /** How often the text refers to it. */
  readonly references: number;
  readonly blocks: readonly Block[];
  /** What a note cites that was made from a citation; it has no blocks. */
  readonly citation?: readonly CitationItem[];
  readonly span: Span;
}

/** Attributes as written: `{#id .class key=value word}`. Words without `=` are kept in `words`. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Quote
  | CodeBlock
  | Table
  | Figure
  | Rule
  | Contents
  | LeafDirective
  | ContainerDirective
  | HtmlBlock;

export interface Paragraph extends Span {
  readonly type: "paragraph";
  readonly children: readonly Inline[];
  readonly attributes?: Attributes;
}

export interface Heading extends Span {
  readonly type: "heading";
  /** 1–6, as written. */
  readonly level: number;
  /** Unique in the document. */
  readonly id: string;
  readonly children: readonly Inline[];
  readonly attributes?: Attributes;
}

export interface List extends Span {
  readonly type: "list";
  readonly isOrdered: boolean;
  /** The first number of an ordered list. */
  readonly first: number;
  /** Items without blank lines between them are set close. */
  readonly isTight: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem extends Span {
  readonly type: "list-item";
  readonly children: readonly Block[];
}

export interface Quote extends Span {
  readonly type: "quote";
  readonly children: readonly Block[];
}

export interface CodeBlock extends Span {
  readonly type: "code-block";
  readonly value: string;
  readonly language?: string;
}

export interface Table extends Span {
  readonly type: "table";
  readonly align: readonly ("left" | "right" | "center" | undefined)[];
  /** Empty where the table has no header row. */
  readonly head: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly caption?: Caption;
  readonly attributes?: Attributes;
}

export interface TableCell extends Span {
  readonly type: "table-cell";
  readonly children: readonly Inline[];
}

/** An image that stands alone in its paragraph, with its caption. */
export interface Figure extends Span {
  readonly type: "figure";
  readonly image: Image;
  readonly caption?: Caption;
  readonly attributes?: Attributes;
}

/** A caption as written below or above a figure or table. */
export interface Caption extends Span {
  /** The typed number, e.g. `8` of "Figure 8: …"; absent where the author left numbering to Demarche. */
  readonly typedNumber?: string;
  /** The caption without its "Figure 8:" label. */
  readonly children: readonly Inline[];
}

export interface Rule extends Span {
  readonly type: "rule";
}

/** `[TOC]`. */
export interface Contents extends Span {
  readonly type: "contents";
}

/** `::name[label]{attributes}` on a line of its own. */
export interface LeafDirective extends Span {
  readonly type: "leaf-directive";
  readonly name: string;
  readonly label: readonly Inline[];
  readonly attributes: Attributes;
}

/** `:::name[label]{attributes}` … `:::`. */
export interface ContainerDirective extends Span {
  readonly type: "container-directive";
  readonly name: string;
  readonly label: readonly Inline[];
  readonly attributes: Attributes;
  readonly children: readonly Block[];
}

/** An element of raw HTML that passed the allow-list. */
export interface HtmlBlock extends Span {
  readonly type: "html-block";
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Block | Inline)[];
}

export type Inline =
  | Text
  | InlineSpan
  | Code
  | Link
  | Image
  | NoteReference
  | LineBreak
  | InlineDirective
  | HtmlInline;

export interface Text extends Span {
  readonly type: "text";
  /** Smart punctuation applied; a soft line break is one `\n`. */
  readonly value: string;
}

export interface InlineSpan extends Span {
  readonly type: "emphasis" | "strong" | "strikethrough" | "superscript" | "subscript";
  readonly children: readonly Inline[];
}

export interface Code extends Span {
  readonly type: "code";
  readonly value: string;
}

export interface Link extends Span {
  readonly type: "link";
  /** Escapes resolved, percent-encoded where needed. */
  readonly href: string;
  readonly title?: string;
  /** Written as `<http://…>`, or found as a bare address. */
  readonly isAutolink: boolean;
  readonly children: readonly Inline[];
  readonly attributes?: Attributes;
}

export interface Image extends Span {
  readonly type: "image";
  readonly href: string;
  readonly alt: string;
  readonly title?: string;
  readonly attributes?: Attributes;
}

export interface NoteReference extends Span {
  readonly type: "note-reference";
  readonly label: string;
  /** The note's number in the order of first references, from 1. */
  readonly number: number;
  /** 1 for the first reference to the note, 2 for the second … */
  readonly occurrence: number;
}

export interface LineBreak extends Span {
  readonly type: "line-break";
}

/** `:name[label]{attributes}`. */
export interface InlineDirective extends Span {
  readonly type: "inline-directive";
  readonly name: string;
  readonly label: readonly Inline[];
  readonly attributes: Attributes;
}

export interface HtmlInline extends Span {
  readonly type: "html-inline";
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Inline[];
}

/** Any node of the tree. */
export type Node = Block | Inline | ListItem | TableCell;

const NONE: readonly Node[] = [];

/** Returns a node's children in reading order: blocks, items, cells, captions' and labels' inline nodes. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "list":
      return node.items;
    case "table":
      return [...node.head, ...node.rows.flat(), ...(node.caption?.children ?? [])];
    case "figure":
      return [node.image, ...(node.caption?.children ?? [])];
    case "leaf-directive":
    case "inline-directive":
      return node.label;
    case "container-directive":
      return [...node.label, ...node.children];
    default:
      return "children" in node ? node.children : NONE;
  }
}

/** Yields every node below the given ones, parents before children, in reading order. */
export function* walk(nodes: readonly Node[]): Generator<Node> {
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Node);
  }
}

/** Calls back with every node below the given ones, in the order of {@link walk} and in half its time. */
export function visit(nodes: readonly Node[], callback: (node: Node) => void): void {
  for (const node of nodes) {
    callback(node);
    if (node.type !== "text") visit(childrenOf(node), callback);
  }
}

/**
 * Returns the words of inline nodes as plain text; note references and images leave nothing, and neither does a directive
 * without words, such as a reference to a figure, for which `wordsOf` may have some.
 */
export function plainText(
  nodes: readonly Node[],
  wordsOf: (directive: InlineDirective) => string = () => "",
): string {
  let text = "";
  visit(nodes, (node) => {
    if (node.type === "text" || node.type === "code") text += node.value;
    else if (node.type === "line-break") text += "\n";
    else if (node.type === "inline-directive" && node.label.length === 0) text += wordsOf(node);
  });
  return text;
}
