import { isMissing } from "../../base/missing.ts";
import { type Analysis, type AnalysisVariable, variablesOf } from "../../model/analysis.ts";
import { namesIn } from "../../model/variable.ts";
import { isYearIn, type YearRange } from "../../model/year-range.ts";
import type { CasebookIndex } from "../casebook-index.ts";
import { type Cells, columnOf, type Frame, frameOf, isUnknown, labelVariable } from "./frame.ts";
import { findNamed, isMember } from "./named-variables.ts";

/** One country in one year with the values asked for, none missing. */
export interface SampleRow {
  readonly country: string;
  readonly year: number;
  /** In the order of the variables. */
  readonly x: readonly number[];
}

/** Rows that were left out for one reason. */
export interface DroppedRows {
  /** e.g. "policy index: not available". */
  readonly reason: string;
  readonly rows: number;
  readonly countries: number;
}

/** A series or file that a result rests on. */
export interface Vintage {
  readonly name: string;
  readonly label: string;
  /** When its numbers were taken from the source, EDTF. */
  readonly vintage?: string;
  readonly pinnedTo?: string;
  /** Id of the source. */
  readonly source?: string;
}

/** What a result rests on. */
export interface SampleAccount {
  /** What the method worked with; what a row is says `rowsAre`. */
  readonly rows: number;
  /** e.g. "country-years", "countries", "stays". */
  readonly rowsAre: string;
  readonly countries: number;
  /** First and last year of the rows; absent without rows. */
  readonly years?: YearRange;
  /** Country-years that the sample asks for. */
  readonly considered: number;
  readonly dropped: readonly DroppedRows[];
  readonly rests: readonly Vintage[];
}

/** The part of the panel that an analysis looks at. */
export interface SampleFrame {
  readonly frame: Frame;
  readonly analysis: Analysis;
  /** Tells whether the sample holds a country in a year. */
  has(country: string, year: number): boolean;
  /** Returns a variable's values; what is no variable was found before. */
  column(variable: AnalysisVariable): Cells;
  /** Returns the value at a country and year of the frame. */
  at(cells: Cells, country: number, year: number): Cells[number];
  /** What of its years the frame holds. */
  readonly years: YearRange;
}

/** Returns the sample of an analysis. */
export function openSample(index: CasebookIndex, analysis: Analysis): SampleFrame {
  const frame = frameOf(index);
  const { countries, groups, except, years } = analysis.sample;
  const named = countries && new Set(countries.map(({ word }) => word));
  const without = new Set(except.map(({ word }) => word));
  const range = {
    first: Math.max(frame.years.first, years?.first ?? frame.years.first),
    last: Math.min(frame.years.last, years?.last ?? frame.years.last),
  };
  return {
    frame,
    analysis,
    years: range,
    has: (country, year) =>
      isYearIn(range, year) &&
      (named === undefined || named.has(country)) &&
      !without.has(country) &&
      (groups === undefined || groups.some(({ word }) => isMember(index, country, word, year))),
    column(variable) {
      const cells = columnOf(frame, variable.is, { codes: analysis.tierCodes, until: range.last });
      if (isUnknown(cells)) throw new Error(cells.problem);
      return cells;
    },
    at: (cells, country, year) =>
      cells[country * frame.width + year - frame.years.first] ?? { missing: "not-available" },
  };
}

/** Collects what is left out, by reason. */
export class DropList {
  readonly #reasons = new Map<string, { rows: number; countries: Set<string> }>();

  /** Notes a row that is left out. */
  add(reason: string, country: string, rows = 1): void {
    const found = this.#reasons.get(reason) ?? { rows: 0, countries: new Set<string>() };
    found.rows += rows;
    found.countries.add(country);
    this.#reasons.set(reason, found);
  }

  /** Returns the reasons, those of most rows first. */
  list(): DroppedRows[] {
    return [...this.#reasons]
      .map(([reason, { rows, countries }]) => ({ reason, rows, countries: countries.size }))
      .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
  }
}

/** Rows of a sample in which every variable has a value, and what was left out. */
export interface CompleteRows {
  readonly rows: readonly SampleRow[];
  readonly considered: number;
  readonly drops: DropList;
}

/**
 * Returns the country-years of a sample in which every variable has a value, by country, then year. The first variable that
 * lacks one says why the row is left out.
 */
export function completeRows(sample: SampleFrame, variables: readonly AnalysisVariable[]): CompleteRows {
  const { frame } = sample;
  const columns = variables.map((one) => sample.column(one));
  const labels = variables.map((one) => nameVariable(frame.index, one));
  const drops = new DropList();
  const rows: SampleRow[] = [];
  let considered = 0;
  for (const [i, country] of frame.countries.entries()) {
    for (let year = sample.years.first; year <= sample.years.last; year++) {
      if (!sample.has(country, year)) continue;
      considered++;
      const x: number[] = [];
      for (const [j, cells] of columns.entries()) {
        const value = sample.at(cells, i, year);
        if (isMissing(value)) {
          drops.add(`${labels[j]}: ${describeReason(value)}`, country);
          break;
        }
        x.push(value);
      }
      if (x.length === columns.length) rows.push({ country, year, x });
    }
  }
  return { rows, considered, drops };
}

/** Returns a reason in words; of details only those that are the same for many rows, which files' names are not. */
export function describeReason({
  missing,
  detail,
}: {
  readonly missing: string;
  readonly detail?: string;
}): string {
  const isGeneral = detail !== undefined && !/\d{4}|grades\.csv for/.test(detail);
  return isGeneral ? detail : missing.replaceAll("-", " ").replace("not in report", "not in the report");
}

/** Returns what readers call a variable of an analysis. */
export function nameVariable(index: CasebookIndex, variable: AnalysisVariable): string {
  return variable.label ?? labelVariable(index, variable.is);
}

/** Returns what a result rests on, from the rows used. */
export function accountOf(
  sample: SampleFrame,
  used: readonly { readonly country: string; readonly year: number }[],
  more: {
    readonly considered: number;
    readonly drops: DropList;
    readonly rowsAre?: string;
    readonly rows?: number;
  },
): SampleAccount {
  const years = used.map((row) => row.year);
  const range = years.length > 0 && { first: Math.min(...years), last: Math.max(...years) };
  return {
    rows: more.rows ?? used.length,
    rowsAre: more.rowsAre ?? "country-years",
    countries: new Set(used.map((row) => row.country)).size,
    ...(range ? { years: range } : {}),
    considered: more.considered,
    dropped: more.drops.list(),
    rests: restsOf(sample),
  };
}

function restsOf({ frame: { index }, analysis }: SampleFrame): Vintage[] {
  const names = variablesOf(analysis).flatMap(({ variable }) => namesIn(variable.is));
  const isOfTiers =
    analysis.method === "transitions" || analysis.method === "stays" || analysis.method === "tier-model";
  const rests = new Set(isOfTiers ? ["grades.csv"] : []);
  for (const name of names) {
    const named = findNamed(index, name, analysis.tierCodes);
    if (!isUnknown(named) && named.rests !== "") rests.add(named.rests);
  }
  return [...rests].sort().map((name): Vintage => {
    const series = name === "record/aid" ? index.casebook.aid : index.casebook.series.get(name);
    if (!series) return { name, label: name };
    const { label, vintage, pinnedTo, source } = series;
    return {
      name,
      label,
      ...(vintage === undefined ? {} : { vintage }),
      ...(pinnedTo === undefined ? {} : { pinnedTo }),
      ...(source === undefined ? {} : { source }),
    };
  });
}
