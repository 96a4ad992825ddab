import type { Source, Span, SpanPosition } from "../base/source.ts";
import type { Run } from "./sentences.ts";

/** Words in quotation marks, by the offsets in their text of the first word and behind the closing mark. */
export interface QuotedPart {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const DOUBLE = /“([^“”]+)”/g;
/** Single quotes open after a blank and close before none of a word's letters; apostrophes lie between letters. */
const SINGLE = /(?<![\p{L}\p{N}])‘((?:[^‘’“”]|’(?=\p{L}))+)’(?!\p{L})/gu;

/** Returns what stands in quotation marks, in order of its end; single ones inside double ones not. */
export function quotedIn(text: string): QuotedPart[] {
  const outside = text.replace(DOUBLE, (match) => "“".padEnd(match.length, "“"));
  return [...text.matchAll(DOUBLE), ...outside.matchAll(SINGLE)]
    .map((match) => ({
      words: match[1] ?? "",
      start: match.index + 1,
      end: match.index + match[0].length,
    }))
    .sort((a, b) => a.end - b.end);
}

/** A quotation mark that opens what nothing closes, by its offset in its text. */
export interface OpenMark {
  readonly mark: string;
  readonly offset: number;
  /** It is open to the end of its text, so that the next paragraph may go on. */
  readonly isOpenAtEnd: boolean;
}

const MARKS = /[“”„「」‘’"]/gu;
const CLOSES: Readonly<Record<string, string>> = { "”": '“„"', "“": "„", "」": "「", '"': '"' };

/**
 * Returns the quotation marks of a text that open and do not close; of those that are open at its end, the first.
 *
 * A single one counts only within double ones, whose closing ends it: elsewhere it may be an apostrophe or a letter of
 * another script. A straight one opens before a word and closes elsewhere.
 */
export function findOpenMarks(text: string): OpenMark[] {
  const found: OpenMark[] = [];
  const open: { mark: string; offset: number }[] = [];
  /** How many of each mark are open, so that a closing one need not look through all of them. */
  const openOf: Record<string, number> = {};
  const push = (mark: string, offset: number): void => {
    open.push({ mark, offset });
    openOf[mark] = (openOf[mark] ?? 0) + 1;
  };
  const pop = (): { mark: string; offset: number } | undefined => {
    const last = open.pop();
    if (last) openOf[last.mark] = (openOf[last.mark] ?? 0) - 1;
    return last;
  };
  for (const { 0: mark, index: offset } of text.matchAll(MARKS)) {
    const isOpening = mark === "“" || mark === "„" || mark === "「" || opensWord(text, offset);
    const closes = mark === '"' && isOpening ? "" : (CLOSES[mark] ?? "");
    if (mark === "’") {
      if (open.at(-1)?.mark === "‘" && !/^\p{L}/u.test(text.slice(offset + 1, offset + 3))) pop();
    } else if ([...closes].some((one) => (openOf[one] ?? 0) > 0)) {
      for (let one = pop(); one && !closes.includes(one.mark); one = pop()) {
        found.push({ ...one, isOpenAtEnd: false });
      }
    } else if (isOpening && (mark !== "‘" || open.length > 0)) push(mark, offset);
  }
  const [first] = open;
  return first ? [...found, { ...first, isOpenAtEnd: true }] : found;
}

function opensWord(text: string, offset: number): boolean {
  return (
    (offset === 0 || /[\s([“„—–]/u.test(text.charAt(offset - 1))) &&
    /^\p{L}/u.test(text.slice(offset + 1, offset + 3))
  );
}

/** So many words find a place again, within so many characters. */
const LOOKED_FOR = { words: 4, within: 2000 };

/** Returns where the words that begin at an offset of a run stand in the file; the run's first line where they are not found. */
export function placeInRun(source: Source, { text, span, pieces }: Run, offset: number): SpanPosition {
  const piece = pieces.findLast((one) => one.offset <= offset);
  const from = piece ? piece.start + offset - piece.offset : span.start;
  const written = source.text.slice(from, Math.min(span.end, from + LOOKED_FOR.within));
  const words = text
    .slice(offset, offset + 200)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, LOOKED_FOR.words);
  for (let count = words.length; count > 0; count--) {
    const match = new RegExp(words.slice(0, count).join("[^\\p{L}\\p{N}]+"), "u").exec(written);
    if (!match) continue;
    const start = from + match.index;
    return { source, start, end: start + match[0].length };
  }
  return { source, ...firstLine(source, span) };
}

function firstLine({ text }: Source, { start, end }: Span): Span {
  const stop = text.indexOf("\n", start);
  return { start, end: stop < 0 ? end : Math.min(end, stop) };
}
