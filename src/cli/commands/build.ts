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
import { prepareFigures } from "../../publish/site/figures.ts";
import { renderRecordPages, renderSite } from "../../publish/site/site.ts";
import { writeArtifacts } from "../../publish/write.ts";
import { startClaimsThread } from "../../serve/claims-thread.ts";
import { openFolder, realPathOf } from "../../serve/disk-folder.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { createProgress, type Progress, printError } from "../console.ts";
import { ensureDate } from "../ensure-date.ts";
import { summarize } from "../report-human.ts";
import { type Format, isBlocking, printDiagnostics } from "./check.ts";

/** Checks a casebook and publishes it as a website. Returns 1, and leaves the output folder as it was, on errors. */
export async function buildCommand(dir: string, options: BuildOptions): Promise<number> {
  const begun = performance.now();
  const out = options.out ?? defaultOutFolder(dir);
  const folder = openFolder(dir, out);
  ensureOutFits(dir, out);
  const progress = createProgress();
  prepareFigurePng();
  progress.update("Reading…");
  const { record, finished } = await beginAudit(folder, {
    ...askInThread(),
    ...(options.asOf === undefined ? {} : { asOf: ensureDate(options.asOf) }),
  });
  let findings: readonly Diagnostic[] = [];
  const finish = async (): Promise<Publication> => {
    const { diagnostics, publication } = await judge(await finished, folder, options, progress);
    findings = diagnostics;
    if (!publication) throw new NotInOrder();
    return publication;
  };
  try {
    const isLarge = record !== undefined && record.index.casebook.entries.length >= MANY_ENTRIES;
    const files = isLarge
      ? renderWhileAsked(record, finished, finish, folder)
      : renderPublication(await finish(), folder);
    const written = await writeArtifacts(out, files, (count) =>
      progress.update(`Publishing… ${formatCount(count, "file")}`),
    );
    progress.clear();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    printError(
      `${summarize(findings)}; ${formatCount(written.files, "file")} published in ${out} (${seconds} s)\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof NotInOrder)) throw error;
    printError(`${summarize(findings)}; nothing was published\n`);
    return 1;
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

/** Pages that are made before it is looked whether the claims are answered. */
const PAGES_A_TURN = 16;

/** Ends the writing of a casebook in which errors were found; what was written is removed. */
class NotInOrder extends Error {}

/** A checked casebook and its prints. */
interface Publication {
  readonly edition: Edition;
  readonly printed: Printed | undefined;
}

/** Prints what was found; there is nothing to publish where it blocks. */
async function judge(
  audit: Audit,
  folder: Folder,
  options: BuildOptions,
  progress: Progress,
): Promise<{ diagnostics: readonly Diagnostic[]; publication?: Publication }> {
  const isInOrder = !isBlocking(audit.diagnostics, options.strict);
  if (isInOrder && options.pdf) progress.update("Printing…");
  const printed =
    isInOrder && audit.edition && options.pdf ? await print(audit.edition, folder, options.pdf) : undefined;
  const diagnostics = sortDiagnostics([...audit.diagnostics, ...(printed?.diagnostics ?? [])]);
  progress.clear();
  printDiagnostics(diagnostics, audit, options.format);
  if (!audit.edition || isBlocking(diagnostics, options.strict)) return { diagnostics };
  const edition = printed ? { ...audit.edition, prints: new Set(printed.pdfs.keys()) } : audit.edition;
  return { diagnostics, publication: { edition, printed } };
}

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
  finish: () => Promise<Publication>,
  folder: Folder,
): AsyncGenerator<Iterable<Artifact>> {
  let isFinished = false;
  const stop = (): void => {
    isFinished = true;
  };
  finished.then(stop, stop);
  const pages = renderRecordPages(record);
  while (!isFinished) {
    const some = takeSome(pages, PAGES_A_TURN);
    if (some.length === 0) break;
    yield some;
    // The thread's answer comes in a turn of the event loop, which writing alone does not give.
    await setImmediate();
  }
  yield renderPublication(await finish(), folder, pages);
}

function takeSome(artifacts: Iterator<Artifact>, count: number): Artifact[] {
  const some: Artifact[] = [];
  while (some.length < count) {
    const next = artifacts.next();
    if (next.done) break;
    some.push(next.value);
  }
  return some;
}

function* renderPublication(
  { edition, printed }: Publication,
  folder: Folder,
  recordPages?: Iterator<Artifact>,
): Generator<Artifact> {
  yield* renderSite(edition, recordPages);
  for (const [path, body] of printed?.pdfs ?? []) yield { path, body };
  for (const path of edition.index.casebook.assets) {
    const body = folder.read(path);
    if (!body) throw new Failure(`${path} cannot be read.`, { hint: "Check the file's permissions." });
    yield { path, body };
  }
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
