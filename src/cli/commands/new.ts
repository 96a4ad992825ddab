import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Failure } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import { print } from "../console.ts";
import { starterFiles } from "../starter.ts";

/** Writes a small casebook to begin with into a new or empty folder. */
export async function newCommand(dir: string): Promise<number> {
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new Failure(`${dir} is not empty.`, {
      hint: "Name a new folder; nothing is overwritten.",
      exitCode: 2,
    });
  }
  const files = starterFiles(titleFrom(basename(resolve(dir))));
  for (const [path, text] of Object.entries(files)) {
    const full = join(dir, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text, { flag: "wx" });
  }
  print(
    `${formatCount(Object.keys(files).length, "file")} in ${dir}\n\nNext:\n  demarche check ${dir}\n  demarche build ${dir}\n  demarche serve ${dir}\n`,
  );
  return 0;
}

function titleFrom(name: string): string {
  const words = name.replace(/[-_]+/g, " ").replace(/["\\]/g, "").trim();
  return words === "" ? "A casebook" : words.charAt(0).toUpperCase() + words.slice(1);
}
