import { formatCount } from "../../../base/format.ts";
import type { LawLevel } from "../../../model/record.ts";
import type { TierLimit } from "../../../model/scorecard.ts";
import { type Html, type HtmlValue, html, rawHtml } from "../../site/html.ts";

/** English words of the home page, the list of countries and the pages of countries. */
export const countries = {
  sentenceSeparator: ". ",
  caseCount: (count: number): string => formatCount(count, "case"),
  countryCount: (count: number): string => formatCount(count, "country", "countries"),
  gradeCount: (count: number): string => formatCount(count, "grade"),
  sourceCount: (count: number): string => formatCount(count, "source"),
  editionOn: (date: HtmlValue): Html => html`Edition of ${date}`,
  noCases: "This casebook has no cases.",
  scorecard: "The scorecard",
  scorecardBy: (name: HtmlValue, grader: string, since: number): Html =>
    html`${name}, by ${grader}, since ${since}.`,
  sinceYear: (year: number): string => `since ${year}`,
  untilYear: (year: number): string => `until ${year}`,
  allYears: "all years",
  gradesByCountryAndYear: "Grades by country and year",
  gradesOfScorecard: (scorecard: string): string => `${scorecard} grades by country and year`,
  allGrades: "all grades",
  ofAllCountries: (kind: string): string => `${kind} of all countries`,

  countriesDescription: (count: number, title: string): string =>
    `${formatCount(count, "country", "countries")} in ${title}, with their grades.`,
  countriesWithData: (count: number): string =>
    `${formatCount(count, "country", "countries")} with data in this casebook.`,
  compareThem: "Compare them.",
  seeThemAll: "See them all, year by year and on maps.",
  seeHypotheses: "Hypotheses weighed against the evidence.",
  casesAre: (cases: HtmlValue): Html => html`Cases: ${cases}.`,
  withoutGrade: "Without a grade",
  fullStop: (words: HtmlValue): Html => html`${words}.`,

  countryDescription: (country: string, title: string): string =>
    `${country} in ${title}: grades, timeline, laws and governments.`,
  countryInScorecard: (country: string, scorecard: string): string => `${country} in the ${scorecard}`,
  casesOfCountry: (count: number): string => (count === 1 ? "Case" : "Cases"),
  groups: "Groups",
  timeline: "Timeline",
  grades: "Grades",
  statisticsSection: "Statistics",
  cycle: "Cycle",
  testsSection: "Tests of outcomes",
  hypotheses: "Hypotheses",
  captionOfCountry: (country: HtmlValue, section: Html): Html =>
    html`${country}: ${rawHtml(lowerFirst(section.text))}`,
  tableOfRows: (count: number): string => `Table of ${formatCount(count, "row")}`,

  law: "Law",
  level: "Level",
  codedFrom: "Coded from",
  sourceAndNote: "Source and note",
  lawLevels: {
    partial: "partial criminalization",
    full: "full criminalization",
    strengthened: "strengthened",
  } as Readonly<Record<LawLevel, string>>,
  from: "From",
  to: "To",
  inOffice: "in office",
  person: "Person",
  office: "Office",
  grants: "Grants",
  allGrants: "All grants",
  grantsByPurpose: "Grants by purpose",
  grantsByRecipient: "Grants by recipient",
  purpose: "Purpose",
  purposes: "Purposes",
  recipient: "Recipient",
  amount: "Amount",
  severalPurposes: "A grant with several purposes counts in each of them.",
  notKnown: "not known",
  withoutAmount: (count: number): string => `${formatCount(count, "grant")} without an amount left out`,

  standing: "Standing and company",
  moved: "Moved",
  movedUp: "up",
  movedDown: "down",
  place: "Place",
  placeOf: (place: string, all: number): string => `${place} of ${all}`,
  sameGradeThatYear: "Same grade that year",
  index: "Index",
  sinceEntering: "Since entering",
  noOther: "none",
  otherCountries: (count: number): string => `${count} others`,
  groupMembers: (group: string, members: string): string => `${group}: ${members}`,
  cameIn: (country: string, year: number, isByTier: boolean): string =>
    `${country} came into the report in ${year}${isByTier ? ", by its first tier" : ""}.`,
  timeInReport: (
    year: number,
    years: number,
    change: string | undefined,
    aYear: string | undefined,
  ): string => {
    const changed =
      change === undefined
        ? ""
        : `, in which the index changed by ${change}${aYear === undefined ? "" : ` (${aYear} a year)`}`;
    return `By ${year} that was ${formatCount(years, "year")}${changed}.`;
  },
  placeIsSpan: "The place is the span of places that all countries of the grade share.",
  nearestIn: (index: string): string => `Nearest in the ${index.charAt(0).toLowerCase()}${index.slice(1)}`,
  nearestAre: (year: number, value: string, countries: HtmlValue, more: number): Html =>
    html`${year}, at ${value}: ${countries}${more > 0 && ` and ${more} more as near as the last`}.`,
  byComponent: (series: string): string => `${series} by component`,
  effort: "Effort, by cables",
  cablesOnSubject: "Cables on the subject",
  cablesAvailable: "Cables available",
  share: "Share",
  effortOverall: (about: string, available: string, share: string): string =>
    `Over all years ${about} of ${available} available cables of posts in the country, ${share}. What is not available is not counted.`,

  /** `years` is a span, e.g. "2004–2005". */
  limitSpell: (country: string, tier: string, years: string): string =>
    `${country} was in ${tier} in ${years}.`,
  limitRule: ({ years, since, waivers }: TierLimit, next: string, source: HtmlValue): Html =>
    html`A country may stay there for ${formatCount(years, "year")}, counted from ${since}${waivers > 0 && `, and for up to ${formatCount(waivers, "more year")} by waiver`}; then it moves to ${next} (${source}).`,
  /** `latest` is the year of the move where every waiver is granted. */
  limitClock: (held: number, moves: number, latest: number | undefined): string => {
    const counted =
      held === 0 ? "none counts so far" : `${held === 1 ? "one counts" : `${held} count`} so far`;
    const last = latest === undefined ? "" : `, in ${latest} if every waiver is granted`;
    return `Of these years ${counted}: the move is due in ${moves}${last}.`;
  },
};

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
