import { formatCount } from "../../../base/format.ts";
import type { ActorKind, EntryKind, LinkRelation } from "../../../model/entry.ts";
import { ENTRY_FORMS, STAGE_LABELS } from "../../../model/entry-fields.ts";
import { type Html, type HtmlValue, html } from "../../site/html.ts";

const KINDS = Object.fromEntries(
  Object.entries(ENTRY_FORMS).map(([kind, { label }]) => [kind, label]),
) as Readonly<Record<EntryKind, string>>;

const DETAILS: Readonly<Record<string, string>> = {
  attributed: "Attributed to the grader",
  by: "Pressure by",
  code: "Reaction",
  compared_country: "Compared with",
  compared_tier: "Tier of the other",
};

/** English words of the record: its list, the pages of entries, what countries' pages say of theirs. */
export const record = {
  theRecord: "The record",
  recordDescription: (count: number, title: string): string =>
    `${formatCount(count, "entry", "entries")} of ${title}, each with its sources.`,
  noEntries: "The casebook has no entries.",
  recordOf: (count: number, countries: HtmlValue): Html =>
    html`${formatCount(count, "entry", "entries")}, by stage and year. Countries: ${countries}.`,
  recordOfCountry: (count: number, all: string): Html =>
    html`${formatCount(count, "entry", "entries")}, each with its sources; <a href="${all}">all entries of the casebook</a>.`,
  undated: "Undated",
  titleOfEntry: (country: string, id: string): string => `${country}, ${id}`,

  stages: STAGE_LABELS,
  entryKinds: KINDS,

  /** Precisions of a date. */
  precisions: {
    day: "known to the day",
    month: "known to the month",
    year: "known to the year",
    interval: "a span of time",
  },
  dateKnownTo: (date: HtmlValue, precision: string): Html => html`${date} (${precision})`,
  approximate: (precision: string): string => `${precision}, approximate`,
  actors: "Actors",
  actorOfKind: (actor: string, kind: string): string => `${actor} (${kind})`,
  /** A kind of actor behind a name. */
  kindOfActor: (kind: ActorKind): string => kind,
  /** A column that a kind of entry has beside the common ones. */
  detailName: (name: string): string => DETAILS[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  /** One of the words that such a column can hold, or the author's own. */
  detailValue: (value: string): string => value.replaceAll("-", " "),
  links: "Links",
  /** A relation as the entry that has it and as the one that it points to would say it. */
  relations: {
    answers: ["Answers", "Answered by"],
    follows: ["Follows", "Followed by"],
    "attributed-by": ["Attributed by", "Says what caused"],
    restates: ["Restates", "Restated by"],
    about: ["About", "Discussed by"],
  } as Readonly<Record<LinkRelation, readonly [forth: string, back: string]>>,
  theGradeOf: (country: string, year: number): string => `The grade of ${country} in ${year}`,
};
