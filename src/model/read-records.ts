import { createMissing, isMissingReason } from "../base/missing.ts";
import { suggest } from "../base/nearest.ts";
import type { Source } from "../base/source.ts";
import { type Columns, type CsvTable, readCsv } from "../read/csv.ts";
import type { Report } from "../read/report.ts";
import type { Government } from "./government.ts";
import type { Grade } from "./grade.ts";
import { createRowReader, type RowReader } from "./read-cells.ts";
import { type Grant, LAW_LEVELS, type Law, type QuotedStatistic } from "./record.ts";
import type { Scorecard, Tier } from "./scorecard.ts";

/** Returns the grades of `grades.csv`. A tier that the scorecard does not have is reported. */
export function readGrades(source: Source, scorecard: Scorecard, report: Report): Grade[] {
  const columns = { required: ["country", "year", "tier"], optional: ["source", "note"] };
  const tiers = new Map(scorecard.tiers.map((tier) => [tier.id, tier]));
  return readRows(source, columns, report, (cells) => {
    const country = cells.needed("country");
    const year = cells.year("year");
    const tier = readTier(cells, tiers, report);
    if (country === undefined || year === undefined || tier === undefined) return undefined;
    return { country, year, tier, ...optional(cells, "source", "note"), at: cells.at("tier") };
  });
}

function readTier(
  cells: RowReader,
  tiers: ReadonlyMap<string, Tier>,
  report: Report,
): Grade["tier"] | undefined {
  const word = cells.text("tier");
  if (word === undefined) return createMissing("not-coded");
  if (isMissingReason(word)) return createMissing(word);
  const tier = tiers.get(word);
  if (!tier) {
    report("grade/not-on-scale", {
      message: `\`${word}\` is not a tier of the scorecard.`,
      at: cells.at("tier"),
      hint: hintAt(word, tiers),
    });
  }
  return tier;
}

function hintAt(word: string, tiers: ReadonlyMap<string, Tier>): string {
  const wanted = word.toLowerCase();
  const meant = [...tiers.values()].find(({ id, label, aliases }) =>
    [id, label, ...aliases].some((name) => name.toLowerCase() === wanted),
  );
  if (meant) return `Write its id: ${meant.id}.`;
  const ids = [...tiers.keys()];
  return suggest(word, ids, `Use one of ${ids.join(", ")}, or a reason such as not-in-report.`);
}

/** Returns the terms in office of `governments.csv`; a missing family name is the last word of the person's. */
export function readGovernments(source: Source, report: Report): Government[] {
  const columns = {
    required: ["country", "person", "start"],
    optional: ["family_name", "office", "end", "source", "note"],
  };
  return readRows(source, columns, report, (cells) => {
    const country = cells.needed("country");
    const person = cells.needed("person");
    const start = cells.date("start");
    const end = cells.text("end") === undefined ? undefined : cells.date("end");
    if (country === undefined || person === undefined || start === undefined) return undefined;
    return {
      country,
      person,
      familyName: cells.text("family_name") ?? person.split(" ").at(-1) ?? person,
      start,
      ...(end ? { end } : {}),
      ...optional(cells, "office", "source"),
      at: cells.at("start"),
    };
  });
}

/** Returns the laws of `record/laws.csv`. */
export function readLaws(source: Source, report: Report): Law[] {
  const columns = {
    required: ["id", "country", "date", "level"],
    optional: ["title", "coded_from", "source", "note"],
  };
  return readRows(source, columns, report, (cells) => {
    const id = cells.needed("id");
    const country = cells.needed("country");
    const date = cells.date("date");
    const level = cells.oneOf("level", LAW_LEVELS);
    const codedFrom = cells.text("coded_from") === undefined ? undefined : cells.year("coded_from");
    if (id === undefined || country === undefined || date === undefined || level === undefined)
      return undefined;
    return {
      id,
      country,
      date,
      level,
      ...(codedFrom === undefined ? {} : { codedFrom }),
      ...optional(cells, "title", "source", "note"),
      at: cells.at("date"),
    };
  });
}

/** Returns the grants of `record/grants.csv`. */
export function readGrants(source: Source, report: Report): Grant[] {
  const columns = {
    required: ["id", "country", "year", "recipient", "amount"],
    optional: ["subrecipient", "purposes", "recipient_type", "source", "note"],
  };
  return readRows(source, columns, report, (cells) => {
    const id = cells.needed("id");
    const country = cells.needed("country");
    const year = cells.year("year");
    const recipient = cells.needed("recipient");
    const amount = cells.number("amount");
    if (id === undefined || country === undefined || year === undefined) return undefined;
    if (recipient === undefined || amount === undefined) return undefined;
    const recipientType = cells.text("recipient_type");
    return {
      id,
      country,
      year,
      recipient,
      amount,
      purposes: cells.list("purposes"),
      ...(recipientType === undefined ? {} : { recipientType }),
      ...optional(cells, "subrecipient", "source", "note"),
      at: cells.at("amount"),
    };
  });
}

/** Returns the printed statistics of `record/quoted.csv`. */
export function readQuoted(source: Source, report: Report): QuotedStatistic[] {
  const columns = {
    required: ["statistic", "country", "value", "years", "source", "vintage"],
    optional: ["note"],
  };
  return readRows(source, columns, report, (cells) => {
    const statistic = cells.needed("statistic");
    const country = cells.needed("country");
    const value = cells.number("value");
    const years = cells.yearRange("years");
    const from = cells.needed("source");
    const vintage = cells.needed("vintage");
    if (statistic === undefined || country === undefined || value === undefined) return undefined;
    if (years === undefined || from === undefined || vintage === undefined) return undefined;
    return {
      statistic,
      country,
      value,
      years,
      source: from,
      vintage,
      ...optional(cells, "note"),
      at: cells.at("value"),
    };
  });
}

/** Returns what `read` makes of each row; nothing where a needed column is missing. */
export function readRows<T>(
  source: Source,
  columns: Columns,
  report: Report,
  read: (cells: RowReader) => T | undefined,
): T[] {
  const table: CsvTable = readCsv(source, columns, report);
  if (!columns.required.every((column) => table.header.includes(column))) return [];
  return table.rows.flatMap((row) => read(createRowReader(table, row, report)) ?? []);
}

function optional<K extends string>(cells: RowReader, ...columns: readonly K[]): { [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  for (const column of columns) {
    const value = cells.text(column);
    if (value !== undefined) found[column] = value;
  }
  return found;
}
