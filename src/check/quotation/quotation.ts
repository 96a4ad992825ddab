import { formatCount } from "../../base/format.ts";
import { type Quotation, quotationsOf } from "../../compute/quotations.ts";
import type { Case } from "../../model/case.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase } from "../prose.ts";

const SOURCES = '[{"id":"memo","type":"document","title":"A memo"}]\n';
const MEMO =
  "The minister said that the grade was\nvery embarrassing, and that Japan has become tired of it.\n";

function quoting(words: string): Record<string, string> {
  return {
    ...exampleCase(`He called it “${words}”[^memo]\n\n[^memo]: A memo.`),
    "documents/memo.txt": MEMO,
    "sources.json": SOURCES,
  };
}

export const quotationDiffers = defineCheck({
  code: "quotation/differs",
  severity: "error",
  rule: "Words in quotation marks stand in the text of the source that their note cites, where `documents/` has it.",
  why: "A misquotation is put into somebody's mouth.",
  mend: "Quote what the text says; mark what is left out with `…`, and what is changed with brackets.",
  examples: [
    { name: "the same words", files: quoting("very embarrassing,"), expect: [] },
    {
      name: "with an ellipsis and brackets",
      files: quoting("The grade was … embarrassing, and that Japan ha[d] become tired"),
      expect: [],
    },
    {
      name: "other words",
      files: quoting("most embarrassing."),
      expect: ["cases/japan.md:5:15 The words “most embarrassing.” are not in the text of `memo`."],
    },
  ],
  *run({ index }) {
    for (const { verdict, words, sources, at } of quotationsOf(index.casebook)) {
      if (verdict !== "fails") continue;
      yield {
        message: `The words “${words}” are not in the text of ${sources.map((id) => `\`${id}\``).join(" or ")}.`,
        at,
        hint: "Compare them with the file in documents/; mark what is left out with … and what is changed with [ ].",
      };
    }
  },
});

export const quotationNotInRecord = defineCheck({
  code: "quotation/not-in-record",
  severity: "note",
  rule: "The casebook has the texts that its cases quote.",
  why: "A quotation whose source is not at hand cannot be checked; it is not in the record.",
  mend: "Put the source's text into `documents/`, named after its id: `documents/07TOKYO2481.txt`. It is published only where the source's `custom` says `may_show: true`.",
  examples: [
    { name: "the text is there", files: quoting("very embarrassing,"), expect: [] },
    {
      name: "no text",
      files: { ...exampleCase("He said “no.”[^memo]\n\n[^memo]: A memo."), "sources.json": SOURCES },
      expect: ["cases/japan.md:5:10 1 quotation cannot be checked: the casebook has no text of its source."],
    },
  ],
  *run({ index }) {
    const byCase = new Map<Case, Quotation[]>();
    for (const quotation of quotationsOf(index.casebook)) {
      if (quotation.verdict !== "not-in-record") continue;
      const group = byCase.get(quotation.case);
      if (group) group.push(quotation);
      else byCase.set(quotation.case, [quotation]);
    }
    for (const absent of byCase.values()) {
      const [first] = absent;
      if (!first) continue;
      const count = formatCount(absent.length, "quotation");
      yield {
        message: `${count} cannot be checked: the casebook has no text of ${absent.length === 1 ? "its source" : "their sources"}.`,
        at: first.at,
        hint: `Put the text of \`${first.sources[0]}\` into documents/, as ${first.sources[0]}.txt.`,
      };
    }
  },
});
