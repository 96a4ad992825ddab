import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { renderAnalysisPages } from "../src/publish/site/analysis-pages.ts";
import { readExample } from "./support/published-site.ts";
import { renderCase } from "./support/tiny-edition.ts";

const GRADES = new URL("../examples/tip-report/grades.csv", import.meta.url);

/** The lengths of all stays on the Watch List, counted off the file. */
function countStays(): number[] {
  const rows = parse(readFileSync(GRADES, "utf8"), { columns: true }) as Record<string, string>[];
  const lengths: number[] = [];
  let before = { country: "", year: 0 };
  for (const { country = "", year, tier } of rows) {
    if (tier !== "2WL") continue;
    const isNext = country === before.country && Number(year) === before.year + 1;
    if (isNext) lengths.push((lengths.pop() ?? 0) + 1);
    else lengths.push(1);
    before = { country, year: Number(year) };
  }
  return lengths;
}

test("the example's stays on the Watch List are those of its grades, and the case of Greece shows them", async () => {
  const stays = countStays();
  expect(stays.filter((one) => one === 1)).toHaveLength(5);
  expect(stays.filter((one) => one === 2)).toHaveLength(2);
  expect(stays).toHaveLength(7);

  const edition = await readExample();
  const [result] = [...renderAnalysisPages(edition)].filter(({ path }) => path.endsWith("/result.json"));
  const { facts, tables } = JSON.parse(String(result?.body)) as {
    facts: Record<string, number>;
    tables: { id: string; rows: Record<string, unknown>[] }[];
  };
  expect(facts).toEqual({ n: stays.length, events: stays.length, "unknown-beginning": 0 });
  const curve = tables.find(({ id }) => id === "curve-all")?.rows ?? [];
  expect(curve.map((row) => [row["label"], row["at-risk"], row["events"]])).toEqual([
    ["1", 7, 5],
    ["2", 2, 2],
  ]);
  // Nobody is in the tier in the last edition, so no clock runs.
  expect(tables.map(({ id }) => id)).toEqual(["groups", "curve-all"]);

  const page = renderCase(edition, "greece").get("case-studies/greece/index.html") ?? "";
  expect(page).toContain('<div class="exhibit exhibit-figure" id="figure-watch-list-stays">');
  expect(page).toContain("7 stays of 5 countries, 2004–2014.");
  expect(page).toContain("Left out: 6 (6 for tier: not coded).");
});
