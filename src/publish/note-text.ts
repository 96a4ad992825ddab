/** A piece of a note. */
export interface NotePart {
  readonly text: string;
  readonly isItalic: boolean;
  readonly href?: string;
}

interface Options {
  readonly isItalic?: boolean;
  readonly href?: string;
}

/** Builds a note from items with commas between them, which go inside closing quotation marks. */
export class NoteText {
  readonly parts: NotePart[] = [];
  #isFirst = true;

  /** The next item begins a citation and has no comma before it. */
  startCitation(): void {
    this.#isFirst = true;
  }

  /** Adds an item, with a comma before it unless it is the citation's first. An empty one adds nothing. */
  item(text: string, options: Options = {}): void {
    if (text === "") return;
    if (!this.#isFirst) this.#punctuate(",", " ");
    this.#isFirst = false;
    this.put(text, options);
  }

  /** Adds text with nothing before it. */
  put(text: string, { isItalic = false, href }: Options = {}): void {
    if (text === "") return;
    const last = this.parts.at(-1);
    if (last && last.isItalic === isItalic && last.href === undefined && href === undefined) {
      this.parts[this.parts.length - 1] = { ...last, text: last.text + text };
    } else this.parts.push({ text, isItalic, ...(href === undefined ? {} : { href }) });
  }

  /** Ends the note with a full stop. */
  close(): void {
    this.#punctuate(".", "");
  }

  #punctuate(mark: string, after: string): void {
    const last = this.parts.at(-1);
    if (!last) return;
    const closing = /[’”]*”$/.exec(last.text)?.[0] ?? "";
    const before = last.text.slice(0, last.text.length - closing.length);
    const isStopped = /[.?!]$/.test(before) && (mark === "." || /[?!]$/.test(before));
    if (closing !== "" && last.href === undefined) {
      // An apostrophe before the mark is no closing quotation mark: ‘Workers’’ rights need an opening one.
      const inner = closing.startsWith("’") && before.includes("‘") ? closing : "”";
      const kept = last.text.slice(0, last.text.length - inner.length);
      this.parts[this.parts.length - 1] = { ...last, text: kept + (isStopped ? "" : mark) + inner };
      this.put(after);
    } else this.put((isStopped ? "" : mark) + after);
  }
}
