import { describe, expect, it } from "vitest";
import { METHOD_BOOK, methodEntry } from "../../src/compute/analysis/method-book.ts";
import { auditCasebook } from "../../src/pipeline.ts";
import type { Edition } from "../../src/publish/edition.ts";
import { printCasebook } from "../../src/publish/print/casebook-print.ts";
import { renderAnalysisPages } from "../../src/publish/site/analysis-pages.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { createMemoryFolder } from "../support/memory-folder.ts";
import { renderCase } from "../support/tiny-edition.ts";

const COUNTRIES = "ARG AUS BRA CAN CHN DEU EGY FRA GBR IDN IND ITA JPN KAZ KEN MEX NGA NOR PER POL".split(
  " ",
);
const YEARS = [2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008];

const CONFIG = `title: Analyses
years: 2001-2008
scorecard:
  name: Test Report
  short: TR
  grader: A grader
  since: 2001
  tiers:
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
    - {id: 3, label: Tier 3}
`;

function tierOf(i: number, year: number): string {
  if ((i * 3 + year) % 17 === 0) return "not-coded";
  return String(1 + ((i * i + Math.floor((year + i) / 2)) % 3));
}

function scoreOf(i: number, year: number): number {
  return ((i * 7 + year * 5 + ((i * year) % 7)) % 11) + (tierOf(i, year) === "3" ? 0 : 2);
}

function rowsOf(make: (i: number, year: number) => string | number): string {
  return COUNTRIES.flatMap((country, i) => YEARS.map((year) => `${country},${year},${make(i, year)}`)).join(
    "\n",
  );
}

const FILES: Readonly<Record<string, string>> = {
  "casebook.yaml": CONFIG,
  "grades.csv": `country,year,tier\n${rowsOf(tierOf)}\n`,
  "series/score.csv": `country,year,score\n${rowsOf(scoreOf)}\n`,
  "series/score.yaml": "label: Score\nvintage: 2009-01\nlicence: CC0-1.0\n",
  "analyses/worse.yaml":
    "title: A worse grade and the score\nquestion: Does the score go with the grade?\nmethod: panel-regression\noutcome: score\ntreatment: {is: tier.3, name: worst, label: in Tier 3}\ncontrols: [year]\neffects: unit\n",
  "analyses/first-fall.yaml":
    "title: Time to the first downgrade\nmethod: survival\nevent: downgrade\nentry: graded\n",
  "analyses/nothing.yaml":
    "title: Nothing to see\nmethod: cox\nevent: tier.3\ntreatment: score\nsample: {years: 2001-2001, countries: [AUS, BRA, CAN]}\n",
};

async function readWith(prose: string): Promise<{ edition: Edition; codes: string[] }> {
  const files = { ...FILES, "cases/a.md": `---\ntitle: A case\n---\n\n${prose}\n` };
  const { edition, diagnostics } = await auditCasebook(createMemoryFolder(files));
  if (!edition) throw new Error(JSON.stringify(diagnostics));
  return { edition, codes: diagnostics.map((one) => one.code) };
}

/** The coefficient of {0,1} in a regression on countries and a trend, by sums, without the code under test. */
function estimateByHand(): number {
  const rows = COUNTRIES.flatMap((_, i) =>
    YEARS.flatMap((year) =>
      tierOf(i, year) === "not-coded"
        ? []
        : [{ i, year, y: scoreOf(i, year), d: tierOf(i, year) === "3" ? 1 : 0 }],
    ),
  );
  const within = (value: (row: (typeof rows)[0]) => number): number[] =>
    rows.map((row) => {
      const own = rows.filter((other) => other.i === row.i);
      return value(row) - own.reduce((sum, other) => sum + value(other), 0) / own.length;
    });
  const [y, d, t] = [within((row) => row.y), within((row) => row.d), within((row) => row.year)];
  const times = (a: number[], b: number[]): number => a.reduce((sum, one, k) => sum + one * (b[k] ?? 0), 0);
  return (
    (times(d, y) * times(t, t) - times(t, y) * times(d, t)) / (times(d, d) * times(t, t) - times(d, t) ** 2)
  );
}

describe("an analysis in a case", () => {
  it("stands as a numbered table and figure that say what they rest on, and what was left out", async () => {
    const { edition } = await readWith(
      "::table{analysis=worse}\n\n::figure[The first fall]{analysis=first-fall}\n\nSee :ref[]{to=figure-first-fall}.",
    );
    const page = renderCase(edition, "a").get("cases/a/index.html") ?? "";
    const left = COUNTRIES.flatMap((_, i) => YEARS.filter((year) => tierOf(i, year) === "not-coded")).length;
    expect(page).toContain("A worse grade and the score.");
    expect(page).toContain(
      `${160 - left} country-years of 20 countries, 2001–2008. Left out: ${left} (${left} for in Tier 3: not coded).`,
    );
    expect(page).toContain("Data: grades.csv; Score, as of 2009-01.");
    expect(page).toContain('href="../../analyses/worse/"');
    expect(page).toMatch(/<th scope="row">In Tier 3<\/th><td class="align-right">−?[\d.]+/);
    expect(page).toContain("The first fall");
    expect(page.match(/<svg /g)?.length).toBe(2);
    expect(page).toContain('href="#figure-first-fall"');
    expect(page).not.toMatch(/ style="|NaN|undefined/);
  });

  it("has prose held against its numbers, to the printed precision", async () => {
    const estimate = estimateByHand();
    const printed = estimate.toFixed(2).replace("-", "−");
    const wrong = (estimate + 0.02).toFixed(2).replace("-", "−");
    const { edition, codes } = await readWith(
      `It is :value[${printed}]{analysis=worse of=worst}, not :value[${wrong}]{analysis=worse of=worst}, over :value[20]{analysis=worse of=clusters} countries (p :value[< 0.9999]{analysis=worse of=worst.p}). :value[3]{analysis=nothing of=worst}`,
    );
    expect([...edition.claims.values()].map((claim) => claim.verdict)).toEqual([
      "holds",
      "fails",
      "holds",
      "holds",
      "not-in-record",
    ]);
    expect(codes).toContain("value/differs");
    const paths = [...renderSite(edition)].map((one) => one.path);
    expect(paths.filter((path) => path.startsWith("claims/a/result-worse-worst-is-")).length).toBe(2);
  });

  it("says of a number or an analysis that is not there what is", async () => {
    const { codes, edition } = await readWith(
      ":value[3]{analysis=worse of=wurst} :value[3]{analysis=wors of=worst}",
    );
    expect(codes.filter((code) => code === "value/unclear")).toHaveLength(2);
    expect(edition.claims.size).toBe(0);
  });

  it("without a result says why, in place of a table", async () => {
    const { edition, codes } = await readWith("::table{analysis=nothing}");
    const page = renderCase(edition, "a").get("cases/a/index.html") ?? "";
    expect(page).toContain("There is no result: no event happened.");
    expect(codes).toContain("analysis/no-events");
  });

  it("prints in the case's PDF, table and figure", async () => {
    const { edition } = await readWith("::table{analysis=worse}\n\n::figure{analysis=first-fall}");
    const { pdfs, problems } = await printCasebook(edition, () => undefined);
    expect(problems).toEqual([]);
    expect(pdfs.get("cases/a/a.pdf")?.length).toBeGreaterThan(10_000);
  }, 60_000);
});

describe("an analysis' page", () => {
  it("has the result with every digit, the declaration, the sample, caveats and files", async () => {
    const { edition } = await readWith("Prose.");
    const files = new Map([...renderAnalysisPages(edition)].map(({ path, body }) => [path, body]));
    const page = String(files.get("analyses/worse/index.html"));
    const result = JSON.parse(String(files.get("analyses/worse/result.json"))) as {
      tables: { rows: { name: string; estimate: number }[] }[];
    };
    expect(result.tables[0]?.rows[0]?.name).toBe("worst");
    expect(result.tables[0]?.rows[0]?.estimate).toBeCloseTo(estimateByHand(), 10);
    expect(page).toContain("effects: unit");
    expect(page).toContain("A small sample: 20 countries.");
    expect(page).toContain("This is an association");
    for (const name of ["figure.svg", "figure.png", "table.csv", "table.json", "rows.csv"]) {
      expect(files.has(`analyses/worse/${name}`), name).toBe(true);
    }
    expect(String(files.get("analyses/index.html"))).toContain("No result: no event happened.");
    expect(String(files.get("analyses/worse/rows.csv")).split("\n")[0]).toBe("country,year,score,worst,year");
  });

  it("comes out the same whatever the order of countries and rows", async () => {
    const shuffle = (text: string): string => {
      const [head, ...rows] = text.trim().split("\n");
      return `${[head, ...rows.sort((a, b) => (a.slice(1) < b.slice(1) ? 1 : -1))].join("\n")}\n`;
    };
    const turned = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [path, path.endsWith(".csv") ? shuffle(text) : text]),
    );
    const bytes = await Promise.all(
      [FILES, turned].map(async (files) => {
        const { edition } = await auditCasebook(createMemoryFolder(files));
        if (!edition) throw new Error("unreadable");
        return [...renderAnalysisPages(edition)].filter((one) => /(json|csv|svg)$/.test(one.path));
      }),
    );
    expect(bytes[1]).toEqual(bytes[0]);
  });
});

describe("the methods page", () => {
  it("describes each method that an analysis uses in the words of its definition, with links both ways", async () => {
    const { edition } = await readWith("Prose.");
    const pages = new Map([...renderSite(edition)].map(({ path, body }) => [path, body]));
    const methods = String(pages.get("methods/index.html"));
    expect(methods).toContain('<h2 id="statistical-methods">Statistical methods</h2>');
    expect([...methods.matchAll(/<h3 id="method-([^"]+)">/g)].map(([, id]) => id)).toEqual([
      "survival",
      "cox",
      "panel-regression",
    ]);
    for (const [analysis, id] of [
      ["worse", "panel-regression"],
      ["first-fall", "survival"],
      ["nothing", "cox"],
    ] as const) {
      const method = methodEntry(id);
      const section = methods.split(`<h3 id="method-${id}">`)[1]?.split(/<h[23] /)[0] ?? "";
      const words = section
        .replace(/<\/?code>/g, "`")
        .replace(/<[^>]+>/g, "\n")
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&");
      const { title, answers, formula, missing, needs, source, caveats } = method;
      for (const one of [title, answers, formula, missing, needs, source, ...caveats]) {
        expect(words.split("\n"), `${id}: ${one}`).toContain(one);
      }
      expect(section).toContain(`href="../analyses/${analysis}/"`);
      expect(String(pages.get(`analyses/${analysis}/index.html`))).toContain(
        `<a href="../../methods/#method-${id}">${title}</a>`,
      );
    }
  });

  it("has only characters that the print's typefaces have, whatever methods are used", async () => {
    const words = METHOD_BOOK.flatMap((one) => [one.title, one.answers, one.formula, one.missing, one.needs]);
    const { edition } = await readWith([...words, ...METHOD_BOOK.map((one) => one.source)].join("\n\n"));
    expect((await printCasebook(edition, () => undefined)).problems).toEqual([]);
  }, 60_000);

  it("says nothing of statistical methods where the casebook has no analyses", async () => {
    const files = Object.entries(FILES).filter(([path]) => !path.startsWith("analyses/"));
    const { edition } = await auditCasebook(createMemoryFolder(Object.fromEntries(files)));
    if (!edition) throw new Error("unreadable");
    const methods = [...renderSite(edition)].find(({ path }) => path === "methods/index.html");
    expect(String(methods?.body)).toContain('id="missing"');
    expect(String(methods?.body)).not.toMatch(/statistical-methods|id="method-/);
  });
});
