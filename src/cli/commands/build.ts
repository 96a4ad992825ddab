import { existsSync, statSync } from "node:fs";
import { sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Diagnostic, sortDiagnostics } from "../../base/diagnostic.ts";
import { Failure, type Folder } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import type { AskClaims } from "../../compute/ask-claims.ts";
import type { CasebookIndex } from "../../compute/casebook-index.ts";
import { needsSql } from "../../compute/named-claims.ts";
import { type Audit, beginAudit } from "../../pipeline.ts";
import type { Artifact, Edition, RecordEdition } from "../../publish/edition.ts";
import { prepareFigurePng } from "../../publish/png.ts";
import type { PrintStandard } from "../../publish/print/print-job.ts";
import { prepareFigures, prepareRecordFigures } from "../../publish/site/figures.ts";
import { renderRecordPages, renderSite } from "../../publish/site/site.ts";
import { type Written, writeArtifacts } from "../../publish/write.ts";
import { startClaimsThread } from "../../serve/claims-thread.ts";
import { openFolder, realPathOf } from "../../serve/disk-folder.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { createProgress, type Progress, printError } from "../console.ts";
import { ensureDate } from "../ensure-date.ts";
import type { Printer, Publication } from "../printer.ts";
import { summarize } from "../report-human.ts";
import { takeSome } from "../take-some.ts";
import { type Format, isBlocking, printDiagnostics } from "./check.ts";

/** Checks a casebook and publishes it as a website. Returns 1, and leaves the output folder as it was, on errors. */
export async function buildCommand(dir: string, options: BuildOptions): Promise<number> {
  const begun = performance.now();
  const out = options.out ?? defaultOutFolder(dir);
  const folder = openFolder(dir, out);
  ensureOutFits(dir, out);
  const progress = createProgress();
  prepareFigurePng();
  const printer = options.pdf && (await openPrinter(options.pdf));
  try {
    progress.update("Reading…");
    const { findings, written } = await publish(folder, out, { ...options, progress, printer });
    progress.clear();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    printError(
      written
        ? `${summarize(findings)}; ${formatCount(written.files, "file")} published in ${out} (${seconds} s)\n`
        : `${summarize(findings)}; nothing was published\n`,
    );
    return written ? 0 : 1;
  } finally {
    await printer?.close();
  }
}

/** Reads, prints what was found, and writes unless that blocks. */
async function publish(
  folder: Folder,
  out: string,
  options: BuildOptions & { readonly progress: Progress; readonly printer: Printer | undefined },
): Promise<{ findings: readonly Diagnostic[]; written?: Written }> {
  const { progress, printer, strict, asOf } = options;
  const { record, finished } = await beginAudit(folder, {
    ...askInThread(),
    ...(asOf === undefined ? {} : { asOf: ensureDate(asOf) }),
  });
  let findings: readonly Diagnostic[] = [];
  const conclude = (audit: Audit, found: readonly Diagnostic[] = []): Edition => {
    findings = sortDiagnostics([...audit.diagnostics, ...found]);
    progress.clear();
    printDiagnostics(findings, audit, options.format);
    if (!audit.edition || isBlocking(findings, strict)) throw new NotInOrder();
    return audit.edition;
  };
  const finish = async (): Promise<Edition> => conclude(await finished);
  const write: Publication["write"] = (files) =>
    writeArtifacts(out, files, (count) => progress.update(`Publishing… ${formatCount(count, "file")}`));
  try {
    if (printer) {
      const audit = await finished;
      if (audit.edition && !isBlocking(audit.diagnostics, strict)) {
        const written = await printer.publish({
          edition: audit.edition,
          readAsset: (path) => folder.read(path),
          render: (edition) => renderPublication(edition, folder),
          conclude: (found) => void conclude(audit, found),
          write,
        });
        return { findings, written };
      }
    }
    const isLarge = record !== undefined && record.index.casebook.entries.length >= MANY_ENTRIES;
    const files = isLarge
      ? renderWhileAsked(record, finished, finish, folder)
      : renderPublication(await finish(), folder);
    return { written: await write(files), findings };
  } catch (error) {
    if (!(error instanceof NotInOrder)) throw error;
    return { findings };
  }
}

interface BuildOptions {
  readonly out?: string;
  readonly format: Format;
  readonly strict: boolean;
  readonly asOf?: string;
  readonly pdf?: PrintStandard;
}

/** From so many entries on it is worth while to publish their pages before the claims are answered. */
const MANY_ENTRIES = 1000;

/** Ends the writing of a casebook in which errors were found; what was written is removed. */
class NotInOrder extends Error {}

/** A thread loads the database while the casebook is read, where it has queries to ask. */
function askInThread(): { ask: AskClaims; onData: (index: CasebookIndex) => void } {
  let thread: AskClaims | undefined;
  return {
    ask: (tables, claims) => (thread ?? startClaimsThread())(tables, claims),
    onData: (index) => {
      if (needsSql(index.casebook)) thread = startClaimsThread();
      prepareFigures(index);
    },
  };
}

/** Yields pages of the record, some at a time, until the claims are answered; then all the others. */
async function* renderWhileAsked(
  record: RecordEdition,
  finished: Promise<Audit>,
  finish: () => Promise<Edition>,
  folder: Folder,
): AsyncGenerator<Iterable<Artifact>> {
  let isFinished = false;
  const stop = (): void => {
    isFinished = true;
  };
  finished.then(stop, stop);
  const pages = renderRecordPages(record);
  while (!isFinished) {
    const some = takeSome(pages);
    if (some.length === 0) break;
    yield some;
    // The thread's answer comes in a turn of the event loop, which writing alone does not give.
    await setImmediate();
  }
  const figures = prepareRecordFigures(record.index);
  while (!isFinished && !figures.next().done) await setImmediate();
  yield renderPublication(await finish(), folder, pages);
}

function* renderPublication(
  edition: Edition,
  folder: Folder,
  recordPages?: Iterator<Artifact>,
): Generator<Artifact> {
  yield* renderSite(edition, recordPages);
  for (const path of edition.index.casebook.assets) {
    const body = folder.read(path);
    if (!body) throw new Failure(`${path} cannot be read.`, { hint: "Check the file's permissions." });
    yield { path, body };
  }
}

/** The typesetter is loaded only where it is asked for; its threads read typefaces while the casebook is read. */
async function openPrinter(standard: PrintStandard): Promise<Printer> {
  return (await import("../printer.ts")).createPrinter(standard);
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
