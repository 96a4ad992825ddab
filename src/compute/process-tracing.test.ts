import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMissing } from "../base/missing.ts";
import type { Evidence, Hypothesis } from "../model/hypothesis.ts";
import { kindOfLikelihoods, likelihoodRatio, traceHypothesis } from "./process-tracing.ts";

const H: Hypothesis = { id: "h", statement: "The grade moved the government.", prior: 0.5 };

function evidence(id: string, ifTrue: number, ifFalse: number, isFound = true): Evidence {
  return {
    id,
    summary: id,
    kind: kindOfLikelihoods(ifTrue, ifFalse),
    likelihoodIfTrue: ifTrue,
    likelihoodIfFalse: ifFalse,
    isFound,
  };
}

describe("traceHypothesis", () => {
  it("updates step by step as worked out by hand", () => {
    // Prior 1:1; × 0.9/0.3 = 3 → 3:1 = 0.75; × 0.4/0.8 = 0.5 → 3:2 = 0.6; absent hoop × 0.1/0.5 = 0.2 → 3:10 = 3/13.
    const { steps, posterior } = traceHypothesis(H, [
      evidence("a", 0.9, 0.3),
      evidence("b", 0.4, 0.8),
      evidence("c", 0.9, 0.5, false),
    ]);
    expect(steps.map(({ likelihoodRatio: ratio }) => ratio)).toEqual([
      expect.closeTo(3, 12),
      expect.closeTo(0.5, 12),
      expect.closeTo(0.2, 12),
    ]);
    expect(steps.map(({ after }) => after)).toEqual([
      expect.closeTo(0.75, 12),
      expect.closeTo(0.6, 12),
      expect.closeTo(3 / 13, 12),
    ]);
    expect(steps[1]?.before).toBe(steps[0]?.after);
    expect(posterior).toBeCloseTo(3 / 13, 12);
  });

  it("returns the prior without evidence", () => {
    expect(traceHypothesis({ ...H, prior: 0.3 }, []).posterior).toBeCloseTo(0.3, 12);
  });

  it("is certain after a smoking gun that is impossible otherwise, and refuses contradiction", () => {
    const proof = evidence("proof", 0.2, 0);
    const refutation = evidence("refutation", 0, 0.2);
    expect(traceHypothesis(H, [proof]).posterior).toBe(1);
    expect(traceHypothesis(H, [refutation]).posterior).toBe(0);
    expect(traceHypothesis(H, [proof, refutation])).toMatchObject({
      steps: [{ after: 1 }],
      posterior: { detail: "refutation contradicts what was certain before it" },
    });
  });

  it("is missing for impossible evidence and for numbers that are no probabilities", () => {
    expect(likelihoodRatio(evidence("e", 0, 0))).toMatchObject({ missing: "not-applicable" });
    expect(likelihoodRatio(evidence("e", 1, 1, false))).toMatchObject({ missing: "not-applicable" });
    expect(likelihoodRatio(evidence("e", 1.2, 0.5))).toMatchObject({ missing: "not-applicable" });
    expect(traceHypothesis({ ...H, prior: Number.NaN }, []).posterior).toMatchObject({
      missing: "not-applicable",
    });
  });

  const inner = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const piece = fc
    .tuple(inner, inner, fc.boolean())
    .map(([ifTrue, ifFalse, isFound]) => evidence("e", ifTrue, ifFalse, isFound));

  /** Second method: both branches multiplied out, then divided by their sum. */
  it("agrees with the joint probabilities, in any order", () => {
    fc.assert(
      fc.property(inner, fc.array(piece, { maxLength: 8 }), (prior, pieces) => {
        const branch = (start: number, key: "likelihoodIfTrue" | "likelihoodIfFalse"): number =>
          pieces.reduce((product, one) => product * (one.isFound ? one[key] : 1 - one[key]), start);
        const ifTrue = branch(prior, "likelihoodIfTrue");
        const expected = ifTrue / (ifTrue + branch(1 - prior, "likelihoodIfFalse"));
        const trace = (list: readonly Evidence[]) => traceHypothesis({ ...H, prior }, list).posterior;
        expect(trace(pieces)).toBeCloseTo(expected, 9);
        expect(trace(pieces.toReversed())).toBeCloseTo(expected, 9);
      }),
    );
  });

  it("does not change with evidence as likely either way", () => {
    fc.assert(
      fc.property(inner, inner, fc.boolean(), (prior, likelihood, isFound) => {
        const { posterior } = traceHypothesis({ ...H, prior }, [
          evidence("e", likelihood, likelihood, isFound),
        ]);
        expect(isMissing(posterior) ? Number.NaN : posterior).toBeCloseTo(prior, 12);
      }),
    );
  });
});

describe("kindOfLikelihoods", () => {
  it.each([
    [0.5, 0.5, "straw-in-the-wind"],
    [0.9, 0.5, "hoop"],
    [0.3, 0.05, "smoking-gun"],
    [0.95, 0.05, "doubly-decisive"],
  ] as const)("%d and %d: %s", (ifTrue, ifFalse, kind) => {
    expect(kindOfLikelihoods(ifTrue, ifFalse)).toBe(kind);
  });
});
