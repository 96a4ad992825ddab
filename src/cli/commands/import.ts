import { formatCount } from "../../base/format.ts";
import { viewCasebook } from "../../import/casebook-view.ts";
import { type ImportResult, importFiles } from "../../import/import.ts";
import { formatNote, type ImportNote } from "../../import/import-report.ts";
import type { ImportKind } from "../../import/shape.ts";
import type { ImportOptions } from "../../import/work.ts";
import { type FileOutcome, writeImported } from "../../publish/write-imported.ts";
import { openFolder } from "../../serve/disk-folder.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { print, printError } from "../console.ts";
import { ensureDate } from "../ensure-date.ts";
import { openInput } from "../open-input.ts";

/** Most notes of a kind that are printed; the files in imports/ have all. */
const MAX_PRINTED = 12;

/** What the command line says beside kind and files. */
export interface ImportFlags extends ImportOptions {
  readonly into: string;
  readonly dryRun?: boolean;
}

/** Imports files into a casebook and prints what it did. Returns 1, and writes nothing, where it must be told more. */
export async function importCommand(
  kind: ImportKind,
  names: readonly string[],
  flags: ImportFlags,
): Promise<number> {
  if (flags.retrieved !== undefined) ensureDate(flags.retrieved);
  const inputs = await Promise.all(names.map(openInput));
  const casebook = viewCasebook(openFolder(flags.into, defaultOutFolder(flags.into)));
  const result = await importFiles(casebook, kind, inputs, flags);
  printNotes(result.report.notes());
  if (result.report.isBlocked) {
    printError("nothing was written\n");
    return 1;
  }
  const isForced = flags.force ?? false;
  const outcomes = writeImported(flags.into, result.files, { isForced, isDryRun: flags.dryRun ?? false });
  return printOutcomes(outcomes, result, flags);
}

function printOutcomes(outcomes: readonly FileOutcome[], result: ImportResult, flags: ImportFlags): number {
  const edited = outcomes.filter(({ outcome }) => outcome === "edited");
  const words = { new: "new", changed: "changed", same: "as it was", edited: "edited by hand" };
  for (const { path, outcome, bytes } of outcomes)
    print(`${path}: ${words[outcome]} (${formatCount(bytes, "byte")})\n`);
  if (edited.length > 0 && !flags.force) {
    printError(
      `${formatCount(edited.length, "file")} would lose what was edited, or was not made by an import; nothing was written\n  hint: Look at what would come with --dry-run --into another folder, or replace with --force.\n`,
    );
    return 1;
  }
  const count = formatCount(result.files.length, "file");
  printError(flags.dryRun ? `${count} would be written into ${flags.into}\n` : `${count} in ${flags.into}\n`);
  return 0;
}

function printNotes(notes: readonly ImportNote[]): void {
  const printed = new Map<string, number>();
  for (const note of notes) {
    const count = (printed.get(note.kind) ?? 0) + 1;
    printed.set(note.kind, count);
    if (count <= MAX_PRINTED) print(`${formatNote(note)}\n`);
  }
  for (const [kind, count] of printed) {
    if (count > MAX_PRINTED)
      print(`… and ${count - MAX_PRINTED} more of ${kind}; the report in imports/ has them all\n`);
  }
}
