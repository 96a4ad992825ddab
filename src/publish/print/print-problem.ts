import type { Finding } from "../../base/diagnostic.ts";
import { formatList } from "../../base/format.ts";
import type { Source } from "../../base/source.ts";
import type { Case } from "../../model/case.ts";
import { fontPackageFor } from "../script-fonts.ts";
import type { PlannedPrint } from "./plan-prints.ts";
import type { PrintAnswer } from "./print-job.ts";

/** What could not be set as it was written. */
export interface PrintProblem extends Finding {
  readonly code: "print/missing-glyph" | "print/not-set" | "print/not-accessible";
}

/** How many characters a finding names. */
const CHARACTERS_NAMED = 10;

/** Says of characters that no typeface has where they stand; each once, with the first print that needs it. */
export class LackingGlyphs {
  readonly #files: ReadonlyMap<string, Source>;
  readonly #told = new Set<string>();

  constructor(files: ReadonlyMap<string, Source>) {
    this.#files = files;
  }

  /** Returns what a print lacks that was not said before. */
  of({ case: one, missing }: PlannedPrint): PrintProblem[] {
    const untold = missing.filter((character) => !this.#told.has(character));
    for (const character of untold) this.#told.add(character);
    const [first] = untold;
    if (first === undefined) return [];
    const shown = untold
      .slice(0, CHARACTERS_NAMED)
      .map((character) => `\`${character}\` (${codeOf(character)})`);
    const more = untold.length > shown.length ? [`${untold.length - shown.length} more`] : [];
    const at = this.#find(first, one?.document.source);
    return [
      {
        code: "print/missing-glyph",
        message: `The print’s typefaces have no ${formatList([...shown, ...more])}.`,
        hint: hintFor(untold),
        ...(at && { at }),
      },
    ];
  }

  /** Returns where a character stands: in the case's own file, else in the first that has it. */
  #find(character: string, own: Source | undefined): PrintProblem["at"] {
    for (const source of own ? [own, ...this.#files.values()] : this.#files.values()) {
      const start = source.text.indexOf(character);
      if (start >= 0) return { source, start, end: start + character.length };
    }
    return undefined;
  }
}

function hintFor(characters: readonly string[]): string {
  const packages = [...new Set(characters.flatMap((character) => fontPackageFor(character) ?? []))];
  const remedy =
    packages.length > 0
      ? `Install ${formatList(packages)} beside Demarche, which has them.`
      : "Write it in another script besides.";
  return `The page shows it; the PDF has a box in its place, and not the mark of its standard. ${remedy}`;
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Returns what the typesetter refused of a print. */
export function problemsOf({ path, case: one }: PlannedPrint, answer: PrintAnswer): PrintProblem[] {
  const at = one && { at: { source: one.document.source, start: 0, end: 0 } };
  if (!("pdf" in answer)) {
    const message = `\`${path}\` cannot be set: ${answer.problem}.`;
    return [{ code: "print/not-set", message, hint: "The page is published without it.", ...at }];
  }
  // What a book lacks, its cases lack.
  const damaged = one ? (answer.damaged ?? []).map((picture) => damagedPicture(one, path, picture)) : [];
  if (answer.refused === undefined) return damaged;
  return [
    ...damaged,
    {
      code: "print/not-accessible",
      message: `\`${path}\` does not meet its standard: ${answer.refused}.`,
      hint: "It is published all the same, tagged but without the standard’s mark.",
      ...at,
    },
  ];
}

function damagedPicture({ document: { source } }: Case, path: string, picture: string): PrintProblem {
  const name = picture.split("/").at(-1) ?? "";
  const start = Math.max(0, source.text.indexOf(name));
  return {
    code: "print/not-set",
    message: `The picture \`${picture.slice(1)}\` cannot be set in \`${path}\`.`,
    hint: "Its text alternative stands in its place. Save it again as PNG, JPEG, GIF, WebP or SVG.",
    at: { source, start, end: start + name.length },
  };
}
