import { formatDate } from "../base/edtf.ts";
import { formatCount, formatList, formatNumber } from "../base/format.ts";
import { formatMissing, isMissing } from "../base/missing.ts";
import type {
  Timeline,
  TimelineDocuments,
  TimelineGovernment,
  TimelineIndex,
  TimelineMove,
} from "../compute/timeline.ts";
import { formatYearRange, type YearRange } from "../model/year-range.ts";

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
 * Returns what the timeline's picture says, in English: the tiers by runs of years, the changes of tier, the index
 * with its first, last, highest and lowest values, the years without a value and why, the laws with their dates, and
 * the governments with their terms. Years without any entry are not mentioned.
 */
export function describeTimeline(timeline: Timeline): TimelineText {
  const { country, scorecard, years, index } = timeline;
  const parts = [
    `${scorecard} tiers`,
    ...(index ? [lowerFirst(index.label)] : []),
    "laws",
    ...(timeline.governments.length > 0 ? ["governments"] : []),
  ];
  const subject = `${formatList(parts)}, ${formatYearRange(years)}`;
  const tiers = describeTiers(timeline);
  const moves = describeMoves(timeline.moves);
  const paragraphs = [
    moves === "" ? tiers : `${tiers} ${moves}`,
    ...(index ? [describeIndex(index)] : []),
    describeLaws(timeline),
    ...(timeline.governments.length > 0 ? [describeGovernments(timeline.governments)] : []),
    ...(timeline.documents ? [describeDocuments(timeline.documents)] : []),
  ];
  return { title: `${country.name}: ${subject}`, subject, summary: summarize(timeline), paragraphs };
}

function summarize(timeline: Timeline): string {
  const { country, moves, scorecard } = timeline;
  const graded = timeline.grades.filter(({ tier }) => !isMissing(tier));
  const first = graded[0];
  const last = graded.at(-1);
  if (!first || !last || isMissing(first.tier) || isMissing(last.tier)) {
    return `${country.name} has no ${scorecard} tier in ${formatYearRange(timeline.years)}.`;
  }
  const start = `${country.name} was in ${first.tier.label} in ${first.year}`;
  if (first === last) return `${start}.`;
  const changes = [summarizeMoves(moves, "down", "downgraded"), summarizeMoves(moves, "up", "upgraded")];
  const course = formatList(changes.filter((change) => change !== ""));
  if (course === "") return `${start} and still in ${last.year}, without a change of tier.`;
  return `${start} and in ${last.tier.label} in ${last.year}; it was ${course}.`;
}

/** "downgraded in 2004", with the years up to three. */
function summarizeMoves(moves: readonly TimelineMove[], direction: "up" | "down", verb: string): string {
  const years = moves.filter((move) => move.direction === direction).map(({ to }) => String(to));
  if (years.length === 0) return "";
  return years.length <= 3 ? `${verb} in ${formatList(years)}` : `${verb} ${formatTimes(years.length)}`;
}

function describeTiers(timeline: Timeline): string {
  const { country, grades, scorecard } = timeline;
  const given = toRuns(
    grades.map(({ year, tier }) => ({ year, value: isMissing(tier) ? undefined : tier.label })),
  );
  const reasons = toRuns(
    grades.map(({ year, tier }) => ({ year, value: isMissing(tier) ? formatMissing(tier) : undefined })),
  );
  const sentences: string[] = [];
  if (given.length > 0) {
    sentences.push(`${country.name}’s ${scorecard} tier: ${formatList(given.map(formatRun))}.`);
  } else if (reasons.length === 0) sentences.push(`${country.name} has no grade in these years.`);
  if (reasons.length > 0) sentences.push(`No tier ${formatReasons(reasons)}.`);
  return sentences.join(" ");
}

function describeMoves(moves: readonly TimelineMove[]): string {
  const describe = (direction: "up" | "down", verb: string): string => {
    const some = moves.filter((move) => move.direction === direction);
    if (some.length === 0) return "";
    const list = some.map(({ from, to, before, after }) => {
      const when = to - from > 1 ? `between ${from} and ${to}` : `in ${to}`;
      return `${when} (${before.label} to ${after.label})`;
    });
    return `${verb} ${formatTimes(some.length)}: ${formatList(list)}.`;
  };
  return [describe("down", "Downgraded"), describe("up", "Upgraded")].filter((part) => part !== "").join(" ");
}

function describeIndex(index: TimelineIndex): string {
  const known = index.values.flatMap(({ year, value }) => (isMissing(value) ? [] : [{ year, value }]));
  const reasons = toRuns(
    index.values.map(({ year, value }) => ({
      year,
      value: isMissing(value) ? formatMissing(value) : undefined,
    })),
  );
  const missing = reasons.length > 0 ? ` No value ${formatReasons(reasons)}.` : "";
  const unit = index.unit ? ` ${index.unit}` : "";
  const scale = `${index.label} (${number(index.range[0])} to ${number(index.range[1])}${unit})`;
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return `${scale}: no values in these years.${missing}`;
  if (known.length === 1) return `${scale}: ${number(first.value)} in ${first.year}.${missing}`;
  const values = known.map(({ value }) => value);
  const high = Math.max(...values);
  const low = Math.min(...values);
  const course = `${scale}: from ${number(first.value)} in ${first.year} to ${number(last.value)} in ${last.year}`;
  if (high === low)
    return `${course}, the same in all ${formatCount(known.length, "year")} with a value.${missing}`;
  const when = (value: number) =>
    formatYears(known.filter((one) => one.value === value).map(({ year }) => year));
  return `${course}; highest ${number(high)} in ${when(high)}, lowest ${number(low)} in ${when(low)}.${missing}`;
}

function describeLaws({ laws }: Timeline): string {
  if (laws.length === 0) return "Laws: none recorded in these years.";
  return `Laws: ${formatList(laws.map(({ label, enacted }) => `${label} (${formatDate(enacted)})`))}.`;
}

function describeGovernments(governments: readonly TimelineGovernment[]): string {
  const terms = governments.map(({ person, start, end }) => {
    const from = start.slice(0, 4);
    const to = end?.slice(0, 4);
    return `${person} (${to === undefined ? `from ${from}` : from === to ? from : `${from}–${to}`})`;
  });
  return `Governments: ${formatList(terms)}.`;
}

/** Years with documents are counted by the data table; what matters is where nothing could be known. */
function describeDocuments({ years, without }: TimelineDocuments): string {
  const uncounted = toRuns(
    years.map(({ year, available }) => ({ year, value: available === undefined ? "" : undefined })),
  );
  const none =
    without.length > 0 ? `none ${formatList(without.map(formatSpell))}` : "some in every counted year";
  const rest = uncounted.map((run) => formatSpell(run.years));
  return `Documents to be had: ${none}${rest.length > 0 ? `; not counted ${formatList(rest)}` : ""}.`;
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

function formatRun({ value, years }: Run): string {
  return `${value} ${formatSpell(years)}`;
}

function formatReasons(runs: readonly Run[]): string {
  return formatList(runs.map(({ value, years }) => `${formatSpell(years)} (${value})`));
}

/** "in 2004", "in 2001–2003", "from 2005 to 2014". */
function formatSpell({ first, last }: YearRange): string {
  return last - first >= 3 ? `from ${first} to ${last}` : `in ${formatYearRange({ first, last })}`;
}

/** "2005", "2005 and 2007"; more than three as "2005 and 4 other years". */
function formatYears(years: readonly number[]): string {
  if (years.length <= 3) return formatList(years.map(String));
  return `${years[0]} and ${years.length - 1} other years`;
}

function formatTimes(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

function number(value: number): string {
  return formatNumber(value, "number");
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
