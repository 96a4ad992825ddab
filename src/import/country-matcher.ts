import isoCountries from "i18n-iso-countries";
import { formatList } from "../base/format.ts";
import type { Country } from "../model/country.ts";
import { idOfAlpha2 } from "../model/country-codes.ts";

/** What a row says of its country; parts that the file does not have are absent. */
export interface CountryCells {
  /** An alpha-3 or alpha-2 code. */
  readonly code?: string;
  /** A Correlates of War number. */
  readonly cow?: string;
  readonly name?: string;
}

/** The country that a row is about, or why it cannot be told. */
export type CountryMatch =
  | {
      readonly id: string /** How it was told, where the row does not say it itself. */;
      readonly guess?: string;
    }
  | { readonly problem: string };

/** States of which a part, or a successor, is named in years in which the whole was one state. */
const UNIONS: Readonly<Record<string, readonly string[]>> = {
  SRB: ["SCG", "YUG"],
  MNE: ["SCG", "YUG"],
  SCG: ["SCG", "YUG", "SRB"],
  YUG: ["SCG", "YUG", "SRB"],
  CZE: ["CZE", "CSK"],
  RUS: ["RUS", "SUN"],
};

/** Numbers that data sets use beside those of the Correlates of War project. */
const OTHER_NUMBERS: Readonly<Record<string, string>> = {
  "260": "DEU",
  "340": "SRB",
  "678": "YEM",
  "818": "VNM",
};

const NOTHING = new Set(["", "NA", "N/A", "NAN", "NULL", "."]);

/**
 * Tells countries by code, number or name, in this order: an ISO 3166-1 code; a Correlates of War number, by the state
 * system of the year; a name of the casebook (`countries.csv`), of ISO 3166-1 or of the i18n-iso-countries package.
 * What is not a code of the row's own is a guess, and says how it was told.
 */
export class CountryMatcher {
  readonly #countries: ReadonlyMap<string, Country>;
  readonly #names = new Map<string, string>();
  /** Names that several places share, with the ids of all of them. */
  readonly #shared = new Map<string, readonly string[]>();
  readonly #numbers = new Map<string, string[]>();
  /** Codes that need no guess, as they are mostly written. */
  readonly #codes = new Map<string, { readonly id: string }>();
  readonly #cache = new Map<string, CountryMatch>();

  constructor(countries: ReadonlyMap<string, Country>) {
    this.#countries = countries;
    this.#addNames(
      Object.entries(isoCountries.getNames("en", { select: "all" })).flatMap(([alpha2, names]) => {
        const id = idOfAlpha2(alpha2);
        return id === undefined ? [] : [{ id, names }];
      }),
    );
    this.#addNames(
      [...countries.values()].map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] })),
    );
    for (const { id, cow } of countries.values()) {
      this.#codes.set(id, { id });
      if (cow === undefined) continue;
      const ids = this.#numbers.get(String(cow)) ?? [];
      this.#numbers.set(String(cow), [...ids, id]);
    }
  }

  /** Names that are added later take the place of the same names added before. */
  #addNames(places: readonly { readonly id: string; readonly names: readonly string[] }[]): void {
    const found = new Map<string, Set<string>>();
    for (const { id, names } of places) {
      for (const name of names.map(plain)) found.set(name, (found.get(name) ?? new Set()).add(id));
    }
    for (const [name, ids] of found) {
      this.#names.delete(name);
      this.#shared.delete(name);
      const [id = "", ...others] = ids;
      if (others.length > 0) this.#shared.set(name, [id, ...others].sort());
      else this.#names.set(name, id);
    }
  }

  /** Returns the country of a row in a year; without a year, the state of today. */
  match(cells: CountryCells, year = 9999): CountryMatch {
    const plainCode = this.#codes.get(cells.code ?? "");
    if (plainCode && this.#isState(plainCode.id, year)) return plainCode;
    const key = `${cells.code}|${cells.cow}|${cells.name}|${year}`;
    const known = this.#cache.get(key);
    if (known) return known;
    const found = this.#find(cells, year);
    if (this.#cache.size < 100_000) this.#cache.set(key, found);
    return found;
  }

  #find({ code = "", cow = "", name = "" }: CountryCells, year: number): CountryMatch {
    const byName = this.#names.get(plain(name));
    const byCode = this.#byCode(code.trim(), byName);
    if (byCode && !this.#countries.has(byCode.id)) return { problem: sayUndeclared(code, byCode.id) };
    if (byCode) return { id: byCode.id, ...this.#outside(byCode.id, year, byCode.guess) };
    const byNumber = this.#byNumber(cow.trim(), year);
    if (byNumber) {
      const said = [...new Set([code, name])]
        .filter((one) => !NOTHING.has(one.trim().toUpperCase()))
        .join(", ");
      const guess = `${said === "" ? "" : `\`${said}\`, `}COW ${Number(cow)} is ${byNumber}`;
      return { id: byNumber, ...this.#outside(byNumber, year, guess) };
    }
    const shared = this.#shared.get(plain(name));
    if (shared) return { problem: `\`${name.trim()}\` may be ${formatList(shared, "or")}` };
    if (byName === undefined) return { problem: problemOf(code, cow, name) };
    if (!this.#countries.has(byName)) return { problem: sayUndeclared(name, byName) };
    const id = this.#stateOf(byName, year);
    const guess = `\`${name.trim()}\` is ${id}${id === byName ? "" : `, in which ${byName} was then`}`;
    return { id, ...this.#outside(id, year, guess) };
  }

  /** `NA` is Namibia where the row's name says so, or where codes have two letters; else it says that there is none. */
  #byCode(code: string, byName: string | undefined): { id: string; guess?: string } | undefined {
    const letters = code.toUpperCase();
    if (letters === "NA") {
      return byName === "NAM"
        ? { id: "NAM", guess: "`NA` is the code of Namibia, as the name says" }
        : undefined;
    }
    if (letters.length === 3 && this.#countries.has(letters)) return { id: letters };
    if (letters.length !== 2) return undefined;
    const id = idOfAlpha2(letters);
    return id === undefined ? undefined : { id };
  }

  #byNumber(cow: string, year: number): string | undefined {
    const number = /^\d+(?:\.0+)?$/.test(cow) ? String(Number(cow)) : "";
    const ids = this.#numbers.get(number);
    if (!ids) return OTHER_NUMBERS[number];
    if (ids.length === 1) return ids[0];
    return (
      ids.filter((id) => this.#isState(id, year)).sort((a, b) => this.#since(b) - this.#since(a))[0] ?? ids[0]
    );
  }

  #stateOf(id: string, year: number): string {
    if (this.#isState(id, year) && id !== "YUG") return id;
    return UNIONS[id]?.find((one) => this.#isState(one, year)) ?? id;
  }

  #isState(id: string, year: number): boolean {
    const state = this.#countries.get(id);
    return state !== undefined && year >= (state.from ?? 0) && year <= (state.to ?? 9999);
  }

  #since(id: string): number {
    return this.#countries.get(id)?.from ?? 0;
  }

  #outside(id: string, year: number, guess: string | undefined): { guess?: string } {
    if (year === 9999 || this.#isState(id, year)) return guess === undefined ? {} : { guess };
    const name = this.#countries.get(id)?.name ?? id;
    const note = `${name} (${id}) was not a state of its own then; kept as the file has it`;
    return { guess: guess === undefined ? note : `${guess}; ${note}` };
  }
}

/** What is said of Kosovo, which ISO does not list, in a casebook that does not have it. */
function sayUndeclared(said: string, id: string): string {
  return `\`${said.trim()}\` is ${id}, which \`countries.csv\` does not declare`;
}

function problemOf(code: string, cow: string, name: string): string {
  const said = [...new Set([name, code, cow].map((one) => one.trim()))].filter(
    (one) => !NOTHING.has(one.toUpperCase()),
  );
  return said.length === 0
    ? "the row names no country"
    : `\`${said.join(", ")}\` is no country that is known`;
}

/** Returns a name without accents, case, punctuation, blanks, a leading article and `and`. */
function plain(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/^\s*the\s|,\s*the\s*$/g, " ")
    .replace(/&/g, " and ")
    .replace(/\bst\.?\s/g, "saint ")
    .replace(/\band\b/g, " ")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
