import { suggest } from "../../base/nearest.ts";
import { cellBeside } from "../../base/source.ts";
import { citingRows } from "../../compute/citations.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase, proseProblems } from "../prose.ts";

const GRADES = { "grades.csv": "country,year,tier,source\nJPN,2004,2WL,tip-2004\n" };
const SOURCE = '{"id":"tip-2004","type":"report","title":"TIP Report"}';
const OK = { name: "in order", files: { ...GRADES, "sources.json": `[${SOURCE}]\n` }, expect: [] };

export const jsonSyntax = defineCheck({
  code: "json/syntax",
  severity: "error",
  rule: "JSON files are JSON.",
  why: "A file that cannot be parsed cannot be read in part.",
  mend: "Check commas, quotes and brackets at the place that is named.",
  examples: [
    OK,
    {
      name: "a comma too many",
      files: { "sources.json": `[${SOURCE},]\n` },
      expect: ["sources.json:1:57 The text is not JSON: value expected."],
    },
  ],
});

export const sourceMalformed = defineCheck({
  code: "source/malformed",
  severity: "error",
  rule: "The bibliography is a list of CSL-JSON items with ids, or BibTeX.",
  why: "A source without an id cannot be cited.",
  mend: "Export it from a reference manager as CSL-JSON or BibTeX, or give each item an `id`.",
  examples: [
    OK,
    {
      name: "no id",
      files: { "sources.json": '[{"type":"book"}]\n' },
      expect: ["sources.json:1:2 A source has no `id`."],
    },
    {
      name: "not a list",
      files: { "sources.json": `${SOURCE}\n` },
      expect: ["sources.json:1:1 The bibliography is not a list of sources."],
    },
    {
      name: "broken BibTeX",
      files: { "refs.bib": "@book{a,\n title={Open\n" },
      expect: ["refs.bib:3:1 The bibliography is not BibTeX from here on."],
    },
  ],
});

export const sourceNotTaken = defineCheck({
  code: "source/not-taken",
  severity: "warning",
  rule: "Dates, authors and addresses of sources are of the forms that CSL-JSON has for them.",
  why: "What cannot be taken in is missing from notes and source pages, and nobody would see it.",
  mend: "Write it as the hint says.",
  examples: [
    OK,
    {
      name: "a day that there is not",
      files: { "sources.json": '[{"id":"a","type":"book","issued":{"date-parts":[[2004,2,30]]}}]\n' },
      expect: ["sources.json:1:8 `issued` of `a` cannot be taken in."],
    },
    {
      name: "a date, an author and an address in the wrong form",
      files: {
        "sources.json":
          '[{"id":"a","type":"book","issued":"2004","author":["Kelley"],"URL":"www.example.org"}]\n',
      },
      expect: [
        "sources.json:1:8 `URL` of `a` cannot be taken in.",
        "sources.json:1:8 `author` of `a` cannot be taken in.",
        "sources.json:1:8 `issued` of `a` cannot be taken in.",
      ],
    },
  ],
});

export const sourceDuplicateId = defineCheck({
  code: "source/duplicate-id",
  severity: "error",
  rule: "No two sources have the same id.",
  why: "A note could mean either.",
  mend: "Rename one of them, or remove it where both are the same.",
  examples: [
    OK,
    {
      name: "twice",
      files: { ...GRADES, "sources.json": `[${SOURCE},\n${SOURCE}]\n` },
      expect: ["sources.json:2:7 The source `tip-2004` is there twice."],
    },
  ],
});

export const sourceUnknown = defineCheck({
  code: "source/unknown",
  severity: "error",
  rule: "Every source that a row or a citation names is in the bibliography.",
  why: "A grade or number must lead to where it comes from.",
  mend: "Add the source to `sources.json`, or correct the id.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: {
        "grades.csv": "country,year,tier,source\nJPN,2004,2WL,tip-04\nJPN,2005,2,tip-2004\n",
        "sources.json": `[${SOURCE}]\n`,
      },
      expect: ["grades.csv:2:14 The source `tip-04` is not in the bibliography."],
    },
    {
      name: "misspelt in a citation",
      files: {
        ...GRADES,
        ...exampleCase(
          "A fact [see @tip-2004, p. 13; @tip-20]. Ask `a@b.example`, @somebody or [a friend @home].",
        ),
        "sources.json": `[${SOURCE}]\n`,
      },
      expect: ["cases/japan.md:5:8 The source `tip-20` is not in the bibliography."],
    },
  ],
  *run({ index, damaged }) {
    const { casebook } = index;
    if ([...damaged].some((path) => /^[^/]+\.(json|bib)$/.test(path))) return;
    for (const { subject, at } of proseProblems(casebook, "citation-unknown")) {
      yield {
        message: `The source \`${subject}\` is not in the bibliography.`,
        at,
        hint: suggest(subject, casebook.sources.keys(), "Add it to sources.json."),
      };
    }
    for (const { source, at } of citingRows(casebook)) {
      if (casebook.sources.has(source)) continue;
      yield {
        message: `The source \`${source}\` is not in the bibliography.`,
        at: "header" in at ? cellBeside(at, "source") : at,
        hint: suggest(source, casebook.sources.keys(), "Add it to sources.json."),
      };
    }
  },
});

export const sourceUnused = defineCheck({
  code: "source/unused",
  severity: "warning",
  rule: "Every source of the bibliography is cited by a note or a row.",
  why: "A source that nothing rests on is a leftover, or a citation that was lost.",
  mend: "Cite it, or remove it. A note named after a source, `[^tip-2004]`, cites it.",
  examples: [
    OK,
    {
      name: "cited nowhere",
      files: { "sources.json": `[${SOURCE}]\n` },
      expect: ["sources.json:1:8 The source `tip-2004` is cited nowhere."],
    },
  ],
  *run({ index, uses, damaged }) {
    if ([...damaged].some((path) => /\.(csv|yaml|md|markdown|txt)$/.test(path))) return;
    for (const [id, { notes, files }] of uses) {
      const source = index.casebook.sources.get(id);
      if (notes.length > 0 || files.length > 0 || !source) continue;
      yield {
        message: `The source \`${id}\` is cited nowhere.`,
        at: source.at,
        hint: "Cite it in a note or a row, or remove it.",
      };
    }
  },
});
