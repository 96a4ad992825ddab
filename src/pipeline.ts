import { type Code, createDiagnostic, type Diagnostic, sortDiagnostics } from "./base/diagnostic.ts";
import type { CalendarDate } from "./base/edtf.ts";
import type { Folder } from "./base/effects.ts";
import type { Source } from "./base/source.ts";
import { ALL_CHECKS, severityOf } from "./check/all-checks.ts";
import { type AskClaims, askingIn } from "./compute/ask-claims.ts";
import { type CasebookIndex, createIndex } from "./compute/casebook-index.ts";
import { collectUses } from "./compute/citations.ts";
import { collectExhibits } from "./compute/exhibits.ts";
import { computeInlineClaims } from "./compute/inline-claims.ts";
import { checkNamedClaims, needsSql } from "./compute/named-claims.ts";
import { forgetNoteTexts } from "./compute/note-text.ts";
import { forgetRuns } from "./compute/sentences.ts";
import { loadCasebook } from "./model/load.ts";
import type { Edition, RecordEdition } from "./publish/edition.ts";
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

/** What an audit may do without, or besides. */
export interface AuditOptions {
  /** Asks a database what named claims ask; the embedded one, in this thread, by default. */
  readonly ask?: AskClaims;
  /** Codes of checks that run only where they are asked for. */
  readonly onRequest?: readonly Code[];
  /** Called when the data are read and the cases are not: for work that other threads may do meanwhile. */
  readonly onData?: (index: CasebookIndex) => void;
  /** Pins every series to the numbers that were there on a day. */
  readonly asOf?: CalendarDate;
}

/** A casebook that was read, and of which claims are being asked. */
export interface BegunAudit {
  /** What may be published meanwhile; absent where no claim asks SQL, and where errors were found. */
  readonly record?: RecordEdition;
  readonly finished: Promise<Audit>;
}

/**
 * Reads, computes and checks a casebook: read → model → compute → check. The only place that knows the order.
 * Publishing follows with `renderSite` where no diagnostic is an error.
 */
export async function auditCasebook(folder: Folder, options: AuditOptions = {}): Promise<Audit> {
  return (await beginAudit(folder, options)).finished;
}

/** As {@link auditCasebook}, for those who have something to do while a thread asks the claims. */
export async function beginAudit(
  folder: Folder,
  { ask = askHere, onRequest = [], onData, asOf }: AuditOptions = {},
): Promise<BegunAudit> {
  const diagnostics: Diagnostic[] = [];
  const report = createReport(diagnostics);
  const { casebook, files } = await loadCasebook(folder, report, {
    ...(asOf ? { asOf } : {}),
    onData: (data) => {
      if (onData && !hasErrors(diagnostics)) onData(createIndex(data));
    },
  });
  if (!casebook) {
    return { finished: Promise.resolve({ diagnostics: sortDiagnostics(diagnostics), files }) };
  }
  const damaged = damagedFiles(diagnostics);
  const index = createIndex(casebook);
  const asked = checkNamedClaims(index, ask);
  const exhibits = collectExhibits(index);
  const uses = collectUses(casebook);
  const finish = async (): Promise<Audit> => {
    const named = await asked;
    const { claims, unclear } = computeInlineClaims(index, new Map(named.map((one) => [one.claim.id, one])));
    const context = { index, exhibits, uses, claims, unclear, named, damaged };
    for (const check of ALL_CHECKS) {
      if (check.isOnRequest && !onRequest.includes(check.code)) continue;
      for (const finding of check.run?.(context) ?? []) report(check.code as Code, finding);
    }
    forgetRuns();
    forgetNoteTexts();
    const findings = sortDiagnostics(diagnostics);
    const hasStatements = named.length > 0 || claims.length > 0;
    const verdicts = { claims: new Map(claims.map((claim) => [claim.node, claim])), named, findings };
    const edition = { index, exhibits, uses, hasStatements, ...verdicts };
    return { edition, diagnostics: findings, files };
  };
  const isAsked = needsSql(casebook) && !hasErrors(diagnostics);
  return {
    ...(isAsked ? { record: { index, exhibits, uses, hasStatements: true } } : {}),
    finished: finish(),
  };
}

/** A casebook whose claims ask no SQL never loads a database. */
const askHere: AskClaims = async (tables, claims) => {
  const { sharedDuckDbEngine } = await import("./serve/duckdb-engine.ts");
  return askingIn(await sharedDuckDbEngine())(tables, claims);
};

/** Most findings of one kind in one file that are listed; more say no more to a reader. */
const MAX_ALIKE = 500;

/** Collects findings; past {@link MAX_ALIKE} of a kind in a file, a last one says that there are more. */
function createReport(diagnostics: Diagnostic[]): Report {
  const counts = new Map<string, number>();
  return (code, finding) => {
    const key = `${code} ${finding.at?.source.path}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > MAX_ALIKE + 1) return;
    const last = { ...finding, message: `${finding.message} More of this kind follow in this file.` };
    diagnostics.push(createDiagnostic(code, severityOf(code), count > MAX_ALIKE ? last : finding));
  };
}

/** Returns the files of which a part could not be read: what seems to be missing elsewhere may stand there. */
function damagedFiles(diagnostics: readonly Diagnostic[]): Set<string> {
  return new Set(
    diagnostics.flatMap(({ severity, code, place }) =>
      severity === "error" && code !== "source/duplicate-id" && place ? [place.file] : [],
    ),
  );
}

/** Tells whether diagnostics keep a casebook from being published. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
