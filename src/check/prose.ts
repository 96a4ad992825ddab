import type { SpanPosition } from "../base/source.ts";
import type { Case } from "../model/case.ts";
import type { Casebook } from "../model/casebook.ts";
import { type DocumentProblem, type Node, walk } from "../read/document.ts";

/** Yields every node of every case, notes included, with its case. */
export function* proseNodes(casebook: Casebook): Generator<{ one: Case; node: Node; at: SpanPosition }> {
  for (const one of casebook.cases) {
    const { blocks, notes, source } = one.document;
    for (const node of walk([...blocks, ...notes.flatMap((note) => note.blocks)])) {
      yield { one, node, at: { source, start: node.start, end: node.end } };
    }
  }
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
