import { yearOf } from "../../base/edtf.ts";
import { createMissing, isMissing, type Missing } from "../../base/missing.ts";
import { type CasebookIndex, nameOf } from "../../compute/casebook-index.ts";
import type { Statistic } from "../../compute/statistics.ts";
import { governmentsTable, grantsTable, lawsTable, quotedTable } from "../../compute/tables/record-tables.ts";
import type { CasebookTable } from "../../compute/tables/table.ts";
import type { Timeline } from "../../compute/timeline.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { Grade } from "../../model/grade.ts";
import type { Series } from "../../model/series.ts";
import { formatYearRange, yearsOf } from "../../model/year-range.ts";
import type { DataCell, DataFile, DataTable } from "./data-table.ts";
import { collectRecordFiles } from "./entry-tables.ts";

const NOT_CODED = createMissing("not-coded");

/** Returns grades with their tier or the reason why there is none. */
export function tabulateGrades(casebook: Casebook, grades: readonly Grade[]): DataTable {
  return {
    columns: ["country", "name", "year", "tier", "label", "missing", "source", "note"],
    rows: grades.map(({ country, year, tier, source, note }) => [
      country,
      nameOf(casebook, country),
      year,
      ...(isMissing(tier) ? [undefined, undefined, tier.missing] : [tier.id, tier.label, undefined]),
      source,
      note,
    ]),
  };
}

/** Returns a country's grades in year order. */
export function gradesOf(index: CasebookIndex, country: string): Grade[] {
  return [...(index.grades.get(country)?.values() ?? [])].sort((a, b) => a.year - b.year);
}

/** Returns a country's statistics, with how each was made. */
export function tabulateStatistics(country: string, statistics: readonly Statistic[]): DataTable {
  return {
    columns: [
      "country",
      "statistic",
      "label",
      "value",
      "missing",
      "printed",
      "unit",
      "aggregation",
      "years",
      "basis",
      "from",
      "column",
      "source",
      "vintage",
    ],
    rows: statistics.map(({ row, value, text, quoted, years, basis }) => [
      country,
      row.id,
      row.label,
      ...split(value),
      text,
      row.unit,
      row.aggregation,
      formatYearRange(years).replace("–", "-"),
      basis,
      row.from,
      row.column,
      quoted?.source,
      quoted?.vintage,
    ]),
  };
}

/** Returns what a timeline shows, one row a year, for machines: values and reasons in columns of their own. */
export function tabulateTimelineData({
  country,
  years,
  grades,
  index,
  laws,
  governments,
  documents,
}: Timeline): DataTable {
  const counts = new Map(documents?.years.map(({ year, available }) => [year, available]));
  const tiers = new Map(grades.map((grade) => [grade.year, grade.tier]));
  const values = new Map(index?.values.map(({ year, value }) => [year, value]));
  return {
    columns: [
      "country",
      "year",
      "tier",
      "label",
      "tier_missing",
      ...(index ? ["index", "index_missing"] : []),
      "laws",
      "governments",
      ...(documents ? ["documents_available"] : []),
    ],
    rows: yearsOf(years).map((year) => {
      const tier = tiers.get(year) ?? NOT_CODED;
      return [
        country.id,
        year,
        ...(isMissing(tier) ? [undefined, undefined, tier.missing] : [tier.id, tier.label, undefined]),
        ...(index ? split(values.get(year) ?? NOT_CODED) : []),
        laws
          .flatMap((law) => (yearOf(law.enacted) === year ? [`${law.label} (${law.enacted.text})`] : []))
          .join("; "),
        governments
          .filter(
            ({ start, end }) => Number(start.slice(0, 4)) <= year && year <= Number(end?.slice(0, 4) ?? year),
          )
          .map(({ person }) => person)
          .join("; "),
        ...(documents ? [counts.get(year)] : []),
      ];
    }),
  };
}

/** Returns the casebook's data as files, with full columns; parts of the casebook without rows are left out. */
export function collectDataFiles({ casebook }: CasebookIndex): DataFile[] {
  const files: DataFile[] = [
    { path: "grades", label: "Grades", table: tabulateGrades(casebook, casebook.grades) },
    ...[...casebook.series.values()].map((series) => ({
      path: `series/${series.id}`,
      label: series.label,
      table: tabulateSeries(series),
    })),
    { path: "laws", label: "Laws", table: tabulate(lawsTable, casebook) },
    { path: "governments", label: "Governments", table: tabulate(governmentsTable, casebook) },
    { path: "grants", label: "Grants", table: tabulate(grantsTable, casebook) },
    ...(casebook.aid ? [{ path: "aid", label: "Aid", table: tabulateSeries(casebook.aid) }] : []),
    { path: "quoted", label: "Quoted statistics", table: tabulate(quotedTable, casebook) },
    ...collectRecordFiles(casebook),
  ];
  return files.filter((file) => file.table.rows.length > 0);
}

/** Returns a series with one column a measure, reasons for missing numbers beside. */
export function tabulateSeries(series: Series): DataTable {
  const ids = series.columns.map((column) => column.id);
  return {
    columns: ["country", "year", ...ids, ...ids.map((id) => `${id}_missing`), "source"],
    rows: series.rows.map((row) => {
      const cells = ids.map((id) => split(row.values[id] ?? { missing: "not-coded" }));
      return [
        row.country,
        row.year,
        ...cells.map(([value]) => value),
        ...cells.map(([, missing]) => missing),
        row.source ?? series.source,
      ];
    }),
  };
}

/** Returns a table with the columns that SQL and the data package have. */
function tabulate({ define, rows }: CasebookTable, casebook: Casebook): DataTable {
  return {
    columns: define(casebook).columns.map(({ name }) => name),
    rows: [...rows(casebook)].map(([, ...cells]) => cells.map((cell) => cell ?? undefined)),
  };
}

/** A value and the reason why it is missing, one of them empty. */
function split(value: number | Missing): [DataCell, DataCell] {
  return isMissing(value) ? [undefined, value.missing] : [value, undefined];
}
