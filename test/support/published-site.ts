import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { auditCasebook } from "../../src/pipeline.ts";
import type { Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { writeArtifacts } from "../../src/publish/write.ts";
import { openFolder } from "../../src/serve/disk-folder.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/tip-report", import.meta.url));

/** Returns the example casebook as an edition. */
export async function readExample(): Promise<Edition> {
  const { edition, diagnostics } = await auditCasebook(openFolder(EXAMPLE, join(EXAMPLE, "out")));
  if (!edition) throw new Error(`The example cannot be read: ${JSON.stringify(diagnostics)}`);
  return edition;
}

/** Publishes the example casebook into a new temporary folder and returns the folder. */
export async function publishExample(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "demarche-site-")), "out");
  await writeArtifacts(folder, renderSite(await readExample()));
  return folder;
}
