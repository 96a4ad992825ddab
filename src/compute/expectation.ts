import { formatList, formatNumber } from "../base/format.ts";
import type { SqlCell, SqlRows } from "../base/sql.ts";
import type { Expectation } from "../model/claim.ts";
import type { Stated, Verdict } from "./checked-statement.ts";

/** What a query's rows say of what was expected of them. */
export interface Judgement {
  readonly verdict: Verdict;
  /** What the record gives, in words. */
  readonly answer: string;
  /** The rows are not of the shape that the expectation needs, with the reason. */
  readonly misfit?: string;
}

/** The hidden column that leads from a row to its cells. */
export const ROW_COLUMN = "_row";

/** The column that says in which file and line a row was written. */
export const PLACE_COLUMN = "_place";

/** Most members of a set that an answer names. */
const MEMBERS_SHOWN = 40;

/** Holds a query's rows against what is expected. NULL, and no row where one is needed, is not in the record. */
export function judge(result: SqlRows, expect: Expectation): Judgement {
  const column = result.columns.findIndex((name) => name !== ROW_COLUMN);
  const cells = result.rows.map((row) => row[column] ?? null);
  if (expect.kind === "rows") {
    const count = result.isCut ? `more than ${result.rows.length}` : String(result.rows.length);
    const isRight = !result.isCut && result.rows.length === expect.count;
    return { verdict: isRight ? "holds" : "fails", answer: `${count} ${count === "1" ? "row" : "rows"}` };
  }
  if (expect.kind === "set") {
    if (!result.isCut) return judgeSet(cells, expect.values);
    const misfit = `The query gives more than ${cells.length} rows, of which the rest is not seen.`;
    return { verdict: "not-in-record", answer: "too many rows to tell", misfit };
  }
  if (cells.length > 1) {
    const misfit = `The query gives ${result.rows.length} rows where one is expected.`;
    return { verdict: "not-in-record", answer: "no single answer", misfit };
  }
  const cell = cells[0] ?? null;
  if (cell === null) return { verdict: "not-in-record", answer: "the record has no answer" };
  if (expect.kind === "truth") {
    if (typeof cell !== "boolean") return wrongKind(cell, "true or false");
    return { verdict: cell === expect.value ? "holds" : "fails", answer: cell ? "true" : "false" };
  }
  if (expect.kind === "is") {
    return { verdict: String(cell) === expect.value ? "holds" : "fails", answer: String(cell) };
  }
  if (typeof cell !== "number") return wrongKind(cell, "a number");
  const isClose = Math.abs(cell - expect.value) <= expect.tolerance * (1 + 1e-9) + 1e-12;
  return { verdict: isClose ? "holds" : "fails", answer: formatAnswer(cell) };
}

function judgeSet(cells: readonly SqlCell[], values: readonly string[]): Judgement {
  const found = [...new Set(cells.map(String))].sort();
  if (cells.includes(null)) {
    return { verdict: "not-in-record", answer: "the record lacks a member" };
  }
  const wanted = new Set(values);
  const isSame = found.length === wanted.size && found.every((one) => wanted.has(one));
  const more = found.length - MEMBERS_SHOWN;
  const shown = [...found.slice(0, MEMBERS_SHOWN), ...(more > 0 ? [`${more} more`] : [])];
  return { verdict: isSame ? "holds" : "fails", answer: found.length === 0 ? "nothing" : formatList(shown) };
}

function wrongKind(cell: SqlCell, wanted: string): Judgement {
  const misfit = `The query gives \`${String(cell)}\` where ${wanted} is expected.`;
  return { verdict: "not-in-record", answer: "no such answer", misfit };
}

function formatAnswer(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 10_000) return String(value);
  if (Number.isInteger(value) || Math.abs(value) >= 10_000) return formatNumber(value, "number");
  return formatNumber(value, ",.6~r");
}

/** Returns what is expected, in words. */
export function formatExpectation(expect: Expectation): string {
  switch (expect.kind) {
    case "set":
      return expect.values.length === 0 ? "nothing" : formatList([...expect.values].sort());
    case "number":
      return expect.text;
    case "truth":
      return String(expect.value);
    case "is":
      return expect.value;
    case "rows":
      return `${expect.count} ${expect.count === 1 ? "row" : "rows"}`;
  }
}

/** Returns what a claim says of its query's result, so that claims with the same query can be compared. */
export function statedBy(sql: string, expect: Expectation): Stated {
  const query = sql
    .replace(/^\s+|[;\s]+$/g, "")
    .replace(/'(?:[^']|'')*'|\s+|[^'\s]+/g, (part) =>
      part.startsWith("'") ? part : part.trim() ? part.toLowerCase() : " ",
    );
  const of = `sql ${expect.kind} ${query}`;
  switch (expect.kind) {
    case "number":
      return { of, says: [expect.value - expect.tolerance, expect.value + expect.tolerance] };
    case "set":
      return { of, says: JSON.stringify([...new Set(expect.values)].sort()) };
    default:
      return { of, says: formatExpectation(expect) };
  }
}
