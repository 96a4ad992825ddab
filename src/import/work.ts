import { Failure } from "../base/effects.ts";
import type { Config } from "../model/config.ts";
import type { Country } from "../model/country.ts";
import type { Tier } from "../model/scorecard.ts";
import { CountryMatcher } from "./country-matcher.ts";
import { csvLine } from "./csv-lines.ts";
import { GroupTable } from "./groups.ts";
import { type ImportPlace, ImportReport } from "./import-report.ts";
import { PanelTable } from "./panel-table.ts";
import type { ImportRow } from "./records.ts";
import { RowTable } from "./row-table.ts";

/** What an import is told besides its files. */
export interface ImportOptions {
  /** `first`, `last` or a file: whose value is taken where two differ. */
  readonly prefer?: string | readonly string[];
  /** Name of the series that a panel becomes. */
  readonly series?: string;
  readonly label?: string;
  /** Ids of sources in the bibliography: `ID` for all files, `FILE=ID` for one. */
  readonly source?: string | readonly string[];
  readonly licence?: string;
  /** When the numbers were taken from the source, EDTF. */
  readonly retrieved?: string;
  /** Columns of a country-year file of no known shape. */
  readonly country?: string;
  readonly year?: string;
  readonly value?: readonly string[];
  /** Name of the group of all states that a list of groups leaves out. */
  readonly rest?: string;
  /** The country that a file without a country column is about. */
  readonly of?: string;
  /** Older numbers are replaced even where they cannot be kept. */
  readonly force?: boolean;
}

/** The casebook into which files are imported, as it stands. */
export interface ExistingCasebook {
  readonly config?: Config;
  readonly countries: ReadonlyMap<string, Country>;
  /** A file's text, or undefined where there is none. */
  text(path: string): string | undefined;
}

/** What a new series' codebook says before the user adds to it. */
export interface BookDraft {
  readonly label: string;
  readonly description?: string;
  readonly vintage?: string;
  readonly source?: string;
  readonly columns: Readonly<
    Record<string, { label?: string; unit?: string; range?: readonly [number, number] }>
  >;
}

/** A panel that will be a series: `series/<name>` or `record/aid`. */
export interface PanelDraft {
  readonly table: PanelTable;
  book: BookDraft;
}

/** What one import makes: tables in the making and what there is to tell. */
export class ImportWork {
  readonly options: ImportOptions;
  readonly casebook: ExistingCasebook;
  readonly report = new ImportReport();
  readonly matcher: CountryMatcher;
  readonly panels = new Map<string, PanelDraft>();
  readonly tables = new Map<string, RowTable>();
  readonly groups = new GroupTable();
  /** Rows that found no place, as lines of CSV by the name of their file. */
  readonly unmatched = new Map<string, string[]>();

  constructor(casebook: ExistingCasebook, options: ImportOptions) {
    this.casebook = casebook;
    this.options = options;
    this.matcher = new CountryMatcher(casebook.countries);
  }

  /** The scorecard's tiers. Throws a {@link Failure} where there is no casebook whose scale grades could have. */
  tiers(): readonly Tier[] {
    const tiers = this.casebook.config?.scorecard.tiers;
    if (tiers) return tiers;
    throw new Failure("The folder has no casebook.yaml that names a scorecard's tiers.", {
      hint: "Begin a casebook with `demarche new DIR`, and name it with --into DIR.",
      exitCode: 2,
    });
  }

  /** Returns the id of a file's source in the bibliography, or undefined where nobody said it. */
  sourceOf(file: string): string | undefined {
    const said = [this.options.source ?? []].flat();
    const own = said.find((one) => one.startsWith(`${file}=`));
    return own?.slice(file.length + 1) ?? said.find((one) => !one.includes("="));
  }

  /** Returns the panel of a path without ending, e.g. `series/policy-index`. */
  panel(path: string, file: ImportedTable, draft: BookDraft): PanelTable {
    const source = this.sourceOf(file.name);
    const book = source === undefined ? draft : { ...draft, source };
    const known = this.panels.get(path);
    if (known) {
      known.book = { ...known.book, columns: { ...known.book.columns, ...book.columns } };
      return known.table;
    }
    const table = new PanelTable();
    this.panels.set(path, { table, book });
    return table;
  }

  table(path: string, columns: readonly string[]): RowTable {
    const known = this.tables.get(path) ?? new RowTable(columns);
    this.tables.set(path, known);
    return known;
  }

  /** Puts a row aside with the reason. */
  setAside(
    file: ImportedTable,
    row: ImportRow,
    reason: string,
    kind: "unmatched" | "ragged" = "unmatched",
  ): void {
    const lines = this.unmatched.get(file.name) ?? [csvLine(["line", "reason", ...file.titles])];
    lines.push(csvLine([row.line, reason, ...row.cells]));
    this.unmatched.set(file.name, lines);
    this.report.add(kind, `${reason}.`, { file: file.name, line: row.line });
  }

  /** Tells whether a year is one of the casebook's; a row of another year is left out, which is listed. */
  isOfYears(file: ImportedTable, row: ImportRow, year: number): boolean {
    const years = this.casebook.config?.years;
    if (!years || (year >= years.first && year <= years.last)) return true;
    const span = `${years.first}–${years.last}`;
    this.report.add(
      "left-out",
      `Outside the casebook's years, ${span}.`,
      { file: file.name, line: row.line },
      year,
    );
    return false;
  }

  /** Returns the country of a row; one that cannot be told is put aside. */
  country(file: ImportedTable, row: ImportRow, columns: CountryColumns, year?: number): string | undefined {
    const match = this.matcher.match(
      {
        code: cellAt(row, columns.code),
        cow: cellAt(row, columns.cow),
        name: cellAt(row, columns.name),
      },
      year,
    );
    if ("problem" in match) {
      this.setAside(file, row, match.problem);
      return undefined;
    }
    if (match.guess !== undefined)
      this.report.add("guess", `${match.guess}.`, { file: file.name, line: row.line }, year);
    return match.id;
  }
}

/** Where a file says its country; -1 for what it does not have. */
export interface CountryColumns {
  readonly code: number;
  readonly cow: number;
  readonly name: number;
}

/** A file whose header was read. */
export interface ImportedTable {
  /** Without folders. */
  readonly name: string;
  /** Headers as written. */
  readonly titles: readonly string[];
  /** Headers in lower case with underscores. */
  readonly header: readonly string[];
  /** Cells of the records above the header. */
  readonly preamble: readonly (readonly string[])[];
}

/** Returns a cell, or an empty one for a column that is not there. */
export function cellAt(row: ImportRow, column: number): string {
  return column < 0 ? "" : (row.cells[column] ?? "");
}

/** Returns where a cell stands. */
export function placeAt(file: ImportedTable, row: ImportRow, column: number): ImportPlace {
  return { file: file.name, line: row.line, column: file.titles[column] ?? "" };
}

/** Returns a header in lower case, with an underscore for all that is no letter or digit. */
export function plainHeader(title: string): string {
  return title
    .replace("\ufeff", "")
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
}
