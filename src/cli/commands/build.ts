import { existsSync, statSync } from "node:fs";
import { sep } from "node:path";
import { type Diagnostic, sortDiagnostics } from "../../base/diagnostic.ts";
import { Failure, type Folder } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import { auditCasebook } from "../../pipeline.ts";
import type { Artifact, Edition } from "../../publish/edition.ts";
import { prepareFigurePng } from "../../publish/png.ts";
import type { PrintStandard } from "../../publish/print/print-job.ts";
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
  options: { out?: string; format: Format; strict: boolean; asOf?: string; pdf?: PrintStandard },
): Promise<number> {
  const begun = performance.now();
  const out = options.out ?? defaultOutFolder(dir);
  const folder = openFolder(dir, out);
  ensureOutFits(dir, out);
  const progress = createProgress();
  prepareFigurePng();
  progress.update("Reading…");
  const audit = await auditCasebook(folder, {
    onData: prepareFigures,
    ...(options.asOf === undefined ? {} : { asOf: ensureDate(options.asOf) }),
  });
  const isInOrder = !isBlocking(audit.diagnostics, options.strict);
  if (isInOrder && options.pdf) progress.update("Printing…");
  const printed =
    isInOrder && audit.edition && options.pdf ? await print(audit.edition, folder, options.pdf) : undefined;
  const diagnostics = sortDiagnostics([...audit.diagnostics, ...(printed?.diagnostics ?? [])]);
  progress.clear();
  printDiagnostics(diagnostics, audit, options.format);
  if (!audit.edition || isBlocking(diagnostics, options.strict)) {
    printError(`${summarize(diagnostics)}; nothing was published\n`);
    return 1;
  }
  const edition = printed ? { ...audit.edition, prints: new Set(printed.pdfs.keys()) } : audit.edition;
  const written = await writeArtifacts(
    out,
    siteAndAssets([renderSite(edition), artifactsOf(printed)], edition.index.casebook.assets, folder),
    (files) => progress.update(`Publishing… ${formatCount(files, "file")}`),
  );
  progress.clear();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  printError(
    `${summarize(diagnostics)}; ${formatCount(written.files, "file")} published in ${out} (${seconds} s)\n`,
  );
  return 0;
}

/** PDFs by path, and what could not be set. */
interface Printed {
  readonly pdfs: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The typesetter is loaded only where it is asked for. */
async function print(edition: Edition, folder: Folder, standard: PrintStandard): Promise<Printed> {
  const { diagnosticsOf, printCasebook } = await import("../../publish/print/casebook-print.ts");
  const printed = await printCasebook(edition, (path) => folder.read(path), standard);
  return { pdfs: printed.pdfs, diagnostics: diagnosticsOf(printed) };
}

function* artifactsOf(printed: Printed | undefined): Generator<Artifact> {
  for (const [path, body] of printed?.pdfs ?? []) yield { path, body };
}

function* siteAndAssets(
  parts: readonly Iterable<Artifact>[],
  assets: ReadonlySet<string>,
  folder: Folder,
): Generator<Artifact> {
  for (const part of parts) yield* part;
  for (const path of assets) {
    const body = folder.read(path);
    if (!body) throw new Failure(`${path} cannot be read.`, { hint: "Check the file's permissions." });
    yield { path, body };
  }
}

/** The output folder is replaced as a whole, so it must not hold the casebook, nor be a file of it. */
function ensureOutFits(dir: string, out: string): void {
  if (existsSync(out) && !statSync(out).isDirectory()) {
    throw new Failure(`${out} is not a folder.`, { hint: "Choose another --out.", exitCode: 2 });
  }
  const casebook = realPathOf(dir);
  const target = realPathOf(out);
  if (casebook === target || casebook.startsWith(target + sep)) {
    throw new Failure(`${out} holds the casebook itself.`, {
      hint: "Choose a folder inside or beside the casebook with --out.",
      exitCode: 2,
    });
  }
}
