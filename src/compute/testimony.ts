import { formatCount, formatList } from "../base/format.ts";
import { ACTOR_KINDS, type ActorKind, type Entry } from "../model/entry.ts";
import type { LinkLookup } from "./link-lookup.ts";
import type { TestResult } from "./test-result.ts";

/** What a witness says of an outcome's cause. */
export type Attribution = "yes" | "partly" | "no";

/** Witnesses of one kind, each actor counted once however often they speak. */
export interface WitnessCount {
  readonly kind: ActorKind;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
}

export interface TestimonyResult extends TestResult {
  /** In the order of {@link ACTOR_KINDS}; only kinds that speak. */
  readonly witnesses: readonly WitnessCount[];
  /** Ids of other explanations that are `about` the outcome. */
  readonly rivals: readonly string[];
  /** Ids of what was looked for and not found, `about` the outcome. */
  readonly gaps: readonly string[];
}

interface Voice {
  readonly entry: Entry;
  readonly kind: ActorKind;
  readonly actor: string;
  readonly attribution: Attribution;
}

/**
 * Returns the testimony test of an outcome: do those involved say so?
 *
 * Counts the actors of testimony that the outcome is `attributed-by` or that is `about` it. Testimony attributes the
 * outcome to the push unless its column `attributes` says `partly` or `no`. Holds where a witness who is not the case's
 * author attributes it, is partly where they do so in part only, and fails where they all deny it. The author alone is
 * no witness: that is undecidable. The column `witness` says what kind of witness an entry has, else its actors do. Testimony without either comes from an
 * unnamed witness. Without testimony the test
 * is not in the record.
 *
 * Source: the companion's case selection page, "testimony".
 */
export function testTestimony(outcome: Entry, lookup: LinkLookup): TestimonyResult {
  const about = lookup.entriesTo(outcome.id).filter((entry) => isAbout(entry, outcome.id));
  const idsOf = (kind: Entry["kind"]): string[] =>
    about.filter((entry) => entry.kind === kind).map((entry) => entry.id);
  const voices = collectTestimony(outcome, about, lookup).flatMap(voicesOf);
  const context = { witnesses: countWitnesses(voices), rivals: idsOf("alternative"), gaps: idsOf("gap") };
  if (voices.length === 0) {
    const reason = "The record has no testimony on it.";
    return { verdict: "not-in-record", reason, evidence: [], missing: "no-link", ...context };
  }
  const others = voices.filter(({ kind }) => kind !== "author");
  if (others.length === 0) {
    const reason = "Only the author of the case speaks of its cause.";
    return {
      verdict: "undecidable",
      reason,
      evidence: idsOfVoices(voices),
      missing: "author-only",
      ...context,
    };
  }
  const attribution =
    (["yes", "partly"] as const).find((one) => others.some((voice) => voice.attribution === one)) ?? "no";
  return {
    verdict: attribution === "yes" ? "holds" : attribution === "partly" ? "partly" : "fails",
    reason: describe(context.witnesses),
    evidence: idsOfVoices(others.filter((voice) => voice.attribution === attribution)),
    ...context,
  };
}

function isAbout(entry: Entry, id: string): boolean {
  return entry.links.some(({ relation, to }) => relation === "about" && to === id);
}

function collectTestimony(outcome: Entry, about: readonly Entry[], lookup: LinkLookup): Entry[] {
  const named = outcome.links
    .filter(({ relation }) => relation === "attributed-by")
    .flatMap(({ to }) => {
      const fact = lookup.find(outcome.country, to);
      return fact?.type === "entry" ? [fact.entry] : [];
    });
  return [...new Set([...named, ...about])].filter(({ kind }) => kind === "testimony");
}

function voicesOf(entry: Entry): Voice[] {
  const word = entry.details["attributes"]?.trim().toLowerCase();
  const attribution: Attribution = word === "no" || word === "partly" ? word : "yes";
  const said = ACTOR_KINDS.find((kind) => kind === entry.details["witness"]);
  if (entry.actors.length === 0) {
    return [{ entry, kind: said ?? "unnamed", actor: `unnamed of ${entry.id}`, attribution }];
  }
  return entry.actors.map(({ kind, id }) => ({
    entry,
    kind: kind === "author" ? kind : (said ?? kind),
    actor: id,
    attribution,
  }));
}

function countWitnesses(voices: readonly Voice[]): WitnessCount[] {
  return ACTOR_KINDS.flatMap((kind) => {
    const ofKind = voices.filter((voice) => voice.kind === kind);
    if (ofKind.length === 0) return [];
    const count = (attribution: Attribution): number =>
      new Set(ofKind.filter((voice) => voice.attribution === attribution).map(({ actor }) => actor)).size;
    return [{ kind, yes: count("yes"), partly: count("partly"), no: count("no") }];
  });
}

const WITNESS_NAMES: Readonly<Record<ActorKind, string>> = {
  government: "government",
  grader: "grader",
  embassy: "embassy",
  ngo: "NGO",
  igo: "IGO",
  media: "media",
  academic: "academic",
  author: "author",
  country: "other country",
  public: "public",
  unnamed: "unnamed",
};

function describe(witnesses: readonly WitnessCount[]): string {
  const say = (attribution: Attribution, verb: string): string => {
    const parts = witnesses.flatMap((one) =>
      one[attribution] > 0 ? [`${one[attribution]} ${WITNESS_NAMES[one.kind]}`] : [],
    );
    const total = witnesses.reduce((sum, one) => sum + one[attribution], 0);
    if (total === 0) return "";
    return `${formatCount(total, "witness", "witnesses")} (${formatList(parts)}) ${verb}.`;
  };
  return [say("yes", "attributed it to the push"), say("partly", "did so in part"), say("no", "denied it")]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function idsOfVoices(voices: readonly Voice[]): string[] {
  return [...new Set(voices.map(({ entry }) => entry.id))];
}
