import { suggest } from "../../base/nearest.ts";
import { positionOfFile } from "../../base/source.ts";
import { defineCheck } from "../define-check.ts";

const MEMO = {
  "grades.csv": "country,year,tier,source\nJPN,2004,2WL,memo\n",
  "sources.json": '[{"id":"memo","type":"document"}]\n',
};

export const documentNoSource = defineCheck({
  code: "document/no-source",
  severity: "warning",
  rule: "Every text in `documents/` is named after a source of the bibliography.",
  why: "A text that no source names is held against nothing and shown nowhere.",
  mend: "Rename the file after the source's id, or add the source.",
  examples: [
    { name: "in order", files: { ...MEMO, "documents/memo.txt": "A text.\n" }, expect: [] },
    {
      name: "misspelt",
      files: { ...MEMO, "documents/mem.txt": "A text.\n" },
      expect: ["documents/mem.txt:1:1 No source has the id `mem`."],
    },
  ],
  *run({ index: { casebook }, damaged }) {
    if ([...damaged].some((path) => /^[^/]+\.(json|bib)$/.test(path))) return;
    for (const [id, text] of casebook.library.texts) {
      if (casebook.sources.has(id)) continue;
      yield {
        message: `No source has the id \`${id}\`.`,
        at: positionOfFile(text),
        hint: suggest(id, casebook.sources.keys(), "Add it to sources.json, or rename the file."),
      };
    }
  },
});
