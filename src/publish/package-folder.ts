import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Demarche's own folder, where its `package.json` stands. The same code runs from `src/`, from `dist/` and bundled in
 * `dist/cli/`, so whatever is read or started beside it is found from here.
 */
export const PACKAGE_FOLDER: string = findPackage(dirname(fileURLToPath(import.meta.url)));

function findPackage(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("Demarche's own folder has no package.json");
  return findPackage(above);
}
