import { isInline, type PrintInline, type PrintNode, wordsOf } from "./print-node.ts";

/** Marks the notes of a heading, and takes the margin's marks from it: it is repeated where they are not. */
export function headingOf(nodes: readonly PrintNode[]): PrintNode[] {
  return nodes.flatMap((node): PrintNode[] => {
    if (node.t === "claim") return headingOf(node.c);
    if (node.t === "note") return [{ ...node, isInHeading: true }];
    if (node.t === "to") return [{ t: "to", id: node.id, c: headingOf(node.c) }];
    return isInline(node) && "c" in node ? [{ ...node, c: headingOf(node.c) }] : [node];
  });
}

/** Has what begins with a paragraph begin with its words: a note or an item stands on the line of its number. */
export function unwrapFirst(nodes: readonly PrintNode[]): PrintNode[] {
  const [first, ...rest] = nodes;
  const all = first?.t === "p" ? [...first.c, ...rest] : [...nodes];
  const inlines = all.filter(isInline);
  return inlines.length === all.length ? trim(inlines) : all;
}

/** Has the first line of a cell's own begin where the cell does, and no line begin or end with a space. */
export function tidyLines(nodes: readonly PrintNode[]): PrintNode[] {
  return nodes.map((node, i) => {
    if (node.t === "line")
      return { ...node, ...(i === 0 ? { isFirst: true } : {}), c: trim(node.c.filter(isInline)) };
    const isLast = node.t === "text" && nodes[i + 1]?.t === "line";
    return isLast ? { ...node, v: node.v.trimEnd() } : node;
  });
}

/** Returns the words of a block where only those of a line can stand. */
export function flatten(node: PrintNode): PrintInline[] {
  return [{ t: "text", v: `${[...wordsOf([node])].join("").trim()} ` }];
}

/** Returns the words of nodes, without spaces at their ends. */
export function plain(nodes: readonly PrintNode[]): string {
  return [...wordsOf(nodes)].join("").trim();
}

/** Takes white space from both ends. */
export function trim(nodes: readonly PrintInline[]): PrintInline[] {
  const all = [...nodes];
  const trimEnd = (end: "first" | "last") => {
    for (let node = end === "first" ? all[0] : all.at(-1); node?.t === "text"; ) {
      const v = end === "first" ? node.v.trimStart() : node.v.trimEnd();
      all.splice(end === "first" ? 0 : all.length - 1, 1, ...(v === "" ? [] : [{ t: "text" as const, v }]));
      if (v !== "") return;
      node = end === "first" ? all[0] : all.at(-1);
    }
  };
  trimEnd("first");
  trimEnd("last");
  return all;
}
