import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { parseDate } from "../../src/base/edtf.ts";
import { createMissing, type Missing } from "../../src/base/missing.ts";
import { computeMoves, type Timeline, type TimelineGrade } from "../../src/compute/timeline.ts";
import type { Tier } from "../../src/model/scorecard.ts";

const FOLDER = new URL("../../../shared/data/", import.meta.url);

/** Tells whether the folder of the companion's data is beside the checkout. */
export const hasSharedData: boolean = existsSync(FOLDER);

type Row = Readonly<Record<string, string>>;

/** Returns the rows of a CSV of the companion's data, by column header. */
export function readSharedRows(name: string): Row[] {
  return parse(readFileSync(new URL(name, FOLDER), "utf8"), { columns: true }) as Row[];
}

/** The tiers of the TIP Report. */
export const TIP_TIERS: readonly [Tier, Tier, Tier, Tier] = [
  { id: "1", label: "Tier 1", short: "1", rank: 0, since: 2001, aliases: [] },
  { id: "2", label: "Tier 2", short: "2", rank: 1, since: 2001, aliases: [] },
  { id: "2WL", label: "Tier 2 Watch List", short: "WL", rank: 2, since: 2004, aliases: ["Watch List"] },
  { id: "3", label: "Tier 3", short: "3", rank: 3, since: 2001, aliases: [] },
];

const TIER_OF_CODE = new Map([
  ["1", TIP_TIERS[0]],
  ["2", TIP_TIERS[1]],
  ["2.5", TIP_TIERS[2]],
  ["3", TIP_TIERS[3]],
]);

/** The countries of leaders.csv: Archigos letters, which differ from ISO's for some. */
const ARCHIGOS_ISO = new Map([
  ["CHA", "TCD"],
  ["HON", "HND"],
  ["INS", "IDN"],
  ["KZK", "KAZ"],
  ["MAL", "MYS"],
  ["MZM", "MOZ"],
  ["NIG", "NGA"],
  ["OMA", "OMN"],
  ["UAE", "ARE"],
  ["ZIM", "ZWE"],
]);

/** Returns the ISO codes of the countries with governments, in order. */
export function sharedCountries(): string[] {
  return [...new Set(readSharedRows("leaders.csv").map(isoOfLeader))].sort();
}

/** Returns the timeline of a country of the companion's data, over the years 2000–2014. */
export function readSharedTimeline(iso: string): Timeline {
  const years = { first: 2000, last: 2014 };
  const rows = readSharedRows("policy_index.csv").filter(
    (row) => row.iso === iso && Number(row.year) >= years.first && Number(row.year) <= years.last,
  );
  const grades = rows.flatMap((row): TimelineGrade[] => {
    const tier = gradeOf(row);
    return tier ? [{ year: Number(row.year), tier }] : [];
  });
  const values = rows.map((row) => {
    const value = row.p === "NA" || row.p === undefined ? createMissing("not-coded") : Number(row.p);
    return { year: Number(row.year), value };
  });
  return {
    country: { id: iso, name: rows[0]?.country_name ?? iso },
    scorecard: "TIP Report",
    years,
    tiers: TIP_TIERS,
    grades,
    moves: computeMoves(grades),
    index: { label: "Anti-TIP policy index", range: [0, 15], values },
    laws: readLaws(iso, years.first),
    governments: readGovernments(iso),
  };
}

/** Tiers before the first report of 2001 do not exist and have no entry. */
function gradeOf(row: Row): Tier | Missing | undefined {
  const tier = TIER_OF_CODE.get(row.tier ?? "");
  if (tier) return tier;
  if (row.tier === "555") return createMissing("not-in-report");
  if (row.tier === "666") return createMissing("special-case");
  if (Number(row.year) < 2001) return undefined;
  return createMissing(Number(row.year) < Number(row.start_year) ? "not-in-report" : "not-coded");
}

function readLaws(iso: string, firstYear: number): Timeline["laws"] {
  return readSharedRows("crim_cases.csv")
    .filter(
      (row) =>
        row.iso === iso && row["crim.year"] !== "NA" && Number(row["crim.year"]?.slice(0, 4)) >= firstYear,
    )
    .flatMap((row) => {
      const enacted = parseDate(row["crim.year"]?.slice(0, 4) ?? "");
      return enacted ? [{ label: row["crim.type"] ?? "", enacted }] : [];
    })
    .sort((a, b) => a.enacted.first.localeCompare(b.enacted.first));
}

function readGovernments(iso: string): Timeline["governments"] {
  return readSharedRows("leaders.csv")
    .filter((row) => isoOfLeader(row) === iso)
    .map((row) => ({
      person: row.leader ?? "",
      familyName: row.leader ?? "",
      start: row.startdate ?? "",
      ...(row.enddate && row.enddate < "2015-12-31" ? { end: row.enddate } : {}),
    }))
    .filter(({ start }) => start < "2015")
    .sort((a, b) => a.start.localeCompare(b.start));
}

function isoOfLeader(row: Row): string {
  return ARCHIGOS_ISO.get(row.idacr ?? "") ?? row.idacr ?? "";
}
