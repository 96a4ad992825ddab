/** A file to import. It may be read more than once, piece by piece, and is never held as a whole. */
export interface ImportInput {
  /** As the user named it, for messages and the names of new files. */
  readonly name: string;
  /** The bytes from the beginning, in pieces of any size. */
  open(): Iterable<Uint8Array>;
}

/** A file of the casebook that an import makes, in pieces. */
export interface ImportedFile {
  /** Relative to the casebook's folder. */
  readonly path: string;
  text(): Iterable<string>;
}

/** Returns a file's name without folders and ending, e.g. `map_tiers`. */
export function stemOf(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? name).replace(/\.[^.]+$/, "");
}

/** Returns a whole input as one text; for small files only. */
export function joinPieces(pieces: Iterable<string>): string {
  let text = "";
  for (const piece of pieces) text += piece;
  return text;
}
