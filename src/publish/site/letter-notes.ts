import type { SourceReference } from "../../model/entry.ts";
import { groupTitles } from "../bibliography.ts";
import { formatNote } from "../chicago.ts";
import type { Edition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { type Html, html, joinHtml } from "./html.ts";

/** With more sources than this a note names titles with their years, not each edition in full. */
const NAMED_ONE_BY_ONE = 3;

/** Collects the notes of a page whose sentences are computed; the same sources have one note. */
export class LetterNotes {
  readonly #edition: Edition;
  readonly #wording: Wording;
  /** Texts of notes by their sources, in the order of first reference. */
  readonly #notes = new Map<string, { readonly number: number; readonly text: Html; references: number }>();
  readonly #cited = new Set<string>();

  constructor(edition: Edition) {
    this.#edition = edition;
    this.#wording = siteWording(edition);
  }

  /** Returns the number of the note with these sources, as a reference to it; nothing where none of them is known. */
  refer(references: readonly SourceReference[]): Html {
    const { sources } = this.#edition.index.casebook;
    const known = references.filter(({ source }) => sources.has(source));
    if (known.length === 0) return html``;
    const key = known.map(({ source, locator }) => `${source}|${locator ?? ""}`).join("\n");
    return this.#reference(key, () => this.#cite(known));
  }

  /** Returns a reference to a note of one's own words. */
  say(words: Html): Html {
    return this.#reference(`: ${words.text}`, () => words);
  }

  /** Returns the list of notes, as case pages have it; nothing where there are none. */
  render(): Html {
    if (this.#notes.size === 0) return html``;
    const wording = this.#wording;
    return html`<section class="notes" role="doc-endnotes" aria-labelledby="notes-heading">
<h2 id="notes-heading">${wording.say("notes")}</h2>
<ol>
${[...this.#notes.values()].map(
  ({ number, text }) => html`<li id="note-${number}">
<p>${text} <span class="note-links"><a class="note-back" href="#ref-${number}-1" role="doc-backlink" aria-label="${wording.words.backToNote(number, undefined)}">↩︎</a></span></p>
</li>
`,
)}</ol>
</section>
`;
  }

  #reference(key: string, write: () => Html): Html {
    const note = this.#notes.get(key) ?? { number: this.#notes.size + 1, text: write(), references: 0 };
    this.#notes.set(key, note);
    note.references++;
    const { number } = note;
    return html`<sup class="note-reference" id="ref-${number}-${note.references}"><a href="#note-${number}" role="doc-noteref" aria-label="${this.#wording.words.note(number)}">${number}</a></sup>`;
  }

  #cite(references: readonly SourceReference[]): Html {
    const { sources } = this.#edition.index.casebook;
    const found = references.flatMap(({ source: id, locator }) => {
      const source = sources.get(id);
      return source ? [{ source, ...(locator === undefined ? {} : { locator }) }] : [];
    });
    const titles = new Set(found.map(({ source }) => source.title));
    if (found.length > NAMED_ONE_BY_ONE || (found.length > 1 && titles.size === 1)) {
      return this.#wording.say(
        "fullStop",
        joinHtml(groupTitles(found.map(({ source }) => source)), this.#wording.words.partSeparator),
      );
    }
    const citations = found.map(({ source, locator }) => {
      const isShort = this.#cited.has(source.id);
      this.#cited.add(source.id);
      return { source, isShort, ...(locator === undefined ? {} : { locator }) };
    });
    const parts = formatNote(citations).map(({ text, isItalic, href }) => {
      if (href !== undefined) return html`<a href="${href}" rel="noopener">${text}</a>`;
      return isItalic ? html`<em>${text}</em>` : text;
    });
    return this.#wording.english(joinHtml(parts, ""));
  }
}
