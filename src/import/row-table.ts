import { compareText } from "../base/diagnostic.ts";
import { csvLine } from "./csv-lines.ts";
import type { ImportPlace, ImportReport } from "./import-report.ts";
import { type Preference, takesLater } from "./preference.ts";

/** A table of texts in the making, one row a key. */
export class RowTable {
  readonly columns: readonly string[];
  readonly #rows = new Map<string, { cells: string[]; places: ImportPlace[] }>();

  constructor(columns: readonly string[]) {
    this.columns = columns;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Tells whether a key is there. */
  has(key: string): boolean {
    return this.#rows.has(key);
  }

  /** Adds a row. Where the key is there with other cells, a cell that says less gives way; the preference decides between others. */
  add(
    key: string,
    cells: readonly string[],
    place: ImportPlace,
    prefer: Preference,
    report: ImportReport,
    weigh: (cell: string) => number = (cell) => (cell === "" ? 0 : 1),
  ): void {
    const known = this.#rows.get(key);
    if (!known) {
      this.#rows.set(key, { cells: [...cells], places: cells.map(() => place) });
      return;
    }
    if (cells.every((cell, i) => cell === known.cells[i])) {
      report.add("duplicate", "A row agrees with an earlier one.", place);
      return;
    }
    cells.forEach((later, i) => {
      const earlier = known.cells[i] ?? "";
      if (later === earlier || weigh(later) < weigh(earlier)) return;
      const what = `${this.columns[i]} of ${key}`;
      const earlierPlace = known.places[i] ?? place;
      const isTaken =
        weigh(later) > weigh(earlier) ||
        takesLater(what, { value: earlier, place: earlierPlace }, { value: later, place }, prefer, report);
      if (!isTaken) return;
      known.cells[i] = later;
      known.places[i] = place;
    });
  }

  /** The rows' cells, by key. */
  rows(): readonly (readonly string[])[] {
    return [...this.#rows].sort(([a], [b]) => compareText(a, b)).map(([, { cells }]) => cells);
  }

  /** Yields header and rows as CSV, by key; a column that is empty throughout is left out unless it is needed. */
  *lines(needed: readonly string[] = this.columns): Generator<string> {
    const rows = this.rows();
    const used = this.columns.map(
      (name, i) => needed.includes(name) || rows.some((cells) => cells[i] !== ""),
    );
    yield csvLine(this.columns.filter((_, i) => used[i]));
    for (const cells of rows) yield csvLine(cells.filter((_, i) => used[i]));
  }
}
