import { lineColumnAt, type Position } from "../base/source.ts";
import type { SqlCell, SqlTable } from "../base/sql.ts";
import type { Casebook } from "../model/casebook.ts";
import { PLACE_COLUMN, ROW_COLUMN } from "./expectation.ts";
import { actorsTable, entriesTable, reactionsTable } from "./tables/entry-tables.ts";
import { cablesTable, documentsTable } from "./tables/library-tables.ts";
import { governmentsTable, grantsTable, lawsTable, quotedTable } from "./tables/record-tables.ts";
import { countriesTable, gradesTable, groupsTable, tiersTable } from "./tables/scorecard-tables.ts";
import { measuresTable, seriesTable } from "./tables/series-tables.ts";
import { casesTable, citationsTable, sourcesTable } from "./tables/source-tables.ts";
import type { CasebookTable, Table, TableColumn, TableRow } from "./tables/table.ts";

/** The casebook as tables, with where each row was written. The names are promises: docs/data-package.md lists them. */
export interface CasebookTables {
  readonly tables: readonly FilledTable[];
  /** By the number in the row's column `_row`. */
  readonly positions: readonly (Position | undefined)[];
}

/** A table with its rows, ready for a database. */
export interface FilledTable extends SqlTable {
  readonly definition: Table;
}

/** The tables that claims and `demarche query` ask, in the order in which the codebook lists them. */
const CASEBOOK_TABLES: readonly CasebookTable[] = [
  countriesTable,
  groupsTable,
  tiersTable,
  gradesTable,
  measuresTable,
  seriesTable,
  governmentsTable,
  lawsTable,
  grantsTable,
  quotedTable,
  entriesTable,
  reactionsTable,
  actorsTable,
  sourcesTable,
  casesTable,
  citationsTable,
  cablesTable,
  documentsTable,
];

/** Columns that every table has last: they lead from a row to its place. */
const PLACE_COLUMNS: readonly TableColumn[] = [
  {
    name: ROW_COLUMN,
    type: "integer",
    description: "number of the row among all rows; of one edition only",
    isNeeded: true,
  },
  { name: PLACE_COLUMN, type: "text", description: "file and line of the casebook where it is written" },
];

/** Tells whether the casebook has a table of that name. */
export function isTableName(name: string): boolean {
  return CASEBOOK_TABLES.some((table) => table.name === name);
}

const known = new WeakMap<Casebook, CasebookTables>();

/** Returns the casebook's tables. A missing number is NULL, with the reason beside it. */
export function createSqlTables(casebook: Casebook): CasebookTables {
  const tables = known.get(casebook) ?? fillTables(casebook);
  known.set(casebook, tables);
  return tables;
}

function fillTables(casebook: Casebook): CasebookTables {
  const positions: (Position | undefined)[] = [];
  const tables = CASEBOOK_TABLES.map((table) =>
    fillTable(table.define(casebook), table.rows(casebook), positions),
  );
  return { tables, positions };
}

/**
 * Returns a table with its rows and the columns that lead to their places. Rows are numbered on from those that are there;
 * an empty text is no value.
 */
export function fillTable(
  definition: Table,
  from: Iterable<TableRow>,
  positions: (Position | undefined)[] = [],
): FilledTable {
  const columns = [...definition.columns, ...PLACE_COLUMNS];
  const rows: SqlCell[][] = [];
  for (const [at, ...cells] of from) {
    const row = definition.columns.map((_, i): SqlCell => (cells[i] === "" ? null : (cells[i] ?? null)));
    row.push(positions.length, at ? formatFileLine(at) : null);
    rows.push(row);
    positions.push(at);
  }
  return {
    name: definition.name,
    definition: { ...definition, columns },
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows,
  };
}

/** e.g. `grades.csv:12` */
function formatFileLine(at: Position): string {
  const line = "line" in at ? at.line : lineColumnAt(at.source, at.start).line;
  return `${at.source.path}:${line}`;
}
