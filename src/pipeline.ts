import { type Code, createDiagnostic, type Diagnostic, sortDiagnostics } from "./base/diagnostic.ts";
import type { Folder } from "./base/effects.ts";
import type { Source } from "./base/source.ts";
import { ALL_CHECKS, severityOf } from "./check/all-checks.ts";
import { createIndex } from "./compute/casebook-index.ts";
import { collectUses } from "./compute/citations.ts";
import { collectExhibits } from "./compute/exhibits.ts";
import { computeInlineClaims } from "./compute/inline-claims.ts";
import { loadCasebook } from "./model/load.ts";
import type { Edition } from "./publish/edition.ts";
import type { Report } from "./read/report.ts";

/** A casebook that was read, computed and checked. */
export interface Audit {
  /** All that publishing needs; absent where `casebook.yaml` could not be read. */
  readonly edition?: Edition;
  /** Sorted; each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that were read, by path; for code frames. */
  readonly files: ReadonlyMap<string, Source>;
}

/**
 * Reads, computes and checks a casebook: read → model → compute → check. The only place that knows the order.
 * Publishing follows with `renderSite` where no diagnostic is an error.
 */
export async function auditCasebook(folder: Folder): Promise<Audit> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, finding) => {
    diagnostics.push(createDiagnostic(code, severityOf(code), finding));
  };
  const casebook = await loadCasebook(folder, report);
  if (!casebook) return { diagnostics: sortDiagnostics(diagnostics), files: new Map() };
  const index = createIndex(casebook);
  const exhibits = collectExhibits(casebook);
  const uses = collectUses(casebook);
  const { claims, unclear } = computeInlineClaims(index);
  const context = { index, exhibits, uses, claims, unclear };
  for (const check of ALL_CHECKS) {
    for (const finding of check.run?.(context) ?? []) report(check.code as Code, finding);
  }
  const sorted = sortDiagnostics(diagnostics);
  return {
    edition: {
      index,
      exhibits,
      uses,
      claims: new Map(claims.map((claim) => [claim.node, claim])),
      findings: sorted,
    },
    diagnostics: sorted,
    files: casebook.files,
  };
}

/** Tells whether diagnostics keep a casebook from being published. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
