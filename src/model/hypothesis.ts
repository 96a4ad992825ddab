import type { Position } from "../base/source.ts";

/** Van Evera's four kinds of evidence. */
export const EVIDENCE_KINDS = ["straw-in-the-wind", "hoop", "smoking-gun", "doubly-decisive"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A statement on what caused what, and how likely it is before any evidence. */
export interface Hypothesis {
  readonly id: string;
  readonly statement: string;
  /** 0 to 1. */
  readonly prior: number;
}

/** Something looked for, found or not, and how likely it is to be found where the hypothesis is true and where not. */
export interface Evidence {
  readonly id: string;
  readonly summary: string;
  readonly kind: EvidenceKind;
  /** P(E | H), 0 to 1. */
  readonly likelihoodIfTrue: number;
  /** P(E | not H), 0 to 1. */
  readonly likelihoodIfFalse: number;
  /** `false` where it was looked for and is not there: then 1 − P(E | H) and 1 − P(E | not H) count. */
  readonly isFound: boolean;
  /** Id of the entry that holds it. */
  readonly entry?: string;
  /** Where the id of the entry stands. */
  readonly entryAt?: Position;
}

/** A hypothesis of `hypotheses.yaml` with its evidence, in the order in which it is weighed. */
export interface TracedHypothesis extends Hypothesis {
  readonly country?: string;
  readonly countryAt?: Position;
  readonly evidence: readonly Evidence[];
  readonly at: Position;
}
