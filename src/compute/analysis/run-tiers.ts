import { isMissing } from "../../base/missing.ts";
import type { StaysAnalysis, TierModelAnalysis, TransitionsAnalysis } from "../../model/analysis.ts";
import type { Tier, TierLimit } from "../../model/scorecard.ts";
import { nameOf, tierOf } from "../casebook-index.ts";
import { createNoEstimate } from "../methods/estimate.ts";
import { computeSurvivalCurve } from "../methods/kaplan-meier.ts";
import { computeLimitClock } from "../methods/limit-clock.ts";
import { type ChoiceRow, fitMultinomial, INTERCEPT, type MultinomialFit } from "../methods/multinomial.ts";
import { findSpells, measureSpells, type Spell } from "../methods/spells.ts";
import { computeTransitions } from "../methods/transition-matrix.ts";
import type { MethodOutcome, ResultTable } from "./result.ts";
import {
  capitalize,
  coefficientColumns,
  coefficientRow,
  countFact,
  forestItem,
  formatLevel,
  formatResult,
  sayEstimate,
} from "./result-words.ts";
import { curveTable, describeCurves, drawCurves, summaryTable } from "./run-survival.ts";
import {
  accountOf,
  completeRows,
  DropList,
  describeReason,
  nameVariable,
  type SampleFrame,
} from "./sample.ts";

interface GradedRow {
  readonly country: string;
  readonly year: number;
  readonly tier: Tier;
}

/** Returns the graded country-years of a sample, and those without a grade by reason. */
function gradedRows({ frame, years, has }: SampleFrame) {
  const drops = new DropList();
  const rows: GradedRow[] = [];
  let considered = 0;
  for (const country of frame.countries) {
    for (let year = years.first; year <= years.last; year++) {
      if (!has(country, year)) continue;
      considered++;
      const tier = tierOf(frame.index, country, year);
      if (isMissing(tier)) drops.add(`tier: ${describeReason(tier)}`, country);
      else rows.push({ country, year, tier });
    }
  }
  return { rows, considered, drops };
}

const asState = ({ country, year, tier }: GradedRow) => ({ unit: country, period: year, state: tier.id });

/** Returns the moves between tiers from year to year. */
export function runTransitions(sample: SampleFrame, { level }: TransitionsAnalysis): MethodOutcome {
  const { tiers } = sample.frame.index.casebook.config.scorecard;
  const { rows, considered, drops } = gradedRows(sample);
  const account = accountOf(sample, rows, { considered, drops });
  const matrix = computeTransitions(
    rows.map(asState),
    tiers.map((tier) => tier.id),
    level,
  );
  const moves = matrix.stays.reduce((sum, one) => sum + one.moves, 0);
  if (moves === 0) {
    return {
      account,
      problem: createNoEstimate("too-few-rows", "no country has a tier in two consecutive years"),
    };
  }
  const labelOf = new Map(tiers.map((tier) => [tier.id, tier.label]));
  const cellOf = new Map(matrix.transitions.map((one) => [`${one.from} ${one.to}`, one]));
  const share = formatLevel(level);
  return {
    account,
    tables: [
      {
        id: "moves",
        title: "Moves between tiers from one year to the next",
        head: "From → to",
        columns: [
          { id: "count", label: "Moves", kind: "count" },
          { id: "share", label: "Share of the tier", kind: "share" },
          { id: "lower", label: `${share} from`, kind: "share" },
          { id: "upper", label: `${share} to`, kind: "share" },
        ],
        rows: matrix.transitions.map((one) => ({
          name: `${one.from}-${one.to}`,
          label: `${labelOf.get(one.from)} → ${labelOf.get(one.to)}`,
          cells: [one.count, one.share, one.lower, one.upper],
        })),
      },
      {
        id: "stays",
        title: "How long a stay lasts, if shares stay as they are",
        head: "Tier",
        columns: [
          { id: "moves", label: "Country-years followed", kind: "count" },
          { id: "expected", label: "Expected years", kind: "estimate" },
        ],
        rows: matrix.stays.map((one) => ({
          name: one.state,
          label: labelOf.get(one.state) ?? one.state,
          cells: [one.moves, one.expectedPeriods],
        })),
      },
    ],
    facts: [
      countFact("n", "Pairs of consecutive years", moves),
      countFact("left-out", "Graded years without a grade in the next", matrix.leftOut),
    ],
    figure: {
      type: "matrix",
      from: "From",
      to: "To, a year later",
      states: tiers.map((tier) => tier.label),
      cells: tiers.map((from) => tiers.map((to) => cellOf.get(`${from.id} ${to.id}`))),
    },
    summary: matrix.stays.map(({ state }) => {
      const stay = cellOf.get(`${state} ${state}`);
      const rest = matrix.transitions.filter(
        (one) => one.from === state && one.to !== state && one.count > 0,
      );
      const went = rest
        .map((one) => `${formatResult(one.share, "share")} to ${labelOf.get(one.to)}`)
        .join(", ");
      return `${labelOf.get(state)}: ${formatResult(stay?.share ?? 0, "share")} stay${went === "" ? "" : `; ${went}`}.`;
    }),
  };
}

/** Returns how long countries stay in a tier, and the clocks of those that are in it at the end where the tier has a limit. */
export function runStays(sample: SampleFrame, analysis: StaysAnalysis): MethodOutcome {
  const { index } = sample.frame;
  const { rows, considered, drops } = gradedRows(sample);
  const tier = index.casebook.config.scorecard.tiers.find((one) => one.id === analysis.tier.word);
  const spells = findSpells(rows.map(asState), analysis.tier.word);
  const durations = measureSpells(spells, { firstPossible: Math.max(tier?.since ?? 0, sample.years.first) });
  const used = spells.flatMap((one) => yearsIn(one));
  const account = accountOf(sample, used, { considered, drops, rowsAre: "stays", rows: durations.length });
  const curve = computeSurvivalCurve(durations, { level: analysis.level });
  if (isMissing(curve)) return { account, problem: { ...curve, detail: "no stay whose beginning is known" } };
  const label = tier?.label ?? analysis.tier.word;
  const curves = [{ label, name: "all", curve }];
  const latest = Math.max(...rows.map((one) => one.year));
  const open = spells.filter((one) => one.last === latest);
  const clocks = tier?.limit && open.length > 0 && clockTable(open, sample, tier.limit);
  return {
    account,
    tables: [
      summaryTable(curves, { level: analysis.level, interval: "log" }, `leaving ${label}`),
      ...(clocks ? [clocks] : []),
      curveTable(curves[0] as (typeof curves)[0]),
    ],
    facts: [
      countFact("n", "Stays", durations.length),
      countFact("events", "Stays that ended", curve.events),
      countFact(
        "unknown-beginning",
        "Stays left out: their beginning is not known",
        spells.length - durations.length,
      ),
    ],
    figure: drawCurves(curves, `Share still in ${label}`, "Years in the tier"),
    summary: describeCurves(curves, undefined, `leaving ${label}`),
  };
}

function yearsIn({ unit, first, last }: Spell): { country: string; year: number }[] {
  return Array.from({ length: last - first + 1 }, (_, i) => ({ country: unit, year: first + i }));
}

/** The clocks of stays that reach to the last edition. */
function clockTable(
  open: readonly Spell[],
  { frame: { index } }: SampleFrame,
  { years: limit, waivers, since }: TierLimit,
): ResultTable {
  return {
    id: "clock",
    title: `Countries in the tier in ${open[0]?.last}: years left of ${limit}, and with ${waivers} waived`,
    head: "Country",
    columns: [
      { id: "since", label: "Since", kind: "text" },
      { id: "held", label: "Years that count", kind: "count" },
      { id: "left", label: "Left", kind: "count" },
      { id: "left-waived", label: "Left with waivers", kind: "count" },
    ],
    rows: open.map((spell) => {
      const clock = computeLimitClock(spell, { limit, waivers, since });
      return {
        name: spell.unit,
        label: nameOf(index.casebook, spell.unit),
        cells: [String(spell.first), clock.held, clock.left, clock.leftWithWaivers],
      };
    }),
  };
}

const MOVEMENTS = ["same", "down", "up"] as const;

/** Returns the discrete-time model of next year's tier or movement given this year's tier and the terms. */
export function runTierModel(sample: SampleFrame, analysis: TierModelAnalysis): MethodOutcome {
  const { index } = sample.frame;
  const { tiers } = index.casebook.config.scorecard;
  const terms = [analysis.treatment, ...analysis.controls];
  const { rows, considered, drops } = completeRows(sample, terms);
  const pairs = rows.flatMap(({ country, year, x }) => {
    const [from, to] = [tierOf(index, country, year), tierOf(index, country, year + 1)];
    if (isMissing(from)) drops.add(`tier: ${describeReason(from)}`, country);
    else if (isMissing(to)) drops.add(`tier, next year: ${describeReason(to)}`, country);
    else return [{ country, year, x, from, to }];
    return [];
  });
  const account = accountOf(sample, pairs, { considered, drops });
  const reference = chooseReference(
    tiers,
    pairs.map((one) => one.from),
  );
  const own = tiers.filter((tier) => tier !== reference && pairs.some((one) => one.from === tier));
  const states = [
    reference,
    ...tiers.filter((tier) => tier !== reference && pairs.some((one) => one.to === tier)),
  ];
  const isMovement = analysis.outcome === "movement";
  const names = {
    terms: [...terms.map((one) => one.name), ...own.map((tier) => `tier.${tier.id}`)],
    outcomes: isMovement ? [...MOVEMENTS] : states.map((tier) => tier?.id ?? ""),
  };
  const [best, worst] = [tiers[0], tiers.at(-1)];
  const choices = pairs.map(
    ({ country, x, from, to }): ChoiceRow => ({
      cluster: country,
      x: [...x, ...own.map((tier) => (tier === from ? 1 : 0))],
      outcome: isMovement ? (to.rank === from.rank ? 0 : to.rank > from.rank ? 1 : 2) : states.indexOf(to),
      ...(isMovement ? { possible: [true, from !== worst, from !== best] } : {}),
    }),
  );
  const fit = fitMultinomial(choices, names, { errors: analysis.errors, level: analysis.level });
  if (isMissing(fit)) return { account, problem: fit };
  const labels = new Map([
    ...terms.map((one) => [one.name, capitalize(nameVariable(index, one))] as const),
    ...own.map((tier) => [`tier.${tier.id}`, `This year ${tier.label}`] as const),
    [INTERCEPT, "Intercept"] as const,
  ]);
  const outcomes = new Map(isMovement ? [] : states.map((tier) => [tier?.id ?? "", tier?.label ?? ""]));
  const data = {
    columns: ["country", "year", "tier", "next", ...terms.map((one) => one.name)],
    rows: pairs.map(({ country, year, from, to, x }) => [country, year, from.id, to.id, ...x]),
  };
  return {
    account,
    data,
    ...describeModel(fit, analysis, { labels, outcomes, reference: reference?.label ?? "" }),
  };
}

/** The tier with most rows, of those from which one can go either way where there is one. */
function chooseReference(tiers: readonly Tier[], from: readonly Tier[]): Tier | undefined {
  const count = (tier: Tier): number => from.filter((one) => one === tier).length;
  const inner = tiers.slice(1, -1).filter((tier) => count(tier) > 0);
  return [...(inner.length > 0 ? inner : tiers)].sort((a, b) => count(b) - count(a) || a.rank - b.rank)[0];
}

function describeModel(
  fit: MultinomialFit,
  { level, errors, treatment }: TierModelAnalysis,
  words: {
    readonly labels: ReadonlyMap<string, string>;
    readonly outcomes: ReadonlyMap<string, string>;
    readonly reference: string;
  },
): Omit<MethodOutcome, "account" | "data"> {
  const outcomeOf = (id: string): string => words.outcomes.get(id) ?? id;
  const keyOf = (one: { term: string; outcome: string }): string =>
    `${one.term === INTERCEPT ? "intercept" : one.term}-${one.outcome}`;
  const labelOf = (one: { term: string; outcome: string }): string =>
    `${words.labels.get(one.term)} → ${outcomeOf(one.outcome)}`;
  const base = outcomeOf(fit.changes[0]?.outcome ?? "same");
  const treated = fit.changes.filter((one) => one.term === treatment.name);
  return {
    tables: [
      {
        id: "changes",
        title: "Average change of next year’s probabilities, as the term grows by 1 or from 0 to 1",
        head: "Term → next year",
        columns: coefficientColumns(level, "z"),
        rows: fit.changes.map((one) => coefficientRow(keyOf(one), labelOf(one), one)),
      },
      {
        id: "coefficients",
        title: `Log odds against ${base}; errors ${errors === "model" ? "model-based" : "clustered on country"}; this year’s tier against ${words.reference}`,
        head: "Term → next year",
        columns: coefficientColumns(level, "z"),
        rows: fit.coefficients.map((one) => coefficientRow(keyOf(one), labelOf(one), one)),
      },
    ],
    facts: [
      countFact("n", "Pairs of consecutive years", fit.rows),
      countFact("clusters", "Countries", fit.clusters),
      { name: "log-likelihood", label: "Log likelihood", kind: "estimate", value: fit.logLikelihood.fitted },
      {
        name: "pseudo-r2",
        label: "McFadden’s R²",
        kind: "estimate",
        value: 1 - fit.logLikelihood.fitted / fit.logLikelihood.empty,
      },
    ],
    figure: {
      type: "forest",
      items: fit.changes
        .filter((one) => !one.term.startsWith("tier."))
        .map((one) => forestItem(labelOf(one), one)),
      axis: `Change of next year’s probability, with ${formatLevel(level)} intervals`,
      reference: 0,
    },
    summary: [
      `Next year’s tier given this year’s: ${fit.rows} pairs of years of ${fit.clusters} countries.`,
      ...treated.map((one) => `${labelOf(one)}: the probability changes by ${sayEstimate(one)} on average.`),
    ],
    caveats:
      fit.leftOut.length > 0
        ? [
            `Held at 0, because the term does not vary where the outcome is possible: ${fit.leftOut.map(labelOf).join("; ")}.`,
          ]
        : [],
  };
}
