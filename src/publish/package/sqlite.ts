import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import type { JobColumn, TableJob } from "./table-files.ts";

const TYPES = { text: "TEXT", integer: "INTEGER", real: "REAL" } as const;

/**
 * Returns tables as one SQLite file whose bytes depend on nothing but the tables: page size and encoding are set, nothing
 * is written twice, and there is no journal.
 *
 * SQLite only writes to a disk, so the file is made in the system's temporary folder, read and removed.
 */
export function writeSqlite(tables: readonly TableJob[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "demarche-sqlite-"));
  try {
    const path = join(folder, "casebook.sqlite");
    const database = new Database(path);
    try {
      database.exec(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN",
      );
      for (const table of tables) {
        database.exec(declareTable(table));
        const marks = table.columns.map(() => "?").join(", ");
        const insert = database.prepare(`INSERT INTO ${quote(table.name)} VALUES (${marks})`);
        for (const row of table.rows) insert.run(...row);
      }
      database.exec("COMMIT");
    } finally {
      database.close();
    }
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function declareTable({ name, columns, key }: TableJob): string {
  const parts = columns.map(declareColumn);
  if (key) parts.push(`UNIQUE (${key.map(quote).join(", ")})`);
  return `CREATE TABLE ${quote(name)} (\n  ${parts.join(",\n  ")}\n)`;
}

function declareColumn({ name, type, isNeeded, refersTo }: JobColumn): string {
  if (name === "_row") return `${quote(name)} INTEGER PRIMARY KEY`;
  const needed = isNeeded ? " NOT NULL" : "";
  const refers = refersTo === undefined ? "" : ` REFERENCES ${quote(refersTo)} ("id")`;
  return `${quote(name)} ${TYPES[type]}${needed}${refers}`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
