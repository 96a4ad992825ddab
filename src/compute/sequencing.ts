import { type CalendarDate, formatDate, parseDate } from "../base/edtf.ts";
import type { Entry } from "../model/entry.ts";
import { dateOf, type LinkedFact, type LinkLookup } from "./link-lookup.ts";
import type { TestGap, TestResult, TestVerdict } from "./test-result.ts";

/** How one date stands to another. `undecidable` where the days that they can mean overlap. */
export type DateOrder = "before" | "after" | "undecidable";

/** An outcome and one thing that it is said to follow or to answer. */
export interface SequencePair {
  /** The link's target: an id or `grade:2004`. */
  readonly cause: string;
  readonly verdict: "holds" | "fails" | "undecidable";
  readonly reason: string;
  readonly missing?: TestGap;
}

export interface SequencingResult extends TestResult {
  readonly pairs: readonly SequencePair[];
}

const DAY = 86_400_000;

/**
 * Tells whether every day that `a` can mean lies before, or after, every day that `b` can mean.
 *
 * Both are intervals from their first to their last day: `2004` is 1 January to 31 December. Two dates of the same day
 * are undecidable. A date marked uncertain or approximate (`2004~`, `2004-06?`) is widened by its own length on both
 * sides first, so that "about 2004" is before 2006 but not before 2005; of an interval, each end by the end's own length.
 */
export function compareDates(a: CalendarDate, b: CalendarDate): DateOrder {
  const [aFirst, aLast] = boundsOf(a);
  const [bFirst, bLast] = boundsOf(b);
  if (aLast < bFirst) return "before";
  return aFirst > bLast ? "after" : "undecidable";
}

function boundsOf(date: CalendarDate): readonly [first: number, last: number] {
  const ends = date.text.split("/");
  return [
    Date.parse(date.first) - slackOf(ends[0] ?? ""),
    Date.parse(date.last) + slackOf(ends.at(-1) ?? ""),
  ];
}

/** How far an end of a date may be off, in milliseconds: its own length where it is marked uncertain, else nothing. */
function slackOf(end: string): number {
  const parsed = /[~?%]/.test(end) ? parseDate(end) : undefined;
  return parsed ? Math.max(DAY, Date.parse(parsed.last) - Date.parse(parsed.first)) : 0;
}

/**
 * Returns the sequencing test of an outcome: did the push come first?
 *
 * Compares its date with that of everything that it `follows` or `answers`; a grade's date is the month in which its
 * edition came out. Fails where the outcome is wholly before any one of them, holds where every one of them is wholly
 * before the outcome, and is undecidable where dates overlap or are not known. Without a link it is not in the record.
 *
 * Source: the companion's case selection page, "sequencing".
 */
export function testSequencing(outcome: Entry, lookup: LinkLookup): SequencingResult {
  const causes = outcome.links.filter(({ relation }) => relation === "follows" || relation === "answers");
  const pairs = [...new Set(causes.map(({ to }) => to))].map((to) => comparePair(outcome, to, lookup));
  if (pairs.length === 0) {
    const reason = "The record does not say what it followed or answered.";
    return { verdict: "not-in-record", reason, evidence: [], missing: "no-link", pairs };
  }
  const verdict = combine(pairs);
  const deciding = pairs.filter((pair) => pair.verdict === verdict);
  const missing = verdict === "undecidable" ? deciding[0]?.missing : undefined;
  return {
    verdict,
    reason: deciding.map((pair) => pair.reason).join(" "),
    evidence: deciding.filter((pair) => pair.missing !== "no-target").map((pair) => pair.cause),
    ...(missing ? { missing } : {}),
    pairs,
  };
}

function combine(pairs: readonly SequencePair[]): SequencePair["verdict"] {
  if (pairs.some(({ verdict }) => verdict === "fails")) return "fails";
  return pairs.every(({ verdict }) => verdict === "holds") ? "holds" : "undecidable";
}

function comparePair(outcome: Entry, to: string, lookup: LinkLookup): SequencePair {
  const fact = lookup.find(outcome.country, to);
  if (!fact) {
    return undecided(to, "no-target", `\`${to}\` is not in the record.`);
  }
  const name = nameOfFact(fact);
  const causeDate = dateOf(fact);
  if (!causeDate) return undecided(to, "no-date", `Nobody knows when ${name} was.`);
  const when = formatDate(causeDate);
  if (!outcome.date) return undecided(to, "no-date", `Nobody knows whether it came after ${name} (${when}).`);
  const then = formatDate(outcome.date);
  const order = compareDates(causeDate, outcome.date);
  if (order === "undecidable") {
    const reason = `${upperFirst(name)} (${when}) and the outcome (${then}) overlap, so their dates cannot say which came first.`;
    return undecided(to, "overlap", reason);
  }
  const verdict: TestVerdict = order === "before" ? "holds" : "fails";
  return order === "before"
    ? { cause: to, verdict, reason: `${upperFirst(name)} (${when}) came before the outcome (${then}).` }
    : { cause: to, verdict, reason: `The outcome (${then}) came before ${name} (${when}).` };
}

function undecided(cause: string, missing: TestGap, reason: string): SequencePair {
  return { cause, verdict: "undecidable", reason, missing };
}

/** Names a fact within a sentence: "the grade of 2004", "the contact jpn-074", "the law jpn-2005". */
export function nameOfFact(fact: LinkedFact): string {
  if (fact.type === "grade") return `the grade of ${fact.year}`;
  return fact.type === "law" ? `the law ${fact.law.id}` : `the ${fact.entry.kind} ${fact.entry.id}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
