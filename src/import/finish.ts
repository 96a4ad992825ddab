import { parseDate } from "../base/edtf.ts";
import { codebookText, statedVintage, vintageOf } from "./codebook.ts";
import { inChunks } from "./csv-lines.ts";
import { addMemberships } from "./groups.ts";
import { formatNote } from "./import-report.ts";
import { type ImportedFile, stemOf } from "./input.ts";
import { blockLostRows } from "./rows-lost.ts";
import type { ImportWork, PanelDraft } from "./work.ts";

/** A file of an import, with what may be done to one that is there already. */
export interface PlannedFile extends ImportedFile {
  /** `replace`: only what an import wrote and nobody edited since. `keep`: its own lines are all in the new text. */
  readonly mode: "replace" | "keep";
}

/** Columns that a table's file has even where they are empty. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  "grades.csv": ["country", "year", "tier"],
  "governments.csv": ["country", "person", "family_name", "start", "end"],
  "record/laws.csv": ["id", "country", "date", "level"],
  "record/grants.csv": ["id", "country", "year", "recipient", "amount"],
  "record/recommendations.csv": ["id", "country", "summary"],
  "cables.csv": ["post", "year", "month", "last_serial"],
  "posts.csv": ["post", "city", "country"],
};

/** Returns the files that an import makes, by path. Blocks the import where rows, or older numbers of a series, would be lost. */
export function finishImport(work: ImportWork): PlannedFile[] {
  const files: PlannedFile[] = [];
  for (const [path, table] of work.tables) {
    if (table.size > 0 && !blockLostRows(path, table, work))
      files.push({ path, mode: "replace", text: () => inChunks(table.lines(NEEDED[path])) });
  }
  for (const [path, draft] of work.panels)
    if (draft.table.size > 0) files.push(...panelFiles(path, draft, work));
  if (work.groups.size > 0) {
    const { text } = addMemberships(work.casebook.text("countries.csv"), work.groups.memberships());
    files.push({ path: "countries.csv", mode: "keep", text: () => [text] });
  }
  for (const [name, lines] of work.unmatched) {
    files.push({
      path: `imports/unmatched-${stemOf(name)}.csv`,
      mode: "replace",
      text: () => inChunks(lines),
    });
  }
  files.push(...reportFiles(work));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Returns what was done to each input, as a file beside the data. */
export function reportFiles(work: ImportWork): PlannedFile[] {
  const byFile = new Map<string, string[]>();
  for (const note of work.report.notes()) {
    const name = note.place?.file;
    if (name === undefined) continue;
    byFile.set(name, [...(byFile.get(name) ?? []), `${formatNote(note)}\n`]);
  }
  return [...byFile].map(([name, lines]) => ({
    path: `imports/${stemOf(name)}.txt`,
    mode: "replace",
    text: () => lines,
  }));
}

/**
 * Returns the files of a series. Numbers of a later vintage take the place of the older, which stay as
 * `<name>@<vintage>`; numbers of an earlier vintage become such a file themselves.
 */
function panelFiles(path: string, { table, book }: PanelDraft, work: ImportWork): PlannedFile[] {
  const data = () => inChunks(table.lines());
  const vintage = vintageOf(book, work.options);
  const oldData = work.casebook.text(`${path}.csv`);
  const oldBook = work.casebook.text(`${path}.yaml`);
  const newBook = codebookText(oldBook, book, work.options);
  const plain: PlannedFile[] = [
    { path: `${path}.csv`, mode: "replace", text: data },
    { path: `${path}.yaml`, mode: "keep", text: () => [newBook] },
  ];
  if (oldData === undefined || isSameText(data(), oldData)) return plain;
  const old = statedVintage(oldBook);
  if (vintage === old && vintage !== undefined) return plain;
  if (vintage === undefined || old === undefined) {
    const lacking =
      vintage === undefined
        ? "Say when the new numbers were taken: --retrieved 2015-01-31."
        : `Write in ${path}.yaml when its numbers were taken: vintage: 2014-06-30.`;
    if (work.options.force) return plain;
    work.report.add(
      "conflict",
      `${path}.csv has other numbers, which would not be kept. ${lacking} Or replace them with --force.`,
    );
    work.report.block();
    return [];
  }
  if (isLater(vintage, old)) {
    work.report.add("shape", `The numbers of ${old} are kept as ${path}@${old}.csv.`);
    return [
      { path: `${path}@${old}.csv`, mode: "replace", text: () => [oldData] },
      { path: `${path}@${old}.yaml`, mode: "replace", text: () => [oldBook ?? ""] },
      { path: `${path}.csv`, mode: "keep", text: data },
      { path: `${path}.yaml`, mode: "keep", text: () => [newBook] },
    ];
  }
  work.report.add("shape", `The casebook has later numbers, of ${old}; these become ${path}@${vintage}.csv.`);
  return [
    { path: `${path}@${vintage}.csv`, mode: "replace", text: data },
    { path: `${path}@${vintage}.yaml`, mode: "replace", text: () => [newBook] },
  ];
}

/** Tells whether one date is after another, by their last days. */
function isLater(one: string, other: string): boolean {
  return (parseDate(one)?.last ?? one) > (parseDate(other)?.last ?? other);
}

/** Compares piece by piece, so that the new text need not be held as a whole. */
function isSameText(pieces: Iterable<string>, text: string): boolean {
  let offset = 0;
  for (const piece of pieces) {
    if (!text.startsWith(piece, offset)) return false;
    offset += piece.length;
  }
  return offset === text.length;
}
