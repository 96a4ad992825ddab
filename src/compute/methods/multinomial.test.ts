import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectDigits, must } from "../../../test/support/oracle.ts";
import { isMissing } from "../../base/missing.ts";
import { type ChoiceRow, fitMultinomial } from "./multinomial.ts";

/**
 * The same rows in R:
 *   i <- 0:239; x1 <- (i*7) %% 11 / 2; x2 <- as.integer((i*5) %% 7 < 3); cluster <- i %/% 6; h <- (i*i*3 + i*11) %% 101 / 101
 *   s1 <- 0.3*x1-0.6*x2-0.4; s2 <- -0.2*x1+0.8*x2; p1 <- exp(s1)/(1+exp(s1)+exp(s2)); p2 <- exp(s2)/(1+exp(s1)+exp(s2))
 *   y <- ifelse(h < p1, 1, ifelse(h < p1 + p2, 2, 0))
 */
const ROWS: readonly ChoiceRow[] = Array.from({ length: 240 }, (_, i) => {
  const x1 = ((i * 7) % 11) / 2;
  const x2 = (i * 5) % 7 < 3 ? 1 : 0;
  const h = ((i * i * 3 + i * 11) % 101) / 101;
  const e1 = Math.exp(0.3 * x1 - 0.6 * x2 - 0.4);
  const e2 = Math.exp(-0.2 * x1 + 0.8 * x2);
  const sum = 1 + e1 + e2;
  const outcome = h < e1 / sum ? 1 : h < (e1 + e2) / sum ? 2 : 0;
  return { outcome, x: [x1, x2], cluster: String(Math.floor(i / 6)) };
});

const NAMES = { terms: ["x1", "x2"], outcomes: ["same", "down", "up"] };

describe("fitMultinomial against R's nnet::multinom", () => {
  // f <- multinom(factor(y) ~ x1 + x2, Hess = TRUE), then Newton steps from coef(f) with its score and information;
  // clustered errors: solve(H) %*% crossprod(rowsum(score, cluster)) %*% solve(H).
  const estimates = [
    -0.812991354330277, 0.34153439736496, -0.437564951668707, -0.464424049594537, -0.101325003312309,
    0.800498148117837,
  ];
  const model = [
    0.33120158516983, 0.10277053046433, 0.327449129725592, 0.322132414243477, 0.106963144546519,
    0.331307304261254,
  ];
  const clustered = [
    0.32071139498434, 0.105018533707289, 0.277918690386567, 0.288158088398562, 0.0882087796588965,
    0.381774123213571,
  ];
  const fit = must(fitMultinomial(ROWS, NAMES));

  it("agrees in coefficients, errors of both kinds and likelihood", () => {
    expect(fit.counts).toEqual([89, 84, 67]);
    for (const [i, one] of fit.coefficients.entries()) {
      expectDigits(one.estimate, estimates[i] ?? 0, 9);
      expectDigits(one.standardError, clustered[i] ?? 0, 9);
    }
    const plain = must(fitMultinomial(ROWS, NAMES, { errors: "model" }));
    for (const [i, one] of plain.coefficients.entries()) expectDigits(one.standardError, model[i] ?? 0, 7);
    expectDigits(fit.logLikelihood.fitted, -246.58671958859, 12);
    expectDigits(fit.logLikelihood.empty, -261.961688093884, 12);
  });

  it("agrees in average changes of probabilities, whose errors R has by differences of its own", () => {
    // colMeans(P(x1 + 1)) - colMeans(P(x1)) and colMeans(P(x2 = 1)) - colMeans(P(x2 = 0)); J by central differences of 1e-5.
    const changes = [
      -0.0352235449444763, 0.0813100872212546, -0.0460865422767783, -0.0357681806889762, -0.15758109772186,
      0.193349278410836,
    ];
    const errors = [
      0.0150908091349, 0.0186963406211, 0.0136194554228, 0.0550512286018, 0.0545150520536, 0.0683154750155,
    ];
    for (const [i, one] of fit.changes.entries()) {
      expectDigits(one.estimate, changes[i] ?? 0, 9);
      expectDigits(one.standardError, errors[i] ?? 0, 7);
    }
    expect(fit.changes.map((one) => one.isFromZeroToOne)).toEqual([false, false, false, true, true, true]);
  });

  it("agrees where an outcome cannot come in some rows, with optim's maximum of that likelihood", () => {
    // Outcome 1 is impossible where x2 == 1: w[x2 == 1, 2] <- 0 in the likelihood; its term x2 does not vary and is held at 0.
    const rows = ROWS.map((row) => {
      const able = row.x[1] === 0;
      return { ...row, outcome: row.outcome === 1 && !able ? 0 : row.outcome, possible: [true, able, true] };
    });
    const one = must(fitMultinomial(rows, NAMES, { errors: "model" }));
    expect(one.leftOut).toEqual([{ outcome: "down", term: "x2" }]);
    const maximum = [-0.6739792715, 0.2848125726, -0.28198706, -0.1901641791, 0.2965671157];
    const spread = [0.3765720804, 0.1217274132, 0.3109377592, 0.1002694991, 0.3170108559];
    for (const [i, coefficient] of one.coefficients.entries()) {
      expect(coefficient.estimate).toBeCloseTo(maximum[i] ?? 0, 4);
      expect(coefficient.standardError).toBeCloseTo(spread[i] ?? 0, 4);
    }
    expect(one.logLikelihood.fitted).toBeGreaterThanOrEqual(-206.52820104 - 1e-9);
    expect(one.logLikelihood.fitted).toBeCloseTo(-206.52820104, 7);
  });
});

describe("fitMultinomial", () => {
  it("does not depend on the order of rows", () => {
    const fit = must(fitMultinomial(ROWS, NAMES));
    fc.assert(
      fc.property(fc.shuffledSubarray([...ROWS], { minLength: ROWS.length }), (rows) => {
        const other = must(fitMultinomial(rows, NAMES));
        for (const [i, one] of fit.coefficients.entries()) {
          expectDigits(other.coefficients[i]?.estimate, one.estimate, 8, 1);
          expectDigits(other.coefficients[i]?.standardError, one.standardError, 8, 1);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("keeps estimates and clustered errors when every row stands twice in its cluster; apart they shrink by √2", () => {
    const fit = must(fitMultinomial(ROWS, NAMES));
    const within = must(fitMultinomial([...ROWS, ...ROWS], NAMES));
    const renamed = ROWS.map((row) => ({ ...row, cluster: `${row.cluster} again` }));
    const apart = must(fitMultinomial([...ROWS, ...renamed], NAMES));
    for (const [i, one] of fit.coefficients.entries()) {
      expectDigits(within.coefficients[i]?.estimate, one.estimate, 8);
      expectDigits(within.coefficients[i]?.standardError, one.standardError, 8);
      expectDigits(apart.coefficients[i]?.standardError, one.standardError / Math.SQRT2, 8);
    }
  });

  it("has changes that sum to 0 over the outcomes", () => {
    const { changes } = must(fitMultinomial(ROWS, NAMES));
    for (const term of NAMES.terms) {
      const sum = changes.filter((one) => one.term === term).reduce((total, one) => total + one.estimate, 0);
      expect(sum).toBeCloseTo(0, 12);
    }
  });

  it("gives reasons, never NaN", () => {
    const row = (outcome: number, cluster: string, ...x: number[]): ChoiceRow => ({ outcome, x, cluster });
    expect(fitMultinomial([], NAMES)).toMatchObject({ problem: "too-few-rows" });
    expect(fitMultinomial([row(0, "a", 1, 2), row(1, "b", 2, 1)], NAMES)).toMatchObject({
      problem: "no-events",
      terms: ["up"],
    });
    const twice = ROWS.map(({ x: [a = 0], ...rest }) => ({ ...rest, x: [a, 2 * a] }));
    expect(fitMultinomial(twice, NAMES)).toMatchObject({ problem: "collinear" });
    const apart = ROWS.map((one) => ({ ...one, x: [one.x[0] ?? 0, one.outcome === 2 ? 1 : 0] }));
    const separated = fitMultinomial(apart, NAMES);
    expect(isMissing(separated) && separated.problem).toBe("separation");
  });
});
