import { viewCasebook } from "../../src/import/casebook-view.ts";
import { importFiles } from "../../src/import/import.ts";
import { formatNote } from "../../src/import/import-report.ts";
import type { ImportKind } from "../../src/import/shape.ts";
import type { ImportOptions } from "../../src/import/work.ts";
import { createMemoryFolder } from "../support/memory-folder.ts";

const CASEBOOK = `title: A casebook
years: 1990-2016
scorecard:
  name: Report
  grader: Grader
  since: 2001
  tiers:
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
    - {id: 2WL, label: Tier 2 Watch List, since: 2004, aliases: [Watch List]}
    - {id: 3, label: Tier 3}
`;

/** What an import of a test made and told. */
export interface Imported {
  /** Texts by path, without the reports. */
  readonly files: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  readonly isBlocked: boolean;
}

/** Imports texts or bytes, by name, into a small casebook with further files. */
export async function importTexts(
  kind: ImportKind,
  inputs: Readonly<Record<string, string | Uint8Array>>,
  options: ImportOptions = {},
  existing: Readonly<Record<string, string>> = {},
): Promise<Imported> {
  const casebook = viewCasebook(createMemoryFolder({ "casebook.yaml": CASEBOOK, ...existing }));
  const files = Object.entries(inputs).map(([name, content]) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    // Pieces of seven bytes cut letters, cells and line ends.
    return { name, open: () => piecesOf(bytes, 7) };
  });
  const result = await importFiles(casebook, kind, files, options);
  const texts = result.files
    .filter(({ path }) => !/^imports\/.*\.txt$/.test(path))
    .map(({ path, text }) => [path, [...text()].join("")] as const);
  return {
    files: Object.fromEntries(texts),
    notes: result.report.notes().map(formatNote),
    isBlocked: result.report.isBlocked,
  };
}

function* piecesOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
