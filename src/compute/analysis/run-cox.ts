import { isMissing } from "../../base/missing.ts";
import type { CoxAnalysis } from "../../model/analysis.ts";
import { type CoxFit, type CoxRow, fitCox, type HazardCoefficient } from "../methods/cox.ts";
import { firstYearAbove, type Happening } from "./happening.ts";
import type { MethodOutcome, ResultFact, ResultTable } from "./result.ts";
import { capitalize, countFact, formatEstimate, formatLevel, sayP } from "./result-words.ts";
import { accountOf, DropList, describeReason, nameVariable, type SampleFrame } from "./sample.ts";

interface RiskRows {
  readonly rows: readonly (CoxRow & { readonly country: string; readonly year: number })[];
  readonly considered: number;
  readonly drops: DropList;
}

/** Returns Cox's model of an analysis, a row a country-year at risk. */
export function runCox(sample: SampleFrame, analysis: CoxAnalysis): MethodOutcome {
  const { index } = sample.frame;
  const { treatment, controls, ties, errors, level } = analysis;
  const terms = [treatment, ...controls];
  const { rows, considered, drops } = riskRows(sample, analysis);
  const account = accountOf(sample, rows, { considered, drops, rowsAre: "country-years at risk" });
  const fit = fitCox(
    rows,
    terms.map((one) => one.name),
    { ties, level },
  );
  if (isMissing(fit)) return { account, problem: fit };
  const labels = terms.map((one) => capitalize(nameVariable(index, one)));
  const event = nameVariable(index, analysis.event);
  const first = fit.coefficients[0];
  return {
    account,
    tables: [
      hazardTable(analysis, fit, { labels, event }),
      proportionalityTable(
        fit,
        terms.map((one) => one.name),
        labels,
      ),
    ],
    data: {
      columns: ["country", "year", "start", "stop", "event", ...terms.map((one) => one.name)],
      rows: rows.map((row) => [row.country, row.year, row.start ?? 0, row.stop, row.event ? 1 : 0, ...row.x]),
    },
    facts: coxFacts(fit),
    figure: {
      type: "forest",
      items: fit.coefficients.map((one, i) => ({ label: labels[i] ?? "", ...ratioOf(one, errors) })),
      axis: `Hazard ratio of ${event}, with ${formatLevel(level)} intervals`,
      reference: 1,
    },
    summary: [
      `The rate of ${event} among ${fit.clusters} countries, ${fit.rows} country-years at risk, ${fit.events} events.`,
      ...(first ? [sayRatio(labels[0] ?? "", first, errors)] : []),
      `Test of proportional hazards over all terms: ${sayP(fit.proportionality.all.p)}.`,
    ],
    ...(fit.proportionality.all.p < 0.05
      ? {
          caveats: [
            `The ratios seem to change over time (${sayP(fit.proportionality.all.p)}): each stands for an average over the years.`,
          ],
        }
      : {}),
  };
}

/** The ratio with the interval of the chosen errors. */
function ratioOf(one: HazardCoefficient, errors: CoxAnalysis["errors"]) {
  const { estimate, lower, upper } = errors === "model" ? one : one.robust;
  return { estimate: Math.exp(estimate), lower: Math.exp(lower), upper: Math.exp(upper) };
}

function sayRatio(label: string, one: HazardCoefficient, errors: CoxAnalysis["errors"]): string {
  const { estimate, lower, upper } = ratioOf(one, errors);
  const { p } = errors === "model" ? one : one.robust;
  return `${label}: hazard ratio ${formatEstimate(estimate)} (${formatEstimate(lower)} to ${formatEstimate(upper)}; ${sayP(p)}).`;
}

function hazardTable(
  { ties, errors, level, treatment, controls }: CoxAnalysis,
  fit: CoxFit,
  { labels, event }: { readonly labels: readonly string[]; readonly event: string },
): ResultTable {
  const share = formatLevel(level);
  const names = [treatment, ...controls].map((one) => one.name);
  return {
    id: "coefficients",
    title: `Hazard ratios of ${event}; ties after ${ties === "efron" ? "Efron" : "Breslow"}, errors ${errors === "model" ? "model-based" : "clustered on country"}`,
    head: "Term",
    columns: [
      { id: "ratio", label: "Hazard ratio", kind: "estimate" },
      { id: "lower", label: `${share} from`, kind: "estimate" },
      { id: "upper", label: `${share} to`, kind: "estimate" },
      { id: "estimate", label: "Log ratio", kind: "estimate" },
      { id: "se", label: "Std. error", kind: "estimate" },
      { id: "se-other", label: errors === "model" ? "clustered" : "model-based", kind: "estimate" },
      { id: "z", label: "z", kind: "estimate" },
      { id: "p", label: "p", kind: "p" },
    ],
    rows: fit.coefficients.map((one, i) => {
      const [used, other] = errors === "model" ? [one, one.robust] : [one.robust, one];
      const { estimate: ratio, lower, upper } = ratioOf(one, errors);
      return {
        name: names[i] ?? "",
        label: labels[i] ?? "",
        cells: [
          ratio,
          lower,
          upper,
          one.estimate,
          used.standardError,
          other.standardError,
          used.statistic,
          used.p,
        ],
      };
    }),
  };
}

function proportionalityTable(fit: CoxFit, names: readonly string[], labels: readonly string[]): ResultTable {
  const { terms, all } = fit.proportionality;
  return {
    id: "proportional",
    title: "Test of proportional hazards: a small p says that a ratio changes over time",
    head: "Term",
    columns: [
      { id: "chi2", label: "χ²", kind: "estimate" },
      { id: "df", label: "df", kind: "count" },
      { id: "p", label: "p", kind: "p" },
    ],
    rows: [
      ...terms.map((one, i) => ({
        name: names[i] ?? "",
        label: labels[i] ?? "",
        cells: [one.chiSquare, one.freedom, one.p],
      })),
      { name: "all", label: "All terms", cells: [all.chiSquare, all.freedom, all.p] },
    ],
  };
}

function coxFacts(fit: CoxFit): ResultFact[] {
  return [
    countFact("n", "Country-years at risk", fit.rows),
    countFact("clusters", "Countries", fit.clusters),
    countFact("events", "Events", fit.events),
    { name: "concordance", label: "Concordance", kind: "estimate", value: fit.concordance.share },
    {
      name: "log-likelihood",
      label: "Log partial likelihood",
      kind: "estimate",
      value: fit.logLikelihood.fitted,
    },
    { name: "lr", label: "Likelihood ratio, χ²", kind: "estimate", value: fit.likelihoodRatio.chiSquare },
    { name: "lr-p", label: "Likelihood ratio, p", kind: "p", value: fit.likelihoodRatio.p },
  ];
}

/**
 * Returns the country-years under risk: from the sample's first year, or from the year of entry, until the event or the
 * sample's last year. The row of year t covers (t − origin, t − origin + 1].
 */
function riskRows(sample: SampleFrame, { event, entry, treatment, controls }: CoxAnalysis): RiskRows {
  const { index, countries } = sample.frame;
  const happens = sample.column(event);
  const enters = entry && sample.column(entry);
  const terms = [treatment, ...controls];
  const columns = terms.map((one) => sample.column(one));
  const labels = terms.map((one) => nameVariable(index, one));
  const drops = new DropList();
  const rows: (CoxRow & { country: string; year: number })[] = [];
  let considered = 0;
  for (const [i, country] of countries.entries()) {
    const origin: Happening = enters ? firstYearAbove(sample, enters, i) : { year: sample.years.first };
    const end = firstYearAbove(sample, happens, i);
    for (let year = sample.years.first; year <= sample.years.last; year++) {
      if (!sample.has(country, year)) continue;
      considered++;
      const why = outOfRisk(year, origin, end, nameVariable(index, event));
      if (why !== undefined) {
        drops.add(why, country);
        continue;
      }
      const cells = columns.map((one) => sample.at(one, i, year));
      const gap = cells.findIndex(isMissing);
      const lack = cells[gap];
      if (isMissing(lack)) {
        drops.add(`${labels[gap]}: ${describeReason(lack)}`, country);
        continue;
      }
      const start = year - (origin.year ?? year);
      rows.push({
        country,
        year,
        start,
        stop: start + 1,
        event: end.year === year,
        x: cells.map(Number),
        cluster: country,
      });
    }
  }
  return { rows, considered, drops };
}

function outOfRisk(year: number, origin: Happening, end: Happening, event: string): string | undefined {
  if (end.unknown) return `${event}: ${describeReason(end.unknown)}`;
  if (origin.unknown) return `entry: ${describeReason(origin.unknown)}`;
  if (origin.year === undefined || year < origin.year) return "before entry";
  if (end.year !== undefined && year > end.year) return "after the event";
  return undefined;
}
