import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Failure } from "../base/effects.ts";

/** Where the checksums of imported files stand, in the form that `sha256sum -c` reads. */
export const CHECKSUMS = "imports/checksums.txt";

/** A file to be written into a casebook. */
export interface FileToWrite {
  readonly path: string;
  /** `replace`: only where the file is not there, or is as an import left it. `keep`: the new text holds all of the old. */
  readonly mode: "replace" | "keep";
  text(): Iterable<string>;
}

/** What happened, or would happen, to a file. */
export interface FileOutcome {
  readonly path: string;
  readonly outcome: "new" | "changed" | "same" | "edited";
  readonly bytes: number;
}

/**
 * Writes files into a casebook's folder, all or none: everything is staged beside first and renamed after, and what was
 * renamed is taken back where one fails. A file that somebody edited since an import wrote it, or that no import wrote,
 * is left alone and nothing is written, unless forced. With `isDryRun` nothing is changed.
 * Throws a {@link Failure} where the folder cannot be written.
 */
export function writeImported(
  dir: string,
  files: readonly FileToWrite[],
  { isForced = false, isDryRun = false }: { isForced?: boolean; isDryRun?: boolean },
): FileOutcome[] {
  const root = resolve(dir);
  const checksums = readChecksums(root);
  let staging: string;
  try {
    mkdirSync(root, { recursive: true });
    staging = mkdtempSync(join(root, ".import-"));
  } catch (cause) {
    throw new Failure(`${dir} cannot be written.`, { hint: "Name a folder in which you may write.", cause });
  }
  try {
    const staged = files.map((file) => stage(root, staging, file, checksums));
    const isRefused = !isForced && staged.some(({ outcome }) => outcome === "edited");
    if (!isDryRun && !isRefused) {
      for (const { path, checksum } of staged) checksums.set(path, checksum);
      const list = stageText(staging, CHECKSUMS, [formatChecksums(checksums)]);
      const changed = staged.filter(({ outcome }) => outcome !== "same").map(({ path }) => path);
      const isListed = checksumOf(join(root, CHECKSUMS)) === list.checksum;
      moveAll(root, staging, isListed ? changed : [...changed, CHECKSUMS]);
    }
    return staged.map(({ path, outcome, bytes }) => ({ path, outcome, bytes }));
  } catch (cause) {
    if (cause instanceof Failure || (cause as { code?: string }).code === undefined) throw cause;
    throw new Failure(`${dir} cannot be written; nothing was changed.`, {
      hint: "Check its permissions and the disk.",
      cause,
    });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function stage(root: string, staging: string, file: FileToWrite, checksums: ReadonlyMap<string, string>) {
  const { checksum, bytes } = stageText(staging, file.path, file.text());
  const present = checksumOf(join(root, file.path));
  const isOurs = file.mode === "keep" || present === checksums.get(file.path);
  const outcome: FileOutcome["outcome"] =
    present === undefined ? "new" : present === checksum ? "same" : isOurs ? "changed" : "edited";
  return { path: file.path, checksum, bytes, outcome };
}

function stageText(
  staging: string,
  path: string,
  pieces: Iterable<string>,
): { checksum: string; bytes: number } {
  const full = join(staging, path);
  mkdirSync(dirname(full), { recursive: true });
  const hash = createHash("sha256");
  const file = openSync(full, "wx");
  let bytes = 0;
  try {
    for (const piece of pieces) {
      const body = Buffer.from(piece, "utf8");
      hash.update(body);
      let offset = 0;
      while (offset < body.length) offset += writeSync(file, body, offset);
      bytes += body.length;
    }
  } finally {
    closeSync(file);
  }
  return { checksum: hash.digest("hex"), bytes };
}

/** Moves staged files to their places; where one cannot be moved, those before it are taken back. */
function moveAll(root: string, staging: string, paths: readonly string[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const path of paths) {
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      if (lstatSync(target, { throwIfNoEntry: false })) {
        const old = join(staging, `${path}.old`);
        renameSync(target, old);
        undo.push(() => renameSync(old, target));
      } else undo.push(() => rmSync(target, { force: true }));
      renameSync(join(staging, path), target);
    }
  } catch (cause) {
    for (const step of undo.reverse()) step();
    throw cause;
  }
}

function checksumOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function readChecksums(root: string): Map<string, string> {
  const path = join(root, CHECKSUMS);
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, "utf8").matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm);
  return new Map(Array.from(lines, ([, checksum = "", file = ""]) => [file, checksum]));
}

function formatChecksums(checksums: ReadonlyMap<string, string>): string {
  return [...checksums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, checksum]) => `${checksum}  ${path}\n`)
    .join("");
}
