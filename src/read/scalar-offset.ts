import type { SpanPosition } from "../base/source.ts";

/**
 * Returns where a stretch of a YAML scalar's value stands in the file: the value from `offset`, `length` characters long
 * (UTF-16), of the scalar at `at`.
 *
 * Folding, indentation, block headers and escapes make value and file differ in blanks, quotes and backslashes only, so
 * the characters that are no blanks are counted. Where they do not match, the scalar's own place is returned.
 */
export function positionInScalar(
  at: SpanPosition,
  value: string,
  { offset, length }: { readonly offset: number; readonly length: number },
): SpanPosition {
  const marks = value.slice(0, offset).replace(/\s/g, "").length;
  const wanted = value.slice(offset, offset + Math.max(1, length)).trimEnd();
  const places = writtenPlaces(at);
  const first = places[marks];
  if (first === undefined || wanted === "" || at.source.text[first] !== wanted[0]) return at;
  const last = places[marks + wanted.replace(/\s/g, "").length - 1] ?? first;
  return { source: at.source, start: first, end: last + 1 };
}

/** The places of a scalar's characters in the file, blanks left out. */
function writtenPlaces({ source, start, end }: SpanPosition): number[] {
  const written = source.text.slice(start, end);
  const quote = /^["']/.exec(written)?.[0];
  const header = /^[|>][^\n]*/.exec(written)?.[0] ?? quote ?? "";
  const places: number[] = [];
  for (let i = header.length; i < written.length - (quote ? 1 : 0); i++) {
    const isEscape = quote === '"' ? written[i] === "\\" : quote === "'" && written.startsWith("''", i);
    if (isEscape) i++;
    // An escaped line end or tab is a blank, and so is an escaped blank.
    const isBlank =
      isEscape && quote === '"' ? /[nrt\s]/.test(written[i] ?? "") : /\s/.test(written[i] ?? "");
    if (!isBlank) places.push(start + i);
  }
  return places;
}
