import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Folder } from "../../src/base/effects.ts";
import { findCheck } from "../../src/check/all-checks.ts";
import { BASE_FILES } from "../../src/check/define-check.ts";
import { formatForPeople } from "../../src/cli/report-human.ts";
import { formatAsJson, formatForGithub } from "../../src/cli/report-machine.ts";
import { type Audit, auditCasebook } from "../../src/pipeline.ts";
import { createMemoryFolder, type FileContent } from "./memory-folder.ts";

export type Files = Readonly<Record<string, FileContent>>;

/** The example casebook. */
export const EXAMPLE: string = fileURLToPath(new URL("../../examples/tip-report/", import.meta.url));

/** Returns the bytes of a casebook's files on disk, by path; its published site is left out. */
export function readFiles(root: string): Record<string, Uint8Array> {
  const found: Record<string, Uint8Array> = {};
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    if (path.split("/")[0] === "out" || !statSync(join(root, path)).isFile()) continue;
    found[path] = new Uint8Array(readFileSync(join(root, path)));
  }
  return found;
}

/** Audits files beside the smallest casebook.yaml, and holds what is found against {@link expectSound}. */
export async function auditFiles(files: Files): Promise<Audit> {
  const all = { ...BASE_FILES, ...files };
  return auditSoundly(createMemoryFolder(all));
}

/** Audits a folder, and requires of every finding a known code and a place in a file that is there. */
export async function auditSoundly(folder: Folder): Promise<Audit> {
  const audit = await auditCasebook(folder);
  expectSound(audit, folder);
  return audit;
}

function expectSound({ diagnostics, files }: Audit, folder: Folder): void {
  const paths = new Set(folder.list().map((entry) => entry.path));
  for (const { code, severity, message, hint, place, related } of diagnostics) {
    expect(findCheck(code)?.severity).toBe(severity);
    expect(message).not.toMatch(/\p{Cc}|undefined|\[object|NaN/u);
    expect(message.length).toBeLessThan(700);
    expect(hint ?? "").not.toMatch(/\p{Cc}/u);
    for (const one of [place, ...(related ?? []).map((each) => each.place)]) {
      if (!one) continue;
      if (!paths.has(one.file)) expect.fail(`${code} names ${one.file}, which is not there`);
      const source = files.get(one.file);
      const lines = source?.lineStarts.length ?? 1;
      expect(one.line).toBeGreaterThanOrEqual(1);
      expect(one.endLine).toBeLessThanOrEqual(lines);
      if (one.line === one.endLine) expect(one.column).toBeLessThanOrEqual(one.endColumn);
      else expect(one.line).toBeLessThan(one.endLine);
      const width = (line: number) => {
        const start = source?.lineStarts[line - 1] ?? 0;
        const end = source?.lineStarts[line] ?? source?.text.length ?? 0;
        return end - start + 1;
      };
      expect(one.column).toBeGreaterThanOrEqual(1);
      expect(one.column).toBeLessThanOrEqual(width(one.line));
      expect(one.endColumn).toBeLessThanOrEqual(width(one.endLine));
    }
  }
  expect(formatForPeople(diagnostics, files, false).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  expect(() => JSON.parse(formatAsJson(diagnostics))).not.toThrow();
  expect(formatForGithub(diagnostics).split("\n").length - 1).toBe(diagnostics.length);
}
