import { beforeAll, describe, expect, it } from "vitest";
import type { CheckedClaim } from "../src/compute/named-claims.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { japanCasebook } from "./support/japan-casebook.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";
import { hasSharedData } from "./support/shared-data.ts";

/**
 * The statements of shared/claims-japan.md as claims over the companion's data, with the verdicts that the table gives:
 * confirmed or consistent → holds, refuted → fails, no data → not-in-record; "partly" is split (J8a, J8b).
 *
 * J50 (the committee of April 2004 came before the report) asks the record's entries, of which the casebook has that one;
 * the report is dated June. J29 (aid is 0% of GDP) and J38 (UNODC's incidence) rest on data that are not among the shared files.
 */
type Verdict = CheckedClaim["verdict"];
type Claim = readonly [id: string, verdict: Verdict, sql: string, expect: unknown, notInRecord?: string];

const tier = (country: string, year: number) =>
  `(SELECT tier FROM grades WHERE country = '${country}' AND year = ${year})`;
const tiers = (country: string, from: number, to: number) =>
  `SELECT DISTINCT tier FROM grades WHERE country = '${country}' AND year BETWEEN ${from} AND ${to}`;
const value = (series: string, measure: string, year: number) =>
  `(SELECT value FROM series WHERE series = '${series}' AND measure = '${measure}' AND country = 'JPN' AND year = ${year})`;
const ALONE =
  "SELECT g.country FROM grades g JOIN groups d ON d.country = g.country AND g.year BETWEEN d.year_from AND d.year_to WHERE d.name = 'developed' AND g.year = 2004 AND g.tier = '2WL'";
const FIRST = `SELECT (SELECT min(year) FROM grades WHERE country = 'JPN' AND tier IS NOT NULL) = 2001 AND ${value("year-joined", "value", 2001)} = 2001 AND ${tier("JPN", 2001)} = '2'`;
const coded = (code: string) =>
  `SELECT year FROM series WHERE series = 'reactions' AND country = 'JPN' AND measure = '${code}' AND value = 1`;
const SHARES =
  "SELECT country, sum(value) FILTER (measure = 'tip') / sum(value) FILTER (measure = 'total') AS share FROM series WHERE series = 'cables' GROUP BY country";
const grants = (condition: string) => `SELECT count(*) FROM grants WHERE country = 'JPN' AND ${condition}`;
const monthOf = (serial: number, year: number) =>
  `SELECT min(CAST(substr(measure, 2) AS INTEGER)) FROM series WHERE series = 'serials' AND year = ${year} AND value >= ${serial}`;
const NO_CABLES_2004 =
  "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM series WHERE series = 'cables' AND country = 'JPN' AND year = 2004)";

const GRADES: readonly Claim[] = [
  ["j1", "holds", FIRST, true],
  ["j2", "holds", tiers("JPN", 2001, 2003), { set: ["2"] }],
  ["j3", "holds", "SELECT min(year) FROM grades WHERE tier = '2WL'", { number: 2004, tolerance: 0 }],
  ["j4", "holds", `SELECT ${tier("JPN", 2004)}`, { is: "2WL" }],
  ["j5", "fails", ALONE, { set: ["JPN"] }],
  ["j6", "holds", ALONE, { set: ["GRC", "JPN"] }],
  ["j7a", "fails", tiers("CAN", 2001, 2002), { set: ["2"] }],
  ["j7b", "holds", tiers("CAN", 2003, 2003), { set: ["2"] }],
  ["j8a", "fails", tiers("ISR", 2001, 2001), { set: ["2"] }],
  ["j8b", "holds", tiers("ISR", 2002, 2003), { set: ["2"] }],
  ["j9a", "holds", tiers("FRA", 2001, 2001), { set: ["2"] }],
  ["j9b", "fails", tiers("FRA", 2002, 2003), { set: ["2"] }],
  ["j10a", "holds", tiers("SWE", 2001, 2001), { set: ["2"] }],
  ["j10b", "not-in-record", tiers("SWE", 2002, 2002), { set: ["2"] }],
  ["j10c", "fails", tiers("SWE", 2003, 2003), { set: ["2"] }],
  [
    "j11",
    "fails",
    "SELECT max(n) = 4 FROM (SELECT year, count(*) n FROM grades WHERE tier = '2' AND country IN ('CAN', 'ISR', 'FRA', 'SWE') AND year BETWEEN 2001 AND 2003 GROUP BY year)",
    true,
  ],
  ["j12", "holds", tiers("JPN", 2005, 2005), { set: ["2"] }],
  ["j13", "holds", "SELECT min(rank) > 1 FROM grades WHERE country = 'JPN' AND year <= 2015", true],
  ["j14", "holds", tiers("JPN", 2008, 2008), { set: ["2"] }],
  [
    "j15",
    "holds",
    "SELECT count(*) FROM grades WHERE country = 'JPN' AND tier = '2' AND year BETWEEN 2005 AND 2015",
    { number: 11 },
  ],
  ["j16", "holds", `SELECT ${tier("COL", 2007)} = '1' AND ${tier("MWI", 2007)} = '1'`, true],
  ["j17", "holds", tiers("RWA", 2007, 2007), { set: ["2"] }],
  ["j18", "holds", tiers("CAN", 2007, 2008), { set: ["1"] }],
  ["j19", "not-in-record", `SELECT ${tier("KOR", 2007)} = '1' AND ${tier("KOR", 2008)} = '1'`, true],
  [
    "j20a",
    "holds",
    "SELECT count(*) FROM grades g JOIN groups m ON m.country = g.country AND m.name = 'g8' WHERE g.year = 2007 AND g.tier = '1'",
    { number: 5 },
  ],
  ["j20b", "not-in-record", "SELECT value FROM series WHERE series = 'sentences'", { number: "31 percent" }],
];

const INDEX: readonly Claim[] = [
  [
    "j21a",
    "fails",
    "SELECT max(value) = min(value) FROM series WHERE series = 'policy-index' AND country = 'JPN' AND year NOT BETWEEN 2004 AND 2005",
    true,
  ],
  [
    "j21b",
    "holds",
    "SELECT year FROM series WHERE series = 'policy-index' AND country = 'JPN' ORDER BY value DESC LIMIT 1",
    { number: 2005, tolerance: 0 },
  ],
  [
    "j22",
    "holds",
    `SELECT ${value("policy-index", "p", 2013)} - ${value("policy-index", "p", 2005)}`,
    { number: -3 },
  ],
  [
    "j23",
    "holds",
    "SELECT id FROM laws WHERE country = 'JPN' AND level = 'full'",
    { rows: 0 },
    "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM laws WHERE country = 'JPN')",
  ],
  ["j24", "holds", "SELECT year FROM laws WHERE country = 'JPN' AND level = 'partial'", { set: [2005] }],
  [
    "j25a",
    "fails",
    "SELECT max(year) FROM series WHERE series = 'policy-index' AND country = 'JPN' AND value IS NOT NULL",
    { number: 2014, tolerance: 0 },
  ],
  ["j25b", "holds", `SELECT ${tier("JPN", 2014)} IS NOT NULL`, true],
];

const STATISTICS: readonly Claim[] = [
  [
    "j26",
    "not-in-record",
    "SELECT avg(value) FROM series WHERE series = 'gdp-per-head'",
    { number: "42,333.27" },
  ],
  [
    "j27",
    "holds",
    "SELECT sum(value) FROM series WHERE series = 'record/aid' AND measure = 'total' AND country = 'JPN' AND year BETWEEN 2001 AND 2013",
    { number: "0.12 million" },
  ],
  [
    "j28",
    "holds",
    "SELECT coalesce(sum(value), 0) FROM series WHERE series = 'record/aid' AND measure = 'us' AND country = 'JPN' AND year BETWEEN 2001 AND 2013",
    { number: 0 },
  ],
  [
    "j29",
    "not-in-record",
    "SELECT avg(a.value / g.value) FROM series a JOIN series g ON g.series = 'gdp' AND g.year = a.year WHERE a.series = 'record/aid'",
    { number: "0%" },
  ],
  [
    "j30",
    "holds",
    "SELECT sum(amount) FROM grants WHERE country = 'JPN' AND year BETWEEN 2001 AND 2013",
    { number: "$821,300" },
  ],
  [
    "j31",
    "fails",
    "SELECT sum(amount) / 13 FROM grants WHERE country = 'JPN' AND year BETWEEN 2001 AND 2013",
    { number: "$821,300" },
  ],
  [
    "j32",
    "holds",
    "SELECT min(year) FROM series WHERE series = 'cables' AND measure = 'tip' AND country = 'JPN' AND value > 0",
    { number: 2006, tolerance: 0 },
  ],
  ["j33", "holds", `SELECT share FROM (${SHARES}) WHERE country = 'JPN'`, { number: "1.21%" }],
  ["j34", "holds", `SELECT country FROM (${SHARES}) ORDER BY share LIMIT 1`, { is: "JPN" }],
  ["j35", "holds", FIRST, true],
  ["j36", "holds", grants("year = 2004 AND recipient = 'Vital Voices' AND amount = 12000"), { number: 1 }],
  ["j37a", "holds", `SELECT (${grants("recipient_type = 'NPO'")}) > 0`, true],
  [
    "j37b",
    "not-in-record",
    `SELECT (${grants("recipient LIKE '%Lighthouse%'")}) > 0`,
    true,
    "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM grants WHERE recipient LIKE '%Lighthouse%')",
  ],
  ["j38", "not-in-record", "SELECT value > 0 FROM series WHERE series = 'unodc-incidence'", true],
];

const CONCERNS: readonly Claim[] = [
  ["j39", "holds", `SELECT list_contains((SELECT list(year) FROM (${coded("embassment")})), 2004)`, true],
  [
    "j40",
    "holds",
    `${coded("comparisonsratingnotfair")} AND year BETWEEN 2007 AND 2008`,
    { set: [2007, 2008] },
  ],
  ["j41", "holds", coded("howimprove"), { set: [2007] }],
  ["j42", "holds", coded("movinggoal"), { set: [2006, 2007] }],
  ["j43", "fails", coded("harmingrelations"), { set: [2007] }],
  [
    "j44",
    "not-in-record",
    "SELECT sum(value) > 0 FROM series WHERE series = 'reactions' AND country = 'JPN' AND year = 2009",
    true,
    "SELECT 1 FROM series WHERE series = 'reactions' AND country = 'JPN' AND year = 2009 GROUP BY year HAVING sum(value) = 0",
  ],
  ["j45", "not-in-record", `SELECT ${value("reactions", "howimprove", 2004)} = 1`, true, NO_CABLES_2004],
  ["j46", "fails", `SELECT (${monthOf(1350, 2008)}) > 6`, true],
  ["j47a", "holds", monthOf(2481, 2007), { number: 6 }],
  ["j47b", "fails", "SELECT year FROM sources WHERE id = '07TOKYO2481'", { number: 2005, tolerance: 0 }],
  ["j48", "fails", "SELECT year FROM sources WHERE id = 'daily-yomiuri'", { number: 2005, tolerance: 0 }],
  [
    "j49",
    "fails",
    "SELECT CAST(regexp_extract(url, '/((19|20)[0-9]{2})/', 1) AS INTEGER) FROM sources WHERE id = 'silver'",
    { number: 2016, tolerance: 0 },
  ],
  [
    "j50",
    "fails",
    "SELECT date > '2004-06' FROM entries WHERE kind = 'outcome' AND country = 'JPN' AND id = 'committee'",
    true,
  ],
  [
    "j51",
    "holds",
    `SELECT ${value("conditions", "favourability", 2014)} = -1 AND ${value("conditions", "influence", 2014)} = 4`,
    true,
  ],
];

const CLAIMS = [...GRADES, ...INDEX, ...STATISTICS, ...CONCERNS];

describe("the statements of the Japan page", () => {
  const checked = new Map<string, CheckedClaim>();

  beforeAll(async () => {
    if (!hasSharedData) return;
    const claims = CLAIMS.map(([id, , sql, expected, lack]) => ({
      id,
      sql,
      expect: expected,
      ...(lack === undefined ? {} : { not_in_record: lack }),
    }));
    const files = { ...japanCasebook(), "claims.yaml": JSON.stringify(claims) };
    const { edition } = await auditCasebook(createMemoryFolder(files));
    for (const one of edition?.named ?? []) checked.set(one.claim.id, one);
  }, 60_000);

  it.each(CLAIMS.map((claim) => [claim[0], claim[1]] as const))("%s %s", (id, verdict) => {
    if (!hasSharedData) return;
    const one = checked.get(id);
    expect(one?.problem?.message).toBeUndefined();
    expect(`${one?.verdict}: ${one?.answer}`).toMatch(new RegExp(`^${verdict}:`));
  });

  it("are all there", () => {
    const known = new Set(CLAIMS.map(([id]) => id.replace(/[a-z]$/, "")));
    expect(known.size).toBe(51);
  });

  it("keep the rows that decided", (context) => {
    if (!hasSharedData) return context.skip("no shared data");
    const without = CLAIMS.filter(
      ([id, verdict]) => verdict !== "not-in-record" && checked.get(id)?.evidence.length === 0,
    );
    expect(without.map(([id]) => id)).toEqual(["j23"]);
    expect(checked.get("j6")?.evidence).toHaveLength(4);
  });
});
