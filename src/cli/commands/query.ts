import { relative, sep } from "node:path";
import { Failure } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import { isSqlRows, type SqlRows, type SqlTable } from "../../base/sql.ts";
import { createSqlTables } from "../../compute/sql-tables.ts";
import { auditCasebook, hasErrors } from "../../pipeline.ts";
import { type DataTable, formatCsv, formatJson } from "../../publish/site/data-table.ts";
import { writeOneFile } from "../../publish/write.ts";
import { openFolder, realPathOf } from "../../serve/disk-folder.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { print, printError } from "../console.ts";
import { readPublishedTables } from "../edition-tables.ts";
import { ensureDate } from "../ensure-date.ts";

/** Longest cell that a table on the terminal shows, in characters. */
const CELL_WIDTH = 60;

/** A person waits longer than a build, and wants all rows. */
const LIMITS = { milliseconds: 60_000, rows: 1_000_000 };

/** What is asked, and where the rows go. */
export interface QueryOptions {
  /** By the ending of `out` where it is not given; else `table`. */
  readonly format?: QueryFormat;
  readonly out?: string;
  /** A published site or its folder `data`, which is asked instead of a casebook. */
  readonly data?: string;
  readonly asOf?: string;
}

export const QUERY_FORMATS = ["table", "csv", "json", "parquet"] as const;
type QueryFormat = (typeof QUERY_FORMATS)[number];

/**
 * Asks the tables of a casebook, or of a published one, a question in SQL and prints the rows or writes them to a file.
 * Returns 1 where the query is at fault.
 */
export async function queryCommand(sql: string, dir: string, options: QueryOptions): Promise<number> {
  const format = formatOf(options);
  const tables = await readTables(dir, options);
  const { createDuckDbEngine } = await import("../../serve/duckdb-engine.ts");
  const database = await (await createDuckDbEngine(LIMITS)).open(tables);
  const result = await database.query(sql);
  database.close();
  if (!isSqlRows(result)) {
    printError(`${result.message}\n${result.hint ? `  hint: ${result.hint}\n` : ""}`);
    return 1;
  }
  if (result.isCut) {
    printError(
      `The query gives more than ${formatCount(result.rows.length, "row")}.\n  hint: Ask for fewer.\n`,
    );
    return 1;
  }
  const body = await formatRows(result, format);
  if (options.out !== undefined) writeOneFile(options.out, body);
  else print(String(body));
  return 0;
}

function formatOf({ format, out }: QueryOptions): QueryFormat {
  const ending = /\.(csv|json|parquet)$/i.exec(out ?? "")?.[1]?.toLowerCase();
  const chosen = format ?? QUERY_FORMATS.find((one) => one === ending) ?? "table";
  if (chosen === "parquet" && out === undefined) {
    throw new Failure("Parquet is not for the terminal.", { hint: "Name a file: --out FILE.", exitCode: 2 });
  }
  return chosen;
}

async function readTables(dir: string, { data, asOf, out }: QueryOptions): Promise<readonly SqlTable[]> {
  if (data !== undefined) return readPublishedTables(data);
  const { edition, diagnostics, files } = await auditCasebook(
    openFolder(dir, defaultOutFolder(dir)),
    asOf === undefined ? {} : { asOf: ensureDate(asOf) },
  );
  if (!edition) {
    throw new Failure("The casebook cannot be read.", { hint: "`demarche check` says why.", exitCode: 3 });
  }
  const own = out === undefined ? "" : relative(realPathOf(dir), realPathOf(out)).split(sep).join("/");
  if (files.has(own)) {
    throw new Failure(`${out} is a file of the casebook.`, {
      hint: "Choose another file with --out; nothing is overwritten.",
      exitCode: 2,
    });
  }
  if (hasErrors(diagnostics))
    printError("The casebook has errors (`demarche check`); rows may be missing.\n");
  return createSqlTables(edition.index.casebook).tables;
}

async function formatRows(result: SqlRows, format: QueryFormat): Promise<string | Uint8Array> {
  const table = toTable(result);
  if (format === "csv") return formatCsv(table);
  if (format === "json") return formatJson(table);
  if (format === "table") return formatTable(table);
  const { inferColumns, writeParquet } = await import("../../publish/package/parquet.ts");
  return writeParquet(inferColumns(result.columns, result.rows), result.rows);
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
