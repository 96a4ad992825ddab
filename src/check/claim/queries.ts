import type { Finding } from "../../base/diagnostic.ts";
import type { ClaimProblem } from "../../compute/named-claims.ts";
import { type CheckContext, defineCheck } from "../define-check.ts";
import { exampleCase } from "../prose.ts";

const GRADES = { "grades.csv": "country,year,tier\nJPN,2004,2WL\n" };
const USED = exampleCase("It was :claim[so]{#so}.");

function claim(lines: string): Record<string, string> {
  return { ...GRADES, ...USED, "claims.yaml": `- id: so\n${lines}` };
}

const OK = {
  name: "in order",
  files: claim("  sql: SELECT count(*) FROM grades\n  expect: {number: 1}\n"),
  expect: [],
};

export const claimQueryWrong = defineCheck({
  code: "claim/query-wrong",
  severity: "error",
  rule: "A claim’s query is SQL over the casebook’s tables and gives what the claim expects: a set, a number, a word.",
  why: "A query that cannot be asked checks nothing.",
  mend: "Correct the query; `demarche query` tries one, and docs/claims.md lists tables and columns.",
  examples: [
    OK,
    {
      name: "a column that is not there",
      files: claim("  sql: SELECT teir FROM grades\n  expect: {is: 2WL}\n"),
      expect: [
        'claims.yaml:2:15 The query is wrong: Binder Error: Referenced column "teir" not found in FROM clause.',
      ],
    },
    {
      name: "a word where a number is expected",
      files: claim("  sql: SELECT tier FROM grades\n  expect: {number: 2}\n"),
      expect: ["claims.yaml:2:8 The query is wrong: The query gives `2WL` where a number is expected."],
    },
  ],
  run: (context) => problems(context, "wrong", "The query is wrong"),
});

export const claimTooSlow = defineCheck({
  code: "claim/too-slow",
  severity: "error",
  rule: "A claim’s query ends within two seconds and takes at most 256 MB of memory.",
  why: "A query that never ends would keep the casebook from ever being published.",
  mend: "Join on country and year; look for a table that stands in FROM without a condition.",
  examples: [
    OK,
    {
      name: "every number with every other",
      files: claim(
        "  sql: SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range + b.range = 7\n  expect: {number: 8}\n",
      ),
      expect: ["claims.yaml:2:8 The query asks too much: The query took longer than 2 s."],
    },
  ],
  run: (context) => problems(context, "too-slow", "The query asks too much"),
});

export const claimNotAllowed = defineCheck({
  code: "claim/not-allowed",
  severity: "error",
  rule: "A claim’s query is one SELECT; it writes nothing, reads no file and no network, and does not depend on the clock or on chance.",
  why: "A casebook may come from anybody; checking it must not touch the machine. A claim that holds today holds tomorrow.",
  mend: "Ask the casebook’s tables only, and write dates out. Data from elsewhere belong into `series/`.",
  examples: [
    OK,
    {
      name: "reads a file",
      files: claim("  sql: SELECT count(*) FROM read_csv('/etc/passwd')\n  expect: {number: 1}\n"),
      expect: [
        "claims.yaml:2:29 The query is not allowed: The query reads files or the network, or changes settings.",
      ],
    },
    {
      name: "depends on the day",
      files: claim("  sql: SELECT max(year) < year(now()) FROM grades\n  expect: true\n"),
      expect: [
        "claims.yaml:2:32 The query is not allowed: `now` makes the answer differ from one time to the next.",
      ],
    },
    {
      name: "writes",
      files: claim("  sql: DELETE FROM grades\n  expect: {rows: 0}\n"),
      expect: [
        "claims.yaml:2:8 The query is not allowed: Only SELECT is allowed; this statement does something else.",
      ],
    },
  ],
  run: (context) => problems(context, "not-allowed", "The query is not allowed"),
});

export const claimUnclear = defineCheck({
  code: "claim/unclear",
  severity: "error",
  rule: "A named `grade:` or `value:` says what it is about: country, years, and a tier or a number.",
  why: "A statement that says less cannot be checked, and must not look as if it was.",
  mend: "Write `grade: {country: JPN, years: 2001-2003, tier: 2}` or `value: {of: tip-grants, country: JPN, is: $821,300}`.",
  examples: [
    { name: "clear", files: claim("  grade: {country: JPN, year: 2004, tier: 2WL}\n"), expect: [] },
    {
      name: "no year",
      files: claim("  grade: {country: JPN, tier: 2WL}\n"),
      expect: ["claims.yaml:1:7 The statement does not say which year it is about."],
    },
  ],
  run: (context) => problems(context, "unclear", ""),
});

export const claimInvalidValue = defineCheck({
  code: "claim/invalid-value",
  severity: "error",
  rule: "Every key of a claim holds what it should: an id, one question, one expectation.",
  why: "A claim that cannot be read is not checked.",
  mend: "Follow the hint; docs/claims.md shows claims of every form.",
  examples: [
    OK,
    {
      name: "two questions",
      files: claim("  grade: {country: JPN, year: 2004, tier: 2WL}\n  sql: SELECT 1\n  expect: true\n"),
      expect: ["claims.yaml:1:7 The claim is not as it should be: it asks not exactly one question."],
    },
    {
      name: "an expectation that is none",
      files: claim("  sql: SELECT 2004\n  expect: 2004\n"),
      expect: [
        "claims.yaml:3:11 `expect` is not as it should be: it is neither true or false nor a list of `key: value` pairs.",
      ],
    },
    {
      name: "no list",
      files: { ...GRADES, "claims.yaml": "so: true\n" },
      expect: ["claims.yaml:1:1 The claims are not a list."],
    },
  ],
});

export const claimUnknownKey = defineCheck({
  code: "claim/unknown-key",
  severity: "error",
  rule: "A claim has the keys that Demarche knows.",
  why: "A misspelt `expect` would leave the claim unchecked.",
  mend: "Correct the key as the hint says.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: claim("  sql: SELECT true\n  expect: true\n  reson: It is so.\n"),
      expect: ["claims.yaml:4:3 `reson` is not a key of this file."],
    },
  ],
});

export const claimMissingKey = defineCheck({
  code: "claim/missing-key",
  severity: "error",
  rule: "A claim has an id.",
  why: "Prose refers to it by its id, and its page lies at it.",
  mend: "Add the key that the finding names.",
  examples: [
    OK,
    {
      name: "without an id",
      files: { ...GRADES, "claims.yaml": "- grade: {country: JPN, year: 2004, tier: 2WL}\n" },
      expect: ["claims.yaml:1:3 `id` is missing."],
    },
  ],
});

function problems(context: CheckContext, kind: ClaimProblem["kind"], words: string): Finding[] {
  return context.named.flatMap(({ problem }) =>
    problem?.kind === kind
      ? [
          {
            message: words === "" ? problem.message : `${words}: ${problem.message}`,
            at: problem.at,
            hint: problem.hint ?? "docs/claims.md lists the tables and what a query may do.",
          },
        ]
      : [],
  );
}
