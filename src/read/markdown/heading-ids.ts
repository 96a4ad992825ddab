import type { Block, Heading, Node, Note } from "../document.ts";
import { plainText, visit } from "../document.ts";

/** Ids that are taken, and the last number given to each. */
interface TakenIds {
  readonly ids: Set<string>;
  readonly counts: Map<string, number>;
}

/**
 * Gives every heading an id that is unique in the document: the one written as `{#id}`, else a slug of its words
 * as Python-Markdown makes it, with `_1`, `_2` … where it is taken.
 */
export function setHeadingIds(blocks: readonly Block[], notes: readonly Note[]): void {
  const taken: TakenIds = { ids: new Set(), counts: new Map() };
  const headings: Heading[] = [];
  visit([...blocks, ...notes.flatMap((note) => note.blocks)], (node) => {
    if (node.type === "heading") headings.push(node);
    else takeIdOf(node, taken);
  });
  for (const heading of headings) if (heading.id !== "") setId(heading, unique(heading.id, taken));
  for (const heading of headings) {
    if (heading.id === "") setId(heading, unique(slugOf(plainText(heading.children)), taken));
  }
}

/** Returns a text as an id: lower case, blanks as `-`, Latin letters without accents, all other signs left out. */
export function slugOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}_\s-]/gu, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "-");
}

function takeIdOf(node: Node, { ids }: TakenIds): void {
  if (!("attributes" in node) || !node.attributes?.id) return;
  ids.add(String(node.attributes.id));
}

function unique(wanted: string, { ids, counts }: TakenIds): string {
  let id = wanted;
  const numbered = /^(.*)_(\d{1,9})$/s.exec(wanted);
  const base = numbered ? (numbered[1] as string) : wanted;
  let count = counts.get(wanted) ?? (numbered ? Number(numbered[2]) : 0);
  while (id === "" || ids.has(id)) id = `${base}_${++count}`;
  counts.set(wanted, count);
  ids.add(id);
  return id;
}

function setId(heading: Heading, id: string): void {
  (heading as { -readonly [K in keyof Heading]: Heading[K] }).id = id;
}
