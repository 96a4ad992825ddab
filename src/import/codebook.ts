import { parseDocument, stringify } from "yaml";
import type { BookDraft, ImportOptions } from "./work.ts";

/**
 * Returns the codebook of a series that is imported: the user's own with the new vintage, and with what was said and
 * it lacks, its comments kept; else a new one.
 */
export function codebookText(existing: string | undefined, draft: BookDraft, options: ImportOptions): string {
  const vintage = vintageOf(draft, options);
  const said = {
    ...(options.label === undefined ? {} : { label: options.label }),
    ...(draft.source === undefined ? {} : { source: draft.source }),
    ...(options.licence === undefined ? {} : { licence: options.licence }),
    ...(vintage === undefined ? {} : { vintage }),
  };
  if (existing === undefined) {
    const { label, description, columns } = draft;
    return stringify(
      { label, ...(description === undefined ? {} : { description }), ...said, columns },
      { lineWidth: 110, aliasDuplicateObjects: false },
    );
  }
  const book = parseDocument(existing);
  if (book.errors.length > 0) return existing;
  for (const [key, value] of Object.entries(said)) {
    if (key === "vintage" || !book.has(key)) book.set(key, value);
  }
  for (const [name, column] of Object.entries(draft.columns)) {
    if (!book.hasIn(["columns", name])) book.setIn(["columns", name], book.createNode(column));
  }
  return book.toString({ lineWidth: 110 });
}

/** Returns when the numbers were taken, as the user or the file says, EDTF. */
export function vintageOf(draft: BookDraft, options: ImportOptions): string | undefined {
  return options.retrieved ?? draft.vintage;
}

/** Returns the vintage that a codebook's text states. */
export function statedVintage(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const book = parseDocument(text);
  const vintage: unknown = book.errors.length === 0 ? book.get("vintage") : undefined;
  return typeof vintage === "string" || typeof vintage === "number" ? String(vintage) : undefined;
}
