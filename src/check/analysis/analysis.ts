import { isMissing } from "../../base/missing.ts";
import { suggest } from "../../base/nearest.ts";
import {
  analysesOf,
  type ComputedAnalysis,
  FEW_COUNTRIES,
  isClustered,
  lookingAhead,
} from "../../compute/analysis/analyses.ts";
import { columnOf, frameOf, isUnknown } from "../../compute/analysis/frame.ts";
import type { Problem } from "../../compute/methods/estimate.ts";
import { variablesOf } from "../../model/analysis.ts";
import { type CheckContext, defineCheck } from "../define-check.ts";
import { exampleCase, positionOfNode } from "../prose.ts";
import { SHOWN } from "./reading.ts";

const COUNTRIES = ["JPN", "GRC", "FRA", "DEU"];
const YEARS = [2004, 2005, 2006, 2007, 2008, 2009];

/** Grades and a series that vary by a fixed rule. */
const PANEL = {
  "grades.csv": `country,year,tier\n${COUNTRIES.flatMap((country, i) =>
    YEARS.map((year) => `${country},${year},${(i * year + i) % 3 === 0 ? 3 : (i + year) % 2 === 0 ? 2 : 1}`),
  ).join("\n")}\n`,
  "series/x.csv": `country,year,value\n${COUNTRIES.flatMap((country, i) =>
    YEARS.map((year) => `${country},${year},${(year * 7 + i * 5) % 11}`),
  ).join("\n")}\n`,
  "series/x.yaml": "label: A series\nsource: report\nlicence: CC0-1.0\nvintage: 2015\n",
  "sources.json":
    '[{"id": "report", "type": "report", "title": "A report", "issued": {"date-parts": [[2015]]}}]\n',
  "cases/japan.md": "---\ntitle: Japan\n---\n\n::table{analysis=a}\n",
};

function declare(method: string, ...lines: readonly string[]): Record<string, string> {
  return {
    ...PANEL,
    "analyses/a.yaml": ["title: An analysis", `method: ${method}`, ...lines, ""].join("\n"),
  };
}

const OK = { name: "in order", files: declare("correlation", "outcome: x", "with: tier"), expect: [] };

function* unknownParts({ index, damaged }: CheckContext, kind: "variable" | "sample") {
  if ([...damaged].some((path) => /^(series|record|grades|countries)/.test(path))) return;
  for (const { unknown } of analysesOf(index)) {
    for (const { message, hint, at } of unknown.filter((one) => one.kind === kind))
      yield { message, hint, at };
  }
}

export const analysisUnknownVariable = defineCheck({
  code: "analysis/unknown-variable",
  severity: "error",
  rule: "Every variable of an analysis is one that the casebook has.",
  why: "There is nothing to compute with.",
  mend: "Correct the name; docs/analyses.md lists variables and functions.",
  examples: [
    OK,
    {
      name: "a misspelt function",
      files: declare("correlation", "outcome: x", "with: lagg(tier)"),
      expect: ["analyses/a.yaml:4:7 `lagg` is not a function of variables."],
    },
    {
      name: "a tier that is none",
      files: declare("correlation", "outcome: x", "with: tier.4"),
      expect: ["analyses/a.yaml:4:7 `4` is not a tier of the scorecard."],
    },
    {
      name: "a column that the series does not have",
      files: declare("correlation", "outcome: x.valu", "with: tier"),
      expect: ["analyses/a.yaml:3:10 `x.valu` is not a variable of the casebook."],
    },
  ],
  run: (context) => unknownParts(context, "variable"),
});

export const analysisUnknownSample = defineCheck({
  code: "analysis/unknown-sample",
  severity: "error",
  rule: "The countries and groups of a sample are known.",
  why: "A misspelt country is silently not in the sample.",
  mend: "Correct the code or the group’s name.",
  examples: [
    OK,
    {
      name: "a misspelt country",
      files: declare("correlation", "outcome: x", "with: tier", "sample:", "  except: [JPX]"),
      expect: ["analyses/a.yaml:6:12 `JPX` is not a country."],
    },
    {
      name: "no such group",
      files: declare("correlation", "outcome: x", "with: tier", "sample: {groups: [oecd]}"),
      expect: ["analyses/a.yaml:5:19 `oecd` is not a group of countries.csv."],
    },
  ],
  run: (context) => unknownParts(context, "sample"),
});

const ADVICE: Readonly<Record<Problem, string>> = {
  "too-few-rows": "Widen the sample, or look at its page for what was left out and why.",
  "no-variation": "Take variables that vary in the sample.",
  "no-events": "Widen the sample, or take another event.",
  collinear: "Remove one of the terms that follow from each other, or from the fixed effects.",
  separation: "Remove the term: it tells the outcome exactly, so that no estimate is finite.",
  "no-convergence": "Remove terms that nearly follow from each other, and terms of very different size.",
};

/** Yields the analyses that have a problem of some kinds. */
function* problemsOf(context: CheckContext, problems: readonly Problem[]) {
  for (const { analysis, result } of analysesOf(context.index)) {
    if (!result?.problem || !problems.includes(result.problem.problem) || result.account.rows === 0) continue;
    yield {
      message: `The analysis has no result: ${result.problem.detail}.`,
      at: analysis.methodAt,
      hint: ADVICE[result.problem.problem],
    };
  }
}

export const analysisEmptySample = defineCheck({
  code: "analysis/empty-sample",
  severity: "warning",
  rule: "The sample of an analysis holds country-years with all its variables.",
  why: "Nothing is computed, and the page says only that there is no result.",
  mend: "Widen the sample, or take variables that have values in it.",
  examples: [
    OK,
    {
      name: "years without grades",
      files: declare("correlation", "outcome: x", "with: tier", "sample: {years: 2012-2014}"),
      expect: [
        "analyses/a.yaml:2:9 The sample is empty: 12 were looked at, and all were left out (A series: no number in the series).",
      ],
    },
  ],
  *run({ index }) {
    for (const { analysis, result } of analysesOf(index)) {
      if (!result?.problem || result.account.rows > 0) continue;
      const { considered, dropped } = result.account;
      yield {
        message:
          considered === 0
            ? "The sample is empty: it asks for no country-year of the casebook."
            : `The sample is empty: ${considered} were looked at, and all were left out (${dropped[0]?.reason}).`,
        at: analysis.methodAt,
        hint: "Widen its countries or years, or take variables that have values there.",
      };
    }
  },
});

export const analysisNoEvents = defineCheck({
  code: "analysis/no-events",
  severity: "warning",
  rule: "The event of an analysis happens in its sample.",
  why: "Without an event there is no rate to compare.",
  mend: "Widen the sample, or take another event.",
  examples: [
    OK,
    {
      name: "nobody was on the list",
      files: declare("cox", "event: tier.2WL", "treatment: x"),
      expect: ["analyses/a.yaml:2:9 The analysis has no result: no event happened."],
    },
  ],
  run: (context) => problemsOf(context, ["no-events"]),
});

export const analysisCollinear = defineCheck({
  code: "analysis/collinear",
  severity: "warning",
  rule: "No term follows from the other terms and the fixed effects.",
  why: "What cannot be told apart has no estimate of its own.",
  mend: "Remove the term that the finding names, or one of those it follows from.",
  examples: [
    OK,
    {
      name: "the year beside effects of years",
      files: declare("panel-regression", "outcome: x", "treatment: downgrade", "controls: [year]"),
      expect: [
        "analyses/a.yaml:2:9 The analysis has no result: `year`: no variation is left beside the other terms and effects.",
      ],
    },
  ],
  run: (context) => problemsOf(context, ["collinear"]),
});

export const analysisNoEstimate = defineCheck({
  code: "analysis/no-estimate",
  severity: "warning",
  rule: "An analysis gives a result.",
  why: "Its page says only why there is none.",
  mend: "Do what the hint says.",
  examples: [
    OK,
    {
      name: "a variable that does not vary",
      files: declare("correlation", "outcome: x", "with: countries(USA)"),
      expect: ["analyses/a.yaml:2:9 The analysis has no result: a variable does not vary."],
    },
  ],
  run: (context) => problemsOf(context, ["too-few-rows", "no-variation", "separation", "no-convergence"]),
});

function* withResult(
  context: CheckContext,
): Generator<ComputedAnalysis & { result: NonNullable<ComputedAnalysis["result"]> }> {
  for (const one of analysesOf(context.index)) {
    if (one.result && !one.result.problem) yield { ...one, result: one.result };
  }
}

export const analysisFewClusters = defineCheck({
  code: "analysis/few-clusters",
  severity: "warning",
  rule: `Errors clustered on country rest on ${FEW_COUNTRIES} countries or more.`,
  why: "With few clusters such errors are too small, and p values with them (Cameron & Miller 2015).",
  mend: "Widen the sample, or read the result as a description of these countries. It says so itself, too.",
  examples: [
    OK,
    {
      name: "four countries",
      files: declare("panel-regression", "outcome: x", "treatment: downgrade", "effects: none"),
      expect: ["analyses/a.yaml:2:9 Errors are clustered on 4 countries only."],
    },
  ],
  *run(context) {
    for (const { analysis, result } of withResult(context)) {
      if (!isClustered(analysis) || result.account.countries >= FEW_COUNTRIES) continue;
      yield {
        message: `Errors are clustered on ${result.account.countries} countries only.`,
        at: analysis.methodAt,
        hint: `Such errors are too small below ${FEW_COUNTRIES}: widen the sample, or do not lean on p.`,
      };
    }
  },
});

export const analysisLooksAhead = defineCheck({
  code: "analysis/looks-ahead",
  severity: "warning",
  rule: "What explains an outcome was known before it.",
  why: "Groups made of what happened later compare those who lived to be counted with those who did not: in the companion’s data, countries ever downgraded seem to criminalize later only for that reason.",
  mend: "Take `first(…)`, `so-far(…)` or `lag(…)` in place of `ever(…)` and `lead(…)`.",
  examples: [
    OK,
    {
      name: "ever",
      files: declare("correlation", "outcome: x", "with: ever(downgrade)"),
      expect: ["analyses/a.yaml:4:7 `ever(downgrade)` looks at later years than the one it is used in."],
    },
  ],
  *run({ index }) {
    for (const { analysis } of analysesOf(index)) {
      for (const { written, by, at } of lookingAhead(analysis)) {
        yield {
          message: `\`${written}\` looks at later years than the one it is used in.`,
          at,
          hint: by === "ever" ? "Take `first(…)` or `so-far(…)`." : "Take `lag(…)`, or leave `lead` out.",
        };
      }
    }
  },
});

export const analysisNotBinary = defineCheck({
  code: "analysis/not-binary",
  severity: "warning",
  rule: "A group or an event is 1 or 0.",
  why: "Everything above 0 counts as yes: a tier as a group puts all countries into one.",
  mend: "Say from which value on it is yes: `at-least(x, 3)`.",
  examples: [
    OK,
    {
      name: "a tier as a group",
      files: declare("mean-difference", "outcome: x", "by: tier"),
      expect: ["analyses/a.yaml:4:5 `tier` has other values than 0 and 1."],
    },
  ],
  *run({ index }) {
    const frame = frameOf(index);
    for (const { analysis } of analysesOf(index)) {
      const reading = { codes: analysis.tierCodes, until: frame.years.last };
      for (const { role, variable } of variablesOf(analysis)) {
        if (!["by", "event", "entry"].includes(role)) continue;
        const cells = columnOf(frame, variable.is, reading);
        if (isUnknown(cells) || cells.every((one) => isMissing(one) || one === 0 || one === 1)) continue;
        yield {
          message: `\`${variable.name}\` has other values than 0 and 1.`,
          at: variable.at,
          hint: "Write `at-least(…, number)`.",
        };
      }
    }
  },
});

/** Every directive of prose that names an analysis. */
function* namings({ index }: CheckContext) {
  for (const { one, node } of [...index.prose.of("leaf-directive"), ...index.prose.of("inline-directive")]) {
    const name = node.attributes.values["analysis"];
    if (name !== undefined) yield { one, node, name };
  }
}

export const analysisUnknown = defineCheck({
  code: "analysis/unknown",
  severity: "error",
  rule: "A figure or table of an analysis names one that the casebook declares.",
  why: "Otherwise there is nothing to show, and numbers and references shift.",
  mend: "Write the name of the file below analyses/, without its ending.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: { ...OK.files, ...exampleCase("::table{analysis=a}\n\n::figure{analysis=b}") },
      expect: ["cases/japan.md:7:1 `b` is not an analysis."],
    },
  ],
  *run(context) {
    const { casebook } = context.index;
    if ([...context.damaged].some((path) => path.startsWith("analyses/"))) return;
    for (const { one, node, name } of namings(context)) {
      if (casebook.analyses.has(name) || (node.name !== "figure" && node.name !== "table")) continue;
      yield {
        message: `\`${name}\` is not an analysis.`,
        at: positionOfNode(one, node),
        hint: suggest(name, casebook.analyses.keys(), "Declare it as `analyses/<name>.yaml`."),
      };
    }
  },
});

export const analysisNotShown = defineCheck({
  code: "analysis/not-shown",
  severity: "note",
  rule: "An analysis is shown or named by a case.",
  why: "It has a page, but no reader of the cases comes to it.",
  mend: "Show it with ::table{analysis=…} or ::figure{analysis=…}, or name it in a :value.",
  examples: [
    OK,
    {
      name: "shown nowhere",
      files: {
        ...SHOWN,
        "cases/japan.md": "---\ntitle: Japan\n---\n\nProse.\n",
        "analyses/a.yaml": "title: Stays\nmethod: stays\ntier: 2WL\n",
      },
      expect: ["analyses/a.yaml:1:8 No case shows the analysis `a`."],
    },
  ],
  *run(context) {
    const { casebook } = context.index;
    if (casebook.cases.length === 0) return;
    const named = new Set([...namings(context)].map(({ name }) => name));
    for (const analysis of casebook.analyses.values()) {
      if (named.has(analysis.id)) continue;
      yield {
        message: `No case shows the analysis \`${analysis.id}\`.`,
        at: analysis.at,
        hint: `Write \`::table{analysis=${analysis.id}}\` where it belongs.`,
      };
    }
  },
});
