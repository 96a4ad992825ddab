import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import { isMissing, type Missing } from "../../src/base/missing.ts";

const FOLDER = new URL("../../../shared/oracle/r/", import.meta.url);

/** Tells whether R's results are beside the checkout. */
export const hasOracle: boolean = existsSync(FOLDER);

export type OracleRow = Readonly<Record<string, string>>;

/** Returns the rows of one of R's files, by column header. */
export function readOracle(name: string): OracleRow[] {
  return parse(readFileSync(new URL(name, FOLDER), "utf8"), { columns: true }) as OracleRow[];
}

/** Returns a number of R's; a cell that holds none is an error of the test. */
export function readNumber(row: OracleRow, column: string): number {
  const value = Number(row[column]);
  if (row[column] === undefined || row[column] === "" || Number.isNaN(value)) {
    throw new Error(`${column} holds ${row[column]}`);
  }
  return value;
}

/** Asserts that two numbers agree to so many significant digits; `floor` is what counts as 0. */
export function expectDigits(actual: unknown, expected: number, digits = 9, floor = 1e-10): void {
  expect(actual).toBeTypeOf("number");
  const tolerance = Math.max(Math.abs(expected) * 10 ** -digits, floor * 10 ** -digits);
  expect(
    Math.abs(Number(actual) - expected),
    `${String(actual)} against R's ${expected}`,
  ).toBeLessThanOrEqual(tolerance);
}

/** Returns a result that must be there. */
export function must<T extends object>(result: T): Exclude<T, Missing> {
  if (isMissing(result)) throw new Error(JSON.stringify(result));
  return result as Exclude<T, Missing>;
}
