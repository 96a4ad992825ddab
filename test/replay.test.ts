import { beforeAll, describe, expect, test } from "vitest";
import { recordClaim, recordStatistics } from "../src/compute/page-record.ts";
import { type ClaimRecord, replayClaim, replayStatistic } from "../src/compute/replay.ts";
import { computeStatistics } from "../src/compute/statistics.ts";
import type { Edition } from "../src/publish/edition.ts";
import { readExample } from "./support/published-site.ts";

let edition: Edition;

beforeAll(async () => {
  edition = await readExample();
});

/** As a page carries it: plain JSON. */
function carried<T>(record: T): T {
  return JSON.parse(JSON.stringify(record)) as T;
}

test("every statement of the example is judged again as it was, from what its page carries", () => {
  const kinds = new Map<string, number>();
  for (const claim of edition.claims.values()) {
    const record = carried(recordClaim(edition.index, claim));
    const replayed = replayClaim(record, claim.text);
    if (claim.asked?.kind === "result") {
      // What a whole analysis gives is not computed again on a page, and it says so.
      expect(replayed).toEqual({ reason: "analysis" });
      continue;
    }
    expect(replayed, `${claim.caseId}#${claim.id}`).toMatchObject({ verdict: claim.verdict });
    kinds.set(record.kind, (kinds.get(record.kind) ?? 0) + 1);
  }
  expect([...kinds.keys()].sort()).toEqual(["grade", "rows", "value"]);
  expect(Math.min(...kinds.values())).toBeGreaterThan(5);
});

test("every statistic of the example comes out as it is printed, and quoted ones say so", () => {
  const { index } = edition;
  for (const country of index.countries) {
    const printed = computeStatistics(index, country);
    const replayed = recordStatistics(index, country, "t").map((one) => replayStatistic(carried(one)));
    expect(replayed).toEqual(printed.map(({ quoted, text }) => (quoted ? { reason: "quoted" } : text)));
  }
});

describe("a record that was changed", () => {
  const years = { first: 2001, last: 2003 };
  const grade: ClaimRecord = { id: "a", kind: "grade", tier: "2", tiers: ["2", "2", "2"] };
  const mean: ClaimRecord = {
    id: "b",
    kind: "value",
    from: {
      type: "years",
      numbers: [
        [2001, 2],
        [2002, null],
        [2003, 5],
      ],
      how: "mean",
      years,
      absent: "missing",
      scale: 1,
    },
  };
  const rows: ClaimRecord = {
    id: "c",
    kind: "rows",
    expect: { kind: "set", values: ["GRC", "JPN"] },
    cells: ["JPN", "GRC"],
    count: 2,
    isCut: false,
    lacks: false,
  };

  test.each<[ClaimRecord, string, string]>([
    [grade, "Tier 2", "holds"],
    [{ ...grade, tiers: ["2", "3", "2"] }, "Tier 2", "fails"],
    [{ ...grade, tiers: ["2", { missing: "not-in-report" }, "2"] }, "Tier 2", "not-in-record"],
    [mean, "3.5", "holds"],
    [mean, "3.6", "fails"],
    [{ ...mean, words: "3.5" }, "the mean", "holds"],
    [rows, "both", "holds"],
    [{ ...rows, cells: ["JPN"] }, "both", "fails"],
    [{ ...rows, lacks: true }, "both", "not-in-record"],
    [{ ...rows, expect: { kind: "rows", count: 2 }, cells: null }, "two", "holds"],
    [{ ...rows, expect: { kind: "rows", count: 2 }, cells: null, count: 3 }, "two", "fails"],
  ])("is judged by what it says (%#)", (record, words, verdict) => {
    expect(replayClaim(record, words)).toMatchObject({ verdict });
  });

  test("says which tiers or numbers it found", () => {
    expect(replayClaim({ ...grade, tiers: ["2", "3", "2"] }, "Tier 2")).toMatchObject({ found: "2, 3, 2" });
    expect(replayClaim(mean, "3.6")).toMatchObject({ found: "3.5" });
  });

  test("is not judged where words hold no number, or nothing could be asked", () => {
    expect(replayClaim(mean, "a lot")).toEqual({ reason: "unclear" });
    expect(replayClaim({ id: "d", kind: "not-replayed", reason: "too-many-rows" }, "x")).toEqual({
      reason: "too-many-rows",
    });
  });

  test("has counts of cables held against “70 of 5,798” and their share", () => {
    const cables = (part: "share" | "cables"): ClaimRecord => ({
      id: "e",
      kind: "value",
      from: {
        type: "cables",
        part,
        years: [
          [2006, 3000, 40],
          [2007, 2798, 30],
        ],
      },
    });
    expect(replayClaim(cables("share"), "70 of 5,798")).toMatchObject({ verdict: "holds" });
    expect(replayClaim(cables("share"), "71 of 5,798")).toMatchObject({ verdict: "fails" });
    expect(replayClaim(cables("share"), "1.2 percent")).toMatchObject({ verdict: "holds" });
    expect(replayClaim(cables("cables"), "5,798")).toMatchObject({ verdict: "holds" });
  });
});
