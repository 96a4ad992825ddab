import { join } from "node:path";

/** Returns the folder into which a casebook is published unless `--out` names another: `out` in the casebook's folder. */
export function defaultOutFolder(dir: string): string {
  return join(dir, "out");
}
