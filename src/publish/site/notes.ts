import { citedSources } from "../../compute/citations.ts";
import { noteId, noteReferenceId } from "../../compute/links.ts";
import { quotationsOfNote } from "../../compute/quotations.ts";
import { sourceAddress } from "../../compute/source-address.ts";
import type { Case } from "../../model/case.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { Note } from "../../read/document.ts";
import { type Wording, wordingOf } from "../words/wording.ts";
import { fragment, linkTo } from "./addresses.ts";
import { renderCitation } from "./citation-note.ts";
import { linkToLine } from "./document-page.ts";
import { escapeHtml, type Html, html, rawHtml } from "./html.ts";
import type { ProseRenderer } from "./prose.ts";

/** What the notes of a page are rendered with. */
export interface NotesContext {
  readonly casebook: Casebook;
  readonly page: string;
  readonly prose: ProseRenderer;
}

/**
 * Returns the section of notes: those with a reference in the order of their numbers, then the others, which have no
 * number. Every note links back to each of its references and, where its label names one, to its source.
 */
export function renderNotes(one: Case, context: NotesContext): Html {
  const { notes } = one.document;
  if (notes.length === 0) return html``;
  const wording = wordingOf(one.language);
  const numbered = notes
    .filter((note) => note.number !== undefined)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const others = notes.filter((note) => note.number === undefined);
  const list =
    numbered.length > 0 &&
    html`<ol>
${numbered.map((note) => renderNote(one, note, context))}</ol>
`;
  const rest =
    others.length > 0 &&
    html`<h3>${wording.say("notesWithoutReference")}</h3>
<ul>
${others.map((note) => renderNote(one, note, context))}</ul>
`;
  return html`<section class="notes" role="doc-endnotes" aria-labelledby="notes-heading">
<h2 id="notes-heading">${wording.say("notes")}</h2>
${list}${rest}</section>
`;
}

function renderNote(one: Case, note: Note, context: NotesContext): Html {
  const wording = wordingOf(one.language);
  const links = joinLinks([
    ...sourceLinks(note, context, wording),
    ...quotationLinks(note, context, wording),
    ...backLinks(note, wording),
  ]);
  const last = note.blocks.at(-1);
  const id = escapeHtml(noteId(note.label));
  if (note.citation) {
    const citation = wording.english(rawHtml(renderCitation(context.casebook, one, note)));
    return rawHtml(`<li id="${id}">\n<p>${citation.text} ${links}</p>\n</li>\n`);
  }
  if (last?.type !== "paragraph") {
    const end = links === "" ? "" : `<p>${links}</p>\n`;
    return rawHtml(`<li id="${id}">\n${context.prose.renderBlocks(note.blocks).text}${end}</li>\n`);
  }
  const before = context.prose.renderBlocks(note.blocks.slice(0, -1)).text;
  const text = context.prose.renderInlines(last.children).text;
  return rawHtml(`<li id="${id}">\n${before}<p>${text}${links && ` ${links}`}</p>\n</li>\n`);
}

function joinLinks(links: readonly string[]): string {
  return links.length === 0 ? "" : `<span class="note-links">${links.join(" ")}</span>`;
}

function sourceLinks(note: Note, { casebook, page }: NotesContext, wording: Wording): string[] {
  return citedSources(casebook, note).map((id) => {
    const href = escapeHtml(linkTo(page, sourceAddress(casebook, id) ?? "sources/"));
    const name = escapeHtml(wording.words.noteSourceNamed(casebook.sources.get(id)?.title ?? id));
    return `<a class="note-source" href="${href}" aria-label="${name}">${wording.say("noteSource")}</a>`;
  });
}

/** Links to the words that the text quotes from a source, where the source's own text is published. */
function quotationLinks(note: Note, { casebook, page }: NotesContext, wording: Wording): string[] {
  return quotationsOfNote(casebook, note).flatMap(({ found, words }) => {
    const href = found ? linkToLine(casebook, page, found) : undefined;
    if (href === undefined) return [];
    const name = escapeHtml(wording.words.quotedWordsIn(words));
    return [
      `<a class="note-source" href="${escapeHtml(href)}" aria-label="${name}">${wording.say("quotedWords")}</a>`,
    ];
  });
}

function backLinks(note: Note, { words }: Wording): string[] {
  return Array.from({ length: note.references }, (_, i) => {
    const href = escapeHtml(fragment(noteReferenceId(note.label, i + 1)));
    const mark = note.references > 1 ? `<sup>${i + 1}</sup>` : "";
    const name = escapeHtml(words.backToNote(note.number, note.references > 1 ? i + 1 : undefined));
    return `<a class="note-back" href="${href}" role="doc-backlink" aria-label="${name}">↩\ufe0e${mark}</a>`;
  });
}
