import { positionOfFile } from "../../base/source.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase } from "../prose.ts";
import { findTwins } from "../twins.ts";

const OK = { name: "in order", files: exampleCase("Prose."), expect: [] };

export const caseDuplicateSlug = defineCheck({
  code: "case/duplicate-slug",
  severity: "error",
  rule: "No two cases lie at the same address.",
  why: "One would overwrite the other.",
  mend: "Give one of them another slug.",
  examples: [
    OK,
    {
      name: "the same slug",
      files: {
        "cases/a.md": "title: A\nslug: japan\n\nProse.\n",
        "cases/b.md": "title: B\nslug: Japan\n\nProse.\n",
      },
      expect: ["cases/b.md:2:7 The address `Japan` belongs to another case already."],
    },
  ],
  *run({ index }) {
    for (const { item, first } of findTwins(index.casebook.cases, (one) => one.slug.value.toLowerCase())) {
      yield {
        message: `The address \`${item.slug.value}\` belongs to another case already.`,
        at: item.slug.at,
        hint: "Give one of them another slug.",
        related: [{ message: "The other case is here.", at: first.slug.at }],
      };
    }
  },
});

export const caseDuplicateId = defineCheck({
  code: "case/duplicate-id",
  severity: "error",
  rule: "No two cases have files of the same name.",
  why: "Links and references name a case by its file.",
  mend: "Rename one of the files.",
  examples: [
    OK,
    {
      name: "japan twice",
      files: {
        "cases/japan.md": "title: A\nslug: a\n\nProse.\n",
        "cases/japan.txt": "title: B\nslug: b\n\nProse.\n",
      },
      expect: ["cases/japan.txt:1:1 Another case’s file is named `japan` already."],
    },
  ],
  *run({ index }) {
    for (const { item, first } of findTwins(index.casebook.cases, (one) => one.id)) {
      yield {
        message: `Another case’s file is named \`${item.id}\` already.`,
        at: positionOfFile(item.document.source),
        hint: "Rename one of the files.",
        related: [{ message: "The other case is here.", at: positionOfFile(first.document.source) }],
      };
    }
  },
});

/** First parts of addresses that belong to the site itself. */
const RESERVED = [
  "a-z",
  "assets",
  "claims",
  "analyses",
  "compare",
  "countries",
  "data",
  "entries",
  "hypotheses",
  "methods",
  "poster",
  "rounds",
  "search",
  "sources",
  "world",
];

export const caseReservedSlug = defineCheck({
  code: "case/reserved-slug",
  severity: "error",
  rule: "A case does not lie where the site has pages of its own.",
  why: "Two pages would claim one address.",
  mend: "Put the case under another name, e.g. case-studies/japan.",
  examples: [
    OK,
    {
      name: "countries",
      files: { "cases/a.md": "title: A\nslug: countries/jpn\n\nProse.\n" },
      expect: ["cases/a.md:2:7 `countries` is an address of the site itself."],
    },
    {
      name: "compare",
      files: { "cases/a.md": "title: A\nslug: compare\n\nProse.\n" },
      expect: ["cases/a.md:2:7 `compare` is an address of the site itself."],
    },
  ],
  *run({ index }) {
    for (const { slug } of index.casebook.cases) {
      const [first = ""] = slug.value.toLowerCase().split("/");
      if (!RESERVED.includes(first)) continue;
      yield {
        message: `\`${first}\` is an address of the site itself.`,
        at: slug.at,
        hint: "Use another first part, e.g. case-studies/.",
      };
    }
  },
});
