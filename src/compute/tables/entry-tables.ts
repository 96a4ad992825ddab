import { yearOf } from "../../base/edtf.ts";
import { ACTOR_KINDS, ENTRY_KINDS, type Entry, STAGES } from "../../model/entry.ts";
import { ENTRY_FORMS, type EntryField, STAGE_LABELS } from "../../model/entry-fields.ts";
import type { ReactionCodebook } from "../../model/reaction-codes.ts";
import {
  type CasebookTable,
  type Code,
  countryColumn,
  integerColumn,
  sourceColumn,
  type TableColumn,
  type TableRow,
  textColumn,
} from "./table.ts";

/** The kinds' own columns, each once, with the kinds that have it. */
const DETAILS: readonly (readonly [EntryField, readonly string[]])[] = [
  ...new Set(ENTRY_KINDS.flatMap((kind) => ENTRY_FORMS[kind].fields.map(({ name }) => name))),
].map((name) => {
  const kinds = ENTRY_KINDS.filter((kind) => ENTRY_FORMS[kind].fields.some((field) => field.name === name));
  const field = kinds.flatMap((kind) => ENTRY_FORMS[kind].fields).find((one) => one.name === name);
  return [field ?? { name }, kinds];
});

/** What each of the kinds' own columns says. */
const DETAIL_WORDS: Readonly<Record<string, string>> = {
  level: "rank of whom was met",
  progress: "what came of a recommendation, by year",
  by: "who presses",
  code: "the reaction",
  compared_country: "the countries compared with, separated by semicolons",
  compared_tier: "their tier, in the words of who compares",
  claim: "what a comparison is made for",
  type: "kind of outcome",
  attributed: "whether it is put down to the grader",
  override_sequencing: "a verdict by hand on what came first",
  override_congruence: "a verdict by hand on whether the act matches the ask",
  override_testimony: "a verdict by hand on what those involved say",
  override_reason: "why by hand",
  override_by: "by whom",
  direction: "whether the factor helps or hinders",
  class: "class of factor",
  witness: "kind of person who says what caused an outcome",
  attributes: "whether the witness puts it down to the grader",
};

/** The dated evidence. */
export const entriesTable: CasebookTable = {
  name: "entries",
  define: ({ codebook }) => ({
    name: "entries",
    label: "Record",
    description:
      "One source of an entry of the record; an entry with several sources has as many rows, one without has one.",
    identity: ["id", "source", "locator"],
    columns: [
      textColumn("id", "the entry", { isNeeded: true }),
      textColumn("kind", "what kind of fact", {
        isNeeded: true,
        codes: ENTRY_KINDS.map((value) => ({ value, label: ENTRY_FORMS[value].label })),
      }),
      countryColumn(),
      textColumn("date", "when, as far as it is known (EDTF)"),
      integerColumn("year", "the year of that; of a span the first"),
      textColumn("stage", "step of the cycle", {
        isNeeded: true,
        codes: STAGES.map((value) => ({ value, label: STAGE_LABELS[value] })),
      }),
      textColumn("summary", "the fact in a sentence", { isNeeded: true }),
      textColumn("quote", "words of the source"),
      sourceColumn("where it is said"),
      textColumn("locator", "where in the source"),
      textColumn("actors", "ids of who acts or speaks, separated by semicolons"),
      textColumn("note", "what the casebook adds"),
      ...DETAILS.map(([field, kinds]) => detailColumn(field, kinds, codebook)),
    ],
  }),
  rows: ({ entries }) => entries.flatMap(entryRows),
};

function detailColumn(
  { name, values }: EntryField,
  kinds: readonly string[],
  codebook: ReactionCodebook,
): TableColumn {
  const words = DETAIL_WORDS[name] ?? name.replaceAll("_", " ");
  const reactions = [...codebook.values()].map(({ code, label }): Code => ({ value: code, label }));
  const codes = name === "code" ? reactions : values?.map((value) => ({ value, label: spell(value) }));
  return textColumn(name, `${words}; of the kinds ${kinds.join(", ")}`, codes ? { codes } : {});
}

function spell(value: string): string {
  return value.replaceAll("-", " ");
}

/** One row a source, so that a join finds each; one row in all where an entry has none. */
function entryRows(entry: Entry): TableRow[] {
  const { id, kind, country, date, stage, summary, quote, sources, actors, note, details, at } = entry;
  const references = sources.length > 0 ? sources : [undefined];
  return references.map((reference) => [
    at,
    id,
    kind,
    country,
    date?.text,
    date && yearOf(date),
    stage,
    summary,
    quote,
    reference?.source,
    reference?.locator,
    actors.map((actor) => actor.id).join("; "),
    note,
    ...DETAILS.map(([{ name }]) => details[name]),
  ]);
}

/** Ways in which the graded react. */
export const reactionsTable: CasebookTable = {
  name: "reactions",
  define: () => ({
    name: "reactions",
    label: "Codes of reactions",
    description: "One way in which the graded react, as the casebook's codebook defines it.",
    key: ["code"],
    columns: [
      textColumn("code", "the code, as `entries.code` has it", { isNeeded: true }),
      textColumn("label", "the code in words", { isNeeded: true }),
      textColumn("group_name", "the group of codes that it belongs to"),
      textColumn("definition", "what it stands for"),
    ],
  }),
  rows: ({ codebook }) =>
    [...codebook.values()].map(({ code, label, group, definition }) => [
      undefined,
      code,
      label,
      group,
      definition,
    ]),
};

/** Who acts and speaks. */
export const actorsTable: CasebookTable = {
  name: "actors",
  define: () => ({
    name: "actors",
    label: "Actors",
    description: "One person or body that `actors.csv` declares.",
    key: ["id"],
    columns: [
      textColumn("id", "the actor", { isNeeded: true }),
      textColumn("kind", "what kind of actor", {
        isNeeded: true,
        codes: ACTOR_KINDS.map((value) => ({ value, label: spell(value) })),
      }),
      textColumn("person", "the name"),
      textColumn("role", "the role"),
      textColumn("organisation", "the organisation"),
      textColumn("country", "the country", { refersTo: "countries" }),
      textColumn("aliases", "other words for the same one, separated by semicolons"),
    ],
  }),
  rows: ({ actors }) =>
    [...actors.values()].map((actor) => [
      actor.at,
      actor.id,
      actor.kind,
      actor.person,
      actor.role,
      actor.organisation,
      actor.country,
      actor.aliases.join(";"),
    ]),
};
