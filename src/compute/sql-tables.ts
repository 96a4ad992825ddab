import { yearOf } from "../base/edtf.ts";
import { isMissing, type Missing } from "../base/missing.ts";
import { cellBeside, type Position } from "../base/source.ts";
import type { SqlCell, SqlTable } from "../base/sql.ts";
import type { Casebook } from "../model/casebook.ts";
import type { Entry } from "../model/entry.ts";
import type { Series } from "../model/series.ts";
import { collectUses } from "./citations.ts";

/** The casebook as tables, with where each row was written. The names are promises: docs/claims.md lists them. */
export interface CasebookTables {
  readonly tables: readonly SqlTable[];
  /** By the number in the row's column `_row`. */
  readonly positions: readonly (Position | undefined)[];
}

type Columns = Readonly<Record<string, "text" | "integer" | "real">>;

/** The columns of every table, without `_row`, which each has last. */
export const SQL_COLUMNS = {
  countries: { id: "text", name: "text", cow: "integer" },
  groups: { country: "text", name: "text", year_from: "integer", year_to: "integer" },
  grades: {
    country: "text",
    year: "integer",
    tier: "text",
    rank: "integer",
    reason: "text",
    source: "text",
    line: "integer",
  },
  series: {
    series: "text",
    country: "text",
    year: "integer",
    measure: "text",
    value: "real",
    reason: "text",
    source: "text",
  },
  governments: {
    country: "text",
    person: "text",
    family_name: "text",
    office: "text",
    date_from: "text",
    date_to: "text",
    source: "text",
  },
  laws: {
    id: "text",
    country: "text",
    date: "text",
    year: "integer",
    level: "text",
    title: "text",
    coded_from: "integer",
    source: "text",
  },
  grants: {
    id: "text",
    country: "text",
    year: "integer",
    recipient: "text",
    subrecipient: "text",
    amount: "real",
    reason: "text",
    purposes: "text",
    recipient_type: "text",
    source: "text",
  },
  quoted: {
    statistic: "text",
    country: "text",
    value: "real",
    reason: "text",
    year_from: "integer",
    year_to: "integer",
    source: "text",
    vintage: "text",
  },
  entries: {
    id: "text",
    kind: "text",
    country: "text",
    date: "text",
    year: "integer",
    stage: "text",
    summary: "text",
    quote: "text",
    source: "text",
    locator: "text",
  },
  sources: {
    id: "text",
    type: "text",
    title: "text",
    year: "integer",
    month: "integer",
    day: "integer",
    url: "text",
  },
  citations: { case_id: "text", note: "integer", source: "text" },
  cables: {
    post: "text",
    country: "text",
    year: "integer",
    month: "integer",
    last_serial: "integer",
    cables: "integer",
    tip_cables: "integer",
  },
  documents: { country: "text", year: "integer", available: "integer", read: "integer", source: "text" },
} as const satisfies Readonly<Record<string, Columns>>;

type TableName = keyof typeof SQL_COLUMNS;
type Cells = (string | number | undefined)[];

/** Returns the casebook's tables. A missing number is NULL, with the reason beside it. */
export function createSqlTables(casebook: Casebook): CasebookTables {
  const positions: (Position | undefined)[] = [];
  const tables = (Object.keys(SQL_COLUMNS) as TableName[]).map((name): SqlTable => {
    const columns = Object.entries(SQL_COLUMNS[name]).map(([column, type]) => ({ name: column, type }));
    const rows: SqlCell[][] = [];
    for (const [at, ...cells] of ROWS[name](casebook)) {
      rows.push([...cells.map((cell) => cell ?? null), positions.length]);
      positions.push(at);
    }
    return { name, columns: [...columns, { name: "_row", type: "integer" }], rows };
  });
  return { tables, positions };
}

type RowsOf = (casebook: Casebook) => Iterable<[Position | undefined, ...Cells]>;

const ROWS: Readonly<Record<TableName, RowsOf>> = {
  countries: ({ countries }) =>
    [...countries.values()].map(({ id, name, cow, groups }) => [groups[0]?.at, id, name, cow]),
  groups: ({ countries }) =>
    [...countries.values()].flatMap(({ id, groups }) =>
      groups.map(({ group, years, at }): [Position, ...Cells] => [at, id, group, years.first, years.last]),
    ),
  grades: ({ grades }) =>
    grades.map(({ country, year, tier, source, at }) => {
      const [id, rank, reason] = isMissing(tier)
        ? [undefined, undefined, tier.missing]
        : [tier.id, tier.rank + 1, undefined];
      return [at, country, year, id, rank, reason, source, "line" in at ? at.line : undefined];
    }),
  series: ({ series, aid }) =>
    [...series.values(), ...(aid ? [aid] : [])].flatMap((one) => [...seriesRows(one)]),
  governments: ({ governments }) =>
    governments.map((one) => [
      one.at,
      one.country,
      one.person,
      one.familyName,
      one.office,
      one.start.text,
      one.end?.text,
      one.source,
    ]),
  laws: ({ laws }) =>
    laws.map((law) => [
      law.at,
      law.id,
      law.country,
      law.date.text,
      yearOf(law.date),
      law.level,
      law.title,
      law.codedFrom,
      law.source,
    ]),
  grants: ({ grants }) =>
    grants.map((grant) => [
      "header" in grant.at ? cellBeside(grant.at, "amount") : grant.at,
      grant.id,
      grant.country,
      grant.year,
      grant.recipient,
      grant.subrecipient,
      ...split(grant.amount),
      grant.purposes.join(";"),
      grant.recipientType,
      grant.source,
    ]),
  quoted: ({ quoted }) =>
    quoted.map((one) => [
      one.at,
      one.statistic,
      one.country,
      ...split(one.value),
      one.years.first,
      one.years.last,
      one.source,
      one.vintage,
    ]),
  entries: (casebook) => casebook.entries.flatMap(entryRows),
  sources: ({ sources }) =>
    [...sources.values()].map((source) => [
      source.at,
      source.id,
      source.type,
      source.title,
      source.issued?.year,
      source.issued?.month,
      source.issued?.day,
      source.url,
    ]),
  citations: (casebook) => citationRows(casebook),
  cables: ({ library: { monthEnds, posts } }) =>
    monthEnds.map((row) => [
      row.at,
      row.post,
      posts.get(row.post)?.country,
      row.year,
      row.month,
      row.lastSerial,
      row.cables,
      row.tipCables,
    ]),
  documents: ({ library }) =>
    library.counts.map((row) => [row.at, row.country, row.year, row.available, row.read, row.source]),
};

function* seriesRows(series: Series): Generator<[Position, ...Cells]> {
  for (const { country, year, values, source, at } of series.rows) {
    for (const { id } of series.columns) {
      const value = values[id];
      if (value === undefined) continue;
      const cell = "header" in at ? cellAt(at, id, series) : at;
      yield [cell, series.id, country, year, id, ...split(value), source ?? series.source];
    }
  }
}

/** As `cellBeside`, which reads the header line anew for each cell: too slow for a whole panel. */
function cellAt(at: Extract<Position, { header: string }>, header: string, series: Series): Position {
  const known = columnsOf.get(series) ?? new Map<string, number>();
  columnsOf.set(series, known);
  const column = known.get(header) ?? cellBeside(at, header).column;
  known.set(header, column);
  return { ...at, column, header };
}

const columnsOf = new WeakMap<Series, Map<string, number>>();

/** One row a source, so that a join finds each; one row in all where an entry has none. */
function entryRows(entry: Entry): [Position, ...Cells][] {
  const { id, kind, country, date, stage, summary, quote, sources, at } = entry;
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
  ]);
}

function* citationRows(casebook: Casebook): Generator<[Position, ...Cells]> {
  for (const [source, { notes }] of collectUses(casebook)) {
    for (const { case: one, note } of notes) {
      const at = { source: one.document.source, start: note.span.start, end: note.span.end };
      yield [at, one.id, note.number, source];
    }
  }
}

/** A value and the reason why it is missing, one of them empty. */
function split(value: number | Missing): [number | undefined, string | undefined] {
  return isMissing(value) ? [undefined, value.missing] : [value, undefined];
}
