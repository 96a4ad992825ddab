import { REGULAR_WIDTHS, SEMIBOLD_WIDTHS } from "./font-metrics-data.ts";

/** How text is set: Source Sans 3 in one of the two weights that the figures use. */
export interface TextFont {
  readonly sizePx: number;
  readonly weight: "regular" | "semibold";
}

/** Text fitted to a place: its lines, and whether words were lost on the way. */
export interface FittedText {
  readonly lines: readonly string[];
  /** Width of each line, in px. */
  readonly lineWidthsPx: readonly number[];
  /** Width of the longest line, in px. */
  readonly widthPx: number;
  readonly isShortened: boolean;
}

const TABLE_SIZE = 0x2600;
const UNKNOWN = 0xffff;
const TABLES = { regular: decodeTable(REGULAR_WIDTHS), semibold: decodeTable(SEMIBOLD_WIDTHS) };

/**
 * Returns the width of text in px: the sum of the font's advance widths, without kerning.
 *
 * Characters that the font lacks count as 1 em for CJK, Hangul and emoji, 0 for combining marks and joiners, and
 * 0.6 em otherwise.
 */
export function measureText(text: string, font: TextFont): number {
  const table = TABLES[font.weight];
  let thousandths = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    const width = code < TABLE_SIZE ? (table[code] ?? UNKNOWN) : UNKNOWN;
    thousandths += width === UNKNOWN ? guessWidth(code) : width;
  }
  return (thousandths * font.sizePx) / 1000;
}

/** Returns the text, or as much of its beginning as fits into `maxPx` with an ellipsis. */
export function shortenText(text: string, font: TextFont, maxPx: number): string {
  if (measureText(text, font) <= maxPx) return text;
  const graphemes = [...new Intl.Segmenter("en").segment(text)].map((part) => part.segment);
  const ellipsisPx = measureText("…", font);
  let kept = "";
  let keptPx = ellipsisPx;
  for (const grapheme of graphemes) {
    keptPx += measureText(grapheme, font);
    if (keptPx > maxPx) break;
    kept += grapheme;
  }
  return `${kept.replace(/[\s,;:·–-]+$/u, "")}…`;
}

/** Between characters of Japanese and Chinese a line may break, but not before a closing sign. */
const BREAK_IN_WORD =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。，：；）」])(?![\p{M}ー、。，：；）」…っゃゅょッャュョ])/u;

/** A piece of text that is not broken, and whether a space stands before it. */
interface Piece {
  readonly text: string;
  readonly hasSpace: boolean;
}

function splitPieces(text: string): Piece[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .flatMap((word) => word.split(BREAK_IN_WORD).map((part, i) => ({ text: part, hasSpace: i === 0 })));
}

/**
 * Returns text broken at spaces, and within Japanese and Chinese, into at most `maxLines` lines of at most `maxPx`, as equally long as words allow. What
 * does not fit is shortened with an ellipsis, as is a word that is wider than a line. Empty text gives one empty line.
 */
export function wrapText(text: string, font: TextFont, maxPx: number, maxLines: number): FittedText {
  const words = splitPieces(text);
  let { lines, widthPx } = fillLines(words, font, maxPx, maxLines);
  const isShortened = widthPx > maxPx;
  if (isShortened) lines = lines.map((line) => shortenText(line, font, maxPx));
  else if (lines.length > 1) {
    let low = widthPx / lines.length / 2;
    while (widthPx - low > 1) {
      const middle = (low + widthPx) / 2;
      const tried = fillLines(words, font, middle, lines.length);
      if (tried.widthPx > middle) low = middle;
      else ({ lines, widthPx } = tried);
    }
  }
  const lineWidthsPx = lines.map((line) => measureText(line, font));
  return { lines, lineWidthsPx, widthPx: Math.max(...lineWidthsPx), isShortened };
}

/** Breaks words into at most `maxLines` lines; a word that is too wide, or the last line, may be wider than `maxPx`. */
function fillLines(pieces: readonly Piece[], font: TextFont, maxPx: number, maxLines: number) {
  const spaceWidth = measureText(" ", font);
  const lines: string[] = [""];
  let linePx = 0;
  let widthPx = 0;
  for (const { text: word, hasSpace } of pieces) {
    const wordPx = measureText(word, font);
    const spacePx = hasSpace ? spaceWidth : 0;
    const isFirst = lines.at(-1) === "";
    if (!isFirst && linePx + spacePx + wordPx > maxPx && lines.length < maxLines) {
      lines.push(word);
      linePx = wordPx;
    } else {
      lines[lines.length - 1] = isFirst ? word : `${lines.at(-1)}${hasSpace ? " " : ""}${word}`;
      linePx += isFirst ? wordPx : spacePx + wordPx;
    }
    widthPx = Math.max(widthPx, linePx);
  }
  return { lines, widthPx };
}

function decodeTable(blocks: readonly (readonly [number, string])[]): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE).fill(UNKNOWN);
  for (const [first, widths] of blocks) {
    widths.split(" ").forEach((width, i) => {
      if (width !== "") table[first + i] = Number.parseInt(width, 36);
    });
  }
  return table;
}

/** Returns a width in thousandths of an em for a character that the font lacks. */
function guessWidth(code: number): number {
  if (code < 0x20 || (code >= 0x300 && code <= 0x36f)) return 0;
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  const isWide =
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0x2600 && code <= 0x27bf) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    code >= 0x1f000;
  return isWide ? 1000 : 600;
}
