import { positionOfLine, type SpanPosition } from "../../base/source.ts";
import { findDateAgainstAddress } from "../../compute/address-dates.ts";
import { findDanglingNotes, findRepeatedNotes, type RepeatedNote } from "../../compute/note-duplicates.ts";
import type { Case } from "../../model/case.ts";
import type { Note } from "../../read/document.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode } from "../prose.ts";

const FULL = "Paul Capobianco, “Human Trafficking in Japan,” 2013";
const OK = { name: "in order", files: exampleCase(`A fact.[^1]\n\n[^1]: ${FULL}.`), expect: [] };

/** Returns the first lines' position of a note; its whole span would underline a paragraph. */
function at({ case: one, note }: { case: Case; note: Note }): SpanPosition {
  const { start } = note.span;
  const { source } = one.document;
  const line = source.lineStarts.findLastIndex((offset) => offset <= start) + 1;
  return { source, start, end: Math.max(start, Math.min(note.span.end, positionOfLine(source, line).end)) };
}

function related({ case: one, first }: RepeatedNote) {
  return [{ message: "The first one is here.", at: at({ case: one, note: first }) }];
}

export const noteDuplicateSource = defineCheck({
  code: "note/duplicate-source",
  severity: "warning",
  rule: "A source is named in one way.",
  why: "Typed in several ways, one source looks like several, and a correction reaches only one of them.",
  mend: "Put the source into the bibliography and cite it, `[@capobianco, p. 13]`, or name the notes after it, `[^capobianco:p13]`.",
  examples: [
    OK,
    {
      name: "a short and a long form",
      files: exampleCase(
        `A fact.[^1] Another.[^2]\n\n[^1]: ${FULL}.\n\n[^2]: Capobianco, “Human Trafficking in Japan,” p. 28.`,
      ),
      expect: ["cases/japan.md:9:1 The note `2` names a source of the note `1` in other words."],
    },
  ],
  *run({ index }) {
    for (const one of findRepeatedNotes(index.casebook)) {
      if (one.isSame) continue;
      yield {
        message: `The note \`${one.note.label}\` names a source of the note \`${one.first.label}\` in other words.`,
        at: at(one),
        hint: "Put the source into the bibliography once, and cite it by its id in both places.",
        related: related(one),
      };
    }
  },
});

export const noteRepeated = defineCheck({
  code: "note/repeated",
  severity: "note",
  rule: "No two notes have the same words.",
  why: "One note may be referred to as often as is wanted; a copy can be corrected alone.",
  mend: "Refer to the first note again, or cite the source by its id.",
  examples: [
    OK,
    {
      name: "the same words twice",
      files: exampleCase(`A fact.[^1] Another.[^2]\n\n[^1]: ${FULL}.\n\n[^2]: ${FULL}`),
      expect: ["cases/japan.md:9:1 The note `2` has the same words as the note `1`."],
    },
  ],
  *run({ index }) {
    for (const one of findRepeatedNotes(index.casebook)) {
      if (!one.isSame) continue;
      yield {
        message: `The note \`${one.note.label}\` has the same words as the note \`${one.first.label}\`.`,
        at: at(one),
        hint: `Refer to the first one, \`[^${one.first.label}]\`, again.`,
        related: related(one),
      };
    }
  },
});

export const noteDanglingShortCitation = defineCheck({
  code: "note/dangling-short-citation",
  severity: "warning",
  rule: "A note that is an author and a year has its full form in another note of the case.",
  why: "“Katzenstein 1996” leads a reader nowhere on a page without a list of references.",
  mend: "Write the source out, or cite it from the bibliography, `[@katzenstein-1996, p. 42]`.",
  examples: [
    {
      name: "the full form is there",
      files: exampleCase(
        "A fact.[^1] Another.[^2]\n\n[^1]: Capobianco, *Trafficking*, 2013.\n\n[^2]: Capobianco 2013.",
      ),
      expect: [],
    },
    {
      name: "no full form",
      files: exampleCase("A fact.[^1]\n\n[^1]: Katzenstein 1996 42."),
      expect: ["cases/japan.md:7:1 The note `1`, `Katzenstein 1996`, has no full form."],
    },
  ],
  *run({ index }) {
    for (const { case: one, note, short, source } of findDanglingNotes(index.casebook)) {
      yield {
        message: `The note \`${note.label}\`, \`${short.name} ${short.year}\`, has no full form.`,
        at: at({ case: one, note }),
        hint: source
          ? `The bibliography has it: write \`[@${source}${short.locator ? `, p. ${short.locator}` : ""}]\`.`
          : "Write the source out, or add it to the bibliography and cite it.",
      };
    }
  },
});

export const noteDateAgainstUrl = defineCheck({
  code: "note/date-against-url",
  severity: "warning",
  rule: "The year that a note prints is the year in its address.",
  why: "Addresses of newspapers hold the day of the article; a year beside it that differs is a slip.",
  mend: "Correct the year or the address.",
  examples: [
    {
      name: "the same year",
      files: exampleCase(
        "A fact.[^1]\n\n[^1]: *The Paper*, 15 Aug. 2006, accessed 26 Dec. 2016, <http://paper.example/2006/08/15/a/>.",
      ),
      expect: [],
    },
    {
      name: "another year",
      files: exampleCase(
        "A fact.[^1]\n\n[^1]: *The Paper*, 15 Aug. 2016, accessed 26 Dec. 2016, <http://paper.example/2006/08/15/a/>.",
      ),
      expect: ["cases/japan.md:7:28 The note `1` prints 2016; its address is of 2006."],
    },
  ],
  *run({ index }) {
    for (const one of index.casebook.cases) {
      for (const note of one.document.notes) {
        const found = findDateAgainstAddress(note);
        if (!found) continue;
        const years = [...new Set(found.printed)];
        const { text } = one.document.source;
        const start = text.indexOf(String(years[0]), note.span.start + note.label.length + 4);
        const isThere = start >= 0 && start < note.span.end;
        yield {
          message: `The note \`${note.label}\` prints ${years.join(", ")}; its address is of ${found.year}.`,
          at: isThere ? positionOfNode(one, { start, end: start + 4 }) : at({ case: one, note }),
          hint: "Correct the year or the address.",
        };
      }
    }
  },
});
