import { parseDate } from "../base/edtf.ts";
import type { Source } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import { readYaml } from "../read/yaml.ts";
import { readSeries } from "./read-series.ts";
import type { Series } from "./series.ts";

/** Files of a series: `<base>.csv` has its newest numbers, `<base>@<vintage>.csv` older ones. */
const FILE = /^(series\/[^/@]+|record\/aid)(?:@([^/]+))?\.csv$/;

/** One state of a series' numbers. */
export interface Vintage {
  /** Its files without ending, e.g. `series/gdp@2014-06-30`. */
  readonly path: string;
  /** When the numbers were taken, EDTF; absent where nobody said. */
  readonly date?: string;
  readonly isOlder: boolean;
}

/** Returns the series that a path belongs to, e.g. `series/gdp`, or undefined where it is no series' file. */
export function seriesOfPath(path: string): { readonly base: string; readonly date?: string } | undefined {
  const [, base, date] = FILE.exec(path) ?? [];
  return base === undefined ? undefined : { base, ...(date === undefined ? {} : { date }) };
}

/** Returns the vintages of every series by its path without ending, the newest first. */
export function listVintages(
  paths: readonly string[],
  text: (path: string) => Source | undefined,
): Map<string, Vintage[]> {
  const found = new Map<string, Vintage[]>();
  for (const path of paths) {
    const file = seriesOfPath(path);
    if (!file) continue;
    const plain = path.replace(/\.csv$/, "");
    const book = `${plain}.yaml`;
    const date = file.date ?? (paths.includes(book) ? statedVintage(text(book)) : undefined);
    const vintage = {
      path: plain,
      isOlder: file.date !== undefined,
      ...(date === undefined ? {} : { date }),
    };
    found.set(file.base, [...(found.get(file.base) ?? []), vintage]);
  }
  for (const list of found.values())
    list.sort((a, b) => Number(a.isOlder) - Number(b.isOlder) || (lastDay(a) < lastDay(b) ? 1 : -1));
  return found;
}

/**
 * Returns the vintage of a series that a reader had on a day: the newest that is not later, by the last day that its date
 * can mean. Without a day the newest; undefined where there is none.
 */
export function chooseVintage(vintages: readonly Vintage[], asOf?: string): Vintage | undefined {
  if (asOf === undefined) return vintages[0];
  const day = parseDate(asOf)?.last ?? asOf;
  return vintages
    .filter((one) => one.date !== undefined && lastDay(one) <= day)
    .reduce<Vintage | undefined>(
      (best, one) => (best && lastDay(best) >= lastDay(one) ? best : one),
      undefined,
    );
}

/** Reads the numbers of one vintage; a series that shares the newest's codebook has it. */
export function readVintage(
  base: string,
  { path, date }: Vintage,
  paths: readonly string[],
  text: (path: string) => Source | undefined,
  report: Report,
): Series | undefined {
  const data = text(`${path}.csv`);
  const books = [`${path}.yaml`, `${base}.yaml`];
  const book = books.find((one) => paths.includes(one));
  if (!data) return undefined;
  const id = base.replace(/^series\//, "");
  const series = readSeries(id, data, book === undefined ? undefined : text(book), report);
  return date === undefined ? series : { ...series, vintage: date };
}

function lastDay({ date }: Vintage): string {
  return date === undefined ? "" : (parseDate(date)?.last ?? date);
}

function statedVintage(book: Source | undefined): string | undefined {
  const data = book ? readYaml(book, () => undefined)?.data : undefined;
  if (typeof data !== "object" || data === null || !("vintage" in data)) return undefined;
  const { vintage } = data;
  return typeof vintage === "string" || typeof vintage === "number" ? String(vintage) : undefined;
}
