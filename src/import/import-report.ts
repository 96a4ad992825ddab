/** A place in a file that is imported: `map_tiers.csv:17 column tier`. */
export interface ImportPlace {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** The header of the cell's column; absent for the whole row. */
  readonly column?: string;
}

/** Kinds of what an import tells, in the order in which they are told. */
export const NOTE_KINDS = [
  "shape",
  "encoding",
  "conflict",
  "duplicate",
  "ragged",
  "value",
  "unmatched",
  "left-out",
  "guess",
] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** Something that an import did, or could not do. Alike ones are one note with a count. */
export interface ImportNote {
  readonly kind: NoteKind;
  readonly message: string;
  /** Where it was met first. */
  readonly place?: ImportPlace;
  /** How often. */
  readonly count: number;
  /** Years in which it was met, first and last. */
  readonly years?: readonly [number, number];
}

/** Most notes of one kind that are kept apart; what is beyond them is counted only. */
const MAX_ALIKE = 5000;

const MORE = "More of this kind, which are not listed.";

/** Collects notes. */
export class ImportReport {
  readonly #notes = new Map<string, { -readonly [K in keyof ImportNote]: ImportNote[K] }>();
  readonly #kinds = new Map<NoteKind, number>();
  #isBlocked = false;

  /** Adds a note; one of the same kind and message is counted instead. */
  add(kind: NoteKind, message: string, place?: ImportPlace, year?: number): void {
    const key = `${kind} ${message} ${kind === "conflict" ? formatPlace(place) : (place?.file ?? "")}`;
    const known = this.#notes.get(key);
    if (!known) {
      const count = (this.#kinds.get(kind) ?? 0) + 1;
      this.#kinds.set(kind, count);
      if (count > MAX_ALIKE) {
        if (message !== MORE) this.add(kind, MORE);
        else this.#notes.set(key, { kind, message, count: 1 });
        return;
      }
      this.#notes.set(key, {
        kind,
        message,
        count: 1,
        ...(place ? { place } : {}),
        ...(year === undefined ? {} : { years: [year, year] }),
      });
      return;
    }
    known.count++;
    if (year !== undefined && known.years)
      known.years = [Math.min(known.years[0], year), Math.max(known.years[1], year)];
  }

  /** Says that nothing may be written. */
  block(): void {
    this.#isBlocked = true;
  }

  get isBlocked(): boolean {
    return this.#isBlocked;
  }

  /** The notes by kind, each kind in the order in which they were met. */
  notes(): readonly ImportNote[] {
    const all = [...this.#notes.values()];
    return NOTE_KINDS.flatMap((kind) => all.filter((note) => note.kind === kind));
  }
}

/** Returns a place as `file:line column name`. */
export function formatPlace(place: ImportPlace | undefined): string {
  if (!place) return "";
  return `${place.file}:${place.line}${place.column === undefined ? "" : ` column ${place.column}`}`;
}

/** Returns a note as one line. */
export function formatNote({ kind, message, place, count, years }: ImportNote): string {
  const span = years ? (years[0] === years[1] ? ` (${years[0]})` : ` (${years[0]}–${years[1]})`) : "";
  const times = count > 1 ? `, ${count} times` : "";
  return `${place ? `${formatPlace(place)} ` : ""}${kind}: ${message}${span}${times}`;
}
