import type { MarkdownIt } from "markdown-it";
import type { Source, Span } from "../../base/source.ts";
import type { Block, CitationItem, DocumentProblem } from "../document.ts";
import type { Environment } from "./environment.ts";

/** A definition of a footnote while the tree is built. */
export interface NoteDefinition {
  readonly label: string;
  readonly blocks: Block[];
  readonly citation?: readonly CitationItem[];
  readonly span: Span;
}

/** What the builders of blocks, inline nodes and HTML share for one document. */
export interface Context {
  readonly md: MarkdownIt;
  readonly source: Source;
  readonly environment: Environment;
  /** The normalised text that was parsed. */
  readonly body: string;
  /** Returns the offset in the source of an offset in the body. */
  readonly toSource: (offset: number) => number;
  readonly problems: DocumentProblem[];
  /** Definitions by label, in the order of the text. */
  readonly notes: Map<string, NoteDefinition>;
  /** The number the last inline note was given in its label. */
  inlineNotes: number;
}

/** Records a problem; that something was nested too deep is said once per document. */
export function report(context: Context, kind: DocumentProblem["kind"], subject: string, span: Span): void {
  const { problems } = context;
  if (kind === "nesting-too-deep" && problems.some((problem) => problem.kind === kind)) return;
  problems.push({ kind, subject, span: { start: span.start, end: span.end } });
}

/** Adds an inline note; returns its label, the first `inline-1`, `inline-2` … that is free. */
export function addInlineNote(
  context: Context,
  content: { readonly blocks: Block[]; readonly citation?: readonly CitationItem[] },
  span: Span,
): string {
  const refs = context.environment.footnotes?.refs;
  let label: string;
  do label = `inline-${++context.inlineNotes}`;
  while (refs?.[`:${label}`] !== undefined);
  context.notes.set(label, { label, ...content, span });
  return label;
}
