import { defineCheck } from "../define-check.ts";

const OK = {
  name: "in order",
  files: { "cases/japan.md": "---\ntitle: Japan\ncountry: JPN\n---\n\nProse.\n" },
  expect: [],
};

export const headerUnclosed = defineCheck({
  code: "header/unclosed",
  severity: "error",
  rule: "A header that opens with `---` is closed with `---`.",
  why: "Otherwise nobody can tell where the prose begins.",
  mend: "End the header with a line `---`.",
  examples: [
    OK,
    {
      name: "never closed",
      files: { "cases/japan.md": "---\ntitle: Japan\n\nProse.\n" },
      expect: ["cases/japan.md:1:1 The header opens with `---` and is never closed."],
    },
  ],
});

export const headerMalformed = defineCheck({
  code: "header/malformed",
  severity: "error",
  rule: "A header has one `key: value` a line.",
  why: "A line that is not understood would be lost.",
  mend: "Write `Key: value`, and end the header with a blank line.",
  examples: [
    OK,
    {
      name: "prose in the header",
      files: { "cases/japan.md": "Title: Japan\nThis is prose.\n\nMore.\n" },
      expect: ["cases/japan.md:2:1 This line of the header has no `Key: value`."],
    },
    {
      name: "a list for a title",
      files: { "cases/japan.md": "---\ntitle: [Japan]\n---\n" },
      expect: ["cases/japan.md:2:8 `title` is not a single text."],
    },
  ],
});

export const headerDuplicateKey = defineCheck({
  code: "header/duplicate-key",
  severity: "error",
  rule: "No key stands twice in a header.",
  why: "Only one of the two values could count.",
  mend: "Remove one of the two lines.",
  examples: [
    OK,
    {
      name: "two titles",
      files: { "cases/japan.md": "Title: Japan\nTitle: Nippon\n\nProse.\n" },
      expect: ["cases/japan.md:2:1 `Title` stands twice in the header."],
    },
  ],
});

export const headerNoTitle = defineCheck({
  code: "header/no-title",
  severity: "error",
  rule: "Every case has a title.",
  why: "Lists, citations and the page itself need it.",
  mend: "Add `title: …` to the header.",
  examples: [
    OK,
    {
      name: "no header",
      files: { "cases/japan.md": "Prose.\n" },
      expect: ["cases/japan.md:1:1 The case has no title."],
    },
  ],
});

export const headerUnknownKey = defineCheck({
  code: "header/unknown-key",
  severity: "warning",
  rule: "Every key of a header is one that Demarche knows.",
  why: "A misspelt key is silently without effect.",
  mend: "Correct the key, or remove the line.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: { "cases/japan.md": "Title: Japan\nSlugg: japan\n\nProse.\n" },
      expect: ["cases/japan.md:2:1 `slugg` is not a key of a case's header."],
    },
  ],
});

export const headerBadSlug = defineCheck({
  code: "header/bad-slug",
  severity: "error",
  rule: "A slug is made of letters, digits, hyphens and slashes.",
  why: "The page lies at the slug; dots and other signs could lead out of the site.",
  mend: "Write it like case-studies/japan.",
  examples: [
    OK,
    {
      name: "leads out of the site",
      files: { "cases/japan.md": "Title: Japan\nSlug: ../../etc\n\nProse.\n" },
      expect: ["cases/japan.md:2:7 `../../etc` cannot be the address of a page."],
    },
  ],
});
