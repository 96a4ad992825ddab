import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { formatCsv } from "../site/data-table.ts";
import { writeParquet } from "./parquet.ts";
import { writeSqlite } from "./sqlite.ts";
import { DATABASE_PATH, type PackageFile, type TableFilesAnswer, type TableJob } from "./table-files.ts";

function makeFiles(tables: readonly TableJob[]): Map<string, PackageFile> {
  const files = new Map<string, PackageFile>();
  const add = (path: string, bytes: Uint8Array) => {
    files.set(path, { bytes, sha256: createHash("sha256").update(bytes).digest("hex") });
  };
  for (const { path, columns, rows } of tables) {
    const names = columns.map(({ name }) => name);
    const cells = rows.map((row) => row.map((cell) => cell ?? undefined));
    add(`${path}.csv`, Buffer.from(formatCsv({ columns: names, rows: cells })));
    add(`${path}.parquet`, writeParquet(columns, rows));
  }
  add(DATABASE_PATH, writeSqlite(tables.filter((table) => table.isInDatabase)));
  return files;
}

function answer(): TableFilesAnswer {
  try {
    return { files: makeFiles(workerData as readonly TableJob[]) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(answer());
