import type { Block, Note, NoteReference } from "../document.ts";
import { visit } from "../document.ts";
import { type Context, report } from "./context.ts";

interface Numbering {
  readonly number: number;
  references: number;
}

/**
 * Numbers the references of a document and returns its notes.
 *
 * Numbers follow the first references in the text; a note first referred to in another note comes after all
 * the text refers to. Notes nothing refers to come last, without a number, and are reported.
 */
export function numberNotes(context: Context, blocks: readonly Block[]): Note[] {
  const order: string[] = [];
  const numbers = new Map<string, Numbering>();
  const visitBlocks = (inside: readonly Block[]) =>
    visit(inside, (node) => {
      if (node.type === "note-reference") count(node, { order, numbers });
    });
  let visited = 0;
  const visitNotes = () => {
    for (; visited < order.length; visited++)
      visitBlocks(context.notes.get(order[visited] as string)?.blocks ?? []);
  };
  visitBlocks(blocks);
  visitNotes();
  const unused: string[] = [];
  for (const { label, blocks: body, span } of context.notes.values()) {
    if (numbers.has(label)) continue;
    report(context, "note-unused", label, span);
    unused.push(label);
    visitBlocks(body);
    visitNotes();
  }
  const labels = [...order, ...unused.filter((label) => !numbers.has(label))];
  return labels.flatMap((label) => {
    const definition = context.notes.get(label);
    const found = numbers.get(label);
    return definition ? [{ ...definition, number: found?.number, references: found?.references ?? 0 }] : [];
  });
}

function count(
  node: NoteReference,
  { order, numbers }: { order: string[]; numbers: Map<string, Numbering> },
): void {
  let numbering = numbers.get(node.label);
  if (!numbering) {
    order.push(node.label);
    numbering = { number: order.length, references: 0 };
    numbers.set(node.label, numbering);
  }
  numbering.references++;
  const reference = node as { -readonly [K in keyof NoteReference]: NoteReference[K] };
  reference.number = numbering.number;
  reference.occurrence = numbering.references;
}
