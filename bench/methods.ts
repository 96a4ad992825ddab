/**
 * Measures Cox's model on generated country-years, beside R's `survival::coxph` on the same rows where Rscript is on the
 * machine. Run alone with `npx tsx bench/methods.ts`, or as part of `npm run bench`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CoxRow, fitCox } from "../src/compute/methods/cox.ts";

const RUNS = 21;
const TERMS = ["a", "b", "c", "d", "e"];

/** Returns as many country-years as asked, of 15 years a country at most, the same at each call. */
export function generateCountryYears(count: number): CoxRow[] {
  let state = 20_241;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const rows: CoxRow[] = [];
  for (let country = 0; rows.length < count; country++) {
    for (let year = 0; year < 15 && rows.length < count; year++) {
      const x = TERMS.map((_, j) => (j < 3 ? Number(random() < 0.3) : random() * 4 - 2));
      const event = random() < 0.05 * Math.exp(0.5 * (x[0] ?? 0) - 0.3 * (x[3] ?? 0));
      rows.push({ start: year, stop: year + 1, event, x, cluster: String(country) });
      if (event) break;
    }
  }
  return rows;
}

const R_SCRIPT = `library(survival); d <- read.csv(commandArgs(TRUE)[1]); t <- numeric(${RUNS})
for (i in seq_along(t)) t[i] <- system.time(f <- coxph(Surv(t0,t1,event)~a+b+c+d+e, d, cluster=id))[["elapsed"]]
cat(median(t)*1000, sprintf("%.12g", coef(f)))`;

/** Returns lines that say how long Cox's model takes here, and in R where R is. */
export function measureCox(count = 3000): string[] {
  const rows = generateCountryYears(count);
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    fitCox(rows, TERMS);
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  const fit = fitCox(rows, TERMS);
  if ("missing" in fit) throw new Error(fit.detail);
  const what = `Cox, ${count.toLocaleString("en")} country-years, ${fit.events} events, ${TERMS.length} terms`;
  const first = `${what}: ${(times[RUNS >> 1] ?? 0).toFixed(1)} ms (median of ${RUNS} runs, tests and clustered errors included)`;
  return [
    first,
    compareWithR(
      rows,
      fit.coefficients.map((one) => one.estimate),
    ),
  ];
}

function compareWithR(rows: readonly CoxRow[], estimates: readonly number[]): string {
  if (spawnSync("Rscript", ["--version"]).error)
    return "R's coxph: Rscript is not on this machine, so not compared";
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-r-"));
  try {
    const lines = rows.map((row) =>
      [row.cluster, row.start, row.stop, Number(row.event), ...row.x].join(","),
    );
    const file = join(folder, "rows.csv");
    writeFileSync(file, `id,t0,t1,event,${TERMS.join(",")}\n${lines.join("\n")}\n`);
    const { stdout, status, stderr } = spawnSync("Rscript", ["--vanilla", "-e", R_SCRIPT, file], {
      encoding: "utf8",
    });
    if (status !== 0) return `R's coxph did not run: ${stderr.trim().split("\n").at(-1)}`;
    const [ms = 0, ...coefficients] = stdout.trim().split(/\s+/).map(Number);
    const gap = Math.max(...coefficients.map((one, i) => Math.abs(one - (estimates[i] ?? 0))));
    return `R's coxph on the same rows: ${ms.toFixed(1)} ms; largest difference of a coefficient ${gap.toExponential(1)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("methods.ts")) process.stdout.write(`${measureCox().join("\n")}\n`);
