import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Returns all that lies below a folder, hidden names included: paths with the files' hashes, in path order. */
export function hashTree(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const full = join(folder, path);
    const stat = lstatSync(full);
    if (stat.isSymbolicLink()) found[path] = `-> ${readlinkSync(full)}`;
    else if (stat.isFile()) found[path] = createHash("sha256").update(readFileSync(full)).digest("hex");
    else if (!stat.isDirectory()) found[path] = "special";
  }
  return found;
}
