/** Measures prints on a generated casebook of 15 cases: cold, one case alone, one case after an edit, and the book. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditCasebook } from "../src/pipeline.ts";
import { planPrints } from "../src/publish/print/plan-prints.ts";
import { createTypesetter } from "../src/publish/print/typesetter.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { generateCasebook, writeCasebook } from "./generate.ts";

const CASES = 15;

/** Returns rows of a table: what was set, and how long it took. */
export async function measurePrint(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-print-"));
  const typesetter = createTypesetter();
  try {
    writeCasebook(folder, generateCasebook(CASES));
    const { edition } = await auditCasebook(openFolder(folder, join(folder, "out")));
    if (!edition) throw new Error("the generated casebook cannot be read");
    const begun = performance.now();
    const plans = [...planPrints(edition, () => undefined, "ua-1")];
    const cases = plans.filter((plan) => plan.case);
    const book = plans.find((plan) => plan.job.template === "book");
    const planned = performance.now();
    await Promise.all(cases.map((plan) => typesetter.typeset(plan.job)));
    const cold = performance.now();
    const [first] = cases;
    if (first) await typesetter.typeset({ ...first.job, data: editText(first.job.data) });
    const changed = performance.now();
    if (book) await typesetter.typeset(book.job);
    const bound = performance.now();
    return [
      row(`read ${plans.length} prints from their pages`, planned - begun),
      row(`${CASES} case PDFs, cold`, cold - planned),
      row("one case PDF after an edit", changed - cold),
      row(`the book of ${CASES} cases`, bound - changed),
    ];
  } finally {
    await typesetter.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns what a print sets with a word more in its first paragraph. */
function editText(data: string): string {
  return data.replace(/("body":.*?"v":")/, "$1Edited. ");
}

function row(what: string, ms: number): string {
  return `| ${what} | ${ms.toFixed(0)} ms |`;
}
