import { defineCheck } from "../define-check.ts";

const HEADER = "id,country,summary,code\n";
const SOURCES = { "sources.json": '[{"id":"a","type":"report","issued":{"date-parts":[[2004]]}}]\n' };
const ENTRY = "- kind: gap\n  id: jpn-1\n  country: JPN\n  date: 2004\n  sources: a\n";
const OK = {
  name: "in order",
  files: { "record/entries.yaml": `${ENTRY}  summary: Nothing found.\n`, ...SOURCES },
  expect: [],
};

export const entryBadId = defineCheck({
  code: "entry/bad-id",
  severity: "error",
  rule: "An entry's id is made of letters, digits, hyphens, points and underscores.",
  why: "It stands in the address of the entry's page and in links to it.",
  mend: "Write an id such as jpn-074.",
  examples: [
    OK,
    {
      name: "with a slash",
      files: { "record/reactions.csv": `${HEADER}jpn/1,JPN,Anger.,anger\n` },
      expect: ["record/reactions.csv:2:1 `jpn/1` cannot be an entry's id."],
    },
  ],
});

export const entryUnknownKind = defineCheck({
  code: "entry/unknown-kind",
  severity: "error",
  rule: "Every entry of a list is of a kind that the record knows.",
  why: "An entry of no kind belongs to no stage and is in no table.",
  mend: "Write `kind:` with one of the words that the hint names.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: { "record/entries.yaml": "- kind: reactoin\n  id: jpn-1\n" },
      expect: ["record/entries.yaml:1:9 `reactoin` is not a kind of entry."],
    },
    {
      name: "no kind",
      files: { "record/entries.yaml": "- id: jpn-1\n  country: JPN\n" },
      expect: ["record/entries.yaml:1:3 The entry has no `kind`."],
    },
  ],
});

export const entryMissingKey = defineCheck({
  code: "entry/missing-key",
  severity: "error",
  rule: "Every entry of a list has an id, a country, a summary, and what its kind needs.",
  why: "What an entry does not say cannot be shown or counted.",
  mend: "Add the key.",
  examples: [
    OK,
    {
      name: "no summary",
      files: { "record/entries.yaml": ENTRY, ...SOURCES },
      expect: ["record/entries.yaml:1:3 `summary` is missing."],
    },
  ],
});

export const entryUnknownKey = defineCheck({
  code: "entry/unknown-key",
  severity: "error",
  rule: "An entry of a list has only keys that its kind knows.",
  why: "A misspelt key is a statement that nobody reads.",
  mend: "Correct the key, or move the text to `note`.",
  examples: [
    OK,
    {
      name: "a column of another kind",
      files: { "record/entries.yaml": `${ENTRY}  summary: Nothing found.\n  level: minister\n`, ...SOURCES },
      expect: ["record/entries.yaml:7:3 `level` is not a key of this file."],
    },
  ],
});

export const entryInvalidValue = defineCheck({
  code: "entry/invalid-value",
  severity: "error",
  rule: "A file of entries is a list, and its values are texts, lists or words of their kind.",
  why: "A value of another form cannot be read.",
  mend: "Write it as the hint says; docs/format.md shows an entry.",
  examples: [
    OK,
    {
      name: "not a list",
      files: { "record/entries.yaml": "kind: gap\n" },
      expect: ["record/entries.yaml:1:1 The file is not a list of entries."],
    },
    {
      name: "not an entry",
      files: { "record/entries.yaml": "- gap\n" },
      expect: ["record/entries.yaml:1:3 This is not an entry."],
    },
    {
      name: "a word that the kind does not have",
      files: {
        "record/entries.yaml":
          "- {kind: contact, id: jpn-1, country: JPN, date: 2004, summary: Call., sources: a, level: boss}\n",
        ...SOURCES,
      },
      expect: [
        "record/entries.yaml:1:91 `level` is not as it should be: it is not one of the words that it can be.",
      ],
    },
  ],
});

export const reactionUnknownCode = defineCheck({
  code: "reaction/unknown-code",
  severity: "error",
  rule: "Every reaction has a code of the codebook.",
  why: "A misspelt code falls out of every count.",
  mend: "Correct the code, or define it in `codebooks/reactions.csv`.",
  examples: [
    {
      name: "in order",
      files: { "record/reactions.csv": `${HEADER}jpn-1,JPN,Anger.,anger\n` },
      expect: [],
    },
    {
      name: "misspelt",
      files: { "record/reactions.csv": `${HEADER}jpn-1,JPN,Anger.,angre\n` },
      expect: ["record/reactions.csv:2:18 `angre` is not a code of the codebook."],
    },
    {
      name: "a codebook of one's own",
      files: {
        "codebooks/reactions.csv": "code,label\nsilence,Silence\n",
        "record/reactions.csv": `${HEADER}jpn-1,JPN,Silence.,silence\njpn-2,JPN,Anger.,anger\n`,
      },
      expect: ["record/reactions.csv:3:18 `anger` is not a code of the codebook."],
    },
  ],
});

export const reactionDuplicateCode = defineCheck({
  code: "reaction/duplicate-code",
  severity: "error",
  rule: "No two codes of the codebook are the same.",
  why: "A code with two definitions means neither.",
  mend: "Remove one of the rows, or rename its code.",
  examples: [
    { name: "in order", files: { "codebooks/reactions.csv": "code,label\nanger,Anger\n" }, expect: [] },
    {
      name: "twice",
      files: { "codebooks/reactions.csv": "code,label\nanger,Anger\nanger,Rage\n" },
      expect: ["codebooks/reactions.csv:3:1 The code `anger` is there twice."],
    },
  ],
});
