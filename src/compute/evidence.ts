import { lineText, type Position, placeOf } from "../base/source.ts";

/** A cell of the record that decided a statement. */
export interface EvidenceCell {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The CSV column's header, where it is a cell. */
  readonly field?: string;
  /** What stands there. */
  readonly text: string;
  /** The whole line, of which it is a part. */
  readonly row: string;
}

/** Longest text of a cell that is shown. */
const MAX_TEXT = 120;

const known = new WeakMap<Position, { readonly key: string; readonly cell: EvidenceCell }>();

/** Returns the cells of positions, each once, in order. A position gives the same object each time. */
export function evidenceCells(positions: readonly Position[]): EvidenceCell[] {
  const found = new Map<string, EvidenceCell>();
  for (const at of positions) {
    const { key, cell } = known.get(at) ?? remember(at);
    found.set(key, cell);
  }
  return [...found.values()];
}

function remember(at: Position) {
  const cell = readCell(at);
  const keyed = { key: `${cell.file}:${cell.line}:${cell.column}`, cell };
  known.set(at, keyed);
  return keyed;
}

function readCell(at: Position): EvidenceCell {
  const { file, line, column, field, endLine, endColumn } = placeOf(at);
  const row = lineText(at.source, line);
  const text = row.slice(column - 1, endLine === line ? endColumn - 1 : undefined).trim();
  return {
    file,
    line,
    column,
    ...(field === undefined ? {} : { field }),
    text: text.slice(0, MAX_TEXT),
    row: row.slice(0, 4 * MAX_TEXT),
  };
}
