import { isInline, type PrintBlock, type PrintCell, type PrintNode, wordsOf } from "./print-node.ts";

/** Width of the text on an upright page, and on a page on its side, in mm. */
const UPRIGHT_MM = 128;
const TURNED_MM = 253;

/** Average width of a letter at 8.6 pt, and the space beside the words of a cell, in mm. */
const LETTER_MM = 1.55;
const CELL_SPACE_MM = 3.2;

/** What a column needs at the least, in mm, however short its words. */
const NARROWEST_MM = 7;

/** Words in cells that are longer are given places where they may break. */
const LONGEST_WORD = 18;

/** A row whose longest cell has more letters may stand on two pages; others are kept whole. */
const LONGEST_KEPT = 500;

type PrintTable = Extract<PrintBlock, { t: "table" }>;

/** A table with how it is made to fit. */
export interface FittedTable {
  /** Type size in pt, where it is not the usual one. */
  readonly size?: number;
  /** Space at the sides of a cell in pt, where it is not the usual one. */
  readonly inset?: number;
  /** Width of a page of its own in mm, on which the table lies on its side. */
  readonly turned?: number;
}

/**
 * Returns blocks whose tables fit their page: one too wide is set smaller, then on a page on its side, then on a page as
 * wide as it needs. Long words get places to break. Only tables that stand in no other block can turn.
 */
export function fitTables(blocks: readonly PrintBlock[]): PrintBlock[] {
  return blocks.map((block) =>
    block.t === "table" ? { ...fitTable(block), ...sizeOf(block), floats: true } : block,
  );
}

function fitTable(table: PrintTable): PrintTable {
  const fitCell = (cell: PrintCell): PrintCell => ({
    ...cell,
    c: breakLongWords(cell.c),
    ...([...wordsOf(cell.c)].join("").length > LONGEST_KEPT ? { isBreakable: true } : {}),
  });
  return {
    ...table,
    head: table.head.map(fitCell),
    rows: table.rows.map((row) => row.map(fitCell)),
  };
}

function sizeOf(table: PrintTable): FittedTable {
  const needed = table.widths.reduce((sum, _, column) => sum + columnMm(table, column), 0);
  if (needed <= UPRIGHT_MM) return {};
  if (needed * 0.82 <= UPRIGHT_MM) return { size: 7.4, inset: 3 };
  return { turned: Math.max(297, Math.ceil(needed + (297 - TURNED_MM))) };
}

function columnMm(table: PrintTable, column: number): number {
  let longest = 0;
  for (const cells of [table.head, ...table.rows]) {
    for (const word of [...wordsOf(cells[column]?.c ?? [])].join("").split(/\s+/))
      longest = Math.max(longest, Math.min(LONGEST_WORD, word.length));
  }
  return Math.max(NARROWEST_MM, longest * LETTER_MM + CELL_SPACE_MM);
}

function breakLongWords(nodes: readonly PrintNode[]): PrintNode[] {
  return nodes.map((node) => {
    if (node.t === "text" || node.t === "code")
      return { ...node, v: node.v.replace(LONG_RUN, (word) => breakWord(word)) };
    return isInline(node) && "c" in node ? { ...node, c: breakLongWords(node.c) } : node;
  });
}

const LONG_RUN = new RegExp(`[^\\s\\u00ad\\u200b-]{${LONGEST_WORD + 1},}`, "gu");

function breakWord(word: string): string {
  return word.replace(/(.{9})(?=.)/gu, "$1\u200b");
}
