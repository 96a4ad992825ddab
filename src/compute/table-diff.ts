import { compareText } from "../base/diagnostic.ts";
import type { SqlCell } from "../base/sql.ts";
import { PLACE_COLUMN, ROW_COLUMN } from "./expectation.ts";

/** A table of an edition, as far as two of them are compared. */
export interface ComparableTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlCell[])[];
  /** Columns by which a row is known again. */
  readonly identity: readonly string[];
}

/** A cell that moved, or a row that came or went. */
export interface Difference {
  readonly table: string;
  readonly change: "changed" | "added" | "removed";
  /** The row's identity, by column. */
  readonly key: Readonly<Record<string, SqlCell>>;
  /** Of a cell that moved. */
  readonly column?: string;
  /** The cell in the older edition; of a row that went all its cells that are not empty, by column. */
  readonly before?: SqlCell | Readonly<Record<string, SqlCell>>;
  readonly after?: SqlCell | Readonly<Record<string, SqlCell>>;
  /** Where it was and is written, e.g. `grades.csv:12`. */
  readonly placeBefore?: string;
  readonly placeAfter?: string;
}

/** What tells two editions apart. */
export interface EditionDifference {
  /** By table in the order of the newer edition, then by key. */
  readonly differences: readonly Difference[];
  /** Tables and columns that only one edition has, e.g. `grades.note`: they are not compared. */
  readonly notCompared: readonly string[];
}

/** Columns that say where a row stands, not what it says. */
const PLACES = new Set([ROW_COLUMN, PLACE_COLUMN, "line"]);

/**
 * Returns the cells and rows by which two editions differ. Rows are matched by their identity; where several rows share
 * one, in their order. Numbers are compared exactly. Where rows stand never matters, only what they say.
 */
export function diffTables(
  older: readonly ComparableTable[],
  newer: readonly ComparableTable[],
): EditionDifference {
  const before = new Map(older.map((table) => [table.name, table]));
  const after = new Set(newer.map(({ name }) => name));
  const notCompared = older.map(({ name }) => name).filter((name) => !after.has(name));
  const differences: Difference[] = [];
  for (const table of newer) {
    const old = before.get(table.name);
    if (!old) {
      notCompared.push(table.name);
      continue;
    }
    const lone = new Set([
      ...old.columns.filter((column) => !table.columns.includes(column)),
      ...table.columns.filter((column) => !old.columns.includes(column)),
    ]);
    for (const column of lone) if (!PLACES.has(column)) notCompared.push(`${table.name}.${column}`);
    differences.push(...diffTable(old, table));
  }
  return { differences, notCompared };
}

/** A row by column, with its place. */
interface Row {
  readonly cells: Readonly<Record<string, SqlCell>>;
  readonly key: Readonly<Record<string, SqlCell>>;
}

function diffTable(old: ComparableTable, table: ComparableTable): Difference[] {
  const before = groupRows(old, table.identity);
  const after = groupRows(table, table.identity);
  const compared = table.columns.filter(
    (column) => old.columns.includes(column) && !PLACES.has(column) && !table.identity.includes(column),
  );
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(compareKeys);
  return keys.flatMap((key) => {
    const olds = before.get(key) ?? [];
    const news = after.get(key) ?? [];
    return Array.from({ length: Math.max(olds.length, news.length) }, (_, i) =>
      diffRow(table.name, compared, olds[i], news[i]),
    ).flat();
  });
}

function groupRows({ columns, rows }: ComparableTable, identity: readonly string[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const cells = Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
    const key = Object.fromEntries(identity.map((column) => [column, cells[column] ?? null]));
    const text = JSON.stringify(Object.values(key));
    const group = groups.get(text);
    if (group) group.push({ cells, key });
    else groups.set(text, [{ cells, key }]);
  }
  return groups;
}

/** Years in order of number, words in order of letters. */
function compareKeys(a: string, b: string): number {
  const left = JSON.parse(a) as SqlCell[];
  const right = JSON.parse(b) as SqlCell[];
  for (const [i, one] of left.entries()) {
    const other = right[i] ?? null;
    const order =
      typeof one === "number" && typeof other === "number"
        ? one - other
        : compareText(String(one ?? ""), String(other ?? ""));
    if (order !== 0) return order;
  }
  return 0;
}

function diffRow(
  table: string,
  columns: readonly string[],
  old: Row | undefined,
  row: Row | undefined,
): Difference[] {
  const key = (row ?? old)?.key ?? {};
  const places = {
    ...placeOf("placeBefore", old),
    ...placeOf("placeAfter", row),
  };
  if (!old) return [{ table, change: "added", key, after: contentOf(row), ...places }];
  if (!row) return [{ table, change: "removed", key, before: contentOf(old), ...places }];
  return columns.flatMap((column) => {
    const before = old.cells[column] ?? null;
    const after = row.cells[column] ?? null;
    return before === after
      ? []
      : [{ table, change: "changed" as const, key, column, before, after, ...places }];
  });
}

function placeOf<K extends string>(name: K, row: Row | undefined): { [P in K]?: string } {
  const place = row?.cells[PLACE_COLUMN];
  return typeof place === "string" ? ({ [name]: place } as { [P in K]?: string }) : {};
}

/** What a row says beside its key. */
function contentOf(row: Row | undefined): Record<string, SqlCell> {
  const cells = Object.entries(row?.cells ?? {});
  return Object.fromEntries(
    cells.filter(([name, cell]) => cell !== null && !PLACES.has(name) && !(name in (row?.key ?? {}))),
  );
}
