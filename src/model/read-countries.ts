import isoCountries from "i18n-iso-countries";
import { compareText } from "../base/diagnostic.ts";
import type { Source } from "../base/source.ts";
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
  for (const row of table.rows) {
    const cells = createRowReader(table, row, report);
    const id = cells.needed("country");
    if (id === undefined) continue;
    const draft = drafts.get(id) ?? declare(id, cells, drafts, report);
    if (!draft) continue;
    const name = cells.text("name");
    const adjective = cells.text("adjective");
    if (name !== undefined) draft.name = name;
    if (adjective !== undefined) draft.adjective = adjective;
    if (cells.text("from") !== undefined) draft.from = cells.year("from") ?? draft.from ?? 0;
    if (cells.text("to") !== undefined) draft.to = cells.year("to") ?? draft.to ?? 9999;
    draft.aliases.push(...cells.list("aliases").filter((alias) => !draft.aliases.includes(alias)));
    addMembership(draft, cells);
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
