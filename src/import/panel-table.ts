import { compareText } from "../base/diagnostic.ts";
import { isMissing, MISSING_REASONS, type Missing } from "../base/missing.ts";
import { csvLine } from "./csv-lines.ts";
import type { ImportPlace, ImportReport } from "./import-report.ts";
import { type Preference, takesLater } from "./preference.ts";

/** States of a cell: not written yet, a number, or 2 + the place of its reason among MISSING_REASONS. */
const UNSET = 0;
const NUMBER = 1;

/** One measure, as arrays that grow: 15 bytes a cell. */
interface Column {
  readonly name: string;
  values: Float64Array;
  states: Uint8Array;
  lines: Uint32Array;
  files: Uint16Array;
}

/**
 * A country × year panel of numbers in the making. It holds a million rows in some 100 MB: numbers and where they stand,
 * no texts.
 */
export class PanelTable {
  readonly #countries: string[] = [];
  readonly #countryIndex = new Map<string, number>();
  readonly #rows = new Map<number, number>();
  readonly #columns = new Map<string, Column>();
  readonly #files: string[] = [];
  #capacity = 1024;

  /** Number of country-years. */
  get size(): number {
    return this.#rows.size;
  }

  get measures(): readonly string[] {
    return [...this.#columns.keys()];
  }

  /**
   * Sets a cell. The same number again is a duplicate; another one is a conflict, which the preference decides; a number
   * takes the place of a missing value, and a missing value never that of a number.
   */
  set(
    country: string,
    year: number,
    measure: string,
    value: number | Missing,
    place: ImportPlace,
    prefer: Preference,
    report: ImportReport,
  ): void {
    const row = this.#rowOf(country, year);
    const column = this.#columnOf(measure);
    const state = isMissing(value) ? 2 + MISSING_REASONS.indexOf(value.missing) : NUMBER;
    const before = column.states[row] ?? UNSET;
    if (before === NUMBER && state !== NUMBER) return;
    if (before === NUMBER && state === NUMBER) {
      const earlier = { value: String(column.values[row]), place: this.#placeOf(column, row, place) };
      if (column.values[row] === value) {
        report.add("duplicate", `A country-year stands there twice, with the same ${measure}.`, place, year);
        return;
      }
      const what = `${measure} of ${country} ${year}`;
      if (!takesLater(what, earlier, { value: String(value), place }, prefer, report)) return;
    }
    column.states[row] = state;
    column.values[row] = state === NUMBER ? (value as number) : 0;
    column.lines[row] = place.line;
    column.files[row] = this.#fileOf(place.file);
  }

  /** Yields header and rows as CSV, by country and year; country-years without any number are left out. */
  *lines(): Generator<string> {
    const columns = [...this.#columns.values()];
    yield csvLine(["country", "year", ...columns.map(({ name }) => name)]);
    const order = this.#countries
      .map((_, i) => i)
      .sort((a, b) => compareText(this.#countries[a] ?? "", this.#countries[b] ?? ""));
    const rank = new Uint32Array(order.length);
    order.forEach((index, position) => {
      rank[index] = position;
    });
    const keys = Float64Array.from(
      this.#rows.keys(),
      (key) => (rank[Math.floor(key / SPAN)] ?? 0) * SPAN + (key % SPAN),
    ).sort();
    for (const key of keys) {
      const country = order[Math.floor(key / SPAN)] ?? 0;
      const year = key % SPAN;
      const row = this.#rows.get(country * SPAN + year) ?? 0;
      if (!columns.some(({ states }) => states[row] === NUMBER)) continue;
      yield csvLine([this.#countries[country] ?? "", year, ...columns.map((column) => cellOf(column, row))]);
    }
  }

  #rowOf(country: string, year: number): number {
    let index = this.#countryIndex.get(country);
    if (index === undefined) {
      index = this.#countries.length;
      this.#countryIndex.set(country, index);
      this.#countries.push(country);
    }
    const key = index * SPAN + year;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = this.#rows.size;
    this.#rows.set(key, row);
    if (row >= this.#capacity) this.#grow();
    return row;
  }

  #columnOf(name: string): Column {
    const known = this.#columns.get(name);
    if (known) return known;
    const size = this.#capacity;
    const column = {
      name,
      values: new Float64Array(size),
      states: new Uint8Array(size),
      lines: new Uint32Array(size),
      files: new Uint16Array(size),
    };
    this.#columns.set(name, column);
    return column;
  }

  #grow(): void {
    this.#capacity *= 2;
    for (const column of this.#columns.values()) {
      column.values = copied(new Float64Array(this.#capacity), column.values);
      column.states = copied(new Uint8Array(this.#capacity), column.states);
      column.lines = copied(new Uint32Array(this.#capacity), column.lines);
      column.files = copied(new Uint16Array(this.#capacity), column.files);
    }
  }

  #fileOf(file: string): number {
    const index = this.#files.lastIndexOf(file);
    return index >= 0 ? index : this.#files.push(file) - 1;
  }

  #placeOf(column: Column, row: number, like: ImportPlace): ImportPlace {
    return { ...like, file: this.#files[column.files[row] ?? 0] ?? like.file, line: column.lines[row] ?? 0 };
  }
}

/** Years of a country lie within this span. */
const SPAN = 10_000;

function copied<T extends Float64Array | Uint8Array | Uint32Array | Uint16Array>(wide: T, narrow: T): T {
  wide.set(narrow);
  return wide;
}

function cellOf({ values, states }: Column, row: number): string | number {
  const state = states[row] ?? UNSET;
  if (state === NUMBER) return values[row] ?? "";
  const reason = state === UNSET ? "not-coded" : (MISSING_REASONS[state - 2] ?? "not-coded");
  return reason === "not-coded" ? "" : reason;
}
