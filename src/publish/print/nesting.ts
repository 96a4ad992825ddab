import { isInline, type PrintBlock, type PrintNode } from "./print-node.ts";

/** The typesetter gives up where things stand in each other some fifteen levels deep. */
const DEEPEST = 10;

/** Returns blocks in which nothing stands deeper than a print can set: what does comes up to that level, with all its words. */
export function limitNesting(blocks: readonly PrintBlock[]): PrintBlock[] {
  return limit(blocks, 0).filter((node) => !isInline(node)) as PrintBlock[];
}

function limit(nodes: readonly PrintNode[], depth: number): PrintNode[] {
  return nodes.flatMap((node): PrintNode[] => {
    if (node.t === "ul" || node.t === "ol") {
      if (depth >= DEEPEST) return node.items.flatMap((item) => paragraphs(limit(item, depth)));
      return [{ ...node, items: node.items.map((item) => limit(item, depth + 1)) }];
    }
    if (node.t === "terms") {
      const items = node.items.map(({ term, c }) => ({
        term: limit(term, depth + 1),
        c: limit(c, depth + 1),
      }));
      return [{ ...node, items }];
    }
    if (node.t === "table") {
      const cells = (row: typeof node.head) => row.map((cell) => ({ ...cell, c: limit(cell.c, depth + 1) }));
      return [{ ...node, head: cells(node.head), rows: node.rows.map(cells) }];
    }
    if (!("c" in node)) return [node];
    const isContainer = node.t === "quote" || node.t === "box";
    if (depth >= DEEPEST && (isContainer || isSpan(node))) return limit(node.c, depth);
    return [{ ...node, c: limit(node.c, depth + 1) }];
  });
}

function isSpan({ t }: PrintNode): boolean {
  return t === "em" || t === "strong" || t === "sup" || t === "sub" || t === "strike";
}

/** Has each run of words of an item that came up be a paragraph of its own. */
function paragraphs(nodes: readonly PrintNode[]): PrintNode[] {
  const blocks: PrintNode[] = [];
  let run: PrintNode[] = [];
  for (const node of [...nodes, undefined]) {
    if (node && isInline(node)) {
      run.push(node);
      continue;
    }
    if (run.length > 0) blocks.push({ t: "p", c: run });
    run = [];
    if (node) blocks.push(node);
  }
  return blocks;
}
