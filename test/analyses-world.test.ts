import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditCasebook } from "../src/pipeline.ts";
import { renderAnalysisPages } from "../src/publish/site/analysis-pages.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { expectDigits, hasOracle, type OracleRow, readNumber, readOracle } from "./support/oracle.ts";
import { hasSharedData } from "./support/shared-data.ts";

const SCRIPT = fileURLToPath(new URL("../examples/world/build-world.sh", import.meta.url));
const DATA = fileURLToPath(new URL("../../shared/data", import.meta.url));
const MAIN = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "demarche-analyses-"));

interface Published {
  readonly problem: unknown;
  readonly sample: { readonly rows: number; readonly countries: number };
  readonly facts: Readonly<Record<string, number>>;
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly Readonly<Record<string, number | string>>[];
  }[];
}

const published = new Map<string, Published>();
const findings: string[] = [];

/** From the raw files by commands to what the site publishes. */
beforeAll(async () => {
  if (!hasSharedData || !hasOracle) return;
  const env = {
    ...process.env,
    DEMARCHE: `${process.execPath} --import ${import.meta.resolve("tsx")} ${MAIN}`,
  };
  execFileSync("sh", [SCRIPT, DATA, join(FOLDER, "world")], { env, stdio: "pipe" });
  const { edition, diagnostics } = await auditCasebook(
    openFolder(join(FOLDER, "world"), join(FOLDER, "out")),
  );
  findings.push(...diagnostics.map(({ severity, code, place }) => `${severity} ${code} ${place?.file}`));
  if (!edition) throw new Error(findings.join("\n"));
  for (const { path, body } of renderAnalysisPages(edition)) {
    const id = /^analyses\/([^/]+)\/result\.json$/.exec(path)?.[1];
    if (id !== undefined) published.set(id, JSON.parse(String(body)) as Published);
  }
}, 300_000);

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

function of(id: string): Published {
  const found = published.get(id);
  if (!found) throw new Error(`${id} is not published: ${[...published.keys()].join(", ")}`);
  return found;
}

function tableOf(id: string, table: string): Published["tables"][number]["rows"] {
  return of(id).tables.find((one) => one.id === table)?.rows ?? [];
}

function rowOf(id: string, table: string, name: string) {
  return tableOf(id, table).find((one) => one["name"] === name) ?? {};
}

function only(rows: readonly OracleRow[], where: OracleRow): OracleRow[] {
  return rows.filter((row) => Object.entries(where).every(([key, value]) => row[key] === value));
}

describe("the world's analyses, published from the raw files by commands, equal R's results", () => {
  it.for(["downgrade-f0", "downgrade-f1", "downgrade-f2", "downgrade-f3"])("%s", (id, context) => {
    if (!hasOracle || !hasSharedData) return context.skip("skipped: no shared data");
    const names: Record<string, string> = { "(Intercept)": "intercept", p: "index" };
    for (const row of only(readOracle("fe_results.csv"), { model: id.slice(-2).toUpperCase() })) {
      const term = names[row["term"] ?? ""] ?? row["term"] ?? "";
      const cell = rowOf(id, "coefficients", term);
      expectDigits(cell["estimate"], readNumber(row, "coef"), 8);
      expectDigits(cell["se"], readNumber(row, "se_CR1"), 8);
      expectDigits(cell["t"], readNumber(row, "t_CR1"), 8);
      expectDigits(cell["p"], readNumber(row, "p_CR1_tG1"), 7);
      expect([of(id).facts["n"], of(id).facts["parameters"], of(id).facts["clusters"]]).toEqual(
        ["N", "K", "G"].map((column) => readNumber(row, column)),
      );
      expectDigits(of(id).facts["r2"], readNumber(row, "r2"), 8);
    }
  });

  it.for(["m1", "m2"])("criminalization-%s", (model, context) => {
    if (!hasOracle || !hasSharedData) return context.skip("skipped: no shared data");
    const id = `criminalization-${model}`;
    const where = { outcome: "full", model: model.toUpperCase(), ties: "efron" };
    const terms: Record<string, string> = {
      in_report: "in-report",
      tier_c: "tier",
      down_lag0: "downgraded",
      tier1: "tier-1",
      tierWL: "watch-list",
      tier3: "tier-3",
    };
    for (const row of only(readOracle("cox_coef.csv"), where)) {
      const cell = rowOf(id, "coefficients", terms[row["term"] ?? ""] ?? "");
      expectDigits(cell["ratio"], readNumber(row, "hr"), 8);
      expectDigits(cell["estimate"], readNumber(row, "coef"), 8);
      expectDigits(cell["se"], readNumber(row, "robust_se"), 8);
      expectDigits(cell["se-other"], readNumber(row, "se"), 8);
    }
    const [fit = {}] = only(readOracle("cox_fit.csv"), where);
    const { facts } = of(id);
    expect([facts["n"], facts["clusters"], facts["events"]]).toEqual(
      ["rows", "countries", "events"].map((column) => readNumber(fit, column)),
    );
    expectDigits(facts["log-likelihood"], readNumber(fit, "loglik"), 9);
    expectDigits(facts["concordance"], readNumber(fit, "concordance"), 9);
    for (const row of only(readOracle("cox_zph.csv"), where)) {
      const name = row["term"] === "GLOBAL" ? "all" : (terms[row["term"] ?? ""] ?? "");
      expectDigits(rowOf(id, "proportional", name)["chi2"], readNumber(row, "chisq"), 6);
    }
  });

  it.for([
    ["criminalization-by-first-grade", "g_first"],
    ["criminalization-by-ever-pressed", "g_ever"],
  ])("%s", ([id = "", grouping = ""], context) => {
    if (!hasOracle || !hasSharedData) return context.skip("skipped: no shared data");
    for (const row of only(readOracle("km_summary.csv"), { outcome: "full", grouping })) {
      const cell = rowOf(id, "groups", row["stratum"] === "1" ? "yes" : "no");
      expect([cell["n"], cell["events"], cell["median"], cell["lower"], cell["upper"]]).toEqual(
        ["n", "events", "median", "lcl", "ucl"].map((column) => readNumber(row, column)),
      );
      expectDigits(cell["mean"], readNumber(row, "rmean"), 9);
      expectDigits(cell["mean-se"], readNumber(row, "se_rmean"), 9);
    }
    const [test = {}] = only(readOracle("km_logrank.csv"), { outcome: "full", grouping, rho: "0" });
    expectDigits(of(id).facts["chi2"], readNumber(test, "chisq"), 9);
    expectDigits(of(id).facts["p"], readNumber(test, "p"), 9);
    for (const row of only(readOracle("km_estimates.csv"), { outcome: "full", grouping, conf_type: "log" })) {
      const group = row["stratum"] === "1" ? "yes" : "no";
      const cell = rowOf(id, `curve-${group}`, `${group}-${row["time"]}`);
      expect(cell["at-risk"]).toBe(readNumber(row, "n_risk"));
      expectDigits(cell["survival"], readNumber(row, "surv"), 9);
      if (row["lower"] === "NA") expect(cell["lower"]).toBeNull();
      else expectDigits(cell["lower"], readNumber(row, "lower"), 9);
    }
  });

  it("first-downgrade", (context) => {
    if (!hasOracle || !hasSharedData) return context.skip("skipped: no shared data");
    const tables: Record<string, OracleRow> = {
      means: { sample: "all", variable: "p" },
      balanced: { sample: "balanced", variable: "p" },
      change: { sample: "all", variable: "p_rel" },
    };
    for (const [table, where] of Object.entries(tables)) {
      const rows = only(readOracle("event_study.csv"), where);
      expect(rows).toHaveLength(9);
      for (const row of rows) {
        if (table === "change" && row["k"] === "-1") continue; // 0 by construction, without spread
        const cell = rowOf("first-downgrade", table, row["k"] ?? "");
        expect(cell["n"]).toBe(readNumber(row, "n"));
        expectDigits(cell["mean"], readNumber(row, "mean"), 9);
        expectDigits(cell["se"], readNumber(row, "se"), 9);
        expectDigits(cell["upper"], readNumber(row, "upper"), 9);
      }
    }
    expect(of("first-downgrade").facts["dip"]).toBeCloseTo(-0.69, 2);
  });

  it("tier-in-the-cases and index-in-the-cases", (context) => {
    if (!hasOracle || !hasSharedData) return context.skip("skipped: no shared data");
    for (const [id, variable, unit] of [
      ["tier-in-the-cases", "tier", "country_year"],
      ["index-in-the-cases", "p", "country_mean"],
    ] as const) {
      const [row = {}] = only(readOracle("welch.csv"), { variable, unit });
      const cell = rowOf(id, "difference", "difference");
      expectDigits(cell["estimate"], readNumber(row, "diff"), 9);
      expectDigits(cell["se"], readNumber(row, "se"), 9);
      expectDigits(cell["p"], readNumber(row, "p"), 8);
      expectDigits(of(id).facts["df"], readNumber(row, "df"), 9);
    }
  });

  it("report the grouping that looks into the future, and nothing else of the analyses", (context) => {
    if (!hasOracle || !hasSharedData) return context.skip("skipped: no shared data");
    expect(findings.filter((one) => one.includes(" analysis/"))).toEqual([
      "warning analysis/looks-ahead analyses/criminalization-by-ever-pressed.yaml",
    ]);
    for (const one of published.values()) expect(one.problem).toBeNull();
  });
});
