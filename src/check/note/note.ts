import { findNearest } from "../../base/nearest.ts";
import type { SpanPosition } from "../../base/source.ts";
import type { Casebook } from "../../model/casebook.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, proseProblems } from "../prose.ts";

/** Returns the label of the note that a misspelt reference most likely means. Short labels are all alike. */
function nearestNote(casebook: Casebook, label: string, at: SpanPosition): string | undefined {
  if (label.length <= 2) return undefined;
  const one = casebook.cases.find(({ document }) => document.source === at.source);
  return findNearest(label, one?.document.notes.map((note) => note.label) ?? []);
}

const OK = { name: "in order", files: exampleCase("A fact.[^1]\n\n[^1]: Its source."), expect: [] };

export const noteUndefined = defineCheck({
  code: "note/undefined",
  severity: "error",
  rule: "Every reference to a note has its note.",
  why: "The reader would see `[^1]` and look for a source that is not there.",
  mend: "Write the note, `[^1]: …`, or correct the reference.",
  examples: [
    OK,
    {
      name: "no such note",
      files: exampleCase("A fact.[^2]\n\nAnother.[^1]\n\n[^1]: Its source."),
      expect: ["cases/japan.md:5:8 The note `2` is not defined."],
    },
  ],
  *run({ index }) {
    for (const { subject, at } of proseProblems(index.casebook, "note-undefined")) {
      const near = nearestNote(index.casebook, subject, at);
      yield {
        message: `The note \`${subject}\` is not defined.`,
        at,
        hint: near
          ? `Did you mean \`[^${near}]\`?`
          : `Write it at the end of the file: \`[^${subject}]: …\`.`,
      };
    }
  },
});

export const noteUnused = defineCheck({
  code: "note/unused",
  severity: "warning",
  rule: "Every note is referred to.",
  why: "A note without a reference is a leftover, or the reference was lost. It is published after the others.",
  mend: "Refer to it, `[^1]`, or remove it.",
  examples: [
    OK,
    {
      name: "never referred to",
      files: exampleCase("A fact.\n\n[^1]: Its source."),
      expect: ["cases/japan.md:7:1 Nothing refers to the note `1`."],
    },
  ],
  *run({ index }) {
    const meant = new Set<string>();
    for (const { subject, at } of proseProblems(index.casebook, "note-undefined")) {
      meant.add(`${at.source.path} ${nearestNote(index.casebook, subject, at)}`);
    }
    for (const { subject, at } of proseProblems(index.casebook, "note-unused")) {
      if (meant.has(`${at.source.path} ${subject}`)) continue;
      yield {
        message: `Nothing refers to the note \`${subject}\`.`,
        at,
        hint: `Put \`[^${subject}]\` where it belongs, or remove the note.`,
      };
    }
  },
});

export const noteDuplicate = defineCheck({
  code: "note/duplicate",
  severity: "error",
  rule: "No two notes have the same label.",
  why: "A reference could mean either.",
  mend: "Give one of the two another label.",
  examples: [
    OK,
    {
      name: "twice",
      files: exampleCase("A fact.[^1]\n\n[^1]: Its source.\n\n[^1]: Another."),
      expect: ["cases/japan.md:9:1 The note `1` is defined twice."],
    },
  ],
  *run({ index }) {
    for (const { subject, at } of proseProblems(index.casebook, "note-duplicate")) {
      yield {
        message: `The note \`${subject}\` is defined twice.`,
        at,
        hint: "Give one of the two another label.",
      };
    }
  },
});
