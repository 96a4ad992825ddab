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

const known = new WeakMap<Position, EvidenceCell>();

/** Returns the cells of positions, each once, in order. */
export function evidenceCells(positions: readonly Position[]): EvidenceCell[] {
  const found = new Map<string, EvidenceCell>();
  for (const at of positions) {
    const cell = known.get(at) ?? readCell(at);
    known.set(at, cell);
    found.set(`${cell.file}:${cell.line}:${cell.column}`, cell);
  }
  return [...found.values()];
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
