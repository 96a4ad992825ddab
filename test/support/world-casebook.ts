import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { auditCasebook } from "../../src/pipeline.ts";
import type { Edition } from "../../src/publish/edition.ts";
import { isRdsTable, readRds } from "../../src/read/rds.ts";
import { createMemoryFolder } from "./memory-folder.ts";
import { readSharedRows } from "./shared-data.ts";

const CONFIG = `title: The world in the companion's data
licence: CC-BY-4.0
years: 1960-2015
scorecard:
  name: Trafficking in Persons Report
  short: TIP Report
  grader: US Department of State
  since: 2001
  tiers:
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
    - {id: 2WL, label: Tier 2 Watch List, short: WL, since: 2004, aliases: [Watch List]}
    - {id: 3, label: Tier 3}
figures:
  timeline:
    years: 2000-2015
    index: policy-index.p
    label: Anti-TIP policy index
`;

const TIERS = new Map([
  ["Tier 1", "1"],
  ["Tier 2", "2"],
  ["Watchlist", "2WL"],
  ["Tier 3", "3"],
]);

/** Countries whose ISO code the companion's tables lack, by Correlates of War or the tables' own number. */
const ISO_OF_COW: Readonly<Record<string, string>> = {
  54: "DMA",
  56: "LCA",
  60: "KNA",
  402: "CPV",
  403: "STP",
  437: "CIV",
  581: "COM",
  591: "SYC",
  935: "VUT",
  955: "TON",
  983: "MHL",
  986: "PLW",
  990: "WSM",
  1000: "HKG",
  1002: "MAC",
  1003: "SRB",
};

const CASES = "ARG ARE ARM ECU HND IDN ISR JPN KAZ MOZ MYS NGA OMN TCD ZWE".split(" ");

const ORACLE = new URL("../../../shared/oracle/", import.meta.url);

/** Returns the rows of a table of expected numbers, by column header. */
export function readOracleRows(name: string): Record<string, string>[] {
  const delimiter = name.endsWith(".tsv") ? "\t" : ",";
  return parse(readFileSync(new URL(name, ORACLE), "utf8"), { columns: true, delimiter }) as Record<
    string,
    string
  >[];
}

/**
 * Returns the companion's data as the casebook of the world: tiers, index with its parts, years of joining, laws by their
 * years in R's own file, grants, cables. Serbia and Montenegro stand from 2003 on, as the tables have them.
 */
export function worldCasebook(): Record<string, string> {
  const isoOf = isoByCow();
  const iso = (row: Readonly<Record<string, string>>, code: string, cow: string): string | undefined => {
    const known = row[code] === undefined || row[code] === "NA" ? undefined : row[code];
    return known ?? isoOf.get(String(Number(row[cow])));
  };
  const grades = readSharedRows("map_tiers.csv").flatMap((row) => {
    const tier = TIERS.get((row.tier ?? "").trim());
    const country = iso(row, "iso", "ccode");
    return tier && country ? [[country, String(Number(row.year)), tier]] : [];
  });
  const index = readSharedRows("policy_index.csv").flatMap((row) => {
    const country = iso(row, "iso", "cow");
    const values = [row.p, row.prosecution, row.prevention, row.protection];
    return country && values[0] !== "NA"
      ? [[country, row.year ?? "", ...values.map((one) => (one === "NA" ? "not-coded" : (one ?? "")))]]
      : [];
  });
  const joined = readSharedRows("year_joined.csv").flatMap((row) => {
    const country = iso(row, "iso", "cow") ?? (row.country_name === "Serbia" ? "SRB" : undefined);
    return country && row.start_year !== "NA" ? [[country, row.start_year ?? "", row.start_year ?? ""]] : [];
  });
  const grants = readSharedRows("funding_clean.csv").flatMap((row) => {
    const country = isoOf.get(row.cowcode ?? "");
    if (country === undefined || row.country === "USA") return [];
    const purposes = ["prevention", "protection", "prosecution", "research"].filter(
      (one) => Number(row[one]) === 1,
    );
    const amount = row.amount === "NA" ? "not-available" : String(Number(row.amount));
    const year = String(Number(row.grant_year));
    return year === "NaN"
      ? []
      : [[`g${row.id}`, country, year, row.recipient ?? "", amount, purposes.join(";")]];
  });
  return {
    "casebook.yaml": CONFIG,
    "countries.csv": csv("country,name,from,to,group,group_from,group_to", countryRows(grades)),
    "grades.csv": csv("country,year,tier", grades),
    "series/policy-index.csv": csv("country,year,p,prosecution,prevention,protection", index),
    "series/policy-index.yaml":
      "label: Policy index\ncolumns:\n  p: {label: Policy index, range: [3, 15]}\n  prosecution: {label: Prosecution}\n  prevention: {label: Prevention}\n  protection: {label: Protection}\n",
    "series/year-joined.csv": csv("country,year,value", joined),
    "series/year-joined.yaml": "label: First report\n",
    "record/laws.csv": csv("id,country,date,level", lawRows(iso)),
    "record/grants.csv": csv("id,country,year,recipient,amount,purposes", grants),
    "cables.csv": csv("post,year,month,last_serial,cables,tip_cables", cableRows()),
    "posts.csv": csv(
      "post,city,country",
      readSharedRows("map_approximate_embassy_locations.csv").map((row) => [
        row.embassy_name_in_cable ?? "",
        row.city ?? "",
        row.iso ?? "",
      ]),
    ),
    ...Object.fromEntries(
      CASES.map((one) => [`cases/${one.toLowerCase()}.md`, `title: ${one}\ncountry: ${one}\n\nText.\n`]),
    ),
  };
}

/** Returns the world as an edition. */
export async function readWorld(): Promise<Edition> {
  const { edition, diagnostics } = await auditCasebook(createMemoryFolder(worldCasebook()));
  if (!edition) throw new Error(JSON.stringify(diagnostics.slice(0, 5).map((one) => one.message)));
  return edition;
}

function isoByCow(): Map<string, string> {
  const pairs = readSharedRows("policy_index.csv").flatMap((row): [string, string][] =>
    row.iso && row.iso !== "NA" ? [[row.cow ?? "", row.iso]] : [],
  );
  return new Map([...pairs, ...Object.entries(ISO_OF_COW)]);
}

/** Developed is who did not get aid in the year; runs of years become one row. */
function countryRows(grades: readonly string[][]): string[][] {
  const recipients = new Set(
    readSharedRows("oecd_dac_countries.csv").map((row) => `${row.iso3} ${Number(row.year)}`),
  );
  const rows = [...new Set(grades.map(([country]) => country ?? ""))].sort().flatMap((country) => {
    const span = country === "MNE" || country === "SRB" ? ["2003", ""] : ["", ""];
    const runs: [number, number][] = [];
    for (let year = 2001; year <= 2013; year++) {
      // The list of recipients calls the two by the names of their common state.
      if (recipients.has(`${country} ${year}`) || country === "MNE" || country === "SRB") continue;
      const run = runs.at(-1);
      if (run && run[1] === year - 1) run[1] = year;
      else runs.push([year, year]);
    }
    const groups = runs.map(([from, to]) => [country, "", ...span, "developed", String(from), String(to)]);
    return groups.length > 0 ? groups : [[country, "", ...span, "", "", ""]];
  });
  return rows;
}

function lawRows(
  iso: (row: Record<string, string>, code: string, cow: string) => string | undefined,
): string[][] {
  const seen = new Set<string>();
  return readLawYears().flatMap((row) => {
    const country = iso(row, "iso", "cow");
    if (country === undefined || seen.has(country)) return [];
    seen.add(country);
    return (["partial", "full"] as const).flatMap((level) => {
      const year = row[`year.${level}`];
      return year === "NA" || year === undefined
        ? []
        : [[`${country.toLowerCase()}-${level}`, country, String(Math.max(1990, Number(year))), level]];
    });
  });
}

/** The rows of the index with the years of laws, as R keeps them. */
function readLawYears(): Record<string, string>[] {
  const path = new URL("../../../shared/data/policy_index.rds", import.meta.url);
  const read = readRds(gunzipSync(readFileSync(path)));
  if (!isRdsTable(read)) throw new Error(read.problem);
  return read.rows.map((row) => Object.fromEntries(read.columns.map((name, i) => [name, row[i] ?? ""])));
}

function cableRows(): string[][] {
  return readSharedRows("cables_trafficking.csv").flatMap((row) => {
    const { Embassy: post = "", Year: year = "", Month: month = "" } = row;
    const cell = (name: string): string => (row[name] === "NA" ? "not-available" : String(Number(row[name])));
    const serial = cell("MRN number");
    if (!/^\d+$/.test(serial)) return [];
    return [
      [
        post,
        year,
        month,
        serial,
        cell("Actual number of cables that month"),
        cell("Trafficking cables this year"),
      ],
    ];
  });
}

function csv(header: string, rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${header}\n${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`;
}
