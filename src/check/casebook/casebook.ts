import { BASE_FILES, defineCheck } from "../define-check.ts";

const OK = { name: "in order", files: {}, expect: [] };
const base = BASE_FILES["casebook.yaml"] ?? "";
const edited = (from: string, to: string) => ({ "casebook.yaml": base.replace(from, to) });

export const casebookNotFound = defineCheck({
  code: "casebook/not-found",
  severity: "error",
  rule: "A casebook's folder holds a file `casebook.yaml`.",
  why: "It says what the scorecard is; without it nothing else can be understood.",
  mend: "Name the right folder, or begin a casebook with `demarche new DIR`.",
  examples: [
    OK,
    {
      name: "no casebook.yaml",
      files: { "casebook.yaml": "=absent" },
      expect: ["The folder has no `casebook.yaml`."],
    },
  ],
});

export const casebookMissingKey = defineCheck({
  code: "casebook/missing-key",
  severity: "error",
  rule: "`casebook.yaml` has title, years and scorecard.",
  why: "The site's pages are made of them.",
  mend: "Add the key; `docs/format.md` shows a whole file.",
  examples: [
    OK,
    {
      name: "no title",
      files: edited("title: A casebook\n", ""),
      expect: ["casebook.yaml:1:1 `title` is missing."],
    },
  ],
});

export const casebookInvalidValue = defineCheck({
  code: "casebook/invalid-value",
  severity: "error",
  rule: "Every value of `casebook.yaml` is of the kind that its key takes.",
  why: "A value of another kind cannot be used as it was meant.",
  mend: "Write it as the hint says.",
  examples: [
    OK,
    {
      name: "years in words",
      files: edited("2001-2015", "all of them"),
      expect: ["casebook.yaml:3:8 `years` is not as it should be: `all of them` is no range of years."],
    },
  ],
});

export const casebookUnknownKey = defineCheck({
  code: "casebook/unknown-key",
  severity: "error",
  rule: "Every key of `casebook.yaml` is one that Demarche knows.",
  why: "A misspelt key is silently without effect.",
  mend: "Correct the key, or remove it.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: edited("title: A casebook", "title: A casebook\nlicense: CC0"),
      expect: ["casebook.yaml:2:1 `license` is not a key of this file."],
    },
  ],
});

export const casebookDuplicateId = defineCheck({
  code: "casebook/duplicate-id",
  severity: "error",
  rule: "No two tiers and no two statistics have the same id.",
  why: "`grades.csv` and the prose name them by id.",
  mend: "Give one of the two another id.",
  examples: [
    OK,
    {
      name: "two tiers 2",
      files: edited("{id: 3,", "{id: 2,"),
      expect: ["casebook.yaml:13:12 The tier `2` is declared twice."],
    },
  ],
});

export const casebookNoUrl = defineCheck({
  code: "casebook/no-url",
  severity: "note",
  rule: "`casebook.yaml` says where the site will stand.",
  why: "Canonical addresses, the feed, the sitemap and citations need the whole address.",
  mend: "Add `url: https://…/`.",
  examples: [
    OK,
    {
      name: "no url",
      files: edited("url: https://example.org/\n", ""),
      expect: ["casebook.yaml:1:1 `casebook.yaml` does not say where the site will stand."],
    },
  ],
  *run({ index }) {
    const { config } = index.casebook;
    if (config.url === undefined) {
      yield {
        message: "`casebook.yaml` does not say where the site will stand.",
        at: config.at,
        hint: "Add `url: https://…/` to get a feed, a sitemap and canonical addresses.",
      };
    }
  },
});

export const yamlSyntax = defineCheck({
  code: "yaml/syntax",
  severity: "error",
  rule: "YAML files and headers are YAML.",
  why: "A file that cannot be parsed cannot be read in part.",
  mend: "Check quotes, colons and indentation at the place that is named.",
  examples: [
    OK,
    {
      name: "open bracket",
      files: edited("years: 2001-2015", "years: [2001-2015"),
      expect: ["casebook.yaml:4:1 A bracket that opens above is not closed."],
    },
  ],
});

export const yamlDuplicateKey = defineCheck({
  code: "yaml/duplicate-key",
  severity: "error",
  rule: "No key stands twice in one mapping.",
  why: "Only one of the two values could count.",
  mend: "Remove one of the two.",
  examples: [
    OK,
    {
      name: "two titles",
      files: edited("title: A casebook", "title: A casebook\ntitle: Another"),
      expect: ["casebook.yaml:2:1 The key `title` stands twice in the same mapping."],
    },
  ],
});

export const yamlTooComplex = defineCheck({
  code: "yaml/too-complex",
  severity: "error",
  rule: "YAML files are small data, not programs.",
  why: "Anchors and aliases can unfold a few lines to gigabytes.",
  mend: "Write the values out.",
  examples: [
    OK,
    {
      name: "aliases of aliases",
      files: {
        "casebook.yaml": `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n`,
      },
      expect: ["casebook.yaml:1:1 Aliases unfold to more data than a casebook can hold."],
    },
  ],
});
