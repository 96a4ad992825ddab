import { withoutAccess, yearInAddress } from "../../compute/address-dates.ts";
import { cableOf, cableWordsOf } from "../../compute/cables.ts";
import { citedSources } from "../../compute/citations.ts";
import { formatMonth, timesIn } from "../../compute/dates-in-prose.ts";
import { textOfNote } from "../../compute/note-text.ts";
import { runsOf, type Sentence, sentencesOf } from "../../compute/sentences.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { Note } from "../../read/document.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode } from "../prose.ts";

export const noteDateAgainstProse = defineCheck({
  code: "note/date-against-prose",
  severity: "note",
  rule: "A sentence about a year rests on a source that is not older.",
  why: "A newspaper of 2004 cannot report what happened in 2005: the year or the source is wrong.",
  mend: "Check when it happened. Where the source looks ahead, say so: “the plan for 2005”.",
  examples: [
    {
      name: "a later source",
      files: exampleCase("In 2004 a headline asked why.[^1]\n\n[^1]: *The Paper*, May 3, 2005."),
      expect: [],
    },
    {
      name: "a source that looks ahead",
      files: exampleCase("The law would be passed in 2005.[^1]\n\n[^1]: *The Paper*, 2004."),
      expect: [],
    },
    {
      name: "an older source",
      files: exampleCase(
        "A fact. In 2005 a headline asked why.[^1]\n\n[^1]: *The Paper*, November 23, 2004.",
      ),
      expect: ["cases/japan.md:5:38 The sentence is about 2005; what its note cites is from November 2004."],
    },
    {
      name: "an older source of what the sentence before dates",
      files: {
        ...exampleCase("Three laws passed in 2005. A brochure told of all these acts.[@mofa]"),
        "sources.json": '[{"id":"mofa","type":"pamphlet","title":"A","issued":{"date-parts":[[2004]]}}]',
      },
      expect: ["cases/japan.md:5:62 The sentence is about 2005; what its note cites is from 2004."],
    },
  ],
  *run({ index: { casebook } }) {
    for (const one of casebook.cases) {
      const notes = new Map(one.document.notes.map((note) => [note.label, note]));
      if (notes.size === 0) continue;
      for (const run of runsOf(one.document)) {
        const sentences = sentencesOf(run);
        for (const [i, sentence] of sentences.entries()) {
          if (sentence.marks.length === 0) continue;
          const times = timesOf(casebook, sentences, i);
          if (times.length === 0 || LOOKS_AHEAD.test(sentence.text)) continue;
          const first = Math.min(...times.map((time) => time.first));
          for (const { node } of sentence.marks) {
            const note = notes.get(node.label);
            const source = note && latestDate(casebook, note);
            if (!source || source.last >= first) continue;
            yield {
              message: `The sentence is about ${times.map(({ words }) => words).join(", ")}; what its note cites is from ${source.words}.`,
              at: positionOfNode(one, node),
              hint: "Correct the year or the source, or say that the source looks ahead.",
            };
          }
        }
      }
    }
  },
});

const LOOKS_AHEAD =
  /\b(?:will|would|plan(?:s|ned)?|expect(?:s|ed)|scheduled|forthcoming|promised|pledged|proposed|intend(?:s|ed)|due)\b/iu;

/** Words by which a sentence speaks of what the one before tells. */
const POINTS_BACK = /\b(?:these|those|that (?:same )?year)\b/iu;

/** Returns the times that a sentence names, or those of the sentences before it to which it points back. */
function timesOf({ config }: Casebook, sentences: readonly Sentence[], at: number) {
  for (let i = at; i >= 0; i--) {
    const { text = "" } = sentences[i] ?? {};
    const times = timesIn(text, config.scorecard.released);
    if (times.length > 0 || !POINTS_BACK.test(text)) return times;
  }
  return [];
}

/** A date as it is printed, and its last month since year 0. */
interface LatestDate {
  readonly words: string;
  readonly last: number;
}

/**
 * Returns the date of the latest source that a note cites; undefined where one of them has none, or is a cable, of which
 * `cable/date-against-prose` knows more.
 */
function latestDate(casebook: Casebook, note: Note): LatestDate | undefined {
  const cited = citedSources(casebook, note);
  const dates =
    cited.length > 0 ? cited.map((id) => dateOfSource(casebook, id)) : [printedDate(casebook, note)];
  let latest: LatestDate | undefined;
  for (const date of dates) {
    if (!date) return undefined;
    if (!latest || date.last > latest.last) latest = date;
  }
  return latest;
}

function dateOfSource({ sources }: Casebook, id: string): LatestDate | undefined {
  const source = sources.get(id);
  if (!source?.issued || cableOf(source)) return undefined;
  const { year, month } = source.issued;
  if (month === undefined) return { words: String(year), last: year * 12 + 11 };
  const last = year * 12 + month - 1;
  return { words: formatMonth(last), last };
}

function printedDate({ config }: Casebook, note: Note): LatestDate | undefined {
  if (cableWordsOf(note).length > 0) return undefined;
  const { text, addresses } = textOfNote(note);
  const inAddresses = addresses.flatMap((url) => yearInAddress(url) ?? []);
  const times = [
    ...timesIn(withoutAccess(text), config.scorecard.released),
    ...inAddresses.map((year) => ({ words: String(year), last: year * 12 + 11 })),
  ];
  return times.reduce<LatestDate | undefined>(
    (latest, time) => (!latest || time.last > latest.last ? time : latest),
    undefined,
  );
}
