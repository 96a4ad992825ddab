import { describe, expect, it } from "vitest";
import { computeLimitStanding } from "../src/compute/tier-limit.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { renderAnalysisPages } from "../src/publish/site/analysis-pages.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";
import { hasSharedData } from "./support/shared-data.ts";
import { worldCasebook } from "./support/world-casebook.ts";

const LIMIT = "limit: {years: 2, waivers: 2, since: 2009, next: 3, source: act}";

function casebook(grades: string, limit = LIMIT): Record<string, string> {
  return {
    "casebook.yaml": `title: A
years: 2001-2015
scorecard:
  name: Report
  grader: State
  since: 2001
  tiers:
    - {id: 1, label: Tier 1}
    - {id: 2WL, label: Watch List${limit === "" ? "" : `, ${limit}`}}
    - {id: 3, label: Tier 3}
`,
    "grades.csv": `country,year,tier\n${grades}USA,2012,1\nFRA,2012,1\n`,
    "sources.json": '[{"id":"act","type":"legislation","title":"The Act"}]',
  };
}

async function pageOf(files: Record<string, string>, country: string): Promise<string> {
  const { edition } = await auditCasebook(createMemoryFolder(files));
  if (!edition) throw new Error("the casebook cannot be read");
  for (const { path, body } of renderSite(edition)) {
    if (path === `countries/${country}/index.html`) return String(body);
  }
  return "";
}

const CHINA = [2008, 2009, 2010, 2011, 2012].map((year) => `CHN,${year},2WL\n`).join("");

describe("a limit of a tier", () => {
  it("is said on the page of a country that is in the tier, with its source and what is left", async () => {
    const page = await pageOf(casebook(CHINA), "chn");
    const [, words = ""] = /<p id="limit">(.*?)<\/p>/.exec(page) ?? [];
    expect(words.replace(/<[^>]+>/g, "")).toBe(
      "People&#39;s Republic of China was in Watch List in 2008–2012. A country may stay there for 2 years, counted from 2009, and for up to 2 more years by waiver; then it moves to Tier 3 (The Act). Of these years 4 count so far: the move is due in 2011, in 2013 if every waiver is granted.",
    );
    expect(words).toContain('href="../../sources/');
  });

  it("is nothing that is published where the casebook does not state it", async () => {
    const page = await pageOf(casebook(CHINA, ""), "chn");
    expect(page).toContain("Watch List");
    expect(page).not.toMatch(/may stay|waiver|is due/);
  });

  it("says nothing of a country in another tier", async () => {
    expect(await pageOf(casebook(`${CHINA}CHN,2013,3\n`), "chn")).not.toContain('id="limit"');
  });

  it("sets the clocks of an analysis of stays, which has none of its own", async () => {
    const clocksOf = async (limit: string, after = ""): Promise<unknown> => {
      const stays = "title: Stays\nmethod: stays\ntier: 2WL\n";
      const files = { ...casebook(`CHN,2007,1\n${CHINA}${after}`, limit), "analyses/stays.yaml": stays };
      const { edition, diagnostics } = await auditCasebook(createMemoryFolder(files));
      if (!edition) throw new Error(JSON.stringify(diagnostics));
      const [result] = [...renderAnalysisPages(edition)].filter(({ path }) => path.endsWith("/result.json"));
      const { tables } = JSON.parse(String(result?.body)) as { tables: { id: string; rows: unknown }[] };
      return tables.find(({ id }) => id === "clock")?.rows;
    };
    expect(await clocksOf(LIMIT)).toEqual([
      expect.objectContaining({ name: "CHN", since: "2008", held: 4, left: 0, "left-waived": 0 }),
    ]);
    expect(await clocksOf("")).toBeUndefined();
    expect(await clocksOf(LIMIT, "CHN,2013,3\n")).toBeUndefined();
  });

  it("has to be stated in full, and to lead to a tier", async () => {
    const codes = async (limit: string): Promise<string[]> => {
      const { diagnostics } = await auditCasebook(createMemoryFolder(casebook(CHINA, limit)));
      return diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ code, place }) => `${place?.line} ${code}`);
    };
    expect(await codes(LIMIT)).toEqual([]);
    expect(await codes("limit: {years: 2, since: 2009, next: 3, source: act}")).toEqual([
      "9 casebook/missing-key",
    ]);
    expect(await codes("limit: {years: 2, waivers: 2, since: 2009, next: 3}")).toEqual([
      "9 casebook/missing-key",
    ]);
    expect(await codes(LIMIT.replace("next: 3", "next: 4"))).toEqual(["9 casebook/invalid-value"]);
    expect(await codes(LIMIT.replace("act", "no-such"))).toEqual(["9 source/unknown"]);
  });

  it("moves the real countries that used every waiver when it says", async (context) => {
    if (!hasSharedData) return context.skip("no shared data");
    const files = worldCasebook();
    const config = (files["casebook.yaml"] ?? "").replace("short: WL,", `short: WL, ${LIMIT},`);
    const until = (files["grades.csv"] ?? "")
      .split("\n")
      .filter((row) => !(Number(row.split(",")[1]) > 2012));
    const { edition } = await auditCasebook(
      createMemoryFolder({ ...files, "casebook.yaml": config, "grades.csv": until.join("\n") }),
    );
    if (!edition) throw new Error("the world cannot be read");
    const due = edition.index.countries.filter(
      (country) => computeLimitStanding(edition.index, country)?.clock.movesWithWaivers === 2013,
    );
    const tierIn2013 = new Map(
      (files["grades.csv"] ?? "").split("\n").flatMap((row) => {
        const [country = "", year, tier] = row.split(",");
        return year === "2013" ? [[country, tier] as const] : [];
      }),
    );
    // Whose last waiver ran out in 2012 moved in 2013, up or down: none stayed.
    expect(due).toEqual(expect.arrayContaining(["CHN", "RUS", "UZB"]));
    expect(due.filter((country) => tierIn2013.get(country) === "2WL")).toEqual([]);
    expect(["CHN", "RUS", "UZB"].map((country) => tierIn2013.get(country))).toEqual(["3", "3", "3"]);
  });
});
