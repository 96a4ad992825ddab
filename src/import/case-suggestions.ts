import { lineColumnAt, type Source } from "../base/source.ts";

/** A place of a case at which a directive would fit. */
export interface CaseSuggestion {
  /** 1-based, in the new file. */
  readonly line: number;
  /** What stands there. */
  readonly text: string;
  readonly directive: string;
}

const TIER = /\b(?:Tier\s+[123](?:\s+[Ww]atch\s+[Ll]ist)?|[Ww]atch\s+[Ll]ist)\b/g;
const YEAR = /\b(?:19|20)\d{2}\b/g;
const DOLLARS = /\$\d[\d,]*(?:\.\d+)?(?:\s+(?:million|billion))?/g;
const IMAGE = /!\[[^\]]*\]\([^)\s]*timeline[^)]*\)(?:\{[^}\n]*\})?/g;
const STATISTICS = /^\|?\s*Statistic\s*\|.*$/gm;
/** A sentence: up to a full stop before a blank, a blank line, or the end. Abbreviations cut it, which costs a suggestion. */
const SENTENCE = /[^.!?]*(?:[.!?](?!\s|\[|$)[^.!?]*)*[.!?]?/g;

/**
 * Returns where directives would fit in a case, by line: a tier that stands with a year, dollars that stand with grants,
 * the picture of a timeline, the table of statistics. Notes and what is a directive already are passed over.
 */
export function suggestDirectives(source: Source, start: number): CaseSuggestion[] {
  const body = source.text.slice(start);
  const prose = body.replace(/^\[\^[^\]]+\]:.*(?:\n(?: {4}.*|\s*)$)*/gm, (note) =>
    note.replace(/[^\n]/g, " "),
  );
  const at = (offset: number) => lineColumnAt(source, start + offset).line;
  const found: CaseSuggestion[] = [];
  for (const { index, 0: text } of prose.matchAll(IMAGE))
    found.push({ line: at(index), text, directive: "::figure{timeline}" });
  for (const { index, 0: text } of prose.matchAll(STATISTICS)) {
    found.push({ line: at(index), text: text.trim(), directive: "::table{statistics}" });
  }
  for (const paragraph of prose.matchAll(/(?:.+\n?)+/g)) {
    if (/^\s*(?:#|!\[|\*(?:Figure|Table)\b)/.test(paragraph[0])) continue;
    for (const { index, 0: sentence } of paragraph[0].matchAll(SENTENCE)) {
      const from = paragraph.index + index;
      found.push(...gradesOf(sentence).map(({ offset, ...one }) => ({ line: at(from + offset), ...one })));
    }
    for (const line of paragraph[0].matchAll(/.+/g)) {
      if (!/\bgrants?\b/i.test(paragraph[0].includes("|") ? line[0] : paragraph[0])) continue;
      for (const { index, 0: text } of line[0].matchAll(DOLLARS)) {
        found.push({
          line: at(paragraph.index + line.index + index),
          text,
          directive: `:value[${text}]{of=tip-grants}`,
        });
      }
    }
  }
  return found;
}

/** Tiers of a sentence in which years stand: one year is the tier's, two may be a span. */
function gradesOf(sentence: string): { offset: number; text: string; directive: string }[] {
  const years = [...new Set(Array.from(sentence.matchAll(YEAR), ([year]) => year))].sort();
  if (years.length === 0) return [];
  return Array.from(sentence.matchAll(TIER)).flatMap(({ index, 0: text }) => {
    if (/:grade\[$/.test(sentence.slice(0, index))) return [];
    const span = years.length === 1 ? years[0] : `${years[0]}-${years.at(-1)}`;
    return { offset: index, text, directive: `:grade[${text.replace(/\s+/g, " ")}]{years=${span}}` };
  });
}
