import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Failure } from "../base/effects.ts";
import type { Artifact } from "./edition.ts";
import { createFileSink, type FileSink } from "./file-sink.ts";

/** Marks a folder as one that Demarche made and may replace. */
export const MARKER = ".demarche";

/** How many bodies may be in the making at a time. */
const CONCURRENCY = 64;

/** What was written. */
export interface Written {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes artifacts as the whole content of a folder. The only place of Demarche that publishes files.
 *
 * Everything goes into a new folder beside it first, which takes the old one's place when all succeeded; otherwise the
 * old one stays as it was. Artifacts may come in parts that are waited for. Throws a {@link Failure} where the folder holds
 * anything that Demarche did not make, or cannot be written; an error where two artifacts claim one path or a path leads out
 * of the folder.
 */
export async function writeArtifacts(
  outFolder: string,
  artifacts: Iterable<Artifact> | AsyncIterable<Iterable<Artifact>>,
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

/** Writes one file that a command was told to make, whole or not at all. Throws a {@link Failure} where it cannot. */
export function writeOneFile(path: string, body: string | Uint8Array): void {
  const folder = dirname(resolve(path));
  try {
    mkdirSync(folder, { recursive: true });
    const staging = mkdtempSync(join(folder, `.${basename(path)}-`));
    try {
      writeFileSync(join(staging, "file"), body);
      renameSync(join(staging, "file"), path);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  } catch (cause) {
    throw new Failure(`${path} cannot be written.`, { hint: "Choose another file with --out.", cause });
  }
}

/** Throws a {@link Failure} where a folder must not be replaced by a build. */
export function ensureReplaceable(folder: string, name: string): void {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    throw new Failure(`${name} is not a folder.`, { hint: "Choose another --out.", exitCode: 2 });
  }
  if (existsSync(join(folder, ".git"))) {
    throw new Failure(`${name} is a git repository.`, {
      hint: "A build replaces the whole folder. Publish into another one with --out, and copy the site from there.",
      exitCode: 2,
    });
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
  artifacts: Iterable<Artifact> | AsyncIterable<Iterable<Artifact>>,
  onProgress: (files: number) => void,
): Promise<{ files: number; bytes: number }> {
  const sink = createFileSink();
  const claimed = new Set<string>();
  const pending = new Set<Promise<void>>();
  const made = new Map<Artifact["body"], Promise<Made>>();
  const failures: unknown[] = [];
  let files = 0;
  let bytes = 0;
  const writePart = async (part: Iterable<Artifact>): Promise<void> => {
    for (const { path, body } of part) {
      claim(path, claimed);
      const full = join(staging, path);
      // No page has a twin, and to look for one by its text takes as long as to make it bytes.
      const isPage = path.endsWith(".html");
      const twin = isPage ? undefined : made.get(body);
      const file = twin ? linkTo(sink, twin, full) : writeBody(sink, full, body);
      if (!twin && !isPage) made.set(body, file);
      files++;
      if (typeof body === "function") {
        const job: Promise<void> = file
          .then(({ size }) => {
            bytes += size;
          })
          .catch((cause) => failures.push(cause))
          .then(() => void pending.delete(job));
        pending.add(job);
      } else {
        const { size } = await file;
        bytes += size;
      }
      while (pending.size >= CONCURRENCY) await Promise.race(pending);
      if (failures.length > 0) throw failures[0];
      if (files % 200 === 0) onProgress(files);
    }
  };
  try {
    if (Symbol.iterator in artifacts) await writePart(artifacts);
    else for await (const part of artifacts) await writePart(part);
    await Promise.all(pending);
    if (failures.length > 0) throw failures[0];
    await sink.finish();
  } finally {
    await Promise.all(pending);
    await sink.close();
  }
  return { files, bytes };
}

/** A file that the sink has. */
interface Made {
  readonly path: string;
  readonly size: number;
}

async function writeBody(sink: FileSink, path: string, body: Artifact["body"]): Promise<Made> {
  const made = typeof body === "function" ? await body() : body;
  const size = await sink.add(path, made);
  return { path, size };
}

async function linkTo(sink: FileSink, twin: Promise<Made>, path: string): Promise<Made> {
  const { path: from, size } = await twin;
  await sink.link(from, path);
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
