import { findOpenMarks, placeInRun, quotedIn } from "../../compute/quotation-marks.ts";
import { type Run, runsOf, runsOfNote } from "../../compute/sentences.ts";
import type { Case } from "../../model/case.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase } from "../prose.ts";

export const quotationUnclosed = defineCheck({
  code: "quotation/unclosed",
  severity: "warning",
  rule: "A quotation that is opened is closed, in its paragraph or in those that go on with it.",
  why: "Without the closing mark a reader cannot tell the author's words from somebody else's, and the words are not held against their source.",
  mend: "Close the quotation. Where it goes on over paragraphs, begin each with an opening mark.",
  examples: [
    {
      name: "in order",
      files: exampleCase(
        'They said “no.” It ‘hurt’: “an answer ‘in time.’” At 6" ":grade[Tier 2]{country=JPN years=2005}."',
      ),
      expect: [],
    },
    { name: "over two paragraphs", files: exampleCase("They said: “No.\n\n“And never.”"), expect: [] },
    {
      name: "not closed",
      files: exampleCase(
        "The paper wrote that\n“The report shocked Japan.[^1] He said “no.”\n\n[^1]: A paper.",
      ),
      expect: ["cases/japan.md:6:2 The quotation “The report shocked Japan…” is opened and not closed."],
    },
    {
      name: "in a title",
      files: exampleCase("A fact.[^1]\n\n[^1]: A. Author, “Plan ‘Inadequate,” 2004."),
      expect: ["cases/japan.md:7:25 The quotation ‘Inadequate…’ is opened and not closed."],
    },
  ],
  *run({ index }) {
    for (const one of index.casebook.cases) {
      for (const runs of [runsOf(one.document), ...one.document.notes.map(runsOfNote)]) {
        for (const [i, run] of runs.entries()) yield* unclosedIn(one, run, runs[i + 1]);
      }
    }
  },
});

const CLOSING: Readonly<Record<string, string>> = { "‘": "’", "「": "」", '"': '"' };

function* unclosedIn({ document }: Case, run: Run, next: Run | undefined) {
  for (const { mark, offset, isOpenAtEnd } of findOpenMarks(run.text)) {
    if (isOpenAtEnd && next?.text.startsWith(mark)) continue;
    const [first = ""] = /^(?:\S+\s*){1,4}/u.exec(run.text.slice(offset + 1, offset + 200)) ?? [];
    const words = first.split(/[“”‘’]/)[0]?.replace(/[\s.,;:!?]+$/, "") ?? "";
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    yield {
      message: `The quotation ${mark}${words}…${CLOSING[mark] ?? "”"} is opened and not closed.`,
      at: placeInRun(document.source, run, offset + 1),
      hint: "Close it where the quoted words end.",
    };
  }
}

/** Fewer words may be said twice without being one quotation. */
const FEWEST_WORDS = 4;

export const quotationRepeated = defineCheck({
  code: "quotation/repeated",
  severity: "note",
  rule: "The same words are quoted once in a case.",
  why: "One remark that is told twice looks like two.",
  mend: "Say the second time that it is the same remark, or leave it out.",
  examples: [
    {
      name: "other words",
      files: exampleCase("He was “very unhappy with it.” Later he was “not happy with it.”"),
      expect: [],
    },
    {
      name: "a name",
      files: exampleCase("The “Roadmap to Tier One” came. The “Roadmap to Tier One” went."),
      expect: [],
    },
    {
      name: "the same words",
      files: exampleCase(
        "He was “very unhappy with this result.”\n\nLater he said he was\n“very unhappy with this result,” again.",
      ),
      expect: ["cases/japan.md:8:2 The words “very unhappy with this result” are quoted twice."],
    },
  ],
  *run({ index }) {
    for (const one of index.casebook.cases) {
      const { source } = one.document;
      const seen = new Map<string, { readonly run: Run; readonly start: number }>();
      for (const run of runsOf(one.document)) {
        for (const { words, start } of quotedIn(run.text)) {
          const all = words.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
          if (all.length < FEWEST_WORDS || isName(all)) continue;
          const key = all.join(" ").toLowerCase();
          const first = seen.get(key);
          if (!first) {
            seen.set(key, { run, start });
            continue;
          }
          yield {
            message: `The words “${words.replace(/[\s.,;:!?]+$/, "")}” are quoted twice.`,
            at: placeInRun(source, run, start),
            hint: "Say that it is the same remark, or leave it out here.",
            related: [{ message: "The first time is here.", at: placeInRun(source, first.run, first.start) }],
          };
        }
      }
    }
  },
});

/** Tells whether words are a title or a name, which may be said as often as is wanted: the long ones have capitals. */
function isName(words: readonly string[]): boolean {
  return words.every((word) => word.length < 4 || /^[\p{Lu}\p{N}]/u.test(word));
}
