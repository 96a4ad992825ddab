import { importBibliographies } from "./bibliography.ts";
import { importCase } from "./case-page.ts";
import { finishImport, type PlannedFile, reportFiles } from "./finish.ts";
import type { ImportReport } from "./import-report.ts";
import { importTables } from "./import-tables.ts";
import type { ImportInput } from "./input.ts";
import type { ImportKind } from "./shape.ts";
import { type ExistingCasebook, type ImportOptions, ImportWork } from "./work.ts";

/** What an import makes and tells. */
export interface ImportResult {
  /** By path; none may be written where the report is blocked. */
  readonly files: readonly PlannedFile[];
  readonly report: ImportReport;
}

/**
 * Turns files into files of a casebook. Pure: it reads the inputs and what is there, and writes nothing.
 * Throws a `Failure` for an input that is not what it should be.
 */
export async function importFiles(
  casebook: ExistingCasebook,
  kind: ImportKind,
  inputs: readonly ImportInput[],
  options: ImportOptions,
): Promise<ImportResult> {
  const work = new ImportWork(casebook, options);
  if (kind === "case") {
    const files = inputs.flatMap((input) => importCase(input, work));
    return { files: [...files, ...reportFiles(work)], report: work.report };
  }
  if (kind === "bibliography") {
    const files = await importBibliographies(inputs, work);
    return { files: [...files, ...reportFiles(work)], report: work.report };
  }
  importTables(inputs, kind, work);
  return { files: finishImport(work), report: work.report };
}
