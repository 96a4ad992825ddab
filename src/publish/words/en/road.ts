import { formatCount, formatList } from "../../../base/format.ts";
import { type Html, type HtmlValue, html } from "../../site/html.ts";

/** How many recommendations are in each state. */
export interface AskedCounts {
  readonly all: number;
  readonly open: number;
  readonly answered: number;
  readonly complete: number;
}

/** How the stays of other countries in a grade ended. */
export interface StaysOfOthers {
  readonly countries: number;
  readonly stays: number;
  readonly tier: string;
}

/** Editions of the stays that ended with a better grade. */
export interface EditionsOfStays {
  readonly median: number;
  readonly shortest: number;
  readonly longest: number;
}

/** English words of the letter on the road to the next grade. */
export const road = {
  roadTitle: (country: string, tier: string): string => `${country}: the road to ${tier}`,
  roadDescription: (country: string, present: string, next: string): string =>
    `What the record says of ${country} between ${present} and ${next}: asked, done, missing, and how others went.`,
  whatWasAsked: "What was asked",
  whatWasDone: "What was done",
  whatIsNotSaid: "What the record does not say",
  howOthersLeft: (tier: string): string => `How others left ${tier}`,

  wasGraded: (scorecard: string, year: number, country: string, tier: string): string =>
    `The ${scorecard} of ${year} graded ${country} ${tier}.`,
  hasHadGrade: (editions: number, since: number): string =>
    `It has had this grade for ${editions} editions in a row, since ${since}.`,
  beforeThat: (stays: string): string => `Before that it had ${stays}.`,
  tierInYears: (tier: string, years: string): string => `${tier} in ${years}`,
  nextGradeIs: (tier: string): string => `The next better grade is ${tier}.`,
  describedSo: (words: string): string => `The casebook describes it so: “${words}”`,
  noCriteria: (grader: string): string =>
    `This casebook does not declare the criteria by which ${grader} decides between the two, so this letter cannot say what would be enough. It says what the record holds, and every number is computed from it.`,

  noRecommendation: (country: string): string =>
    `The record of this casebook holds no recommendation to ${country}.`,
  recommendationsAre: ({ all, open, answered, complete }: AskedCounts): string => {
    const parts = [
      open > 0 && `${open} open`,
      answered > 0 && `${answered} answered by an outcome, without a word on how far`,
      complete > 0 && `${complete} complete`,
    ].filter((part) => part !== false);
    return `The record holds ${formatCount(all, "recommendation")}: ${formatList(parts)}. One counts as complete where its last stated progress says so.`;
  },
  recommendation: "Recommendation",
  asked: "Asked",
  progress: "Progress",
  answeredBy: "Answered by",
  progressIn: (year: number, progress: string): string => `${year}: ${progress}`,
  notStated: "not stated",
  nothingInRecord: "nothing in the record",

  outcomesAndLaws: (outcomes: number, laws: number, country: string): string =>
    `The record holds ${countOf(outcomes, "outcome")} and ${countOf(laws, "law")} of ${country}.`,
  whatTestsAsk:
    "Sequencing asks whether an outcome came after the push, congruence whether it matches what was asked, testimony whether witnesses tie the two. What is undecidable or not in the record has not failed.",
  lawOn: (law: string, date: string, level: HtmlValue): Html => html`${law}, ${date}: ${level}.`,
  testVerdicts: {
    holds: "holds",
    partly: "partly",
    fails: "fails",
    undecidable: "undecidable",
    "not-in-record": "not in the record",
  } as Readonly<Record<string, string>>,

  theCriteria: "The criteria for the next better grade.",
  whatWasAskedOf: (country: string): string => `What was asked of ${country}.`,
  howFarTheyWent: (count: number, all: number): string =>
    `How far ${count} of the ${formatCount(all, "recommendation")} went.`,
  whenRecommended: (count: number): string =>
    `When ${formatCount(count, "recommendation was", "recommendations were")} made.`,
  whenOutcomes: (count: number): string => `When ${formatCount(count, "outcome")} came about.`,
  anyOutcome: "Any outcome.",
  anyLaw: "Any law.",
  lookedForNotFound: (gap: HtmlValue): Html => html`Looked for and not found: ${gap}`,

  noOtherHad: (tier: string): string => `No other country of this casebook has been graded ${tier}.`,
  othersNote: (countries: number, years: string): string =>
    `Computed from the grades of ${formatCount(countries, "country", "countries")}, ${years}. A stay is a run of editions with one grade; one that began before the first known grade counts from that.`,
  othersHad: ({ countries, stays, tier }: StaysOfOthers): string =>
    `${formatCount(countries, "other country has", "other countries have")} been graded ${tier}, in ${formatCount(stays, "stay")}.`,
  noneRose: "None ended with a better grade.",
  someRose: (stays: number, countries: number, { median, shortest, longest }: EditionsOfStays): string => {
    const editions =
      shortest === longest
        ? formatCount(shortest, "edition")
        : `a median of ${formatCount(median, "edition")} (${shortest} to ${longest})`;
    return `${formatCount(stays, "stay")} of ${formatCount(countries, "country", "countries")} ended with a better grade, after ${editions}.`;
  },
  withLaw: (count: number, all: number): string =>
    `In ${count} of the ${all} the record has a law of that country dated before the edition that brought it.`,
  othersEnded: (worse: number, rest: number): string =>
    `${worse} ended with a worse grade; ${rest} lasted to the last edition or ended in a year without a grade.`,
  yearsAt: (tier: string): string => `Years at ${tier}`,
  afterwards: "Then",
  latestLaw: "Latest law before",
  tierThen: (tier: string, year: number): string => `${tier} in ${year}`,
  datedLaw: (law: string, date: string): string => `${law}, ${date}`,
  noLawInRecord: "none in the record",
  theseAreLatest: (more: number): string => `These are the latest; ${more} more came before.`,
  tableOf: (what: string): string => `${what} table`,
};

/** Returns "12 outcomes", "1 law" or "no law". */
function countOf(count: number, noun: string): string {
  return count === 0 ? `no ${noun}` : formatCount(count, noun);
}
