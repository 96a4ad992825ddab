import { suggest } from "../base/nearest.ts";
import type { Source } from "../base/source.ts";
import { readCsv } from "../read/csv.ts";
import type { Report } from "../read/report.ts";
import {
  type Actor,
  type Entry,
  type EntryKind,
  type EntryLink,
  LINK_RELATIONS,
  type SourceReference,
  STAGES,
} from "./entry.ts";
import { COMMON_COLUMNS, ENTRY_FORMS, type EntryField } from "./entry-fields.ts";
import { PROGRESS_STEPS, parseProgress } from "./progress.ts";
import type { ReactionCodebook } from "./reaction-codes.ts";
import type { ActorBook } from "./read-actors.ts";
import { createRowReader, type RowReader } from "./read-cells.ts";
import type { Scorecard } from "./scorecard.ts";

/** What entries refer to. */
export interface EntryContext {
  readonly actors: ActorBook;
  readonly codes: ReactionCodebook;
  readonly scorecard: Scorecard;
}

/** Returns the entries of a table of one kind, in file order. */
export function readEntryTable(
  source: Source,
  kind: EntryKind,
  context: EntryContext,
  report: Report,
): Entry[] {
  const own = ENTRY_FORMS[kind].fields;
  const [id, country, summary, ...others] = COMMON_COLUMNS;
  const required = [id, country, summary, ...own.filter((one) => one.isNeeded).map((one) => one.name)];
  const optional = [...others, ...own.filter((one) => !one.isNeeded).map((one) => one.name)];
  const table = readCsv(source, { required, optional }, report);
  if (!required.every((column) => table.header.includes(column))) return [];
  return table.rows.flatMap(
    (row) => readEntry(createRowReader(table, row, report), kind, context, report) ?? [],
  );
}

/** Returns the entry that a row's cells tell, or undefined where what is needed is missing. */
export function readEntry(
  cells: RowReader,
  kind: EntryKind,
  context: EntryContext,
  report: Report,
): Entry | undefined {
  const form = ENTRY_FORMS[kind];
  const id = readId(cells, report);
  const country = cells.needed("country");
  const summary = cells.needed("summary");
  const date = cells.text("date") === undefined ? undefined : cells.date("date");
  const stage = cells.text("stage") === undefined ? form.stage : cells.oneOf("stage", STAGES);
  const details = readDetails(cells, form.fields, context, report);
  const links = cells.list("links").map((part) => readLink(part, cells, report));
  const entry = {
    kind,
    ...(date ? { date } : {}),
    ...optional("quote", cells.text("quote")),
    actors: cells.list("actors").map((words) => readActor(words, cells, context, report)),
    sources: cells.list("sources").map((part) => readReference(part, cells)),
    links: links.filter((link) => link !== undefined),
    ...optional("note", cells.text("note")),
  };
  if (id === undefined || country === undefined || summary === undefined) return undefined;
  if (stage === undefined || details === undefined) return undefined;
  return { id, ...entry, country, stage, summary, details, at: cells.at("id") };
}

/** Ids stand in addresses and links. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

function readId(cells: RowReader, report: Report): string | undefined {
  const id = cells.needed("id");
  if (id === undefined || ID.test(id)) return id;
  report("entry/bad-id", {
    message: `\`${id}\` cannot be an entry's id.`,
    at: cells.at("id"),
    hint: "Use letters, digits and hyphens, e.g. jpn-074.",
  });
  return undefined;
}

/** Returns the kind's own cells that are filled in, or undefined where one that is needed is missing or wrong. */
function readDetails(
  cells: RowReader,
  fields: readonly EntryField[],
  context: EntryContext,
  report: Report,
): Record<string, string> | undefined {
  const details: Record<string, string> = {};
  let isWhole = true;
  for (const { name, values, isNeeded } of fields) {
    const word = isNeeded ? cells.needed(name) : cells.text(name);
    const value = word === undefined ? undefined : values ? cells.oneOf(name, values) : readOther(name, word);
    if (value !== undefined) details[name] = value;
    else if (isNeeded || word !== undefined) isWhole = false;
  }
  return isWhole ? details : undefined;

  function readOther(name: string, word: string): string | undefined {
    if (name === "code") return readCode(word, cells, context, report);
    if (name === "progress") return readProgress(word, cells, report);
    if (name === "compared_tier") return readTier(word, cells, context, report);
    return cells.list(name).join("; ");
  }
}

function readCode(
  code: string,
  cells: RowReader,
  { codes }: EntryContext,
  report: Report,
): string | undefined {
  if (codes.size === 0 || codes.has(code)) return code;
  const all = [...codes.keys()];
  report("reaction/unknown-code", {
    message: `\`${code}\` is not a code of the codebook.`,
    at: cells.at("code"),
    hint: suggest(code, all, `Use one of ${all.join(", ")}, or add it to codebooks/reactions.csv.`),
  });
  return undefined;
}

function readProgress(word: string, cells: RowReader, report: Report): string | undefined {
  if (parseProgress(word)) return word;
  report("value/not-allowed", {
    message: `\`${word}\` does not tell progress by year.`,
    at: cells.at("progress"),
    hint: `Write it as \`2004=some; 2005=complete\`, each year once, with ${PROGRESS_STEPS.join(", ")}.`,
  });
  return undefined;
}

function readTier(
  word: string,
  cells: RowReader,
  { scorecard }: EntryContext,
  report: Report,
): string | undefined {
  const ids = scorecard.tiers.map((tier) => tier.id);
  if (ids.includes(word)) return word;
  report("grade/not-on-scale", {
    message: `\`${word}\` is not a tier of the scorecard.`,
    at: cells.at("compared_tier"),
    hint: suggest(word, ids, `Use one of ${ids.join(", ")}.`),
  });
  return undefined;
}

function readActor(words: string, cells: RowReader, { actors }: EntryContext, report: Report): Actor {
  const found = actors.find(words);
  const [only] = found;
  if (only && found.length === 1) {
    const { aliases: _aliases, at: _at, ...actor } = only;
    return actor;
  }
  report("actor/unknown", {
    message:
      found.length > 1
        ? `\`${words}\` may be any of ${found.map((one) => `\`${one.id}\``).join(", ")}.`
        : `\`${words}\` is not an actor of actors.csv.`,
    at: cells.at("actors"),
    hint:
      found.length > 1
        ? "Write the id of one of them."
        : "Add a row to actors.csv, or the words to its aliases.",
  });
  return { id: words, role: words, kind: "unnamed" };
}

function readReference(part: string, cells: RowReader): SourceReference {
  const [, source = part, locator] = /^([^,]*?)\s*,\s*(.+)$/s.exec(part) ?? [];
  return { source, ...optional("locator", locator), at: cells.at("sources") };
}

function readLink(part: string, cells: RowReader, report: Report): EntryLink | undefined {
  const [, word = "", to = ""] = /^([^:]*?)\s*:\s*(.*)$/s.exec(part) ?? [];
  const relation = LINK_RELATIONS.find((one) => one === word.toLowerCase());
  if (relation !== undefined && to !== "") return { relation, to, at: cells.at("links") };
  report("value/not-allowed", {
    message: `\`${part}\` is not a link to an entry.`,
    at: cells.at("links"),
    hint: `Write one of ${LINK_RELATIONS.join(", ")}, a colon and an id, e.g. answers:jpn-044 or follows:grade:2004.`,
  });
  return undefined;
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: string });
}
