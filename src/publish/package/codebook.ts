import type { Code, Table, TableColumn } from "../../compute/tables/table.ts";
import { type Series, yearsCovered } from "../../model/series.ts";
import { formatYearRange } from "../../model/year-range.ts";
import type { DataTable } from "../site/data-table.ts";
import type { PackageTable } from "./package-tables.ts";

/** What the codebook says of missing values, in Markdown's and HTML's common subset: plain text. */
export const MISSING_RULE =
  "A value that is not there is an empty cell in CSV, NULL in Parquet and SQLite. It is never 0 and never guessed. Where a number or a tier can be missing, a column beside it says why.";

/** What the codebook says of how tables hang together. */
export const KEY_RULE =
  "`_row` numbers the rows of one edition and `_place` says in which file and line of the casebook a row is written; neither is the same in the next edition. A column that refers to a table holds an `id` of it.";

/** Returns a column's type, unit and range in words, e.g. "number, US dollars, 0 to 15". */
export function describeType({ type, unit, range }: TableColumn): string {
  const words = { text: "text", integer: "whole number", real: "number" }[type];
  return [words, unit, range && `${range[0]} to ${range[1]}`].filter((part) => part !== undefined).join(", ");
}

/** Returns what a column holds where there is nothing, e.g. "never empty", "empty where `reason` says why". */
export function describeMissing({ isNeeded, reason }: TableColumn): string {
  if (isNeeded) return "never empty";
  return reason === undefined ? "may be empty" : `where empty, \`${reason}\` says why`;
}

/** Returns lists of codes that a table's columns take, each list once with the columns that take it. */
export function codeLists({
  columns,
}: Table): { readonly columns: readonly string[]; readonly codes: readonly Code[] }[] {
  const lists = new Map<string, { columns: string[]; codes: readonly Code[] }>();
  for (const { name, codes } of columns) {
    if (!codes || codes.length === 0) continue;
    const key = JSON.stringify(codes);
    const list = lists.get(key) ?? { columns: [], codes };
    list.columns.push(name);
    lists.set(key, list);
  }
  return [...lists.values()];
}

/** A fact on a series, by its name among the words of pages. */
export type SeriesFact = readonly [
  name: "source" | "licenceTerm" | "takenFromSource" | "pinnedTo" | "years",
  value: string,
];

/** Returns what is known of a series: source, licence, vintage, years. */
export function seriesFacts(series: Series): SeriesFact[] {
  const covered = yearsCovered(series);
  const facts: readonly (readonly [SeriesFact[0], string | undefined])[] = [
    ["source", series.source],
    ["licenceTerm", series.licence],
    ["takenFromSource", series.vintage],
    ["pinnedTo", series.pinnedTo],
    ["years", covered && formatYearRange(covered)],
  ];
  return facts.filter((fact): fact is SeriesFact => fact[1] !== undefined);
}

/** Returns the codebook as a table, one row a column of the package. */
export function tabulateCodebook(tables: readonly PackageTable[]): DataTable {
  return {
    columns: [
      "table",
      "column",
      "type",
      "unit",
      "lowest",
      "highest",
      "description",
      "required",
      "reason",
      "refers_to",
      "codes",
    ],
    rows: tables.flatMap(({ name, definition }) =>
      definition.columns.map((column) => [
        name,
        column.name,
        column.type,
        column.unit,
        column.range?.[0],
        column.range?.[1],
        column.description,
        column.isNeeded ?? false,
        column.reason,
        column.refersTo === undefined ? undefined : `${column.refersTo}.id`,
        column.codes?.map(({ value }) => value).join("; "),
      ]),
    ),
  };
}
