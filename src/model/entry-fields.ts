import type { EntryKind, Stage } from "./entry.ts";

/** Rank of the counterpart of a contact, highest first. */
export const CONTACT_LEVELS = [
  "head-of-state",
  "minister",
  "vice-minister",
  "director",
  "police-or-prosecutor",
  "legislator",
  "other-official",
  "ngo",
  "igo",
] as const;

/** Who presses. */
export const PRESSURE_ACTORS = ["ngo", "igo", "media", "state", "public"] as const;

/** What a comparison with another country is made for. */
export const COMPARISON_CLAIMS = ["unfair", "aspiration", "peer-group"] as const;

export const OUTCOME_TYPES = [
  "law",
  "action-plan",
  "institution",
  "norm",
  "practice",
  "enforcement",
  "ratification",
  "service",
  "stagnation",
  "setback",
] as const;

/** Whether an outcome is put down to the grader. */
export const ATTRIBUTIONS = ["yes", "partly", "unclear", "no-evidence"] as const;

export const FACTOR_DIRECTIONS = ["facilitates", "hinders"] as const;
export const FACTOR_CLASSES = ["exposure", "sensitivity", "prioritization"] as const;

/** Kind of person that says what caused an outcome. */
export const WITNESSES = ["government", "grader", "ngo", "igo", "media", "academic", "other"] as const;

/** A column that a kind of entry has beside the common ones. */
export interface EntryField {
  readonly name: string;
  /** The words that it can hold; other text where there are none. */
  readonly values?: readonly string[];
  readonly isNeeded?: boolean;
}

/** What is particular about a kind of entry. */
export interface EntryForm {
  /** Its table, below `record/` and without ending. */
  readonly file: string;
  /** Heading of its entries. */
  readonly label: string;
  /** The stage of an entry that names none. */
  readonly stage: Stage;
  readonly fields: readonly EntryField[];
}

/** A reaction that an entry of another kind shows as well. */
const CODE: EntryField = { name: "code" };

/** Every kind of entry: where it is kept and which columns are its own. */
export const ENTRY_FORMS: Readonly<Record<EntryKind, EntryForm>> = {
  grading: { file: "gradings", label: "Grading", stage: "grading", fields: [] },
  contact: {
    file: "contacts",
    label: "Contact",
    stage: "diplomacy",
    fields: [{ name: "level", values: CONTACT_LEVELS, isNeeded: true }],
  },
  recommendation: {
    file: "recommendations",
    label: "Recommendation",
    stage: "diplomacy",
    fields: [{ name: "progress" }],
  },
  pressure: {
    file: "pressure",
    label: "Pressure",
    stage: "indirect-pressure",
    fields: [{ name: "by", values: PRESSURE_ACTORS, isNeeded: true }, CODE],
  },
  reaction: {
    file: "reactions",
    label: "Reaction",
    stage: "concern",
    fields: [{ ...CODE, isNeeded: true }],
  },
  comparison: {
    file: "comparisons",
    label: "Comparison",
    stage: "concern",
    fields: [
      { name: "compared_country" },
      { name: "compared_tier" },
      { name: "claim", values: COMPARISON_CLAIMS, isNeeded: true },
      CODE,
    ],
  },
  outcome: {
    file: "outcomes",
    label: "Outcome",
    stage: "outcome",
    fields: [
      { name: "type", values: OUTCOME_TYPES, isNeeded: true },
      { name: "attributed", values: ATTRIBUTIONS },
      CODE,
      { name: "override_sequencing" },
      { name: "override_congruence" },
      { name: "override_testimony" },
      { name: "override_reason" },
      { name: "override_by" },
    ],
  },
  factor: {
    file: "factors",
    label: "Conditioning factor",
    stage: "context",
    fields: [
      { name: "direction", values: FACTOR_DIRECTIONS, isNeeded: true },
      { name: "class", values: FACTOR_CLASSES },
      CODE,
    ],
  },
  testimony: {
    file: "testimony",
    label: "Testimony",
    stage: "context",
    fields: [
      { name: "witness", values: WITNESSES, isNeeded: true },
      { name: "attributes", values: ["yes", "partly", "no"] },
      CODE,
    ],
  },
  alternative: { file: "alternatives", label: "Rival explanation", stage: "context", fields: [] },
  gap: { file: "gaps", label: "Gap", stage: "context", fields: [] },
  context: { file: "context", label: "Context", stage: "context", fields: [] },
};

/** Columns that every kind has; the first three are needed. */
export const COMMON_COLUMNS = [
  "id",
  "country",
  "summary",
  "date",
  "stage",
  "quote",
  "actors",
  "sources",
  "links",
  "note",
] as const;

/** The stages in order, with their headings. */
export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  grading: "Grading",
  diplomacy: "Diplomacy and assistance",
  "indirect-pressure": "Indirect pressure",
  concern: "Concern",
  outcome: "Outcome",
  context: "Context",
};
