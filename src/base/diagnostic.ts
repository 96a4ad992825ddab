import { type Place, type Position, placeOf } from "./source.ts";

/** A permanent name for a kind of finding: area, slash, name. */
export type Code = `${string}/${string}`;

/** `error` blocks publishing, `warning` is published with the page, `note` is advice. */
export type Severity = "error" | "warning" | "note";

/** Something found in a casebook: what, where and what to do about it. Plain data. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong, one sentence; holds no file, line or code. */
  readonly message: string;
  readonly place?: Place;
  /** What to do. */
  readonly hint?: string;
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
}

/** What a finding is made of, before its severity and place are filled in. */
export interface Finding {
  readonly message: string;
  readonly at?: Position;
  readonly hint?: string;
  readonly related?: readonly { readonly message: string; readonly at: Position }[];
}

/** Returns the diagnostic of a finding. */
export function createDiagnostic(code: Code, severity: Severity, finding: Finding): Diagnostic {
  return {
    code,
    severity,
    message: onOneLine(finding.message),
    ...(finding.at ? { place: placeOf(finding.at) } : {}),
    ...(finding.hint ? { hint: onOneLine(finding.hint) } : {}),
    ...(finding.related?.length
      ? { related: finding.related.map((r) => ({ message: r.message, place: placeOf(r.at) })) }
      : {}),
  };
}

/** Longest message, in characters; what it quotes of a longer cell is cut in the middle. */
const MAX_MESSAGE = 600;

/** A message quotes what the user wrote, which may hold line ends, control characters, or be of any length. */
function onOneLine(text: string): string {
  const half = MAX_MESSAGE / 2;
  const short = text.length <= MAX_MESSAGE ? text : `${text.slice(0, half)}…${text.slice(-half)}`;
  return short.replace(/\p{Cc}+/gu, " ").replace(/\p{Cs}/gu, "\uFFFD");
}

/** Returns the diagnostics ordered by file, line, column, code and message, each once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics].sort(compareDiagnostics).filter((d) => {
    const key = `${d.place?.file}:${d.place?.line}:${d.place?.column}:${d.code}:${d.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.place?.file ?? "", b.place?.file ?? "") ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Orders two texts by code unit, so that no locale changes the order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
