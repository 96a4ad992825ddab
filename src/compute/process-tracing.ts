import { createMissing, isMissing, type Missing } from "../base/missing.ts";
import type { Evidence, EvidenceKind, Hypothesis } from "../model/hypothesis.ts";

/** What one piece of evidence does to a hypothesis. Probabilities are 0 to 1, odds and ratios 0 to ∞. */
export interface TracingStep {
  readonly evidence: Evidence;
  readonly before: number;
  readonly priorOdds: number;
  readonly likelihoodRatio: number;
  readonly posteriorOdds: number;
  readonly after: number;
}

/** A hypothesis with the evidence on it, step by step. */
export interface Tracing {
  readonly hypothesis: Hypothesis;
  readonly steps: readonly TracingStep[];
  readonly posterior: number | Missing;
}

/**
 * Returns the likelihood ratio of evidence: P(E|H) / P(E|¬H) where it was found, (1−P(E|H)) / (1−P(E|¬H)) where not.
 *
 * 1 says nothing, more than 1 speaks for the hypothesis, ∞ proves it. Evidence that both call impossible is
 * `Missing("not-applicable")`, as are likelihoods outside of 0 to 1.
 */
export function likelihoodRatio(evidence: Evidence): number | Missing {
  const { likelihoodIfTrue, likelihoodIfFalse, isFound } = evidence;
  if (!isProbability(likelihoodIfTrue) || !isProbability(likelihoodIfFalse)) {
    return createMissing("not-applicable", `the likelihoods of ${evidence.id} are not between 0 and 1`);
  }
  const ifTrue = isFound ? likelihoodIfTrue : 1 - likelihoodIfTrue;
  const ifFalse = isFound ? likelihoodIfFalse : 1 - likelihoodIfFalse;
  if (ifTrue === 0 && ifFalse === 0) {
    return createMissing(
      "not-applicable",
      `${evidence.id} is impossible whether the hypothesis is true or not`,
    );
  }
  return ifTrue / ifFalse;
}

/**
 * Returns how the evidence changes the probability of a hypothesis, in the order given.
 *
 * Bayes' rule in odds: prior odds p/(1−p) times the likelihood ratio are the posterior odds o, and o/(1+o) the posterior
 * probability. Pieces of evidence are taken as independent of each other given the hypothesis, so that their order does
 * not matter. Evidence that contradicts certainty (odds 0 with ratio ∞, or ∞ with 0) ends the steps with
 * `Missing("not-applicable")`, as does a prior outside of 0 to 1 or evidence without a ratio.
 *
 * Source: Bennett (2015), "Disciplining our conjectures", in *Process Tracing*, appendix; Fairfield & Charman (2017).
 */
export function traceHypothesis(hypothesis: Hypothesis, evidence: readonly Evidence[]): Tracing {
  const steps: TracingStep[] = [];
  if (!isProbability(hypothesis.prior)) {
    const posterior = createMissing("not-applicable", `the prior of ${hypothesis.id} is not between 0 and 1`);
    return { hypothesis, steps, posterior };
  }
  let odds = toOdds(hypothesis.prior);
  for (const piece of evidence) {
    const ratio = likelihoodRatio(piece);
    if (isMissing(ratio)) return { hypothesis, steps, posterior: ratio };
    const posteriorOdds = odds * ratio;
    if (Number.isNaN(posteriorOdds)) {
      const detail = `${piece.id} contradicts what was certain before it`;
      return { hypothesis, steps, posterior: createMissing("not-applicable", detail) };
    }
    steps.push({
      evidence: piece,
      before: toProbability(odds),
      priorOdds: odds,
      likelihoodRatio: ratio,
      posteriorOdds,
      after: toProbability(posteriorOdds),
    });
    odds = posteriorOdds;
  }
  return { hypothesis, steps, posterior: toProbability(odds) };
}

/** How likely evidence must be to count as expected, and how unlikely to count as a surprise. */
const HIGH = 0.8;
const LOW = 0.2;

/**
 * Returns the kind of evidence that its likelihoods describe: nearly certain if the hypothesis is true (0.8 or more) is a
 * hoop to jump through; nearly excluded if it is false (0.2 or less) is a smoking gun; both is doubly decisive; neither
 * is a straw in the wind. The thresholds are this program's own, to point out evidence whose stated kind and likelihoods differ.
 */
export function kindOfLikelihoods(ifTrue: number, ifFalse: number): EvidenceKind {
  const isHoop = ifTrue >= HIGH;
  const isSmokingGun = ifFalse <= LOW;
  if (isHoop && isSmokingGun) return "doubly-decisive";
  if (isHoop) return "hoop";
  return isSmokingGun ? "smoking-gun" : "straw-in-the-wind";
}

function isProbability(value: number): boolean {
  return value >= 0 && value <= 1;
}

function toOdds(probability: number): number {
  return probability / (1 - probability);
}

function toProbability(odds: number): number {
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}
