import type { Verdict } from "../../compute/checked-statement.ts";
import { createSqlTables, type FilledTable, fillTable } from "../../compute/sql-tables.ts";
import type { Statistic } from "../../compute/statistics.ts";
import { computeStatistics } from "../../compute/statistics.ts";
import { allSeries } from "../../compute/tables/series-tables.ts";
import {
  countryColumn,
  integerColumn,
  realColumn,
  reasonColumn,
  sourceColumn,
  splitMissing,
  type Table,
  type TableColumn,
  type TableRow,
  textColumn,
} from "../../compute/tables/table.ts";
import type { Series } from "../../model/series.ts";
import type { Edition } from "../edition.ts";
import { casesOfClaim } from "../site/claim-uses.ts";
import { unnamedClaims } from "../site/claims-page.ts";
import { tabulateSeries } from "../site/data-tables.ts";

/** A table of the data package, and where its files lie. */
export interface PackageTable extends FilledTable {
  /** Below `data/`, without ending, e.g. `tables/grades`. */
  readonly path: string;
  /** The series that it holds with a column a measure; absent for the tables that SQL asks. */
  readonly series?: Series;
}

/** Returns the tables of the data package: those that SQL asks, claims and statistics, and each series as its file has it. */
export function createPackageTables(edition: Edition): PackageTable[] {
  const { casebook } = edition.index;
  const { tables, positions } = createSqlTables(casebook);
  const numbers = [...positions];
  const own = [
    ...tables,
    fillTable(statisticsTable(), statisticRows(edition), numbers),
    fillTable(claimsTable(), claimRows(edition), numbers),
  ];
  return [
    ...own.map((table) => ({ ...table, path: `tables/${table.name}` })),
    ...allSeries(casebook).map(seriesFile),
  ];
}

function statisticsTable(): Table {
  return {
    name: "statistics",
    label: "Statistics",
    description: "One declared statistic of one country, as its page prints it.",
    key: ["country", "statistic"],
    columns: [
      countryColumn(),
      textColumn("statistic", "the statistic", { isNeeded: true }),
      textColumn("label", "the statistic in words", { isNeeded: true }),
      realColumn("value", "its value, in the unit beside it", { reason: "reason" }),
      reasonColumn("value"),
      textColumn("printed", "as the page prints it"),
      textColumn("unit", "its unit"),
      textColumn("aggregation", "how yearly numbers become one"),
      integerColumn("year_from", "the first year", { isNeeded: true }),
      integerColumn("year_to", "the last year", { isNeeded: true }),
      textColumn("basis", "how it was made, in a sentence"),
      textColumn("data", "the data that it is made from"),
      textColumn("measure", "their column"),
      sourceColumn("where it is printed, if it is quoted"),
      textColumn("vintage", "which edition of that source's data"),
    ],
  };
}

function statisticRows({ index }: Edition): TableRow[] {
  return index.countries.flatMap((country) =>
    computeStatistics(index, country).map((one) => statisticRow(country, one)),
  );
}

function statisticRow(country: string, { row, value, text, quoted, years, basis }: Statistic): TableRow {
  const { id, label, unit, aggregation, from, column, at } = row;
  const made = [text, unit, aggregation, years.first, years.last, basis, from, column];
  return [
    quoted?.at ?? at,
    country,
    id,
    label,
    ...splitMissing(value),
    ...made,
    quoted?.source,
    quoted?.vintage,
  ];
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  holds: "the record says the same",
  fails: "the record says otherwise",
  "not-in-record": "the record cannot tell",
};

function claimsTable(): Table {
  const verdicts = Object.entries(VERDICTS).map(([value, label]) => ({ value, label }));
  return {
    name: "claims",
    label: "Checked statements",
    description:
      "One statement that was held against the record, with its verdict; two that say the same share an id.",
    identity: ["id"],
    columns: [
      textColumn("id", "the claim; of a statement in prose what it says, as in its page's address", {
        isNeeded: true,
      }),
      textColumn("kind", "how it is asked", { isNeeded: true }),
      textColumn("text", "the statement", { isNeeded: true }),
      textColumn("verdict", "what the record says of it", { isNeeded: true, codes: verdicts }),
      textColumn("answer", "what the record gives"),
      textColumn("by", "whose words they are, if not the author's"),
      textColumn("country", "the country that it is about", { refersTo: "countries" }),
      textColumn("cases", "cases that state it, separated by semicolons"),
      textColumn("query", "the SQL that was asked"),
    ],
  };
}

function claimRows(edition: Edition): TableRow[] {
  return [
    ...edition.named.map((one): TableRow => {
      const { id, question, by, country, at } = one.claim;
      const cases = casesOfClaim(edition, one);
      const query = question.kind === "sql" ? question.sql.trim() : undefined;
      return [
        at,
        id,
        question.kind,
        one.question,
        one.verdict,
        one.answer,
        by,
        country,
        cases.join(";"),
        query,
      ];
    }),
    ...unnamedClaims(edition).map(
      ({ caseId, key, kind, text, verdict, answer, at }): TableRow => [
        at,
        key,
        kind,
        text,
        verdict,
        answer,
        undefined,
        undefined,
        caseId,
      ],
    ),
  ];
}

/** Returns a series with one column a measure, as its file in the casebook has it. */
function seriesFile(series: Series): PackageTable {
  const { columns: names, rows } = tabulateSeries(series);
  const known = new Map(series.columns.map((column) => [column.id, column]));
  const columns = names.map((name): TableColumn => {
    const column = known.get(name);
    if (column) {
      const { unit, range } = column;
      const more = { ...(unit === undefined ? {} : { unit }), ...(range ? { range } : {}) };
      return realColumn(name, column.label, { ...more, reason: `${name}_missing` });
    }
    if (name === "country") return countryColumn();
    if (name === "year") return integerColumn("year", "the year", { isNeeded: true });
    if (name === "source") return sourceColumn("where the row, or else the series, is taken from");
    return reasonColumn("number", name);
  });
  const isAid = series.id === "record/aid";
  const name = isAid ? "aid" : `series-${series.id.toLowerCase().replace(/[^a-z0-9._-]+/g, "-")}`;
  const description = series.description ?? "One country in one year, with a column for each measure.";
  return {
    name,
    path: isAid ? "aid" : `series/${series.id}`,
    definition: { name, label: series.label, description, key: ["country", "year"], columns },
    columns: columns.map((column) => ({ name: column.name, type: column.type })),
    rows: rows.map((row) => row.map((cell) => (cell === undefined || cell === "" ? null : cell))),
    series,
  };
}
