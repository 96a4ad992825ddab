import type { Verdict } from "../../compute/checked-statement.ts";

/** What is set in print: a tree of plain data, written as JSON for the typesetter. `t` is the kind of a node. */
export type PrintNode = PrintBlock | PrintInline;

export type PrintInline =
  | { readonly t: "text" | "code"; readonly v: string }
  | { readonly t: "em" | "strong" | "sup" | "sub" | "strike"; readonly c: readonly PrintNode[] }
  | { readonly t: "br" }
  /** A link out of the print; `c` is what is read. */
  | { readonly t: "link"; readonly href: string; readonly c: readonly PrintNode[] }
  /** A link to a place of the print; the margin says on which page, where it is a cross-reference to another one. */
  | { readonly t: "to"; readonly id: string; readonly isCross?: true; readonly c: readonly PrintNode[] }
  /** What stands on a line of its own within a cell. */
  | {
      readonly t: "line";
      readonly look: LineLook;
      readonly isFirst?: true;
      readonly c: readonly PrintNode[];
    }
  /** A note's number in the text; the words of the note stand in {@link PrintText.notes}. */
  | {
      readonly t: "note";
      readonly id: string;
      readonly n: number;
      readonly isFirst: boolean;
      readonly isInHeading?: true;
    }
  /** A statement that was held against the record; `n` is its number in the appendix of verdicts. */
  | {
      readonly t: "claim";
      readonly id: string;
      readonly n: number;
      readonly mark: ClaimMark;
      /** Its line in the appendix. */
      readonly to: string;
      readonly c: readonly PrintNode[];
    }
  /** A picture in a line of text. */
  | { readonly t: "image"; readonly src: string; readonly alt: string };

export type LineLook = "quiet" | "strong" | "plain";

/** A verdict as the margin shows it; a failed statement that somebody else made is `reported`. */
export type ClaimMark = Verdict | "reported";

export type PrintBlock =
  | { readonly t: "p"; readonly c: readonly PrintNode[]; readonly id?: string }
  | { readonly t: "h"; readonly level: number; readonly id?: string; readonly c: readonly PrintNode[] }
  | {
      readonly t: "ul";
      readonly items: readonly (readonly PrintNode[])[];
      readonly isTight: boolean;
      /** Items begin with an entry, what else they say is about it. */
      readonly isBibliography?: true;
    }
  /** Terms, each with what is said of it. */
  | {
      readonly t: "terms";
      readonly items: readonly { readonly term: readonly PrintNode[]; readonly c: readonly PrintNode[] }[];
    }
  | {
      readonly t: "ol";
      readonly items: readonly (readonly PrintNode[])[];
      readonly isTight: boolean;
      readonly start: number;
    }
  | { readonly t: "quote" | "box"; readonly c: readonly PrintNode[]; readonly id?: string }
  | { readonly t: "pre"; readonly v: string }
  | { readonly t: "hr" }
  | {
      readonly t: "figure";
      readonly id?: string;
      /** Path of a picture among the job's files; absent where there is none to be had. */
      readonly src?: string;
      /** What stands in the picture's place where there is none. */
      readonly c: readonly PrintNode[];
      readonly alt: string;
      readonly floats?: boolean;
      readonly caption: readonly PrintNode[];
    }
  | {
      readonly t: "table";
      readonly id?: string;
      readonly caption: readonly PrintNode[];
      readonly head: readonly PrintCell[];
      readonly rows: readonly (readonly PrintCell[])[];
      /** One for each column. */
      readonly align: readonly ("left" | "right" | "center")[];
      /** Share of the width that each column asks for, by the length of its words; above 0. */
      readonly widths: readonly number[];
    };

/** A cell of a table. */
export interface PrintCell {
  readonly c: readonly PrintNode[];
  readonly align?: "left" | "right" | "center";
  readonly isHead: boolean;
  readonly span: number;
  /** May stand on two pages. */
  readonly isBreakable?: true;
}

/** The text of a page: what stands below its title. */
export interface PrintText {
  readonly body: readonly PrintBlock[];
  /** Words of the notes, by id. */
  readonly notes: Readonly<Record<string, readonly PrintNode[]>>;
  /** Notes to which nothing refers. */
  readonly unreferenced: readonly (readonly PrintNode[])[];
  /** Every id to which a link of the text may lead. */
  readonly ids: ReadonlySet<string>;
}

/** Yields the words of nodes in reading order; notes and pictures leave nothing. */
export function* wordsOf(nodes: readonly PrintNode[]): Generator<string> {
  for (const node of nodes) {
    if ("v" in node) yield node.v;
    if (node.t === "br" || node.t === "line") yield " ";
    if (node.t === "figure" || node.t === "table") yield* wordsOf(node.caption);
    if (node.t === "table") for (const cell of [...node.head, ...node.rows.flat()]) yield* wordsOf(cell.c);
    if (node.t === "terms") for (const { term, c } of node.items) yield* wordsOf([...term, ...c]);
    if (node.t === "ul" || node.t === "ol") for (const item of node.items) yield* wordsOf(item);
    if ("c" in node) yield* wordsOf(node.c);
    if (!INLINE.has(node.t)) yield "\n";
  }
}

const INLINE: ReadonlySet<PrintNode["t"]> = new Set<PrintInline["t"]>([
  "text",
  "code",
  "em",
  "strong",
  "sup",
  "sub",
  "strike",
  "br",
  "link",
  "to",
  "line",
  "note",
  "claim",
  "image",
]);

/** Tells whether a node stands in a line of text. */
export function isInline(node: PrintNode): node is PrintInline {
  return INLINE.has(node.t);
}
