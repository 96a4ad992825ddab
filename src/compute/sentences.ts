import type { Span } from "../base/source.ts";
import {
  type Block,
  childrenOf,
  type Document,
  type Inline,
  type InlineDirective,
  type Node,
  type Note,
  type NoteReference,
  visit,
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
  /** Where its pieces of text begin: in the run's plain text, and in the file. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly offset: number;
  readonly start: number;
}

/** A sentence of a run, with the marks that stand in it or behind it. */
export interface Sentence {
  readonly text: string;
  /** Offset of the sentence in the run's plain text. */
  readonly start: number;
  readonly marks: readonly Mark[];
}

/** Returns the runs of text of a document in reading order, without those of its notes. */
export function runsOf(document: Document): readonly Run[] {
  const found = known.get(document) ?? runsIn(document.blocks);
  known.set(document, found);
  return found;
}

/** Several checks read all that a case says. */
let known = new WeakMap<Document, readonly Run[]>();

/** Forgets the runs of all documents: when the checks are done nobody asks for them, and they are as long as the prose. */
export function forgetRuns(): void {
  known = new WeakMap();
}

/** Returns the runs of text of a note. */
export function runsOfNote(note: Note): Run[] {
  return runsIn(note.blocks);
}

function runsIn(blocks: readonly Block[], directives?: FoundDirective[]): Run[] {
  const runs: Run[] = [];
  visit(blocks, (node) => {
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "table-cell") return;
    const parts: Parts = { marks: [], directives: [], pieces: [] };
    const text = flatten(node.children, "", parts);
    const { marks, pieces } = parts;
    const span = { start: node.start, end: node.end };
    const run = { text, marks: marks.slice(), span, pieces: pieces.slice() };
    runs.push(run);
    directives?.push(...parts.directives.map((one) => ({ ...one, run })));
  });
  return runs;
}

interface FoundDirective {
  readonly node: InlineDirective;
  readonly run: Run;
  /** Offsets of its words in the run's plain text. */
  readonly start: number;
  readonly end: number;
}

/** What a run consists of besides its words. */
interface Parts {
  readonly marks: Mark[];
  readonly directives: Omit<FoundDirective, "run">[];
  readonly pieces: Piece[];
}

function flatten(nodes: readonly Node[], before: string, parts: Parts): string {
  let text = before;
  for (const node of nodes as readonly Inline[]) {
    const start = text.length;
    if (node.type === "text" || node.type === "code") {
      parts.pieces.push({ offset: start, start: node.start });
      text += node.value.replaceAll("\n", " ");
    } else if (node.type === "line-break") text += " ";
    else if (node.type === "note-reference") parts.marks.push({ offset: start, node });
    else text = flatten(childrenOf(node), text, parts);
    if (node.type === "inline-directive") parts.directives.push({ node, start, end: text.length });
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
