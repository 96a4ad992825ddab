import { readFileSync, writeFileSync } from "node:fs";

/**
 * Writes a generated file, or with `--check` on the command line compares it and sets a failing exit code where the
 * committed one is stale. Formatting does not count for JSON.
 */
export function check(file: string, text: string): void {
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
    return;
  }
  const committed = readFileSync(file, "utf8");
  const same = file.endsWith(".json")
    ? JSON.stringify(JSON.parse(committed)) === JSON.stringify(JSON.parse(text))
    : committed === text;
  if (same) return;
  process.stderr.write(`${file} is stale: run npm run generate\n`);
  process.exitCode = 1;
}
