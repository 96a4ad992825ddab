import { formatCount } from "../src/base/format.ts";
import { askingIn } from "../src/compute/ask-claims.ts";
import { createIndex } from "../src/compute/casebook-index.ts";
import { checkNamedClaims } from "../src/compute/named-claims.ts";
import { ISO_IDS } from "../src/model/country-codes.ts";
import { loadCasebook } from "../src/model/load.ts";
import { sharedDuckDbEngine } from "../src/serve/duckdb-engine.ts";
import { createMemoryFolder } from "../test/support/memory-folder.ts";
import { createRandom } from "./generate.ts";

const GRADES = 10_000;
const CLAIMS = 1_000;
const YEARS = 50;

const random = createRandom(1);
const ids = [...ISO_IDS].sort().slice(0, GRADES / YEARS);
const grades = ids.flatMap((id) =>
  Array.from({ length: YEARS }, (_, i) => `${id},${1970 + i},${1 + Math.floor(random() * 3)}`),
);
const QUERIES = [
  (id: string) => `SELECT min(rank) FROM grades WHERE country = '${id}' AND year >= 2001`,
  (id: string) =>
    `SELECT count(*) FROM grades a JOIN grades b ON b.country = a.country AND b.year = a.year + 1 WHERE a.country = '${id}' AND b.rank > a.rank`,
  (id: string) =>
    `SELECT count(*) FROM grades WHERE year = 2004 AND rank < (SELECT rank FROM grades WHERE country = '${id}' AND year = 2004)`,
];
const claims = Array.from({ length: CLAIMS }, (_, i) => ({
  id: `claim-${i}`,
  sql: (QUERIES[i % QUERIES.length] as (id: string) => string)(ids[i % ids.length] ?? ""),
  expect: { number: 1 },
}));
const CONFIG = `title: Bench
years: 1970-2019
scorecard: {name: Bench, grader: Nobody, since: 1970, tiers: [{id: 1, label: A}, {id: 2, label: B}, {id: 3, label: C}]}
`;

async function measure(count: number): Promise<number> {
  const folder = createMemoryFolder({
    "casebook.yaml": CONFIG,
    "grades.csv": `country,year,tier\n${grades.join("\n")}\n`,
    "claims.yaml": JSON.stringify(claims.slice(0, count)),
  });
  const { casebook } = await loadCasebook(folder, () => undefined);
  if (!casebook) throw new Error("the casebook cannot be read");
  const index = createIndex(casebook);
  const begun = performance.now();
  const checked = await checkNamedClaims(index, askingIn(await sharedDuckDbEngine()));
  if (checked.some((one) => one.problem)) throw new Error("a query is wrong");
  return performance.now() - begun;
}

/** Says what the first named claim over 10,000 grades costs (tables and database), and what each of 1,000 after it. */
export async function measureClaims(): Promise<string> {
  const first = await measure(1);
  const all = await measure(CLAIMS);
  const tables = await measure(1);
  const each = (all - tables) / (CLAIMS - 1);
  return `${formatCount(GRADES, "grade")}, ${formatCount(CLAIMS, "claim")}: the first ${first.toFixed(0)} ms, each after it ${each.toFixed(2)} ms`;
}
