import type { Finding } from "../../base/diagnostic.ts";
import { findContradictions } from "../../compute/contradictions.ts";
import { formatExpectation } from "../../compute/expectation.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import { findUncoveredNumbers } from "../../compute/uncovered.ts";
import { type CheckContext, defineCheck } from "../define-check.ts";
import { exampleCase } from "../prose.ts";
import { findTwins } from "../twins.ts";

const GRADES = { "grades.csv": "country,year,tier\nJPN,2004,2WL\nGRC,2004,2WL\nJPN,2005,not-coded\n" };
const WATCHED = "SELECT country FROM grades WHERE year = 2004 AND tier = '2WL'";
const UNKNOWN = "SELECT tier FROM grades WHERE country = 'KOR'";
const USED = exampleCase("They were :claim[two]{#watched}.");

function claimsFile(claims: string): Record<string, string> {
  return { ...GRADES, ...USED, "claims.yaml": claims };
}

const HOLDS = {
  name: "holds",
  files: claimsFile(`- id: watched\n  sql: ${WATCHED}\n  expect: {set: [GRC, JPN]}\n`),
  expect: [],
};
const ONE = `- id: watched\n  sql: ${WATCHED}\n  expect: {set: [JPN]}\n`;

export const claimFails = defineCheck({
  code: "claim/fails",
  severity: "error",
  rule: "The record agrees with every named claim.",
  why: "A published page called a country the only one on a list, and another page of the same work named a second.",
  mend: "Correct the claim and the prose, or the record; a claim that quotes somebody says who with `by:`.",
  examples: [
    HOLDS,
    {
      name: "fails",
      files: claimsFile(ONE),
      expect: [
        "claims.yaml:1:7 The record contradicts the claim `watched`: GRC and JPN, where JPN is claimed.",
      ],
    },
  ],
  run: (context) => verdicts(context, ({ claim, verdict }) => verdict === "fails" && claim.by === undefined),
});

export const claimReportedFails = defineCheck({
  code: "claim/reported-fails",
  severity: "note",
  rule: "What the casebook reports as somebody’s words may contradict the record.",
  why: "People do say wrong things; the page says so beside their words.",
  mend: "Nothing, where they did say it.",
  examples: [
    HOLDS,
    {
      name: "somebody’s words",
      files: claimsFile(`${ONE}  by: A newspaper\n`),
      expect: [
        "claims.yaml:1:7 The record contradicts the claim `watched`: GRC and JPN, where JPN is claimed.",
      ],
    },
  ],
  run: (context) => verdicts(context, ({ claim, verdict }) => verdict === "fails" && claim.by !== undefined),
});

export const claimNotInRecord = defineCheck({
  code: "claim/not-in-record",
  severity: "warning",
  rule: "The casebook has the data of its named claims.",
  why: "Nobody can check the claim here: it neither holds nor fails.",
  mend: "Add the data, or say in the prose where the statement comes from.",
  examples: [
    HOLDS,
    {
      name: "not coded",
      files: claimsFile(
        "- id: watched\n  sql: SELECT tier FROM grades WHERE country = 'JPN' AND year = 2005\n  expect: {is: 2}\n",
      ),
      expect: [
        "claims.yaml:1:7 The record cannot tell whether the claim `watched` holds: the record has no answer.",
      ],
    },
    {
      name: "the claim says when data lack",
      files: claimsFile(
        `${ONE}  not_in_record: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM grades WHERE country = 'KOR')\n`,
      ),
      expect: [
        "claims.yaml:1:7 The record cannot tell whether the claim `watched` holds: the record lacks what it takes to answer.",
      ],
    },
  ],
  run: (context) =>
    verdicts(context, ({ verdict, problem }) => verdict === "not-in-record" && problem === undefined),
});

export const claimUnknown = defineCheck({
  code: "claim/unknown",
  severity: "error",
  rule: "Every :claim names a claim of `claims.yaml` or of a case’s header.",
  why: "A misspelt id checks nothing, and its reader believes that it was checked.",
  mend: "Correct the id: `:claim[words]{#id}`.",
  examples: [
    HOLDS,
    {
      name: "misspelt",
      files: { ...HOLDS.files, ...exampleCase("They were :claim[two]{#watchd}, :claim[two]{#watched}.") },
      expect: ["cases/japan.md:5:11 `watchd` is not a named claim."],
    },
  ],
  run: ({ unclear, damaged }) =>
    damaged.has("claims.yaml")
      ? []
      : unclear
          .filter(({ kind }) => kind === "claim")
          .map(({ message, hint, at }) => ({ message, hint, at })),
});

export const claimUnused = defineCheck({
  code: "claim/unused",
  severity: "note",
  rule: "Every named claim is a statement of some case.",
  why: "A claim that no prose makes is checked, but no reader meets it.",
  mend: "Mark the words that make it with `:claim[words]{#id}`, or remove it.",
  examples: [
    HOLDS,
    {
      name: "in no prose",
      files: { ...HOLDS.files, ...exampleCase("They were two.") },
      expect: ["claims.yaml:1:7 No case refers to the claim `watched`."],
    },
  ],
  *run({ named, claims }) {
    const used = new Set(claims.map((claim) => claim.named?.claim.id));
    for (const { claim } of named) {
      if (used.has(claim.id)) continue;
      yield {
        message: `No case refers to the claim \`${claim.id}\`.`,
        at: claim.at,
        hint: `Mark the words that make it: \`:claim[…]{#${claim.id}}\`.`,
      };
    }
  },
});

export const claimDuplicateId = defineCheck({
  code: "claim/duplicate-id",
  severity: "error",
  rule: "Every named claim has an id of its own.",
  why: "Prose that names it could mean either, and both would lie at one address.",
  mend: "Give one of them another id.",
  examples: [
    HOLDS,
    {
      name: "twice",
      files: claimsFile(
        "- id: watched\n  grade: {country: JPN, year: 2004, tier: 2WL}\n- id: watched\n  grade: {country: GRC, year: 2004, tier: 2WL}\n",
      ),
      expect: ["claims.yaml:3:7 The claim `watched` is there twice."],
    },
  ],
  *run({ named }) {
    for (const { item, first } of findTwins(named, ({ claim }) => claim.id)) {
      yield {
        message: `The claim \`${item.claim.id}\` is there twice.`,
        at: item.claim.at,
        hint: "Give one of the two another id.",
        related: [{ message: "The first one is here.", at: first.claim.at }],
      };
    }
  },
});

export const claimContradiction = defineCheck({
  code: "claim/contradiction",
  severity: "error",
  rule: "No two statements of a casebook exclude each other.",
  why: "Whatever the record says, one of them is wrong.",
  mend: "Correct one of the two, or say with `by:` whose words it is.",
  examples: [
    HOLDS,
    {
      name: "two expectations of one query",
      files: {
        ...claimsFile(
          `- id: watched\n  sql: ${UNKNOWN}\n  expect: {is: 1}\n- id: alone\n  sql: ${UNKNOWN};\n  expect: {is: 3}\n`,
        ),
        ...exampleCase(":claim[Two]{#watched}, or :claim[one]{#alone}?"),
      },
      expect: ["claims.yaml:4:7 The statements “watched” and “alone” exclude each other."],
    },
    {
      name: "a claim and the prose",
      files: {
        ...claimsFile("- id: watched\n  grade: {country: JPN, year: 2005, tier: 2}\n"),
        ...exampleCase("They were :claim[up]{#watched} or :grade[down]{year=2005 country=JPN tier=3}."),
      },
      expect: ["cases/japan.md:5:35 The statements “watched” and “down” exclude each other."],
    },
  ],
  run: ({ claims, named }) =>
    findContradictions(claims, named).map(({ first, second }) => ({
      message: `The statements “${first.name}” and “${second.name}” exclude each other.`,
      at: second.at,
      hint: "Correct one of the two, or say with `by:` whose words it is.",
      related: [{ message: "The other one is here.", at: first.at }],
    })),
});

export const claimNumberUncovered = defineCheck({
  code: "claim/number-uncovered",
  severity: "note",
  rule: "Asked for with `check --uncovered`: every number in prose is held against the record. Years and tiers are left out.",
  why: "What no claim covers can drift from the data unseen.",
  mend: "Mark it with `:value[…]{…}`, or name a claim for it; leave it where the record has nothing on it.",
  isOnRequest: true,
  examples: [
    HOLDS,
    {
      name: "numbers in prose",
      files: {
        ...GRADES,
        ...exampleCase("In 2004, 69 percent of 1,200 sentences and six prime ministers; Tier 2."),
      },
      expect: [
        "cases/japan.md:5:10 No claim covers “69 percent”.",
        "cases/japan.md:5:24 No claim covers “1,200”.",
        "cases/japan.md:5:44 No claim covers “six prime”.",
      ],
    },
  ],
  run: ({ index }) =>
    findUncoveredNumbers(index).map(({ text, at }) => ({
      message: `No claim covers “${text}”.`,
      at,
      hint: "Mark it with `:value[…]{…}`, or with `:claim[…]{#id}` and a claim in claims.yaml.",
    })),
});

/** Claims are computed from rows, of which some could not be read. */
function verdicts(context: CheckContext, isWanted: (one: CheckedClaim) => boolean): Finding[] {
  if ([...context.damaged].some((path) => path.endsWith(".csv"))) return [];
  return context.named.filter(isWanted).map((one) => {
    const { claim, verdict, answer, evidence, question } = one;
    const expected =
      claim.question.kind === "sql" ? `, where ${formatExpectation(claim.question.expect)} is claimed` : "";
    const uses = context.claims.filter((each) => each.named === one);
    return {
      message:
        verdict === "fails"
          ? `The record contradicts the claim \`${claim.id}\`: ${answer}${expected}.`
          : `The record cannot tell whether the claim \`${claim.id}\` holds: ${answer}.`,
      at: claim.at,
      hint: claim.by === undefined ? question : `${question} (according to ${claim.by})`,
      related: [
        ...uses.slice(0, 3).map(({ at }) => ({ message: "The prose says so here.", at })),
        ...evidence.slice(0, 3).map((at) => ({ message: "The record says so here.", at })),
      ],
    };
  });
}
