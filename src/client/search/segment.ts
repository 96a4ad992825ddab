import { foldText } from "../../base/fold-text.ts";

/** A word of a text, where it stands, and how it is searched. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that are written without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

let segmenter: Intl.Segmenter | undefined;

/** Returns the words of a text; those of scripts without spaces as Unicode's data divide them. */
export function segmentWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (UNSPACED.test(run)) {
      segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
      for (const { segment, index: at, isWordLike } of segmenter.segment(run)) {
        if (isWordLike) words.push(wordAt(segment, index + at));
      }
    } else words.push(wordAt(run, index));
  }
  return words;
}

function wordAt(text: string, start: number): Word {
  return { start, end: start + text.length, term: foldText(text) };
}
