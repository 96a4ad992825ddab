import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFile,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Failure } from "../base/effects.ts";
import type { Artifact } from "./edition.ts";

/** Marks a folder as one that Demarche made and may replace. */
export const MARKER = ".demarche";

/** How many files may be in the making at a time. */
const CONCURRENCY = 64;

/** What was written. */
export interface Written {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes artifacts as the whole content of a folder. The only place of Demarche that writes files.
 *
 * Everything goes into a new folder beside it first, which takes the old one's place when all succeeded; otherwise the
 * old one stays as it was. Throws a {@link Failure} where the folder holds anything that Demarche did not make, or
 * cannot be written; an error where two artifacts claim one path or a path leads out of the folder.
 */
export async function writeArtifacts(
  outFolder: string,
  artifacts: Iterable<Artifact>,
  onProgress: (files: number) => void = () => {},
): Promise<Written> {
  const folder = resolve(outFolder);
  const staging = createStaging(folder, outFolder);
  try {
    const written = await writeAll(staging, artifacts, onProgress);
    writeFileSync(
      join(staging, MARKER),
      "This folder was made by Demarche and is replaced at every build.\n",
    );
    replace(folder, staging);
    return { folder, ...written };
  } catch (cause) {
    rmSync(staging, { recursive: true, force: true });
    throw asFailure(cause, folder);
  }
}

/** Throws a {@link Failure} where a folder must not be replaced by a build. */
export function ensureReplaceable(folder: string, name: string): void {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    throw new Failure(`${name} is not a folder.`, { hint: "Choose another --out.", exitCode: 2 });
  }
  if (existsSync(join(folder, MARKER)) || readdirSync(folder).length === 0) return;
  throw new Failure(`${name} holds files that Demarche did not make.`, {
    hint: "A build replaces the whole folder. Choose an empty or new folder with --out.",
    exitCode: 2,
  });
}

function createStaging(folder: string, name: string): string {
  try {
    ensureReplaceable(folder, name);
    mkdirSync(dirname(folder), { recursive: true });
    return mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  } catch (cause) {
    throw asFailure(cause, folder);
  }
}

async function writeAll(
  staging: string,
  artifacts: Iterable<Artifact>,
  onProgress: (files: number) => void,
): Promise<{ files: number; bytes: number }> {
  const claimed = new Set<string>();
  const folders = new Set<string>();
  const pending = new Set<Promise<void>>();
  const made = new Map<Artifact["body"], Promise<Made>>();
  const failures: unknown[] = [];
  let files = 0;
  let bytes = 0;
  for (const { path, body } of artifacts) {
    claim(path, claimed);
    const full = join(staging, path);
    if (!folders.has(dirname(full))) {
      mkdirSync(dirname(full), { recursive: true });
      folders.add(dirname(full));
    }
    const twin = made.get(body);
    const file = twin ? linkTo(twin, full) : writeBody(full, body);
    if (!twin && !path.endsWith(".html")) made.set(body, file);
    const job: Promise<void> = file
      .then(({ size }) => {
        bytes += size;
      })
      .catch((cause) => failures.push(cause))
      .then(() => void pending.delete(job));
    pending.add(job);
    files++;
    while (pending.size >= CONCURRENCY) await Promise.race(pending);
    if (failures.length > 0) break;
    if (files % 200 === 0) onProgress(files);
  }
  await Promise.all(pending);
  if (failures.length > 0) throw failures[0];
  return { files, bytes };
}

/** A file that was written. */
interface Made {
  readonly path: string;
  readonly size: number;
}

async function writeBody(path: string, body: Artifact["body"]): Promise<Made> {
  const made = typeof body === "function" ? await body() : body;
  const bytes = typeof made === "string" ? Buffer.from(made) : made;
  await new Promise<void>((resolve, reject) => {
    writeFile(path, bytes, (error) => (error ? reject(error) : resolve()));
  });
  return { path, size: bytes.length };
}

/** Gives a file another name, which costs a hundredth of writing it again; where the disk has no links, it is copied. */
async function linkTo(twin: Promise<Made>, path: string): Promise<Made> {
  const { path: from, size } = await twin;
  try {
    linkSync(from, path);
  } catch {
    copyFileSync(from, path);
  }
  return { path, size };
}

function claim(path: string, claimed: Set<string>): void {
  const parts = path.split("/");
  const isSafe = parts.every((part) => part !== "" && part !== "." && part !== ".." && !/[\\\0:]/.test(part));
  if (!isSafe || path === MARKER)
    throw new Error(`an artifact may not be written to ${JSON.stringify(path)}`);
  const key = path.normalize("NFC").toLowerCase();
  if (claimed.has(key)) throw new Error(`two artifacts claim the path ${path}`);
  claimed.add(key);
}

function replace(folder: string, staging: string): void {
  if (!existsSync(folder)) {
    renameSync(staging, folder);
    return;
  }
  const old = `${staging}-old`;
  renameSync(folder, old);
  try {
    renameSync(staging, folder);
  } catch (cause) {
    renameSync(old, folder);
    throw cause;
  }
  rmSync(old, { recursive: true, force: true });
}

function asFailure(cause: unknown, folder: string): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const reasons: Record<string, string> = {
    ENOSPC: "the disk is full",
    EACCES: "permission is denied",
    EPERM: "permission is denied",
    EROFS: "the disk is read-only",
    ENOTDIR: "a part of its path is a file",
    EDQUOT: "the quota is used up",
    ENAMETOOLONG: "a name is too long for the disk",
  };
  const reason = reasons[code];
  if (reason === undefined) return cause;
  return new Failure(`${folder.split(sep).join("/")} cannot be written: ${reason}.`, {
    hint: "Choose another folder with --out.",
    cause,
  });
}
