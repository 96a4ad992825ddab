import { Failure } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import type { SqlCell } from "../../base/sql.ts";
import { type Difference, diffTables } from "../../compute/table-diff.ts";
import { formatCsv } from "../../publish/site/data-table.ts";
import { print, printError } from "../console.ts";
import { readEditionTables } from "../edition-tables.ts";

/** How differences are asked for and printed. */
export interface EditionDiffOptions {
  readonly format: "table" | "csv" | "json";
  /** Only these tables. */
  readonly table?: readonly string[];
}

/**
 * Prints what tells two editions apart: numbers, grades, statistics and verdicts that moved, rows that came and went.
 * Returns 1 where there is any, as `diff` does, else 0.
 */
export async function diffEditionsCommand(
  older: string,
  newer: string,
  { format, table }: EditionDiffOptions,
): Promise<number> {
  const [before, after] = [await readEditionTables(older), await readEditionTables(newer)];
  const unknown = table?.find((name) => ![...before, ...after].some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new Failure(`There is no table ${unknown}.`, {
      hint: `Tables: ${after.map(({ name }) => name).join(", ")}.`,
      exitCode: 2,
    });
  }
  const isAsked = ({ name }: { name: string }): boolean => table?.includes(name) ?? true;
  const { differences, notCompared } = diffTables(before.filter(isAsked), after.filter(isAsked));
  if (format === "json") print(`${JSON.stringify(differences, undefined, 2)}\n`);
  else if (format === "csv") print(formatDifferencesCsv(differences));
  else print(formatDifferences(differences));
  if (notCompared.length > 0) printError(`only one of the two has: ${notCompared.join(", ")}\n`);
  printError(`${summarize(differences)}\n`);
  return differences.length > 0 ? 1 : 0;
}

function summarize(differences: readonly Difference[]): string {
  const count = (change: Difference["change"]): number =>
    differences.filter((one) => one.change === change).length;
  if (differences.length === 0) return "nothing differs";
  return `${formatCount(count("changed"), "cell")} changed, ${formatCount(count("added"), "row")} added, ${formatCount(count("removed"), "row")} removed`;
}

function formatDifferencesCsv(differences: readonly Difference[]): string {
  return formatCsv({
    columns: ["table", "change", "key", "column", "before", "after", "place_before", "place_after"],
    rows: differences.map((one) => [
      one.table,
      one.change,
      formatKey(one),
      one.column,
      cellOf(one.before),
      cellOf(one.after),
      one.placeBefore,
      one.placeAfter,
    ]),
  });
}

/** A row becomes JSON, so that it stays one cell. */
function cellOf(value: Difference["before"]): string | number | boolean | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : value;
}

const SIGNS = { changed: "~", added: "+", removed: "-" } as const;

/** Longest value that a line shows, in characters. */
const VALUE_WIDTH = 60;

/** Returns the differences as lines, a heading for each table; control characters in them become blanks. */
function formatDifferences(differences: readonly Difference[]): string {
  let heading = "";
  let text = "";
  for (const one of differences) {
    if (one.table !== heading) {
      text += `${heading === "" ? "" : "\n"}${one.table}\n`;
      heading = one.table;
    }
    const place = formatPlace(one);
    text += `  ${SIGNS[one.change]} ${clean(formatKey(one))}${formatWhat(one)}${place === "" ? "" : `   (${clean(place)})`}\n`;
  }
  return text;
}

function formatKey({ key }: Difference): string {
  return Object.values(key)
    .filter((part) => part !== null)
    .join(" ");
}

function formatWhat({ change, column, before, after }: Difference): string {
  if (change === "changed") return `  ${column}: ${formatCell(before)} → ${formatCell(after)}`;
  const row = (change === "added" ? after : before) as Readonly<Record<string, SqlCell>>;
  const cells = Object.entries(row ?? {}).map(([name, cell]) => `${name}=${formatCell(cell)}`);
  return cells.length === 0 ? "" : `  ${cells.join(" ")}`;
}

function formatCell(value: Difference["before"]): string {
  if (value === undefined || value === null) return "none";
  const text = clean(String(value));
  return text.length > VALUE_WIDTH ? `${text.slice(0, VALUE_WIDTH - 1)}…` : text;
}

function formatPlace({ placeBefore, placeAfter }: Difference): string {
  if (placeBefore === placeAfter || placeBefore === undefined) return placeAfter ?? "";
  return placeAfter === undefined ? placeBefore : `${placeBefore} → ${placeAfter}`;
}

function clean(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
