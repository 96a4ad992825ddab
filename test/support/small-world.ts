import { auditCasebook } from "../../src/pipeline.ts";
import type { Edition } from "../../src/publish/edition.ts";
import { createMemoryFolder } from "./memory-folder.ts";

const CONFIG = `title: A small world
years: 2000-2010
scorecard:
  name: Test Report
  short: TR
  grader: A grader
  since: 2001
  tiers:
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
    - {id: 2WL, label: Watch List, short: WL, since: 2003}
    - {id: 3, label: Tier 3}
figures:
  timeline: {index: policy.p, years: 2001-2004}
`;

/** Twenty-four places, small states and one that lies in no atlas by number among them. */
export const SMALL_WORLD_COUNTRIES: readonly string[] =
  "ARG AUS BRA CAN CHN COD DEU EGY FRA IDN IND JPN KAZ MDV MEX NGA POL SCG SGP TUR TUV USA XKX ZAF".split(
    " ",
  );

const TIERS = ["1", "2", "3", "2WL"];
const YEARS = [2001, 2002, 2003, 2004];

/**
 * Returns an edition that grades the countries in four years by a fixed rule: no tier where the sum of position and year
 * divides by 7, the first and the last country alike, Serbia and Montenegro in Tier 3 always.
 */
export async function readSmallWorld(): Promise<Edition> {
  const grades = SMALL_WORLD_COUNTRIES.flatMap((country, i) =>
    YEARS.map((year) => [country, year, tierOf(country, i, year)].join(",")),
  );
  const index = SMALL_WORLD_COUNTRIES.flatMap((country, i) =>
    YEARS.map((year) => {
      const parts = [1 + (i % 5), 1 + (year % 3), 1 + ((i + year) % 4)];
      return [country, year, parts.reduce((a, b) => a + b), ...parts].join(",");
    }),
  );
  const files = {
    "casebook.yaml": CONFIG,
    "countries.csv":
      "country,name,group,group_from,group_to\nXKX,Kosovo,,,\nJPN,Japan,g8,2001,2010\nFRA,France,g8,2001,2010\nCAN,Canada,g8,2001,2010\nUSA,United States,g8,2001,2010\nDEU,Germany,g8,2001,2010\nBRA,Brazil,bric,2003,2010\n",
    "grades.csv": `country,year,tier\n${grades.join("\n")}\n`,
    "series/policy.csv": `country,year,p,prosecution,prevention,protection\n${index.join("\n")}\n`,
    "series/policy.yaml": "label: Policy index\ncolumns:\n  p: {label: Policy index, range: [3, 15]}\n",
    "record/laws.csv": "id,country,date,level\na,JPN,2002,partial\nb,JPN,2004,full\nc,FRA,2001,full\n",
    "record/grants.csv":
      "id,country,year,recipient,amount,purposes\ng1,IDN,2002,IOM,1000,prevention;protection\ng2,IDN,2003,IOM,500,research\ng3,IDN,2003,ILO,not-available,protection\n",
    "cables.csv":
      "post,year,month,last_serial,cables,tip_cables\nTOKYO,2002,1,10,8,3\nTOKYO,2002,2,20,12,\nTOKYO,2003,1,9,4,0\n",
    "posts.csv": "post,city,country\nTOKYO,Tokyo,JPN\n",
    "cases/japan.md":
      "title: Japan\ncountry: JPN\n\n[the world](/world/), [2004](/world/map/2004/), [compared](/compare/)\n",
  };
  const { edition, diagnostics } = await auditCasebook(createMemoryFolder(files));
  if (!edition) throw new Error(JSON.stringify(diagnostics.slice(0, 5)));
  return edition;
}

function tierOf(country: string, i: number, year: number): string {
  if (country === "SCG") return "3";
  if ((i + year) % 7 === 0) return "not-in-report";
  const place = Math.floor((i + year) / 3) % (year < 2003 ? 3 : 4);
  return TIERS[place] ?? "1";
}
