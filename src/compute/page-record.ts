import { isMissing } from "../base/missing.ts";
import { toEnglishNumber } from "../base/number-in-language.ts";
import { yearsOf } from "../model/year-range.ts";
import { type CasebookIndex, tierOf } from "./casebook-index.ts";
import type { Asked, AskedValue } from "./checked-statement.ts";
import { ROW_COLUMN } from "./expectation.ts";
import type { InlineClaim } from "./inline-claims.ts";
import { type CheckedClaim, LACKING } from "./named-claims.ts";
import { computeEffort } from "./panel/effort.ts";
import type { ClaimRecord, NumberRecord, StatisticRecord } from "./replay.ts";
import { computeStatistics, findNumbers, type Statistic } from "./statistics.ts";

/** Most rows of a query that a page carries. */
const MAX_ROWS = 200;

/** Returns what a page carries of a statement, so that it can be judged again from that alone. */
export function recordClaim(index: CasebookIndex, claim: InlineClaim): ClaimRecord {
  const { id, named } = claim;
  if (named?.problem) return { id, kind: "not-replayed", reason: "unclear" };
  const asked = claim.asked ?? named?.asked;
  if (asked) return { id, ...recordAsked(index, asked, wordsOf(claim)) };
  return named ? { id, ...recordRows(named) } : { id, kind: "not-replayed", reason: "unclear" };
}

/** Returns what a page carries of a table of statistics; nothing of those that are taken over from print but that. */
export function recordStatistics(index: CasebookIndex, country: string, table: string): StatisticRecord[] {
  return computeStatistics(index, country).map((statistic, row) => {
    const from = statistic.quoted ? undefined : statisticNumbers(index, country, statistic);
    return { table, row, format: statistic.row.format, ...(from ? { from } : {}) };
  });
}

type Judged<T> = T extends { readonly id: string } ? Omit<T, "id"> : never;

/** The words that are judged where they are not those on the page: an attribute's, those of a named claim, or a number in English. */
function wordsOf({ node, named, asked, text, language }: InlineClaim): string | undefined {
  const question = named?.claim.question;
  if (question?.kind === "value") return question.values.value ?? question.words;
  if (node.attributes.values.value !== undefined) return node.attributes.values.value;
  return asked?.kind === "value" && toEnglishNumber(text, language) !== text
    ? asked.printed.plain
    : undefined;
}

function recordAsked(index: CasebookIndex, asked: Asked, words: string | undefined): Judged<ClaimRecord> {
  if (asked.kind === "grade") {
    const tiers = yearsOf(asked.years).map((year) => {
      const tier = tierOf(index, asked.country, year);
      return isMissing(tier) ? { missing: tier.missing } : tier.id;
    });
    return { kind: "grade", tier: asked.tier.id, tiers };
  }
  if (asked.kind === "result") return { kind: "not-replayed", reason: "analysis" };
  const from = numbersOf(index, asked);
  if (!from) return { kind: "not-replayed", reason: "quoted" };
  return { kind: "value", ...(words === undefined ? {} : { words }), from };
}

function numbersOf(index: CasebookIndex, { country, from }: AskedValue): NumberRecord | undefined {
  switch (from.type) {
    case "statistic": {
      const statistic = computeStatistics(index, country).find(({ row }) => row.id === from.row.id);
      if (!statistic?.quoted) return statistic && statisticNumbers(index, country, statistic);
      const { value, row } = statistic;
      if (isMissing(value)) return undefined;
      return { type: "quoted", value: Number.isFinite(row.scale) ? value / row.scale : value };
    }
    case "series": {
      const { series, measure, how, years } = from;
      const numbers = findNumbers(index, `series/${series}`, measure, country) ?? [];
      return { type: "years", numbers: plain(numbers, years), how, years, absent: "missing", scale: 1 };
    }
    case "effort": {
      const years = computeEffort(index, country)
        .filter(({ year }) => !from.years || (year >= from.years.first && year <= from.years.last))
        .map(({ year, available, about }) => [year, available, about] as const);
      return { type: "cables", part: from.part, years };
    }
  }
}

/** Of a country without a single row a statistic is missing, whatever a year without a number counts as. */
function statisticNumbers(index: CasebookIndex, country: string, { row }: Statistic): NumberRecord {
  const { aggregation: how, years, scale } = row;
  const numbers = findNumbers(index, row.from, row.column, country) ?? [];
  const absent = numbers.length === 0 ? "missing" : row.absent;
  return { type: "years", numbers: plain(numbers, years), how, years, absent, scale };
}

function plain(
  numbers: NonNullable<ReturnType<typeof findNumbers>>,
  { first, last }: { first: number; last: number },
): (readonly [number, number | null])[] {
  return numbers
    .filter(({ year }) => year >= first && year <= last)
    .map(({ year, value }) => [year, isMissing(value) ? null : value] as const);
}

function recordRows({ claim: { question }, rows, verdict, answer }: CheckedClaim): Judged<ClaimRecord> {
  if (question.kind !== "sql" || !rows) return { kind: "not-replayed", reason: "unclear" };
  const { expect } = question;
  const isCounted = expect.kind === "rows";
  if (!isCounted && rows.rows.length > MAX_ROWS) return { kind: "not-replayed", reason: "too-many-rows" };
  const column = rows.columns.findIndex((name) => name !== ROW_COLUMN);
  const cells = isCounted ? null : rows.rows.map((row) => row[column] ?? null);
  const lacks = verdict === "not-in-record" && answer === LACKING;
  return { kind: "rows", expect, cells, count: rows.rows.length, isCut: rows.isCut, lacks };
}
