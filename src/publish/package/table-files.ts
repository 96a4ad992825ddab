import type { SqlCell } from "../../base/sql.ts";
import { startThread } from "../start-thread.ts";

/** A table as it is written: its columns, and for the database how it hangs together with others. */
export interface TableJob {
  readonly path: string;
  readonly name: string;
  readonly columns: readonly JobColumn[];
  readonly rows: readonly (readonly SqlCell[])[];
  readonly key?: readonly string[];
  /** It becomes a table of the database file too. */
  readonly isInDatabase: boolean;
}

export interface JobColumn {
  readonly name: string;
  readonly type: "text" | "integer" | "real";
  readonly isNeeded: boolean;
  readonly refersTo?: string;
}

/** A file of the package, with its SHA-256 as hexadecimal digits. */
export interface PackageFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What the worker answers: files by path below `data/`, or what went wrong. */
export type TableFilesAnswer =
  | { readonly files: ReadonlyMap<string, PackageFile> }
  | { readonly problem: string };

/** Where the database file lies, below `data/`. */
export const DATABASE_PATH = "casebook.sqlite";

/**
 * Returns each table as CSV and Parquet, and all in one SQLite file. They are written in a thread of its own, beside the
 * pages. Rejects where one cannot be written.
 */
export async function writeTableFiles(
  tables: readonly TableJob[],
): Promise<ReadonlyMap<string, PackageFile>> {
  const worker = startThread("publish/package/table-files-worker.js", { workerData: tables });
  const answer = await new Promise<TableFilesAnswer>((settle) => {
    worker.once("message", settle);
    worker.once("error", (error: Error) => settle({ problem: error.message }));
    worker.once("exit", (code) => settle({ problem: `the worker ended with code ${code}` }));
  });
  if ("files" in answer) return answer.files;
  throw new Error(`the data package cannot be written: ${answer.problem}`);
}
