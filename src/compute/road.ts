import type { Entry } from "../model/entry.ts";
import type { Law } from "../model/record.ts";
import type { Tier } from "../model/scorecard.ts";
import { type CasebookIndex, gradedYears } from "./casebook-index.ts";
import { type ProgressOfYear, readProgress } from "./congruence.ts";
import { findSpells, type Spell } from "./methods/spells.ts";

/** Where a country stands on its way to the next better grade, as far as the casebook knows. */
export interface Road {
  readonly country: string;
  /** The stay in the present grade: its first and last edition. */
  readonly present: GradeStay;
  /** The next better grade that the scorecard had in the last edition. */
  readonly next: Tier;
  /** The stays before, in order of year. */
  readonly before: readonly GradeStay[];
  /** Recommendations: open ones first, then by date. */
  readonly asked: readonly Recommendation[];
  /** What was looked for and not found. */
  readonly gaps: readonly Entry[];
  readonly others: RoadOfOthers;
}

/** Editions in a row with one grade. */
export interface GradeStay {
  readonly tier: Tier;
  readonly first: number;
  readonly last: number;
}

/**
 * `complete` where the last stated progress says so; `answered` where no progress is stated, but an outcome is said to answer
 * it; all others are `open`.
 */
export type RecommendationState = "open" | "answered" | "complete";

export interface Recommendation {
  readonly entry: Entry;
  readonly state: RecommendationState;
  readonly progress: readonly ProgressOfYear[];
  /** Outcomes of the record that are said to answer it. */
  readonly answers: readonly Entry[];
}

/** How other countries left the same grade. */
export interface RoadOfOthers {
  /** Countries but this one that ever had the grade. */
  readonly countries: number;
  /** Their stays in it, one for each run of editions. */
  readonly stays: number;
  /** Stays that ended with a better grade in the next edition, the latest first. */
  readonly up: readonly MoveUp[];
  /** Stays that ended with a worse grade. */
  readonly down: number;
  /** Editions of the stays that ended with a better one; absent where none did. */
  readonly editions?: { readonly median: number; readonly shortest: number; readonly longest: number };
}

export interface MoveUp {
  readonly country: string;
  readonly first: number;
  readonly last: number;
  readonly to: Tier;
  /** The latest law on the record that is dated before the edition which brought the better grade. */
  readonly law?: Law;
}

const STATE_ORDER: readonly RecommendationState[] = ["open", "answered", "complete"];

const roads = new WeakMap<CasebookIndex, Map<string, Road | undefined>>();

/**
 * Returns a country's way to the next better grade; undefined for a country that was never graded or has the best.
 *
 * A stay is a run of editions, one a year, with the same grade; a year without a grade ends it without saying how. A stay
 * that began before the first known grade counts from that.
 */
export function computeRoad(index: CasebookIndex, country: string): Road | undefined {
  const known = roads.get(index) ?? new Map<string, Road | undefined>();
  roads.set(index, known);
  if (!known.has(country)) known.set(country, describeRoad(index, country));
  return known.get(country);
}

function describeRoad(index: CasebookIndex, country: string): Road | undefined {
  const stays = staysOf(index, country);
  const present = stays.at(-1);
  const { tiers } = index.casebook.config.scorecard;
  const next = tiers
    .filter(({ rank, since }) => present && rank < present.tier.rank && since <= present.last)
    .at(-1);
  if (!present || !next) return undefined;
  const entries = index.entries.get(country) ?? [];
  return {
    country,
    present,
    next,
    before: stays.slice(0, -1),
    asked: recommendationsOf(entries),
    gaps: entries.filter(({ kind }) => kind === "gap"),
    others: describeOthers(index, country, present.tier),
  };
}

function staysOf(index: CasebookIndex, country: string): GradeStay[] {
  const stays: GradeStay[] = [];
  for (const { year, tier } of gradedYears(index, country)) {
    const last = stays.at(-1);
    if (last?.last === year - 1 && last.tier.id === tier.id)
      stays[stays.length - 1] = { ...last, last: year };
    else stays.push({ tier, first: year, last: year });
  }
  return stays;
}

function recommendationsOf(entries: readonly Entry[]): Recommendation[] {
  const asked = entries
    .filter(({ kind }) => kind === "recommendation")
    .map((entry): Recommendation => {
      const progress = readProgress(entry);
      const answers = entries.filter(
        ({ kind, links }) =>
          kind === "outcome" && links.some(({ relation, to }) => relation === "answers" && to === entry.id),
      );
      const last = progress.at(-1);
      const isAnswered = last === undefined && answers.length > 0;
      const state = last?.progress === "complete" ? "complete" : isAnswered ? "answered" : "open";
      return { entry, state, progress, answers };
    });
  return STATE_ORDER.flatMap((state) => asked.filter((one) => one.state === state));
}

const spellsByTier = new WeakMap<CasebookIndex, Map<string, readonly Spell[]>>();

/** Returns all countries' stays in a tier; the same for every country of it. */
function spellsIn(index: CasebookIndex, tier: Tier): readonly Spell[] {
  const known = spellsByTier.get(index) ?? new Map<string, readonly Spell[]>();
  spellsByTier.set(index, known);
  const found = known.get(tier.id);
  if (found) return found;
  const rows = [...index.grades.keys()].flatMap((unit) =>
    gradedYears(index, unit).map(({ year, tier: { id } }) => ({ unit, period: year, state: id })),
  );
  const spells = findSpells(rows, tier.id);
  known.set(tier.id, spells);
  return spells;
}

function describeOthers(index: CasebookIndex, country: string, tier: Tier): RoadOfOthers {
  const spells = spellsIn(index, tier).filter(({ unit }) => unit !== country);
  const { tiers } = index.casebook.config.scorecard;
  const ended = spells.flatMap((spell) => {
    const to = tiers.find(({ id }) => id === spell.after);
    return to ? [{ spell, to }] : [];
  });
  const rising = ended.filter(({ to }) => to.rank < tier.rank);
  const up = rising
    .map(({ spell, to }): MoveUp => {
      const law = lawBefore(index, spell.unit, spell.last + 1);
      return { country: spell.unit, first: spell.first, last: spell.last, to, ...(law && { law }) };
    })
    .sort((a, b) => b.last - a.last || (a.country < b.country ? -1 : 1));
  const lengths = rising.map(({ spell }) => spell.length).sort((a, b) => a - b);
  const [shortest] = lengths;
  const longest = lengths.at(-1);
  return {
    countries: new Set(spells.map(({ unit }) => unit)).size,
    stays: spells.length,
    up,
    down: ended.length - rising.length,
    ...(shortest !== undefined && longest !== undefined
      ? { editions: { median: medianOf(lengths), shortest, longest } }
      : {}),
  };
}

/** Returns the latest law that was dated before the month in which an edition came out, else before its year. */
function lawBefore(index: CasebookIndex, country: string, edition: number): Law | undefined {
  const { released } = index.casebook.config.scorecard;
  const limit = `${edition}-${String(released).padStart(2, "0")}`;
  return index.laws
    .get(country)
    ?.filter(({ date }) => date.last < limit)
    .at(-1);
}

/** Returns the middle of sorted numbers, of an even count the mean of the two in the middle. */
function medianOf(sorted: readonly number[]): number {
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
