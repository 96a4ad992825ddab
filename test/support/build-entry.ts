import { parseDate } from "../../src/base/edtf.ts";
import { createSource } from "../../src/base/source.ts";
import type { Actor, ActorKind, Entry, EntryKind, EntryLink, Stage } from "../../src/model/entry.ts";
import type { Law } from "../../src/model/record.ts";

const AT = { source: createSource("record/entries.csv", ""), start: 0, end: 0 };

const STAGES: Readonly<Partial<Record<EntryKind, Stage>>> = {
  contact: "diplomacy",
  recommendation: "diplomacy",
  pressure: "indirect-pressure",
  reaction: "concern",
  comparison: "concern",
  outcome: "outcome",
  factor: "context",
  testimony: "context",
  alternative: "context",
  gap: "context",
  context: "context",
  grading: "grading",
};

/** What a test says of an entry; the rest is filled in. */
export interface EntryDraft {
  /** EDTF. */
  readonly date?: string;
  readonly summary?: string;
  /** e.g. `follows grade:2004`. */
  readonly links?: readonly string[];
  /** Kinds of actors; their ids are `<kind>-1`, or `<kind>-<name>` of `ngo:polaris`. */
  readonly actors?: readonly string[];
  readonly details?: Readonly<Record<string, string>>;
  readonly country?: string;
}

/** Returns an entry of the record for a test. */
export function buildEntry(id: string, kind: EntryKind, draft: EntryDraft = {}): Entry {
  const date = draft.date === undefined ? undefined : parseDate(draft.date);
  if (draft.date !== undefined && !date) throw new Error(`not a date: ${draft.date}`);
  return {
    id,
    kind,
    country: draft.country ?? "JPN",
    ...(date ? { date } : {}),
    stage: STAGES[kind] ?? "context",
    summary: draft.summary ?? `Summary of ${id}.`,
    actors: (draft.actors ?? []).map(buildActor),
    sources: [],
    links: (draft.links ?? []).map(buildLink),
    details: draft.details ?? {},
    at: AT,
  };
}

/** Returns a law for a test. */
export function buildLaw(id: string, date: string, country = "JPN"): Law {
  const parsed = parseDate(date);
  if (!parsed) throw new Error(`not a date: ${date}`);
  return { id, country, date: parsed, level: "full", at: AT };
}

function buildActor(text: string): Actor {
  const [kind = "", name = "1"] = text.split(":");
  return { id: `${kind}-${name}`, kind: kind as ActorKind };
}

function buildLink(text: string): EntryLink {
  const [relation = "", to = ""] = text.split(" ");
  return { relation: relation as EntryLink["relation"], to };
}
