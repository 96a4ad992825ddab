import { Failure, type Folder } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import { isMissing, type Missing } from "../../base/missing.ts";
import { diffSeries } from "../../compute/series-diff.ts";
import type { Series } from "../../model/series.ts";
import { chooseVintage, listVintages, readVintage, type Vintage } from "../../model/vintages.ts";
import { formatCsv, formatJson } from "../../publish/site/data-table.ts";
import { readText } from "../../read/text.ts";
import { openFolder } from "../../serve/disk-folder.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { print, printError } from "../console.ts";
import { ensureDate } from "../ensure-date.ts";
import { diffEditionsCommand, type EditionDiffOptions } from "./diff-editions.ts";

/** Compares two editions, or with `series` two vintages of one series of a casebook. */
export async function diffCommand(
  dir: string,
  others: readonly string[],
  { series, ...options }: EditionDiffOptions & { series?: string },
): Promise<number> {
  if (series !== undefined) return diffVintagesCommand(dir, others, { ...options, series });
  const [newer] = others;
  if (newer === undefined || others.length > 1) {
    throw new Failure("Two editions are compared.", {
      hint: "`demarche diff OLD NEW`; or `--series NAME` for two vintages of a series.",
      exitCode: 2,
    });
  }
  return diffEditionsCommand(dir, newer, options);
}

/**
 * Prints the numbers of a series that moved between two vintages: the one before the newest and the newest, or those of
 * two days. Returns 0 whether or not numbers moved.
 */
async function diffVintagesCommand(
  dir: string,
  days: readonly string[],
  options: { series: string; format: "table" | "csv" | "json" },
): Promise<number> {
  for (const day of days) ensureDate(day);
  const folder = openFolder(dir, defaultOutFolder(dir));
  const base =
    options.series === "record/aid" ? options.series : `series/${options.series.replace(/^series\//, "")}`;
  const { vintages, read } = vintagesOf(folder, base);
  const newest = vintages[0];
  if (!newest) {
    throw new Failure(`${dir} has no series ${options.series}.`, {
      hint: "`ls series` shows them.",
      exitCode: 2,
    });
  }
  const before = days[0] === undefined ? vintages[1] : chooseVintage(vintages, days[0]);
  const after = days[1] === undefined ? newest : chooseVintage(vintages, days[1]);
  if (!before || !after) {
    const dates = vintages.map(({ date }) => date ?? "no date").join(", ");
    throw new Failure(`${options.series} has no vintage to compare with.`, {
      hint: `Its vintages: ${dates}. Importing newer numbers with --retrieved keeps the older.`,
      exitCode: 2,
    });
  }
  const moved = diffSeries(read(before), read(after));
  const table = {
    columns: ["country", "year", "measure", "before", "after"],
    rows: moved.map((one) => [one.country, one.year, one.measure, cell(one.before), cell(one.after)]),
  };
  if (options.format === "csv") print(formatCsv(table));
  else if (options.format === "json") print(formatJson(table));
  else
    for (const row of table.rows)
      print(`${row[0]} ${row[1]} ${row[2]}: ${row[3] ?? "none"} → ${row[4] ?? "none"}\n`);
  printError(
    `${formatCount(moved.length, "number")} moved between ${before.date ?? "no date"} and ${after.date ?? "no date"}\n`,
  );
  return 0;
}

function vintagesOf(
  folder: Folder,
  base: string,
): { vintages: readonly Vintage[]; read: (one: Vintage) => Series } {
  const paths = folder.list().flatMap(({ path, kind }) => (kind === "file" ? [path] : []));
  const ignore = () => undefined;
  const text = (path: string) => {
    const bytes = folder.read(path);
    return bytes ? readText(path, bytes, ignore) : undefined;
  };
  const vintages =
    listVintages(
      paths.filter((path) => path.startsWith(base)),
      text,
    ).get(base) ?? [];
  const read = (one: Vintage) => {
    const series = readVintage(base, one, paths, text, ignore);
    if (series) return series;
    throw new Failure(`${one.path}.csv cannot be read.`, { hint: "`demarche check` says why." });
  };
  return { vintages, read };
}

function cell(value: number | Missing | undefined): string | number | undefined {
  return value !== undefined && isMissing(value) ? value.missing : value;
}
