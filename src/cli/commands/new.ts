import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Failure } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import { print } from "../console.ts";
import { starterFiles } from "../starter.ts";

/** Writes a small casebook to begin with into a new or empty folder. */
export async function newCommand(dir: string): Promise<number> {
  ensureEmpty(dir);
  const files = starterFiles(titleFrom(basename(resolve(dir))));
  try {
    for (const [path, text] of Object.entries(files)) {
      const full = join(dir, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text, { flag: "wx" });
    }
  } catch (cause) {
    throw new Failure(`${dir} cannot be written.`, {
      hint: "Name a folder in which you may write.",
      cause,
    });
  }
  const next = ["check", "build", "serve"]
    .map((command) => `  demarche ${command} ${forShell(dir)}\n`)
    .join("");
  print(`${formatCount(Object.keys(files).length, "file")} in ${dir}\n\nNext:\n${next}`);
  return 0;
}

/** Returns a name as a shell takes it: in quotation marks where it holds a blank or the like. */
function forShell(name: string): string {
  return /^[\p{L}\p{N}_./~:\\@-]+$/u.test(name) ? name : `"${name.replace(/["$`\\]/g, "\\$&")}"`;
}

function ensureEmpty(dir: string): void {
  const stat = existsSync(dir) ? statSync(dir) : undefined;
  const hint = "Name a new folder; nothing is overwritten.";
  if (stat && !stat.isDirectory()) throw new Failure(`${dir} is a file.`, { hint, exitCode: 2 });
  if (stat && readdirSync(dir).length > 0) throw new Failure(`${dir} is not empty.`, { hint, exitCode: 2 });
}

function titleFrom(name: string): string {
  const words = name
    .replace(/[-_]+/g, " ")
    .replace(/["\\\p{Cc}]/gu, "")
    .trim();
  return words === "" ? "A casebook" : words.charAt(0).toUpperCase() + words.slice(1);
}
