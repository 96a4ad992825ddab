import type { Source } from "../base/source.ts";

/** A text in which quotations are looked up: normalised, with the offset in the source of each of its characters. */
interface SearchText {
  readonly text: string;
  readonly offsets: readonly number[];
}

const searchTexts = new WeakMap<Source, SearchText>();

/**
 * Returns the offset in a document at which quoted words stand, or undefined.
 *
 * Quotation marks, dashes, blanks and line ends count as alike; so does the case of the first letter, and a mark at the
 * end. Where the quotation has an ellipsis or a bracket, what is around it must follow in order.
 */
export function findQuotation(document: Source, quotation: string): number | undefined {
  const { text, offsets } = searchTextOf(document);
  let from = 0;
  let first: number | undefined;
  const pieces = piecesOf(quotation);
  if (pieces.length === 0) return undefined;
  for (const [i, piece] of pieces.entries()) {
    const at = findPiece(text, piece, { from, anyCase: i === 0 });
    if (at === undefined) return undefined;
    first ??= offsets[at];
    from = at + piece.words.length;
  }
  return first;
}

interface Piece {
  readonly words: string;
  /** A bracket touches it there, so that it may begin or end within a word. */
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

const GAP = /\s*(?:\[\s*(?:…|\.{3}|\. \. \.)\s*\]|…|\.{3}|\. \. \.)\s*|\[[^\]]*\]/g;

function piecesOf(quotation: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const add = (end: number): void => {
    const written = quotation.slice(start, end);
    const words = normalize(written).text.replace(/^[\s.,;:!?'-]+|[\s.,;:!?'-]+$/g, "");
    if (words === "") return;
    pieces.push({
      words,
      isOpenBefore: quotation[start - 1] === "]" && /^\S/.test(written),
      isOpenAfter: quotation[end] === "[" && /\S$/.test(written),
    });
  };
  for (const match of quotation.matchAll(GAP)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(quotation.length);
  return pieces;
}

function findPiece(
  text: string,
  { words, isOpenBefore, isOpenAfter }: Piece,
  { from, anyCase }: { from: number; anyCase: boolean },
): number | undefined {
  const head = words.charAt(0);
  const heads = anyCase ? new Set([head, head.toLowerCase(), head.toUpperCase()]) : [head];
  const found: number[] = [];
  for (const one of heads) {
    const wanted = one + words.slice(1);
    for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const isWhole =
        (isOpenBefore || !isWithinWord(text, at)) && (isOpenAfter || !isWithinWord(text, at + wanted.length));
      if (!isWhole) continue;
      found.push(at);
      break;
    }
  }
  return found.length === 0 ? undefined : Math.min(...found);
}

/** Tells whether a word goes on across an offset. */
function isWithinWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

function searchTextOf(document: Source): SearchText {
  const found = searchTexts.get(document) ?? normalize(document.text);
  searchTexts.set(document, found);
  return found;
}

/** Quotation marks become `'`, dashes `-`, blanks one blank; Markdown's asterisks and backslashes go. */
function normalize(written: string): SearchText {
  let text = "";
  const offsets: number[] = [];
  let offset = 0;
  for (const character of written) {
    const plain = normalizeCharacter(character, text.at(-1));
    for (const one of plain) {
      text += one;
      for (let i = 0; i < one.length; i++) offsets.push(offset);
    }
    offset += character.length;
  }
  return { text, offsets };
}

function normalizeCharacter(character: string, before: string | undefined): string {
  if (/\s/.test(character)) return before === " " ? "" : " ";
  if (/[“”„‟«»"‘’‚‛`´]/.test(character)) return "'";
  if (/[‐‑‒–—―−]/.test(character)) return "-";
  if (/[*\\\u00ad\u200b]/.test(character)) return "";
  return character.normalize("NFKC");
}
