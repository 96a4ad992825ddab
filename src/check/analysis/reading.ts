import { defineCheck } from "../define-check.ts";

const DECLARED = `title: Stays on the watch list
method: stays
tier: 2WL
`;

/** An analysis that has no finding: it has a result, and a case shows it. */
export const SHOWN = {
  "grades.csv": `country,year,tier
JPN,2004,2WL
JPN,2005,2
GRC,2004,2WL
GRC,2005,2WL
GRC,2006,2
`,
  "cases/japan.md": "---\ntitle: Japan\n---\n\n::table{analysis=a}\n",
};

const OK = { name: "in order", files: { ...SHOWN, "analyses/a.yaml": DECLARED }, expect: [] };

export const analysisUnknownKey = defineCheck({
  code: "analysis/unknown-key",
  severity: "error",
  rule: "An analysis has the keys of its method only.",
  why: "A misspelt option is no option, and the result is not the one that was meant.",
  mend: "Correct the key; docs/analyses.md lists those of each method.",
  examples: [
    OK,
    {
      name: "an option of another method",
      files: { ...SHOWN, "analyses/a.yaml": `${DECLARED}ties: efron\n` },
      expect: ["analyses/a.yaml:4:1 `ties` is not a key of this file."],
    },
  ],
});

export const analysisMissingKey = defineCheck({
  code: "analysis/missing-key",
  severity: "error",
  rule: "An analysis says what its method needs.",
  why: "Without an outcome or an event there is nothing to compute.",
  mend: "Add the key; docs/analyses.md has an example of each method.",
  examples: [
    OK,
    {
      name: "no tier",
      files: { ...SHOWN, "analyses/a.yaml": "title: Stays\nmethod: stays\n" },
      expect: ["analyses/a.yaml:1:1 `tier` is missing."],
    },
  ],
});

export const analysisInvalidValue = defineCheck({
  code: "analysis/invalid-value",
  severity: "error",
  rule: "A key of an analysis has a value that it can have.",
  why: "What a method cannot do is not guessed.",
  mend: "Write one of the values that the hint names.",
  examples: [
    OK,
    {
      name: "an unknown method",
      files: { ...SHOWN, "analyses/a.yaml": "title: Stays\nmethod: stay\ntier: 2WL\n" },
      expect: [
        "analyses/a.yaml:2:9 `method` is not as it should be: it is not one of the words that it can be.",
      ],
    },
  ],
});

export const analysisDuplicateTerm = defineCheck({
  code: "analysis/duplicate-term",
  severity: "error",
  rule: "No term stands twice among treatment and controls.",
  why: "One of the two follows from the other, and prose could not say which it means.",
  mend: "Remove one, or give them names: `{is: downgrade, name: down}`.",
  examples: [
    OK,
    {
      name: "the treatment among the controls",
      files: {
        ...SHOWN,
        "analyses/a.yaml": "title: Moves\nmethod: tier-model\ntreatment: downgrade\ncontrols: [downgrade]\n",
      },
      expect: ["analyses/a.yaml:4:12 `downgrade` stands twice among treatment and controls."],
    },
  ],
});
