import type { Span, SpanPosition } from "../base/source.ts";
import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import type { DocumentProblem } from "../read/document.ts";

/** Returns where a node of a case stands. */
export function positionOfNode(one: Case, node: Span): SpanPosition {
  return { source: one.document.source, start: node.start, end: node.end };
}

/** Yields what reading found in the cases' prose, of one kind. */
export function* proseProblems(
  casebook: Casebook,
  kind: DocumentProblem["kind"],
): Generator<{ subject: string; at: SpanPosition }> {
  for (const { document } of casebook.cases) {
    for (const { kind: found, subject, span } of document.problems) {
      if (found === kind) yield { subject, at: { source: document.source, ...span } };
    }
  }
}

/** A case for examples: a header, then the text from line 5 on. */
export function exampleCase(text: string): Record<string, string> {
  return { "cases/japan.md": `---\ntitle: Japan\n---\n\n${text}\n` };
}
