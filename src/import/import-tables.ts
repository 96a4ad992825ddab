import { Failure } from "../base/effects.ts";
import { decodeInput } from "./decode.ts";
import type { ImportInput } from "./input.ts";
import { findDelimiter, type ImportRow, readRecords } from "./records.ts";
import type { ImportKind, Shape } from "./shape.ts";
import { explainUnknown, findShape } from "./shapes.ts";
import { type ImportedTable, type ImportWork, plainHeader } from "./work.ts";

/** Most records that may stand above a header. */
const MAX_PREAMBLE = 10;

/**
 * Reads tables into the work: each file's shape is told by its header, its rows go where the shape says, and rows of
 * another length are put aside. Throws a {@link Failure} for a file whose shape is not known.
 */
export function importTables(inputs: readonly ImportInput[], kind: ImportKind, work: ImportWork): void {
  for (const input of inputs) importTable(input, kind, work);
}

function importTable(input: ImportInput, kind: ImportKind, work: ImportWork): void {
  const name = input.name.split(/[/\\]/).at(-1) ?? input.name;
  const { encoding, texts } = decodeInput(input);
  if (encoding !== "utf-8")
    work.report.add("encoding", `The file is in ${encoding.toUpperCase()} and was read as such.`, {
      file: name,
      line: 1,
    });
  const rows = readRecords(texts(), delimiterOf(texts()));
  const { shape, file } = findHeader(name, rows, kind, work);
  work.report.add("shape", `Read as ${shape.label}.`, { file: name, line: 1 });
  const taker = shape.begin(file, work);
  for (const row of rows) {
    if (row.cells.length === file.titles.length) taker.take(row);
    else if (
      row.cells.length > file.titles.length &&
      row.cells.slice(file.titles.length).every((cell) => cell.trim() === "")
    ) {
      taker.take({ line: row.line, cells: row.cells.slice(0, file.titles.length) });
    } else {
      const count = `${row.cells.length} cells; the header has ${file.titles.length}`;
      work.setAside(file, row, `The row has ${count}`, "ragged");
    }
  }
  taker.end?.();
}

function delimiterOf(texts: Iterable<string>): string {
  let start = "";
  for (const text of texts) {
    start = `${start}${text}`.trimStart();
    if (start.includes("\n")) break;
  }
  return findDelimiter(start);
}

/** Returns the shape and header of a file; lines above the header, as the World Bank writes them, are its preamble. */
function findHeader(
  name: string,
  rows: Generator<ImportRow>,
  kind: ImportKind,
  work: ImportWork,
): { shape: Shape; file: ImportedTable } {
  const preamble: (readonly string[])[] = [];
  while (preamble.length < MAX_PREAMBLE) {
    const { value: row, done } = rows.next();
    if (done) break;
    const header = row.cells.map(plainHeader);
    const shape = findShape(header, kind, work.options);
    if (shape) return { shape, file: { name, titles: trimEnd(row.cells), header, preamble } };
    preamble.push(row.cells);
  }
  const first = preamble.reduce((best, one) => (one.length > best.length ? one : best), preamble[0] ?? []);
  if (first.length === 0)
    throw new Failure(`${name} has no header row.`, { hint: "The file is empty.", exitCode: 2 });
  const { message, hint } = explainUnknown(name, first, first.map(plainHeader), kind, work.options);
  throw new Failure(message, { hint, exitCode: 2 });
}

/** Bulk files end each line with a comma: a last column without a name. */
function trimEnd(cells: readonly string[]): readonly string[] {
  return cells.at(-1)?.trim() === "" ? cells.slice(0, -1) : cells;
}
