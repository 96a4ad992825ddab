/**
 * Times the statistical methods on 3,000 generated country-years, and R's on the same rows in the same run where Rscript is
 * on the machine: first that the numbers are the same, then how long each takes. `npx tsx bench/methods.ts` prints it;
 * `bench/run.ts` takes it into its table. It fails where the numbers differ.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatNumber } from "../src/base/format.ts";
import { fitCox } from "../src/compute/methods/cox.ts";
import { type Coefficient, createNoEstimate, type NoEstimate } from "../src/compute/methods/estimate.ts";
import { fitMultinomial } from "../src/compute/methods/multinomial.ts";
import { fitPanel } from "../src/compute/methods/panel-regression.ts";
import { createRandom } from "./generate.ts";

const RUNS = 21;
const COUNT = 3000;
const YEARS = 15;
const TERMS = ["a", "b", "c", "d", "e"];

/** A country-year with everything that some method asks of it. */
interface CountryYear {
  readonly country: string;
  readonly year: number;
  readonly x: readonly number[];
  readonly event: boolean;
  readonly outcome: 0 | 1 | 2;
  readonly y: number;
}

/** Estimates, then their standard errors. */
type Fit = readonly number[] | NoEstimate;

/** One method, here and in R, where `d` holds the rows and the function's result is what `estimate` returns. */
interface Method {
  readonly name: string;
  readonly rows: (all: readonly CountryYear[]) => readonly CountryYear[];
  readonly estimate: (rows: readonly CountryYear[]) => Fit;
  readonly inR: string;
  /** How far a number may be from R's, as a share of R's. */
  readonly tolerance: number;
}

/** Returns as many country-years as asked, of 15 years a country, the same at each call. */
function generateCountryYears(count: number): CountryYear[] {
  const random = createRandom(20_241);
  return Array.from({ length: count }, (_, i) => {
    const x = TERMS.map((_, j) => (j < 3 ? Number(random() < 0.3) : random() * 4 - 2));
    const [a = 0, b = 0, , d = 0] = x;
    const [down, up] = [Math.exp(0.4 * a - 0.3 * d - 2), Math.exp(0.5 * b + 0.2 * d - 2)];
    const h = random() * (1 + down + up);
    return {
      country: `c${Math.floor(i / YEARS)}`,
      year: i % YEARS,
      x,
      event: random() < 0.05 * Math.exp(0.5 * a - 0.3 * d),
      outcome: h < down ? 1 : h < down + up ? 2 : 0,
      y: 0.3 * a - 0.2 * d + random() * 2 + Math.sin(Math.floor(i / YEARS)) + 0.05 * (i % YEARS),
    };
  });
}

/** A country leaves the risk set with its first event. */
function untilEvent(all: readonly CountryYear[]): CountryYear[] {
  const first = new Map<string, number>();
  for (const { country, year, event } of all) {
    if (event && !first.has(country)) first.set(country, year);
  }
  return all.filter(({ country, year }) => year <= (first.get(country) ?? YEARS));
}

/** Enough countries that as many country-years as asked are at risk. */
function atRisk(all: readonly CountryYear[]): CountryYear[] {
  return untilEvent(generateCountryYears(3 * all.length)).slice(0, all.length);
}

const METHODS: readonly Method[] = [
  {
    name: "Cox, Efron, clustered errors (`survival::coxph`)",
    rows: atRisk,
    estimate: (rows) => {
      const fit = fitCox(
        rows.map(({ country, year, x, event }) => ({
          start: year,
          stop: year + 1,
          event,
          x,
          cluster: country,
        })),
        TERMS,
      );
      return "missing" in fit ? fit : numbersOf(fit.coefficients.map((one) => one.robust));
    },
    inR: "{ f <- survival::coxph(survival::Surv(year, year + 1, event) ~ a+b+c+d+e, d, cluster = country); c(coef(f), sqrt(diag(vcov(f)))) }",
    tolerance: 1e-7,
  },
  {
    name: "two-way fixed effects, CR1 errors (`lm` and a sandwich)",
    rows: (all) => all,
    estimate: (rows) => {
      const fit = fitPanel(
        rows.map(({ country, year, y, x }) => ({ unit: country, period: year, y, x })),
        TERMS,
      );
      return "missing" in fit ? fit : numbersOf(fit.coefficients);
    },
    inR: `{ f <- lm(y ~ a+b+c+d+e + factor(country) + factor(year), d); X <- model.matrix(f)
      s <- crossprod(rowsum(X * resid(f), d$country)); n <- nrow(X); k <- ncol(X); g <- length(unique(d$country)); i <- chol2inv(f$qr$qr[1:k, ])
      v <- i %*% s %*% i * g/(g-1) * (n-1)/(n-k); c(coef(f)[2:6], sqrt(diag(v))[2:6]) }`,
    tolerance: 1e-9,
  },
  {
    name: "logit (`glm`)",
    rows: (all) => all,
    estimate: (rows) => fitChoice(rows, ["no", "yes"], ({ event }) => Number(event)),
    inR: "{ f <- glm(event ~ a+b+c+d+e, binomial, d, epsilon = 1e-12); c(coef(f), sqrt(diag(vcov(f)))) }",
    tolerance: 1e-6,
  },
  {
    name: "multinomial logit, three outcomes (`nnet::multinom`)",
    rows: (all) => all,
    estimate: (rows) => fitChoice(rows, ["same", "down", "up"], ({ outcome }) => outcome),
    inR: "{ f <- nnet::multinom(factor(outcome) ~ a+b+c+d+e, d, Hess = TRUE, trace = FALSE, reltol = 1e-15, abstol = 1e-15, maxit = 1000); c(t(coef(f)), sqrt(diag(solve(f$Hessian)))) }",
    // A quasi-Newton search, which stops short of the maximum by about this much.
    tolerance: 1e-4,
  },
];

function fitChoice(
  rows: readonly CountryYear[],
  outcomes: readonly string[],
  outcomeOf: (row: CountryYear) => number,
): Fit {
  const choices = rows.map((row) => ({ outcome: outcomeOf(row), x: row.x, cluster: row.country }));
  const fit = fitMultinomial(choices, { terms: TERMS, outcomes }, { errors: "model" });
  return "missing" in fit ? fit : numbersOf(fit.coefficients);
}

function numbersOf(coefficients: readonly Coefficient[]): number[] {
  return [...coefficients.map((one) => one.estimate), ...coefficients.map((one) => one.standardError)];
}

interface Measured {
  readonly ms: number;
  readonly numbers: readonly number[];
}

function measureHere({ estimate }: Method, rows: readonly CountryYear[]): Measured {
  let numbers: Fit = createNoEstimate("too-few-rows", "nothing ran");
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    numbers = estimate(rows);
    return performance.now() - begun;
  });
  if ("missing" in numbers) throw new Error((numbers as NoEstimate).detail);
  return { ms: times.sort((a, b) => a - b)[RUNS >> 1] ?? 0, numbers };
}

/** Runs R once for one method; its own start does not count. Returns what is amiss where R or a package is not there. */
function measureInR({ inR }: Method, file: string): Measured | string {
  const script = `d <- read.csv(commandArgs(TRUE)[1], stringsAsFactors = TRUE); run <- function() ${inR}
t <- numeric(${RUNS}); for (i in seq_along(t)) { s <- as.numeric(Sys.time()); r <- run(); t[i] <- as.numeric(Sys.time()) - s }
cat(median(t) * 1000, sprintf("%.15g", r))`;
  const { stdout, status, stderr, error } = spawnSync("Rscript", ["--vanilla", "-e", script, file], {
    encoding: "utf8",
  });
  if (error) return "Rscript is not on this machine";
  if (status !== 0) return `R did not run: ${stderr.trim().split("\n").at(-1)}`;
  const [ms = 0, ...numbers] = stdout.trim().split(/\s+/).map(Number);
  return { ms, numbers };
}

function formatRows(rows: readonly CountryYear[]): string {
  const lines = rows.map(({ country, year, event, outcome, y, x }) =>
    [country, year, Number(event), outcome, y, ...x].join(","),
  );
  return `country,year,event,outcome,y,${TERMS.join(",")}\n${lines.join("\n")}\n`;
}

function largestGap(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} numbers here, ${theirs.length} in R`);
  return Math.max(...theirs.map((one, i) => Math.abs((ours[i] ?? 0) - one) / Math.abs(one)));
}

/** Returns the rows of a table: each method, its time here, in R, and by how much the numbers differ at most. */
export function measureMethods(): string[] {
  const all = generateCountryYears(COUNT);
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-r-"));
  try {
    return METHODS.map((method) => {
      const rows = method.rows(all);
      const here = measureHere(method, rows);
      const file = join(folder, "rows.csv");
      writeFileSync(file, formatRows(rows));
      const there = measureInR(method, file);
      const what = `| ${method.name} | ${here.ms.toFixed(1)} ms |`;
      if (typeof there === "string") return `${what} ${there} | |`;
      const gap = largestGap(here.numbers, there.numbers);
      if (!(gap <= method.tolerance))
        throw new Error(`${method.name}: a number differs from R's by ${gap} of it`);
      return `${what} ${there.ms.toFixed(1)} ms | ${gap.toExponential(1)} |`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns the measured methods as a table in Markdown. */
export function tabulateMethods(): string {
  return `| methods, ${formatNumber(COUNT, "number")} country-years, ${TERMS.length} terms, median of ${RUNS} | here | in R | largest difference, relative |
| --- | --- | --- | --- |
${measureMethods().join("\n")}`;
}

if (process.argv[1]?.endsWith("methods.ts")) process.stdout.write(`${tabulateMethods()}\n`);
