import { type Note, plainText, visit } from "../read/document.ts";

/** A note as plain text, with what several questions about notes look for. */
export interface NoteText {
  /** Its words, one blank between. */
  readonly text: string;
  /** How its addresses were written, links of all kinds. */
  readonly addresses: readonly string[];
  /** Its words in italics, one text for each. */
  readonly emphases: readonly string[];
}

let known = new WeakMap<Note, NoteText>();

/** Forgets the texts of all notes: when the checks are done nobody asks for them. */
export function forgetNoteTexts(): void {
  known = new WeakMap();
}

/** Returns a note as plain text; read once for all that ask. */
export function textOfNote(note: Note): NoteText {
  const found = known.get(note) ?? readNote(note);
  known.set(note, found);
  return found;
}

function readNote(note: Note): NoteText {
  const addresses: string[] = [];
  const emphases: string[] = [];
  let text = "";
  visit(note.blocks, (node) => {
    if (node.type === "text" || node.type === "code") text += node.value;
    else if (node.type === "line-break") text += " ";
    else if (node.type === "emphasis") emphases.push(plainText(node.children));
    else if (node.type === "link" && /^https?:/i.test(node.href)) addresses.push(node.href);
  });
  // Slices are without the room that pushing leaves: there are as many as notes.
  return {
    text: text.replace(/\s{2,}|[^\S ]/g, " ").trim(),
    addresses: addresses.slice(),
    emphases: emphases.slice(),
  };
}

/** Returns a text without the addresses in it. */
export function withoutAddresses(text: string): string {
  return text.includes("://") ? text.replace(/[^\s:]+:\/\/\S+/g, " ") : text;
}
