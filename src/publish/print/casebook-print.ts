import { setImmediate } from "node:timers/promises";
import { createDiagnostic, type Diagnostic } from "../../base/diagnostic.ts";
import type { Folder } from "../../base/effects.ts";
import type { Edition } from "../edition.ts";
import type { PrintContext } from "./page-reading.ts";
import { planPrints } from "./plan-prints.ts";
import type { PrintStandard } from "./print-job.ts";
import { LackingGlyphs, type PrintProblem, problemsOf } from "./print-problem.ts";
import { createTypesetter, type Typesetter } from "./typesetter.ts";

/** The PDFs of a casebook. */
export interface PrintedCasebook {
  /** By path below the site's root. */
  readonly pdfs: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly PrintProblem[];
}

/** PDFs that are being set. */
export interface PrintingCasebook {
  /** Where each will lie below the site's root, if it can be set. */
  readonly paths: ReadonlySet<string>;
  readonly printed: Promise<PrintedCasebook>;
}

/**
 * Sets every case, the whole casebook and what else is printed as PDF, in threads.
 *
 * What cannot be set is a problem, and its PDF is left out; letters that no typeface has are problems too. The same
 * edition gives the same bytes.
 */
export async function printCasebook(
  edition: Edition,
  readAsset: PrintContext["readAsset"],
  standard: PrintStandard = "ua-1",
): Promise<PrintedCasebook> {
  const typesetter = createTypesetter();
  try {
    const { printed } = await beginPrinting(edition, readAsset, standard, typesetter);
    return await printed;
  } finally {
    await typesetter.close();
  }
}

/** The same; resolves when all that is to be set has been read from its pages. */
export async function beginPrinting(
  edition: Edition,
  readAsset: PrintContext["readAsset"],
  standard: PrintStandard,
  typesetter: Typesetter,
): Promise<PrintingCasebook> {
  const pdfs = new Map<string, Uint8Array | undefined>();
  const problems: PrintProblem[] = [];
  const found: (readonly PrintProblem[])[] = [];
  const running: Promise<void>[] = [];
  const lacks = new LackingGlyphs(edition.index.casebook.files);
  for (const planned of planPrints(edition, readAsset, standard)) {
    problems.push(...lacks.of(planned));
    const place = found.push([]) - 1;
    pdfs.set(planned.path, undefined);
    running.push(
      typesetter.typeset(planned.job).then((answer) => {
        if ("pdf" in answer) pdfs.set(planned.path, answer.pdf);
        found[place] = planned.missing.length > 0 ? [] : problemsOf(planned, answer);
      }),
    );
    // Lets the answers of threads in, which get their next job then.
    await setImmediate();
  }
  const finish = async (): Promise<PrintedCasebook> => {
    await Promise.all(running);
    const set = [...pdfs].filter((one): one is [string, Uint8Array] => one[1] !== undefined);
    return {
      pdfs: new Map(set.sort(([a], [b]) => (a < b ? -1 : 1))),
      problems: [...problems, ...found.flat()],
    };
  };
  return { paths: new Set(pdfs.keys()), printed: finish() };
}

/** Returns what cannot be set of a casebook, as `check` reports it. */
export async function checkPrints(edition: Edition, folder: Folder): Promise<Diagnostic[]> {
  return diagnosticsOf(await printCasebook(edition, (path) => folder.read(path)));
}

/** Returns what could not be set, as findings of the catalogue (`check/print/`). */
export function diagnosticsOf({ problems }: PrintedCasebook): Diagnostic[] {
  return problems.map(({ code, ...finding }) => createDiagnostic(code, "warning", finding));
}
