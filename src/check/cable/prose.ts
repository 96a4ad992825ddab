import { isMissing } from "../../base/missing.ts";
import { formatMonths } from "../../compute/cable-dating.ts";
import { cableOf, cableWordsOf, monthsOfCable } from "../../compute/cables.ts";
import { citedSources } from "../../compute/citations.ts";
import { runsOf, sentencesOf } from "../../compute/sentences.ts";
import { type CableId, isCableId, parseCableId } from "../../model/cable-id.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { Note } from "../../read/document.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode } from "../prose.ts";

export const cableDateAgainstProse = defineCheck({
  code: "cable/date-against-prose",
  severity: "note",
  rule: "A sentence that rests on a cable names a year that the cable can be from.",
  why: "A cable of 2009 may look back on 2005, but a sentence that dates its words to 2005 would be wrong.",
  mend: "Check what the cable says about when; nothing is to be done where it looks back.",
  examples: [
    {
      name: "the same year",
      files: exampleCase("In June 2007 they wrote.[^1]\n\n[^1]: 07TOKYO2481"),
      expect: [],
    },
    { name: "no year", files: exampleCase("They wrote in June.[^1]\n\n[^1]: 07TOKYO2481"), expect: [] },
    {
      name: "an earlier year",
      files: exampleCase("A first fact. In 2005 it was called “embarrassing.”[^1]\n\n[^1]: 07TOKYO2481"),
      expect: ["cases/japan.md:5:52 The sentence is about 2005; the cable `07TOKYO2481` is from 2007."],
    },
  ],
  *run({ index: { casebook } }) {
    for (const one of casebook.cases) {
      const cables = new Map(
        one.document.notes
          .map((note) => [note.label, cablesOf(casebook, note)] as const)
          .filter(([, found]) => found.size > 0),
      );
      if (cables.size === 0) continue;
      for (const sentence of runsOf(one.document).flatMap(sentencesOf)) {
        const years = yearsIn(sentence.text);
        if (years.length === 0) continue;
        for (const { node } of sentence.marks) {
          for (const [word, cable] of cables.get(node.label) ?? []) {
            const isBetween =
              years.some((year) => year <= cable.year) && years.some((year) => year >= cable.year);
            if (isBetween) continue;
            const months = monthsOfCable(casebook, cable);
            const date = isMissing(months) ? cable.year : formatMonths(months);
            yield {
              message: `The sentence is about ${years.join(", ")}; the cable \`${word}\` is from ${date}.`,
              at: positionOfNode(one, node),
              hint: "Check that the cable looks back, or correct the year.",
            };
          }
        }
      }
    }
  },
});

/** Years in a sentence, each once, with those that a range covers: 2001–2003 has three. */
function yearsIn(text: string): number[] {
  const years = new Set<number>();
  for (const [, from, to] of text.matchAll(
    /(?<![\d$])((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)?\d\d))?(?!\d)/g,
  )) {
    const first = Number(from);
    const last = to === undefined ? first : Number(to.length === 2 ? `${from?.slice(0, 2)}${to}` : to);
    for (let year = first; year <= Math.min(last, first + 50); year++) years.add(year);
  }
  return [...years].sort((a, b) => a - b);
}

/** The cables that a note names, by its label or in its text. */
function cablesOf(casebook: Casebook, note: Note): Map<string, CableId> {
  const found = new Map<string, CableId>();
  for (const word of cableWordsOf(note)) {
    const cable = parseCableId(word);
    if (isCableId(cable)) found.set(word, cable);
  }
  for (const id of found.size === 0 ? citedSources(casebook, note) : []) {
    const source = casebook.sources.get(id);
    const cable = source && cableOf(source);
    if (cable) found.set(id, cable);
  }
  return found;
}
