/** A text with its path and the offset of each line's first character. */
export interface Source {
  /** Relative to the casebook's root, forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Offsets (UTF-16 units) at which lines begin; the first is 0. */
  readonly lineStarts: readonly number[];
}

/** A half-open range of offsets in a source's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range of a named source: where a value was written. */
export interface SpanPosition extends Span {
  readonly source: Source;
}

/** A cell of a CSV file, found by its record's line and its column. */
export interface CellPosition {
  readonly source: Source;
  /** 1-based line at which the record begins. */
  readonly line: number;
  /** 0-based index of the column. */
  readonly column: number;
  /** The column's header, as the user wrote it. */
  readonly header: string;
}

/** Where a value was written. Turned into a {@link Place} only when it is reported. */
export type Position = SpanPosition | CellPosition;

/** A value with the position it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly at: Position;
}

/** A position as people and editors read it: 1-based, columns in UTF-16 units, end exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The CSV column's header, where the place is a cell. */
  readonly field?: string;
}

/** Returns the source of a text, with its line table. Lines end at `\n`; a `\r` before it belongs to the line. */
export function createSource(path: string, text: string): Source {
  const lineStarts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lineStarts.push(i + 1);
  return { path, text, lineStarts };
}

/** Returns the 1-based line and column of an offset; offsets outside the text are moved to its nearest end. */
export function lineColumnAt(source: Source, offset: number): { line: number; column: number } {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (source.lineStarts[low] ?? 0) + 1 };
}

/** Returns a 1-based line's text without its line end, or the empty string past the last line. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return "";
  const next = source.lineStarts[line];
  const end = next === undefined ? source.text.length : next - 1;
  return source.text.slice(start, end).replace(/\r$/, "");
}

/** Returns the place of a position. */
export function placeOf(at: Position): Place {
  if ("header" in at) return placeOfCell(at);
  const from = lineColumnAt(at.source, at.start);
  const to = lineColumnAt(at.source, Math.max(at.start, at.end));
  return {
    file: at.source.path,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

/** Returns a position that covers the whole of a 1-based line. */
export function positionOfLine(source: Source, line: number): SpanPosition {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  return { source, start, end: start + lineText(source, line).length };
}

/** Returns the position of a whole file: its first character. */
export function positionOfFile(source: Source): SpanPosition {
  return { source, start: 0, end: 0 };
}

/** Returns the cell of the same row under another header; the cell itself where there is no such column. */
export function cellBeside(at: CellPosition, header: string): CellPosition {
  const names = headerLine(at.source).toLowerCase().split(",");
  const column = names.findIndex((name) => name.replaceAll('"', "").trim().replaceAll(" ", "_") === header);
  return column < 0 ? at : { ...at, column, header };
}

/** Returns the first line that is not blank. */
function headerLine(source: Source): string {
  for (let line = 1; line <= source.lineStarts.length; line++) {
    const text = lineText(source, line);
    if (/[^\s,]/.test(text)) return text;
  }
  return "";
}

function placeOfCell(at: CellPosition): Place {
  const base = at.source.lineStarts[at.line - 1] ?? 0;
  const { start, end } = cellSpan(at.source.text, base, at.column);
  const place = placeOf({ source: at.source, start, end });
  return { ...place, field: at.header };
}

/** Walks one CSV record to a cell's edges. Only used to point at a cell that a CSV reader has already read. */
function cellSpan(text: string, recordStart: number, column: number): Span {
  let quoted = false;
  let index = 0;
  let start = recordStart;
  for (let i = recordStart; i <= text.length; i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    const ends = c === undefined || (!quoted && (c === "," || c === "\n" || c === "\r"));
    if (!ends) continue;
    if (index === column) return { start, end: i };
    if (c !== ",") return { start: recordStart, end: i };
    index++;
    start = i + 1;
  }
  return { start: recordStart, end: text.length };
}
