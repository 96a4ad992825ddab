import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { auditCasebook } from "../../src/pipeline.ts";
import type { Artifact, Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { writeArtifacts } from "../../src/publish/write.ts";
import { openFolder } from "../../src/serve/disk-folder.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/tip-report", import.meta.url));

/** The casebook of one case in English, Japanese, French and Arabic. */
export const TRANSLATIONS = fileURLToPath(new URL("../casebooks/ok-translations/casebook", import.meta.url));

/** Returns a folder's casebook as an edition; the example by default. */
export async function readExample(casebook = EXAMPLE): Promise<Edition> {
  const { edition, diagnostics } = await auditCasebook(openFolder(casebook, join(casebook, "out")));
  if (!edition) throw new Error(`The casebook cannot be read: ${JSON.stringify(diagnostics)}`);
  return edition;
}

/** Publishes a casebook, the example by default, into a new temporary folder and returns the folder. */
export async function publishExample(casebook = EXAMPLE): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "demarche-site-")), "out");
  const edition = await readExample(casebook);
  await writeArtifacts(folder, withAssets(edition, casebook));
  return folder;
}

function* withAssets(edition: Edition, casebook: string): Generator<Artifact> {
  yield* renderSite(edition);
  for (const path of edition.index.casebook.assets) yield { path, body: readFileSync(join(casebook, path)) };
}
