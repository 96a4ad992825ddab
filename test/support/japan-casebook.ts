import { readFileSync } from "node:fs";
import { readSharedRows } from "./shared-data.ts";

type Row = Readonly<Record<string, string>>;

const CONFIG = `title: The Japan page against the companion's data
years: 2000-2015
scorecard:
  name: Trafficking in Persons Report
  grader: US Department of State
  since: 2001
  tiers:
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
    - {id: 2WL, label: Tier 2 Watch List, since: 2004}
    - {id: 3, label: Tier 3}
`;

const TIERS = new Map([
  ["Tier 1", "1"],
  ["Tier 2", "2"],
  ["Watchlist", "2WL"],
  ["Tier 3", "3"],
  ["1", "1"],
  ["2", "2"],
  ["2.5", "2WL"],
  ["3", "3"],
]);

const G8 = ["CAN", "FRA", "DEU", "ITA", "JPN", "RUS", "GBR", "USA"];

/** The posts whose cables were counted for the fifteen cases. */
const POSTS = new Map([
  ["Maputo", "MOZ"],
  ["Astana", "KAZ"],
  ["Yerevan", "ARM"],
  ["Quito", "ECU"],
  ["Telaviv", "ISR"],
  ["Abuja", "NGA"],
  ["Jakarta", "IDN"],
  ["Abudhabi", "ARE"],
  ["Muscat", "OMN"],
  ["Buenosaires", "ARG"],
  ["Kualalumpur", "MYS"],
  ["Tokyo", "JPN"],
  ["Tegucigalpa", "HND"],
  ["Ndjamena", "TCD"],
  ["Harare", "ZWE"],
]);

/**
 * Returns the companion's data as a casebook. Two traps are taken out: Côte d'Ivoire's rows, which have lost their iso,
 * get it back, and Montenegro's of the years before it was a state are left out.
 */
export function japanCasebook(): Record<string, string> {
  return {
    "casebook.yaml": CONFIG,
    "grades.csv": csv("country,year,tier", gradeRows()),
    "countries.csv": csv("country,name,group,group_from,group_to", groupRows()),
    "series/policy-index.csv": csv("country,year,p", indexRows()),
    "series/policy-index.yaml": "label: Policy index\n",
    "series/year-joined.csv": csv("country,year,value", joinedRows()),
    "series/year-joined.yaml": "label: First report\n",
    "series/cables.csv": csv("country,year,total,tip", cableRows()),
    "series/cables.yaml": "label: Cables of the capital's post\n",
    "series/serials.csv": csv(`country,year,${MONTHS.join(",")}`, serialRows()),
    "series/serials.yaml": "label: Last serial number of each month, Tokyo\n",
    ...reactions(),
    "series/conditions.csv": csv("country,year,favourability,influence", conditionRows()),
    "series/conditions.yaml": "label: Conditioning factors and influence of the fifteen cases\n",
    "record/aid.csv": csv("country,year,total,us", aidRows()),
    "record/grants.csv": csv("id,country,year,recipient,amount,recipient_type", grantRows()),
    "record/laws.csv": csv("id,country,date,level", lawRows()),
    "record/outcomes.csv": csv("id,country,date,type,summary", [COMMITTEE]),
    "sources.json": JSON.stringify(SOURCES),
  };
}

/** The ministries' committee, as the seed's page dates it. */
const COMMITTEE = ["committee", "JPN", "2004-04", "institution", "Committee of ministries on trafficking"];

/** A cable as its serial dates it, and two articles as the seed's notes 247 and 246 have them, with their dates. */
const SOURCES = [
  { id: "07TOKYO2481", type: "document", title: "Cable 07TOKYO2481", issued: { "date-parts": [[2007, 6]] } },
  {
    id: "daily-yomiuri",
    type: "article-newspaper",
    title: "Trafficking blots nation's repute",
    issued: { "date-parts": [[2004, 11, 23]] },
  },
  {
    id: "silver",
    type: "article-newspaper",
    title: "The Trafficking Scourge",
    issued: { "date-parts": [[2016, 8, 15]] },
    URL: "http://www.japantimes.co.jp/community/2006/08/15/issues/the-trafficking-scourge/",
  },
];

const MONTHS = Array.from({ length: 12 }, (_, i) => `m${i + 1}`);

function gradeRows(): string[][] {
  const rows = readSharedRows("map_tiers.csv").flatMap((row) => {
    const country = row["ccode"] === "437" ? "CIV" : (row["iso"] ?? "NA");
    const year = Number(row["year"]);
    if (country === "NA" || year < 2001 || year > 2014 || (country === "MNE" && year < 2006)) return [];
    return [[country, String(year), TIERS.get((row["tier"] ?? "").trim()) ?? "not-coded"]];
  });
  const isoOf = new Map(readSharedRows("map_tiers.csv").map((row) => [row["countryname"], row["iso"] ?? ""]));
  const last = readSharedRows("tiers_2015.csv").flatMap((row) => {
    const iso = isoOf.get((row["countryname"] ?? "").trim());
    return iso && iso !== "NA" ? [[iso, "2015", TIERS.get((row["tier"] ?? "").trim()) ?? "not-coded"]] : [];
  });
  const seen = new Set<string>();
  return [...rows, ...last].filter(([country, year]) => {
    const key = `${country} ${year}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** "Developed" is absence from the list of aid recipients of the year; runs of years become one row. */
function groupRows(): string[][] {
  const recipients = new Set(
    readSharedRows("oecd_dac_countries.csv").map((row) => {
      const iso = /Ivoire/.test(row["country"] ?? "") ? "CIV" : row["iso3"];
      return `${iso} ${Number(row["year"])}`;
    }),
  );
  const countries = [...new Set(gradeRows().map(([country]) => country ?? ""))].sort();
  const rows = countries.flatMap((country) => {
    const runs: [number, number][] = [];
    for (let year = 2001; year <= 2015; year++) {
      if (recipients.has(`${country} ${year}`)) continue;
      const run = runs.at(-1);
      if (run && run[1] === year - 1) run[1] = year;
      else runs.push([year, year]);
    }
    return runs.map(([from, to]) => [country, "", "developed", String(from), String(to)]);
  });
  return [...rows, ...G8.map((country) => [country, "", "g8", "2001", "2013"])];
}

function indexRows(): string[][] {
  return readSharedRows("policy_index.csv").flatMap((row) =>
    row["iso"] === "NA" || Number(row["year"]) < 2000 || Number(row["year"]) > 2013
      ? []
      : [[row["iso"] ?? "", String(Number(row["year"])), numeric(row["p"])]],
  );
}

function joinedRows(): string[][] {
  return readSharedRows("year_joined.csv").flatMap((row) =>
    row["iso"] === "NA" ? [] : [[row["iso"] ?? "", row["start_year"] ?? "", row["start_year"] ?? ""]],
  );
}

function cableRows(): string[][] {
  const found = new Map<string, { total: number; tip: number }>();
  for (const row of readSharedRows("cables_trafficking.csv")) {
    const country = POSTS.get(row["Embassy"] ?? "");
    if (country === undefined) continue;
    const key = `${country} ${row["Year"]}`;
    const sum = found.get(key) ?? { total: 0, tip: 0 };
    sum.total += count(row["Actual number of cables that month"]);
    sum.tip += count(row["Trafficking cables this year"]);
    found.set(key, sum);
  }
  return [...found].map(([key, { total, tip }]) => [...key.split(" "), String(total), String(tip)]);
}

function serialRows(): string[][] {
  const years = new Map<string, string[]>();
  for (const row of readSharedRows("cables_trafficking.csv")) {
    if (row["Embassy"] !== "Tokyo" || Number(row["Year"]) < 2000) continue;
    const year = years.get(row["Year"] ?? "") ?? MONTHS.map(() => "not-available");
    year[Number(row["Month"]) - 1] = row["MRN number"] ?? "not-available";
    years.set(row["Year"] ?? "", year);
  }
  return [...years].map(([year, serials]) => ["JPN", year, ...serials]);
}

function reactions(): Record<string, string> {
  const url = new URL("../../../shared/data/reactions_by_case_year.tsv", import.meta.url);
  const [, ...lines] = readFileSync(url, "utf8").trimEnd().split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const codes = [...new Set(rows.flatMap((row) => (row[3] ?? "").split(",")))].filter(Boolean).sort();
  const cells = rows.map((row) => {
    const set = new Set((row[3] ?? "").split(","));
    return [row[0] ?? "", row[1] ?? "", ...codes.map((code) => (set.has(code) ? "1" : "0"))];
  });
  return {
    "series/reactions.csv": csv(`country,year,${codes.join(",")}`, cells),
    "series/reactions.yaml": "label: Coded reactions\n",
  };
}

function conditionRows(): string[][] {
  const [favour, influence] = readSharedRows("cases_favorability_influence.csv");
  return [...POSTS.values()].map((country, i) => {
    const name = Object.keys(favour ?? {})[i + 1] ?? "";
    return [country, "2014", numeric(favour?.[name]), numeric(influence?.[name])];
  });
}

function aidRows(): string[][] {
  return readSharedRows("aid_total.csv").flatMap((row) =>
    row["recipient.iso"] === "NA" || Number(row["year"]) < 2000
      ? []
      : [[row["recipient.iso"] ?? "", row["year"] ?? "", numeric(row["aid.total"]), numeric(row["aid.us"])]],
  );
}

function grantRows(): string[][] {
  const isoOf = new Map(readSharedRows("year_joined.csv").map((row) => [row["cow"], row["iso"] ?? "NA"]));
  return readSharedRows("funding_clean.csv").flatMap((row) => {
    const country = isoOf.get(row["cowcode"] ?? "") ?? "NA";
    if (country === "NA" || !/^\d{4}$/.test(row["grant_year"] ?? "")) return [];
    const { id = "", grant_year = "", recipient = "", amount, recipient_type = "" } = row;
    return [[`g${id}`, country, grant_year, recipient, numeric(amount), recipient_type]];
  });
}

function lawRows(): string[][] {
  return readSharedRows("crim_cases.csv").flatMap((row: Row, i) => {
    const [year = "NA"] = (row["crim.year"] ?? "NA").split("-");
    const level = (row["crim.type"] ?? "").split(" ")[0]?.toLowerCase() ?? "";
    return year === "NA" ? [] : [[`law-${i}`, row["iso"] ?? "", year, level]];
  });
}

/** Numbers stand as `54e4`, `2e3` and with a true minus; `NA` is a number that is not there. */
function numeric(text: string | undefined): string {
  const value = Number((text ?? "NA").replace("−", "-"));
  return text === undefined || text === "NA" || Number.isNaN(value) ? "not-available" : String(value);
}

function count(text: string | undefined): number {
  return Number(text) || 0;
}

function csv(header: string, rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${header}\n${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`;
}
