import { formatCount } from "../../../base/format.ts";
import type { EvidenceKind } from "../../../model/hypothesis.ts";
import { type Html, type HtmlValue, html } from "../../site/html.ts";

/** English words of the pages about all countries: figures by year, and maps. */
export const world = {
  play: "Play",
  pause: "Pause",
  nextYear: "Next year",
  worldTitle: "The world, year by year",
  worldDescription: (title: string): string =>
    `Tier shares, moves, transitions and maps of all countries in ${title}.`,
  worldLead: (scorecard: string): string =>
    `What the ${scorecard} says of all countries together. A country-year without a tier counts nowhere.`,
  mapsAre: (links: HtmlValue): Html => html`Maps: ${links}`,
  firstYearsInReport: "first years in the report",

  sharesTitle: "Tier shares by year",
  sharesDescription: "Columns by year, divided by the share of each tier among the graded countries.",
  sharesIn: (year: number, graded: number, shares: string): string => `In ${year}, of ${graded}: ${shares}.`,
  tierWithShare: (tier: string, countries: number, share: string): string =>
    `${tier} ${countries} (${share})`,
  sharesAxis: "Share of graded countries; numbers count countries",
  sharesCaption: "Countries by tier and year, with their share of the graded",
  graded: "Graded",

  moversTitle: "Countries that changed tier, by year",
  moversDescription:
    "Columns by year: countries that went up above the line, countries that went down below it.",
  mostMoved: (year: number, up: number, down: number): string =>
    `Most moved in ${year}: ${up} up and ${down} down.`,
  moversCaption:
    "Countries that went up, went down, stayed, came in and went out, against the edition before",
  up: "Up",
  down: "Down",
  same: "Same",
  cameInColumn: "Came in",
  wentOut: "Went out",
  whoMoved: "Who moved",
  movedThese: (how: HtmlValue, countries: HtmlValue): Html => html`${how}: ${countries}.`,

  transitionsTitle: "From one edition to the next",
  transitionsLead: (first: number | undefined, last: number | undefined): string =>
    `Each row is a tier in one edition, each column the tier in the next; shares are of the row. All neighbouring editions from ${first} to ${last} are added up, whatever the tiers meant at the time: the first edition of a new tier draws many into it.`,
  transitionsCaption: "How often countries went from tier to tier",
  toTier: (tier: string): string => `to ${tier}`,
  toNoTier: "to no tier",
  noTier: "no tier",
  total: "All",

  joinedTitle: "Countries by their first year in the report",
  joinedDescription: "Columns by year: countries that came into the report.",
  joinedFirst: (countries: number, year: number): string => `${countries} came in ${year}.`,
  sameAsMap: "The same as a map.",
  whichByYear: "Which countries, by year",
  joinedIn: (year: number, count: number, countries: HtmlValue): Html =>
    html`${year} (${count}): ${countries}.`,

  criminalizationTitle: "The spread of criminalization",
  criminalizationDescription:
    "Columns by year: countries with a full law, and above them countries with a partial one only.",
  criminalizationBy: (year: number, full: number, partial: number): string =>
    `By ${year}: ${full} in full, ${partial} in part.`,
  criminalizationAxis: "Countries of whose laws the casebook knows",
  criminalizationCaption: (countries: number): string =>
    `Countries with a law, of the ${countries} of whose laws the casebook knows`,
  fullCriminalization: "Full criminalization",
  full: "Full",
  partialOnly: "Partial only",

  casesAndOthers: "Cases and others",
  casesAndOthersLead: (index: string): string =>
    `Mean of the ${index.charAt(0).toLowerCase() + index.slice(1)} of countries with a case and of all others. Countries without a number in a year are left out, so early years are about fewer countries.`,
  casesAndOthersCaption: "Means by year, with the number of countries",
  others: "Others",

  maps: "Maps",
  mapTitle: (scorecard: string, year: number): string => `${scorecard} tiers, ${year}`,
  mapDescription: (year: number): string => `World map of the tiers of ${year}.`,
  mapCounts: (tiers: string, countries: number): string =>
    `${tiers} of ${formatCount(countries, "graded country", "graded countries")}.`,
  tierWithCount: (tier: string, countries: number): string => `${tier}: ${countries}`,
  asPartOf: (tier: string, country: string): string => `${tier}, as part of ${country}`,
  noTierIn: (year: number): string => `no tier in ${year}`,
  joinedMapTitle: (scorecard: string): string => `First year in the ${scorecard}`,
  joinedMapDescription: "World map of the years in which countries came into the report.",
  joinedMapCounts: (spans: string): string => `${spans}.`,
  spanWithCount: (years: string, countries: number): string =>
    `${years}: ${formatCount(countries, "country", "countries")}`,
  neverInReport: "never in the report, or not known",
  boundaries:
    "Boundaries are those of Natural Earth, as they are held on the ground today; they take no position on any dispute. Areas without a grade of their own, dependencies among them, are hatched. Before a state existed its area has the grade of the state to which it belonged. The projection is Equal Earth, in which areas are true; small states are dots. Antarctica is left out.",
  firstYears: "first years",
  allFigures: "all figures",
};

/** English words of the pages that compare countries and weigh hypotheses. */
export const comparing = {
  pairDescription: (countries: string, scorecard: string): string =>
    `${countries} in the ${scorecard}, year by year.`,
  sameGradeIn: (
    { same, years }: { readonly same: number; readonly years: number },
    country: string,
    isKin: boolean,
  ): string =>
    `The same grade in ${same} of ${formatCount(years, "year")} in which both have one: nobody${isKin ? " of its groups" : ""} shared more grades with ${country}.`,
  chooseOthers: "Choose other countries.",
  gradesByYear: "Grades by year",
  gradesAndIndexByYear: (index: string): string => `Grades and ${index.toLowerCase()} by year`,
  countryNumber: (number: number): string => `Country ${number}`,
  choosingNeedsScripts:
    "Choosing countries needs JavaScript; the pages below and those of the countries do not.",
  pairsAre: (pairs: HtmlValue): Html =>
    html`Each country with a case, and the country whose grades were most often the same, of all and of its own groups: ${pairs}.`,
  /** A script puts in how many years, and of how many. */
  sameGradeInAll: "The same grade in {n} of {m} years in which all have one.",
  chooseSecond: "Choose a second country to compare.",
  compareCountries: "Compare countries",
  titleIn: (title: string, casebook: string): string => `${title} in ${casebook}.`,
  scoresTitle: (y: string, x: string): string => `${y} and ${lowerFirst(x)}`,
  scores: "Scores",
  caseColumn: "Case",

  hypothesesDescription: (count: number, title: string): string =>
    `${formatCount(count, "hypothesis", "hypotheses")} weighed against the evidence in ${title}.`,
  hypothesesLead:
    "Each starts from a prior. Evidence multiplies its odds by how much more likely the evidence is if the hypothesis is true than if it is false. The pieces are taken as independent of each other.",
  priorAndPosterior: (prior: string, posterior: HtmlValue): Html =>
    html`Prior ${prior}, posterior ${posterior}.`,
  notDefined: (reason: HtmlValue): Html => html`not defined: ${reason}`,
  noEvidenceYet: "No evidence is weighed yet.",
  evidenceOn: (id: string): string => `Evidence on ${id}`,
  evidence: "Evidence",
  ifTrue: "If true",
  ifFalse: "If false",
  ratio: "Ratio",
  probability: "Probability",
  evidenceKinds: {
    hoop: "hoop",
    "smoking-gun": "smoking gun",
    "straw-in-the-wind": "straw in the wind",
    "doubly-decisive": "doubly decisive",
  } as Readonly<Record<EvidenceKind, string>>,
  byItsNumbers: (stated: HtmlValue, meant: HtmlValue): Html => html`${stated}; by its numbers a ${meant}`,
  lookedForInVain: (evidence: HtmlValue): Html => html`${evidence} (looked for, not found)`,
  evidenceNotInRecord: (evidence: string, entry: string): string =>
    `${evidence} (${entry}: not in the record)`,
};

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
