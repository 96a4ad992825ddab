import { type PrintCell, wordsOf } from "./print-node.ts";

/** No column asks for more room than this, in letters. */
const WIDEST = 60;

/** A longer word may break, so it does not hold its column open. */
const LONGEST_WORD = 20;

/** Returns a row with empty cells added until it has `count` columns. */
export function fillRow(cells: readonly PrintCell[], count: number): PrintCell[] {
  const missing = count - cells.reduce((sum, { span }) => sum + span, 0);
  return [...cells, ...Array.from({ length: missing }, () => ({ c: [], isHead: false, span: 1 }))];
}

/**
 * Returns how much room a column asks for, in letters: its longest word at the least, and a multiple of the root of its
 * longest cell, so that the longest cells of a table come to about the same number of lines.
 */
export function columnWidth(rows: readonly (readonly PrintCell[])[], column: number): number {
  let longestWord = 1;
  let longestCell = 1;
  for (const cells of rows) {
    const cell = cells[column];
    if (!cell || cell.span > 1) continue;
    const words = [...wordsOf(cell.c)].join("");
    longestCell = Math.max(longestCell, words.length);
    for (const word of words.split(/\s+/)) longestWord = Math.max(longestWord, word.length);
  }
  return Math.min(WIDEST, Math.max(Math.min(LONGEST_WORD, longestWord), Math.sqrt(longestCell) * 2.6));
}
