import isoCountries from "i18n-iso-countries";
import { compareText } from "../base/diagnostic.ts";
import { formatList } from "../base/format.ts";
import type { Position, Source } from "../base/source.ts";
import { type CsvTable, readCsv } from "../read/csv.ts";
import type { Report } from "../read/report.ts";
import type { Country, Membership } from "./country.ts";
import { ISO_IDS } from "./country-codes.ts";
import { createRowReader, type RowReader } from "./read-cells.ts";
import { cowNumber, FORMER_COUNTRIES, stateYears } from "./state-system.ts";

const COLUMNS = {
  required: ["country"],
  optional: ["name", "adjective", "aliases", "group", "group_from", "group_to", "from", "to"],
};

type Draft = { -readonly [K in keyof Country]: Country[K] } & { aliases: string[]; groups: Membership[] };

/** Returns all places of ISO 3166-1 with what `countries.csv` adds to them, and the places that it declares, by id. */
export function readCountries(source: Source | undefined, report: Report): ReadonlyMap<string, Country> {
  const drafts = new Map<string, Draft>();
  for (const id of ISO_IDS) {
    const name = isoCountries.getName(id, "en");
    if (name !== undefined) drafts.set(id, createDraft(id, name));
  }
  for (const [id, name] of FORMER_COUNTRIES) drafts.set(id, createDraft(id, name));
  if (source) addDeclared(readCsv(source, COLUMNS, report), drafts, report);
  return new Map([...drafts].sort(([a], [b]) => compareText(a, b)));
}

function createDraft(id: string, name: string): Draft {
  const cow = cowNumber(id);
  return { id, name, aliases: [], groups: [], ...stateYears(id), ...(cow === undefined ? {} : { cow }) };
}

function addDeclared(table: CsvTable, drafts: Map<string, Draft>, report: Report): void {
  const said: Said[] = [];
  for (const row of table.rows) {
    const cells = createRowReader(table, row, report);
    const id = cells.needed("country");
    if (id === undefined) continue;
    const draft = drafts.get(id) ?? declare(id, cells, drafts, report);
    if (!draft) continue;
    const name = cells.text("name");
    const adjective = cells.text("adjective");
    if (name !== undefined) {
      draft.name = name;
      said.push({ word: name, id, at: cells.at("name") });
    }
    said.push(...cells.list("aliases").map((word) => ({ word, id, at: cells.at("aliases") })));
    if (adjective !== undefined) draft.adjective = adjective;
    if (cells.text("from") !== undefined) draft.from = cells.year("from") ?? draft.from ?? 0;
    if (cells.text("to") !== undefined) draft.to = cells.year("to") ?? draft.to ?? 9999;
    draft.aliases.push(...cells.list("aliases").filter((alias) => !draft.aliases.includes(alias)));
    addMembership(draft, cells);
  }
  reportShared(said, drafts, report);
}

/** A name that a row gives to a place. */
interface Said {
  readonly word: string;
  readonly id: string;
  readonly at: Position;
}

/** Reports names that `countries.csv` gives to a place and another has, too; each where it is written last. */
function reportShared(said: readonly Said[], drafts: ReadonlyMap<string, Draft>, report: Report): void {
  if (said.length === 0) return;
  const owners = new Map<string, string[]>();
  for (const { id, name, aliases } of drafts.values()) {
    for (const word of new Set([name, ...aliases].map((one) => one.toLowerCase()))) {
      owners.set(word, [...(owners.get(word) ?? []), id]);
    }
  }
  const last = new Map(said.map((one) => [one.word.toLowerCase(), one]));
  for (const [word, { word: written, id, at }] of last) {
    const others = (owners.get(word) ?? []).filter((one) => one !== id);
    if (others.length === 0) continue;
    report("country/shared-name", {
      message: `\`${written}\` is a name of ${id} and of ${formatList(others)}.`,
      at,
      hint: "Leave the name to one of them, or write it so that it means one alone.",
    });
  }
}

function declare(
  id: string,
  cells: RowReader,
  drafts: Map<string, Draft>,
  report: Report,
): Draft | undefined {
  const name = cells.text("name");
  if (!/^[A-Z]{3}$/.test(id) || name === undefined) {
    report("country/undeclared", {
      message: `\`${id}\` is not an ISO 3166-1 code, and the row does not declare a place.`,
      at: cells.at("country"),
      hint: "Use three capital letters, e.g. JPN; give a place that ISO does not list a name, e.g. `XKX,Kosovo`.",
    });
    return undefined;
  }
  const draft = createDraft(id, name);
  drafts.set(id, draft);
  return draft;
}

function addMembership(draft: Draft, cells: RowReader): void {
  const group = cells.text("group");
  if (group === undefined) return;
  const first = cells.text("group_from") === undefined ? 0 : cells.year("group_from");
  const last = cells.text("group_to") === undefined ? 9999 : cells.year("group_to");
  if (first === undefined || last === undefined) return;
  draft.groups.push({ group, years: { first, last }, at: cells.at("group") });
}
