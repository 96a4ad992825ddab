import type { Case } from "../model/case.ts";
import { type Block, type Node, walk } from "../read/document.ts";

/** Kinds of node that somebody looks for. */
const INDEXED = [
  "link",
  "image",
  "heading",
  "figure",
  "table",
  "leaf-directive",
  "inline-directive",
  "container-directive",
  "note-reference",
  "html-block",
  "html-inline",
] as const;

type IndexedType = (typeof INDEXED)[number];
type NodeOf<T extends IndexedType> = Extract<Node, { type: T }>;

/** A node of a case's prose or notes. */
export interface ProseNode<N extends Node = Node> {
  readonly one: Case;
  readonly node: N;
}

/** The nodes of all cases by kind, in reading order, notes after the text; made in one walk. */
export interface ProseIndex {
  of<T extends IndexedType>(type: T): readonly ProseNode<NodeOf<T>>[];
  /** Indexed nodes of one case, of any kind. */
  inCase(one: Case): readonly Node[];
}

/** Returns the prose nodes of cases by kind. */
export function indexProse(cases: readonly Case[]): ProseIndex {
  const byType = new Map<string, ProseNode[]>(INDEXED.map((type) => [type, []]));
  const byCase = new Map<Case, Node[]>();
  for (const one of cases) {
    const found: Node[] = [];
    for (const node of walk(proseOf(one))) {
      const list = byType.get(node.type);
      if (!list) continue;
      list.push({ one, node });
      found.push(node);
    }
    byCase.set(one, found);
  }
  return {
    of: <T extends IndexedType>(type: T) => (byType.get(type) ?? []) as unknown as ProseNode<NodeOf<T>>[],
    inCase: (one) => byCase.get(one) ?? [],
  };
}

/** Returns a case's blocks and then those of its notes. */
export function proseOf(one: Case): readonly Block[] {
  return [...one.document.blocks, ...one.document.notes.flatMap((note) => note.blocks)];
}
