import { analysesOf } from "../../compute/analysis/analyses.ts";
import { gradedYears, nameOf } from "../../compute/casebook-index.ts";
import { codesOf } from "../../model/country-codes.ts";
import { formatSource, sourceUrl } from "../bibliography.ts";
import type { Edition } from "../edition.ts";
import { claimsFile } from "./claims-page.ts";
import type { DataFile, DataTable } from "./data-table.ts";

/** Returns what the pages of countries, sources, statements and analyses list, as files; those without rows are left out. */
export function collectListFiles(edition: Edition): DataFile[] {
  const files: DataFile[] = [
    { path: "countries", label: "Countries", table: tabulateCountries(edition) },
    { path: "sources", label: "Sources", table: tabulateSources(edition) },
    { path: "analyses", label: "Analyses", table: tabulateAnalyses(edition) },
    ...(edition.hasStatements ? [claimsFile(edition)] : []),
  ];
  return files.filter((file) => file.table.rows.length > 0);
}

/** The countries with data, their codes in other data, and the last grade of each. */
function tabulateCountries({ index }: Edition): DataTable {
  return {
    columns: [
      "id",
      "name",
      "alpha2",
      "alpha3",
      "cow",
      "gw",
      "wb",
      "graded_from",
      "graded_to",
      "tier",
      "label",
    ],
    rows: index.countries.map((id) => {
      const { alpha2, alpha3, cow, gw, worldBank } = codesOf(id);
      const years = gradedYears(index, id);
      const last = years.at(-1);
      const graded = [years[0]?.year, last?.year, last?.tier.id, last?.tier.label];
      return [id, nameOf(index.casebook, id), alpha2, alpha3, cow, gw, worldBank, ...graded];
    }),
  };
}

/** The sources in order of their ids, with how many notes, rows and entries rest on each. */
function tabulateSources({ index, uses }: Edition): DataTable {
  return {
    columns: ["id", "type", "title", "year", "citation", "url", "note", "notes", "rows", "entries"],
    rows: [...index.casebook.sources.values()].map((source) => {
      const use = uses.get(source.id);
      const citation = formatSource(source).map(({ text }) => text);
      return [
        source.id,
        source.type,
        source.title,
        source.issued?.year,
        citation.join(""),
        sourceUrl(source),
        source.note,
        use?.notes.length ?? 0,
        use?.files.reduce((sum, { rows }) => sum + rows, 0) ?? 0,
        index.entriesBySource.get(source.id)?.size ?? 0,
      ];
    }),
  };
}

function tabulateAnalyses({ index }: Edition): DataTable {
  return {
    columns: ["id", "title", "question", "method", "result", "rows", "rows_are", "countries"],
    rows: analysesOf(index).map(({ analysis, result }) => [
      analysis.id,
      analysis.title,
      analysis.question,
      analysis.method,
      result?.problem?.detail ?? result?.summary.at(-1),
      result?.account.rows,
      result?.account.rowsAre,
      result?.account.countries,
    ]),
  };
}
