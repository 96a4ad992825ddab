import { type CalendarDate, formatDate } from "../base/edtf.ts";
import { formatCount, formatList, formatNumber } from "../base/format.ts";
import {
  createMissing,
  formatMissing,
  MISSING_REASONS,
  type Missing,
  type MissingReason,
} from "../base/missing.ts";
import type { CycleGroup } from "../compute/cycle.ts";
import { formatYearRange, type YearRange } from "../model/year-range.ts";

/** A change of tier, in words. */
export interface MoveWords {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/** A tier and the year in which it was given. */
export interface TierInYear {
  readonly tier: string;
  readonly year: number;
}

/** A printed value with the year or years in which it is found. */
export interface ValueWhen {
  readonly value: string;
  readonly when: string;
}

const NOUNS: Readonly<Record<CycleGroup["id"], string>> = {
  diplomacy: "contacts",
  pressure: "pressure",
  concern: "reactions",
  outcome: "outcomes",
  law: "laws",
};

const REASONS = Object.fromEntries(
  MISSING_REASONS.map((reason) => [reason, formatMissing(createMissing(reason))]),
) as Readonly<Record<MissingReason, string>>;

/** The words in figures and of their text alternatives, in English. Each is a whole label or sentence. */
export const figureWords = {
  missingReasons: REASONS,
  tiersSubject: (scorecard: string): string => `${scorecard} tiers`,
  indexSubject: (label: string): string => lowerFirst(label),
  lawsSubject: "laws",
  governmentsSubject: "governments",
  cycleSubjects: NOUNS,
  subjectOfYears: (subjects: string, years: string): string => `${subjects}, ${years}`,
  figureTitle: (country: string, subject: string): string => `${country}: ${subject}`,

  hasNoTier: (country: string, scorecard: string, years: string): string =>
    `${country} has no ${scorecard} tier in ${years}.`,
  wasInTier: (country: string, { tier, year }: TierInYear): string => `${country} was in ${tier} in ${year}.`,
  stayedInTier: (country: string, { tier, year }: TierInYear, last: number): string =>
    `${country} was in ${tier} in ${year} and still in ${last}, without a change of tier.`,
  wentToTier: (country: string, first: TierInYear, last: TierInYear, changes: string): string =>
    `${country} was in ${first.tier} in ${first.year} and in ${last.tier} in ${last.year}; it was ${changes}.`,
  changedIn: (direction: "up" | "down", years: string): string => `${VERBS[direction]} in ${years}`,
  changedTimes: (direction: "up" | "down", times: number): string =>
    `${VERBS[direction]} ${formatTimes(times)}`,
  tiersOverTime: (country: string, scorecard: string, runs: string): string =>
    `${country}’s ${scorecard} tier: ${runs}.`,
  inSpell: (value: string, years: YearRange): string => `${value} ${formatSpell(years)}`,
  reasonInSpell: (reason: string, years: YearRange): string => `${formatSpell(years)} (${reason})`,
  spell: formatSpell,
  hasNoGrade: (country: string): string => `${country} has no grade in these years.`,
  noTierInSpells: (spells: string): string => `No tier ${spells}.`,
  movesAre: (direction: "up" | "down", count: number, moves: string): string =>
    `${direction === "down" ? "Downgraded" : "Upgraded"} ${formatTimes(count)}: ${moves}.`,
  moveIn: ({ from, to, before, after }: MoveWords): string =>
    `${to - from > 1 ? `between ${from} and ${to}` : `in ${to}`} (${before} to ${after})`,

  indexScale: (label: string, low: string, high: string, unit: string | undefined): string =>
    `${label} (${low} to ${high}${unit ? ` ${unit}` : ""})`,
  indexWithoutValues: (index: string): string => `${index}: no values in these years.`,
  indexOnce: (index: string, { value, when }: ValueWhen): string => `${index}: ${value} in ${when}.`,
  indexSame: (index: string, first: ValueWhen, last: ValueWhen, years: number): string =>
    `${index}: from ${first.value} in ${first.when} to ${last.value} in ${last.when}, the same in all ${formatCount(years, "year")} with a value.`,
  indexCourse: (
    index: string,
    { first, last, high, low }: Readonly<Record<"first" | "last" | "high" | "low", ValueWhen>>,
  ): string =>
    `${index}: from ${first.value} in ${first.when} to ${last.value} in ${last.when}; highest ${high.value} in ${high.when}, lowest ${low.value} in ${low.when}.`,
  noValueInSpells: (spells: string): string => `No value ${spells}.`,
  yearAndOthers: (year: number, others: number): string => `${year} and ${others} other years`,

  /** What a law of some level is called. */
  lawName: (name: string): string => name,
  noLaws: "Laws: none recorded in these years.",
  lawsAre: (laws: string): string => `Laws: ${laws}.`,
  lawAt: (law: string, date: string): string => `${law} (${date})`,
  governmentsAre: (terms: string): string => `Governments: ${terms}.`,
  termFrom: (person: string, from: string): string => `${person} (from ${from})`,
  termOf: (person: string, years: string): string => `${person} (${years})`,
  documentsAre: (none: string | undefined, uncounted: string | undefined): string =>
    `Documents to be had: ${none === undefined ? "some in every counted year" : `none ${none}`}${uncounted === undefined ? "" : `; not counted ${uncounted}`}.`,

  laws: "Laws",
  governments: "Governments",
  tierPanel: (scorecard: string): string => `${scorecard} tier`,
  outsideOfYears: (laws: string): string => `Outside of these years: ${laws}`,
  noneRecorded: "None recorded in these years",
  lawLabel: (law: string, date: string): string => `${law}, ${date}`,
  noGradesHere: "No grades in these years",
  hatchedAre: (years: string): string => `Hatched: ${years}`,
  noValueIn: (years: string): string => `No value in ${years}`,
  noValuesHere: "No values in these years",
  reasonOfYears: (years: string, reason: string): string => `${years}: ${reason}`,
  fromYear: (year: number): string => `from ${year}`,
  downgraded: "downgraded",
  upgraded: "upgraded",
  noDocuments: (years: string): string => `no documents: ${years}`,

  year: "Year",
  documents: "Documents to be had",
  noEntry: "no entry",
  notCounted: "not counted",

  cycleGroups: {
    diplomacy: "Contacts by level",
    pressure: "Pressure by kind of actor",
    concern: "Reactions by code",
    outcome: "Outcomes by kind",
    law: "Laws",
  } as Readonly<Record<CycleGroup["id"], string>>,
  /** The name of a lane, which is one of the words of the record or a label of the casebook's codebook. */
  laneName: (name: string): string => name,
  dayOrMonthKnown: "day or month known",
  yearOrLonger: "year or longer",
  approximateMark: "approximate",
  notDrawn: (parts: string): string => `Not drawn: ${parts}.`,
  notDrawnGroup: "Not drawn",
  outsideOfTheYears: "outside of the years",
  withoutDate: "without a date",
  entriesWithoutDate: (count: number): string => `${formatCount(count, "entry", "entries")} without a date`,
  entriesOutside: (count: number, years: string): string => `${count} outside of ${years}`,
  laneWithEntries: (lane: string, entries: number, years: string): string =>
    `${lane}: ${formatCount(entries, "entry", "entries")} (${years})`,
  groupOfLanes: (group: string, lanes: string): string => `${group}. ${lanes}.`,

  scatterTitle: (y: string, x: string): string => `${y} against ${x}`,
  noCorrelation: (reason: string): string => `No correlation: ${reason}.`,
  correlation: (r: string, countries: number, p: string | undefined): string =>
    `Pearson’s r = ${r} over ${formatCount(countries, "country", "countries")}, p ${p ?? "not defined"}.`,
  pointAt: (name: string, x: string, y: string): string => `${name}: ${x}, ${y}`,
  axisEnds: (axis: string, low: ValueWhen, high: ValueWhen): string =>
    `${axis}: from ${low.value} (${low.when}) to ${high.value} (${high.when}).`,
  withoutScore: (countries: string): string => `Without a score: ${countries}.`,

  listSeparator: ", ",
  partSeparator: "; ",
  country: "Country",
  tierKey: "Key",
  tierSince: (tier: string, year: number): string => `${tier} (since ${year})`,
  noTierKey: "no tier; each cell names the reason",
};

/** The words of figures in a language; see {@link figureWords}. */
export type FigureWords = typeof figureWords;

/** How figures word what they say in a language. */
export interface FigureWording {
  readonly words: FigureWords;
  readonly date: (date: CalendarDate) => string;
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
}

/** English, which figures are drawn in unless told otherwise. */
export const ENGLISH_FIGURES: FigureWording = {
  words: figureWords,
  date: formatDate,
  list: formatList,
  number: (value) => formatNumber(value, "number"),
};

/** Returns why a value is missing, in words. A reason of its own is English. */
export function wordMissing({ words }: FigureWording, value: Missing): string {
  return value.detail ?? words.missingReasons[value.missing];
}

const VERBS = { down: "downgraded", up: "upgraded" };

/** "in 2004", "in 2001–2003", "from 2005 to 2014". */
function formatSpell({ first, last }: YearRange): string {
  return last - first >= 3 ? `from ${first} to ${last}` : `in ${formatYearRange({ first, last })}`;
}

function formatTimes(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
