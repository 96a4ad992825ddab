import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { compareText } from "../base/diagnostic.ts";
import { Failure, type Folder, type FolderEntry } from "../base/effects.ts";
import { MARKER } from "../publish/write.ts";

/** Most entries that a casebook's folder may have; more means that the wrong folder was named. */
const MAX_ENTRIES = 200_000;

/**
 * Returns read access to a folder on disk. Links that lead out of it are listed as such and never followed; linked
 * folders are not entered. `except` is the output folder, which is not part of a casebook; nor is another folder into
 * which a casebook was published.
 * Throws a {@link Failure} where there is no such folder.
 */
export function openFolder(path: string, except?: string): Folder {
  const root = rootOf(path);
  const excluded = except === undefined ? undefined : realPathOf(except);
  let entries: readonly FolderEntry[] | undefined;
  return {
    name: path,
    list: () => {
      entries ??= listFolder(root, excluded).sort((a, b) => compareText(a.path, b.path));
      return entries;
    },
    read: (file) => {
      try {
        const full = realpathSync(join(root, file));
        return isWithin(root, full) ? readFileSync(full) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** Returns a path without links in it; its last part need not exist. */
export function realPathOf(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    return dirname(full) === full ? full : join(realPathOf(dirname(full)), basename(full));
  }
}

function rootOf(path: string): string {
  try {
    const root = realpathSync(path);
    if (path !== "" && statSync(root).isDirectory()) return root;
  } catch (cause) {
    throw new Failure(`There is no folder ${path}.`, {
      hint: "Name a casebook's folder, or begin one with `demarche new DIR`.",
      exitCode: 2,
      cause,
    });
  }
  throw new Failure(`${path === "" ? "The empty name" : path} is not a folder.`, {
    hint: "Name the folder that holds casebook.yaml.",
    exitCode: 2,
  });
}

function listFolder(root: string, excluded: string | undefined): FolderEntry[] {
  const entries: FolderEntry[] = [];
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const name of namesIn(folder)) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const full = join(folder, name);
      if (full === excluded) continue;
      const entry = entryAt(root, full);
      if (entry.kind === "folder") {
        if (existsSync(join(full, MARKER))) continue;
        pending.push(full);
      }
      entries.push(entry);
      if (entries.length > MAX_ENTRIES) {
        throw new Failure(`${root} holds more than ${MAX_ENTRIES} files.`, {
          hint: "Name the folder that holds casebook.yaml.",
          exitCode: 2,
        });
      }
    }
  }
  return entries;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function entryAt(root: string, full: string): FolderEntry {
  const path = relative(root, full).split(sep).join("/");
  try {
    const link = lstatSync(full);
    if (link.isSymbolicLink()) {
      const target = realpathSync(full);
      if (!isWithin(root, target)) return { path, kind: "outside", size: 0 };
      const stat = statSync(target);
      return { path, kind: stat.isFile() ? "file" : "other", size: stat.size };
    }
    const kind = link.isFile() ? "file" : link.isDirectory() ? "folder" : "other";
    return { path, kind, size: link.size };
  } catch {
    return { path, kind: "other", size: 0 };
  }
}

function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
