import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Writes a generated file where it is stale, JSON in the repository's format, or with `--check` on the command line compares it and sets a failing exit code where the
 * committed one is stale. Formatting does not count for JSON.
 */
export function check(file: string, text: string): void {
  const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
  const isSame =
    committed !== "" && file.endsWith(".json")
      ? JSON.stringify(JSON.parse(committed)) === JSON.stringify(JSON.parse(text))
      : committed === text;
  if (isSame) return;
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
    if (file.endsWith(".json")) execFileSync("npx", ["biome", "format", "--write", file]);
    return;
  }
  process.stderr.write(`${file} is stale: run npm run generate\n`);
  process.exitCode = 1;
}
