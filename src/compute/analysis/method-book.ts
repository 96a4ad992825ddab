import type { MethodId } from "../../model/analysis.ts";

/** What readers are told of a method: in docs/methods.md, and beside each of its results. */
export interface MethodEntry {
  readonly id: MethodId;
  readonly title: string;
  /** What question it answers, in one sentence. */
  readonly answers: string;
  readonly formula: string;
  /** What happens to missing values. */
  readonly missing: string;
  readonly source: string;
  /** How the code is known to be right. */
  readonly checked: string;
  /** What has to be there for it to give a result. */
  readonly needs: string;
  /** What a reader has to know before believing a result. */
  readonly caveats: readonly string[];
  /** Its own keys in `analyses/<id>.yaml`, with what they mean. */
  readonly keys: readonly (readonly [key: string, meaning: string])[];
  /** A whole `analyses/<id>.yaml`. */
  readonly example: string;
}

const TERMS = [
  ["treatment", "the variable that the question is about"],
  ["controls", "variables that are held; none where absent"],
] as const;

const UNIT = [
  "unit",
  "`country-year` (default) or `country`: then each country counts once, with its mean",
] as const;

const BY_VARIABLE = "Country-years in which a variable has no value are left out and counted by reason.";

const ASSOCIATION =
  "This is an association in the data at hand. What caused what it does not show: grades are not given by chance, and what is not among the terms may move both.";

/** Every method that an analysis may name, in the order of docs/methods.md. */
export const METHOD_BOOK: readonly MethodEntry[] = [
  {
    id: "mean-difference",
    title: "Difference in means",
    answers: "Whether a variable is higher in one group than in another.",
    formula:
      "x̄₁ − x̄₂. Welch: error √(s₁²/n₁ + s₂²/n₂), degrees of freedom after Welch and Satterthwaite. Pooled: one variance for both groups, n₁ + n₂ − 2 degrees of freedom. Intervals and p by Student’s t.",
    missing: BY_VARIABLE,
    source: "Welch (1947), Biometrika 34; R’s `t.test`.",
    checked: "Equal to R’s results to nine digits.",
    needs: "Two values in each group, and some spread.",
    caveats: ["Groups differ in more than the variable looked at."],
    keys: [
      ["outcome", "the variable whose means are compared"],
      ["by", "1 for the first group, 0 for the second"],
      UNIT,
      ["variances", "`welch` (default) or `pooled`"],
    ],
    example: `title: The index in the cases and elsewhere
method: mean-difference
outcome: policy-index.p
by: {is: "countries(JPN, IDN, ARM)", name: case, label: a case of the book}
unit: country
sample: {years: 2000-2014}
`,
  },
  {
    id: "correlation",
    title: "Correlation",
    answers: "How closely two variables go together.",
    formula:
      "Pearson: r = Σuv / √(Σu² Σv²), u and v being the distances of the two variables from their means; t with n − 2 degrees of freedom; Fisher’s interval tanh(atanh r ± z/√(n−3)). Spearman: the same of ranks, its interval with √((1 + ρ²/2)/(n−3)).",
    missing: BY_VARIABLE,
    source: "Fisher (1921); Bonett & Wright (2000), Psychometrika 65; R’s `cor.test`.",
    checked: "Held against a second method and against published values.",
    needs: "Three pairs, and both variables vary.",
    caveats: [ASSOCIATION],
    keys: [
      ["outcome", "the variable on the upright axis"],
      ["with", "the other one"],
      UNIT,
      ["kind", "`pearson` (default) or `spearman`, of ranks"],
    ],
    example: `title: Tier and policy index
method: correlation
outcome: policy-index.p
with: tier
kind: spearman
unit: country
`,
  },
  {
    id: "survival",
    title: "Survival curves",
    answers: "How long it takes until something happens, and whether groups differ.",
    formula:
      "Kaplan and Meier’s Ŝ(t) = Π(1 − d(t)/n(t)) over the times of events, with Greenwood’s variance; intervals on Ŝ, ln Ŝ or ln(−ln Ŝ). The year of entry is the first: an event in it happens at time 1. Groups are compared by the log-rank test, each time weighed Ŝ(t−)^ρ.",
    missing:
      "A country of which nobody knows the event, the entry or the group is left out and counted, as is one that had the event before its entry. Those without the event are last seen in the sample’s last year.",
    source:
      "Kaplan & Meier (1958), JASA 53; Harrington & Fleming (1982), Biometrika 69; R’s `survfit` and `survdiff`.",
    checked: "Equal to R’s results to nine digits.",
    needs: "A country in each group, and one event.",
    caveats: [
      "A group must be known at entry. Groups made of what happened later (`ever`) compare those who lived long enough to be counted with those who did not.",
      "A test of two curves is no estimate of an effect: groups differ in more than the grade.",
    ],
    keys: [
      ["event", "happens in the first year in which it is above 0"],
      ["entry", "the clock starts in the first year in which it is above 0; `in-report` where absent"],
      ["by", "1 and 0, as they are in the year of entry; without it there is one curve"],
      ["interval", "`log` (default), `log-log` or `plain`"],
      ["rho", "0 (default) for the log-rank test, 1 to weigh early years"],
    ],
    example: `title: Time to full criminalization, by first grade
method: survival
event: or-zero(law.full)
by: {is: "at-least(first(tier), 3)", name: low, label: first grade on the watch list or in Tier 3}
sample: {years: 1999-2014}
`,
  },
  {
    id: "cox",
    title: "Cox’s proportional hazards",
    answers: "How the rate of an event goes with variables that change over time.",
    formula:
      "λ(t|x) = λ₀(t) exp(βx) over country-years (start, stop], by partial likelihood; ties after Efron or Breslow; errors clustered on country (Lin and Wei) or model-based; Harrell’s concordance; Grambsch and Therneau’s test that ratios do not change with time.",
    missing: `${BY_VARIABLE} Years after the event, and before entry where there is one, are not at risk.`,
    source:
      "Cox (1972), JRSS B 34; Lin & Wei (1989), JASA 84; Grambsch & Therneau (1994), Biometrika 81; R’s `coxph` and `cox.zph`.",
    checked: "Equal to R’s results to nine digits.",
    needs: "An event while others are at risk; terms that vary and do not follow from each other.",
    caveats: [
      ASSOCIATION,
      "Hazard ratios compare rates among those who have not had the event; they are no ratios of probabilities.",
    ],
    keys: [
      ["event", "happens in the first year in which it is above 0"],
      ["entry", "the clock starts then for each country; where absent, in the sample’s first year for all"],
      ...TERMS,
      ["ties", "`efron` (default) or `breslow`"],
      ["errors", "`clustered` on country (default) or `model`"],
    ],
    example: `title: What goes with full criminalization
method: cox
event: or-zero(law.full)
treatment: {is: in-report, name: in-report}
controls:
  - {is: or-zero(tier), name: tier}
  - {is: or-zero(lag(downgrade)), name: downgraded}
tier-codes: {1: -1, 2: 0, 2WL: 0.5, 3: 1}
sample: {years: 2000-2014}
`,
  },
  {
    id: "panel-regression",
    title: "Panel regression",
    answers: "How an outcome goes with variables, within countries and years or across them.",
    formula:
      "Least squares with no effects, effects of countries (`unit`), of years (`period`) or of both. Errors classical, HC1, or clustered on country: CR0 Σ X′ee′X, CR1 with G/(G−1)·(N−1)/(N−K), t with G − 1 degrees of freedom.",
    missing: BY_VARIABLE,
    source: "Cameron & Miller (2015), Journal of Human Resources 50; R’s `lm`.",
    checked: "Equal to R’s results to nine digits.",
    needs: "More rows than coefficients, two countries, and terms with variation left beside the effects.",
    caveats: [
      ASSOCIATION,
      "Where the outcome is a change and the treatment follows bad years, values return to the usual by themselves: hold the present level among the controls, and compare.",
    ],
    keys: [
      ["outcome", "the variable that is explained"],
      ...TERMS,
      ["effects", "`two-way` (default), `unit`, `period` or `none`"],
      ["errors", "`CR1` (default), `CR0`, `HC1` or `classical`"],
    ],
    example: `title: The year after a downgrade
method: panel-regression
outcome: lead(change(policy-index.p))
treatment: downgrade
controls: [policy-index.p]
`,
  },
  {
    id: "event-study",
    title: "Event study",
    answers: "What an outcome does in the years around the first time that something happens.",
    formula:
      "Means at t−k … t+m; and two-way fixed effects with a dummy a distance but −1, in two forms: one coefficient for all (plain), and each cohort’s own, averaged by the cohorts’ shares (cohort-weighted). Countries without the event are the controls. Errors CR1 by country.",
    missing:
      "Country-years without the outcome are left out and counted. Where nobody knows whether the event happened in any year, the country counts as without it.",
    source:
      "Sun & Abraham (2021), Journal of Econometrics 225; MacKinlay (1997); Ashenfelter (1978) on the dip before.",
    checked: "Means equal R’s results to nine digits; effects are held against a regression with dummies.",
    needs: "Two countries without the event, and values in the year before it.",
    caveats: [
      "A country is downgraded after a bad year, and bad years pass: what follows t−1 holds a return to the usual level. Look at the years before, and at the change with the present level held.",
      "Effects lean on parallel trends of those with and without the event, which cannot be shown.",
    ],
    keys: [
      ["outcome", "the variable that is followed"],
      ["event", "the event is in the first year in which it is above 0; `downgrade` where absent"],
      ["window", "first and last year from the event; `[-3, 5]` where absent"],
    ],
    example: `title: The index around a first downgrade
method: event-study
outcome: policy-index.p
event: downgrade
window: [-3, 5]
`,
  },
  {
    id: "transitions",
    title: "Transitions between tiers",
    answers: "Where countries of a tier are a year later.",
    formula:
      "Counts n(i, j) and shares n(i, j)/n(i) of moves between consecutive years, with Wilson’s intervals; an expected stay is 1/(1 − share of staying).",
    missing: "A year whose next year has no grade is no move; such years are counted.",
    source: "Anderson & Goodman (1957), Annals of Mathematical Statistics 28; Wilson (1927).",
    checked: "Held against counts by hand and a second method.",
    needs: "A country graded in two consecutive years.",
    caveats: [
      "Shares are taken as the same in all years and for all countries, and only the present tier counts.",
    ],
    keys: [],
    example: `title: Where tiers lead
method: transitions
sample: {years: 2004-2015}
`,
  },
  {
    id: "stays",
    title: "Stays in a tier",
    answers: "How long countries stay in a tier, and how much of a limit is left to those in it.",
    formula:
      "Runs of consecutive years in the tier are durations; leaving is the event; Kaplan and Meier’s curve. Where `casebook.yaml` gives the tier a `limit`: years left = limit − years held since it came into force.",
    missing:
      "A stay whose beginning is not known is left out and counted; one whose end is not known is last seen at its length.",
    source:
      "Kaplan & Meier (1958); the limit of the TIP Report’s watch list is Public Law 110-457, section 107.",
    checked: "Held against stays counted by hand.",
    needs: "A stay whose beginning is known.",
    caveats: ["Stays of one country are taken as independent of each other."],
    keys: [["tier", "the tier’s id; its `limit` in `casebook.yaml` sets the clocks"]],
    example: `title: Stays on the watch list
method: stays
tier: 2WL
`,
  },
  {
    id: "tier-model",
    title: "Transition model of tiers",
    answers: "How next year’s tier, or the move to it, goes with variables, given this year’s tier.",
    formula:
      "A discrete-time multistate model as a multinomial logit: P(k|x) ∝ exp(α(k) + β(k)x), this year’s tier among x. The movement is same, down or up; one that cannot come (up from the best tier, down from the worst) does not compete. Average changes of probabilities with errors by the delta method; errors clustered on country, by the normal distribution.",
    missing: `${BY_VARIABLE} A year whose next year has no grade is left out, too.`,
    source: "McFadden (1974); Allison (1982), Sociological Methodology 13; R’s `nnet::multinom`.",
    checked:
      "Equal to R’s results to nine digits; with outcomes that cannot come, to the maximum that R’s `optim` finds.",
    needs: "Each movement happens; terms that vary and do not tell the movement exactly.",
    caveats: [
      ASSOCIATION,
      "Only this year’s tier and terms count: how long a country has been there does not, unless it is among the terms.",
    ],
    keys: [
      ["outcome", "`movement` (default): same, down or up; or `tier`"],
      ...TERMS,
      ["errors", "`clustered` on country (default) or `model`"],
    ],
    example: `title: Who moves
method: tier-model
treatment: lag(downgrade)
controls: [policy-index.p]
`,
  },
];

const byId = new Map(METHOD_BOOK.map((one) => [one.id, one]));

/** Returns what readers are told of a method. */
export function methodEntry(id: MethodId): MethodEntry {
  const found = byId.get(id);
  if (!found) throw new Error(`the method ${id} is not in the book`);
  return found;
}
