import type { Finding } from "../../base/diagnostic.ts";
import { formatList } from "../../base/format.ts";
import type { PlannedPrint } from "./plan-prints.ts";
import type { PrintAnswer } from "./print-job.ts";

/** What could not be set as it was written. */
export interface PrintProblem extends Finding {
  readonly code: "print/missing-glyph" | "print/not-set" | "print/not-accessible";
}

/** Of a book nothing is said: its cases say it, each with the place. */
export function lackOf(planned: PlannedPrint, missing: readonly string[]): PrintProblem[] {
  if (!planned.case) return [];
  const shown = missing
    .slice(0, 10)
    .map((one) => `\`${one}\` (U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")})`);
  const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : "";
  const { source } = planned.case.document;
  const start = Math.max(0, source.text.indexOf(missing[0] ?? ""));
  return [
    {
      code: "print/missing-glyph",
      message: `The print’s typefaces have no ${formatList(shown)}${more}.`,
      hint: "The page shows it; the PDF has a box in its place, and not the mark of its standard. Write it in another script besides.",
      at: { source, start, end: start + (missing[0]?.length ?? 0) },
    },
  ];
}

/** Returns what the typesetter refused of a print. */
export function problemsOf({ path, case: one }: PlannedPrint, answer: PrintAnswer): PrintProblem[] {
  const at = one && { at: { source: one.document.source, start: 0, end: 0 } };
  if (!("pdf" in answer)) {
    const message = `\`${path}\` cannot be set: ${answer.problem}.`;
    return [{ code: "print/not-set", message, hint: "The page is published without it.", ...at }];
  }
  if (answer.refused === undefined) return [];
  return [
    {
      code: "print/not-accessible",
      message: `\`${path}\` does not meet its standard: ${answer.refused}.`,
      hint: "It is published all the same, tagged but without the standard’s mark.",
      ...at,
    },
  ];
}
