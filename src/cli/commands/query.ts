import { Failure } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import { isSqlRows, type SqlRows } from "../../base/sql.ts";
import { createSqlTables } from "../../compute/sql-tables.ts";
import { auditCasebook, hasErrors } from "../../pipeline.ts";
import { type DataTable, formatCsv, formatJson } from "../../publish/site/data-table.ts";
import { openFolder } from "../../serve/disk-folder.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { print, printError } from "../console.ts";
import { ensureDate } from "../ensure-date.ts";

/** Longest cell that a table on the terminal shows, in characters. */
const CELL_WIDTH = 60;

/** Asks the casebook's tables a question in SQL and prints the rows. Returns 1 where the query is at fault. */
export async function queryCommand(
  sql: string,
  dir: string,
  options: { format: "table" | "csv" | "json"; asOf?: string },
): Promise<number> {
  const { edition, diagnostics } = await auditCasebook(
    openFolder(dir, defaultOutFolder(dir)),
    options.asOf === undefined ? {} : { asOf: ensureDate(options.asOf) },
  );
  if (!edition) {
    throw new Failure("The casebook cannot be read.", { hint: "`demarche check` says why.", exitCode: 3 });
  }
  if (hasErrors(diagnostics))
    printError("The casebook has errors (`demarche check`); rows may be missing.\n");
  const { sharedDuckDbEngine } = await import("../../serve/duckdb-engine.ts");
  const database = await (await sharedDuckDbEngine()).open(createSqlTables(edition.index.casebook).tables);
  const result = await database.query(sql);
  database.close();
  if (!isSqlRows(result)) {
    printError(`${result.message}\n${result.hint ? `  hint: ${result.hint}\n` : ""}`);
    return 1;
  }
  const table = toTable(result);
  if (options.format === "csv") print(formatCsv(table));
  else if (options.format === "json") print(formatJson(table));
  else print(formatTable(table));
  if (result.isCut) printError(`Only the first ${formatCount(result.rows.length, "row")} are shown.\n`);
  return 0;
}

function toTable({ columns, rows }: SqlRows): DataTable {
  return {
    columns,
    rows: rows.map((row) => row.map((cell) => cell ?? undefined)),
  };
}

/** Returns a table with aligned columns; numbers stand right. */
function formatTable({ columns, rows }: DataTable): string {
  const text = (cell: unknown): string =>
    String(cell ?? "")
      .replace(/\p{Cc}+/gu, " ")
      .slice(0, CELL_WIDTH);
  const widths = columns.map((name, i) =>
    rows.reduce((width, row) => Math.max(width, text(row[i]).length), text(name).length),
  );
  const line = (cells: readonly unknown[]): string =>
    cells
      .map((cell, i) =>
        typeof cell === "number" ? text(cell).padStart(widths[i] ?? 0) : text(cell).padEnd(widths[i] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return `${[line(columns), rule, ...rows.map(line)].join("\n")}\n`;
}
