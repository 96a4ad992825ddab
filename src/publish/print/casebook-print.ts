import { createDiagnostic, type Diagnostic } from "../../base/diagnostic.ts";
import type { Folder } from "../../base/effects.ts";
import type { Edition } from "../edition.ts";
import type { PrintContext } from "./page-reading.ts";
import { planPrints } from "./plan-prints.ts";
import type { PrintStandard } from "./print-job.ts";
import { LackingGlyphs, type PrintProblem, problemsOf } from "./print-problem.ts";
import { createTypesetter } from "./typesetter.ts";

/** The PDFs of a casebook. */
export interface PrintedCasebook {
  /** By path below the site's root. */
  readonly pdfs: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly PrintProblem[];
}

/**
 * Sets every case and the whole casebook as PDF, in worker threads.
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
  const pdfs = new Map<string, Uint8Array>();
  const problems: PrintProblem[] = [];
  try {
    const running: Promise<void>[] = [];
    const found: (readonly PrintProblem[])[] = [];
    const lacks = new LackingGlyphs(edition.index.casebook.files);
    for (const planned of planPrints(edition, readAsset, standard)) {
      problems.push(...lacks.of(planned));
      const place = found.push([]) - 1;
      running.push(
        typesetter.typeset(planned.job).then((answer) => {
          if ("pdf" in answer) pdfs.set(planned.path, answer.pdf);
          found[place] = planned.missing.length > 0 ? [] : problemsOf(planned, answer);
        }),
      );
    }
    await Promise.all(running);
    problems.push(...found.flat());
  } finally {
    await typesetter.close();
  }
  return { pdfs: new Map([...pdfs].sort(([a], [b]) => (a < b ? -1 : 1))), problems };
}

/** Returns what cannot be set of a casebook, as `check` reports it. */
export async function checkPrints(edition: Edition, folder: Folder): Promise<Diagnostic[]> {
  return diagnosticsOf(await printCasebook(edition, (path) => folder.read(path)));
}

/** Returns what could not be set, as findings of the catalogue (`check/print/`). */
export function diagnosticsOf({ problems }: PrintedCasebook): Diagnostic[] {
  return problems.map(({ code, ...finding }) => createDiagnostic(code, "warning", finding));
}
