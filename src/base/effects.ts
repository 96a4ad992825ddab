/** What a path names. `outside` is a link that leads out of the folder. */
export type EntryKind = "file" | "folder" | "outside" | "other";

export interface FolderEntry {
  /** Relative to the folder's root, forward slashes. */
  readonly path: string;
  readonly kind: EntryKind;
  /** In bytes; 0 for what is not a file. */
  readonly size: number;
}

/** Read access to one folder. Paths are relative to it, with forward slashes; nothing outside it can be read. */
export interface Folder {
  /** The folder as the user knows it, for messages. */
  readonly name: string;
  /** All entries below the folder in path order; hidden names, `node_modules` and the output folder are left out. */
  list(): readonly FolderEntry[];
  /** A file's bytes, or undefined where it cannot be read. */
  read(path: string): Uint8Array | undefined;
}

/** Expected trouble outside the casebook: a port taken, a disk full, a folder that is not there. Shown without a stack. */
export class Failure extends Error {
  readonly hint: string | undefined;
  /** 2 for a wrong call, 3 for trouble in the environment. */
  readonly exitCode: 2 | 3;

  constructor(message: string, options: { hint?: string; exitCode?: 2 | 3; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "Failure";
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? 3;
  }
}
