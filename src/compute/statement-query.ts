import { formatNumber } from "../base/format.ts";
import { formatYearRange, type YearRange } from "../model/year-range.ts";
import { type CasebookIndex, nameOf } from "./casebook-index.ts";
import type { Asked, AskedResult, AskedValue } from "./checked-statement.ts";

/** What a statement asks, as a sentence and as the query that asks the same of the casebook’s tables. */
export interface StatementQuery {
  /** e.g. "The tier of Japan in 2004, in the table `grades`." Table and column names stand in backticks. */
  readonly asks: string;
  /** What it takes to hold, e.g. "Tier 2 in every year." */
  readonly expects: string;
  readonly sql: string;
}

/** Returns what a `:grade` or `:value` asks. The query gives the tier of each year, or the value as its first cell. */
export function queryOfStatement(index: CasebookIndex, asked: Exclude<Asked, AskedResult>): StatementQuery {
  return asked.kind === "grade" ? queryOfGrade(index, asked) : queryOfValue(index, asked);
}

function queryOfGrade(index: CasebookIndex, { country, years, tier }: Extract<Asked, { kind: "grade" }>) {
  const isOne = years.first === years.last;
  return {
    asks: `The tier of ${nameOf(index.casebook, country)} in ${isOne ? "" : "each year of "}${formatYearRange(years)}, in the table \`grades\`.`,
    expects: `${tier.label} (\`${tier.id}\`)${isOne ? "" : " in every year"}; a year without a tier is not in the record.`,
    sql: `SELECT year, tier, reason FROM grades\nWHERE ${countryIs(country)} AND ${within(years)}\nORDER BY year`,
  };
}

function queryOfValue(index: CasebookIndex, asked: AskedValue): StatementQuery {
  const { printed, from } = asked;
  const name = nameOf(index.casebook, asked.country);
  const expects =
    "whole" in printed
      ? "Both counts as stated."
      : `A number within ${formatTolerance(printed.tolerance)} of ${plainNumber(printed.value)}, which is the printed precision.`;
  if (from.type === "effort") return { ...queryOfEffort(name, asked, from), expects };
  if (from.type === "series") {
    const { series, measure, years, how } = from;
    const many = years.first === years.last ? "value" : `${HOW[how]} of the values`;
    return {
      asks: `The ${many} of \`${measure}\` of ${name} in ${formatYearRange(years)}, in the table \`series\`, series \`${series}\`.`,
      expects,
      sql: combine(how, seriesSql(series, measure, asked.country, years)),
    };
  }
  return { ...queryOfStatistic(index, name, asked, from), expects };
}

type Origin<T extends AskedValue["from"]["type"]> = Extract<AskedValue["from"], { type: T }>;

function queryOfEffort(name: string, { country }: AskedValue, { part, years }: Origin<"effort">) {
  const columns = {
    share: "sum(tip_cables) / sum(cables) AS share, sum(tip_cables) AS tip_cables, sum(cables) AS cables",
    cables: "sum(cables) AS cables",
    tip_cables: "sum(tip_cables) AS tip_cables",
  }[part];
  const what = {
    share: "The cables on the grader’s subject as a share of the available ones",
    cables: "The number of available cables",
    tip_cables: "The number of cables on the grader’s subject",
  }[part];
  const when = years ? ` in ${formatYearRange(years)}` : "";
  return {
    asks: `${what}, of the posts in ${name}${when}, in the table \`cables\`, over the years in which both were counted.`,
    sql: `SELECT ${columns}\nFROM (\n  SELECT year, sum(cables) AS cables, sum(tip_cables) AS tip_cables FROM cables\n  WHERE ${countryIs(country)}${years ? ` AND ${within(years)}` : ""} GROUP BY year\n) WHERE cables > 0 AND tip_cables IS NOT NULL`,
  };
}

function queryOfStatistic(
  { casebook }: CasebookIndex,
  name: string,
  { country }: AskedValue,
  { row }: Origin<"statistic">,
) {
  const label = `The statistic “${row.label}” of ${name}`;
  if (row.from === "quoted") {
    const scale = row.scale === 1 || !Number.isFinite(row.scale) ? "" : ` / ${row.scale}`;
    return {
      asks: `${label}, as printed elsewhere, in the table \`quoted\`.`,
      sql: `SELECT value${scale} AS value FROM quoted\nWHERE statistic = ${text(row.id)} AND ${countryIs(country)}\nORDER BY _row LIMIT 1`,
    };
  }
  const id = row.from.replace(/^series\//, "");
  const series = id === "record/aid" ? casebook.aid : casebook.series.get(id);
  const measure = row.column ?? series?.columns[0]?.id ?? "";
  const isGrants = row.from === "record/grants";
  const numbers = isGrants
    ? `SELECT year, sum(amount) AS value, min(_row) AS _row FROM grants\n  WHERE ${countryIs(country)} AND ${within(row.years)} AND amount IS NOT NULL GROUP BY year`
    : seriesSql(id, measure, country, row.years);
  const isKnown = isGrants
    ? `SELECT 1 FROM grants WHERE ${countryIs(country)}`
    : `SELECT 1 FROM series WHERE series = ${text(id)} AND measure = ${text(measure)} AND ${countryIs(country)}`;
  const table = isGrants
    ? "yearly totals of `amount` in the table `grants`"
    : `series \`${id}\`, measure \`${measure}\``;
  const absent =
    row.absent === "zero" ? "; a year without a number counts as 0" : "; a year without a number is left out";
  return {
    asks: `${label}: the ${HOW[row.aggregation]} over ${formatYearRange(row.years)} of the ${table}${absent}.`,
    sql:
      row.absent === "zero"
        ? combineWithZeros(row.aggregation, numbers, row.years, isKnown)
        : combine(row.aggregation, numbers),
  };
}

const HOW = {
  sum: "sum",
  mean: "mean",
  min: "lowest",
  max: "highest",
  first: "first",
  last: "last",
} as const;
type How = keyof typeof HOW;

function seriesSql(series: string, measure: string, country: string, years: YearRange): string {
  return `SELECT year, value, _row FROM series\n  WHERE series = ${text(series)} AND measure = ${text(measure)} AND ${countryIs(country)}\n    AND ${within(years)} AND value IS NOT NULL`;
}

function combine(how: How, numbers: string): string {
  if (how === "first" || how === "last") {
    return `SELECT value FROM (\n  ${numbers}\n) ORDER BY year${how === "last" ? " DESC, _row DESC" : ", _row"} LIMIT 1`;
  }
  return `SELECT ${AGGREGATE[how]}(value) AS value FROM (\n  ${numbers}\n)`;
}

const AGGREGATE = { sum: "sum", mean: "avg", min: "min", max: "max" } as const;

/** Where nobody looked, which is where a country has no row at all, there is no number either. */
function combineWithZeros(how: How, numbers: string, { first, last }: YearRange, isKnown: string): string {
  if (how === "first" || how === "last") {
    return `SELECT coalesce((${combine(how, numbers)}), 0) AS value WHERE EXISTS (${isKnown})`;
  }
  if (how === "sum") {
    return `SELECT coalesce(sum(value), 0) AS value FROM (\n  ${numbers}\n) HAVING EXISTS (${isKnown})`;
  }
  return `WITH numbers AS (\n  ${numbers}\n)\nSELECT ${AGGREGATE[how]}(value) AS value FROM (\n  SELECT value FROM numbers\n  UNION ALL\n  SELECT 0 FROM range(${first}, ${last + 1}) AS years(year) WHERE year NOT IN (SELECT year FROM numbers)\n) WHERE EXISTS (${isKnown})`;
}

function countryIs(country: string): string {
  return `country = ${text(country)}`;
}

function within({ first, last }: YearRange): string {
  return first === last ? `year = ${first}` : `year BETWEEN ${first} AND ${last}`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function plainNumber(value: number): string {
  return Math.abs(value) < 0.01 && value !== 0 ? value.toPrecision(3) : formatNumber(value, "number");
}

function formatTolerance(value: number): string {
  return String(Number(value.toPrecision(3)));
}
