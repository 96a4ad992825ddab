import { formatCount } from "../base/format.ts";
import { createSource } from "../base/source.ts";
import { cellOf, readCsv } from "../read/csv.ts";
import type { RowTable } from "./row-table.ts";
import type { ImportWork } from "./work.ts";

/** By which cells a row of a table is known. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  "grades.csv": ["country", "year"],
  "governments.csv": ["country", "person", "start"],
  "record/laws.csv": ["id"],
  "record/grants.csv": ["id"],
  "record/recommendations.csv": ["id"],
  "cables.csv": ["post", "year", "month"],
  "posts.csv": ["post"],
};

/** Most lost rows that are named. */
const NAMED = 3;

/**
 * Blocks an import that would take a file's place without having all of its rows: files that belong together are imported
 * together. Nothing is blocked where the import is forced. Tells whether it blocks.
 */
export function blockLostRows(path: string, table: RowTable, work: ImportWork): boolean {
  const keys = KEYS[path];
  const old = work.casebook.text(path);
  if (!keys || old === undefined || work.options.force) return false;
  const present = new Set(
    table.rows().map((cells) => keys.map((key) => cells[table.columns.indexOf(key)] ?? "").join(" ")),
  );
  const before = readCsv(
    createSource(path, old),
    { required: keys, optional: [], allowsOthers: true },
    () => undefined,
  );
  const lost = before.rows
    .map((row) => keys.map((key) => cellOf(before, row, key)).join(" "))
    .filter((key) => !present.has(key));
  if (lost.length === 0) return false;
  const named = [...lost.slice(0, NAMED), ...(lost.length > NAMED ? ["…"] : [])].join(", ");
  work.report.add(
    "conflict",
    `${path} has ${formatCount(lost.length, "row")} that would go (${named}). Name the files that belong together in one import, or replace them with --force.`,
  );
  work.report.block();
  return true;
}
