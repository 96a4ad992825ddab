import type { Entry } from "../model/entry.ts";
import { testCongruence } from "./congruence.ts";
import type { LinkLookup } from "./link-lookup.ts";
import { testSequencing } from "./sequencing.ts";
import {
  TEST_NAMES,
  TEST_VERDICTS,
  type TestName,
  type TestResult,
  type TestVerdict,
} from "./test-result.ts";
import { testTestimony } from "./testimony.ts";

/** One outcome with its three tests, and what speaks against them. */
export interface MatrixRow {
  readonly outcome: Entry;
  readonly cells: Readonly<Record<TestName, MatrixCell>>;
  /** Other explanations of the outcome. */
  readonly rivals: readonly string[];
  /** What was looked for and not found. */
  readonly gaps: readonly string[];
}

/** A test as it is shown: the computed verdict, or the author's where one is given with reason and name. */
export interface MatrixCell {
  readonly verdict: TestVerdict;
  readonly computed: TestResult;
  readonly override?: Override;
}

/** An author's verdict that stands in place of the computed one. */
export interface Override {
  readonly verdict: TestVerdict;
  readonly reason: string;
  readonly by: string;
}

/** An override that is not taken because something about it is missing or wrong. */
export interface OverrideProblem {
  readonly outcome: Entry;
  readonly test: TestName;
  readonly problem: "unknown-verdict" | "no-reason" | "no-name";
  /** The verdict as written. */
  readonly written: string;
  /** Says what is wrong, for a finding. */
  readonly message: string;
}

/**
 * Returns the tests of every outcome among a country's entries, in order of date, those without a date last.
 *
 * An author may set a verdict in the columns `override_sequencing`, `override_congruence` and `override_testimony`, with
 * `override_reason` and `override_by`. Without both it is not taken: see {@link findOverrideProblems}.
 */
export function computeTestsMatrix(entries: readonly Entry[], lookup: LinkLookup): MatrixRow[] {
  return entries
    .filter(({ kind }) => kind === "outcome")
    .sort(byDate)
    .map((outcome) => {
      const testimony = testTestimony(outcome, lookup);
      return {
        outcome,
        cells: {
          sequencing: cellOf(outcome, "sequencing", testSequencing(outcome, lookup)),
          congruence: cellOf(outcome, "congruence", testCongruence(outcome, lookup)),
          testimony: cellOf(outcome, "testimony", testimony),
        },
        rivals: testimony.rivals,
        gaps: testimony.gaps,
      };
    });
}

/** Returns the overrides that are not taken: with a word that is no verdict, without a reason, or without a name. */
export function findOverrideProblems(entries: readonly Entry[]): OverrideProblem[] {
  return entries
    .filter(({ kind }) => kind === "outcome")
    .flatMap((outcome) =>
      TEST_NAMES.flatMap((test) => {
        const read = readOverride(outcome, test);
        return read && "problem" in read ? [read] : [];
      }),
    );
}

/** Orders entries by date, then id; those without a date come last. */
export function byDate(a: Entry, b: Entry): number {
  const keyOf = ({ date, id }: Entry): string => `${date?.first ?? "~"} ${date?.last ?? "~"} ${id}`;
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function cellOf(outcome: Entry, test: TestName, computed: TestResult): MatrixCell {
  const read = readOverride(outcome, test);
  if (!read || "problem" in read) return { verdict: computed.verdict, computed };
  return { verdict: read.verdict, computed, override: read };
}

function readOverride(outcome: Entry, test: TestName): Override | OverrideProblem | undefined {
  const written = outcome.details[`override_${test}`]?.trim();
  if (written === undefined || written === "") return undefined;
  const reason = outcome.details["override_reason"]?.trim() ?? "";
  const by = outcome.details["override_by"]?.trim() ?? "";
  const verdict = TEST_VERDICTS.find((one) => one === written);
  const fail = (problem: OverrideProblem["problem"], message: string): OverrideProblem => ({
    outcome,
    test,
    problem,
    written,
    message,
  });
  if (!verdict) return fail("unknown-verdict", `\`${written}\` is not a verdict of ${test}.`);
  if (reason === "")
    return fail("no-reason", `The ${test} of \`${outcome.id}\` is overridden without a reason.`);
  if (by === "") return fail("no-name", `The ${test} of \`${outcome.id}\` is overridden without a name.`);
  return { verdict, reason, by };
}
