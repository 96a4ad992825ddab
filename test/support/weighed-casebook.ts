import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditCasebook } from "../../src/pipeline.ts";
import type { Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { writeArtifacts } from "../../src/publish/write.ts";
import { createMemoryFolder } from "./memory-folder.ts";

const CASEBOOK = `title: Conditions and influence
years: 2001-2015
scorecard:
  name: Trafficking in Persons Report
  short: TIP Report
  grader: US Department of State
  since: 2001
  tiers: [{id: 1, label: Tier 1}, {id: 2, label: Tier 2}, {id: 2WL, label: Tier 2 Watch List, since: 2004}, {id: 3, label: Tier 3}]
figures:
  comparison: {x: case-scores.favourability, y: case-scores.influence}
`;

/** Favourability and influence of the fifteen cases of the companion's table, by country; Pearson's r is 0.788. */
const SCORES =
  "MOZ 3 9, KAZ 3 11, ARM 2 13, ECU 2 12, ISR 2 10, NGA 2 7, IDN 1 13, ARE 1 10, OMN -1 7, ARG 0 10, MYS -1 8, JPN -1 4, HND -2 6, TCD -2 3, ZWE -4 2";

const HYPOTHESES = `hypotheses:
  - id: grade
    country: JPN
    statement: The grade of 2004, and not the wish for a seat in the Security Council, moved the government to act.
    prior: 0.4
    evidence:
      - {id: order, summary: The plan came after the grade., kind: hoop, if-true: 0.95, if-false: 0.5, entry: jpn-1}
      - {id: ask, summary: "The visa, which the graders had named, was tightened.", kind: smoking-gun, if-true: 0.5, if-false: 0.1, entry: jpn-2}
      - {id: minutes, summary: Minutes in which the cabinet names the grade., kind: straw-in-the-wind, if-true: 0.3, if-false: 0.05, found: false}
  - id: bargain
    statement: A rival, weighed for no country in particular.
    prior: 0.2
    evidence:
      - {id: decisive, summary: Something that cannot be if it is false., kind: doubly-decisive, if-true: 0.9, if-false: 0}
  - id: empty
    statement: One on which there is no evidence yet.
    prior: 0.5
`;

const FILES = {
  "casebook.yaml": CASEBOOK,
  "grades.csv": "country,year,tier\nJPN,2004,2WL\nJPN,2005,2\nTCD,2004,not-in-report\n",
  "series/case-scores.csv": `country,year,favourability,influence\n${SCORES.split(", ")
    .map((row) => row.replace(/^(\S+) (\S+) (\S+)$/, "$1,2014,$2,$3"))
    .join("\n")}\nGRC,2014,1,not-coded\n`,
  "series/case-scores.yaml":
    "label: Case scores\ncolumns:\n  favourability: {label: Favourability of conditions, range: [-4, 4]}\n  influence: {label: Influence, range: [0, 15]}\n",
  "record/outcomes.csv":
    "id,country,date,type,summary\njpn-1,JPN,2004-12,action-plan,A plan.\njpn-2,JPN,2005,practice,A stricter visa.\n",
  "hypotheses.yaml": HYPOTHESES,
  "claims.yaml": "- id: lowest\n  grade: {country: JPN, year: 2004, tier: 2WL}\n",
  "cases/japan.md":
    "---\ntitle: Japan\n---\n\nIt was :claim[low]{#lowest}; see [the claim](/claims/lowest/), [all claims](/claims/),\n[the weighing](/hypotheses/#grade) and [the others](/compare/).\n",
};

/** Returns a casebook that compares countries by two scores and weighs hypotheses, as an edition. */
export async function readWeighed(more: Readonly<Record<string, string>> = {}): Promise<Edition> {
  const { edition, diagnostics } = await auditCasebook(createMemoryFolder({ ...FILES, ...more }));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (!edition || errors.length > 0)
    throw new Error(`The casebook cannot be read: ${JSON.stringify(errors)}`);
  return edition;
}

/** Publishes that casebook into a new temporary folder and returns the folder. */
export async function publishWeighed(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "demarche-weighed-")), "out");
  await writeArtifacts(folder, renderSite(await readWeighed()));
  return folder;
}
