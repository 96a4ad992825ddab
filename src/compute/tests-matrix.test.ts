import { describe, expect, it } from "vitest";
import { buildEntry, type EntryDraft } from "../../test/support/build-entry.ts";
import type { Entry } from "../model/entry.ts";
import { readProgress, testCongruence } from "./congruence.ts";
import { createLinkLookup, type LinkLookup } from "./link-lookup.ts";
import { testTestimony } from "./testimony.ts";
import { computeTestsMatrix, findOverrideProblems } from "./tests-matrix.ts";

function lookupOf(entries: readonly Entry[]): LinkLookup {
  return createLinkLookup({ entries, laws: [], grades: [{ country: "JPN", year: 2004 }] }, 6);
}

describe("congruence", () => {
  const test = (...progress: (string | undefined)[]) => {
    const asked = progress.map((word, i) =>
      buildEntry(`r${i}`, "recommendation", word === undefined ? {} : { details: { progress: word } }),
    );
    const outcome = buildEntry("o", "outcome", { links: asked.map(({ id }) => `answers ${id}`) });
    return testCongruence(outcome, lookupOf([outcome, ...asked]));
  };

  it.each([
    [[undefined], "holds", ["r0"]],
    [["complete"], "holds", ["r0"]],
    [["2003: none; 2005: a lot"], "holds", ["r0"]],
    [["2003: none; 2005: some"], "partly", ["r0"]],
    [["none"], "fails", ["r0"]],
    [["some", "complete"], "holds", ["r1"]],
    [["none", "some"], "partly", ["r1"]],
    [["none mentioned"], "holds", ["r0"]],
    [["?"], "holds", ["r0"]],
  ] as const)("with progress %j: %s", (progress, verdict, evidence) => {
    expect(test(...progress)).toMatchObject({ verdict, evidence });
  });

  it("says what it rests on", () => {
    expect(test("2003: none; 2005: some").reason).toBe(
      "It answers 1 recommendation. Progress on r0 in 2005: some.",
    );
  });

  it("is not in the record without a recommendation that is answered", () => {
    expect(test()).toMatchObject({ verdict: "not-in-record", missing: "no-link", evidence: [] });
    const outcome = buildEntry("o", "outcome", { links: ["answers x", "answers c"] });
    const contact = buildEntry("c", "contact");
    expect(testCongruence(outcome, lookupOf([outcome, contact]))).toMatchObject({
      verdict: "not-in-record",
      missing: "no-target",
    });
  });

  it("reads progress by year from one column or from several", () => {
    const entry = buildEntry("r", "recommendation", {
      details: { progress: "2004=Some; 2002 none", progress_2006: "a-lot", status: "complete" },
    });
    expect(readProgress(entry)).toEqual([
      { year: 2002, progress: "none" },
      { year: 2004, progress: "some" },
      { year: 2006, progress: "a lot" },
    ]);
  });
});

describe("testimony", () => {
  const test = (...witnesses: EntryDraft[]) => {
    const outcome = buildEntry("o", "outcome", { links: ["attributed-by t0"] });
    const said = witnesses.map((draft, i) =>
      buildEntry(`t${i}`, "testimony", { links: i === 0 ? [] : ["about o"], ...draft }),
    );
    return testTestimony(outcome, lookupOf([outcome, ...said]));
  };

  it("holds with one witness who is not the author", () => {
    expect(test({ actors: ["ngo:polaris"] })).toMatchObject({
      verdict: "holds",
      evidence: ["t0"],
      reason: "1 witness (1 NGO) attributed it to the push.",
    });
  });

  it("counts witnesses by kind, each once", () => {
    const result = test(
      { actors: ["ngo:polaris"] },
      { actors: ["ngo:polaris", "government:mofa"] },
      { actors: ["ngo:lighthouse"], details: { attributes: "no" } },
    );
    expect(result.witnesses).toEqual([
      { kind: "government", yes: 1, partly: 0, no: 0 },
      { kind: "ngo", yes: 1, partly: 0, no: 1 },
    ]);
    expect(result.reason).toBe(
      "2 witnesses (1 government and 1 NGO) attributed it to the push. 1 witness (1 NGO) denied it.",
    );
  });

  it("is undecidable on the author's word alone, and partly or failing by what others say", () => {
    expect(test({ actors: ["author"] })).toMatchObject({ verdict: "undecidable", missing: "author-only" });
    expect(test({ actors: ["media"], details: { attributes: "partly" } }).verdict).toBe("partly");
    expect(test({ actors: ["media"], details: { attributes: "no" } })).toMatchObject({
      verdict: "fails",
      evidence: ["t0"],
    });
    expect(test({ actors: ["author"] }, { actors: ["media"], details: { attributes: "no" } }).verdict).toBe(
      "fails",
    );
  });

  it("takes the kind of witness from its column, but the author is never one", () => {
    const result = test({ actors: ["unnamed:staff", "author"], details: { witness: "ngo" } });
    expect(result.witnesses.map(({ kind, yes }) => [kind, yes])).toEqual([
      ["ngo", 1],
      ["author", 1],
    ]);
  });

  it("takes testimony without actors as of someone unnamed, and no testimony as not in the record", () => {
    expect(test({}).witnesses).toEqual([{ kind: "unnamed", yes: 1, partly: 0, no: 0 }]);
    expect(test()).toMatchObject({ verdict: "not-in-record", missing: "no-link" });
  });

  it("lists rival explanations and gaps about the outcome, and only those", () => {
    const outcome = buildEntry("o", "outcome");
    const entries = [
      outcome,
      buildEntry("a", "alternative", { links: ["about o"] }),
      buildEntry("b", "alternative", { links: ["about other"] }),
      buildEntry("g", "gap", { links: ["about o"] }),
      buildEntry("x", "gap", { links: ["restates o"] }),
    ];
    expect(testTestimony(outcome, lookupOf(entries))).toMatchObject({ rivals: ["a"], gaps: ["g"] });
  });
});

describe("the matrix", () => {
  const committee = buildEntry("jpn-094", "outcome", { date: "2004-04", links: ["follows grade:2004"] });
  const visa = buildEntry("jpn-100", "outcome", {
    date: "2005",
    links: ["follows grade:2004", "answers jpn-101", "attributed-by jpn-105"],
  });
  const rest = [
    buildEntry("jpn-101", "recommendation", { date: "2004" }),
    buildEntry("jpn-105", "testimony", { actors: ["ngo:vital-voices"] }),
    buildEntry("jpn-080", "alternative", { links: ["about jpn-100"] }),
  ];

  it("gives Japan's committee and visa the verdicts of domain.md 2.17", () => {
    const entries = [visa, ...rest, committee];
    const rows = computeTestsMatrix(entries, lookupOf(entries));
    const verdicts = rows.map(({ outcome, cells }) => [
      outcome.id,
      cells.sequencing.verdict,
      cells.congruence.verdict,
      cells.testimony.verdict,
    ]);
    expect(verdicts).toEqual([
      ["jpn-094", "fails", "not-in-record", "not-in-record"],
      ["jpn-100", "holds", "holds", "holds"],
    ]);
    expect(rows[1]?.rivals).toEqual(["jpn-080"]);
  });

  it("takes an author's verdict with reason and name, and keeps the computed one", () => {
    const details = {
      override_sequencing: "partly",
      override_reason: "Embassy staff spoke of the coming grade in March.",
      override_by: "J. Kelley",
    };
    const [row] = computeTestsMatrix([{ ...committee, details }], lookupOf([committee]));
    expect(row?.cells.sequencing).toMatchObject({
      verdict: "partly",
      computed: { verdict: "fails" },
      override: { by: "J. Kelley" },
    });
    expect(row?.cells.congruence.override).toBeUndefined();
  });

  it.each([
    [{ override_testimony: "holds", override_by: "A. B." }, "no-reason"],
    [{ override_testimony: "holds", override_reason: "I know.", override_by: " " }, "no-name"],
    [{ override_testimony: "pass", override_reason: "I know.", override_by: "A. B." }, "unknown-verdict"],
  ] as const)("does not take %j and reports it", (details, problem) => {
    const outcome = { ...committee, details };
    expect(findOverrideProblems([outcome])).toMatchObject([{ test: "testimony", problem }]);
    const [row] = computeTestsMatrix([outcome], lookupOf([outcome]));
    expect(row?.cells.testimony.verdict).toBe("not-in-record");
  });

  it("does not depend on the order of entries", () => {
    const entries = [visa, ...rest, committee];
    const reversed = entries.toReversed();
    expect(computeTestsMatrix(reversed, lookupOf(reversed))).toEqual(
      computeTestsMatrix(entries, lookupOf(entries)),
    );
  });
});
