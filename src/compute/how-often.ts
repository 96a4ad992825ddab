import type { Span } from "../base/source.ts";
import type { Case } from "../model/case.ts";
import type { YearRange } from "../model/year-range.ts";
import { yearsIn } from "./dates-in-prose.ts";
import { runsOf, sentencesOf } from "./sentences.ts";

/** A sentence that says how much happened in some years: "meetings were infrequent before 2006". */
export interface HowOften {
  /** The word that says it, e.g. `infrequent`. */
  readonly word: string;
  readonly years: readonly number[];
  /** The word, or the paragraph where it cannot be told which of several it is. */
  readonly span: Span;
}

const AMOUNT =
  /(?<![\p{L}-])(?:infrequent(?:ly)?|frequent(?:ly)?|rare(?:ly)?|seldom|scarce(?:ly)?|sparse(?:ly)?|few|occasional(?:ly)?|sporadic(?:ally)?|regular(?:ly)?|intense|intensive|dense|no|never|thick and fast)(?![\p{L}-])/giu;

const CONTACT =
  /(?<![\p{L}-])(?:meetings?|contacts?|talks|visits?|exchanges?|consultations?|demarches?|diplomacy|engagement|pressure|reactions?|protests?|complaints?|objections?)(?![\p{L}-])/iu;

const BEFORE = /\b(?:before|until|up to|prior to)\s+((?:19|20)\d\d)\b/giu;

/**
 * Returns the sentences of a case, without a note of their own, that say in English how much contact or reaction there was
 * in years that they name; "before 2006" names those since the first of `range`. A sentence with a note rests on its source.
 */
export function findHowOften(one: Case, range: YearRange): HowOften[] {
  return runsOf(one.document).flatMap((run) => {
    const inRun = [...run.text.matchAll(AMOUNT)];
    const written = one.document.source.text.slice(run.span.start, run.span.end);
    const inSource = [...written.matchAll(AMOUNT)];
    return sentencesOf(run).flatMap(({ text, start, marks }): HowOften[] => {
      const at = inRun.findIndex(({ index }) => index >= start && index < start + text.length);
      const word = inRun[at]?.[0];
      if (word === undefined || marks.length > 0 || !CONTACT.test(text)) return [];
      const years = yearsNamed(text, range);
      if (years.length === 0) return [];
      const place = inSource.length === inRun.length ? inSource[at] : undefined;
      const from = run.span.start + (place?.index ?? 0);
      const span = place ? { start: from, end: from + word.length } : run.span;
      return [{ word, years, span }];
    });
  });
}

function yearsNamed(text: string, range: YearRange): number[] {
  const years = new Set<number>();
  const rest = text.replace(BEFORE, (_, end: string) => {
    for (let year = range.first; year < Number(end); year++) years.add(year);
    return " ";
  });
  for (const year of yearsIn(rest)) years.add(year);
  return [...years].sort((a, b) => a - b);
}
