import type { Finding } from "../../base/diagnostic.ts";
import type { Position } from "../../base/source.ts";
import type { Verdict } from "../../compute/checked-statement.ts";
import type { InlineClaim } from "../../compute/inline-claims.ts";
import { BASE_FILES, type CheckContext, defineCheck } from "../define-check.ts";
import { exampleCase } from "../prose.ts";

const GRADES = { "grades.csv": "country,year,tier\nJPN,2003,2\nJPN,2004,2WL\nJPN,2005,not-coded\n" };
const SERIES = {
  "series/x.csv": "country,year,p\nJPN,2004,10\nJPN,2005,not-coded\n",
  "series/x.yaml": "label: Index\n",
};

export const gradeDiffers = defineCheck({
  code: "grade/differs",
  severity: "error",
  rule: "A grade that prose states is the one in `grades.csv`, in every year that it names.",
  why: "This is how a published page came to say that Canada shared Japan’s tier in 2001–2003, when it did in 2003 only.",
  mend: "Correct the prose or the years; if the record is wrong, correct the row and its source.",
  examples: [
    {
      name: "holds",
      files: { ...GRADES, ...exampleCase("It was on :grade[Tier 2]{year=2003}.") },
      expect: [],
    },
    {
      name: "differs in one year",
      files: { ...GRADES, ...exampleCase("It was on :grade[Tier 2]{years=2003-2004}.") },
      expect: [
        "cases/japan.md:5:11 The record contradicts “Tier 2”: Tier 2 in 2003 and Tier 2 Watch List in 2004.",
      ],
    },
  ],
  run: (context) => findingsOf(context, "grade", "fails"),
});

export const gradeNotInRecord = defineCheck({
  code: "grade/not-in-record",
  severity: "warning",
  rule: "The record has the grades that prose states.",
  why: "Nobody can check the statement here: it neither holds nor fails.",
  mend: "Add the grade with its source, or say in the prose where the statement comes from.",
  examples: [
    {
      name: "holds",
      files: { ...GRADES, ...exampleCase("It was on :grade[Tier 2]{year=2003}.") },
      expect: [],
    },
    {
      name: "not coded",
      files: { ...GRADES, ...exampleCase("It was on :grade[Tier 2]{year=2005}.") },
      expect: ["cases/japan.md:5:11 The record cannot tell whether “Tier 2” holds: not coded in 2005."],
    },
  ],
  run: (context) => (context.damaged.has("grades.csv") ? [] : findingsOf(context, "grade", "not-in-record")),
});

export const gradeUnclear = defineCheck({
  code: "grade/unclear",
  severity: "error",
  rule: "A :grade names a tier, the years and, where it is not the case’s, the country.",
  why: "A statement that says less cannot be checked, and must not look as if it was.",
  mend: "Write :grade[Tier 2]{years=2001-2003 country=CAN}.",
  examples: [
    { name: "clear", files: { ...GRADES, ...exampleCase(":grade[Tier 2]{year=2003}") }, expect: [] },
    {
      name: "no year",
      files: { ...GRADES, ...exampleCase(":grade[Tier 2]{country=JPN}") },
      expect: ["cases/japan.md:5:1 The statement does not say which year it is about."],
    },
    {
      name: "no tier",
      files: { ...GRADES, ...exampleCase(":grade[Tier 7]{year=2003}") },
      expect: ["cases/japan.md:5:1 `Tier 7` names no tier of the scorecard."],
    },
    {
      name: "a tier between two",
      files: { ...GRADES, ...exampleCase(":grade[Tier 2.5]{year=2003}") },
      expect: ["cases/japan.md:5:1 `Tier 2.5` names no tier of the scorecard."],
    },
    {
      name: "two tiers",
      files: { ...GRADES, ...exampleCase(":grade[Tier 1 or Tier 2]{year=2003}") },
      expect: ["cases/japan.md:5:1 `Tier 1 or Tier 2` names Tier 1 and Tier 2."],
    },
    {
      name: "a tier that it is not",
      files: { ...GRADES, ...exampleCase("It was :grade[not on Tier 2]{year=2003}.") },
      expect: ["cases/japan.md:5:8 `not on Tier 2` says “not”, which is not checked."],
    },
    {
      name: "words that say another tier than `tier=`",
      files: { ...GRADES, ...exampleCase(":grade[Tier 1]{year=2003 tier=2}") },
      expect: ["cases/japan.md:5:1 The words say Tier 1, `tier=` says Tier 2."],
    },
  ],
  run: (context) => unclearOf(context, "grade"),
});

export const valueDiffers = defineCheck({
  code: "value/differs",
  severity: "error",
  rule: "A number that prose states is the computed one, to the printed precision.",
  why: "Of 75 statistics on the published pages 16 differed from the tables that they were copied from.",
  mend: "Print what the hint says, or correct the data.",
  examples: [
    { name: "holds", files: { ...SERIES, ...exampleCase("It was :value[10]{of=x year=2004}.") }, expect: [] },
    {
      name: "differs",
      files: { ...SERIES, ...exampleCase("It was :value[11]{of=x year=2004}.") },
      expect: ["cases/japan.md:5:8 The record contradicts “11”: 10."],
    },
  ],
  run: (context) => (hasDamagedData(context) ? [] : findingsOf(context, "value", "fails")),
});

export const valueNotInRecord = defineCheck({
  code: "value/not-in-record",
  severity: "warning",
  rule: "The casebook has the data of the numbers that prose states.",
  why: "Nobody can check the number here: it neither holds nor fails.",
  mend: "Add the data, or say in the prose where the number comes from.",
  examples: [
    { name: "holds", files: { ...SERIES, ...exampleCase("It was :value[10]{of=x year=2004}.") }, expect: [] },
    {
      name: "not coded",
      files: { ...SERIES, ...exampleCase("It was :value[10]{of=x year=2005}.") },
      expect: ["cases/japan.md:5:8 The record cannot tell whether “10” holds: no number in 2005."],
    },
  ],
  run: (context) => (hasDamagedData(context) ? [] : findingsOf(context, "value", "not-in-record")),
});

export const valueUnclear = defineCheck({
  code: "value/unclear",
  severity: "error",
  rule: "A :value holds one number and says of which statistic or series it is.",
  why: "A statement that says less cannot be checked, and must not look as if it was.",
  mend: "Write :value[13]{of=policy-index year=2005} or :value[$821,300]{of=tip-grants}.",
  examples: [
    { name: "clear", files: { ...SERIES, ...exampleCase(":value[10]{of=x year=2004}") }, expect: [] },
    {
      name: "of nothing",
      files: { ...SERIES, ...exampleCase(":value[10]{year=2004}") },
      expect: ["cases/japan.md:5:1 The statement does not say what it is a value of."],
    },
    {
      name: "of something unknown",
      files: { ...SERIES, ...exampleCase(":value[10]{of=y year=2004}") },
      expect: ["cases/japan.md:5:1 `y` is neither a statistic nor a series."],
    },
    {
      name: "a bound",
      files: { ...SERIES, ...exampleCase("It was :value[less than 10]{of=x year=2004}.") },
      expect: ["cases/japan.md:5:8 `less than 10` says “less than”, which is not checked."],
    },
    {
      name: "words that hold another number than `value=`",
      files: { ...SERIES, ...exampleCase(":value[11]{of=x year=2004 value=10}") },
      expect: ["cases/japan.md:5:1 The words say 11, `value=` says 10."],
    },
    {
      name: "a statistic of other years than its own",
      files: {
        ...SERIES,
        "casebook.yaml": `${BASE_FILES["casebook.yaml"]}statistics: {years: 2003-2005, rows: [{id: all, label: All, from: series/x, aggregation: sum, unit: points}]}\n`,
        ...exampleCase(":value[10]{of=all year=2004}"),
      },
      expect: ["cases/japan.md:5:1 `all` is the sum of 2003–2005, whatever the statement says."],
    },
  ],
  run: (context) => unclearOf(context, "value"),
});

/** Numbers are computed from rows, of which some could not be read. */
function hasDamagedData({ damaged }: CheckContext): boolean {
  return [...damaged].some((path) => /^(analyses|series|record)\//.test(path));
}

function findingsOf(context: CheckContext, kind: InlineClaim["kind"], verdict: Verdict): Finding[] {
  return context.claims
    .filter((claim) => claim.kind === kind && claim.verdict === verdict)
    .map((claim) => ({
      message:
        verdict === "fails"
          ? `The record contradicts “${claim.text}”: ${claim.answer}.`
          : `The record cannot tell whether “${claim.text}” holds: ${claim.answer}.`,
      at: claim.at,
      hint: verdict === "fails" ? `${claim.question} Correct the prose or the record.` : claim.question,
      related: claim.evidence
        .slice(0, 3)
        .map((at: Position) => ({ message: "The record says so here.", at })),
    }));
}

function unclearOf(context: CheckContext, kind: InlineClaim["kind"]): Finding[] {
  return context.unclear
    .filter((one) => one.kind === kind && !followsFromDamage(one, context))
    .map(({ message, hint, at }) => ({ message, hint, at }));
}

/** The country may stand in a header, and the data in a file, that could not be read. */
function followsFromDamage({ lacks, at }: CheckContext["unclear"][number], context: CheckContext): boolean {
  if (lacks === "country") return context.damaged.has(at.source.path);
  return lacks === "data" && hasDamagedData(context);
}
