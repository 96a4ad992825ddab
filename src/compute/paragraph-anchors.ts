import type { Case } from "../model/case.ts";
import { type Block, type Document, type Paragraph, plainText } from "../read/document.ts";

/** Where a paragraph of a case can be cited. */
export interface ParagraphAnchor {
  /** Its id on the page. */
  readonly id: string;
  /** Its place among the case's paragraphs, from 1. */
  readonly number: number;
}

/** How many words at its head name a paragraph. */
const WORDS = 12;

const known = new WeakMap<Document, ReadonlyMap<Paragraph, ParagraphAnchor>>();

/**
 * Returns the anchors of a case's paragraphs, in reading order: those of the text, of quotations and of boxes, not those of
 * lists, tables and notes.
 *
 * An anchor is made from a paragraph's first twelve words, without regard to case and punctuation: it outlives what is
 * written, moved or taken out elsewhere, and the mending of the paragraph's later words. Paragraphs that begin alike
 * are told apart by a number. An id that the author gave is kept. Hash: FNV-1a, 32 bits.
 */
export function paragraphAnchors({ document }: Case): ReadonlyMap<Paragraph, ParagraphAnchor> {
  const found = known.get(document);
  if (found) return found;
  const anchors = new Map<Paragraph, ParagraphAnchor>();
  const counts = new Map<string, number>();
  for (const paragraph of paragraphsIn(document.blocks)) {
    const name = `p-${hashOf(openingOf(paragraph))}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const id = paragraph.attributes?.id ?? (count === 1 ? name : `${name}-${count}`);
    anchors.set(paragraph, { id, number: anchors.size + 1 });
  }
  known.set(document, anchors);
  return anchors;
}

function* paragraphsIn(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.type === "paragraph") yield block;
    else if (block.type === "quote" || block.type === "container-directive")
      yield* paragraphsIn(block.children);
  }
}

function openingOf(paragraph: Paragraph): string {
  const text = plainText(paragraph.children);
  const end = text.indexOf(" ", HEAD);
  const head = end < 0 ? [] : wordsOf(text.slice(0, end));
  return (head.length < WORDS ? wordsOf(text) : head).slice(0, WORDS).join(" ");
}

/** In so many characters are twelve words, nearly always; the others of a paragraph need no look. */
const HEAD = 120;

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

const encoder = new TextEncoder();

function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, "0");
}
