import { isMissing } from "../../base/missing.ts";
import { type CableMonths, formatMonths } from "../../compute/cable-dating.ts";
import { cableOf, cableWordsOf, monthsOfCable } from "../../compute/cables.ts";
import { gradedYears } from "../../compute/casebook-index.ts";
import { citedSources } from "../../compute/citations.ts";
import { moveIn, type ProseTime, timesIn } from "../../compute/dates-in-prose.ts";
import { runsOf, sentencesOf } from "../../compute/sentences.ts";
import { computeMoves } from "../../compute/timeline.ts";
import { type CableId, isCableId, parseCableId } from "../../model/cable-id.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { Note } from "../../read/document.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode } from "../prose.ts";

export const cableDateAgainstProse = defineCheck({
  code: "cable/date-against-prose",
  severity: "note",
  rule: "A sentence that rests on a cable names a time that the cable can be from: a year, a month, before or after an edition, or a change of tier.",
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
    {
      name: "after an edition",
      files: {
        "cables.csv": "post,year,month,last_serial\nTOKYO,2008,4,1150\nTOKYO,2008,5,1490\n",
        ...exampleCase("After the 2008 report he called.[^1]\n\n[^1]: 08TOKYO1350"),
      },
      expect: [
        "cases/japan.md:5:33 The sentence is about the time after the edition of June 2008; the cable `08TOKYO1350` is from May 2008.",
      ],
    },
    {
      name: "at a change of tier",
      files: {
        "grades.csv": "country,year,tier\nJPN,2004,2WL\nJPN,2005,2\n",
        ...exampleCase("Even as its Tier 2 rating was restored, he was unhappy.[^1]\n\n[^1]: 07TOKYO2481"),
      },
      expect: [
        "cases/japan.md:5:56 The sentence is about the upgrade of 2005; the cable `07TOKYO2481` is from 2007.",
      ],
    },
  ],
  *run({ index }) {
    const { casebook } = index;
    for (const one of casebook.cases) {
      const cables = new Map(
        one.document.notes
          .map((note) => [note.label, cablesOf(casebook, note)] as const)
          .filter(([, found]) => found.size > 0),
      );
      if (cables.size === 0) continue;
      const moves = computeMoves(gradedYears(index, one.country ?? ""));
      for (const sentence of runsOf(one.document).flatMap(sentencesOf)) {
        if (sentence.marks.length === 0) continue;
        const named = timesIn(sentence.text, casebook.config.scorecard.released);
        const times = named.length > 0 ? named : [moveIn(sentence.text, moves) ?? []].flat();
        if (times.length === 0) continue;
        for (const { node } of sentence.marks) {
          for (const [word, cable] of cables.get(node.label) ?? []) {
            if (canBeAbout(times, monthsOrYear(casebook, cable))) continue;
            const months = monthsOfCable(casebook, cable);
            const date = isMissing(months) ? cable.year : formatMonths(months);
            yield {
              message: `The sentence is about ${times.map(({ words }) => words).join(", ")}; the cable \`${word}\` is from ${date}.`,
              at: positionOfNode(one, node),
              hint: "Check that the cable looks back, or correct the date.",
            };
          }
        }
      }
    }
  },
});

/** How many months after a time that is known by month a cable may still be about it: embassies write soon after. */
const REPORTING_MONTHS = 3;

/** Tells whether a cable of some months can be about a stretch of time: sent in it, or soon after it. */
function canBeAbout(times: readonly ProseTime[], { from, to }: CableMonths): boolean {
  const first = Math.min(...times.map((time) => time.first));
  const last = Math.max(...times.map((time) => time.last + (time.isMonth ? REPORTING_MONTHS : 0)));
  return to.year * 12 + to.month - 1 >= first && from.year * 12 + from.month - 1 <= last;
}

/** The months by serial; without serials, the whole year of the record number. */
function monthsOrYear(casebook: Casebook, cable: CableId): CableMonths {
  const months = monthsOfCable(casebook, cable);
  const { year } = cable;
  return isMissing(months) ? { from: { year, month: 1 }, to: { year, month: 12 } } : months;
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
