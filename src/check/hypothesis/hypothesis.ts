import { suggest } from "../../base/nearest.ts";
import { defineCheck } from "../define-check.ts";

const ENTRIES = {
  "record/testimony.csv": "id,country,date,witness,summary\njpn-105,JPN,2005,ngo,It was the grade.\n",
};

function tracing(entry: string): Record<string, string> {
  const evidence = `{id: e1, summary: They say so., kind: hoop, if-true: 0.9, if-false: 0.5, entry: ${entry}}`;
  const lines = [
    "id: grade",
    "country: JPN",
    "statement: It moved.",
    "prior: 0.5",
    `evidence: [${evidence}]`,
  ];
  return { ...ENTRIES, "hypotheses.yaml": `hypotheses:\n  - ${lines.join("\n    ")}\n` };
}

const OK = { name: "in order", files: tracing("jpn-105"), expect: [] };

export const hypothesisUnknownEntry = defineCheck({
  code: "hypothesis/unknown-entry",
  severity: "error",
  rule: "Evidence of `hypotheses.yaml` that names an entry names one of the record.",
  why: "Evidence that leads nowhere cannot be looked at by who doubts its weight.",
  mend: "Correct the id, add the entry, or leave `entry` out.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: tracing("jpn-150"),
      expect: ["hypotheses.yaml:6:96 `jpn-150` is not an entry of the record."],
    },
  ],
  *run({ index, damaged }) {
    if ([...damaged].some((path) => path.startsWith("record/"))) return;
    for (const { evidence } of index.casebook.hypotheses) {
      for (const { entry, entryAt } of evidence) {
        if (entry === undefined || index.entryById.has(entry)) continue;
        yield {
          message: `\`${entry}\` is not an entry of the record.`,
          ...(entryAt ? { at: entryAt } : {}),
          hint: suggest(entry, index.entryById.keys(), "Write the id of an entry, or leave `entry` out."),
        };
      }
    }
  },
});
