import { z } from "zod";
import { parseDate } from "../base/edtf.ts";
import type { Missing } from "../base/missing.ts";
import { suggest } from "../base/nearest.ts";
import { positionOfFile, type Source } from "../base/source.ts";
import { cellAt, readCsv } from "../read/csv.ts";
import type { Report } from "../read/report.ts";
import { readYaml } from "../read/yaml.ts";
import { readWith, text } from "./from-zod.ts";
import { createRowReader, LARGEST } from "./read-cells.ts";
import type { Series, SeriesColumn, SeriesRow } from "./series.ts";

const bound = z.number().min(-LARGEST).max(LARGEST);
const range = z.tuple([bound, bound]).refine(([lowest, highest]) => lowest < highest, {
  message: "its lowest number is not below its highest",
  params: { hint: "Write `[lowest, highest]`, e.g. [3, 15]." },
});

const codebook = z.strictObject({
  label: text,
  description: text.optional(),
  source: text.optional(),
  licence: text.optional(),
  vintage: text
    .refine((value) => parseDate(value) !== undefined, {
      message: "it is not a date",
      params: { hint: "Write it as 2015, 2015-09 or 2015-09-04." },
    })
    .optional(),
  columns: z
    .record(
      z.string(),
      z.strictObject({
        label: text.optional(),
        unit: text.optional(),
        range: range.optional(),
      }),
    )
    .default({}),
});

/** What a series' codebook may hold. */
export const seriesSchema: z.ZodType = codebook;

type Codebook = z.output<typeof codebook>;

const OWN_COLUMNS = ["country", "year", "source", "note"];

/**
 * Returns a country-year file and its codebook. Every column besides country, year, source and note is a measure.
 * A codebook that is missing or cannot be read leaves the columns with their headers as labels.
 */
export function readSeries(id: string, data: Source, book: Source | undefined, report: Report): Series {
  const columns = { required: ["country", "year"], optional: ["source", "note"], allowsOthers: true };
  const table = readCsv(data, columns, report);
  const measures = table.header.filter((name) => name !== "" && !OWN_COLUMNS.includes(name));
  const described = book
    ? readCodebook(book, table.header.length > 0 ? measures : undefined, report)
    : undefined;
  const rows: SeriesRow[] = [];
  for (const row of columns.required.every((name) => table.header.includes(name)) ? table.rows : []) {
    const cells = createRowReader(table, row, report);
    const country = cells.needed("country");
    const year = cells.year("year");
    if (country === undefined || year === undefined) continue;
    const values: Record<string, number | Missing> = {};
    for (const name of measures) {
      const value = cells.number(name);
      if (value !== undefined) values[name] = value;
    }
    const source = cells.text("source");
    rows.push({
      country,
      year,
      values,
      ...(source === undefined ? {} : { source }),
      at: cellAt(table, row, "year"),
    });
  }
  return {
    id,
    label: described?.label ?? id,
    ...pick(described, "description", "source", "licence", "vintage"),
    columns: measures.map((name) => createColumn(name, described)),
    rows,
    at: positionOfFile(book ?? data),
  };
}

/** Reads a codebook; `measures` are absent where the data have no header that could be read. */
function readCodebook(
  book: Source,
  measures: readonly string[] | undefined,
  report: Report,
): Codebook | undefined {
  const tree = readYaml(book, report);
  const described = tree ? readWith(codebook, tree, "series", report) : undefined;
  for (const name of Object.keys(described?.columns ?? {})) {
    if (measures === undefined || measures.includes(name)) continue;
    report("series/unknown-column", {
      message: `The codebook describes \`${name}\`, which is not a column of the file.`,
      at: tree?.positionOfKey(["columns", name]) ?? positionOfFile(book),
      hint: suggest(name, measures, `Its columns are ${measures.join(", ")}.`),
    });
  }
  return described;
}

function createColumn(name: string, described: Codebook | undefined): SeriesColumn {
  const column = described?.columns[name];
  return {
    id: name,
    label: column?.label ?? name,
    ...(column?.unit ? { unit: column.unit } : {}),
    ...(column?.range ? { range: column.range } : {}),
  };
}

function pick<K extends "description" | "source" | "licence" | "vintage">(
  described: Codebook | undefined,
  ...keys: readonly K[]
): { [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  for (const key of keys) {
    const value = described?.[key];
    if (value !== undefined) found[key] = value;
  }
  return found;
}
