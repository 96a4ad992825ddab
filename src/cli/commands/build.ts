import { sep } from "node:path";
import { Failure, type Folder } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import { auditCasebook } from "../../pipeline.ts";
import type { Artifact } from "../../publish/edition.ts";
import { prepareFigurePng } from "../../publish/png.ts";
import { prepareFigures } from "../../publish/site/figures.ts";
import { renderSite } from "../../publish/site/site.ts";
import { writeArtifacts } from "../../publish/write.ts";
import { openFolder, realPathOf } from "../../serve/disk-folder.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { createProgress, printError } from "../console.ts";
import { ensureDate } from "../ensure-date.ts";
import { summarize } from "../report-human.ts";
import { type Format, isBlocking, printDiagnostics } from "./check.ts";

/** Checks a casebook and publishes it as a website. Returns 1, and leaves the output folder as it was, on errors. */
export async function buildCommand(
  dir: string,
  options: { out?: string; format: Format; strict: boolean; asOf?: string },
): Promise<number> {
  const begun = performance.now();
  const out = options.out ?? defaultOutFolder(dir);
  const folder = openFolder(dir, out);
  ensureOutBeside(dir, out);
  const progress = createProgress();
  prepareFigurePng();
  progress.update("Reading…");
  const audit = await auditCasebook(folder, {
    onData: prepareFigures,
    ...(options.asOf === undefined ? {} : { asOf: ensureDate(options.asOf) }),
  });
  progress.clear();
  printDiagnostics(audit.diagnostics, audit, options.format);
  if (!audit.edition || isBlocking(audit.diagnostics, options.strict)) {
    printError(`${summarize(audit.diagnostics)}; nothing was published\n`);
    return 1;
  }
  const written = await writeArtifacts(
    out,
    siteAndAssets(renderSite(audit.edition), audit.edition.index.casebook.assets, folder),
    (files) => progress.update(`Publishing… ${formatCount(files, "file")}`),
  );
  progress.clear();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  printError(
    `${summarize(audit.diagnostics)}; ${formatCount(written.files, "file")} published in ${out} (${seconds} s)\n`,
  );
  return 0;
}

function* siteAndAssets(
  site: Iterable<Artifact>,
  assets: ReadonlySet<string>,
  folder: Folder,
): Generator<Artifact> {
  yield* site;
  for (const path of assets) {
    const body = folder.read(path);
    if (!body) throw new Failure(`${path} cannot be read.`, { hint: "Check the file's permissions." });
    yield { path, body };
  }
}

/** The output folder is replaced as a whole, so it must not hold the casebook. */
function ensureOutBeside(dir: string, out: string): void {
  const casebook = realPathOf(dir);
  const target = realPathOf(out);
  if (casebook === target || casebook.startsWith(target + sep)) {
    throw new Failure(`${out} holds the casebook itself.`, {
      hint: "Choose a folder inside or beside the casebook with --out.",
      exitCode: 2,
    });
  }
}
