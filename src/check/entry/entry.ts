import { cellBeside } from "../../base/source.ts";
import { findOverrideProblems } from "../../compute/tests-matrix.ts";
import { defineCheck } from "../define-check.ts";
import { findTwins } from "../twins.ts";

const HEADER = "id,country,date,summary,code,sources,note\n";
const SOURCES = {
  "sources.json":
    '[{"id":"a","type":"report","issued":{"date-parts":[[2004]]}},{"id":"b","type":"report"}]\n',
};
const withRows = (rows: string) => ({ "record/reactions.csv": `${HEADER}${rows}`, ...SOURCES });
const OK = { name: "in order", files: withRows("jpn-1,JPN,2004,Anger.,anger,a,\n"), expect: [] };

export const entryDuplicateId = defineCheck({
  code: "entry/duplicate-id",
  severity: "error",
  rule: "No two entries, and no entry and law, have the same id; upper and lower case do not differ.",
  why: "A link could mean either, and their pages would lie at one address.",
  mend: "Give one of them another id, or remove it.",
  examples: [
    OK,
    {
      name: "in two files",
      files: {
        ...withRows("jpn-1,JPN,2004,Anger.,anger,a,\n"),
        "record/gaps.csv": "id,country,date,summary,sources\nJPN-1,JPN,2004,Nothing found.,a\n",
      },
      expect: ["record/gaps.csv:2:1 The id `JPN-1` is there twice."],
    },
  ],
  *run({ index }) {
    const { laws, entries } = index.casebook;
    for (const { item, first } of findTwins([...laws, ...entries], ({ id }) => id.toLowerCase())) {
      // Two laws of one id are found by record/duplicate-id.
      if (!("kind" in item)) continue;
      yield {
        message: `The id \`${item.id}\` is there twice.`,
        at: item.at,
        hint: "Give one of the two another id, or remove it.",
        related: [
          {
            message: "The first one is here.",
            at: "header" in first.at ? cellBeside(first.at, "id") : first.at,
          },
        ],
      };
    }
  },
});

export const entryNoSource = defineCheck({
  code: "entry/no-source",
  severity: "warning",
  rule: "Every entry has a source.",
  why: "A fact that leads nowhere cannot be checked by a reader.",
  mend: "Name the source and where in it: `sources` is `id, p. 13`.",
  examples: [
    OK,
    {
      name: "no source",
      files: withRows("jpn-1,JPN,2004,Anger.,anger,,\n"),
      expect: ["record/reactions.csv:2:29 The entry `jpn-1` has no source."],
    },
  ],
  *run({ index }) {
    for (const { id, sources, at } of index.casebook.entries) {
      if (sources.length > 0) continue;
      yield {
        message: `The entry \`${id}\` has no source.`,
        at: "header" in at ? cellBeside(at, "sources") : at,
        hint: "Name it in `sources`.",
      };
    }
  },
});

export const entryDateMissing = defineCheck({
  code: "entry/date-missing",
  severity: "note",
  rule: "An entry has a date, or a note that says why nobody knows when.",
  why: "An entry without a date stands on no time axis and in no test of what came first.",
  mend: "Write the date as far as it is known, e.g. 2004~, or say in `note` why it is not.",
  examples: [
    OK,
    { name: "a reason", files: withRows("jpn-1,JPN,,Anger.,anger,a,Undated in the text.\n"), expect: [] },
    {
      name: "neither",
      files: withRows("jpn-1,JPN,,Anger.,anger,a,\n"),
      expect: ["record/reactions.csv:2:11 The entry `jpn-1` has no date, and no note that says why."],
    },
  ],
  *run({ index }) {
    for (const { id, date, note, at } of index.casebook.entries) {
      if (date || note !== undefined) continue;
      yield {
        message: `The entry \`${id}\` has no date, and no note that says why.`,
        at: "header" in at ? cellBeside(at, "date") : at,
        hint: "Write the date as far as it is known, or the reason in `note`.",
      };
    }
  },
});

export const sourceNoDate = defineCheck({
  code: "source/no-date",
  severity: "note",
  rule: "A source on which entries rest has a date.",
  why: "When something was written says how near it is to what it tells.",
  mend: "Give the source `issued` in the bibliography.",
  examples: [
    OK,
    {
      name: "undated",
      files: withRows("jpn-1,JPN,2004,Anger.,anger,a;b,\n"),
      expect: ["sources.json:1:68 The source `b` has no date, and 1 entry rests on it."],
    },
  ],
  *run({ index }) {
    const counts = new Map<string, number>();
    for (const entry of index.casebook.entries) {
      for (const id of new Set(entry.sources.map((one) => one.source))) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    for (const [id, count] of counts) {
      const source = index.casebook.sources.get(id);
      if (!source || source.issued !== undefined) continue;
      yield {
        message: `The source \`${id}\` has no date, and ${count === 1 ? "1 entry rests" : `${count} entries rest`} on it.`,
        at: source.at,
        hint: "Add `issued` to it.",
      };
    }
  },
});

export const entryOverrideIncomplete = defineCheck({
  code: "entry/override-incomplete",
  severity: "error",
  rule: "An author's verdict on a test of an outcome is one of the verdicts, and comes with a reason and a name.",
  why: "A verdict that nobody answers for is not taken, and the computed one stands without a word.",
  mend: "Write `override_reason` and `override_by` beside it.",
  examples: [
    {
      name: "with reason and name",
      files: {
        ...SOURCES,
        "record/outcomes.csv":
          "id,country,date,summary,type,sources,override_sequencing,override_reason,override_by\njpn-1,JPN,2004,A law.,law,a,holds,The draft is of May.,Ada Example\n",
      },
      expect: [],
    },
    {
      name: "without a name",
      files: {
        ...SOURCES,
        "record/outcomes.csv":
          "id,country,date,summary,type,sources,override_sequencing,override_reason,override_by\njpn-1,JPN,2004,A law.,law,a,holds,The draft is of May.,\n",
      },
      expect: ["record/outcomes.csv:2:29 The sequencing of `jpn-1` is overridden without a name."],
    },
  ],
  *run({ index }) {
    for (const { outcome, test, message } of findOverrideProblems(index.casebook.entries)) {
      const { at } = outcome;
      yield {
        message,
        at: "header" in at ? cellBeside(at, `override_${test}`) : at,
        hint: "Fill in override_reason and override_by, or leave the verdict to the computation.",
      };
    }
  },
});
