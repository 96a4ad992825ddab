import type { Span } from "../base/source.ts";
import {
  type Block,
  childrenOf,
  type Document,
  type Inline,
  type InlineDirective,
  type Node,
  type NoteReference,
  walk,
} from "../read/document.ts";

/** A mark of a note in a run of text, by its offset in the run's plain text. */
export interface Mark {
  readonly offset: number;
  readonly node: NoteReference;
}

/** A paragraph, heading or cell as plain text, with the marks of its notes. */
export interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly span: Span;
}

/** A sentence of a run, with the marks that stand in it or behind it. */
export interface Sentence {
  readonly text: string;
  /** Offset of the sentence in the run's plain text. */
  readonly start: number;
  readonly marks: readonly Mark[];
}

/** Returns the runs of text of a document in reading order, without those of its notes. */
export function runsOf(document: Document): Run[] {
  return runsIn(document.blocks);
}

function runsIn(blocks: readonly Block[], directives?: FoundDirective[]): Run[] {
  const runs: Run[] = [];
  for (const node of walk(blocks)) {
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "table-cell") continue;
    const marks: Mark[] = [];
    const inRun: Omit<FoundDirective, "run">[] = [];
    const text = flatten(node.children, "", marks, inRun);
    const run = { text, marks, span: { start: node.start, end: node.end } };
    runs.push(run);
    directives?.push(...inRun.map((one) => ({ ...one, run })));
  }
  return runs;
}

interface FoundDirective {
  readonly node: InlineDirective;
  readonly run: Run;
  /** Offsets of its words in the run's plain text. */
  readonly start: number;
  readonly end: number;
}

function flatten(
  nodes: readonly Node[],
  before: string,
  marks: Mark[],
  directives: Omit<FoundDirective, "run">[],
): string {
  let text = before;
  for (const node of nodes as readonly Inline[]) {
    const start = text.length;
    if (node.type === "text" || node.type === "code") text += node.value.replaceAll("\n", " ");
    else if (node.type === "line-break") text += " ";
    else if (node.type === "note-reference") marks.push({ offset: text.length, node });
    else text = flatten(childrenOf(node), text, marks, directives);
    if (node.type === "inline-directive") directives.push({ node, start, end: text.length });
  }
  return text;
}

/** Words in the sentence in which they stand. */
export interface QuotedWords {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Returns the words of each inline directive of a document, notes included, with the rest of their sentence. */
export function quoteDirectives(document: Document): Map<InlineDirective, QuotedWords> {
  const directives: FoundDirective[] = [];
  runsIn([...document.blocks, ...document.notes.flatMap((note) => note.blocks)], directives);
  return new Map(
    directives.map(({ node, run, start, end }) => {
      const sentences = sentencesOf(run);
      const from = sentences.findLast((one) => one.start <= start)?.start ?? 0;
      const to = sentences.find((one) => one.start >= Math.max(end, start + 1))?.start ?? run.text.length;
      const { text } = run;
      const quoted = {
        before: text.slice(from, start),
        words: text.slice(start, end),
        after: text.slice(end, to).trimEnd(),
      };
      return [node, quoted];
    }),
  );
}

/** Where a sentence may end: its last mark, closing quotes and brackets, blanks, then a capital or an opening quote. */
const END = /[.!?…]['"”’)\]]*(\s+)(?=[“"‘'([]?[\p{Lu}\d])/gu;

/** Words before a full stop that do not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“])(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|St|No|Nos|pp?|vol|ed|eds|cf|vs|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/u;

/** Returns the sentences of a run. A mark behind a sentence belongs to it, blanks between them or not. */
export function sentencesOf(run: Run): Sentence[] {
  const bounds = [0];
  for (const match of run.text.matchAll(END)) {
    if (match[0][0] === "." && ABBREVIATION.test(run.text.slice(Math.max(0, match.index - 12), match.index)))
      continue;
    bounds.push(match.index + match[0].length);
  }
  let next = 0;
  return bounds.map((start, i) => {
    const end = bounds[i + 1] ?? run.text.length;
    const marks: Mark[] = [];
    for (let mark = run.marks[next]; mark && mark.offset <= end; mark = run.marks[++next]) marks.push(mark);
    return { text: run.text.slice(start, end).trim(), start, marks };
  });
}
