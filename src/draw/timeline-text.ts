import { isMissing } from "../base/missing.ts";
import type {
  Timeline,
  TimelineDocuments,
  TimelineGovernment,
  TimelineIndex,
  TimelineMove,
} from "../compute/timeline.ts";
import { formatYearRange, type YearRange } from "../model/year-range.ts";
import { ENGLISH_FIGURES, type FigureWording, wordMissing } from "./figure-words.ts";

/** A timeline in words. */
export interface TimelineText {
  /** What it is: "Japan: TIP Report tiers, policy index, laws and governments, 2000–2014". */
  readonly title: string;
  /** The title without the country. */
  readonly subject: string;
  /** One or two sentences with the main point. */
  readonly summary: string;
  /** Tiers, moves, index, laws, governments, documents; each only where there is something to say of it. */
  readonly paragraphs: readonly string[];
}

/** Values with their year or years, e.g. a tier and the years in which it was given. */
interface Run {
  readonly value: string;
  readonly years: YearRange;
}

/**
 * Returns what the timeline's picture says: the tiers by runs of years, the changes of tier, the index
 * with its first, last, highest and lowest values, the years without a value and why, the laws with their dates, and
 * the governments with their terms. Years without any entry are not mentioned.
 */
export function describeTimeline(timeline: Timeline, wording: FigureWording = ENGLISH_FIGURES): TimelineText {
  const { words } = wording;
  const { country, scorecard, years, index } = timeline;
  const parts = [
    words.tiersSubject(scorecard),
    ...(index ? [words.indexSubject(index.label)] : []),
    words.lawsSubject,
    ...(timeline.governments.length > 0 ? [words.governmentsSubject] : []),
  ];
  const subject = words.subjectOfYears(wording.list(parts), formatYearRange(years));
  const tiers = describeTiers(timeline, wording);
  const moves = describeMoves(timeline.moves, wording);
  const paragraphs = [
    moves === "" ? tiers : `${tiers} ${moves}`,
    ...(index ? [describeIndex(index, wording)] : []),
    describeLaws(timeline, wording),
    ...(timeline.governments.length > 0 ? [describeGovernments(timeline.governments, wording)] : []),
    ...(timeline.documents ? [describeDocuments(timeline.documents, wording)] : []),
  ];
  return {
    title: words.figureTitle(country.name, subject),
    subject,
    summary: summarize(timeline, wording),
    paragraphs,
  };
}

function summarize(timeline: Timeline, wording: FigureWording): string {
  const { grades, moves, country, scorecard } = timeline;
  const { words } = wording;
  const graded = grades.filter(({ tier }) => !isMissing(tier));
  const first = graded[0];
  const last = graded.at(-1);
  if (!first || !last || isMissing(first.tier) || isMissing(last.tier)) {
    return words.hasNoTier(country.name, scorecard, formatYearRange(timeline.years));
  }
  const start = { tier: first.tier.label, year: first.year };
  if (first === last) return words.wasInTier(country.name, start);
  const changes = (["down", "up"] as const).flatMap((direction) => summarizeMoves(moves, direction, wording));
  if (changes.length === 0) return words.stayedInTier(country.name, start, last.year);
  const end = { tier: last.tier.label, year: last.year };
  return words.wentToTier(country.name, start, end, wording.list(changes));
}

/** "downgraded in 2004", with the years up to three. */
function summarizeMoves(
  moves: readonly TimelineMove[],
  direction: "up" | "down",
  { words, list }: FigureWording,
): string[] {
  const years = moves.filter((move) => move.direction === direction).map(({ to }) => String(to));
  if (years.length === 0) return [];
  return [
    years.length <= 3 ? words.changedIn(direction, list(years)) : words.changedTimes(direction, years.length),
  ];
}

function describeTiers(timeline: Timeline, wording: FigureWording): string {
  const { country, grades, scorecard } = timeline;
  const { words, list } = wording;
  const given = toRuns(
    grades.map(({ year, tier }) => ({ year, value: isMissing(tier) ? undefined : tier.label })),
  );
  const reasons = toRuns(
    grades.map(({ year, tier }) => ({
      year,
      value: isMissing(tier) ? wordMissing(wording, tier) : undefined,
    })),
  );
  const sentences: string[] = [];
  if (given.length > 0) {
    const runs = given.map(({ value, years }) => words.inSpell(value, years));
    sentences.push(words.tiersOverTime(country.name, scorecard, list(runs)));
  } else if (reasons.length === 0) sentences.push(words.hasNoGrade(country.name));
  if (reasons.length > 0) sentences.push(words.noTierInSpells(listReasons(reasons, wording)));
  return sentences.join(" ");
}

function describeMoves(moves: readonly TimelineMove[], { words, list }: FigureWording): string {
  const describe = (direction: "up" | "down"): string => {
    const some = moves.filter((move) => move.direction === direction);
    if (some.length === 0) return "";
    const items = some.map(({ from, to, before, after }) =>
      words.moveIn({ from, to, before: before.label, after: after.label }),
    );
    return words.movesAre(direction, some.length, list(items));
  };
  return [describe("down"), describe("up")].filter((part) => part !== "").join(" ");
}

function describeIndex(index: TimelineIndex, wording: FigureWording): string {
  const { words, number } = wording;
  const reasons = toRuns(
    index.values.map(({ year, value }) => ({
      year,
      value: isMissing(value) ? wordMissing(wording, value) : undefined,
    })),
  );
  const missing = reasons.length > 0 ? ` ${words.noValueInSpells(listReasons(reasons, wording))}` : "";
  const scale = words.indexScale(index.label, number(index.range[0]), number(index.range[1]), index.unit);
  return describeCourse(index, scale, wording) + missing;
}

function describeCourse(index: TimelineIndex, scale: string, wording: FigureWording): string {
  const { words, number } = wording;
  const known = index.values.flatMap(({ year, value }) => (isMissing(value) ? [] : [{ year, value }]));
  const [start, end] = [known[0], known.at(-1)];
  if (!start || !end) return words.indexWithoutValues(scale);
  const at = ({ year, value }: { readonly year: number; readonly value: number }) => ({
    value: number(value),
    when: String(year),
  });
  const [first, last] = [at(start), at(end)];
  if (known.length === 1) return words.indexOnce(scale, first);
  const values = known.map(({ value }) => value);
  const [highest, lowest] = [Math.max(...values), Math.min(...values)];
  if (highest === lowest) return words.indexSame(scale, first, last, known.length);
  const when = (value: number) => ({
    value: number(value),
    when: listYears(
      known.filter((one) => one.value === value).map(({ year }) => year),
      wording,
    ),
  });
  return words.indexCourse(scale, { first, last, high: when(highest), low: when(lowest) });
}

function describeLaws({ laws }: Timeline, { words, list, date }: FigureWording): string {
  if (laws.length === 0) return words.noLaws;
  return words.lawsAre(
    list(laws.map(({ label, enacted }) => words.lawAt(words.lawName(label), date(enacted)))),
  );
}

function describeGovernments(
  governments: readonly TimelineGovernment[],
  { words, list }: FigureWording,
): string {
  const terms = governments.map(({ person, start, end }) => {
    const from = start.slice(0, 4);
    const to = end?.slice(0, 4);
    if (to === undefined) return words.termFrom(person, from);
    return words.termOf(person, from === to ? from : `${from}–${to}`);
  });
  return words.governmentsAre(list(terms));
}

/** Years with documents are counted by the data table; what matters is where nothing could be known. */
function describeDocuments({ years, without }: TimelineDocuments, { words, list }: FigureWording): string {
  const uncounted = toRuns(
    years.map(({ year, available }) => ({ year, value: available === undefined ? "" : undefined })),
  );
  const none = without.length > 0 ? list(without.map(words.spell)) : undefined;
  const rest = uncounted.map((run) => words.spell(run.years));
  return words.documentsAre(none, rest.length > 0 ? list(rest) : undefined);
}

/** Joins successive years of equal value; years without one end a run. */
function toRuns(entries: readonly { readonly year: number; readonly value: string | undefined }[]): Run[] {
  const runs: { value: string; years: { first: number; last: number } }[] = [];
  for (const { year, value } of entries) {
    if (value === undefined) continue;
    const run = runs.at(-1);
    if (run && run.value === value && run.years.last === year - 1) run.years.last = year;
    else runs.push({ value, years: { first: year, last: year } });
  }
  return runs;
}

function listReasons(runs: readonly Run[], { words, list }: FigureWording): string {
  return list(runs.map(({ value, years }) => words.reasonInSpell(value, years)));
}

/** "2005", "2005 and 2007"; more than three as "2005 and 4 other years". */
function listYears(years: readonly number[], { words, list }: FigureWording): string {
  if (years.length <= 3) return list(years.map(String));
  return words.yearAndOthers(years[0] ?? 0, years.length - 1);
}
