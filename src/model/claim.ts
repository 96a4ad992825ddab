import type { Position, SpanPosition } from "../base/source.ts";

/** A statement with a name that a machine can check; it stands in `claims.yaml` or in a case's header. */
export interface NamedClaim {
  readonly id: string;
  /** The statement in words; the words of the prose stand for it where it is absent. */
  readonly text?: string;
  readonly question: ClaimQuestion;
  /** Who says so. Such a claim may fail: people do say wrong things. */
  readonly by?: string;
  readonly country?: string;
  /** Id of the source in which it is said. */
  readonly source?: string;
  /** Where in the source, e.g. `p. 13`. */
  readonly locator?: string;
  readonly note?: string;
  /** The case in whose header it stands. */
  readonly caseId?: string;
  /** Where its id stands. */
  readonly at: Position;
}

/** What is asked of the record, and what it should answer. */
export type ClaimQuestion = SqlQuestion | GradeQuestion | ValueQuestion;

export interface SqlQuestion {
  readonly kind: "sql";
  readonly sql: string;
  readonly expect: Expectation;
  /** A query that gives rows where the data do not suffice for an answer. */
  readonly notInRecord?: string;
  readonly sqlAt: SpanPosition;
  readonly expectAt: Position;
  readonly notInRecordAt?: SpanPosition;
}

/** The short form of `:grade`. */
export interface GradeQuestion {
  readonly kind: "grade";
  readonly country: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly words: string;
}

/** The short form of `:value`. */
export interface ValueQuestion {
  readonly kind: "value";
  readonly country: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly words: string;
}

/** What a query should give. */
export type Expectation =
  | { readonly kind: "set"; readonly values: readonly string[] }
  | { readonly kind: "number"; readonly text: string; readonly value: number; readonly tolerance: number }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "is"; readonly value: string }
  | { readonly kind: "rows"; readonly count: number };
