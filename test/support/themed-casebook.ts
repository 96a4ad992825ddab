import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

/** Copies the example into a new temporary folder, puts a theme of `examples/themes/` and files over it, and returns the folder. */
export function createThemedCasebook(
  theme: "institute" | "signal" | undefined,
  files: Readonly<Record<string, string>> = {},
): string {
  const folder = join(mkdtempSync(join(tmpdir(), "demarche-theme-")), "casebook");
  cpSync(join(EXAMPLES, "tip-report"), folder, {
    recursive: true,
    filter: (path) => !path.startsWith(join(EXAMPLES, "tip-report", "out")),
  });
  if (theme) cpSync(join(EXAMPLES, "themes", theme), folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
