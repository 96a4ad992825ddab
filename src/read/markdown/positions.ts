import type { StateBlock } from "markdown-it";
import type { Span } from "../../base/source.ts";

/**
 * How a piece of content lies in the text it was taken from: content from `starts[i]` on
 * is `deltas[i]` further on in the text, and never before `floors[i]`.
 *
 * markdown-it hands paragraphs to the inline rules without indentation and quote marks;
 * the map has one entry per line, and more where escaped pipes were taken out of a table's cell.
 */
export interface OffsetMap {
  readonly starts: readonly number[];
  readonly deltas: readonly number[];
  readonly floors: readonly number[];
}

/** Returns the map of content that lies in one piece. */
export function createOffsetMap(at: number): OffsetMap {
  return { starts: [0], deltas: [at], floors: [at] };
}

/** Returns the offset in the text of an offset in the content. */
export function mapOffset(map: OffsetMap, offset: number): number {
  let low = 0;
  let high = map.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(offset + (map.deltas[low] as number), map.floors[low] as number);
}

/** Returns the span in the text of a span in the content; it ends right after its last character. */
export function mapSpan(map: OffsetMap, { start, end }: Span): Span {
  const from = mapOffset(map, start);
  return { start: from, end: end > start ? Math.max(from, mapOffset(map, end - 1) + 1) : from };
}

/**
 * Returns the map of content that markdown-it cut from whole lines.
 *
 * Every content line ends where its source line ends, whatever was taken off its front; of a trimmed last
 * line, the blanks at its end are taken off first. Must be called while the state still holds the lines' marks.
 */
export function mapLines(
  state: StateBlock,
  content: string,
  options: { line: number; isTrimmed: boolean },
): OffsetMap {
  const starts: number[] = [];
  const deltas: number[] = [];
  const floors: number[] = [];
  let line = options.line;
  for (let start = 0; start <= content.length; line++) {
    const newline = content.indexOf("\n", start);
    const isLast = newline < 0;
    const contentEnd = isLast ? content.length : newline;
    if (isLast && start === content.length && start > 0) break;
    const floor = state.bMarks[line] ?? 0;
    let end = state.eMarks[line] ?? state.src.length;
    if (isLast && options.isTrimmed) end = skipBlanksBack(state.src, end, floor);
    starts.push(start);
    deltas.push(end - contentEnd);
    floors.push(floor);
    if (isLast) break;
    start = newline + 1;
  }
  return { starts, deltas, floors };
}

/** Returns the offset after the last character before `end` that is no blank, tab or line end. */
export function skipBlanksBack(text: string, end: number, floor: number): number {
  let at = end;
  while (at > floor) {
    const code = text.charCodeAt(at - 1);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) break;
    at--;
  }
  return at;
}

/** A text with `\n` line ends, and the way back to the offsets of the text as written. */
export interface NormalizedText {
  readonly text: string;
  /** Returns the offset in the text as written. */
  readonly toWritten: (offset: number) => number;
}

/** Returns the text from an offset on with `\n` line ends and U+FFFD for U+0000, as markdown-it wants it. */
export function normalizeText(written: string, start: number): NormalizedText {
  const body = written.slice(start);
  if (!body.includes("\r")) {
    return { text: body.replaceAll("\0", "\uFFFD"), toWritten: (offset) => offset + start };
  }
  const collapsed: number[] = [];
  const text = body.replaceAll("\0", "\uFFFD").replace(/\r\n?/g, (lineEnd, at: number) => {
    if (lineEnd.length === 2) collapsed.push(at - collapsed.length);
    return "\n";
  });
  return { text, toWritten: (offset) => start + offset + countBelow(collapsed, offset) };
}

function countBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
