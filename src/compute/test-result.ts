/** The three tests of an inference from push to act. */
export const TEST_NAMES = ["sequencing", "congruence", "testimony"] as const;
export type TestName = (typeof TEST_NAMES)[number];

/**
 * What a test says. `undecidable`: the record has something to test, but it is not precise or clear enough;
 * `not-in-record`: it has nothing.
 */
export const TEST_VERDICTS = ["holds", "partly", "fails", "undecidable", "not-in-record"] as const;
export type TestVerdict = (typeof TEST_VERDICTS)[number];

/** Why a verdict could not be reached. */
export type TestGap =
  /** The outcome has no link that the test could use. */
  | "no-link"
  /** A link leads to nothing in the record. */
  | "no-target"
  /** A date is not known. */
  | "no-date"
  /** Dates overlap. */
  | "overlap"
  /** Nobody but the author says so. */
  | "author-only";

/** A test's verdict with what it rests on. */
export interface TestResult {
  readonly verdict: TestVerdict;
  /** One sentence or more in English. */
  readonly reason: string;
  /** Ids of entries and laws, and `grade:2004`, that decided it. */
  readonly evidence: readonly string[];
  /** Set where the verdict is `undecidable` or `not-in-record`. */
  readonly missing?: TestGap;
}

/** Returns a verdict in words for a reader. */
export function formatVerdict(verdict: TestVerdict): string {
  return verdict === "not-in-record" ? "not in the record" : verdict;
}
